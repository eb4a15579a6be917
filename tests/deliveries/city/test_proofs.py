from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from core.people.actor import OPERATOR
from core.people.person import NotAllowed
from core.people.roles import Role
from core.spreadsheets import as_csv, as_xlsx
from deliveries.city.proofs import council_table, lines_table, programmes, proof_table
from deliveries.facts import Device, ReasonKind
from deliveries.stages import Stage
from deliveries.status.lines import school_status
from tests.deliveries.status.made import FIRST, TODAY, Deliveries, later


def test_a_school_s_lines_are_a_table(made: Deliveries) -> None:
    school = made.school("GS West")
    made.line(
        school.id, "mounted 12 commissioned 8", order="0047", room="204", promise="März 2024",
        stage=Stage.PART_DELIVERED, reason="Verkabelung", programme="IKT 2", measure="M-1",
        earmarked_until=date(2030, 12, 31),
    )  # fmt: skip
    lines = made.look(lambda db: school_status(db, school.id, OPERATOR, TODAY)).lines
    headings, rows = lines_table(lines, "de", funding=True)
    told = dict(zip(headings, rows[0], strict=True))
    assert told == {
        "Schule": "GS West", "Bestellnummer": "0047", "Position": 1, "Bereich": "Displays",
        "Kategorie": "Display", "Gerät": "ViewSonic 86 Zoll", "Raum": "204", "Bestellt": 20, "Da": 12,
        "Benutzbar": 0, "Storniert": 0, "Stand": "Teilgeliefert", "Zugesagt für": "März 2024",
        "Tage verspätet": 10, "Grund": "Verkabelung", "Stand vom": "05.02.2024",
        "Förderprogramm": "IKT 2", "Maßnahme": "M-1", "Zweckbindung bis": "31.12.2030",
    }  # fmt: skip
    headings, rows = lines_table(lines, "en", funding=False)
    assert (headings[0], rows[0][-1]) == ("School", "2024-02-05")
    assert "IKT 2" not in str(rows)


def test_who_may_not_know_the_funding_gets_none_even_if_asked_for(made: Deliveries) -> None:
    school = made.school()
    made.line(school.id, programme="IKT 2", measure="M-1", earmarked_until=date(2030, 12, 31))
    teacher = made.person(school)
    lines = made.look(lambda db: school_status(db, school.id, teacher, TODAY)).lines
    _headings, rows = lines_table(lines, "de", funding=True)
    assert rows[0][-3:] == ("", "", "")


def test_no_cell_is_a_formula(made: Deliveries) -> None:
    school = made.school()
    made.line(school.id, order="=1+2", reason="=HYPERLINK(1)", room="@SUM(1)", device=Device(model="+49"))
    lines = made.look(lambda db: school_status(db, school.id, OPERATOR, TODAY)).lines
    written = as_csv(*lines_table(lines, "de", funding=False)).decode("utf-8-sig")
    cells = written.splitlines()[1].split(";")
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]
    assert as_xlsx(*lines_table(lines, "de", funding=False))


def test_the_council_is_told_by_school_and_part(anywhere: Deliveries) -> None:
    made = anywhere
    west, east = made.school("GS West"), made.school("GS Ost")
    made.line(west.id, "in_use 4 mounted 8 commissioned 8", promise="März 2024",
              reason_kind=ReasonKind.CABLING)  # fmt: skip
    made.line(west.id, "commissioned 2 cancelled 1", stage=Stage.BLOCKED, reason="Umzug", on=later(3))
    made.line(west.id, "in_use 3", device=Device("Tablet", "Apple", "iPad"), reason="egal")
    made.line(east.id, "cancelled 3")
    headings, rows = made.look(lambda db: council_table(db, OPERATOR, TODAY, "de"))
    assert len(headings) == len(rows[0])
    assert rows == [
        ("GS West", "Displays", 22, 12, 4, 8, 10, 1, "Verkabelung; Umzug", "08.02.2024"),
        ("GS West", "Endgeräte", 3, 3, 3, 0, None, 0, "", "05.02.2024"),
    ]


def test_a_proof_says_of_each_measure_what_is_where_since_when(anywhere: Deliveries) -> None:
    made = anywhere
    west, east = made.school("GS West"), made.school("GS Ost")
    paid: dict[str, Any] = {"programme": "IKT 2", "measure": "M-2", "earmarked_until": date(2030, 12, 31)}
    line_id = made.line(west.id, "commissioned 4", order="B-1", room="204", **paid)
    made.told(line_id, later(10), pieces="delivered 4")
    made.told(line_id, later(20), pieces="set_up 4")
    made.line(east.id, "commissioned 2 cancelled 5", order="B-2", **{**paid, "measure": "M-1"})
    made.line(east.id, "cancelled 2", order="B-3", **paid)
    made.line(east.id, "in_use 1", order="B-5", **{**paid, "measure": "M-3"})
    made.line(east.id, order="B-4", programme="DigitalPakt 1")
    headings, rows = made.look(lambda db: proof_table(db, "IKT 2", OPERATOR, "de"))
    assert len(headings) == len(rows[0])
    assert rows == [
        ("M-1", "GS Ost", "", "Display", "ViewSonic 86 Zoll", 2, 0, 0, "", "", "31.12.2030", "B-2", 1),
        ("M-2", "GS West", "204", "Display", "ViewSonic 86 Zoll", 4, 4, 4, "15.02.2024", "25.02.2024",
         "31.12.2030", "B-1", 1),
        ("M-3", "GS Ost", "", "Display", "ViewSonic 86 Zoll", 1, 1, 1, "spätestens 05.02.2024",
         "spätestens 05.02.2024", "31.12.2030", "B-5", 1),
    ]  # fmt: skip
    assert made.look(lambda db: programmes(db, OPERATOR)) == ("DigitalPakt 1", "IKT 2")
    assert made.look(lambda db: proof_table(db, "IKT 9", OPERATOR, "de"))[1] == []


@pytest.mark.parametrize("role", [Role.TEACHER, Role.HEAD, Role.ASSISTANT, Role.TRAINER, None])
def test_tables_of_all_schools_are_for_the_city_s_team(made: Deliveries, role: Role | None) -> None:
    person = made.person(made.school(), role=role)
    with made.database.read() as db:
        with pytest.raises(NotAllowed):
            council_table(db, person, FIRST, "de")
        with pytest.raises(NotAllowed):
            proof_table(db, "IKT 2", person, "de")
        with pytest.raises(NotAllowed):
            programmes(db, person)
