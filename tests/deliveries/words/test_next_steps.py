from __future__ import annotations

import pytest

from deliveries.facts import Device, ReasonKind
from deliveries.status.found import LineStatus
from deliveries.words.sentences import next_step
from tests.deliveries.words.statuses import CAMERA, IPAD, SERVER, receipt, status

STEPS: list[tuple[LineStatus, str, str]] = [
    (status("planned 12"), "Schule und Stadt schließen die Planung ab, danach wird bestellt.",
     "The school and the city finish planning, then the order is placed."),
    (status("planned 12", kind=ReasonKind.BUDGET), "Zuerst muss der Haushalt freigegeben werden.",
     "First the budget must be released."),
    (status("commissioned 12"), "Die Displays werden geliefert.", "The displays will be delivered."),
    (status("commissioned 1", device=SERVER), "Der Schulserver wird geliefert.",
     "The school server will be delivered."),
    (status("mounted 4 commissioned 8"), "Der Rest wird geliefert.", "The rest will be delivered."),
    (status("mounted 4 commissioned 1"), "Das letzte Display wird geliefert.",
     "The last display will be delivered."),
    (status("mounted 1 commissioned 1", device=CAMERA), "Die zweite Kamera wird geliefert.",
     "The second camera will be delivered."),
    (status("delivered 12"), "Die Displays werden montiert.", "The displays will be mounted."),
    (status("delivered 12", device=IPAD), "Die iPads werden eingerichtet.", "The iPads will be set up."),
    (status("in_use 4 mounted 8"), "Die Displays werden getestet.", "The displays will be tested."),
    (status("tested 1"), "Das Display wird eingerichtet.", "The display will be set up."),
    (status("commissioned 12", blocked=True), "Das Team der Stadt klärt, wie es weitergeht.",
     "The city's team finds out how to go on."),
    (status("commissioned 12", blocked=True, kind=ReasonKind.CABLING),
     "Zuerst muss die Verkabelung fertig werden.", "First the cabling must be finished."),
    (status("cancelled 12"), "Es kommt nichts mehr.", "Nothing more will come."),
    (status("in_use 12"), "Die Schule bestätigt, dass alles angekommen ist.",
     "The school confirms that everything has arrived."),
    (status("in_use 12", receipt=receipt()), "Es ist nichts mehr offen.", "Nothing is left to do."),
    (status("in_use 12", receipt=receipt(missing=1)), "Das Team der Stadt kümmert sich um das, was fehlt.",
     "The city's team sees to what is missing."),
    (status("in_use 12", receipt=receipt(remarks="Kratzer")),
     "Das Team der Stadt kümmert sich um die Anmerkung der Schule.",
     "The city's team sees to the school's remark."),
    (status("in_use 12", receipt=receipt(missing=1, remarks="Kratzer", settled=True)),
     "Es ist nichts mehr offen.", "Nothing is left to do."),
]  # fmt: skip


@pytest.mark.parametrize(("line", "german", "english"), STEPS)
def test_the_next_step_is_said(line: LineStatus, german: str, english: str) -> None:
    assert (next_step(line, "de"), next_step(line, "en")) == (german, english)


@pytest.mark.parametrize("pieces", ["delivered 2", "mounted 2", "tested 2", "set_up 2", "in_use 2"])
@pytest.mark.parametrize("device", [SERVER, IPAD, CAMERA, Device(name="Etwas Neues")])
def test_there_is_a_step_after_each_stage(pieces: str, device: Device) -> None:
    for language in ("de", "en"):
        assert next_step(status(pieces, device=device), language).endswith(".")
