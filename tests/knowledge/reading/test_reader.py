"""Whatever a file is, reading it gives text or one clear line that says why not."""

from __future__ import annotations

import io
import os
import random
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pptx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.kinds import KIND_OF_SUFFIX
from knowledge.reading import reader
from knowledge.reading.cleaning import cleaned
from knowledge.reading.decoding import decode
from knowledge.reading.errors import Damaged, Empty, Encrypted, TooLarge, Unreadable, WrongFormat
from knowledge.reading.limits import Limits
from knowledge.reading.reader import READERS
from knowledge.reading.section import Block, BlockKind, Reading, Section
from tests.knowledge.reading.office_files import blocks, read_file, write_odf

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def word_file() -> bytes:
    document = docx.Document()
    document.add_heading("Display", 1)
    document.add_paragraph("Einschalten", style="List Number")
    document.add_table(2, 2).cell(0, 0).text = "Zelle"
    return _bytes(document.save)


def slides_file() -> bytes:
    presentation = pptx.Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[0])
    slide.shapes.title.text = "Titel"
    slide.placeholders[1].text_frame.text = "Text"
    return _bytes(presentation.save)


def _bytes(save: Callable[[io.BytesIO], None]) -> bytes:
    buffer = io.BytesIO()
    save(buffer)
    return buffer.getvalue()


def file(tmp_path: Path, name: str, content: bytes) -> Path:
    (tmp_path / name).write_bytes(content)
    return tmp_path / name


def reason(path: Path, kind: type[Unreadable], limits: Limits | None = None) -> str:
    with pytest.raises(kind) as caught:
        read_file(path, limits)
    assert type(caught.value) is kind
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_what_is_read_is_cleaned(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Schul\u00adserver fu\u0308r alle")
    assert blocks(read_file(file(tmp_path, "a.docx", _bytes(document.save)))) == [
        ("paragraph", ("Schulserver für alle",))
    ]


def test_every_kind_of_document_has_a_reader() -> None:
    assert READERS.keys() == KIND_OF_SUFFIX.keys()


def test_a_suffix_in_capitals_is_the_same_suffix(tmp_path: Path) -> None:
    assert blocks(read_file(file(tmp_path, "A.DOCX", word_file())))


@pytest.mark.parametrize("suffix", sorted(READERS))
def test_a_file_of_0_bytes_is_empty(tmp_path: Path, suffix: str) -> None:
    assert reason(file(tmp_path, f"a{suffix}", b""), Empty) == "the file is empty (0 bytes)"


def test_a_document_without_text_is_empty(tmp_path: Path) -> None:
    assert (
        reason(file(tmp_path, "a.docx", _bytes(docx.Document().save)), Empty)
        == "there is no text in the file"
    )


def test_a_missing_file_a_folder_and_an_unknown_suffix_are_refused(tmp_path: Path) -> None:
    assert reason(tmp_path / "a.txt", Unreadable) == "the file cannot be opened: No such file or directory"
    (tmp_path / "b.txt").mkdir()
    assert reason(tmp_path / "b.txt", WrongFormat) == "this is not a file"
    assert reason(file(tmp_path, "a.xyz", b"x"), WrongFormat) == "files ending in .xyz are not read"


@pytest.mark.parametrize(("name", "words"), [("a.pdf", "512 MB, more than 100 MB"), ("a.mp4", "1.0 MB")])
def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path, name: str, words: str) -> None:
    path = file(tmp_path, name, b"")
    os.truncate(path, 2**29)
    assert words in reason(path, TooLarge, Limits(media_bytes=2**20))


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.docx", b"%PDF-1.7\n...", "this is a PDF, although its name ends in .docx"),
        (
            "a.pdf",
            b"<!DOCTYPE html><html></html>",
            "this is a web page (HTML), although its name ends in .pdf",
        ),
        ("a.pdf", b"Hallo", "this is no PDF, although its name ends in .pdf"),
        ("a.pptx", word_file(), "this is a .docx file, although its name ends in .pptx"),
        ("a.odt", slides_file(), "this is a .pptx file, although its name ends in .odt"),
        ("a.docx", OLE2, "this is an Office file of the old format; save it as .docx"),
        ("a.txt", OLE2, "this is an Office file of the old format; save it as .docx, .pptx or .pdf"),
        ("a.md", b"%PDF-1.7\n...", "this is a PDF, not a text file (.md)"),
        ("a.html", word_file(), "this is a zip archive or an Office file, not a text file (.html)"),
        ("a.txt", b"{\\rtf1 Hallo}", "this is an RTF text, not a text file (.txt)"),
        ("a.mp4", b"Hallo Welt", "this is a text file, not a recording (.mp4)"),
        ("a.webm", b"<html><body>404</body></html>", "this is a web page (HTML), not a recording (.webm)"),
        ("a.docx", b"Hallo", "this is something else, although its name ends in .docx"),
    ],
)
def test_content_that_is_not_what_the_suffix_says(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    assert reason(file(tmp_path, name, content), WrongFormat) == words


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".rst", ".vtt", ".srt"])
def test_binary_content_in_a_text_format_is_refused(tmp_path: Path, suffix: str) -> None:
    noise = random.Random(1).randbytes(3000)
    reason(file(tmp_path, f"a{suffix}", b"Hallo\x00\x01\x02" + noise), WrongFormat)


