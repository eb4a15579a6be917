"""What narrowing an answer and the view for the class say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NarrowingTexts:
    narrow: str
    device: str
    kind: str
    level: str
    levels: dict[str, str]
    more: str
    everything: str
    only: str
    standing: str
    standing_feminine: str  # "an der Dokumentenkamera"
    room: str

    elsewhere: str
    elsewhere_only: str
    ask_all: str
    outside: str
    outside_holds: str
    outside_stands: str

    whole_manual: str
    for_class: str
    class_title: str
    steps: str
    one_step: str
    parts: str
    one_part: str
    back: str
    on: str
    close: str
    light: str
    dark: str
    code: str
    nothing_to_show: str


GERMAN = NarrowingTexts(
    narrow="Eingrenzen",
    device="Gerät oder Programm",
    kind="Art",
    level="Stufe",
    levels={"Einstieg": "Einstieg", "Aufbau": "Aufbau", "Fortgeschritten": "Fortgeschritten"},
    more="Mehr",
    everything="Alles",
    only="Nur {name}",
    standing="Sie stehen am {device}",
    standing_feminine="Sie stehen an der {device}",
    room="Raum {room}",
    elsewhere="Genauer passt: {title}, {place} – außerhalb Ihrer Auswahl.",
    elsewhere_only="Genauer passt: {title} – außerhalb Ihrer Auswahl.",
    ask_all="Ohne Eingrenzung fragen",
    outside="Zu Ihrer Auswahl steht nichts Passendes in der Bibliothek.",
    outside_holds="Das hier gilt für {devices}.",
    outside_stands="Das hier steht außerhalb davon.",
    whole_manual="Ganze Anleitung",
    for_class="Vor der Klasse zeigen",
    class_title="Vor der Klasse",
    steps="Schritt {first}–{last} von {total}",
    one_step="Schritt {first} von {total}",
    parts="{first}–{last} von {total}",
    one_part="{first} von {total}",
    back="Zurück",
    on="Weiter",
    close="Schließen",
    light="Hell",
    dark="Dunkel",
    code="QR-Code: diese Stelle auf dem eigenen Gerät öffnen",
    nothing_to_show="Hier steht kein Text zum Zeigen.",
)

ENGLISH = NarrowingTexts(
    narrow="Narrow down",
    device="Device or program",
    kind="Kind",
    level="Level",
    levels={"Einstieg": "Beginner", "Aufbau": "Intermediate", "Fortgeschritten": "Advanced"},
    more="More",
    everything="Everything",
    only="Only {name}",
    standing="You are at the {device}",
    standing_feminine="You are at the {device}",
    room="room {room}",
    elsewhere="A better match: {title}, {place} – outside your selection.",
    elsewhere_only="A better match: {title} – outside your selection.",
    ask_all="Ask without narrowing down",
    outside="The library holds nothing suitable for your selection.",
    outside_holds="This is about: {devices}.",
    outside_stands="This is from outside it.",
    whole_manual="Whole manual",
    for_class="Show to the class",
    class_title="For the class",
    steps="Steps {first}–{last} of {total}",
    one_step="Step {first} of {total}",
    parts="{first}–{last} of {total}",
    one_part="{first} of {total}",
    back="Back",
    on="Next",
    close="Close",
    light="Light",
    dark="Dark",
    code="QR code: open this place on your own device",
    nothing_to_show="There is no text to show here.",
)
