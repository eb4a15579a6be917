"""How good answers are: one table in Markdown for all question sets, each figure with its 95 % interval.

    python -m benchmarks.quality [--home DIR] [--documents FOLDER] [QUESTIONS.jsonl …]

Without arguments the sets that ship, on the starter library. With --documents that folder is read and the
given files are asked. What was read is kept under --home, so that the next run is quick, or thrown away.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

import manage
from bootstrap import Portal, build_portal
from commands.evaluation import Lines, read_labelled, searched
from core.settings import load_settings
from retriever.batch import BadQuestions, read_questions
from retriever.catalogue import documents
from retriever.evaluation.fields import CannotJudge
from retriever.evaluation.figures import Figure, figures
from retriever.evaluation.judging import judged
from retriever.evaluation.telling import times

SETS = Path(__file__).resolve().parents[1] / "tests" / "evaluation"
FIELDS = {"id", "question", "answerable", "relevant"}
SHOWN = ("hit@1", "hit@5", "mrr@10", "section@5", "answered", "refused", "auroc")
HEADINGS = ("set", "questions", *SHOWN, "p50 ms", "p95 ms")


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    try:
        sets = [(file.stem, read_labelled(file)) for file in options.questions or _that_ship()]
    except (BadQuestions, CannotJudge) as refusal:
        print(refusal, file=sys.stderr)
        return 1
    with _kept_or_thrown_away(options.home) as home:
        if _make(home, options.documents):
            return 1
        portal = build_portal(load_settings())
        print(*_table(portal, sets), sep="\n")
        portal.close()
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.quality", description="how good answers are")
    parser.add_argument("--home", type=Path, help="keep here what is read of the documents")
    parser.add_argument("--documents", type=Path, help="ask these instead of the starter library")
    parser.add_argument(
        "questions", type=Path, nargs="*", help="JSON lines: id, question, answerable, relevant"
    )
    options = parser.parse_args(arguments)
    if options.documents and not options.questions:
        parser.error("which questions are to be asked of these documents?")
    return options


@contextmanager
def _kept_or_thrown_away(home: Path | None) -> Iterator[Path]:
    if home:
        yield home
        return
    with TemporaryDirectory() as made:
        yield Path(made)


def _make(home: Path, folder: Path | None) -> int:
    """Each library has a home of its own below, so that none is mixed with another or with a portal's."""
    own = home / ("documents" if folder else "starter")
    own.mkdir(parents=True, exist_ok=True)
    # Empty means the default, SQLite in that home: never the database that .env names.
    os.environ |= {"LOTSE_HOME": str(own), "LOTSE_DATABASE_URL": ""}
    with redirect_stdout(sys.stderr):
        return manage.main(["sync", str(folder)] if folder else ["prepare"])


def _that_ship() -> Iterator[Path]:
    for file in sorted(SETS.glob("*.jsonl")):
        found = read_questions(file)
        if found and all(each.keys() >= FIELDS for each in found):
            yield file


def _table(portal: Portal, sets: Sequence[tuple[str, Lines]]) -> Iterator[str]:
    view = portal.assistant.view(everything=True)
    yield f"{len(documents(view))} documents, {len(view)} passages\n"
    yield _row(HEADINGS)
    yield _row(["---"] * len(HEADINGS))
    portal.assistant.find("Wie geht das?", everything=True)  # the first question is slower than all others
    for name, questions in sets:
        yield _row(_cells(portal, name, questions))


def _cells(portal: Portal, name: str, questions: Lines) -> list[str]:
    run = judged(questions, searched(portal, questions))
    found, taken = figures(run), times(run)
    told = [f"{taken[each]:.0f}" if each in taken else "–" for each in ("p50", "p95")]
    return [name, str(len(run)), *(_cell(found.get(each)) for each in SHOWN), *told]


def _cell(figure: Figure | None) -> str:
    return f"{figure.value:.2f} [{figure.low:.2f}, {figure.high:.2f}]" if figure else "–"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    sys.exit(main())
