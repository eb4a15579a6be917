"""Checking in by code: only whoever runs the date, only with a code that is ours."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete

from core.people.person import Person
from core.people.roles import Role
from core.people.tables import PersonRow
from core.signing import Signer
from tests.rights.kept import dump
from tests.trainings.made import DAY, HOUSE, Made
from tests.ui.trainings.seated import BASE, FOREIGN, ODD, OWN, Seated, asked, seated
from tests.ui.trainings.seated import begins as begins
from tests.ui.trainings.seated import made as made
from trainings.seats.booking import cancel
from ui.papers import check_in_routes
from ui.papers.check_in_routes import NOT_THERE, PURPOSE, check_in_address, check_in_way
from ui.portal import entrance
from ui.texts import GERMAN as WORDS
from ui.texts.certificates import ENGLISH, GERMAN

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


async def tapped(course: Seated, person: Person, way: str, **data: str) -> int:
    response = await asked(way, course.secret(person), "POST", data, OWN)
    return response.status_code


# the trainer


async def test_the_trainer_sees_who_it_is_and_taps_once(begins: Seated) -> None:
    way, secret = check_in_way(begins.booking_id), begins.secret(begins.trainer)
    page = await asked(way, secret)
    assert page.status_code == 200
    for said in ("Lia Licht", "Filme schneiden", GERMAN.mark_there):
        assert said in page.text
    assert begins.booking().attended is None, "looking changes nothing"
    done = await asked(way, secret, "POST", {}, OWN)
    assert (done.status_code, done.headers["location"]) == (303, way)
    assert begins.booking().attended is True
    assert begins.booking().checked_in_at is not None
    again = (await asked(way, secret)).text
    assert GERMAN.came_at.partition("{")[0] in again
    assert GERMAN.mark_not_there in again


async def test_it_can_be_taken_back(begins: Seated) -> None:
    way = check_in_way(begins.booking_id)
    await tapped(begins, begins.trainer, way)
    await tapped(begins, begins.trainer, way, **{NOT_THERE: "1"})
    assert (begins.booking().attended, begins.booking().checked_in_at) == (None, None)


async def test_the_team_may_and_the_language_is_kept(begins: Seated) -> None:
    team = begins.made.person(role=Role.TEAM)
    way = f"{check_in_way(begins.booking_id)}?lang=en"
    page = (await asked(way, begins.secret(team))).text
    assert ENGLISH.mark_there in page
    assert f'action="{way}"' in page
    assert await tapped(begins, team, way) == 303
    assert begins.booking().attended is True


async def test_a_tap_on_a_page_that_is_long_open_says_what_is_the_matter(begins: Seated) -> None:
    way = check_in_way(begins.booking_id)
    with begins.made.database.write.begin() as db:
        cancel(db, begins.date_id, begins.lia, begins.starts_at - timedelta(minutes=1), HOUSE, word="krank")
    response = await asked(way, begins.secret(begins.trainer), "POST", {}, OWN)
    assert response.status_code == 404
    assert GERMAN.no_such_code in response.text


async def test_who_was_marked_away_can_be_checked_in(begins: Seated) -> None:
    begins.note(False)
    way, secret = check_in_way(begins.booking_id), begins.secret(begins.trainer)
    assert GERMAN.was_away in (await asked(way, secret)).text
    await tapped(begins, begins.trainer, way)
    assert begins.booking().attended is True


async def test_too_early(made: Made) -> None:
    course = seated(made, datetime.now(UTC) + DAY)
    way, secret = check_in_way(course.booking_id), course.secret(course.trainer)
    page = (await asked(way, secret)).text
    assert GERMAN.too_early in page
    assert "<form" not in page
    assert await tapped(course, course.trainer, way) == 200
    assert course.booking().attended is None


# all others


async def test_others_are_told_kindly_and_change_nothing(begins: Seated) -> None:
    way, before = check_in_way(begins.booking_id), begins.booking().attended
    for person in (begins.lia, begins.made.person(), begins.made.person(role=None)):
        page = await asked(way, begins.secret(person))
        assert page.status_code == 403
        assert GERMAN.for_trainers in page.text
        assert await tapped(begins, person, way) == 403
    foreign = begins.made.person(role=Role.TRAINER)
    page = await asked(way, begins.secret(foreign))
    assert page.status_code == 404
    assert GERMAN.no_such_code in page.text
    assert "Lia" not in page.text
    assert await tapped(begins, foreign, way) == 404
    assert begins.booking().attended is before


async def test_who_is_not_signed_in_is_led_there_and_back(begins: Seated) -> None:
    way = check_in_way(begins.booking_id)
    for method in ("GET", "POST"):
        response = await asked(way, None, method, {}, OWN)
        assert response.status_code == 303
        assert response.headers["location"].startswith("/anmelden?weiter=%2Feinchecken%2F")
    assert begins.booking().attended is None


async def test_a_form_of_another_site_does_nothing(begins: Seated) -> None:
    way, secret = check_in_way(begins.booking_id), begins.secret(begins.trainer)
    for headers in (FOREIGN, {"origin": "https://evil.example"}, {}):
        response = await asked(way, secret, "POST", {}, headers)
        assert response.status_code == 403
        assert WORDS.sign_in.foreign in response.text
    assert begins.booking().attended is None


# codes


def forged(course: Seated) -> list[str]:
    signer, own = entrance().signer, check_in_way(course.booking_id).rpartition("/")[2]
    return [
        Signer("another secret").sign(PURPOSE, course.booking_id),
        signer.sign("calendar", course.booking_id),
        signer.sign(PURPOSE, str(course.booking_id)),
        signer.sign(PURPOSE, [course.booking_id]),
        signer.sign(PURPOSE, None),
        signer.sign(PURPOSE, {"id": course.booking_id}),
        signer.sign(PURPOSE, 10**30),
        signer.sign(PURPOSE, -1),
        own[:-1],
        own[:-2] + "AA",
        own + "A",
        own.partition(".")[0],
        own.upper(),
        "a" * 5000,
        *ODD,
    ]


async def test_codes_that_are_not_ours_open_nothing(begins: Seated) -> None:
    secret, lias = begins.secret(begins.trainer), begins.secret(begins.lia)
    before = dump(begins.made.database)
    for token in forged(begins):
        for method in ("GET", "POST"):
            response = await asked(f"/einchecken/{token}", secret, method, {}, OWN)
            assert response.status_code == 404, token
            assert GERMAN.no_such_code in response.text
            assert "Lia" not in response.text
        # A teacher learns nothing of which code is one.
        response = await asked(f"/einchecken/{token}", lias)
        assert response.status_code == 403
    after = dump(begins.made.database)
    assert {name: rows for name, rows in after.items() if name != "signed_in"} == {
        name: rows for name, rows in before.items() if name != "signed_in"
    }


async def test_an_old_code_is_worth_nothing(begins: Seated) -> None:
    way, secret = check_in_way(begins.booking_id), begins.secret(begins.trainer)
    with begins.made.database.write.begin() as db:
        db.execute(delete(PersonRow).where(PersonRow.id == begins.lia.id))
    for method in ("GET", "POST"):
        assert (await asked(way, secret, method, {}, OWN)).status_code == 404


# the picture


async def test_the_picture_leads_to_the_page(begins: Seated, monkeypatch: pytest.MonkeyPatch) -> None:
    way, secret = f"/fortbildung/{begins.date_id}/einchecken.svg", begins.secret(begins.lia)
    response = await asked(way, secret)
    assert (response.status_code, response.headers["content-type"]) == (200, "image/svg+xml")
    assert response.headers["cache-control"] == "no-store"
    assert b"<svg" in response.content
    monkeypatch.setattr(check_in_routes, "svg", str.encode)
    shown = (await asked(way, secret)).text
    assert shown.startswith(f"{BASE}/einchecken/")
    page = await asked(shown.removeprefix(BASE), begins.secret(begins.trainer))
    assert "Lia Licht" in page.text
    assert check_in_address(begins.booking_id).startswith(f"{BASE}/einchecken/")


async def test_nobody_gets_the_picture_of_others(begins: Seated) -> None:
    way = f"/fortbildung/{begins.date_id}/einchecken.svg"
    for person in (begins.made.person(), begins.trainer, begins.made.person(role=None)):
        assert (await asked(way, begins.secret(person))).status_code == 404
    assert (await asked(way)).status_code == 404
    for number in ODD:
        response = await asked(f"/fortbildung/{number}/einchecken.svg", begins.secret(begins.lia))
        assert response.status_code == 404


async def test_the_page_is_plain_and_strict(begins: Seated) -> None:
    page = await asked(check_in_way(begins.booking_id), begins.secret(begins.trainer))
    assert "unsafe" not in page.headers["content-security-policy"]
    assert not re.search(r"<script|<style|style=", page.text)
    assert page.headers["cache-control"] == "no-store"