def test_a_zip_without_a_document_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("readme.txt", "x")
    words = "this is a zip archive without a document, although its name ends in .docx"
    assert reason(tmp_path / "a.docx", WrongFormat) == words


def test_a_password_is_said_so(tmp_path: Path) -> None:
    wrapped = OLE2 + "EncryptedPackage".encode("utf-16-le")
    assert "protected by a password" in reason(file(tmp_path, "a.docx", wrapped), Encrypted)
    flagged = bytearray(word_file())
    directory = flagged.rindex(b"PK\x01\x02")
    flagged[directory + 8] |= 1
    assert "protected by a password" in reason(file(tmp_path, "b.docx", bytes(flagged)), Encrypted)


def test_a_truncated_file_is_damaged(tmp_path: Path) -> None:
    whole = word_file()
    for kept in (100, len(whole) // 2, len(whole) - 30):
        words = "the file is damaged or was not copied completely"
        assert reason(file(tmp_path, "a.docx", whole[:kept]), Damaged) == words


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(30 * 2**20))
    assert "unpacked 30 MB, more than 10 MB" in reason(
        tmp_path / "a.docx", TooLarge, Limits(unpacked_bytes=10 * 2**20)
    )
    assert "that unpack to 30 MB are no document" in reason(tmp_path / "a.docx", TooLarge)


def test_an_archive_of_countless_members_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.odt", "w") as archive:
        for number in range(20_001):
            archive.writestr(str(number), "")
    assert "20001 parts" in reason(tmp_path / "a.odt", TooLarge)


def test_an_archive_that_lies_about_its_size_is_damaged(tmp_path: Path) -> None:
    path = write_odf(tmp_path / "a.odt", "<text:p>" + "Text " * 400_000 + "</text:p>")
    content = bytearray(path.read_bytes())
    entry = content.rindex(b"content.xml") - 46
    assert content[entry : entry + 4] == b"PK\x01\x02"
    content[entry + 24 : entry + 28] = struct.pack("<I", 1000)
    path.write_bytes(content)
    reason(path, Damaged)


