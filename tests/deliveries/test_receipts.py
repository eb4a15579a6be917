"""Receipts: who may confirm what, and what comes of remarks."""

from __future__ import annotations

import threading
from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from core.audit import Action, latest
from core.people.actor import OPERATOR
from core.people.person import NotAllowed, Person, School
from core.people.roles import Role
from core.people.tables import MembershipRow, PersonRow
from deliveries.pieces import Pieces
from deliveries.receipts import LONGEST, Receipt, confirm, remarks, settle_remark
from deliveries.refusals import (
    AlreadyConfirmed,
    ChangedMeanwhile,
    MissingTooMany,
    NoSuchLine,
    NotSetUpYet,
    WordMissing,
    WordTooLong,
)
from deliveries.status.lines import line_status
from deliveries.tables import ReceiptRow
from tests.deliveries.notices.conftest import anywhere as anywhere
from tests.deliveries.notices.conftest import town as town
from tests.deliveries.notices.town import HOUSE, NOW, Town, text_of

SET_UP = Pieces(set_up=12, in_use=8)


def do(town: Town, by: Person, line_id: int, missing: int = 0, said: str = "") -> None:
    with town.database.write.begin() as db:
        confirm(db, line_id, missing, said, by, NOW, HOUSE)


def settle(town: Town, by: Person, number: int, word: str = "Kommt am Montag.") -> None:
    with town.database.write.begin() as db:
        settle_remark(db, number, word, by, NOW, HOUSE)


def receipt_of(db: Session, line_id: int) -> Receipt:
    receipt = line_status(db, line_id, OPERATOR, NOW.date()).receipt
    assert receipt is not None
    return receipt


@pytest.fixture
def school(town: Town) -> School:
    return town.school("GS Am Westring")


@pytest.fixture
def head(town: Town, school: School) -> Person:
    return town.person(school, role=Role.HEAD, name="Ada Öz")


@pytest.fixture
def team(town: Town) -> Person:
    return town.person(role=Role.TEAM)


def test_the_school_confirms_and_it_stands_there_with_who_and_when(
    town: Town, school: School, head: Person
) -> None:
    line_id = town.line(school, SET_UP)
    do(town, head, line_id)
    with town.database.read() as db:
        receipt = receipt_of(db, line_id)
        assert (receipt.by, receipt.at, receipt.missing, receipt.remarks) == ("Ada Öz", NOW, 0, "")
        assert latest(db)[0].action is Action.RECEIPT_CONFIRMED
        assert latest(db)[0].about == f"line {line_id}, missing 0"
    assert town.mails() == []


@pytest.mark.parametrize("role", [Role.TEACHER, Role.TEAM])
def test_only_head_and_assistant_confirm(town: Town, school: School, role: Role) -> None:
    line_id = town.line(school, SET_UP)
    with pytest.raises(NotAllowed):
        do(town, town.person(school, role=role), line_id)
    do(town, town.person(school, role=Role.ASSISTANT), line_id)


def test_a_line_of_another_school_is_none(town: Town, head: Person) -> None:
    line_id = town.line(town.school(), SET_UP)
    for number in (line_id, 999, 0, -1, 2**40):
        with pytest.raises(NoSuchLine):
            do(town, head, number)


@pytest.mark.parametrize(
    "pieces",
    [Pieces(tested=1, in_use=19), Pieces(commissioned=20), Pieces(delivered=20), Pieces(cancelled=20)],
)
def test_what_is_not_set_up_is_not_confirmed(
    town: Town, school: School, head: Person, pieces: Pieces
) -> None:
    with pytest.raises(NotSetUpYet):
        do(town, head, town.line(school, pieces))


def test_cancelled_pieces_hinder_nobody(town: Town, school: School, head: Person) -> None:
    do(town, head, town.line(school, Pieces(in_use=19, cancelled=1)))


def test_it_is_confirmed_once(town: Town, school: School, head: Person) -> None:
    line_id = town.line(school, SET_UP)
    do(town, head, line_id)
    with pytest.raises(AlreadyConfirmed) as refused:
        do(town, town.person(school, role=Role.ASSISTANT), line_id, 3)
    assert refused.value == AlreadyConfirmed("Ada Öz", NOW)


