"""Files that should not come in, or not as what they call themselves."""

from __future__ import annotations

import io
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

import knowledge.starter
from core.database import Database
from knowledge.kinds import DocumentKind
from knowledge.reading.errors import Empty, NoSubtitles, TooLarge, Unreadable, WrongFormat
from knowledge.reading.limits import Limits
from knowledge.upload_incoming import Incoming, NoSuchUpload, TooManyFiles, clean_file_name, receive
from knowledge.upload_preview import Problem, best_passage, problems, searchable
from knowledge.upload_reading import look
from knowledge.workshop import Workshop
from tests.doubles import HashEmbedder
from tests.knowledge.uploading import Team, folders, guide, team

STARTER = Path(knowledge.starter.__file__).parent / "library"
SUBTITLES = b"WEBVTT\n\n00:01.000 --> 00:04.000\nJetzt tippe ich auf Spiegeln.\n"


@pytest.fixture
def theo(database: Database, tmp_path: Path) -> Team:
    limits = Limits(file_bytes=2**20, media_bytes=64 * 2**20, unpacked_bytes=5 * 2**20, seconds=20)
    return team(Workshop(database, HashEmbedder(), tmp_path / "home", limits, readers=1))


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\x\\Handbuch.PDF", "Handbuch.pdf"),
        ("/abs/Bild & Ton (2).docx", "Bild & Ton (2).docx"),
        ("a\x00b\n<script>.md", "a-b--script.md"),
        ("..md", "anleitung.md"),
        ("~$Handbuch.docx", "Handbuch.docx"),
        (".htaccess", "htaccess"),
        ("Pru\u0308fung.md", "Prüfung.md"),
        ("\ud800kaputt.txt", "kaputt.txt"),
        ("", "anleitung"),
    ],
)
def test_names_are_harmless(given: str, kept: str) -> None:
    assert clean_file_name(given) == kept


def test_a_very_long_name_fits_on_any_disk() -> None:
    assert len(clean_file_name("ä" * 5000 + ".pdf").encode()) < 200


def test_a_path_in_the_name_leads_nowhere(theo: Team) -> None:
    preview = theo.preview("../../../boese.md", guide())
    assert preview.file.path.parent == theo.workshop.uploads / preview.token
    assert preview.file.name == "boese.md"
    version = theo.publish("../../../boese.md", guide())
    assert version.name == "boese.md"
    outside = [path for path in theo.workshop.home.parent.rglob("boese*")]
    assert all(path.is_relative_to(theo.workshop.home) for path in outside)


@pytest.mark.parametrize("token", ["..", "../media", "", "a" * 32, "A" * 32, "/etc", "x\x00y"])
def test_a_word_in_the_address_leads_to_no_other_folder(theo: Team, token: str) -> None:
    (theo.workshop.home / "media").mkdir(parents=True)
    (theo.workshop.home / "media" / "geheim.md").write_bytes(guide())
    with pytest.raises(NoSuchUpload):
        look(theo.workshop, token, theo.person)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("leer.pdf", b"", Empty),
        ("falsch.pdf", b"PK\x03\x04 this is no PDF", Unreadable),
        ("programm.exe", b"MZ", WrongFormat),
        ("ohne", b"text", WrongFormat),
        ("alt.doc", b"\xd0\xcf\x11\xe0", WrongFormat),
        ("fakten.md.yml", b"titel: x", WrongFormat),
        ("gross.txt", b"x" * (2**20 + 1), TooLarge),
    ],
)
def test_what_cannot_be_read_says_why(theo: Team, name: str, content: bytes, why: type[Unreadable]) -> None:
    with pytest.raises(why):
        theo.preview(name, content)


@pytest.mark.parametrize("name", ["programm.exe", "gross.txt"])
def test_what_is_refused_at_the_door_is_not_kept(theo: Team, name: str) -> None:
    with pytest.raises(Unreadable):
        theo.preview(name, b"x" * (2**20 + 1))
    assert folders(theo.workshop) == []


def test_a_zip_bomb_costs_only_itself(theo: Team) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"0" * 50 * 2**20)
    with pytest.raises(Unreadable):
        theo.preview("bombe.docx", packed.getvalue())


def test_scripts_in_a_page_are_not_text(theo: Team) -> None:
    page = b"<h1>Tafel</h1><script>alert(1)</script><p onclick='x()'>Tafel &lt;b&gt; wischen</p>"
    preview = theo.preview("seite.html", page)
    said = str(preview.reading)
    assert "wischen" in said
    assert "alert" not in said
    assert "onclick" not in said


def test_a_text_that_includes_others_gets_none_of_the_portal(theo: Team) -> None:
    theo.workshop.home.mkdir(parents=True, exist_ok=True)
    (theo.workshop.home / "secret.txt").write_text("streng geheim", "utf-8")
    source = b"Titel\n=====\n\nText.\n\n.. include:: ../../secret.txt\n\n.. include:: /../../secret.txt\n"
    for name in ("index.rst", "text.rst"):
        assert "geheim" not in str(theo.preview(name, source).reading)


def test_a_recording_comes_with_its_subtitles_whatever_they_are_called(theo: Team) -> None:
    recording = (STARTER / "ipad-spiegeln.mp4").read_bytes()
    preview = theo.preview("film.mp4", recording, ("ganz anders.vtt", SUBTITLES))
    assert preview.kind is DocumentKind.VIDEO
    assert "tippe ich auf Spiegeln" in str(preview.reading.sections)
    assert problems(preview) == (Problem.LITTLE_TEXT,)


def test_a_recording_without_subtitles_says_so(theo: Team) -> None:
    with pytest.raises(NoSubtitles):
        theo.preview("film.mp3", b"ID3\x04\x00\x00\x00\x00\x00\x00" + mp3())


def mp3() -> bytes:
    return b"".join(b"\xff\xfb\x90\x00" + bytes(413) for _ in range(40))


@pytest.mark.parametrize(
    "names", [("a.md", "b.md"), ("a.md", "b.vtt"), ("a.mp4", "b.vtt", "c.vtt"), ("a.mp4", "b.mp4"), ()]
)
def test_one_document_at_a_time(theo: Team, names: tuple[str, ...]) -> None:
    with pytest.raises(TooManyFiles):
        receive(theo.workshop, [Incoming(name, BytesIO(b"x")) for name in names], theo.person)
    assert folders(theo.workshop) == []


def test_a_document_without_headings_is_noted(theo: Team) -> None:
    assert problems(theo.preview("text.txt", b"Nur ein Satz.")) == (Problem.NO_HEADINGS, Problem.LITTLE_TEXT)


def test_a_question_finds_its_passage_in_what_is_not_live_yet(theo: Team) -> None:
    text = "# Tafel\n\n## Stift\n\nDer Stift liegt rechts.\n\n## Ton\n\nDie Lautstärke ist unten links.\n"
    preview = theo.preview("tafel.md", text.encode())
    hit = best_passage(searchable(preview, theo.workshop.embedder), "Lautstärke", theo.workshop.embedder)
    assert hit.heading_path == ("Ton",)


def test_devices_are_recognised_by_title_name_or_headings(theo: Team) -> None:
    assert theo.preview("ipad.md", b"# Titel\n\nText.\n").devices == ("iPad",)
    assert theo.preview("x.md", b"# Titel\n\n## Am Beamer\n\n## Mit dem Laptop\n\nText.\n").devices == (
        "Notebook",
    )
    assert theo.preview("x.md", b"---\ndevices: [Moodle]\n---\n# iPad\n\nText.\n").devices == ("Moodle",)
