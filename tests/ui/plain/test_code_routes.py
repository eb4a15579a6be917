"""Short addresses, scanned codes, their pictures and cards: for who may read the place, and nobody else."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import zxingcpp
from PIL import Image

import knowledge.starter
from core.people.actor import OPERATOR
from core.people.roles import Role
from knowledge import scans
from knowledge.labels import Label, add_label
from retriever.catalogue import target
from tests.ui.plain.small_library import SmallLibrary, asked, files, head, opened
from tests.ui.plain.small_library import small as small
from ui.library.ways import manual_way
from ui.texts import ENGLISH, GERMAN

pytestmark = pytest.mark.anyio
STARTER = Path(knowledge.starter.__file__).parent / "library"
UNKNOWN = "0000000000"
ODD = ("nope", "%00%00", "..", "a" * 3000, "0000000000%0a", "😀")


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def teacher(small: SmallLibrary) -> str:
    return small.signed_in(Role.TEACHER)


def counted(small: SmallLibrary) -> dict[str, int]:
    with small.database.read() as db:
        codes = [small.code(name) for name in ("drucker.md", "leitung/tresor.md", "kamera.vtt")]
        everything = [*codes, small.code("drucker.md", "Papierstau beheben"), UNKNOWN]
        return dict(scans.counts(db, everything, OPERATOR, date(2000, 1, 1)))


def label(small: SmallLibrary, room: str = "Raum 104") -> Label:
    with small.database.write.begin() as db:
        return add_label(db, "Display", "Prowise", "Ten", room, None, OPERATOR, datetime.now(UTC))


# where codes lead


async def test_a_short_address_leads_to_its_document(small: SmallLibrary, teacher: str) -> None:
    code = small.code("drucker.md")
    response = await asked(f"/d/{code}", teacher)
    assert (response.status_code, response.headers["location"]) == (303, manual_way(code))


async def test_a_section_s_code_leads_to_the_section(small: SmallLibrary, teacher: str) -> None:
    section = small.code("drucker.md", "Papierstau beheben")
    for way in ("/d/", "/q/"):
        response = await asked(way + section, teacher)
        assert response.headers["location"] == manual_way(small.code("drucker.md"), section)


async def test_a_moment_is_kept(small: SmallLibrary, teacher: str) -> None:
    code = small.code("kamera.vtt")
    for way in ("/d/", "/q/"):
        response = await asked(f"{way}{code}/42", teacher)
        assert response.headers["location"] == manual_way(code, seconds=42)


async def test_codes_are_taken_as_people_type_them(small: SmallLibrary, teacher: str) -> None:
    code = small.code("drucker.md")
    typed = f"{code[:5]}-{code[5:]}".upper().replace("0", "O").replace("1", "I")
    for written in (typed, f" {code[:3]} {code[3:]} "):
        assert (await asked(f"/d/{written}", teacher)).headers["location"] == manual_way(code)


async def test_the_language_is_kept(small: SmallLibrary, teacher: str) -> None:
    code = small.code("drucker.md")
    assert (await asked(f"/q/{code}?lang=en", teacher)).headers["location"] == f"{manual_way(code)}&lang=en"


@pytest.mark.parametrize("code", [UNKNOWN, *ODD])
async def test_what_is_no_code_is_not_there(small: SmallLibrary, teacher: str, code: str) -> None:
    for way in ("/d/", "/q/"):
        response = await asked(way + code, teacher)
        assert response.status_code == 404


@pytest.mark.parametrize("moment", ["-1", "1e9", "9" * 7, "9" * 5000, "x", "٣"])
async def test_what_is_no_moment_is_not_there(small: SmallLibrary, teacher: str, moment: str) -> None:
    assert (await asked(f"/q/{small.code('kamera.vtt')}/{moment}", teacher)).status_code == 404


async def test_a_device_s_label_leads_to_the_assistant_for_it(small: SmallLibrary, teacher: str) -> None:
    stuck = label(small)
    for way in ("/d/", "/q/"):
        response = await asked(way + stuck.code, teacher)
        assert response.headers["location"] == f"/?geraet=Display&schild={stuck.code}"


async def test_a_guest_may_ask_about_a_device_where_asking_is_open(
    small: SmallLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    stuck = label(small)
    assert (await asked(f"/q/{stuck.code}")).headers["location"].startswith("/anmelden")
    monkeypatch.setenv("LOTSE_OPEN", "ask")
    assert (await asked(f"/q/{stuck.code}")).headers["location"].startswith("/?geraet=")


# who may not read it learns nothing


async def test_a_guest_signs_in_first_and_arrives_afterwards(small: SmallLibrary, teacher: str) -> None:
    code = small.code("kamera.vtt")
    response = await asked(f"/q/{code}/42")
    assert response.headers["location"] == f"/anmelden?weiter=%2Fq%2F{code}%2F42"
    assert counted(small) == {}


ALIKE = ("/d/{}", "/q/{}", "/q/{}/7", "/q/{}.svg", "/q/{}.png", "/q/{}.png?laden=1", "/karten?c={}")


@pytest.mark.parametrize("path", ALIKE)
@pytest.mark.parametrize("role", [Role.TEACHER, Role.TRAINER, None])
async def test_a_limited_document_looks_like_none_to_others(
    small: SmallLibrary, path: str, role: Role | None
) -> None:
    secret = small.signed_in(role)
    answers = []
    for code in (small.code("leitung/tresor.md"), small.code("leitung/tresor.md", "Tresor öffnen"), UNKNOWN):
        response = await asked(path.format(code), secret)
        answers.append((response.status_code, response.headers.items(), response.text.replace(code, "")))
    assert answers[0] == answers[1] == answers[2]
    assert answers[0][0] == (404 if role else 403)
    assert counted(small) == {}


@pytest.mark.parametrize("path", ALIKE)
@pytest.mark.parametrize("open_to_guests", ["nothing", "ask, library"])
async def test_a_limited_document_looks_like_none_to_guests(
    small: SmallLibrary, monkeypatch: pytest.MonkeyPatch, path: str, open_to_guests: str
) -> None:
    monkeypatch.setenv("LOTSE_OPEN", open_to_guests)
    limited, none = small.code("leitung/tresor.md"), UNKNOWN
    first, second = await asked(path.format(limited)), await asked(path.format(none))
    assert first.status_code == second.status_code != 200
    assert first.text.replace(limited, none) == second.text
    ways = [response.headers.get("location", "").replace(limited, none) for response in (first, second)]
    assert ways[0] == ways[1]
    assert counted(small) == {}


async def test_whom_it_is_for_gets_it(small: SmallLibrary) -> None:
    code, secret = small.code("leitung/tresor.md"), small.signed_in(Role.HEAD)
    assert (await asked(f"/q/{code}", secret)).headers["location"] == manual_way(code)
    assert (await asked(f"/q/{code}.svg", secret)).status_code == 200
    assert "4711" in (await asked(f"/karten?c={code}", secret)).text


# counting


async def test_a_scan_is_counted_and_a_short_address_is_not(small: SmallLibrary, teacher: str) -> None:
    code = small.code("drucker.md")
    await asked(f"/d/{code}", teacher)
    assert counted(small) == {}
    await asked(f"/q/{code}", teacher)
    await asked(f"/q/{code.upper()}/3", teacher)
    assert counted(small) == {code: 2}


async def test_looking_ahead_is_no_scan(small: SmallLibrary, teacher: str) -> None:
    code = small.code("drucker.md")
    assert (await asked(f"/q/{code}", teacher, "HEAD")).status_code == 303
    for header in ("sec_purpose", "purpose", "x_moz"):
        await asked(f"/q/{code}", teacher, **{header: "prefetch;prerender"})
    for picture in (f"/q/{code}.svg", f"/q/{code}.png?laden=1", f"/karten?c={code}"):
        assert (await asked(picture, teacher)).status_code == 200
    assert counted(small) == {}


async def test_what_leads_nowhere_is_not_counted(small: SmallLibrary, teacher: str) -> None:
    await asked(f"/q/{UNKNOWN}", teacher)
    assert counted(small) == {}


# pictures


async def test_a_picture_holds_the_full_address_which_leads_there(small: SmallLibrary, teacher: str) -> None:
    for code, moment in (
        (small.code("drucker.md"), ""),
        (small.code("drucker.md", "Toner"), ""),
        (small.code("kamera.vtt"), "/42"),
        (label(small).code, ""),
    ):
        picture = await asked(f"/q/{code}{moment}.png", teacher)
        assert picture.headers["content-type"] == "image/png"
        [found] = zxingcpp.read_barcodes(Image.open(BytesIO(picture.content)))
        assert found.text == f"https://lotse.example/q/{code}{moment}"
        led = await asked(urlsplit(found.text).path, teacher)
        assert led.status_code == 303
        assert code in led.headers["location"]


async def test_without_a_stated_address_it_is_the_one_that_the_browser_sees(
    small: SmallLibrary, teacher: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LOTSE_PUBLIC_URL")
    code = small.code("drucker.md")
    picture = await asked(f"/q/{code}.png", teacher, host="portal.local:8501")
    [found] = zxingcpp.read_barcodes(Image.open(BytesIO(picture.content)))
    assert found.text == f"https://portal.local:8501/q/{code}"


async def test_a_picture_to_keep_has_a_name(small: SmallLibrary, teacher: str) -> None:
    section, talk = small.code("drucker.md", "Papierstau beheben"), small.code("kamera.vtt")
    for path, name in (
        (f"{section}.png", "QR-Code-papierstau-beheben.png"),
        (f"{talk}/42.svg", r"QR-Code-.*-42s\.svg"),
        (f"{label(small, '<Süd> / 1').code}.svg", "QR-Code-display-sued-1.svg"),
    ):
        headers = (await asked(f"/q/{path}?laden=1", teacher)).headers
        assert re.fullmatch(rf'attachment; filename="{name}"', headers["content-disposition"])
    assert "content-disposition" not in (await asked(f"/q/{section}.png", teacher)).headers


async def test_there_are_no_other_kinds_of_pictures(small: SmallLibrary, teacher: str) -> None:
    assert (await asked(f"/q/{small.code('drucker.md')}.pdf", teacher)).status_code == 404


# cards


def headings(page: str) -> list[str]:
    return re.findall(r"<h2>(.*?)</h2>", page)


async def test_a_card_begins_with_the_first_three_steps(small: SmallLibrary, teacher: str) -> None:
    section = small.code("drucker.md", "Papierstau beheben")
    page = (await asked(f"/karten?c={section}", teacher)).text
    steps = re.findall(r"<li>(.*?)</li>", page)
    assert steps == [
        "Öffnen Sie die Klappe auf der rechten Seite.",
        "Ziehen Sie das Papier langsam heraus",
        "Schließen Sie die Klappe.",
    ]
    assert GERMAN.codes.more_steps.format(count=2) in page
    assert headings(page) == ["Papierstau beheben"]
    assert "Drucker im Lehrerzimmer" in page
    assert f"/d/{section[:5]}-{section[5:]}" in page
    assert "lotse.example" in page


async def test_a_document_s_card_says_where_its_steps_belong(small: SmallLibrary, teacher: str) -> None:
    page = (await asked(f"/karten?c={small.code('drucker.md')}", teacher)).text
    assert headings(page) == ["Drucker im Lehrerzimmer"]
    assert "<h3>Papierstau beheben</h3>" in page


async def test_without_steps_it_begins_with_the_first_sentences(small: SmallLibrary, teacher: str) -> None:
    page = (await asked(f"/karten?c={small.code('drucker.md', 'Toner')}", teacher)).text
    assert "<p>Den Toner wechselt das IT-Team.</p>" in page
    assert "<p>Sagen Sie die Nummer.</p>" in page
    assert "Warten Sie kurz" not in page


async def test_a_section_s_card_takes_no_steps_from_the_next(small: SmallLibrary, teacher: str) -> None:
    page = (await asked(f"/karten?c={small.code('drucker.md', 'Farben')}", teacher)).text
    assert "<p>Er druckt nur schwarz.</p>" in page
    assert "Klappe" not in page


async def test_a_moment_s_card_begins_with_what_is_said_then(small: SmallLibrary, teacher: str) -> None:
    page = (await asked(f"/karten?c={small.code('kamera.vtt')}/40", teacher)).text
    assert GERMAN.moment.format(time="0:40") in page
    assert "stecken Sie das Kabel" in page
    assert "Willkommen" not in page


async def test_four_cards_are_on_a_sheet(small: SmallLibrary, teacher: str) -> None:
    codes = [small.code("drucker.md"), small.code("drucker.md", "Toner"), small.code("kamera.vtt")]
    page = (await asked(f"/karten?{'&'.join(f'c={code}' for code in codes * 2)}", teacher)).text
    assert page.count('class="sheet"') == 2
    assert len(headings(page)) == 6
    small_ones = (await asked(f"/karten?{'&'.join(f'c={code}' for code in codes)}&format=a6", teacher)).text
    assert small_ones.count('class="sheet"') == 3


async def test_one_card_may_fill_its_sheet(small: SmallLibrary, teacher: str) -> None:
    code, other = small.code("drucker.md"), small.code("kamera.vtt")
    assert len(headings((await asked(f"/karten?c={code}", teacher)).text)) == 1
    assert len(headings((await asked(f"/karten?c={code}&viermal=1", teacher)).text)) == 4
    assert len(headings((await asked(f"/karten?c={code}&c={other}&viermal=1", teacher)).text)) == 2


async def test_cards_that_cannot_be_shown_are_left_out_and_told_of(small: SmallLibrary, teacher: str) -> None:
    code, limited = small.code("drucker.md"), small.code("leitung/tresor.md")
    pages = [(await asked(f"/karten?c={code}&c={one}", teacher)).text for one in (limited, UNKNOWN)]
    assert GERMAN.codes.one_card_missing in pages[0]
    assert pages[0].replace(limited, UNKNOWN) == pages[1]


async def test_the_page_s_own_ways_keep_cards_and_language(small: SmallLibrary, teacher: str) -> None:
    code = small.code("drucker.md")
    page = (await asked(f"/karten?c={code}&lang=en", teacher)).text
    ways = re.findall(r'href="(/karten\?[^"]*)"', page)
    assert len(ways) == 3
    for way in ways:
        shown = await asked(way.replace("&amp;", "&"), teacher)
        assert ENGLISH.codes.cards_title in shown.text
        assert set(headings(shown.text)) == {"Drucker im Lehrerzimmer"}


async def test_cards_without_codes_are_not_there(small: SmallLibrary, teacher: str) -> None:
    for address in ("/karten", "/karten?c=", "/karten?c=/", "/karten?c=%00&c=x/y/z"):
        assert (await asked(address, teacher)).status_code == 404


async def test_a_device_s_card_asks_for_questions(small: SmallLibrary, teacher: str) -> None:
    stuck = label(small, "<b>Aula</b>")
    page = (await asked(f"/karten?c={stuck.code}", teacher)).text
    assert headings(page) == [GERMAN.codes.devices["Display"].question]
    assert "Prowise Ten" in page
    assert "&lt;b&gt;Aula" in page
    assert "<b>" not in page


async def test_the_page_has_no_script_or_style_within(small: SmallLibrary, teacher: str) -> None:
    response = await asked(f"/karten?c={small.code('drucker.md')}", teacher)
    assert "script-src 'self';" in response.headers["content-security-policy"]
    assert "style=" not in response.text
    assert not re.search(r"<script(?! src)", response.text)
    for own in re.findall(r'(?:src|href)="(/karten/[^"]*)"', response.text):
        assert (await asked(own)).status_code == 200


# the library that ships


def test_every_place_of_the_shipped_library_has_a_code_that_leads_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = files(tmp_path)
    for shipped in STARTER.glob("*.md"):
        (folder / shipped.name).write_text(shipped.read_text("utf-8"), "utf-8")
    with opened(tmp_path, monkeypatch, folder) as library:
        view = library.portal.assistant.view(head())
        shown = {id(section): section for section in (view.passage(n).section for n in range(len(view)))}
        led = {section.code: target(view, section.code) for section in shown.values()}
        assert len(led) == len(shown) > 100, "no two places have the same code"
        for section in shown.values():
            found = led[section.code]
            assert found is not None
            assert (found.document.name, found.section) == (section.document.name, section.code)
            whole = target(view, section.document.code)
            assert whole is not None
            assert (whole.document.name, whole.section) == (section.document.name, None)
