"""A document for heads of school leaks nowhere: every way to a document, tried by those whom it is not for.

Its codes and numbers are known to them here; what they get is what they get for something that is not there.
"""

from __future__ import annotations

from datetime import date

import pytest

import ui.portal
from core.people.actor import OPERATOR
from core.people.person import Person
from core.people.roles import Role
from knowledge import scans
from retriever.answer import Answer, NothingFound
from retriever.narrowing import Narrowing, choices
from tests.knowledge.people import person
from tests.ui.plain.small_library import SmallLibrary, asked, head
from tests.ui.plain.small_library import small as small

UNKNOWN, NUMBER = "0000000000", 4711
SECRETS = ("Tresor", "4711 ein", "tresor")
TEACHER = person(Role.TEACHER)
QUESTION = "Wie öffne ich den Tresor im Keller?"
WAYS = (
    "/d/{code}",
    "/q/{code}",
    "/q/{code}/40",
    "/q/{code}.svg",
    "/q/{code}.png",
    "/drucken/{code}",
    "/drucken/{document}?abschnitt={code}",
    "/karten?c={code}",
    "/karten?c={code}&viermal=1",
    "/vor-der-klasse/{code}?block=0",
    "/documents/{number}/file?t=x",
    "/documents/{number}/page?t=x",
    "/documents/{number}/subtitles?t=x",
)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(params=["guest", "guest, open", "without role", "teacher"])
def secret(
    request: pytest.FixtureRequest, small: SmallLibrary, monkeypatch: pytest.MonkeyPatch
) -> str | None:
    """The session of somebody whom the document is not for."""
    if request.param == "guest, open":
        monkeypatch.setenv("LOTSE_OPEN", "ask, library")
        ui.portal.entrance.clear()
    roles = {"without role": None, "teacher": Role.TEACHER}
    return small.signed_in(roles[request.param]) if request.param in roles else None


@pytest.mark.anyio
async def test_every_address_says_the_same_as_where_nothing_is(
    small: SmallLibrary, secret: str | None
) -> None:
    document = small.code("leitung/tresor.md")
    section = small.code("leitung/tresor.md", "Tresor öffnen")
    number = small.manual("leitung/tresor.md").document.id
    for way in WAYS:
        missing = await told(way.format(code=UNKNOWN, document=UNKNOWN, number=NUMBER), secret)
        for code in (document, section):
            limited = await told(way.format(code=code, document=document, number=number), secret)
            for real in (code, document):
                limited = limited.replace(real, UNKNOWN)
            assert limited.replace(f"/{number}/", f"/{NUMBER}/") == missing, way
            assert not [word for word in SECRETS if word in limited], way


async def told(way: str, secret: str | None) -> str:
    answer = await asked(way, secret)
    return f"{answer.status_code} {answer.headers.get('location', '')} {answer.text}"


@pytest.mark.anyio
async def test_for_whom_it_is_every_address_opens(small: SmallLibrary) -> None:
    """Shows that the test above can fail."""
    code = small.code("leitung/tresor.md", "Tresor öffnen")
    opened = small.signed_in(Role.HEAD)
    answers = [
        await asked(way.format(code=code), opened)
        for way in ("/d/{code}", "/q/{code}.svg", "/karten?c={code}")
    ]
    assert [answer.status_code for answer in answers] == [303, 200, 200]
    assert "Tresor" in answers[-1].text


@pytest.mark.anyio
async def test_scans_of_it_are_not_counted(small: SmallLibrary, secret: str | None) -> None:
    code = small.code("leitung/tresor.md")
    await asked(f"/q/{code}", secret)
    with small.database.read() as db:
        assert scans.counts(db, [code], OPERATOR, date(2000, 1, 1)) == {}


@pytest.mark.parametrize("who", [None, TEACHER, person(None)], ids=["guest", "teacher", "without role"])
def test_the_portal_tells_nothing_of_it(small: SmallLibrary, who: Person | None) -> None:
    portal, limited = small.portal, small.manual("leitung/tresor.md").document
    assert portal.target(limited.code, who) is None
    assert portal.manual(limited, who) is None
    assert portal.original(limited.id, who) is None
    assert portal.subtitles(limited.id, who) is None
    assert portal.page_picture(limited.id, 1, (), who) is None
    assert limited.name not in {document.name for document in portal.catalogue(who)}
    for document in portal.catalogue(who):
        assert limited.name not in {near.name for near in portal.related(document, who)}
    reply = portal.ask(QUESTION, person=who, narrowing=Narrowing(devices=frozenset({"Display"})))
    places = reply.citations if isinstance(reply, Answer) else ()
    places = reply.nearest if isinstance(reply, NothingFound) else places
    assert limited.name not in {place.document for place in places}
    assert not isinstance(reply, Answer) or reply.elsewhere is None


def test_suggestions_and_counts_are_those_of_a_library_without_it(small: SmallLibrary) -> None:
    documents = small.portal.catalogue(TEACHER)
    assert (
        len(small.portal.catalogue(head()))
        == len(documents) + 1
        == small.portal.library(TEACHER).documents + 1
    )
    assert choices(documents) == choices(small.portal.catalogue(None))
