"""The command that measures how well questions are answered."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tqdm import tqdm

from bootstrap import Portal, build_portal
from core.settings import Settings
from retriever.batch import BadQuestions, read_questions, search_one
from retriever.catalogue import documents
from retriever.evaluation.comparing import compared
from retriever.evaluation.fields import CannotJudge, right_documents
from retriever.evaluation.judging import Judged, judged
from retriever.evaluation.telling import as_json, lines

DONE, REFUSED = 0, 1
LIMIT = 10
KIND = "type"
Lines = list[dict[str, Any]]


def add_evaluation_commands(commands: Any) -> None:
    """Adds the command to those of the command line."""
    found = commands.add_parser("evaluate", help="measure how well the questions of a file are answered")
    found.add_argument("questions", type=Path, help="JSON lines: id, question, answerable, relevant")
    found.add_argument("--results", type=Path, help="judge this run of `search` instead of searching now")
    found.add_argument("--out", type=Path, help="keep the run, to compare later ones with it")
    found.add_argument("--against", type=Path, help="an earlier run to compare with")
    found.add_argument("--by", default=KIND, help="the field that parts the questions into kinds")
    found.add_argument("--misses", type=int, default=20, metavar="N", help="show at most so many")
    found.add_argument("--json", action="store_true")
    found.set_defaults(run=_evaluate)


def read_labelled(path: Path) -> Lines:
    """The questions of a file, all of which can be judged. Raises BadQuestions and CannotJudge."""
    questions = read_questions(path)
    if not questions:
        raise BadQuestions(f"{path} holds no question")
    judged(questions, [{"id": each["id"], "hits": []} for each in questions])
    return questions


def searched(portal: Portal, questions: Lines) -> Lines:
    """The questions' results as `search` writes them; says on the way where labels name no document."""
    unknown = list(_unknown_labels(portal, questions))
    if unknown:
        told = f"labels that name no document of the library: {len(unknown)}, first: {unknown[0]}"
        print(told, file=sys.stderr)
    asked = tqdm(questions, unit=" questions", disable=not sys.stderr.isatty())
    return [search_one(portal.assistant, each, LIMIT, everything=True) for each in asked]


def _evaluate(settings: Settings, options: argparse.Namespace) -> int:
    try:
        questions = _questions(options)
        # Read first: a run may be kept in the place of the one that it is compared with.
        earlier = _read(options.against) if options.against else None
        run = judged(questions, _results(settings, options, questions), options.by)
        before = _judged_before(questions, earlier, options.by) if earlier is not None else None
    except (CannotJudge, BadQuestions) as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED
    comparison = compared(before, run) if before is not None else None
    if options.json:
        print(json.dumps(as_json(run, comparison), ensure_ascii=False, indent=1, allow_nan=False))
    else:
        print(*lines(run, comparison, options.misses), sep="\n")
    return DONE


def _questions(options: argparse.Namespace) -> Lines:
    """What is asked, looked at before a search that takes minutes. Raises BadQuestions and CannotJudge."""
    questions = read_labelled(options.questions)
    if options.by != KIND and not any(options.by in each for each in questions):
        raise BadQuestions(f'{options.questions}: no question has a field "{options.by}"')
    if options.out and not options.out.absolute().parent.is_dir():
        raise BadQuestions(f"{options.out}: there is no such folder")
    return questions


def _judged_before(questions: Lines, earlier: Lines, by: str) -> list[Judged]:
    """Of the questions that were asked then: a file of questions grows."""
    known = {str(each["id"]) for each in earlier}
    both = [each for each in questions if str(each["id"]) in known]
    if not both:
        raise CannotJudge("the earlier run has none of these questions")
    return judged(both, earlier, by)


def _results(settings: Settings, options: argparse.Namespace, questions: Lines) -> Lines:
    found = _read(options.results) if options.results else _searched_anew(settings, questions)
    if options.out:
        kept = (json.dumps(each, ensure_ascii=False) + "\n" for each in found)
        options.out.write_text("".join(kept), "utf-8")
    return found


def _searched_anew(settings: Settings, questions: Lines) -> Lines:
    portal = build_portal(settings)
    try:
        return searched(portal, questions)
    finally:
        portal.close()


def _unknown_labels(portal: Portal, questions: Sequence[dict[str, Any]]) -> Iterator[str]:
    known = {document.name for document in documents(portal.assistant.view(everything=True))}
    for each in questions:
        yield from (f"{each['id']}: {name}" for name in right_documents(each) if name not in known)


def _read(path: Path) -> Lines:
    """The lines of a run. Raises BadQuestions."""
    try:
        # Not splitlines: a text may hold separators that are line ends for Python only.
        found = [json.loads(line) for line in path.read_text("utf-8-sig").split("\n") if line.strip()]
    except OSError as error:
        raise BadQuestions(f"{path} cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise BadQuestions(f"{path} is no run of `search`: {error}") from error
    if not all(isinstance(each, dict) and "id" in each for each in found):
        raise BadQuestions(f'{path} is no run of `search`: a line has no "id"')
    return found
