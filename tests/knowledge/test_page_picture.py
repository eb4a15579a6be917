from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image

from knowledge.page_picture import NoSuchPage, PagePicture, excerpt, page_picture
from tests.knowledge.reading.pdf_made import BOLD, Text, lines, write_pdf

A4_WIDTH, A4_HEIGHT = 595.28, 841.89
SENTENCE = "Drücken Sie die rote Taste am Ladeschrank."


@pytest.fixture
def manual(tmp_path: Path) -> Path:
    page = [
        lines(
            "Schalten Sie zuerst den Strom im Raum ein. Drücken Sie die rote Taste am Lade-",
            "schrank. Fertig.",
        ),
        lines("1. Holen Sie den", "    Schlüssel aus dem Sekretariat.", y=700),
        lines("Raum", y=650),
        lines("Der Raum ist offen.", y=630),
    ]
    last = [lines("und dann wieder in den Schrank der Bibliothek legen.")]
    return write_pdf(tmp_path / "handbuch.pdf", page, last)


def opened(picture: PagePicture) -> Image.Image:
    return Image.open(io.BytesIO(picture.png)).convert("RGB")


def is_yellow(colour: tuple[int, ...]) -> bool:
    red, _, blue = colour
    return red > 180 and red - blue > 40


def test_the_picture_has_the_wanted_width_and_the_pages_shape(manual: Path) -> None:
    picture = page_picture(manual, 1, [], width=600)

    assert opened(picture).size == (picture.width, picture.height)
    assert abs(picture.width - 600) <= 1
    assert abs(picture.height - 600 * A4_HEIGHT / A4_WIDTH) <= 2
    assert picture.boxes == ()


def test_a_sentence_is_marked_where_it_stands_although_a_word_is_divided(manual: Path) -> None:
    picture = page_picture(manual, 1, [SENTENCE])

    scale = 900 / A4_WIDTH
    first, second = picture.boxes
    assert first[1] < (A4_HEIGHT - 763) * scale < first[3]
    assert second[1] < (A4_HEIGHT - 751) * scale < second[3]
    assert first[0] > 250 * scale
    assert abs(second[0] - 70 * scale) < 8
    assert second[2] < 125 * scale


def test_the_mark_is_yellow_and_the_rest_stays_white(manual: Path) -> None:
    marked, plain = page_picture(manual, 1, [SENTENCE]), page_picture(manual, 1, [])

    left, top, right, bottom = marked.boxes[0]
    assert is_yellow(opened(marked).getpixel((right - 3, (top + bottom) // 2)))  # type: ignore[arg-type]
    assert opened(marked).getpixel((5, 5)) == (255, 255, 255)
    assert opened(plain).getpixel((left + 2, top + 2)) == (255, 255, 255)


def test_blanks_and_list_numbers_do_not_matter(manual: Path) -> None:
    assert page_picture(manual, 1, ["Holen  Sie den Schlüssel aus dem Sekretariat."]).boxes


def test_of_a_sentence_that_goes_on_over_the_page_the_part_on_it_is_marked(manual: Path) -> None:
    sentence = "Das Tablet laden und dann wieder in den Schrank der Bibliothek legen."

    assert page_picture(manual, 2, [sentence]).boxes


@pytest.mark.parametrize(
    "passage",
    [
        "Dieser Satz steht auf keiner Seite des Handbuchs.",
        "Schalten Sie zuerst niemals etwas aus.",  # only three words in a row
        "Raum",  # stands on the page more than once
        "Schl",  # a part of a word
        "",
    ],
)
def test_what_is_not_clearly_on_the_page_is_not_marked(manual: Path, passage: str) -> None:
    assert page_picture(manual, 1, [passage]).boxes == ()


def test_a_short_passage_that_stands_once_is_marked(manual: Path) -> None:
    assert page_picture(manual, 1, ["Fertig."]).boxes


def test_the_cells_of_a_row_are_marked_apart(tmp_path: Path) -> None:
    page = [Text(["Beamer", "Drucker"], x=70), Text(["Aula", "Flur"], x=300)]
    path = write_pdf(tmp_path / "tabelle.pdf", page)

    (beamer, aula) = page_picture(path, 1, ["Beamer | Aula"]).boxes
    assert beamer[2] < aula[0]
    assert abs(beamer[1] - aula[1]) <= 2


def test_a_full_paragraph_is_one_tidy_box(tmp_path: Path) -> None:
    row = "Diese Zeile steht dreimal gleich lang da"
    path = write_pdf(tmp_path / "a.pdf", [lines(row, row, row)])

    assert len(page_picture(path, 1, [f"{row} {row} {row}"]).boxes) == 1


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_marks_follow_a_page_that_is_shown_turned(tmp_path: Path, turned: int) -> None:
    page = [lines("Oben steht der gesuchte kurze Satz."), lines("Unten nicht.", y=100, font=BOLD)]
    picture = page_picture(write_pdf(tmp_path / "quer.pdf", page, turned=turned), 1, [page[0].lines[0]])

    (box,) = picture.boxes
    image = opened(picture)
    marked = image.crop(box)
    colours = marked.getcolors(100_000) or []
    assert any(sum(colour) < 200 for _, colour in colours), "the mark does not lie on the text"  # type: ignore[arg-type]
    along = (box[2] - box[0]) > (box[3] - box[1])
    assert along == (turned == 180)


def test_an_excerpt_is_the_part_around_the_marks(manual: Path) -> None:
    whole, part = page_picture(manual, 1, [SENTENCE]), excerpt(manual, 1, [SENTENCE])

    assert part.width == whole.width
    assert part.height < whole.height / 4
    assert len(part.boxes) == len(whole.boxes)
    assert all(0 <= top < bottom <= part.height for _, top, _, bottom in part.boxes)


def test_an_excerpt_without_marks_is_the_whole_page(manual: Path) -> None:
    assert excerpt(manual, 1, []).height == page_picture(manual, 1, []).height


@pytest.mark.parametrize("page", [0, 3])
def test_a_page_that_does_not_exist_is_refused(manual: Path, page: int) -> None:
    with pytest.raises(NoSuchPage):
        page_picture(manual, page, [])


def test_many_threads_get_the_same_picture(manual: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        pictures = set(pool.map(lambda _: page_picture(manual, 1, [SENTENCE], width=300), range(24)))

    assert len(pictures) == 1
