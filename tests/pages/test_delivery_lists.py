"""Reading lists of deliveries in: seen before it is written, asked where only a person knows, told after."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import func, select
from streamlit.testing.v1 import AppTest

from core.house import House
from core.people.actor import OPERATOR
from core.people.person import Person, School
from core.people.roles import Role
from deliveries.importing.imports import imports
from deliveries.importing.profiles import profiles
from deliveries.importing.spellings import confirm_spelling, spellings
from deliveries.importing.taking import Way, import_export
from deliveries.push import make_token, tokens
from deliveries.reading.export import read_export
from deliveries.stages import Stage
from deliveries.tables import LineChangeRow, OrderLineRow
from tests.pages.signed_in import House as Portal
from tests.pages.signed_in import told
from ui.texts import GERMAN

L = GERMAN.lists
PAGE = "delivery_lists.py"
MAILS = House("lotse@stadt.example", "https://lotse.example")
HEAD = "Bestellnummer;Position;Schule;Kategorie;Modell;Menge bestellt;Menge geliefert;Status;Liefertermin"
FIRST = "A-1;1;GS Nord;Display;75 Zoll;12;;Beauftragt;Mai 2026"
SECOND = "A-1;2;GS Süd;Display;86 Zoll;4;4;Montiert;"
ADDRESSES = [
    {},
    {"ansicht": "bisher"},
    {"ansicht": "bisher", "liste": "1"},
    {"ansicht": "fehlende"},
    {"ansicht": "schulnamen"},
    {"ansicht": "aufbau"},
    {"ansicht": "aufbau", "nr": "1"},
    {"ansicht": "automatisch"},
]


@pytest.fixture
def team(house: Portal) -> Person:
    return house.signed_in_as(Role.TEAM)


@pytest.fixture
def north(house: Portal) -> School:
    house.school("GS Süd")
    return house.school("GS Nord")


def a_list(*rows: str, head: str = HEAD) -> bytes:
    return "\n".join((head, *rows)).encode()


def taken(house: Portal, *rows: str, name: str = "stand-2026-03-01.csv", **how: Any) -> None:
    """A list that came in before, in another way."""
    export = read_export(a_list(*rows), name)
    with house.database.write.begin() as db:
        import_export(db, export, Way.COMMAND, OPERATOR, datetime.now(UTC), MAILS, **how)


def given(at: AppTest, *rows: str, name: str = "stand-2026-04-01.csv", head: str = HEAD) -> AppTest:
    return at.file_uploader[0].upload(name, a_list(*rows, head=head), "text/csv").run()


def lines(house: Portal) -> list[OrderLineRow]:
    with house.database.read() as db:
        return list(db.scalars(select(OrderLineRow).order_by(OrderLineRow.id)))


def changes(house: Portal) -> int:
    with house.database.read() as db:
        return db.scalar(select(func.count()).select_from(LineChangeRow)) or 0


def plain(label: str) -> str:
    return re.sub(r"\\(.)\u2060?", r"\1", label)


def press(at: AppTest, label: str) -> AppTest:
    return next(button for button in at.button if plain(button.label) == label).click().run()


def groups(at: AppTest) -> list[str]:
    """What the preview counts."""
    return next(list(pills.options) for pills in at.button_group if pills.label == L.group_label)


def shown_group(at: AppTest, name: str) -> AppTest:
    pills = next(pills for pills in at.button_group if pills.label == L.group_label)
    return pills.set_value(name).run()


@pytest.mark.parametrize("role", [Role.TEACHER, Role.HEAD, Role.ASSISTANT, Role.TRAINER])
def test_lists_are_for_the_team_only(house: Portal, north: School, role: Role) -> None:
    taken(house, FIRST)
    house.signed_in_as(role)
    for address in ADDRESSES:
        at = house.open(PAGE, **address)
        assert GERMAN.frame.not_for_role in told(at)
        assert "stand-2026" not in told(at)
        assert not at.file_uploader


def test_a_list_is_seen_before_it_is_taken_and_taken_once(house: Portal, team: Person, north: School) -> None:
    at = house.open(PAGE)
    assert L.lead in told(at)
    at = given(at, FIRST, SECOND)
    assert "2 Bestellzeilen" in told(at)
    assert "12 × Display 75 Zoll" in told(at)
    assert at.date_input[0].value == date(2026, 4, 1)
    assert L.day_told in told(at)
    assert lines(house) == []
    at = press(at, "2 Änderungen übernehmen")
    assert "Übernommen: 2 neu." in told(at)
    assert [(line.order_number, line.position, line.ordered) for line in lines(house)] == [
        ("A-1", 1, 12),
        ("A-1", 2, 4),
    ]
    kept = changes(house)
    at = given(at, FIRST, SECOND)
    assert L.nothing_to_take in told(at)
    at = press(at, L.take_same)
    assert L.taken_without in told(at)
    assert changes(house) == kept
    with house.database.read() as db:
        assert [(past.way, past.by) for past in imports(db, OPERATOR)] == [("page", team.name)] * 2


def test_all_faults_at_once_and_the_good_rows_all_the_same(
    house: Portal, team: Person, north: School
) -> None:
    bad = "A-2;1;GS Nord;Display;75 Zoll;3;9;Irgendwo;Mai 2026"
    at = given(house.open(PAGE), FIRST, bad)
    assert groups(at) == ["Fehler: 2", "Neu: 1"]
    said = told(at)
    assert "Zeile 3" in said
    assert "Menge geliefert: „9“" in said
    assert "Status: „Irgendwo“" in said
    assert L.fault_stays in said
    at = press(at, "1 Änderung übernehmen")
    assert "1 neu, 1 mit Fehlern" in told(at)
    assert [line.order_number for line in lines(house)] == ["A-1"]


def test_an_unknown_school_is_confirmed_once(house: Portal, team: Person, north: School) -> None:
    at = given(house.open(PAGE), FIRST.replace("GS Nord", "GS Nort"))
    assert L.schools_asked in told(at)
    assert "GS Nort" in told(at)
    at = press(at, "Ja, das ist GS Nord")
    assert "Gemerkt: „GS Nort“ ist GS Nord." in told(at)
    assert groups(at) == ["Neu: 1"]
    with house.database.read() as db:
        assert [(each.written, each.school.name) for each in spellings(db, OPERATOR)] == [
            ("GS Nort", "GS Nord")
        ]


def test_a_name_without_suggestion_is_chosen_and_said_in_a_second_step(
    house: Portal, team: Person, north: School
) -> None:
    at = given(house.open(PAGE), FIRST.replace("GS Nord", "Haus der sieben Wunder"))
    at = next(box for box in at.selectbox if box.placeholder == L.choose_school).set_value("GS Nord").run()
    assert groups(at) == ["Fehler: 1"], "choosing alone remembers nothing"
    at = press(at, L.keep_school)
    assert groups(at) == ["Neu: 1"]


def test_an_unknown_word_for_a_stage_is_given_its_meaning(house: Portal, team: Person, north: School) -> None:
    at = given(house.open(PAGE), FIRST.replace("Beauftragt", "Wartet auf Spedition"))
    assert L.words_asked in told(at)
    box = next(box for box in at.selectbox if "Wartet auf Spedition" in box.label)
    box.set_value(Stage.COMMISSIONED)
    at = press(at, L.keep_words)
    assert L.words_kept in told(at)
    assert groups(at) == ["Neu: 1"]
    at = press(at, "1 Änderung übernehmen")
    assert lines(house)[0].stage == "commissioned"


def test_unknown_columns_are_said_once_and_known_the_next_time(
    house: Portal, team: Person, north: School
) -> None:
    head = HEAD.replace("Bestellnummer", "Kennung").replace("Menge bestellt", "Wie viele")
    at = given(house.open(PAGE), FIRST, head=head)
    assert "Bestellnummer" in at.error[0].value
    assert L.columns_asked in told(at)
    for label, heading in ((L.columns["order"], "Kennung"), (L.columns["ordered"], "Wie viele")):
        next(box for box in at.selectbox if box.label == label).set_value(heading)
    next(field for field in at.text_input if field.label == L.layout_name).set_value("Wochenliste")
    at = press(at, L.keep_layout)
    assert groups(at) == ["Neu: 1"]
    assert "Aufbau „Wochenliste“" in told(at)
    at = press(at, "1 Änderung übernehmen")
    at = given(at, FIRST.replace(";12;", ";13;"), name="stand-2026-05-01.csv", head=head)
    assert groups(at) == ["Geändert: 1"]


def test_what_goes_back_is_shown_first_with_what_changes(house: Portal, team: Person, north: School) -> None:
    taken(house, FIRST, SECOND)
    at = given(
        house.open(PAGE), FIRST.replace("Mai", "Juni"), SECOND.replace("4;4;Montiert", "4;0;Beauftragt")
    )
    assert groups(at) == ["Geht zurück: 1", "Geändert: 1"]
    assert "A-1 / 2" in told(at)
    assert "A-1 / 1" not in told(at)
    at = shown_group(at, "changed")
    assert "Juni 2026" in told(at)
    press(at, "2 Änderungen übernehmen")
    assert lines(house)[0].promised_written == "Juni 2026"


def test_a_line_for_another_school_names_it(house: Portal, team: Person, north: School) -> None:
    taken(house, FIRST)
    at = given(house.open(PAGE), FIRST.replace("GS Nord", "GS Süd").replace("Beauftragt", "Geliefert"))
    assert "Jetzt für GS Süd" in told(at)
    assert told(at).count("<li>") == 2, "the school and the stage, from which the pieces follow"


def test_an_older_list_says_nothing_unless_it_is_meant_to(house: Portal, team: Person, north: School) -> None:
    taken(house, FIRST, name="stand-2026-05-01.csv")
    at = given(house.open(PAGE), FIRST.replace(";12;", ";15;"))
    assert groups(at) == ["Veraltet: 1"]
    at = next(box for box in at.checkbox if box.label == L.older).check().run()
    assert groups(at) == ["Geändert: 1"]


def test_lines_missing_from_a_complete_list_are_asked_about(
    house: Portal, team: Person, north: School
) -> None:
    taken(house, FIRST, SECOND.replace("4;4;Montiert", "4;0;Beauftragt"))
    at = given(house.open(PAGE), FIRST)
    assert L.unlisted_one in told(at)
    at = next(box for box in at.checkbox if box.label == L.full).check().run()
    assert L.missing_coming_one in told(at)
    at = press(at, L.take_same)
    assert L.missing_ask in told(at)
    assert "GS Süd" in told(at)
    at = press(at, L.is_cancelled)
    assert at.error, "the school is owed a reason"
    next(field for field in at.text_input if field.label == L.why).set_value("Nicht mehr lieferbar")
    at = press(at, L.is_cancelled)
    assert L.none_missing in told(at)
    assert [line.stage for line in lines(house)] == ["commissioned", "cancelled"]


def test_nothing_is_taken_that_was_not_shown(house: Portal, team: Person, north: School) -> None:
    at = given(house.open(PAGE), FIRST)
    taken(house, FIRST.replace(";12;", ";20;"))
    at = press(at, "1 Änderung übernehmen")
    assert L.changed_meanwhile in told(at)
    assert groups(at) == ["Geändert: 1"]
    assert lines(house)[0].ordered == 20


def test_a_file_that_is_no_list_is_refused_with_a_sentence(house: Portal, team: Person) -> None:
    at = house.open(PAGE).file_uploader[0].upload("bild.csv", b"\x89PNG\r\n\x1a\n\x00\x00", "text/csv").run()
    assert at.error
    assert not at.exception
    assert L.columns_asked not in told(at)


def test_foreign_words_do_no_harm(house: Portal, team: Person, north: School) -> None:
    evil = "<script>alert(1)</script>"
    at = given(house.open(PAGE), FIRST.replace("75 Zoll", evil), FIRST.replace("GS Nord", evil))
    shown_group(at, "created")
    assert not at.exception
    assert evil not in "\n".join(str(element.value) for element in at.html)


def test_a_long_list_is_shown_in_parts(house: Portal, team: Person, north: School) -> None:
    rows = [f"B-{number};1;GS Nord;Display;75 Zoll;1;;Beauftragt;" for number in range(300)]
    at = given(house.open(PAGE), *rows)
    assert groups(at) == ["Neu: 300"]
    assert told(at).count('class="list-row ') == 50
    at = press(at, L.more)
    assert told(at).count('class="list-row ') == 150


def test_past_lists_keep_their_reports(house: Portal, team: Person, north: School) -> None:
    at = house.open(PAGE, ansicht="bisher")
    assert L.no_lists in told(at)
    taken(house, FIRST, SECOND.replace("GS Süd", "GS Anderswo"))
    at = house.open(PAGE, ansicht="bisher")
    assert "stand-2026-03-01.csv" in told(at)
    assert "1 neu, 1 mit Fehlern" in told(at)
    at = press(at, L.open_report)
    assert "GS Anderswo" in told(at)
    assert "/lieferungen/listen/1/fehler.csv" in told(at)
    assert L.no_such_list in told(house.open(PAGE, ansicht="bisher", liste="77"))


def test_remembered_names_can_be_forgotten(house: Portal, team: Person, north: School) -> None:
    with house.database.write.begin() as db:
        confirm_spelling(db, "Nordschule", north.id, OPERATOR, datetime.now(UTC))
    at = house.open(PAGE, ansicht="schulnamen")
    assert "Nordschule" in told(at)
    at = press(at, L.remove)
    assert L.no_names in told(at)


def test_layouts_can_be_changed_and_forgotten(house: Portal, team: Person, north: School) -> None:
    at = given(house.open(PAGE), FIRST.replace("Beauftragt", "Irgendwo"))
    next(box for box in at.selectbox if "Irgendwo" in box.label).set_value(Stage.PLANNED)
    press(at, L.keep_words)
    at = press(house.open(PAGE, ansicht="aufbau"), L.edit)
    next(box for box in at.selectbox if box.label == "irgendwo").set_value(Stage.BLOCKED)
    at = [button for button in at.button if button.label == L.save][1].click().run()
    assert "ist geändert" in told(at)
    with house.database.read() as db:
        assert dict(profiles(db, OPERATOR)[0].stages) == {"irgendwo": "blocked"}
    at = press(at, L.remove)
    assert L.no_layouts in told(at)
    assert L.no_such_layout in told(house.open(PAGE, ansicht="aufbau", nr="1"))


def test_a_key_for_another_system_is_shown_once(house: Portal, team: Person) -> None:
    at = house.open(PAGE, ansicht="automatisch")
    assert L.folder_off in told(at)
    assert L.no_tokens in told(at)
    at.text_input[0].set_value("Ticketsystem")
    at = press(at, L.make_token)
    secret = at.code[0].value
    assert secret.startswith("lotse_")
    at = press(at, L.token_seen)
    assert not at.code
    assert secret not in told(at)
    at = press(press(at, L.revoke), L.revoke_yes)
    assert "gesperrt am" in told(at)
    with house.database.read() as db:
        assert [token.valid for token in tokens(db, OPERATOR)] == [False]


def test_whoever_lost_the_right_meanwhile_changes_nothing(house: Portal, team: Person, north: School) -> None:
    with house.database.write.begin() as db:
        make_token(db, "Ticketsystem", OPERATOR, datetime.now(UTC))
    at = press(house.open(PAGE, ansicht="automatisch"), L.revoke)
    house.end_sessions(team)
    press(at, L.revoke_yes)
    with house.database.read() as db:
        assert [token.valid for token in tokens(db, OPERATOR)] == [True]
