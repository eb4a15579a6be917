"""Lotse's command line: `python manage.py --help`."""

from __future__ import annotations

import argparse
import json
import signal
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tqdm import tqdm

from bootstrap import build_portal, open_workshop
from commands.deliveries import add_delivery_commands
from commands.evaluation import add_evaluation_commands
from commands.people import add_people_commands
from commands.trainings import add_training_commands
from commands.upkeep import add_upkeep_commands
from core.database import open_database
from core.migration import migrate
from core.settings import Settings, SettingsRefused, load_settings
from doctor import examine
from knowledge.embedding.errors import ModelMissing
from knowledge.folder import FolderUnreadable
from knowledge.starting import prepare
from knowledge.sync import OWN, EmptyFolder, sync
from knowledge.sync_report import Line, Outcome, Report
from retriever.answer import Answer, EmptyLibrary, NothingFound, Reply
from retriever.batch import BadQuestions, read_questions, search_one
from retriever.snapshot import ModelMismatch
from ui.written import written

DONE, REFUSED = 0, 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; the exit status is 0 when it did its work."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(load_settings(), options))
    except (SettingsRefused, FolderUnreadable, ModelMissing, ModelMismatch, BadQuestions) as refusal:
        return _refuse(str(refusal))
    except EmptyFolder as refusal:
        return _refuse(
            f"{refusal} holds no document that can be read, but the library does. "
            "Nothing was changed. If the library is to be emptied, add --allow-empty."
        )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="manage.py", description="Lotse's command line")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    found = commands.add_parser("prepare", help="make tables, model and starter library ready")
    found.set_defaults(run=_prepare)

    found = commands.add_parser("sync", help="bring the library to the state of a folder")
    found.add_argument("folder", type=Path)
    found.add_argument("--report", type=Path, help="write what was done as JSON")
    found.add_argument("--source", default=OWN, help="name of the folder, where there are several")
    found.add_argument("--allow-empty", action="store_true", help="let an empty folder empty the library")
    found.set_defaults(run=_sync)

    found = commands.add_parser("ask", help="ask the assistant")
    found.add_argument("question")
    found.add_argument("--json", action="store_true")
    found.set_defaults(run=_ask)

    found = commands.add_parser("search", help="search for every question of a file")
    found.add_argument("--questions", type=Path, required=True)
    found.add_argument("--out", type=Path, required=True)
    found.add_argument("--limit", type=int, default=10, help="hits a question at most")
    found.set_defaults(run=_search)

    found = commands.add_parser("doctor", help="say what is ready and what is missing")
    found.set_defaults(run=_doctor)

    add_evaluation_commands(commands)
    add_people_commands(commands)
    add_training_commands(commands)
    add_delivery_commands(commands)
    add_upkeep_commands(commands)
    return parser


def _prepare(settings: Settings, _options: argparse.Namespace) -> int:
    database = open_database(settings.database)
    migrate(database)
    prepare(database, settings.home, settings.embedder, lambda: open_workshop(settings), tell=print)
    database.close()
    return DONE


def _sync(settings: Settings, options: argparse.Namespace) -> int:
    with tqdm(unit=" files", disable=not sys.stderr.isatty()) as bar:

        def tell(line: Line, done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)
            if line.outcome is not Outcome.UNCHANGED:
                bar.write(str(line), file=sys.stdout)

        report = sync(
            open_workshop(settings),
            options.folder,
            options.source,
            allow_empty=options.allow_empty,
            tell=tell,
        )
    print(_counts(report))
    if options.report:
        options.report.write_text(json.dumps(report.as_json(), ensure_ascii=False, indent=1), "utf-8")
    return REFUSED if report.nothing_readable and not options.allow_empty else DONE


def _counts(report: Report) -> str:
    counted = ", ".join(f"{report.count(outcome)} {outcome.value}" for outcome in Outcome)
    return f"{counted} in {report.seconds:.1f} s"


def _ask(settings: Settings, options: argparse.Namespace) -> int:
    portal = build_portal(settings)
    found = portal.assistant.ask(options.question, everything=True)
    print(json.dumps(_as_json(found), ensure_ascii=False, indent=1) if options.json else written(found))
    portal.close()
    return DONE


def _as_json(found: Reply) -> dict[str, Any]:
    outcome = {Answer: "answer", NothingFound: "nothing_found", EmptyLibrary: "empty_library"}[type(found)]
    fields: dict[str, Any] = json.loads(json.dumps(asdict(found), default=str))
    return {"outcome": outcome} | fields


def _search(settings: Settings, options: argparse.Namespace) -> int:
    questions = read_questions(options.questions)
    portal = build_portal(settings)
    with options.out.open("w", encoding="utf-8") as out:
        for question in questions:
            found = search_one(portal.assistant, question, options.limit, everything=True)
            print(json.dumps(found, ensure_ascii=False), file=out)
    portal.close()
    return DONE


def _doctor(settings: Settings, _options: argparse.Namespace) -> int:
    for finding in examine(settings):
        print(finding)
    return DONE


def _refuse(why: str) -> int:
    print(why, file=sys.stderr)
    return REFUSED


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # "manage.py ask … | head" ends quietly
    sys.exit(main())
