"""The lists in `tests/deliveries/exports` and what must come of them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from deliveries.reading.export import Export, ReadLine, read_export
from deliveries.reading.lines import RowFault

EXPORTS = Path(__file__).parents[1] / "exports"
EXPECTED: Mapping[str, Mapping[str, Any]] = {
    told["file"]: told for told in json.loads((EXPORTS / "expectations.json").read_text("utf-8"))["files"]
}
HEADINGS = (
    "Bestellnummer;Position;Schule;Kategorie;Hersteller;Modell;Menge bestellt;Menge geliefert;Status;"
    "Liefertermin;Grund der Verzögerung;Förderprogramm"
)


def content(name: str) -> bytes:
    packed = EXPORTS / f"{name}.gz"
    return gzip.decompress(packed.read_bytes()) if packed.exists() else (EXPORTS / name).read_bytes()


def read(*rows: str, headings: str = HEADINGS, name: str = "liste.csv") -> Export:
    """A list with these rows."""
    return read_export("\n".join((headings, *rows)).encode(), name)


def row(**told: str) -> str:
    """A row of a clean list, as it should be but for what is told."""
    said = {
        "order": "B-1", "position": "1", "school": "GS Salbke", "category": "Display", "make": "",
        "model": "75 Zoll", "ordered": "4", "delivered": "0", "stage": "Beauftragt", "promise": "",
        "reason": "", "programme": "",
    } | told  # fmt: skip
    return ";".join(said.values())


def line(**told: str) -> ReadLine:
    """The one line of a list with this row."""
    export = read(row(**told))
    assert export.faults == ()
    return export.lines[0]


def faults(export: Export) -> list[tuple[int, str, str, str]]:
    return [(fault.row, fault.column, fault.value, fault.fault.value) for fault in export.faults]


def decided_by_reading(told: Mapping[str, Any]) -> Sequence[tuple[str, int, str, str, str]]:
    """The faults that are expected, without those that need to know the schools."""
    rows = (error for error in told["row_errors"] if error["kind"] != "unknown_school")
    return [
        (error.get("sheet", ""), error["line"], error["column"], error["value"], error["kind"])
        for error in rows
    ]


def found(fault: RowFault) -> tuple[str, int, str, str, str]:
    return fault.sheet, fault.row, fault.column, fault.value, fault.fault.value


def spot_checks(told: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], tuple[str, int]]]:
    return ((check, (check["order"], check["line"])) for check in told["spot_checks"])
