"""What lies in a library's folder, and what only looks like a document."""

from __future__ import annotations

import os
import subprocess
import unicodedata
from pathlib import Path

import pytest

from knowledge.folder import FolderUnreadable, Found, find_documents

NFD = unicodedata.normalize("NFD", "Übersicht.txt")
NFC = unicodedata.normalize("NFC", "Übersicht.txt")


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")


def names(found: Found) -> list[str]:
    return [file.name for file in found.files]


def test_documents_are_named_by_their_path_and_sorted(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a/z.PDF", "a/deep/er/c.md", "a.html")
    assert names(find_documents(tmp_path)) == ["a.html", "a/deep/er/c.md", "a/z.PDF", "b.txt"]


def test_a_found_file_knows_its_size_and_time(tmp_path: Path) -> None:
    write(tmp_path, "b.txt")
    (file,) = find_documents(tmp_path).files
    status = (tmp_path / "b.txt").stat()
    assert (file.path, file.size, file.mtime_ns) == (tmp_path / "b.txt", 4, status.st_mtime_ns)


def test_hidden_files_and_left_overs_of_editors_are_passed_over(tmp_path: Path) -> None:
    write(
        tmp_path,
        ".hidden.txt",
        ".git/a.txt",
        "~$brief.docx",
        "~WRL001.docx",
        ".DS_Store",
        "Thumbs.db",
        "._a.md",
    )
    found = find_documents(tmp_path)
    assert (found.files, found.skipped, found.ignored) == ((), (), 0)


def test_files_that_are_no_documents_are_only_counted(tmp_path: Path) -> None:
    write(tmp_path, "a.png", "b.css", "LICENSE", "c.txt")
    found = find_documents(tmp_path)
    assert (names(found), found.skipped, found.ignored) == (["c.txt"], (), 3)


def test_an_old_office_file_is_reported_with_what_helps(tmp_path: Path) -> None:
    write(tmp_path, "Brief.doc")
    assert find_documents(tmp_path).skipped == (
        ("Brief.doc", "files ending in .doc are not read; save it as .docx"),
    )


def test_a_name_is_in_nfc_whatever_the_disk_holds(tmp_path: Path) -> None:
    write(tmp_path, NFD)
    (file,) = find_documents(tmp_path).files
    assert file.name == NFC
    assert file.path.read_text() == "text"


def test_of_two_names_that_are_the_same_letters_one_is_reported(tmp_path: Path) -> None:
    write(tmp_path, NFD, NFC)
    if len(list(tmp_path.iterdir())) < 2:
        pytest.skip("this file system holds both spellings as one name")
    found = find_documents(tmp_path)
    assert names(found) == [NFC]
    assert [name for name, _ in found.skipped] == [NFC]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "secret/key.txt", "library/a.txt")
    (tmp_path / "library" / "key.txt").symlink_to(tmp_path / "secret" / "key.txt")
    (tmp_path / "library" / "all").symlink_to(tmp_path / "secret")
    found = find_documents(tmp_path / "library")
    assert names(found) == ["a.txt"]
    assert [name for name, _ in found.skipped] == ["all", "key.txt"]
    assert found.skipped[1][1] == "a link that leads out of the folder"


def test_links_in_a_circle_and_links_to_nothing_are_reported(tmp_path: Path) -> None:
    write(tmp_path, "a/b.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    found = find_documents(tmp_path)
    assert names(found) == ["a/b.txt"]
    assert [name for name, _ in found.skipped] == ["a/up", "gone.txt", "self.txt"]


def test_a_link_to_a_document_inside_is_a_document(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")
    assert names(find_documents(tmp_path)) == ["a.txt", "b.txt"]


def test_a_name_that_is_no_text_is_reported(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"\xff\xfe.txt")).write_text("text")
    except OSError:
        pytest.skip("this file system refuses such names")
    ((name, reason),) = find_documents(tmp_path).skipped
    assert name.encode()
    assert reason == "the name is not valid text; rename it"


def test_subtitles_beside_a_recording_belong_to_it(tmp_path: Path) -> None:
    write(tmp_path, "v/a.mp4", "v/a.vtt", "v/a.de.srt", "v/alone.vtt", "a.vtt", "v/b.mp3")
    found = find_documents(tmp_path)
    assert names(found) == ["a.vtt", "v/a.mp4", "v/alone.vtt", "v/b.mp3"]
    companions = {file.name: [path.name for path in file.companions] for file in found.files}
    assert companions == {"a.vtt": [], "v/a.mp4": ["a.de.srt", "a.vtt"], "v/alone.vtt": [], "v/b.mp3": []}


def test_a_folder_that_cannot_be_read_is_said_so(tmp_path: Path) -> None:
    write(tmp_path, "file.txt")
    with pytest.raises(FolderUnreadable, match="No such file"):
        find_documents(tmp_path / "missing")
    with pytest.raises(FolderUnreadable, match="is not a folder"):
        find_documents(tmp_path / "file.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every folder")
def test_a_sub_folder_that_cannot_be_read_is_reported(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "closed/b.txt")
    (tmp_path / "closed").chmod(0)
    found = find_documents(tmp_path)
    (tmp_path / "closed").chmod(0o700)
    assert names(found) == ["a.txt"]
    assert found.skipped == (("closed", "the folder cannot be read: Permission denied"),)


def test_folders_as_deep_as_the_system_allows_are_walked(tmp_path: Path) -> None:
    here = os.getcwd()
    os.chdir(tmp_path)
    try:
        for _ in range(1200):
            os.mkdir("d")
            os.chdir("d")
        Path("a.txt").write_text("text")
        os.chdir(here)
        assert len(find_documents(tmp_path).files) == 1
    finally:
        os.chdir(here)
        subprocess.run(["rm", "-r", tmp_path / "d"], check=True)  # too deep for pytest's own cleaning


def test_a_device_or_pipe_is_no_document(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert find_documents(tmp_path).skipped == (("pipe.txt", "this is not a file"),)


def test_the_file_with_a_document_s_facts_goes_with_it(tmp_path: Path) -> None:
    write(
        tmp_path, "a.pdf", "a.pdf.yml", "b/c.md", "b/c.md.yml", "other.yml", "v.mp4", "v.de.vtt", "v.mp4.yml"
    )
    found = find_documents(tmp_path)
    companions = {file.name: [path.name for path in file.companions] for file in found.files}
    assert companions == {
        "a.pdf": ["a.pdf.yml"],
        "b/c.md": ["c.md.yml"],
        "v.mp4": ["v.de.vtt", "v.mp4.yml"],
    }
    assert found.ignored == 1
