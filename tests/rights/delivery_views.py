"""Views of the pages of deliveries on which something is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import func, select
from streamlit.testing.v1 import AppTest

from deliveries.tables import LineChangeRow
from tests.rights.conftest import Town
from tests.rights.view import Fills, View
from ui.portal import entrance
from ui.texts import GERMAN

C, D, L, R = GERMAN.city, GERMAN.deliveries, GERMAN.lists, GERMAN.receipts
LINE, CITY, LISTS = "order_line.py", "city_deliveries.py", "delivery_lists.py"
A_LIST = (
    "Bestellnummer;Position;Schule;Kategorie;Menge;Geliefert;Status\n"
    "NEU-1;1;Sek Fremdes Feld;Display;3;0;Beauftragt\n"
)


def _nothing(at: AppTest, town: Town) -> None:
    pass


def _at(**address: str) -> Callable[[Town], Mapping[str, str]]:
    return lambda town: address


def _line(town: Town) -> Mapping[str, str]:
    return {"nr": str(town.supplied.lines["foreign usable"])}


def _fill_line(at: AppTest, town: Town) -> None:
    number = town.supplied.lines["foreign usable"]
    newest = select(func.max(LineChangeRow.id)).where(LineChangeRow.line_id == number)
    with entrance().database.read() as db:
        fields = f"line-{number}-{db.scalar(newest)}"
    at.text_input(key=f"{fields}-room").set_value("Raum 1.04")
    at.text_area(key=f"{fields}-why").set_value("Umzug")


def _fill_answer(at: AppTest, town: Town) -> None:
    at.text_area(key=f"city-remarks-answer-{town.supplied.receipt}").set_value("Kommt noch")


def _ask_to_remove(at: AppTest, town: Town) -> None:
    at.button(key=f"remove-milestone-{town.supplied.milestone}").click().run()


def _fill_milestone(at: AppTest, town: Town) -> None:
    at.text_input(key="city-milestone-0-title").set_value("Server überall")
    at.text_input(key="city-milestone-0-due").set_value("12/2030")


def _fill_missing(at: AppTest, town: Town) -> None:
    at.text_input(key=f"missing-why-{town.supplied.missing}").set_value("Entfällt")


def _fill_access(at: AppTest, town: Town) -> None:
    at.button(key=f"revoke-{town.supplied.token}").click().run()
    at.text_input(key="lists-token-name").set_value("Neues System")


def _upload(at: AppTest, town: Town) -> None:
    at.file_uploader[0].upload("liste.csv", A_LIST.encode(), "text/csv").run()
    at.text_input(key="list-layout-name").set_value("Neu")


def _lists(view: str, fill: Fills, *writes: str, leads: tuple[str, ...] = ()) -> View:
    return View(LISTS, _at(ansicht=view), fill, writes, leads)


DELIVERY_VIEWS: Mapping[str, View] = {
    "a line": View(LINE, _line, _fill_line, (R.confirm, D.save), others=D.no_line),
    "remarks": View(CITY, _at(ansicht="rueckmeldungen"), _fill_answer, (R.settle,)),
    "milestones": View(
        CITY, _at(ansicht="meilensteine"), _ask_to_remove, (C.remove_yes,), (C.new_milestone, C.cancel)
    ),
    "a new milestone": View(
        CITY, _at(ansicht="meilensteine", meilenstein="neu"), _fill_milestone, (C.save,), (C.way_back,)
    ),
    "a list of lines": _lists("einlesen", _upload, L.take_one, L.keep_layout),
    "missing lines": _lists("fehlende", _fill_missing, L.stays, L.is_cancelled),
    "spellings": _lists("schulnamen", _nothing, L.remove),
    "layouts": _lists("aufbau", _nothing, L.remove, leads=(L.edit,)),
    "access": _lists("automatisch", _fill_access, L.make_token, L.revoke_yes, leads=(L.cancel,)),
}
