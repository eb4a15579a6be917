from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.reading.errors import Damaged, Empty, Encrypted, NeedsRecognition, TooLarge, WrongFormat
from knowledge.reading.limits import Limits, Recognition
from knowledge.reading.pdf import read_pdf
from knowledge.reading.section import Block, BlockKind, Reading
from tests.knowledge.reading.pdf_made import (
    BOLD,
    MONO,
    Bookmark,
    Stroke,
    Text,
    Thing,
    grid,
    lines,
    write_pdf,
    write_scan,
)

NO_TESSERACT = Recognition(tesseract_languages="no-such-language")


def read(path: Path, limits: Limits | None = None) -> Reading:
    return read_pdf(path, limits or Limits(), NO_TESSERACT)


def read_pages(tmp_path: Path, *pages: Sequence[Thing]) -> Reading:
    return read(write_pdf(tmp_path / "handbuch.pdf", *pages))


def blocks_of(reading: Reading) -> list[Block]:
    return [block for section in reading.sections for block in section.blocks]


def texts_of(reading: Reading) -> list[str]:
    return [item for block in blocks_of(reading) for item in block.items]


PARAGRAPH = lines(
    "Das Tablet laden Sie am besten über Nacht im Schrank der Schule, denn der Lade-",
    "vorgang dauert vier Stunden.",
)


def test_the_lines_of_a_paragraph_are_joined_and_divided_words_made_whole(tmp_path: Path) -> None:
    reading = read_pages(tmp_path, [PARAGRAPH])

    assert texts_of(reading) == [
        "Das Tablet laden Sie am besten über Nacht im Schrank der Schule, "
        "denn der Ladevorgang dauert vier Stunden."
    ]


def test_a_gap_ends_a_paragraph(tmp_path: Path) -> None:
    reading = read_pages(tmp_path, [PARAGRAPH, lines("Danach leuchtet es grün.", y=720)])

    assert len(blocks_of(reading)) == 2


def test_short_lines_below_one_another_stay_apart(tmp_path: Path) -> None:
    reading = read_pages(
        tmp_path, [lines("Name der Schule", "Ort", "Name der Lehrkraft im Sekretariat", "Raum")]
    )

    assert texts_of(reading) == ["Name der Schule", "Ort", "Name der Lehrkraft im Sekretariat", "Raum"]


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = lines(
        "In der linken Spalte steht der erste Teil der",
        "Anleitung, der vor dem zweiten Teil gelesen",
        "wird und drei oder vier Zeilen lang ist, damit",
        "er wie eine Spalte aussieht.",
    )
    right = lines(
        "In der rechten Spalte steht der zweite Teil,",
        "der nach dem ersten kommt und ebenso lang",
        "ist, damit beide Spalten nebeneinander wie",
        "in einer Zeitung stehen.",
        x=320,
    )
    reading = read_pages(tmp_path, [left, right])

    assert [text.split()[2] for text in texts_of(reading)] == ["linken", "rechten"]
    assert texts_of(reading)[0].endswith("er wie eine Spalte aussieht.")


def test_running_headers_and_page_numbers_are_left_out(tmp_path: Path) -> None:
    pages = [
        [
            lines("Handbuch Netzwerk", y=810),
            lines(f"Auf Blatt {word} steht ein eigener Satz.", y=700),
            lines(f"Seite {number} von 4", x=480, y=30),
        ]
        for number, word in enumerate(["eins", "zwei", "drei", "vier"], 1)
    ]
    reading = read_pages(tmp_path, *pages)

    assert texts_of(reading) == [
        f"Auf Blatt {w} steht ein eigener Satz." for w in ("eins", "zwei", "drei", "vier")
    ]


def test_a_paragraph_goes_on_over_the_page_and_keeps_its_first_page(tmp_path: Path) -> None:
    first = lines("Wenn der Beamer kein Bild zeigt, prüfen Sie das Kabel und schalten", y=100)
    reading = read_pages(tmp_path, [first], [lines("das Gerät aus und wieder ein.")])

    (block,) = blocks_of(reading)
    assert block.items[0].endswith("Kabel und schalten das Gerät aus und wieder ein.")
    assert block.page == 1


