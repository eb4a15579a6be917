"""The print view: all of a document, for those who may read it; scripts and styles from files of its own."""

from __future__ import annotations

import pytest

from core.people.roles import Role
from tests.ui.plain.small_library import SmallLibrary, asked
from tests.ui.plain.small_library import small as small
from ui.library.ways import PRINT, manual_way, scanned_way, short_way
from ui.texts import ENGLISH, GERMAN

pytestmark = pytest.mark.anyio
G = GERMAN.library


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def teacher(small: SmallLibrary) -> str:
    return small.signed_in(Role.TEACHER)


async def test_all_sections_are_printed_with_source_date_and_address(
    small: SmallLibrary, teacher: str
) -> None:
    code = small.code("drucker.md")
    page = (await asked(PRINT + code, teacher)).text
    for text in (
        "<h1>Drucker im Lehrerzimmer</h1>",
        "<h2>Papierstau beheben</h2>",
        "<h2>Toner</h2>",
        "<li>Öffnen Sie die Klappe auf der rechten Seite.</li>",
        G.printed_source.format(title="Drucker im Lehrerzimmer"),
        G.never_checked,
        f"https://lotse.example{short_way(code)}",
        f'src="{scanned_way(code)}.svg"',
    ):
        assert text in page


async def test_a_section_is_printed_alone_with_its_own_address(small: SmallLibrary, teacher: str) -> None:
    code, section = small.code("drucker.md"), small.code("drucker.md", "Toner")
    for way in (f"{PRINT}{code}?abschnitt={section}", PRINT + section):
        page = (await asked(way, teacher)).text
        assert "<h2>Toner</h2>" in page
        assert "Papierstau" not in page
        assert short_way(section) in page
        assert G.whole_document in page
        assert manual_way(code, section).replace("&", "&amp;") in page


async def test_an_unknown_section_prints_the_whole(small: SmallLibrary, teacher: str) -> None:
    page = (await asked(f"{PRINT}{small.code('drucker.md')}?abschnitt=0000000000", teacher)).text
    assert "<h2>Toner</h2>" in page
    assert "<h2>Papierstau beheben</h2>" in page
    assert G.whole_document not in page


async def test_the_page_s_language_is_asked_for_in_the_address(small: SmallLibrary, teacher: str) -> None:
    page = (await asked(f"{PRINT}{small.code('drucker.md')}?lang=en", teacher)).text
    assert '<html lang="en">' in page
    assert ENGLISH.library.never_checked in page


async def test_no_script_or_style_stands_within_the_page(small: SmallLibrary, teacher: str) -> None:
    response = await asked(PRINT + small.code("drucker.md"), teacher)
    assert "script-src 'self';" in response.headers["content-security-policy"]
    assert response.text.count("<script") == response.text.count("<script src=") == 1
    assert "style=" not in response.text
    for name, kind in (("aussehen.css", "text/css"), ("drucken.js", "text/javascript")):
        file = await asked(PRINT + name)
        assert file.status_code == 200
        assert file.headers["content-type"].startswith(kind)


@pytest.mark.parametrize("heading", [None, "Tresor öffnen"])
async def test_what_one_may_not_read_looks_like_what_does_not_exist(
    small: SmallLibrary, teacher: str, heading: str | None
) -> None:
    code = small.code("leitung/tresor.md", heading)
    limited, missing = await asked(PRINT + code, teacher), await asked(f"{PRINT}0000000000", teacher)
    assert limited.status_code == missing.status_code == 404
    assert limited.text.replace(code, "") == missing.text.replace("0000000000", "")
    assert "4711" in (await asked(PRINT + code, small.signed_in(Role.HEAD))).text


async def test_a_section_of_another_document_prints_nothing_of_it(small: SmallLibrary, teacher: str) -> None:
    foreign = small.code("leitung/tresor.md", "Tresor öffnen")
    page = (await asked(f"{PRINT}{small.code('drucker.md')}?abschnitt={foreign}", teacher)).text
    assert "4711" not in page
    assert foreign not in page


async def test_guests_are_led_to_the_sign_in_and_back(small: SmallLibrary) -> None:
    response = await asked(f"{PRINT}{small.code('drucker.md')}?abschnitt=x")
    assert response.status_code == 303
    assert "abschnitt%3Dx" in response.headers["location"]


async def test_a_code_typed_from_paper_is_understood(small: SmallLibrary, teacher: str) -> None:
    assert (await asked(PRINT + small.code("drucker.md").upper(), teacher)).status_code == 200
