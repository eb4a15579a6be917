"""What the demonstration tells beside its lists: milestones with the shares that the city stated, and what
made-up schools have confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from deliveries.city.milestones import MilestoneDraft
from deliveries.facts import Subproject

DAYS = (date(2023, 10, 27), date(2024, 2, 5), date(2024, 3, 4))
SCHOOLS = "schulen.csv"
SOURCE = "Lieferstand {day} nach öffentlichen Angaben, Mengen zum Teil erfunden"
SUMMER = date(2023, 8, 1)  # the shares are those of summer 2023

HEAD, ASSISTANT = "schulleitung@demo.example", "digitalassistenz@demo.example"
TEAM = "team@demo.example"


@dataclass(frozen=True, slots=True)
class ToldMilestone:
    draft: MilestoneDraft
    schools: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ToldReceipt:
    """`answer` is what the team has said to it; "" where there is nothing to answer, or nobody has yet."""

    order: str
    position: int
    by: str
    missing: int = 0
    remarks: str = ""
    answer: str = ""


CABLED_IN_JULY = (
    "FÖS Makarenko",
    "FÖS Am Wasserfall",
    "FÖS Anne Frank / Stadtfeld",
    "GS Hegelstraße",
    "GS Leipziger Straße",
    "GS Moldenstraße",
)
# The end of the programme's accounting stands for a due day where the city named none.
END = "31.12.2025"

MILESTONES = (
    ToldMilestone(MilestoneDraft("Displays an den übrigen Schulen", Subproject.DISPLAYS, "Mai 2024")),
    ToldMilestone(
        MilestoneDraft("Verkabelung an sechs weiteren Schulen", Subproject.NETWORK, "Juli 2024"),
        CABLED_IN_JULY,
    ),
    ToldMilestone(
        MilestoneDraft("Verkabelung des Hegel-Gymnasiums", Subproject.NETWORK, "Q3/2024"),
        ("Hegel-Gymnasium",),
    ),
    ToldMilestone(
        MilestoneDraft("Aktuelle Schulserver", Subproject.SERVER, "August 2024", (), 27, SUMMER),
    ),
    ToldMilestone(
        MilestoneDraft("WLAN der Schulen im DigitalPakt", Subproject.WIFI, "September 2024", (), 60, SUMMER),
    ),
    ToldMilestone(
        MilestoneDraft("Glasfaser bis zur Abrechnung", Subproject.NETWORK, END, (), 94, SUMMER),
    ),
    ToldMilestone(
        MilestoneDraft("Verkabelung bis zur Abrechnung", Subproject.NETWORK, END, (), 60, SUMMER),
    ),
    ToldMilestone(
        MilestoneDraft("Endgeräte bis zur Abrechnung", Subproject.DEVICES, END, (), 70, SUMMER),
    ),
)

# What was set up last at each of these schools is not confirmed yet, so that somebody can.
RECEIPTS = (
    ToldReceipt("4002-2023-012", 1, ASSISTANT),
    ToldReceipt("4002-2023-041", 1, ASSISTANT),
    ToldReceipt("4002-2023-051", 1, ASSISTANT, 0, "Läuft. Ein zweites Filament in Weiß wäre schön.",
                "Zwei Rollen liegen im FabLab für Sie bereit."),
    ToldReceipt("4002-2023-051", 2, ASSISTANT, 1, "Ein iPad fehlte im Ladewagen, zwei Kabel sind locker."),
    ToldReceipt("4002-2022-020", 1, ASSISTANT),
    ToldReceipt("4002-2023-053", 1, ASSISTANT),
    ToldReceipt("4002-2023-041", 2, HEAD),
    ToldReceipt("4002-2023-052", 1, HEAD, 0, "Für ein Mikroskop fehlt das USB-Kabel."),
)  # fmt: skip
