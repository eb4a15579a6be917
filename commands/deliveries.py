"""The command of the command line that takes lists of deliveries."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from bootstrap import house_of
from core.database import open_database
from core.migration import migrate
from core.people.actor import OPERATOR
from core.people.names import clean
from core.settings import Settings
from deliveries.handing_in import HandedIn, Wishes, given_file, hand_in
from deliveries.importing.plan import Outcome, Plan
from deliveries.importing.taking import Way
from deliveries.reading.export import RowFault
from deliveries.refusals import DeliveryRefusal
from deliveries.words.faults import fault_sentence, refusal_sentence

DONE, REFUSED = 0, 1
LONGEST_CELL = 40
HEADINGS = ("line", "column", "value", "why")


def add_delivery_commands(commands: Any) -> None:
    """Adds the command to those of the command line."""
    found = commands.add_parser("import-deliveries", help="take in a list of deliveries (CSV, XLSX)")
    found.add_argument("file", type=Path)
    found.add_argument("--dry-run", action="store_true", help="only say what would be done")
    found.add_argument("--report", type=Path, help="write what was done as JSON")
    found.add_argument(
        "--full", action="store_true", default=None, help="the list is complete: ask about lines it lacks"
    )
    found.add_argument("--as-of", type=_day, metavar="DAY", help="the day it tells of, as 2024-02-05")
    found.add_argument("--older", action="store_true", help="it counts although a younger list was taken")
    found.set_defaults(run=_import)


def _import(settings: Settings, options: argparse.Namespace) -> int:
    try:
        data = options.file.read_bytes()
    except OSError as error:
        return _refuse(str(error))
    handed_in = _handed_in(settings, options, data)
    told = handed_in.told
    if isinstance(told, DeliveryRefusal):
        print("Nothing was taken in.", refusal_sentence(told, "en"), sep="\n", file=sys.stderr)
    else:
        print(*_lines(told, options.dry_run), sep="\n")
    if options.report and not _reported(handed_in, options.report):
        return REFUSED
    return DONE if handed_in.accepted else REFUSED


def _handed_in(settings: Settings, options: argparse.Namespace, data: bytes) -> HandedIn:
    given = given_file(data, options.file.name, Way.COMMAND)
    wishes = Wishes(options.as_of, options.full, options.older, options.dry_run)
    database = open_database(settings.database)
    try:
        migrate(database)
        return hand_in(database, given, OPERATOR, datetime.now(UTC), house_of(settings), wishes)
    finally:
        database.close()


def _reported(handed_in: HandedIn, file: Path) -> bool:
    try:
        file.write_text(json.dumps(handed_in.report, ensure_ascii=False, indent=1), "utf-8")
    except OSError as error:
        print(f"The report could not be written: {error}", file=sys.stderr)
        return False
    return True


def _lines(plan: Plan, dry_run: bool) -> Iterator[str]:
    if plan.faults:
        yield from _table([HEADINGS, *map(_cells, plan.faults)])
        yield ""
    yield from (_back(line.line.order, line.line.position) for line in plan.lines if line.backwards)
    yield from (_asked(each.order, each.position) for each in plan.missing)
    counted = ", ".join(f"{plan.count(outcome)} {outcome.value}" for outcome in Outcome)
    day = f", as of {plan.as_of.isoformat()}" if plan.dated else ""
    yield f"{counted}, {len(plan.faults)} faults{day}"
    if dry_run:
        yield "This was a dry run: nothing was written."


def _cells(fault: RowFault) -> tuple[str, ...]:
    line = f"{fault.sheet} {fault.row}".strip()
    why = fault_sentence(fault, "en")
    return (*(clean(cell)[:LONGEST_CELL] for cell in (line, fault.column, fault.value)), clean(why))


def _table(rows: list[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _back(order: str, position: int) -> str:
    return f"{order}, position {position}: goes back"


def _asked(order: str, position: int) -> str:
    return f"{order}, position {position}: is not in the list any more; somebody has to say what that means"


def _day(word: str) -> date:
    try:
        return date.fromisoformat(word)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{word} is no day; write it as 2024-02-05") from error


def _refuse(why: str) -> int:
    print(why, file=sys.stderr)
    return REFUSED
