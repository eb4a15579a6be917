"""Bytes of a text file to text, whatever encoding its editor chose."""

from __future__ import annotations

import codecs
import re
import unicodedata

from knowledge.reading.errors import WrongFormat

# UTF-32 before UTF-16: its mark begins with the other's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}",
)
_NOT_TEXT = "this is not a text file, its content is binary"


def decode(data: bytes) -> str:
    """The text in NFC, without byte order mark, lines ended by "\\n". Raises WrongFormat for binary content.

    A byte order mark decides; else UTF-8, UTF-16 by the pattern of its zero bytes, and last Windows-1252, the
    one eight-bit encoding that German editors have written for decades.
    """
    text = _decoded(data).removeprefix("\ufeff")
    if len(_CONTROL.findall(text)) > len(text) // 100 or "\x00" in text:
        raise WrongFormat(_NOT_TEXT)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    if b"\x00" in data:
        return data.decode(_wide_encoding(data), errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("utf-8", errors="replace") if _is_mostly_utf8(data) else _windows(data)


def _wide_encoding(data: bytes) -> str:
    """Latin letters in UTF-16 have a zero in every second byte: the odd ones if the low byte is first."""
    even, odd, half = data[::2].count(0), data[1::2].count(0), len(data) // 2
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    raise WrongFormat(_NOT_TEXT)


def _is_mostly_utf8(data: bytes) -> bool:
    """One torn letter in a UTF-8 file must not turn all its umlauts into pairs of signs."""
    whole = _MULTIBYTE.findall(data)
    high = sum(byte >= 0x80 for byte in data)
    return sum(map(len, whole)) > 0.8 * high


def _windows(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")