def test_bookmarks_give_the_headings_with_the_numbers_from_the_page(tmp_path: Path) -> None:
    page: list[Thing] = [
        Bookmark("Wartung", 0, 775),
        lines("14 Wartung", font=BOLD, size=14),
        Bookmark("Herunterfahren in der Nacht", 1, 735),
        lines("14.1 Herunterfahren in der Nacht", y=720, font=BOLD),
        lines("Die Rechner gehen um 22 Uhr aus.", y=690),
    ]
    (section,) = read_pages(tmp_path, page).sections

    assert section.heading_path == ("14 Wartung", "14.1 Herunterfahren in der Nacht")


def test_a_heading_over_two_lines_is_found_by_its_bookmark(tmp_path: Path) -> None:
    page: list[Thing] = [
        Bookmark("Drucken", 0, 800),
        lines("Drucken", y=790, font=BOLD),
        Bookmark("Drucken von jedem Gerät im Netz der Schule", 1, 775),
        lines("1.1 Drucken von jedem Gerät", "im Netz der Schule", font=BOLD),
        lines("Wählen Sie den Drucker im Flur.", y=700),
    ]
    (section,) = read_pages(tmp_path, page).sections

    assert section.heading_path[-1] == "1.1 Drucken von jedem Gerät im Netz der Schule"


def test_a_large_line_without_a_bookmark_is_a_heading_below_the_bookmarked_one(tmp_path: Path) -> None:
    page: list[Thing] = [
        Bookmark("Geräte", 0, 800),
        lines("Geräte", y=790, size=14),
        Bookmark("Strom", 1, 775),
        lines("Strom", size=12, font=BOLD),
        lines("Der Strom kommt aus der Säule im Raum und wird am Pult geschaltet.", y=730),
        lines("Bei Ausfall", y=700, size=11),
        lines("Rufen Sie den Hausmeister unter seiner Nummer im Sekretariat an.", y=670),
    ]
    paths = [section.heading_path for section in read_pages(tmp_path, page).sections]

    assert paths == [("Geräte", "Strom"), ("Geräte", "Strom", "Bei Ausfall")]


def test_without_bookmarks_large_and_bold_lines_are_headings(tmp_path: Path) -> None:
    page: list[Thing] = [
        lines("Geräte", size=18, font=BOLD),
        lines("Laptop ausleihen", y=720, size=13, font=BOLD),
        lines("Holen Sie den Laptop im Sekretariat ab, am besten am Vortag.", y=690),
        lines("Tablet ausleihen", y=650, size=13, font=BOLD),
        lines("Tablets stehen im Schrank der Bibliothek und sind dort geladen.", y=620),
    ]
    paths = [section.heading_path for section in read_pages(tmp_path, page).sections]

    assert paths == [("Geräte", "Laptop ausleihen"), ("Geräte", "Tablet ausleihen")]


def test_a_heading_with_nothing_below_it_is_not_lost(tmp_path: Path) -> None:
    page: list[Thing] = [
        lines("Ein erster Absatz mit genug Worten, damit dies die Größe des Textes ist."),
        lines("Ende der Anleitung", y=700, size=16),
    ]

    assert "Ende der Anleitung" in texts_of(read_pages(tmp_path, page))


def test_the_title_is_not_repeated_in_the_heading_paths(tmp_path: Path) -> None:
    page: list[Thing] = [
        lines("Handbuch", size=20, font=BOLD),
        lines("Anmelden", y=700, size=14, font=BOLD),
        lines("Melden Sie sich mit Ihrem Konto der Schule an.", y=670),
    ]

    assert read_pages(tmp_path, page).sections[-1].heading_path == ("Anmelden",)


def test_a_table_of_contents_is_not_text(tmp_path: Path) -> None:
    contents = [f"{n} Kapitel über das Thema {n} . . . . . . . . . . . . . . . {n + 3}" for n in range(1, 9)]
    reading = read_pages(tmp_path, [lines("Inhalt", y=790), lines(*contents)], [PARAGRAPH])

    assert len(texts_of(reading)) == 1


STEPS = lines(
    "1. Schalten Sie den Beamer mit der roten Taste der Fernbedienung ein und warten Sie,",
    "    bis das Bild erscheint.",
    "2. Wählen Sie die Quelle.",
    "3. Schließen Sie das Kabel an.",
)


def test_numbered_steps_are_one_block_without_their_numbers(tmp_path: Path) -> None:
    (block,) = blocks_of(read_pages(tmp_path, [STEPS]))

    assert block.kind is BlockKind.STEPS
    assert block.items == (
        "Schalten Sie den Beamer mit der roten Taste der Fernbedienung ein "
        "und warten Sie, bis das Bild erscheint.",
        "Wählen Sie die Quelle.",
        "Schließen Sie das Kabel an.",
    )


