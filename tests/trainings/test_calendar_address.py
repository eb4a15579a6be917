"""The personal calendar's address: who gets one, what it opens, and how it dies."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import update

from core.people.person import NotAllowed, Person
from core.people.tables import PersonRow
from core.signing import Signer
from tests.trainings.made import DAY, HOUSE, NOW, Made
from trainings.calendars.address import path_of, person_of, renew
from trainings.calendars.entries import entries, entry
from trainings.refusals import NoSuchBooking
from trainings.seats import booking
from trainings.seats.tables import BookingRow

SIGNER = Signer("geheim" * 8)


def path(made: Made, person: Person, signer: Signer = SIGNER) -> str:
    with made.database.write.begin() as db:
        return path_of(db, person, signer)


def token(made: Made, person: Person) -> str:
    return path(made, person).removeprefix("/kalender/").removesuffix(".ics")


def owner(made: Made, word: str, signer: Signer = SIGNER) -> Person | None:
    with made.database.read() as db:
        return person_of(db, word, signer)


def change(made: Made, person: Person, **values: object) -> None:
    with made.database.write.begin() as db:
        db.execute(update(PersonRow).where(PersonRow.id == person.id).values(**values))


def test_the_address_stays_the_same_and_opens_one_s_own_calendar(anywhere: Made) -> None:
    ada, eva = anywhere.person(), anywhere.person()
    assert path(anywhere, ada) == path(anywhere, ada)
    assert path(anywhere, ada).startswith(f"/kalender/{ada.id}-")
    assert owner(anywhere, token(anywhere, ada)) == ada
    assert owner(anywhere, token(anywhere, eva)) == eva


def test_a_renewal_kills_the_old_address_and_gives_another(anywhere: Made) -> None:
    ada, eva = anywhere.person(), anywhere.person()
    old, other = token(anywhere, ada), token(anywhere, eva)
    with anywhere.database.write.begin() as db:
        renew(db, ada, NOW)
    assert owner(anywhere, old) is None
    assert owner(anywhere, token(anywhere, ada)) == ada
    assert owner(anywhere, other) == eva


def test_who_renews_before_there_was_an_address_gets_a_good_one(made: Made) -> None:
    ada = made.person()
    with made.database.write.begin() as db:
        renew(db, ada, NOW)
    assert owner(made, token(made, ada)) == ada


def test_what_was_never_given_out_opens_nothing(made: Made) -> None:
    ada, eva, nobody = made.person(), made.person(), made.person()
    word = token(made, ada)
    token(made, eva)
    digest = word.partition("-")[2]
    flipped = digest[:-1] + ("0" if digest[-1] != "0" else "1")
    never_asked = SIGNER.hash("calendar address", f"{nobody.id} 0")
    wrong = (
        "",
        "-",
        str(ada.id),
        f"{ada.id}-",
        f"{ada.id}-{flipped}",
        f"{eva.id}-{digest}",
        f"{nobody.id}-{never_asked}",
        f"0{ada.id}-{digest}",
        f"{ada.id}-{digest.upper()}",
        f"{ada.id}-{digest}\n",
        f" {word}",
        f"{ada.id}-{digest}0",
        f"٣-{digest}",
        f"9999999999-{digest}",
        f"{2**31}-{digest}",
        f"-{ada.id}-{digest}",
        "a" * 5000,
    )
    assert [each for each in wrong if owner(made, each) is not None] == []
    assert owner(made, word, Signer("anders" * 8)) is None


def test_the_address_of_somebody_who_may_not_come_in_is_dead_for_that_time(made: Made) -> None:
    ada = made.person()
    word = token(made, ada)
    change(made, ada, active=False)
    assert owner(made, word) is None
    change(made, ada, active=True, role=None)
    assert owner(made, word) is None
    change(made, ada, role="teacher")
    assert owner(made, word) is not None


def test_who_has_no_role_gets_no_address(made: Made) -> None:
    nobody = made.person(role=None)
    for act in (lambda db: path_of(db, nobody, SIGNER), lambda db: renew(db, nobody, NOW)):
        with made.database.write.begin() as db, pytest.raises(NotAllowed):
            act(db)


def test_two_who_ask_at_once_get_the_same_address(anywhere: Made) -> None:
    ada = anywhere.person()
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(lambda _: path(anywhere, ada), range(8)))) == 1


# what stands in it


def book(made: Made, date_id: int, person: Person) -> None:
    with made.database.write.begin() as db:
        booking.book(db, date_id, person, NOW, HOUSE, despite_overlap=True)


def ids(made: Made, person: Person, later: timedelta = timedelta(0)) -> list[int]:
    with made.database.read() as db:
        return [date.id for date, _, _ in entries(db, person, NOW + later)]


def test_the_calendar_holds_coming_seats_and_those_of_the_last_90_days(anywhere: Made) -> None:
    ada, eva = anywhere.person(), anywhere.person()
    late, soon, others = anywhere.date(starts_in=30 * DAY), anywhere.date(starts_in=2 * DAY), anywhere.date()
    for date_id in (late, soon):
        book(anywhere, date_id, ada)
    book(anywhere, others, eva)
    assert ids(anywhere, ada) == [soon, late]
    assert ids(anywhere, ada, 92 * DAY) == [soon, late]
    assert ids(anywhere, ada, 93 * DAY) == [late]
    with anywhere.database.read() as db:
        assert entry(db, soon, ada)[0].id == soon
        with pytest.raises(NoSuchBooking):
            entry(db, others, ada)


def test_who_waits_has_cancelled_or_whose_date_is_off_has_nothing_there(made: Made) -> None:
    ada, eva = made.person(), made.person()
    full, left, off = made.date(1), made.date(), made.date(2)
    book(made, full, eva)
    book(made, left, ada)
    book(made, off, ada)
    with made.database.write.begin() as db:
        booking.wait(db, full, ada, NOW, HOUSE)
        booking.cancel(db, left, ada, NOW, HOUSE)
        made.booking(db, off, ada).date.state = "cancelled"
    assert ids(made, ada) == []
    for date_id in (full, left, off):
        with made.database.read() as db, pytest.raises(NoSuchBooking):
            entry(db, date_id, ada)


@pytest.mark.parametrize(("next_one", "last"), [(0, 0), (1, 0), (5, 4)])
def test_the_calendar_counts_as_the_last_mail_did(made: Made, next_one: int, last: int) -> None:
    ada, date_id = made.person(), made.date()
    book(made, date_id, ada)
    with made.database.write.begin() as db:
        made.booking(db, date_id, ada).sequence = next_one
    with made.database.read() as db:
        row = db.query(BookingRow).one()
        assert [(found, count) for _, found, count in entries(db, ada, NOW)] == [(row.id, last)]


def test_who_has_no_role_has_no_calendar(made: Made) -> None:
    nobody = made.person(role=None)
    with made.database.read() as db:
        with pytest.raises(NotAllowed):
            entries(db, nobody, NOW)
        with pytest.raises(NotAllowed):
            entry(db, 1, nobody)
