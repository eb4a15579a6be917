"""The certificate as a PDF for those whom it concerns, and the page that checks it for everybody."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from io import BytesIO
from urllib.parse import quote

import pypdfium2
import pytest
import zxingcpp
from sqlalchemy import delete, select

from core.people.roles import Role
from core.people.tables import PersonRow
from tests.trainings.made import Made
from tests.ui.trainings.seated import BASE, ODD, Seated, asked, seat, seated
from tests.ui.trainings.seated import made as made
from tests.ui.trainings.seated import over as over
from trainings.seats.tables import CertificateRow
from ui.papers.certificate_words import extent, span
from ui.texts.certificates import ENGLISH, GERMAN

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def way(course: Seated) -> str:
    return f"/bescheinigung/{course.booking_id}.pdf"


async def code_of(course: Seated) -> str:
    """The code that stands on Lia's certificate."""
    course.note(True)
    assert (await asked(way(course), course.secret(course.lia))).status_code == 200
    with course.made.database.read() as db:
        code = db.scalars(select(CertificateRow.code)).one()
    return f"{code[:4]}-{code[4:8]}-{code[8:]}".upper()


def text_of(paper: bytes) -> str:
    document = pypdfium2.PdfDocument(BytesIO(paper))
    text = str(document[0].get_textpage().get_text_range())
    document.close()
    return " ".join(text.split())


# the paper


async def test_the_person_and_the_trainer_get_the_same_paper(over: Seated) -> None:
    over.note(True)
    texts = set()
    for person in (over.lia, over.trainer, over.made.person(role=Role.TEAM)):
        response = await asked(way(over), over.secret(person))
        assert (response.status_code, response.headers["content-type"]) == (200, "application/pdf")
        assert response.headers["cache-control"] == "no-store"
        texts.add(text_of(response.content))
    (text,) = texts
    assert "Lia Licht" in text
    assert "1 Stunde 30 Minuten" in text
    assert span(over.starts_at, over.starts_at + timedelta(minutes=90), "de") in text


async def test_its_code_leads_to_the_page_that_checks_it(over: Seated) -> None:
    shown = await code_of(over)
    paper = (await asked(way(over), over.secret(over.lia))).content
    document = pypdfium2.PdfDocument(BytesIO(paper))
    picture = document[0].render(scale=2).to_pil()
    document.close()
    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [f"{BASE}/nachweis/{shown}"]


async def test_in_english_too(over: Seated) -> None:
    over.note(True)
    text = text_of((await asked(f"{way(over)}?lang=en", over.secret(over.lia))).content)
    assert ENGLISH.heading in text
    assert "1 hour 30 minutes" in text


async def test_other_people_get_nothing(over: Seated) -> None:
    over.note(True)
    for person in (over.made.person(), over.made.person(role=Role.TRAINER)):
        response = await asked(way(over), over.secret(person))
        assert response.status_code == 404
        assert "Lia" not in response.text
    assert (await asked(way(over))).headers["location"].startswith("/anmelden?weiter=")
    with over.made.database.read() as db:
        assert db.scalars(select(CertificateRow)).all() == []


@pytest.mark.parametrize("number", ODD)
async def test_numbers_that_are_none(over: Seated, number: str) -> None:
    response = await asked(f"/bescheinigung/{number}.pdf", over.secret(over.lia))
    assert response.status_code == 404


async def test_why_there_is_none_yet(over: Seated, made: Made) -> None:
    begins = seated(made, datetime.now(UTC), title="Bilder schneiden")
    for course, person, why in (
        (over, over.lia, GERMAN.not_attended),
        (begins, begins.lia, GERMAN.not_over),
    ):
        response = await asked(way(course), course.secret(person))
        assert response.status_code == 404
        assert why in response.text


async def test_where_the_training_has_none(made: Made) -> None:
    course = seated(made, datetime.now(UTC) - timedelta(days=1), certificate_minutes=0)
    course.note(True)
    assert GERMAN.none_given in (await asked(way(course), course.secret(course.lia))).text


async def test_a_person_who_was_deleted_meanwhile(over: Seated) -> None:
    shown, lias, trainers = await code_of(over), over.secret(over.lia), over.secret(over.trainer)
    with over.made.database.write.begin() as db:
        db.execute(delete(PersonRow).where(PersonRow.id == over.lia.id))
    assert (await asked(way(over), lias)).status_code == 303
    assert (await asked(way(over), trainers)).status_code == 404
    assert (await asked(f"/nachweis/{shown}")).status_code == 404


