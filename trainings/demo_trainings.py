"""The trainings of a demonstration, as a city offers them to its schools."""

from __future__ import annotations

from dataclasses import dataclass

from core.people.person import SchoolKind
from trainings.facts import DateKind, ResourceKind
from trainings.planning.trainings import TrainingDraft

PRIMARY = (SchoolKind.GS, SchoolKind.FOES)
UPPER = (SchoolKind.SEK, SchoolKind.GMS, SchoolKind.GYM, SchoolKind.IGS, SchoolKind.BBS)
PRINTER = "3D-Drucker Nord"

RESOURCES = (
    ("Werkstatt", ResourceKind.ROOM, "FabLab, Erdgeschoss"),
    ("Studio", ResourceKind.ROOM, "FabLab, 1. Stock"),
    (PRINTER, ResourceKind.MACHINE, "Werkstatt, linke Bank"),
    ("3D-Drucker Süd", ResourceKind.MACHINE, "Werkstatt, rechte Bank"),
    ("360°-Kameras (6 Stück)", ResourceKind.MACHINE, "Studio, Schrank 2"),
    ("Green-Screen-Wand", ResourceKind.MACHINE, "Studio"),
    ("Calliope-Koffer", ResourceKind.MACHINE, "Werkstatt, Schrank 1"),
)


@dataclass(frozen=True, slots=True)
class Plan:
    """A training with its dates: `days` with school ahead of today, at `hour` o'clock in the city. `weekly`
    makes a series of so many dates out of each. No day comes twice where the trainer or a room is needed."""

    draft: TrainingDraft
    kind: DateKind
    days: tuple[int, ...]
    hour: int = 14
    seats: int = 10
    minimum: int = 0
    place: str = ""
    link: str = ""
    resources: tuple[str, ...] = ()
    weekly: int = 1
    school: bool = False  # only for the demonstration's first school
    school_cap: int | None = None
    machine: bool = False  # attending authorises for the printer


