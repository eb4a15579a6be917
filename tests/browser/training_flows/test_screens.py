"""Every page of the trainings on a phone and for everyone, in light and in dark."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from core.people.roles import Role
from tests.browser.conftest import PHONE
from tests.browser.test_ask import violations
from tests.browser.training_flows.town import DAY, HOUR, Town, just_begun
from ui.texts import GERMAN
from ui.texts.certificates import TEXTS

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TEACHER, HEAD, ASSISTANT, TRAINER, TEAM = (
    Role.TEACHER,
    Role.HEAD,
    Role.ASSISTANT,
    Role.TRAINER,
    Role.TEAM,
)
T, P = GERMAN.trainings, GERMAN.planning
TODAY, PAST, OFFERED = "Läuft gerade", "Lief schon", "Ein Platz für Sie"
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenstickerei mit der Maschine"
WIDER = "() => Math.max(...[document.documentElement, document.querySelector('[data-testid=stMain]')]" + (
    ".filter(Boolean).map(one => one.scrollWidth - one.clientWidth))"
)
IS_DARK = """dark => { const letters = getComputedStyle(document.querySelector('h1')).color;
  return (Number(letters.match(/\\d+/)[0]) > 128) === dark &&
    !document.getAnimations().some(one => one instanceof CSSTransition) }"""
# What a thumb cannot hit: beside the screen, under something else, or smaller than the 24 pixels that
# accessibility asks for. The small calendar is Streamlit's own; a day can be typed as well.
OUT_OF_REACH = """() => [...document.querySelectorAll('button, a.button, [role=radio], [role=checkbox]')]
  .filter(one => one.closest('[data-testid=stMain], main') && one.tabIndex >= 0)
  .filter(one => one.dataset.testid !== 'stDateInputCalendarButton')
  .filter(one => one.checkVisibility({visibilityProperty: true, opacityProperty: true}))
  .filter(one => { one.scrollIntoView({block: 'center', behavior: 'instant'});
    const r = one.getBoundingClientRect();
    const there = document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2);
    return r.left < 0 || r.right > innerWidth || r.height < 24 || r.width < 24 || !one.contains(there) })
  .map(one => one.outerHTML.slice(0, 300))"""


@pytest.fixture(scope="module")
def dates(town: Town) -> dict[str, int]:
    """One of each kind, with people in all states."""
    now = datetime.now(UTC)
    ahead = town.date(LONG, TEAM, HEAD, seats=2, place="FabLab, Werkraum im Untergeschoss")
    for role in (TEACHER, ASSISTANT):
        town.wait(ahead, role)
    today = town.date(TODAY, TEAM, HEAD, starts_at=just_begun(), ends_at=now + 3 * HOUR)
    past = town.date(PAST, TEAM, HEAD, starts_at=now - DAY, ends_at=now - DAY + HOUR)
    town.attended(past, TEAM)
    offered = town.date(OFFERED, HEAD, seats=1)
    town.wait(offered, TEAM)
    town.cancel(offered, HEAD)
    return {"ahead": ahead, "today": today, "past": past, "offered": offered}


PAGES = {
    "/fortbildungen": T.title,
    "/fortbildungen?ansicht=kalender": T.title,
    "/fortbildung?termin={ahead}": LONG,
    "/fortbildung?termin={today}": TODAY,
    "/fortbildung?termin={offered}": OFFERED,
    "/meine-fortbildungen": T.mine_title,
    "/fortbildung-wuenschen": GERMAN.wishes.title,
    "/kurse": GERMAN.courses.title,
    "/kurse?termin={today}": TODAY,
    "/kurse?termin={past}": PAST,
    "/fortbildungen-planen": P.title,
    "/fortbildungen-planen?termin=neu": P.new_date_title,
    "/fortbildungen-planen?termin={ahead}": LONG,
    "/fortbildungen-planen?ansicht=wuensche": P.title,
    "/post": GERMAN.post.title,
    "/nachweis": TEXTS["de"].check_title,
}


@pytest.mark.parametrize(("way", "title"), PAGES.items(), ids=list(PAGES))
def test_nobody_is_shut_out_on_a_phone(town: Town, dates: dict[str, int], way: str, title: str) -> None:
    page = town.visit(TEAM, way.format(**dates), PHONE)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    for dark in (False, True):
        page.emulate_media(color_scheme="dark" if dark else "light")
        page.wait_for_function(IS_DARK, arg=dark)
        assert violations(page) == []
    assert page.evaluate(WIDER) <= 0
    assert page.evaluate(OUT_OF_REACH) == []