async def test_a_name_that_is_code(over: Seated) -> None:
    odd = over.made.person(name='=1+1 <b>"x"</b> {{ 7*7 }}')
    booking_id = seat(over.made, over.date_id, odd, over.starts_at)
    course = Seated(over.made, over.trainer, odd, over.date_id, booking_id, over.starts_at)
    shown = await code_of(course)
    assert '=1+1 <b>"x"</b> {{ 7*7 }}' in text_of((await asked(way(course), course.secret(odd))).content)
    page = (await asked(f"/nachweis/{shown}")).text
    assert "=1+1 &lt;b&gt;" in page
    assert "<b>" not in page


# the page that checks


async def test_anybody_may_check_without_signing_in(over: Seated) -> None:
    shown = await code_of(over)
    response = await asked(f"/nachweis/{shown}")
    assert response.status_code == 200
    on_paper = (
        "Lia Licht",
        "Filme schneiden",
        "Timo Turm",
        "1 Stunde 30 Minuten",
        "Sie schneiden Filme.",
        shown,
    )
    for said in (GERMAN.genuine, *on_paper, GERMAN.issued.partition("{")[0]):
        assert said in response.text
    assert over.lia.email not in response.text
    assert response.headers["x-robots-tag"] == "noindex, nofollow"
    assert response.headers["cache-control"] == "no-store"
    assert "unsafe" not in response.headers["content-security-policy"]
    assert not re.search(r"<script|<style|style=", response.text)


async def test_however_it_is_typed_it_has_one_address(over: Seated) -> None:
    shown = await code_of(over)
    for typed in (shown.lower(), shown.replace("-", ""), f" {shown.replace('-', ' ')} "):
        for path in (f"/nachweis/{quote(typed)}", f"/nachweis?code={quote(typed)}"):
            response = await asked(path)
            assert (response.status_code, response.headers["location"]) == (303, f"/nachweis/{shown}")
    english = await asked(f"/nachweis?code={shown}&lang=en")
    assert english.headers["location"] == f"/nachweis/{shown}?lang=en"


async def test_the_form_asks_for_a_code(made: Made) -> None:
    for path in ("/nachweis", "/nachweis/", "/nachweis?code=", "/nachweis?code=%20"):
        response = await asked(path)
        assert response.status_code == 200
        assert GERMAN.check_lead in response.text
        assert 'action="/nachweis"' in response.text
    assert ENGLISH.check_lead in (await asked("/nachweis?lang=en")).text


@pytest.mark.parametrize(
    "code",
    [
        "0000-0000-0000",
        "x",
        "%00",
        "'%20or%201=1--",
        "..%2f..%2fetc",
        "a/b/c",
        "0" * 5000,
        "😀",
        "%ff%fe",
        "<b>x",
    ],
)
async def test_guesses_are_told_that_there_is_none(over: Seated, code: str) -> None:
    await code_of(over)
    for path in (f"/nachweis/{code}", f"/nachweis?code={code}"):
        response = await asked(path)
        assert response.status_code == 404, path
        assert GERMAN.not_genuine in response.text
        assert "Lia" not in response.text
        assert "<b>" not in response.text


async def test_taken_back_with_the_attendance(over: Seated) -> None:
    shown = await code_of(over)
    over.note(False)
    assert (await asked(f"/nachweis/{shown}")).status_code == 404


# words


@pytest.mark.parametrize(
    ("minutes", "german", "english"),
    [
        (45, "45 Minuten", "45 minutes"),
        (60, "1 Stunde", "1 hour"),
        (120, "2 Stunden", "2 hours"),
        (150, "2 Stunden 30 Minuten", "2 hours 30 minutes"),
    ],
)
def test_how_long_it_took(minutes: int, german: str, english: str) -> None:
    assert (extent(minutes, GERMAN), extent(minutes, ENGLISH)) == (german, english)


def test_when_it_was() -> None:
    start = datetime(2026, 11, 24, 13, tzinfo=UTC)
    assert span(start, start + timedelta(hours=2), "de") == "Dienstag, 24. November 2026, 14:00 bis 16:00 Uhr"
    assert span(start, start + timedelta(hours=2), "en") == "Tuesday, 24 November 2026, 14:00 to 16:00"
    two_days = span(start, start + timedelta(hours=26), "de")
    assert two_days == "Dienstag, 24. November 2026, 14:00 Uhr bis Mittwoch, 25. November 2026, 16:00 Uhr"


def test_when_the_clocks_change() -> None:
    start = datetime(2027, 3, 28, 0, 30, tzinfo=UTC)
    assert span(start, start + timedelta(hours=1), "de").endswith("01:30 bis 03:30 Uhr")