def test_two_at_the_same_time_confirm_once(anywhere: Town) -> None:
    school = anywhere.school()
    people = [anywhere.person(school, role=Role.HEAD) for _ in range(3)]
    line_id = anywhere.line(school, SET_UP)
    start, refused = threading.Barrier(3), []

    def run(person: Person) -> None:
        start.wait(30)
        try:
            do(anywhere, person, line_id)
        except AlreadyConfirmed as refusal:
            refused.append(refusal.by)

    threads = [threading.Thread(target=run, args=[person]) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with anywhere.database.read() as db:
        assert db.scalar(select(func.count()).select_from(ReceiptRow)) == 1
    assert len(refused) == 2


@pytest.mark.parametrize("missing", [-1, 21])
def test_no_more_can_be_missing_than_were_ordered(
    town: Town, school: School, head: Person, missing: int
) -> None:
    line_id = town.line(school, SET_UP)
    with pytest.raises(MissingTooMany):
        do(town, head, line_id, missing)
    do(town, head, line_id, 20)


def test_a_remark_has_an_end(town: Town, school: School, head: Person) -> None:
    line_id = town.line(school, SET_UP)
    with pytest.raises(WordTooLong):
        do(town, head, line_id, 0, "x" * (LONGEST + 1))
    do(town, head, line_id, 0, "x" * LONGEST)


def test_the_team_is_told_of_remarks_and_of_nothing_that_pays(
    town: Town, school: School, head: Person, team: Person
) -> None:
    off = town.person(role=Role.TEAM)
    with town.database.write.begin() as db:
        db.get_one(PersonRow, off.id).active = False
    line_id = town.line(school, SET_UP)
    do(town, head, line_id, 2, "Zwei Displays\r\nfehlen.\x00")
    [mail] = town.mails()
    assert (mail["To"], mail["Subject"]) == (team.email, "Es fehlt etwas: GS Am Westring")
    text = text_of(mail)
    assert "Es fehlen: 2 von 20\n\nZwei Displays\nfehlen.\n" in text
    assert f"https://lotse.stadt.example/lieferung?nr={line_id}\n" in text
    assert "/lieferungen-aller-schulen?ansicht=rueckmeldungen\n" in text
    assert not any(word in text for word in ("DigitalPakt", "M-4711", "2030"))


def test_the_team_sees_what_is_open_first_and_each_is_answered_once(
    town: Town, school: School, head: Person, team: Person
) -> None:
    lines = [town.line(school, SET_UP) for _ in range(3)]
    for line_id, missing, said in zip(lines, (1, 0, 0), ("", "Kratzer", ""), strict=True):
        do(town, head, line_id, missing, said)
    with town.database.read() as db:
        first, second = remarks(db, team)
    assert (first.school, first.receipt.missing, second.receipt.remarks) == (school, 1, "Kratzer")
    settle(town, team, first.receipt.id)
    with town.database.read() as db:
        assert [each.receipt.line_id for each in remarks(db, team)] == [lines[1], lines[0]]
        assert remarks(db, team)[1].receipt.settled_word == "Kommt am Montag."
        assert latest(db)[0].action is Action.RECEIPT_SETTLED
    with pytest.raises(ChangedMeanwhile):
        settle(town, team, first.receipt.id)
    answers = town.mails(head)
    assert [mail["Subject"] for mail in answers] == ["Antwort auf Ihre Rückmeldung: ViewSonic 86 Zoll"]
    assert "am 23. November 2026" in text_of(answers[0])
    assert "Kommt am Montag." in text_of(answers[0])


def test_whoever_has_left_the_school_gets_no_answer(
    town: Town, school: School, head: Person, team: Person
) -> None:
    do(town, head, town.line(school, SET_UP), 1)
    with town.database.write.begin() as db:
        db.execute(delete(MembershipRow).where(MembershipRow.person_id == head.id))
    settle(town, team, 1)
    assert town.mails(head) == []


def test_an_answer_says_something(town: Town, school: School, head: Person, team: Person) -> None:
    do(town, head, town.line(school, SET_UP), 1)
    for word in ("", " .\n"):
        with pytest.raises(WordMissing):
            settle(town, team, 1, word)
    with pytest.raises(WordTooLong):
        settle(town, team, 1, "x" * (LONGEST + 1))
    for number in (2, 0, -5, 2**40):
        with pytest.raises(NoSuchLine):
            settle(town, team, number)


@pytest.mark.parametrize("role", [Role.TEACHER, Role.HEAD, None])
def test_only_the_team_sees_and_answers_remarks(
    town: Town, school: School, head: Person, role: Role | None
) -> None:
    do(town, head, town.line(school, SET_UP), 1)
    person = town.person(school, role=role)
    with pytest.raises(NotAllowed), town.database.read() as db:
        remarks(db, person)
    with pytest.raises(NotAllowed):
        settle(town, person, 1)
    with town.database.read() as db:
        assert len(remarks(db, OPERATOR)) == 1


def test_a_receipt_stays_when_whoever_gave_it_is_gone(
    town: Town, school: School, head: Person, team: Person
) -> None:
    line_id = town.line(school, SET_UP)
    do(town, head, line_id, 1)
    with town.database.write.begin() as db:
        db.execute(delete(PersonRow).where(PersonRow.id == head.id))
    settle(town, team, 1)
    with town.database.read() as db:
        assert receipt_of(db, line_id).by == ""
        assert receipt_of(db, line_id).settled_at == datetime(2026, 11, 23, 9, tzinfo=UTC)
