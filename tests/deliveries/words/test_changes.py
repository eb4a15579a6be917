from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from deliveries.facts import Change, Device, Field
from deliveries.kept import keep_device
from deliveries.words.sentences import change_sentence

MARCH = "2024-03-01/2024-03-31/März 2024"
MAY = "2024-05-01/2024-05-31/Mai 2024"
SERVER = keep_device(Device("Schulserver", "Linuxmuster", "Server"))


def change(field: Field, old: str | None, new: str | None, *, backwards: bool = False) -> Change:
    at = datetime(2024, 4, 10, 12, 0, tzinfo=UTC)
    return Change(1, 1, at, date(2024, 4, 10), field, old, new, "", "liste.csv", "", backwards)


SAID: list[tuple[Change, str, str]] = [
    (change(Field.CREATED, None, "planned"), "Zum ersten Mal genannt: Planung",
     "Named for the first time: Planning"),
    (change(Field.PROMISE, MARCH, MAY), "Zugesagt: Mai 2024 statt März 2024",
     "Promised: May 2024 instead of March 2024"),
    (change(Field.PROMISE, None, "2024-05-31"), "Zugesagt: 31. Mai 2024", "Promised: 31 May 2024"),
    (change(Field.PROMISE, MARCH, None), "Termin zurückgenommen, zugesagt war: März 2024",
     "Date taken back, promised was: March 2024"),
    (change(Field.DELIVERED, "4", "6"), "6 statt 4 geliefert", "6 delivered instead of 4"),
    (change(Field.DELIVERED, None, "6"), "6 geliefert", "6 delivered"),
    (change(Field.DELIVERED, "6", None), "Keine Angabe mehr, wie viele geliefert sind (bisher 6)",
     "No longer stated how many were delivered (so far 6)"),
    (change(Field.ORDERED, "12", "20"), "20 statt 12 bestellt", "20 ordered instead of 12"),
    (change(Field.STAGE, "delivered", "mounted"), "Stand: Montiert, vorher Geliefert",
     "Stage: Mounted, before Delivered"),
    (change(Field.STAGE, "delivered", "commissioned", backwards=True),
     "Zurück auf Beauftragt, vorher Geliefert", "Back to Ordered, before Delivered"),
    (change(Field.PIECES, "commissioned 20", "commissioned 8 mounted 12"),
     "Im Einzelnen: 8 bestellt, 12 montiert (vorher 20 bestellt)",
     "In detail: 8 ordered, 12 mounted (before 20 ordered)"),
    (change(Field.SCHOOL, "", "GS Salbke"), "Für die GS Salbke statt für eine andere Schule",
     "For GS Salbke instead of another school"),
    (change(Field.SCHOOL, None, "Hegel-Gymnasium"), "Für das Hegel-Gymnasium", "For Hegel-Gymnasium"),
    (change(Field.DEVICE, None, SERVER), "Gerät: Linuxmuster Server", "Device: Linuxmuster Server"),
    (change(Field.ROOM, "101", "204"), "Raum: 204 statt 101", "Room: 204 instead of 101"),
    (change(Field.REASON, None, "Umzug"), "Grund: „Umzug“", "Reason: “Umzug”"),
    (change(Field.REASON, "Umzug", None), "Grund entfallen: „Umzug“", "Reason gone: “Umzug”"),
    (change(Field.REASON_KIND, "other", "cabling"), "Art des Grundes: Verkabelung statt Anderer Grund",
     "Kind of reason: Cabling instead of Other reason"),
    (change(Field.PROGRAMME, None, "IKT 2"), "Förderprogramm: IKT 2", "Funding programme: IKT 2"),
    (change(Field.MEASURE, "M-1", None), "Keine Maßnahme mehr angegeben (bisher M-1)",
     "Measure no longer stated (so far M-1)"),
    (change(Field.EARMARKED_UNTIL, "2030-12-31", "2031-12-31"),
     "Zweckbindung bis 31. Dezember 2031 statt bis 31. Dezember 2030",
     "Earmarked until 31 December 2031 instead of 31 December 2030"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "german", "english"), SAID)
def test_a_change_is_one_short_sentence(told: Change, german: str, english: str) -> None:
    assert (change_sentence(told, "de"), change_sentence(told, "en")) == (german, english)


def test_a_long_reason_is_told_in_full() -> None:
    reason = "Umzug; " * 100 + "Ende"
    assert reason in change_sentence(change(Field.REASON, None, reason), "de")


@pytest.mark.parametrize("field", Field)
def test_each_kind_of_change_can_be_said(field: Field) -> None:
    values = {
        Field.CREATED: "planned", Field.STAGE: "planned", Field.PIECES: "planned 3", Field.PROMISE: MAY,
        Field.REASON_KIND: "budget", Field.EARMARKED_UNTIL: "2030-12-31", Field.DEVICE: SERVER,
    }  # fmt: skip
    value = values.get(field, "7")
    for old, new in ((None, value), (value, value), (value, None)):
        said = change_sentence(change(field, old, new), "de")
        assert said
        assert "{" not in said
        assert "None" not in said
