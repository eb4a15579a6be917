"""The page, run through the door that every visit takes, with a portal that says what a test wants."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

import ui.portal
from core.settings import Settings
from tests.doubles_portal import StandInPortal
from tests.pages.signed_in import house as house

ROOT = Path(__file__).resolve().parents[2]
Visit = Callable[..., AppTest]


@pytest.fixture
def stand_in(tmp_path: Path) -> StandInPortal:
    return StandInPortal(Settings(home=tmp_path))


@pytest.fixture
def cookies() -> dict[str, str]:
    """What the browser sends; the session's cookie of somebody who has signed in belongs here."""
    return {}


@pytest.fixture
def visit(
    stand_in: StandInPortal, cookies: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Visit]:
    """Opens the portal; keyword arguments stand in the address."""
    monkeypatch.setattr("bootstrap.build_portal", lambda settings, watch=False: stand_in)
    monkeypatch.setattr(ContextProxy, "cookies", property(lambda _: cookies))
    monkeypatch.setattr(ContextProxy, "headers", property(lambda _: {}))
    monkeypatch.setattr(ContextProxy, "url", "http://localhost:8501/")
    monkeypatch.setenv("LOTSE_HOME", str(tmp_path))
    monkeypatch.setenv("LOTSE_OPEN", "ask, library")
    ui.portal.portal.clear()
    ui.portal.entrance.clear()

    def opened(**address: str) -> AppTest:
        at = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=20)
        for name, value in address.items():
            at.query_params[name] = value
        return at.run()

    yield opened
    ui.portal.portal.clear()
    ui.portal.entrance.clear()


def words(at: AppTest) -> str:
    """All text of the page that Streamlit was given."""
    elements = [*at.html, *at.markdown, *at.code, *at.error]
    return "\n".join(str(element.value) for element in elements)


def labels(at: AppTest) -> list[str]:
    return [button.label for button in at.button]


def press(at: AppTest, label: str) -> AppTest:
    return next(button for button in at.button if button.label == label).click().run()


def ask(at: AppTest, question: str) -> AppTest:
    return at.chat_input[0].set_value(question).run()