def test_entities_in_a_word_file_are_not_expanded(tmp_path: Path) -> None:
    entities = b'<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;">]>'
    with zipfile.ZipFile(io.BytesIO(word_file())) as old, zipfile.ZipFile(tmp_path / "a.docx", "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = data.replace(b"?>", b"?>" + entities, 1).replace(b"Einschalten", b"Ein &b; schalten")
            new.writestr(name, data)
    assert "haha" not in str(read_file(tmp_path / "a.docx"))


def test_what_a_library_raises_becomes_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file(tmp_path, "a.txt", b"Hallo")

    def reading_that(error: Exception) -> Callable[[str], Callable[..., Reading]]:
        def fails(*_: object) -> Reading:
            raise error

        return lambda suffix: fails

    monkeypatch.setattr(reader, "_reader", reading_that(ValueError("first\nsecond " + "x" * 500)))
    assert reason(path, Damaged).startswith("the file seems damaged (ValueError: first second x")
    assert len(reason(path, Damaged)) < 250
    monkeypatch.setattr(reader, "_reader", reading_that(RecursionError()))
    assert reason(path, Damaged) == "the file seems damaged (RecursionError)"
    monkeypatch.setattr(reader, "_reader", reading_that(MemoryError()))
    assert "more memory" in reason(path, TooLarge)


def test_a_reading_is_cleaned_of_what_no_database_holds() -> None:
    items = ("a\u0308\x00\ud800b", "Schul\u00adserver", "  \u200b ")
    section = Section(
        ("\ufeffNetz", "\x01"), (Block(BlockKind.BULLETS, items), Block(BlockKind.NOTE, ("\x07",)))
    )
    reading = cleaned(Reading("T\x00itel ", (section,)))
    expected = Section(("Netz",), (Block(BlockKind.BULLETS, ("äb", "Schulserver")),))
    assert (reading.title, reading.sections) == ("Titel", (expected,))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"]
)
@pytest.mark.parametrize("text", ["Übergröße prüfen", "ä", "Gerät an\nTaste drücken\n"])
def test_german_text_is_decoded_from_every_encoding(text: str, encoding: str) -> None:
    if text == "ä" and encoding in ("utf-16-le", "utf-16-be"):
        pytest.skip("one letter without a mark could be anything")
    assert decode(text.encode(encoding)) == text


def test_decoded_text_is_composed_and_its_lines_end_alike() -> None:
    assert decode("a\u0308\r\nb\rc".encode()) == "ä\nb\nc"
    assert decode("„Anführung“ – 5 €".encode("cp1252")) == "„Anführung“ – 5 €"
    assert decode("für äöü alle".encode() + b"\xc3") == "für äöü alle\ufffd"


@pytest.mark.parametrize("content", [b"\x00\x01\x02", bytes(range(256)), bytes(50)])
def test_binary_content_is_not_decoded(content: bytes) -> None:
    with pytest.raises(WrongFormat, match="binary"):
        decode(content)


def reads_or_says_why_not(path: Path) -> bool:
    try:
        return bool(blocks(read_file(path)))
    except Unreadable as error:
        return len(str(error).splitlines()) == 1


WHOLE = {".docx": word_file(), ".pptx": slides_file()}


@pytest.mark.parametrize("suffix", [".docx", ".pptx", ".odt", ".odp"])
@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_no_damage_gives_rise_to_anything_but_unreadable(
    tmp_path_factory: pytest.TempPathFactory, suffix: str, data: st.DataObject
) -> None:
    path = tmp_path_factory.getbasetemp() / f"fuzz{suffix}"
    content = bytearray(WHOLE.get(suffix) or write_odf(path, "<text:p>Text</text:p>").read_bytes())
    for _ in range(data.draw(st.integers(0, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    if data.draw(st.booleans()):
        del content[data.draw(st.integers(0, len(content) - 1)) :]
    path.write_bytes(content)
    assert reads_or_says_why_not(path)


@pytest.mark.parametrize("suffix", [".docx", ".pptx"])
@settings(max_examples=25, deadline=None, derandomize=True)
@given(data=st.data())
def test_nor_does_damage_inside_the_archive(
    tmp_path_factory: pytest.TempPathFactory, suffix: str, data: st.DataObject
) -> None:
    """Bytes changed before packing get past the checksums."""
    path = tmp_path_factory.getbasetemp() / f"inner{suffix}"
    with zipfile.ZipFile(io.BytesIO(WHOLE[suffix])) as old, zipfile.ZipFile(path, "w") as new:
        victim = data.draw(
            st.sampled_from(sorted(n for n in old.namelist() if n.endswith((".xml", ".rels"))))
        )
        for name in old.namelist():
            content = bytearray(old.read(name))
            if name == victim:
                start = data.draw(st.integers(0, len(content) - 1))
                del content[start : start + data.draw(st.integers(1, 200))]
            new.writestr(name, bytes(content))
    assert reads_or_says_why_not(path)
