"""The command that measures how well questions are answered."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from tqdm import tqdm

from bootstrap import build_portal
from core.settings import Settings
from retriever.batch import BadQuestions, read_questions, search_one
from retriever.evaluation.comparing import compared
from retriever.evaluation.judging import ResultMissing, judged
from retriever.evaluation.telling import as_json, lines

DONE, REFUSED = 0, 1
LIMIT = 10


def add_evaluation_commands(commands: Any) -> None:
    """Adds the command to those of the command line."""
    found = commands.add_parser("evaluate", help="measure how well the questions of a file are answered")
    found.add_argument("questions", type=Path, help="JSON lines: id, question, answerable, relevant")
    found.add_argument("--results", type=Path, help="judge this run of `search` instead of searching now")
    found.add_argument("--out", type=Path, help="keep the run, to compare later ones with it")
    found.add_argument("--against", type=Path, help="an earlier run to compare with")
    found.add_argument("--by", default="type", help="the field that parts the questions into kinds")
    found.add_argument("--misses", type=int, default=20, metavar="N", help="show at most so many")
    found.add_argument("--json", action="store_true")
    found.set_defaults(run=_evaluate)


def _evaluate(settings: Settings, options: argparse.Namespace) -> int:
    questions = read_questions(options.questions)
    try:
        results = _results(settings, options, questions)
        run = judged(questions, results, options.by)
        before = judged(questions, _read(options.against), options.by) if options.against else None
    except (ResultMissing, BadQuestions) as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED
    comparison = compared(before, run) if before is not None else None
    if options.json:
        print(json.dumps(as_json(run, comparison), ensure_ascii=False, indent=1))
    else:
        print(*lines(run, comparison, options.misses), sep="\n")
    return DONE


def _results(
    settings: Settings, options: argparse.Namespace, questions: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    found = _read(options.results) if options.results else _searched(settings, questions)
    if options.out:
        options.out.write_text(
            "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in found), "utf-8"
        )
    return found


def _searched(settings: Settings, questions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    portal = build_portal(settings)
    try:
        asked = tqdm(questions, unit=" questions", disable=not sys.stderr.isatty())
        return [search_one(portal.assistant, each, LIMIT, everything=True) for each in asked]
    finally:
        portal.close()


def _read(path: Path) -> list[dict[str, Any]]:
    """The lines of a run. Raises BadQuestions."""
    try:
        found = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    except OSError as error:
        raise BadQuestions(f"{path} cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise BadQuestions(f"{path} is no run of `search`: {error}") from error
    return found
