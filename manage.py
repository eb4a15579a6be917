"""Lotse's command line: `python manage.py --help`."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tqdm import tqdm

from bootstrap import Portal, build_portal, open_workshop
from core.settings import Settings, SettingsRefused, load_settings
from doctor import examine
from knowledge.folder import FolderUnreadable
from knowledge.starting import prepare
from knowledge.sync import OWN, EmptyFolder, sync
from knowledge.sync_report import Line, Outcome, Report
from retriever.answer import Answer, EmptyLibrary, NothingFound, Reply
from retriever.snapshot import ModelMismatch
from retriever.written import written

DONE, REFUSED = 0, 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; the exit status is 0 when it did its work."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(load_settings(), options))
    except (SettingsRefused, FolderUnreadable, ModelMismatch, BadQuestions) as refusal:
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
    found.add_argument("--limit", type=int, default=10)
    found.set_defaults(run=_search)

    found = commands.add_parser("doctor", help="say what is ready and what is missing")
    found.set_defaults(run=_doctor)
    return parser


def _prepare(settings: Settings, _options: argparse.Namespace) -> int:
    prepare(settings.home, settings.embedder, lambda: open_workshop(settings), tell=print)
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
    return REFUSED if report.lines and report.nothing_readable else DONE


def _counts(report: Report) -> str:
    counted = ", ".join(f"{report.count(outcome)} {outcome.value}" for outcome in Outcome)
    return f"{counted} in {report.seconds:.1f} s"


def _ask(settings: Settings, options: argparse.Namespace) -> int:
    portal = build_portal(settings)
    found = portal.ask(options.question)
    print(json.dumps(_as_json(found), ensure_ascii=False, indent=1) if options.json else written(found))
    portal.close()
    return DONE


def _as_json(found: Reply) -> dict[str, Any]:
    outcome = {Answer: "answer", NothingFound: "nothing_found", EmptyLibrary: "empty_library"}[type(found)]
    fields: dict[str, Any] = json.loads(json.dumps(asdict(found), default=str))
    return {"outcome": outcome} | fields


class BadQuestions(Exception):
    """A line of the file of questions cannot be used."""


def _search(settings: Settings, options: argparse.Namespace) -> int:
    questions = list(_questions(options.questions))
    portal = build_portal(settings)
    with options.out.open("w", encoding="utf-8") as out:
        for question in questions:
            print(json.dumps(_found(portal, question, options.limit), ensure_ascii=False), file=out)
    portal.close()
    return DONE


def _questions(path: Path) -> Iterator[dict[str, Any]]:
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except OSError as error:
        raise BadQuestions(f"{path} cannot be read: {error.strerror}") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _question(f"{path}, line {number}", line)


def _question(place: str, line: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except json.JSONDecodeError as error:
        raise BadQuestions(f"{place}: not JSON ({error.msg})") from error
    if not isinstance(found, dict) or "id" not in found or not _text(found):
        raise BadQuestions(f'{place}: needs "id" and "question" (or "text")')
    return found


def _text(question: dict[str, Any]) -> str | None:
    text = question.get("question", question.get("text"))
    return text if isinstance(text, str) else None


def _found(portal: Portal, question: dict[str, Any], limit: int) -> dict[str, Any]:
    started = time.perf_counter()
    text, history = _text(question) or "", question.get("history") or ()
    answered, confidence, hits = portal.assistant.find(text, history, limit)
    milliseconds = round((time.perf_counter() - started) * 1000, 2)
    return {
        "id": question["id"],
        "answered": answered,
        "confidence": round(confidence, 4),
        "milliseconds": milliseconds,
        "hits": [asdict(hit) for hit in hits],
    }


def _doctor(settings: Settings, _options: argparse.Namespace) -> int:
    for finding in examine(settings):
        print(finding)
    return DONE


def _refuse(why: str) -> int:
    print(why, file=sys.stderr)
    return REFUSED


if __name__ == "__main__":
    sys.exit(main())
