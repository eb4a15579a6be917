from __future__ import annotations

import pytest

from deliveries.facts import ReasonKind
from deliveries.reading.reasons import reason_kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Verkabelung bis 03/2024", ReasonKind.CABLING),
        ("„Kabelführung“ fehlt – 240 € Mehrkosten", ReasonKind.CABLING),
        ("Haushaltsfreigabe steht aus", ReasonKind.BUDGET),
        ("Sonderwunsch braucht neue Ausschreibung", ReasonKind.TENDER),
        ("neu ausgeschrieben", ReasonKind.TENDER),
        ("Rahmenvertrag ausgelaufen", ReasonKind.TENDER),
        ("Ausweichstandort, Montage am neuen Standort nach Baufortschritt", ReasonKind.BUILDING),
        ("Umzug in die Salzmannstraße", ReasonKind.BUILDING),
        ("Warten auf neue Schulleitung", ReasonKind.SCHOOL),
        ("Einführung nach Freigabe durch die Schulleitung", ReasonKind.SCHOOL),
        ("Lieferverzug des Händlers", ReasonKind.SUPPLIER),
        ("HAENDLER wartet auf Bauteile", ReasonKind.SUPPLIER),
        ("Spedition liefert in zwei Fuhren", ReasonKind.SUPPLIER),
        ("Rest nicht lieferbar", ReasonKind.SUPPLIER),
        ("zweite Hälfte im Zulauf", ReasonKind.SUPPLIER),
        ("auf später verlagert", ReasonKind.OTHER),
        ("wird noch geklärt", ReasonKind.OTHER),
        ("", None),
        (" - ", None),
    ],
)
def test_a_reason_is_told_by_its_words(text: str, kind: ReasonKind | None) -> None:
    assert reason_kind(text) is kind
