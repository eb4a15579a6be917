"""Certificates: for whom, what they say, how they are checked, how they look on paper."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from sqlalchemy import delete, select

from core.people.actor import OPERATOR, Actor
from core.people.person import NotAllowed
from core.people.tables import PersonRow
from tests.trainings.course_made import ENDS, STARTS, Course, course
from tests.trainings.made import Made
from trainings.courses.certificate_pdf import CertificateWords, pdf
from trainings.courses.certificates import LETTERS, Certificate, certificate_of, verified
from trainings.refusals import NoCertificate, NoSuchBooking, NotAttended, NotOverYet
from trainings.seats.tables import BookingRow, CertificateRow
from trainings.tables import DateRow

HUGE = 10**30
ADDRESS = "https://lotse.stadt.example/nachweis/7K3M-Q9X2-V4AB"
WORDS = CertificateWords(
    language="de",
    heading="Teilnahmebescheinigung",
    sentence="hat an dieser Fortbildung teilgenommen:",
    facts=[("Wann", "Dienstag, 24. November 2026"), ("Umfang", "90 Minuten"), ("Leitung", "Timo Turm")],
    content="Darum ging es",
    issued="Ausgestellt am 24. November 2026.",
    check="Hier prüfen:",
    signature="Gilt ohne Unterschrift.",
)


@pytest.fixture
def small(made: Made) -> Course:
    return course(made)


def issued(small: Course, booking_id: int, by: Actor | None = None, at: datetime = ENDS) -> Certificate:
    with small.made.database.write.begin() as db:
        return certificate_of(db, booking_id, by or small.trainer, at)


def check(small: Course, code: str) -> Certificate | None:
    with small.made.database.read() as db:
        return verified(db, code)


# for whom


def test_it_says_who_what_when_and_by_whom(small: Course) -> None:
    person = small.made.person(name="Lia Licht")
    booking = small.seat(person)
    small.noted(booking)
    own = issued(small, booking, person)
    assert (own.name, own.title, own.content, own.trainer, own.minutes, own.starts_at, own.ends_at) == (
        "Lia Licht",
        "Filme schneiden",
        "Sie schneiden Filme.",
        "Timo Turm",
        90,
        STARTS,
        ENDS,
    )
    assert len(own.code) == 12
    assert set(own.code) <= set(LETTERS)
    assert check(small, own.code) == own


def test_it_is_issued_once_and_stays_as_it_is(small: Course) -> None:
    person = small.made.person(name="Lia Licht")
    booking = small.seat(person)
    small.noted(booking)
    first = issued(small, booking, person)
    with small.made.database.write.begin() as db:
        db.get_one(PersonRow, person.id).name = "Lia Licht-Lampe"
        training = db.get_one(DateRow, small.date_id).training
        training.title, training.certificate_minutes = "Anders", 0
    assert issued(small, booking, person, ENDS + timedelta(days=9)) == first


def test_trainer_team_and_operator_get_it_too(small: Course) -> None:
    person = small.made.person()
    booking = small.seat(person)
    small.noted(booking)
    codes = {issued(small, booking, by).code for by in (person, small.trainer, small.team, OPERATOR)}
    assert len(codes) == 1


def test_nobody_else_gets_it(small: Course) -> None:
    booking = small.seat(small.made.person())
    small.noted(booking)
    for by in (small.made.person(), small.others_trainer):
        with pytest.raises(NoSuchBooking):
            issued(small, booking, by)
    with pytest.raises(NotAllowed):
        issued(small, booking, small.made.person(role=None))


def test_not_before_the_end_not_for_who_was_away_not_where_there_is_none(small: Course, made: Made) -> None:
    person = made.person()
    booking = small.seat(person)
    small.noted(booking)
    with pytest.raises(NotOverYet):
        issued(small, booking, person, ENDS - timedelta(seconds=1))
    for attended in (False, None):
        small.noted(booking, attended)
        with pytest.raises(NotAttended):
            issued(small, booking, person)
    without = course(made, title="Ohne", certificate_minutes=0)
    other = without.seat(made.person())
    without.noted(other)
    with pytest.raises(NoCertificate):
        issued(without, other)
    with made.database.read() as db:
        assert db.scalars(select(CertificateRow)).all() == []


@pytest.mark.parametrize("number", [0, -1, 4711, HUGE])
def test_numbers_that_are_none(small: Course, number: int) -> None:
    with pytest.raises(NoSuchBooking):
        issued(small, number)


def test_two_who_ask_at_once_get_the_same(anywhere: Made) -> None:
    both = course(anywhere)
    booking = both.seat(anywhere.person())
    both.noted(booking)
    codes: list[str] = []
    start = threading.Barrier(6)

    def ask() -> None:
        start.wait()
        codes.append(issued(both, booking).code)

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(codes), len(set(codes))) == (6, 1)


# checking


def test_codes_are_taken_as_people_type_them(small: Course) -> None:
    booking = small.seat(small.made.person())
    small.noted(booking)
    own = issued(small, booking)
    shown = own.shown_code
    assert (len(shown), shown[4], shown[9]) == (14, "-", "-")
    typed = (
        shown,
        shown.lower(),
        f"  {shown} \n",
        shown.replace("-", " "),
        shown.replace("-", "–"),
        shown.replace("-", "\u2011"),
        shown.replace("0", "O").replace("1", "I"),
        shown.replace("1", "l"),
    )
    assert all(check(small, code) == own for code in typed)


@pytest.mark.parametrize(
    "code",
    [
        "",
        "000000000000",
        "0000-0000-000",
        "0000-0000-00000",
        "' or 1=1 --  ",
        "%%%%%%%%%%%%",
        "____________",
        "************",
        "\x00" * 12,
        "٠" * 12,
        "０" * 12,
        "😀" * 12,
        "\ud800" * 12,
        "İ" * 12,
        "0" * 100_000,
        "-" * 100_000,
        "../../etc/passwd",
        "<script>alert(1)</script>",
    ],
    ids=lambda code: repr(code[:14]),
)
def test_guessed_codes_are_none(small: Course, code: str) -> None:
    booking = small.seat(small.made.person())
    small.noted(booking)
    issued(small, booking)
    assert check(small, code) is None


def test_it_is_worth_nothing_while_the_attendance_is_taken_back(small: Course) -> None:
    booking = small.seat(small.made.person())
    small.noted(booking)
    own = issued(small, booking)
    small.noted(booking, False)
    assert check(small, own.code) is None
    small.noted(booking, True)
    assert check(small, own.code) == own
    with small.made.database.write.begin() as db:
        row = db.get_one(BookingRow, booking)
        row.state, row.gone_as, row.seat = "gone", "date_cancelled", None
    assert check(small, own.code) is None


def test_it_goes_with_a_person_who_is_deleted(small: Course) -> None:
    person = small.made.person()
    booking = small.seat(person)
    small.noted(booking)
    own = issued(small, booking)
    with small.made.database.write.begin() as db:
        db.execute(delete(PersonRow).where(PersonRow.id == person.id))
    assert check(small, own.code) is None
    with pytest.raises(NoSuchBooking):
        issued(small, booking, person)


# on paper


def certificate(name: str = "Łucja Weiß-Yıldız", content: str = "Sie schneiden Filme.") -> Certificate:
    moment = datetime(2026, 11, 24, 13, tzinfo=UTC)
    return Certificate(
        "7k3mq9x2v4ab",
        name,
        "3D-Druck: A < B & <b>C</b>",
        content,
        "Timo Turm",
        90,
        moment,
        moment + timedelta(minutes=90),
        moment,
    )


def read(paper: bytes) -> tuple[list[str], Image.Image]:
    """The text of each page, and a picture of the first."""
    document = pypdfium2.PdfDocument(BytesIO(paper))
    texts = [page.get_textpage().get_text_range() for page in document]
    picture = document[0].render(scale=2).to_pil().convert("RGB")
    document.close()
    return texts, picture


def test_everything_stands_on_one_sheet() -> None:
    (text,), picture = read(pdf(certificate(), ADDRESS, WORDS))
    for said in ("Łucja Weiß-Yıldız", "3D-Druck: A < B & <b>C</b>", "90 Minuten", "Timo Turm", "Filme"):
        assert said in text
    assert "7K3M-Q9X2-V4AB" in text
    assert ADDRESS in text
    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [ADDRESS]


def test_whoever_reads_it_aloud_knows_its_language_and_title() -> None:
    document = pypdfium2.PdfDocument(paper := pdf(certificate(), ADDRESS, WORDS))
    title = document.get_metadata_dict()["Title"]
    document.close()
    assert title.startswith("Teilnahmebescheinigung: 3D-Druck")
    assert b"/Lang" in paper


@pytest.mark.parametrize(
    "name",
    [
        "=1+1",
        "@x\t",
        "<para>&amp;",
        "<a href='x'>",
        "x" * 200,
        "Nguyễn Thị Ảnh",
        "Ольга",
        "李",
        "😀\x00",
        "\u202e",
    ],
)
def test_no_name_breaks_the_paper(name: str) -> None:
    texts, _ = read(pdf(certificate(name), ADDRESS, WORDS))
    assert "7K3M-Q9X2-V4AB" in texts[0]


def test_rare_accents_fall_off_and_nothing_else() -> None:
    (text,), _ = read(pdf(certificate("Nguyễn Thị Ảnh"), ADDRESS, WORDS))
    assert "Nguyen Thi Anh" in text


def test_a_long_content_goes_on_on_further_sheets() -> None:
    content = "\n".join(f"Zeile {number} mit einigen Worten" for number in range(150))
    texts, picture = read(pdf(certificate(content=content), ADDRESS, WORDS))
    assert len(texts) > 1
    assert all("7K3M-Q9X2-V4AB" in text for text in texts)
    assert "Zeile 149" in texts[-1]
    assert zxingcpp.read_barcodes(picture)
