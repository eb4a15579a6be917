"""A proof holds all that a programme has paid, also where lists do not write it alike."""

from __future__ import annotations

from core.people.actor import OPERATOR
from deliveries.city.proofs import programmes, proof_table
from deliveries.reading.export import read_export
from tests.deliveries.importing.lists import City

LIST = """Bestellnummer;Schule;Gerät;Menge;Status;Förderprogramm
A-1;GS Diesdorf;iPad;3;Geliefert;DigitalPakt 1
A-2;GS Diesdorf;iPad;4;Geliefert;Digitalpakt  1
A-3;GS Salbke;iPad;5;Geliefert;DigitalPakt 2
"""


def test_a_programme_is_one_however_it_is_written(city: City) -> None:
    city.takes_list(read_export(LIST.encode(), "liste.csv"))
    with city.database.read() as db:
        assert programmes(db, OPERATOR) == ("DigitalPakt 1", "DigitalPakt 2")
        for written in ("DigitalPakt 1", "Digitalpakt  1"):
            _headings, rows = proof_table(db, written, OPERATOR, "de")
            assert [row[-2] for row in rows] == ["A-1", "A-2"]
            assert all("spätestens" in str(row[8]) for row in rows)
