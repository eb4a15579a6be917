"""Why a file could not be read. Each becomes one line in the report of a sync.

Unreadable
├── Empty            nothing in the file
├── WrongFormat      the content is not what the suffix says
├── Damaged          truncated, or the format's library gives up
├── Encrypted        a password is needed
├── TooLarge         a limit of the settings is passed (size, unpacked size, pages, time, memory)
├── NeedsRecognition no text: a scanned PDF without Tesseract
└── NoSubtitles      a recording without subtitles
"""

from __future__ import annotations


class Unreadable(Exception):
    """The file gives no text; `str(error)` is one clear line that says why and what helps."""


class Empty(Unreadable):
    pass


class WrongFormat(Unreadable):
    pass


class Damaged(Unreadable):
    pass


class Encrypted(Unreadable):
    pass


class TooLarge(Unreadable):
    pass


class NeedsRecognition(Unreadable):
    pass


class NoSubtitles(Unreadable):
    pass