def test_inner_bullets_are_indented_and_keep_the_steps_together(tmp_path: Path) -> None:
    page: list[Thing] = [
        lines("1. Wählen Sie die Quelle:"),
        lines("• HDMI am Pult", "• Kamera", x=90, y=748),
        lines("2. Schalten Sie den Ton ein.", y=724),
    ]
    (block,) = blocks_of(read_pages(tmp_path, page))

    assert block.items == (
        "Wählen Sie die Quelle:",
        "  HDMI am Pult",
        "  Kamera",
        "Schalten Sie den Ton ein.",
    )


def test_steps_go_on_over_the_page(tmp_path: Path) -> None:
    reading = read_pages(tmp_path, [lines("1. Erst dies tun.", y=100)], [lines("2. Dann jenes tun.")])

    assert [block.items for block in blocks_of(reading)] == [("Erst dies tun.", "Dann jenes tun.")]


def test_a_date_at_the_start_of_a_line_is_no_step(tmp_path: Path) -> None:
    (block,) = blocks_of(read_pages(tmp_path, [lines("12. Januar 2026 ist der erste Schultag.")]))

    assert block.kind is BlockKind.PARAGRAPH


def test_bullets_with_their_sign_far_from_the_text_are_bullets(tmp_path: Path) -> None:
    page = [lines("•", "•", "•"), lines("Stift", "Heft", "Lineal", x=100)]
    (block,) = blocks_of(read_pages(tmp_path, page))

    assert (block.kind, block.items) == (BlockKind.BULLETS, ("Stift", "Heft", "Lineal"))


def test_a_ruled_table_has_its_rows_with_wrapped_cells_joined(tmp_path: Path) -> None:
    page: list[Thing] = [
        *grid([70, 200, 350], [770, 750, 715, 695]),
        lines("Gerät", y=757, x=75),
        lines("Raum", y=757, x=205),
        lines("Beamer mit Ver-", "stärker", y=737, x=75),
        lines("Aula", y=737, x=205),
        lines("Drucker", y=702, x=75),
        lines("Flur", y=702, x=205),
    ]
    (block,) = blocks_of(read_pages(tmp_path, page))

    assert block.kind is BlockKind.TABLE
    assert block.items == ("Gerät | Raum", "Beamer mit Verstärker | Aula", "Drucker | Flur")


def test_a_table_goes_on_over_the_page_with_its_header_once(tmp_path: Path) -> None:
    def part(*rows: tuple[str, str]) -> list[Thing]:
        heights = [707 - 20 * index for index in range(len(rows))]
        left = [lines(row[0], x=75, y=y) for row, y in zip(rows, heights, strict=True)]
        right = [lines(row[1], x=205, y=y) for row, y in zip(rows, heights, strict=True)]
        return [*grid([70, 200, 350], [720, *(y - 7 for y in heights)]), *left, *right]

    pages = part(("Gerät", "Raum"), ("Beamer", "Aula")), part(("Gerät", "Raum"), ("Drucker", "Flur"))
    (block,) = blocks_of(read_pages(tmp_path, *pages))

    assert block.items == ("Gerät | Raum", "Beamer | Aula", "Drucker | Flur")


def test_a_table_with_level_rules_only_is_a_table(tmp_path: Path) -> None:
    rules = [Stroke(70, y, 420, y) for y in (775, 752, 695)]
    page: list[Thing] = [
        *rules,
        lines("Zeit", "10 min", "20 min", "30 min"),
        lines("Thema", "Begrüßung", "Übung mit Geräten", "Abschluss", x=160),
        lines("Ort", "Aula", "Labor", "Aula", x=330),
    ]
    block = blocks_of(read_pages(tmp_path, page))[0]

    assert block.kind is BlockKind.TABLE
    assert block.items[2] == "20 min | Übung mit Geräten | Labor"


def test_typewriter_lines_are_code_with_their_indents(tmp_path: Path) -> None:
    page: list[Thing] = [
        lines("Geben Sie in das Fenster ein, was hier in Schreibmaschinenschrift steht:"),
        Text(["if ok:", "    print(1)"], y=730, font=MONO, size=9),
    ]
    block = blocks_of(read_pages(tmp_path, page))[1]

    assert (block.kind, block.items) == (BlockKind.CODE, ("if ok:\n    print(1)",))


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_that_is_shown_turned_reads_the_same(tmp_path: Path, turned: int) -> None:
    path = write_pdf(tmp_path / "quer.pdf", [PARAGRAPH], turned=turned)

    assert texts_of(read(path))[0].endswith("denn der Ladevorgang dauert vier Stunden.")


