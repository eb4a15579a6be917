"""Every page of the trainings on a phone and for everyone, in light and in dark."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from core.people.roles import Role
from tests.browser.conftest import PHONE
from tests.browser.test_ask import violations
from tests.browser.trainings.town import DAY, HOUR, Town, just_begun

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TEACHER, HEAD, ASSISTANT, TRAINER, TEAM = (
    Role.TEACHER,
    Role.HEAD,
    Role.ASSISTANT,
    Role.TRAINER,
    Role.TEAM,
)
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenstickerei mit der Maschine"
WIDER = "() => Math.max(...[document.documentElement, document.querySelector('[data-testid=stMain]')]" + (
    ".filter(Boolean).map(one => one.scrollWidth - one.clientWidth))"
)
IS_DARK = """dark => { const main = document.querySelector('[data-testid=stApp]') ?? document.body;
  const [red] = getComputedStyle(main).backgroundColor.match(/\\d+/g); return (red < 128) === dark }"""
# What a thumb can hit: 24 pixels are the least that accessibility asks for.
OUT_OF_REACH = """() => [...document.querySelectorAll('button, a.button, [role=radio], [role=checkbox]')]
  .filter(one => one.closest('[data-testid=stMain], main') && one.tabIndex >= 0)
  .filter(one => one.checkVisibility({visibilityProperty: true, opacityProperty: true}))
  .filter(one => { const r = one.getBoundingClientRect();
    return r.left < 0 || r.right > innerWidth || r.height < 24 || r.width < 24 })
  .map(one => one.outerHTML.slice(0, 200))"""


@pytest.fixture(scope="module")
def dates(town: Town) -> dict[str, int]:
    """One of each kind, with people in all states."""
    now = datetime.now(UTC)
    ahead = town.date(LONG, TEAM, HEAD, seats=2, place="FabLab, Werkraum im Untergeschoss")
    for role in (TEACHER, ASSISTANT):
        town.wait(ahead, role)
    today = town.date("Läuft gerade", TEAM, HEAD, starts_at=just_begun(), ends_at=now + 3 * HOUR)
    past = town.date("Lief schon", TEAM, HEAD, starts_at=now - DAY, ends_at=now - DAY + HOUR)
    town.attended(past, TEAM)
    offered = town.date("Ein Platz für Sie", HEAD, seats=1)
    town.wait(offered, TEAM)
    town.cancel(offered, HEAD)
    return {"ahead": ahead, "today": today, "past": past, "offered": offered}


PAGES = (
    "/fortbildungen",
    "/fortbildungen?ansicht=kalender",
    "/fortbildung?termin={ahead}",
    "/fortbildung?termin={today}",
    "/fortbildung?termin={offered}",
    "/meine-fortbildungen",
    "/fortbildung-wuenschen",
    "/kurse",
    "/kurse?termin={today}",
    "/kurse?termin={past}",
    "/fortbildungen-planen",
    "/fortbildungen-planen?termin=neu",
    "/fortbildungen-planen?termin={ahead}",
    "/fortbildungen-planen?ansicht=wuensche",
    "/post",
    "/nachweis",
)


@pytest.mark.parametrize("way", PAGES)
def test_nobody_is_shut_out_on_a_phone(town: Town, dates: dict[str, int], way: str) -> None:
    page = town.visit(TEAM, way.format(**dates), PHONE)
    for dark in (False, True):
        page.emulate_media(color_scheme="dark" if dark else "light")
        page.wait_for_function(IS_DARK, arg=dark)
        assert violations(page) == []
    assert page.evaluate(WIDER) <= 0
    assert page.evaluate(OUT_OF_REACH) == []
