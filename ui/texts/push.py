"""What a system that hands lists in by HTTP is told when it is refused."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PushTexts:
    not_let_in: str
    no_json_sent: str
    no_json: str
    too_large: str
    not_as_described: str
    broken: str


GERMAN = PushTexts(
    not_let_in="Ohne gültigen Zugang geht es nicht. Einen Zugang macht das Team auf der Seite „Lieferlisten“.",
    no_json_sent="Bitte JSON in UTF-8 senden, ungepackt und mit „Content-Type: application/json“.",
    no_json="Das ist kein JSON in UTF-8.",
    too_large="Das ist zu groß: höchstens {megabytes} MB. Die Liste kann in Teilen kommen.",
    not_as_described="Nicht wie beschrieben: {places}. Die Beschreibung: /schnittstelle/openapi.yaml",
    broken="Das hat nicht geklappt und es wurde nichts übernommen. Bitte später noch einmal versuchen.",
)

ENGLISH = PushTexts(
    not_let_in="This needs a valid token. The team makes one on the page “Delivery lists”.",
    no_json_sent="Please send JSON in UTF-8, not compressed, with “Content-Type: application/json”.",
    no_json="This is not JSON in UTF-8.",
    too_large="This is too large: {megabytes} MB at most. The list may come in parts.",
    not_as_described="Not as described: {places}. The description: /schnittstelle/openapi.yaml",
    broken="This did not work and nothing was taken. Please try again later.",
)
