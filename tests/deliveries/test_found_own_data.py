"""What is kept about somebody who handed lists in and changed lines can be written down as a file."""

from __future__ import annotations

import json

from core.people.own_data import export
from core.people.roles import Role
from deliveries.editing import LineEdit, change_line
from deliveries.importing.taking import Way, import_export
from deliveries.reading.export import read_export
from deliveries.stages import Stage
from tests.deliveries.notices.conftest import town as town
from tests.deliveries.notices.town import HOUSE, NOW, Town
from tests.deliveries.test_receipts import SET_UP

LIST = b"Bestellnummer;Schule;Ger\xc3\xa4t;Menge;Status\nA-1;GS Am Westring;iPad;3;Beauftragt\n"
EDIT = LineEdit(SET_UP, "Mai 2027", Stage.SET_UP, "", None, "", "", "", None)


def test_lists_and_changes_are_told_with_their_days(town: Town) -> None:
    line_id = town.line(town.school("GS Am Westring"), SET_UP)
    team = town.person(role=Role.TEAM)
    listed = read_export(LIST, "Stand 2026-11-20.csv")
    with town.database.write.begin() as db:
        import_export(db, listed, Way.PAGE, team, NOW, HOUSE)
        change_line(db, line_id, EDIT, "Anruf", team, NOW, HOUSE)
        told = json.loads(json.dumps(export(db, team.id, team, NOW)))
    assert told["delivery_imports"][0]["as_of"] == "2026-11-20"
    assert told["line_changes"][-1]["as_of"] == "2026-11-23"