PLANS = (
    Plan(
        TrainingDraft(
            "Einweisung am 3D-Drucker",
            "Sie bereiten ein Modell zum Drucken vor, legen Filament ein und starten einen Druck. "
            "Danach dürfen Sie den "
            "Drucker im FabLab allein nutzen.",
            level="Einstieg",
            devices=("3D-Drucker",),
            topics=("3D-Druck",),
            minutes=120,
            preparation="Bringen Sie gern eine eigene Druckdatei mit. Feste Schuhe sind sinnvoll.",
            certificate_minutes=120,
        ),
        DateKind.FABLAB,
        (2, 9, 19),
        seats=4,
        minimum=2,
        place="FabLab, Werkstatt",
        resources=("Werkstatt", PRINTER),
        school_cap=2,
        machine=True,
    ),
    Plan(
        TrainingDraft(
            "3D-Druck im Grundschulunterricht",
            "Sie planen eine Stunde, in der Kinder einen kleinen Anhänger entwerfen, und drucken das "
            "erste Muster.",
            audience=PRIMARY,
            level="Einstieg",
            devices=("3D-Drucker",),
            topics=("3D-Druck", "Unterrichtsideen"),
            minutes=120,
            certificate_minutes=120,
        ),
        DateKind.FABLAB,
        (6, 22),
        seats=6,
        minimum=3,
        place="FabLab, Werkstatt",
        resources=("Werkstatt", "3D-Drucker Süd"),
    ),
    Plan(
        TrainingDraft(
            "360°-Rundgang mit der Klasse",
            "Sie nehmen mit der 360°-Kamera auf, setzen Punkte zum Anklicken und zeigen den Rundgang "
            "am Display.",
            level="Einstieg",
            devices=("360°-Kamera",),
            topics=("Foto und Video", "Unterrichtsideen"),
            minutes=150,
            preparation="Ein iPad oder Notebook der Schule reicht.",
            certificate_minutes=150,
        ),
        DateKind.FABLAB,
        (4, 15),
        seats=6,
        minimum=3,
        place="FabLab, Studio",
        resources=("Studio", "360°-Kameras (6 Stück)"),
    ),
    Plan(
        TrainingDraft(
            "Green Screen und Trickfilm",
            "Sie drehen einen kurzen Film vor der grünen Wand und tauschen den Hintergrund auf dem iPad aus.",
            level="Einstieg",
            devices=("Green Screen", "iPad"),
            topics=("Foto und Video",),
            minutes=120,
            certificate_minutes=120,
        ),
        DateKind.FABLAB,
        (8,),
        seats=8,
        minimum=4,
        place="FabLab, Studio",
        resources=("Studio", "Green-Screen-Wand"),
    ),
    Plan(
        TrainingDraft(
            "Calliope mini: das erste Programm",
            "Sie lassen den Calliope blinken, messen und senden, und nehmen drei fertige Stunden mit.",
            audience=PRIMARY,
            level="Einstieg",
            devices=("Calliope mini",),
            topics=("Programmieren",),
            minutes=90,
            certificate_minutes=90,
        ),
        DateKind.FABLAB,
        (3, 13),
        seats=12,
        minimum=4,
        place="FabLab, Werkstatt",
        resources=("Werkstatt", "Calliope-Koffer"),
    ),
    Plan(
        TrainingDraft(
            "Das Display in der ersten Stunde",
            "Sie schalten das Display ein, schreiben und sichern das Tafelbild und zeigen den "
            "Bildschirm Ihres Geräts.",
            level="Einstieg",
            devices=("Display",),
            topics=("Bildschirm spiegeln", "Tafelbild"),
            minutes=60,
            certificate_minutes=60,
        ),
        DateKind.SCHOOL,
        (1, 12),
        hour=15,
        seats=15,
        place="GS Am Westring, Raum 1.04",
        school=True,
    ),
    Plan(
        TrainingDraft(
            "Kabellos spiegeln: iPad, Notebook, Telefon",
            "Sie spiegeln vom eigenen Gerät auf das Display und wissen, woran es liegt, wenn es nicht "
            "klappt.",
            level="Einstieg",
            devices=("Display", "iPad", "Notebook"),
            topics=("Bildschirm spiegeln", "WLAN"),
            minutes=45,
        ),
        DateKind.ONLINE,
        (1, 6, 11, 16),
        hour=16,
        seats=30,
        link="https://konferenz.example/spiegeln",
    ),
    Plan(
        TrainingDraft(
            "iPads im Unterricht führen",
            "Sie verteilen Aufgaben, sperren Apps und sehen, wer fertig ist.",
            level="Fortgeschritten",
            devices=("iPad",),
            topics=("Klassenführung",),
            minutes=90,
            preparation="Bitte bringen Sie Ihr Dienst-iPad mit.",
            certificate_minutes=90,
        ),
        DateKind.FABLAB,
        (10, 18),
        seats=12,
        minimum=5,
        place="FabLab, Studio",
        resources=("Studio",),
    ),
    Plan(
        TrainingDraft(
            "Moodle Schritt für Schritt",
            "An drei Nachmittagen bauen Sie einen Kurs auf, stellen Aufgaben und geben Rückmeldung.",
            audience=UPPER,
            level="Einstieg",
            devices=("Moodle",),
            topics=("Lernplattform",),
            minutes=90,
            certificate_minutes=90,
        ),
        DateKind.ONLINE,
        (5,),
        hour=15,
        seats=20,
        link="https://konferenz.example/moodle",
        weekly=3,
    ),
    Plan(
        TrainingDraft(
            "edupool: Filme und Arbeitsblätter finden",
            "Sie finden in fünf Minuten einen Film zu Ihrem Thema und geben ihn der Klasse frei.",
            level="Einstieg",
            devices=("edupool",),
            topics=("Medien finden",),
            minutes=45,
        ),
        DateKind.ONLINE,
        (7, 17),
        hour=16,
        seats=25,
        link="https://konferenz.example/edupool",
    ),
    Plan(
        TrainingDraft(
            "Digitale Mikroskope im Sachunterricht",
            "Sie zeigen Präparate am Display, halten Bilder fest und messen darin.",
            level="Einstieg",
            devices=("Mikroskop", "Display"),
            topics=("Naturwissenschaften",),
            minutes=90,
            certificate_minutes=90,
        ),
        DateKind.FABLAB,
        (14,),
        seats=10,
        minimum=4,
        place="FabLab, Werkstatt",
        resources=("Werkstatt",),
    ),
    Plan(
        TrainingDraft(
            "Schulserver verwalten: Klassen und Passwörter",
            "Sie legen Klassen an, setzen Passwörter zurück und wissen, wann das IT-Team gefragt ist.",
            level="Fortgeschritten",
            devices=("Schulserver",),
            topics=("Anmelden", "Verwaltung"),
            minutes=120,
            certificate_minutes=120,
        ),
        DateKind.ONLINE,
        (9, 20),
        hour=14,
        seats=12,
        minimum=3,
        link="https://konferenz.example/server",
    ),
)
