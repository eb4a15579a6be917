"""Three steps a screen, fewer where they are long, and nothing left out."""

from __future__ import annotations

import pytest

from knowledge.reading.section import Block, BlockKind
from ui.plain.class_screens import LETTERS, LINES, Screen, at, chosen_block, parts, screens, told

STEPS = Block(BlockKind.STEPS, tuple(f"Schritt {number}." for number in range(1, 8)))
LEAD = Block(BlockKind.PARAGRAPH, ("So geht es.",))
LONG = "Tippen Sie auf das Zahnrad und wählen Sie die Sprache. " * 4
TABLE = Block(
    BlockKind.TABLE, ("Was | Ursache | Hilfe", "Kein Ton | stumm | lauter stellen", "Kein Bild |  | ")
)


def texts(shown: tuple[Screen, ...]) -> list[list[str]]:
    return [[part.text for part in screen.parts] for screen in shown]


def test_three_steps_a_screen() -> None:
    shown = screens(STEPS)
    assert [(screen.first, screen.last) for screen in shown] == [(1, 3), (4, 6), (7, 7)]
    assert texts(shown)[2] == ["Schritt 7."]


def test_long_steps_are_fewer_to_a_screen() -> None:
    shown = screens(Block(BlockKind.STEPS, (LONG, LONG, "Fertig.")))
    assert [(screen.first, screen.last) for screen in shown] == [(1, 1), (2, 3)]


def test_letters_are_larger_where_there_is_room() -> None:
    assert [screen.large for screen in screens(Block(BlockKind.STEPS, ("Fertig.",)))] == [True]
    assert [screen.large for screen in screens(Block(BlockKind.STEPS, (LONG + LONG[:100],)))] == [False]


@pytest.mark.parametrize(
    "block",
    [
        Block(BlockKind.STEPS, (LONG * 5, "Fertig.")),
        Block(BlockKind.STEPS, ("Beginn.", *(f"  {LONG}" for _ in range(6)))),
        Block(BlockKind.CODE, ("\n".join(f"zeile {number}" for number in range(30)),)),
        Block(BlockKind.PARAGRAPH, ("x" * 3000,)),
        Block(BlockKind.TABLE, ("A | B", f"{LONG * 3} | {LONG * 3}")),
    ],
)
def test_what_is_too_long_goes_on_and_loses_no_word(block: Block) -> None:
    shown = screens(block)
    assert len(shown) > 1
    assert all(sum(part.lines(LETTERS) for part in screen.parts) <= LINES for screen in shown)
    assert len({screen.start for screen in shown}) == len(shown)
    said = "".join(text for screen in shown for part in screen.parts for text in (part.text, *part.inner))
    letters = "".join(block.items).replace(" | ", "").removeprefix("AB").replace(" ", "").replace("\n", "")
    assert said.replace("…", "").replace("B: ", "").replace(" ", "").replace("\n", "") == letters


def test_inner_steps_stay_with_theirs() -> None:
    found = parts(Block(BlockKind.STEPS, ("Öffnen", "  links", "    oben", "Schließen")))
    assert [(part.number, part.text, part.inner) for part in found] == [
        (1, "Öffnen", ("links", "oben")),
        (2, "Schließen", ()),
    ]


def test_sentences_are_shown_one_by_one() -> None:
    found = parts(Block(BlockKind.PARAGRAPH, ("Das ist z. B. so. Und so.\nUnd hier.",)))
    assert [part.text for part in found] == ["Das ist z. B. so.", "Und so.", "Und hier."]


def test_a_row_has_the_heads_of_its_columns() -> None:
    assert [(part.text, part.inner) for part in parts(TABLE)] == [
        ("Kein Ton", ("Ursache: stumm", "Hilfe: lauter stellen")),
        ("Kein Bild", ()),
    ]
    assert [part.text for part in parts(Block(BlockKind.TABLE, ("Nur | Kopf",)))] == ["Nur"]


@pytest.mark.parametrize(
    ("wanted", "chosen"),
    [(None, 1), (0, 1), (1, 1), (2, 2), (99, 1)],
    ids=["none", "lead", "it", "after", "no"],
)
def test_the_block_is_the_wanted_one_or_the_steps(wanted: int | None, chosen: int) -> None:
    assert chosen_block([LEAD, STEPS, LEAD], wanted) == chosen


def test_a_sentence_with_a_colon_leads_into_its_table_and_one_without_does_not() -> None:
    colon = Block(BlockKind.PARAGRAPH, ("Das hilft:",))
    assert chosen_block([colon, TABLE], 0) == 1
    assert chosen_block([LEAD, TABLE], 0) == 0
    assert chosen_block([], 0) is None


@pytest.mark.parametrize(
    ("start", "index"), [("", 0), ("4", 1), ("5", 1), ("7", 2), ("99", 2), ("0", 0), ("x", 0), ("9" * 50, 0)]
)
def test_the_address_names_the_screen_that_shows_a_step(start: str, index: int) -> None:
    assert at(screens(STEPS), start) == index


def test_a_step_that_goes_on_has_an_address_of_its_own() -> None:
    shown = screens(Block(BlockKind.STEPS, ("Erst.", LONG * 5)))
    assert [at(shown, screen.start) for screen in shown] == list(range(len(shown)))


def test_of_a_recording_the_words_go_on() -> None:
    said = [Block(BlockKind.PARAGRAPH, (text,), seconds=at) for text, at in (("Eins.", 0.0), ("Zwei.", 4.0))]
    assert told([*said, STEPS], 0).items == ("Eins.", "Zwei.")
    assert told([*said, STEPS], 1).items == ("Zwei.",)
    assert told([LEAD, LEAD], 0) == LEAD
