"""Whether a file's content is what its suffix says, by its first bytes and, for zip files, its members."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from knowledge.reading.archive import member_names
from knowledge.reading.errors import Damaged, Encrypted, WrongFormat
from knowledge.reading.limits import Limits

_HEAD = 4096
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_HTML = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_KNOWN = (
    (b"%PDF-", "a PDF"),
    (_ZIP, "a zip archive or an Office file"),
    (b"{\\rtf", "an RTF text"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a packed file"),
    (b"Rar!", "a packed file"),
    (b"7z\xbc\xaf", "a packed file"),
)
_ZIPPED = {
    ".docx": "word/",
    ".pptx": "ppt/",
    ".odt": "opendocument.text",
    ".odp": "opendocument.presentation",
}
_MEDIA = frozenset({".mp4", ".webm", ".mp3"})


def check_signature(path: Path, suffix: str, limits: Limits) -> None:
    """Raises WrongFormat with a word on what the file is; for zip files also what `member_names` raises."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith(_OLE2):
        _refuse_ole2(path, suffix)
    if suffix in _ZIPPED:
        _check_zip(path, suffix, head, limits)
    elif suffix == ".pdf":
        _check_pdf(head)
    elif suffix in _MEDIA:
        _check_media(head, suffix)
    elif found := _known(head, with_html=False):
        raise WrongFormat(f"this is {found}, not a text file ({suffix})")


def _refuse_ole2(path: Path, suffix: str) -> None:
    """Office up to 2003 wrote this container, and today's wraps a document with a password in it."""
    if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
        raise Encrypted("the file is protected by a password; save it without one")
    better = suffix if suffix in _ZIPPED else ".docx, .pptx or .pdf"
    raise WrongFormat(f"this is an Office file of the old format; save it as {better}")


def _check_pdf(head: bytes) -> None:
    # The standard's readers accept some bytes before the mark.
    if b"%PDF-" not in head[:1024]:
        raise WrongFormat(f"this is {_known(head) or 'no PDF'}, although its name ends in .pdf")


def _check_media(head: bytes, suffix: str) -> None:
    found = _known(head) or ("a text file" if _looks_like_text(head) else None)
    if found:
        raise WrongFormat(f"this is {found}, not a recording ({suffix})")


def _check_zip(path: Path, suffix: str, head: bytes, limits: Limits) -> None:
    if not head.startswith(_ZIP):
        raise WrongFormat(f"this is {_known(head) or 'something else'}, although its name ends in {suffix}")
    actual = _office_suffix(path, member_names(path, limits))
    if actual != suffix:
        what = f"a {actual} file" if actual else "a zip archive without a document"
        raise WrongFormat(f"this is {what}, although its name ends in {suffix}")


def _office_suffix(path: Path, names: frozenset[str]) -> str | None:
    if "mimetype" in names:
        mimetype = _mimetype(path)
        return next((s for s in (".odt", ".odp") if mimetype.endswith(_ZIPPED[s])), None)
    found = (s for s in (".docx", ".pptx") if any(name.startswith(_ZIPPED[s]) for name in names))
    return next(found, None)


def _mimetype(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive, archive.open("mimetype") as member:
            return member.read(200).decode("ascii", errors="replace").strip()
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError) as error:
        raise Damaged("the file is damaged or was not copied completely") from error


def _known(head: bytes, with_html: bool = True) -> str | None:
    if with_html and _HTML.match(head):
        return "a web page (HTML)"
    return next((what for mark, what in _KNOWN if head.startswith(mark)), None)


def _looks_like_text(head: bytes) -> bool:
    return not re.search(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\xff]", head)
