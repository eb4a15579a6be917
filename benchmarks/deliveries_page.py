"""How long the page of a school with 300 lines takes, with a long history:
`python -m benchmarks.deliveries_page [--lines N] [--history N]`.

The whole page is run in this process as Streamlit runs it, for a head who has signed in, without a browser:
from the question to the last element. Beside it the help page, which asks the database for nothing but the
person.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

import benchmarks.deliveries as made
import ui.portal
from core.people import sessions
from core.people.actor import OPERATOR
from core.people.register import add_person
from core.people.roles import Role
from core.people.tables import SchoolRow
from core.settings import Settings
from tests.doubles_portal import StandInPortal
from ui.portal import entrance

MAIN = Path(__file__).resolve().parents[1] / "ui" / "main.py"
TIMES = 9


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=20_000)
    parser.add_argument("--history", type=int, default=500_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, _door(Path(folder)) as cookies:
        made.fill(entrance().database, given.history, given.lines)
        cookies[entrance().cookie] = _signed_in()
        for page in ("help_page", "school_deliveries", "order_line"):
            _tell(page)


@contextmanager
def _door(home: Path) -> Iterator[dict[str, str]]:
    """The portal without a model; what is put into the cookies is what the browser sends."""
    cookies: dict[str, str] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "bootstrap.build_portal", lambda settings, watch=False: StandInPortal(Settings(home=home))
        )
        patch.setattr(ContextProxy, "cookies", property(lambda _: cookies))
        patch.setattr(ContextProxy, "headers", property(lambda _: {}))
        patch.setattr(ContextProxy, "url", "http://localhost:8501/")
        patch.setenv("LOTSE_HOME", str(home))
        yield cookies
        entrance().database.close()


def _signed_in() -> str:
    """The secret of the head of the school that has 300 lines."""
    now = datetime.now(UTC)
    with entrance().database.write.begin() as db:
        school = db.scalars(select(SchoolRow.id).order_by(SchoolRow.id).limit(1)).one()
        head = add_person(db, "Vera Vogt", "vogt@schule.example", Role.HEAD, [school], OPERATOR, now)
        return sessions.begin(db, head.id, lasting=False, now=now)


def _tell(page: str) -> None:
    ui.portal.portal.clear()
    at = AppTest.from_file(str(MAIN), default_timeout=60)
    at.query_params["nr"] = "1"
    at.run().switch_page(f"../pages/{page}.py").run()  # the first run loads what the others have
    spent = [_once(at) for _ in range(TIMES)]
    print(f"{page}: {statistics.median(spent):.0f} ms (worst of {TIMES}: {max(spent):.0f} ms)")


def _once(at: AppTest) -> float:
    begun = time.perf_counter()
    at.run()
    if at.exception:
        raise RuntimeError(at.exception[0].value)
    return 1000 * (time.perf_counter() - begun)


if __name__ == "__main__":
    main()
