"""The headings of the tables that leave the house."""

from __future__ import annotations

LINES = {
    "de": (
        "Schule", "Bestellnummer", "Position", "Bereich", "Kategorie", "Gerät", "Raum", "Bestellt", "Da",
        "Benutzbar", "Storniert", "Stand", "Zugesagt für", "Tage verspätet", "Grund", "Stand vom",
    ),
    "en": (
        "School", "Order number", "Position", "Part of the work", "Category", "Device", "Room", "Ordered",
        "Here", "Usable", "Cancelled", "Stage", "Promised for", "Days late", "Reason", "As of",
    ),
}  # fmt: skip
FUNDING = {
    "de": ("Förderprogramm", "Maßnahme", "Zweckbindung bis"),
    "en": ("Funding programme", "Measure", "Earmarked until"),
}
COUNCIL = {
    "de": (
        "Schule", "Bereich", "Bestellt", "Da", "Benutzbar", "Verspätet", "Längste Verspätung (Tage)",
        "Blockierte Lieferungen", "Gründe", "Stand vom",
    ),
    "en": (
        "School", "Part of the work", "Ordered", "Here", "Usable", "Late", "Longest delay (days)",
        "Blocked deliveries", "Reasons", "As of",
    ),
}  # fmt: skip
AT_THE_LATEST = {"de": "spätestens {day}", "en": "by {day}"}
PROOF = {
    "de": (
        "Maßnahme", "Schule", "Raum", "Kategorie", "Gerät", "Menge", "Geliefert", "Benutzbar", "Geliefert am",
        "Benutzbar seit", "Zweckbindung bis", "Bestellnummer", "Position",
    ),
    "en": (
        "Measure", "School", "Room", "Category", "Device", "Quantity", "Delivered", "Usable", "Delivered on",
        "Usable since", "Earmarked until", "Order number", "Position",
    ),
}  # fmt: skip
