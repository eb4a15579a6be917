"""Order lines that stand in a list more than once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import astuple

from core.people.names import fold
from deliveries.reading.headings import Column
from deliveries.reading.lines import Fault, ReadLine, RowFault


def without_doubles(lines: Iterable[ReadLine]) -> tuple[list[ReadLine], list[RowFault]]:
    """Each order line once; none of those that contradict each other, which are faults."""
    same: dict[tuple[str, int], list[ReadLine]] = {}
    for line in lines:
        same.setdefault((line.order, line.position), []).append(line)
    taken: list[ReadLine] = []
    faults: list[RowFault] = []
    for rows in same.values():
        if len(rows) == 1 or len(set(map(_meaning, rows))) == 1:
            taken.append(rows[0])
        else:
            faults += map(_contradiction, rows)
    return taken, faults


def _meaning(line: ReadLine) -> Sequence[object]:
    """What the line says, whatever way it is written."""
    promise = (line.promise.first, line.promise.last) if line.promise else None
    texts = (line.school, *astuple(line.device), line.reason, line.programme, line.room, line.measure)
    told = (line.ordered, line.delivered, line.stage, promise, line.earmarked_until)
    return (*told, *map(fold, texts))


def _contradiction(line: ReadLine) -> RowFault:
    if Column.POSITION in line.headings:
        return line.fault(Column.POSITION, str(line.position), Fault.CONTRADICTION)
    return line.fault(Column.ORDER, line.order, Fault.CONTRADICTION)
