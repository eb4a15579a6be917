"""A city in which something is late, something blocked, and something in use."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from core.database import Database
from core.house import House
from core.people.actor import OPERATOR
from core.people.person import School, SchoolKind
from core.people.schools import SchoolFacts, add_school
from deliveries.importing.taking import Way, import_export
from deliveries.reading.export import read_export
from ui.city.acting import today

HOUSE = House("lotse@stadt.example", "https://lotse.example")
HEAD = (
    "Bestellnummer;Position;Schule;Kategorie;Modell;Menge bestellt;Menge geliefert;Status;Liefertermin;"
    "Grund;Förderprogramm;Maßnahme"
)


def take(database: Database, *rows: str, name: str = "liste.csv", **how: Any) -> None:
    export = read_export("\n".join((HEAD, *rows)).encode(), name)
    with database.write.begin() as db:
        import_export(db, export, Way.COMMAND, OPERATOR, datetime.now(UTC), HOUSE, **how)


def school(database: Database, name: str, kind: SchoolKind) -> School:
    with database.write.begin() as db:
        return add_school(db, SchoolFacts(name, kind), OPERATOR, datetime.now(UTC))


def a_city(database: Database) -> dict[str, School]:
    """GS Nord: displays late by ten days. GS Süd: four of four laptops in use. Gym West: blocked."""
    kinds = {"GS Nord": SchoolKind.GS, "GS Süd": SchoolKind.GS, "Gym West": SchoolKind.GYM}
    schools = {name: school(database, name, kind) for name, kind in kinds.items()}
    over, later = today() - timedelta(days=10), today() + timedelta(days=100)
    take(
        database,
        f"A-1;1;GS Nord;Display;75 Zoll;12;;Beauftragt;{over:%d.%m.%Y};;DigitalPakt 1;M-7",
        "A-1;2;GS Süd;Laptop;14 Zoll;4;4;In Betrieb;;;=IKT 2;",
        f"A-1;3;Gym West;Display;86 Zoll;8;;Blockiert;{later:%d.%m.%Y};Verkabelung fehlt;DigitalPakt 1;M-1",
    )
    return schools
