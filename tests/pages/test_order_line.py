"""One order line: its sentence, its history, who pays, and changing it with a reason."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from core.people.actor import OPERATOR
from core.people.roles import Role
from core.people.workplaces import set_schools
from deliveries.facts import Field, Period
from deliveries.kept import keep_period
from deliveries.pieces import Pieces
from tests.pages.conftest import words
from tests.pages.signed_in import House, told
from tests.pages.test_school_deliveries import HOSTILE, works_at
from tests.pages.test_school_deliveries import ordered as ordered
from tests.ui.deliveries.made import DAY, Ordered, day
from ui.deliveries.edit_fields import Fields
from ui.texts import GERMAN

T = GERMAN.deliveries
MAY = Period(date(2027, 5, 31), date(2027, 5, 1), "Mai 2027")


def page(house: House, line_id: int | str) -> AppTest:
    at = house.open("order_line.py", nr=str(line_id))
    assert not at.exception
    return at


def test_the_line_says_how_it_stands_and_what_comes_next(house: House, ordered: Ordered) -> None:
    school = ordered.school("GS Am Westring")
    works_at(house, Role.TEACHER, school)
    pieces, late = Pieces(mounted=4, commissioned=8), day(ordered.today - 9 * DAY)
    line = ordered.line(school, pieces, promise=late, room="Haus B", order_number="B-77", stage="mounted")
    at = page(house, line)
    said = told(at)
    for text in (
        "12 Displays",
        "9 Tage verspätet",
        "Haus B",
        "B-77, Position 1",
        T.next_step,
        "4 montiert, 8 bestellt",
    ):
        assert text in said
    back = next(link.proto for link in at.get("page_link") if link.proto.label == T.back)
    assert back.query_string == f"schule={school.id}"


def test_the_history_stands_there_the_newest_first_with_who_said_it(house: House, ordered: Ordered) -> None:
    school = ordered.school()
    works_at(house, Role.TEACHER, school)
    line = ordered.line(school, promise=day(date(2027, 3, 31)))
    old = keep_period(day(date(2027, 3, 31)))
    listed = ordered.imported("stand-november.csv")
    ordered.change(line, Field.PROMISE, old, keep_period(MAY), import_id=listed, at=ordered.now + DAY)
    editor = house.person("Erika Eintrag", Role.TEAM)
    by_hand = {
        "by_id": editor.id,
        "why": "Anruf der Spedition",
        "backwards": True,
        "at": ordered.now + 2 * DAY,
    }
    ordered.change(line, Field.ROOM, None, "Raum 7", **by_hand)
    story = words(page(house, line)).split('<ol class="story">')[1]
    order = [story.index(text) for text in ("Anruf der Spedition", "stand-november.csv", "Mai 2027")]
    assert story.index("Erika Eintrag") < order[0] < order[1] < order[2]
    assert T.went_back in story


def test_who_pays_is_for_the_head_and_the_team(house: House, ordered: Ordered) -> None:
    school = ordered.school()
    line = ordered.line(
        school, programme="DigitalPakt 1", measure="Maßnahme Sieben", earmarked_until=date(2031, 12, 31)
    )
    ordered.change(line, Field.PROGRAMME, None, "DigitalPakt 1")
    works_at(house, Role.TEACHER, school)
    secrets = ("DigitalPakt", "Maßnahme Sieben", "2031", T.programme)
    assert not [secret for secret in secrets if secret in words(page(house, line))]
    works_at(house, Role.HEAD, school)
    assert all(secret in words(page(house, line)) for secret in secrets)


@pytest.mark.parametrize("role", [Role.TEACHER, Role.HEAD, Role.ASSISTANT])
def test_a_line_of_another_school_does_not_exist(house: House, ordered: Ordered, role: Role) -> None:
    own, other = ordered.school(), ordered.school("GS Geheim")
    line = ordered.line(other, order_number="B-geheim")
    works_at(house, role, own)
    for number in (line, 0, 4711, "x", "9" * 40):
        said = words(page(house, number))
        assert T.no_line in said
        assert "geheim" not in said.casefold()


def test_foreign_words_stay_words(house: House, ordered: Ordered) -> None:
    school = ordered.school()
    said: dict[str, Any] = dict.fromkeys(
        ("category", "model", "room", "reason", "order_number", "programme", "measure"), HOSTILE
    )
    line = ordered.line(school, stage="blocked", import_id=ordered.imported(HOSTILE), **said)
    ordered.change(line, Field.ROOM, HOSTILE, HOSTILE, why=HOSTILE)
    works_at(house, Role.HEAD, school)
    assert "<img src=x" not in words(page(house, line))


# changing it


def fill(at: AppTest, fields: Fields, why: str = "Anruf der Spedition") -> AppTest:
    """Four of twelve pieces have been mounted, the rest comes in May."""
    at.number_input(key=fields.key("commissioned")).set_value(8)
    at.number_input(key=fields.key("mounted")).set_value(4)
    at.selectbox(key=fields.key("stage")).set_value("mounted")
    at.text_input(key=fields.key("promise")).set_value("Mai 2027")
    at.text_area(key=fields.key("why")).set_value(why)
    return next(button for button in at.button if button.label == T.save).click().run()


def fields_of(ordered: Ordered, line_id: int, seen: int) -> Fields:
    class Known:
        id = line_id

    return Fields(Known, seen)  # type: ignore[arg-type]


def test_the_team_changes_a_line_with_a_reason(house: House, ordered: Ordered) -> None:
    line = ordered.line(ordered.school())
    seen = ordered.change(line, Field.ROOM, None, "Haus B")
    house.signed_in_as(Role.TEAM, "Erika Eintrag")
    at = fill(page(house, line), fields_of(ordered, line, seen))
    assert not at.exception
    assert T.saved in told(at)
    row = ordered.row(line)
    assert (row.pieces_mounted, row.pieces_commissioned, row.stage) == (4, 8, "mounted")
    assert (row.promised_last, row.promised_written) == (date(2027, 5, 31), "Mai 2027")
    assert "Erika Eintrag" in words(at)
    assert "Anruf der Spedition" in words(at)


def test_without_a_reason_nothing_changes_and_nothing_typed_is_lost(house: House, ordered: Ordered) -> None:
    line = ordered.line(ordered.school())
    fields = fields_of(ordered, line, ordered.change(line, Field.ROOM, None, "Haus B"))
    house.signed_in_as(Role.TEAM)
    at = fill(page(house, line), fields, why="  ")
    assert at.error
    assert ordered.row(line).pieces_mounted == 0
    assert at.text_input(key=fields.key("promise")).value == "Mai 2027"


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(house: House, ordered: Ordered) -> None:
    line = ordered.line(ordered.school())
    seen = ordered.change(line, Field.ROOM, None, "Haus B")
    house.signed_in_as(Role.TEAM)
    at = page(house, line)
    ordered.change(line, Field.ROOM, "Haus B", "Haus C")
    at = fill(at, fields_of(ordered, line, seen))
    assert at.error
    assert ordered.row(line).pieces_mounted == 0


@pytest.mark.parametrize("role", [Role.TEACHER, Role.HEAD, Role.ASSISTANT])
def test_nobody_else_can_change_it(house: House, ordered: Ordered, role: Role) -> None:
    school = ordered.school()
    line = ordered.line(school)
    person = works_at(house, role, school)
    at = page(house, line)
    assert T.save not in told(at)
    with house.database.write.begin() as db:
        set_schools(db, person.id, [], OPERATOR, ordered.now)
    assert T.no_line in words(page(house, line)), "who no longer works there no longer sees it"