@pytest.mark.parametrize(
    "title", [None, "untitled", "Microsoft Word - Anleitung.docx", "anleitung_final.indd"]
)
def test_a_title_that_is_none_gives_way_to_the_largest_text(tmp_path: Path, title: str | None) -> None:
    page = [lines("Beamer im Klassenraum", size=20), lines("Kleiner Text.", y=700)]
    path = write_pdf(tmp_path / "beamer.pdf", page, title=title)

    assert read(path).title == "Beamer im Klassenraum"


def test_the_file_name_is_the_last_resort_for_the_title(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "Beamer Aula.pdf", [lines("Nur ein Satz ohne Überschrift.")], title=None)

    assert read(path).title == "Beamer Aula"


def test_title_date_language_and_pages_are_what_the_file_says(tmp_path: Path) -> None:
    reading = read(write_pdf(tmp_path / "a.pdf", [PARAGRAPH], [PARAGRAPH], title="Tablets", language="de-DE"))

    assert (reading.title, reading.language, reading.pages) == ("Tablets", "de", 2)
    assert isinstance(reading.date, date)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "leer.pdf"
    path.write_bytes(b"")

    with pytest.raises(Empty, match="0 bytes"):
        read(path)


def test_another_format_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "falsch.pdf"
    path.write_bytes(b"PK\x03\x04 this is a zip file" * 50)

    with pytest.raises(WrongFormat, match="not a PDF"):
        read(path)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_truncated_file_is_refused(tmp_path: Path, share: float) -> None:
    content = write_pdf(tmp_path / "a.pdf", [PARAGRAPH]).read_bytes()
    path = tmp_path / "halb.pdf"
    path.write_bytes(content[: int(len(content) * share)])

    with pytest.raises(Damaged):
        read(path)


def test_noise_behind_a_pdf_header_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "kaputt.pdf"
    path.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 20 + b"\n%%EOF")

    with pytest.raises(Damaged):
        read(path)


def test_a_file_with_a_password_is_refused(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "geheim.pdf", [PARAGRAPH], password="sesam")

    with pytest.raises(Encrypted, match="password"):
        read(path)


def test_too_many_pages_are_refused(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "lang.pdf", [PARAGRAPH], [PARAGRAPH], [PARAGRAPH])

    with pytest.raises(TooLarge, match="3 pages, more than the 2"):
        read(path, Limits(pages=2))


def test_too_many_bytes_are_refused(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "gross.pdf", [PARAGRAPH])

    with pytest.raises(TooLarge, match="MB"):
        read(path, Limits(file_bytes=100))


def test_a_scan_without_tesseract_says_what_is_needed(tmp_path: Path) -> None:
    with pytest.raises(NeedsRecognition, match="OCR"):
        read(write_scan(tmp_path / "scan.pdf", [PARAGRAPH]))


def test_pages_that_are_only_pictures_are_named(tmp_path: Path) -> None:
    mixed = pdfium.PdfDocument.new()
    for part in (
        write_pdf(tmp_path / "text.pdf", [PARAGRAPH]),
        write_scan(tmp_path / "scan.pdf", [PARAGRAPH], [PARAGRAPH]),
    ):
        mixed.import_pages(pdfium.PdfDocument(part))
    mixed.save(tmp_path / "gemischt.pdf")

    assert read(tmp_path / "gemischt.pdf").notices == ("pages 2–3 have no text (pictures only)",)


WORDS = st.lists(st.text("abcdefghijklmnopqrstuvwxyzäöüß", min_size=2, max_size=12), min_size=1, max_size=8)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(
        st.tuples(WORDS, st.sampled_from([70, 90, 300]), st.integers(11, 40)), min_size=1, max_size=20
    )
)
def test_no_word_of_a_page_is_lost(tmp_path: Path, rows: list[tuple[list[str], int, int]]) -> None:
    page: list[Thing] = []
    y = 730.0
    for words, x, gap in rows:
        page.append(lines(" ".join(words), x=x, y=y, size=8))
        y -= gap
    reading = read_pages(tmp_path, page)

    written = sorted("".join(word for words, _, _ in rows for word in words))
    found = " ".join((*texts_of(reading), *(h for s in reading.sections for h in s.heading_path)))
    assert sorted(sign for sign in found if sign not in " |") == written
