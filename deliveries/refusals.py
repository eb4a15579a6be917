"""Why something about deliveries cannot be done: facts. Their sentences, and what to do instead, stand in the
interface's texts.

They are not frozen: Python itself writes the traceback into an exception that passes through `with`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(unsafe_hash=True)
class DeliveryRefusal(Exception):
    """The parent of all of them; two are equal when they say the same."""


class NoSuchLine(DeliveryRefusal):
    """There is no such order line, or it is not for this person."""


class NoDeliveriesThere(DeliveryRefusal):
    """There is no such school, or the person does not work there."""


class NoSuchImport(DeliveryRefusal):
    pass


class NoSuchProfile(DeliveryRefusal):
    pass


class NoSuchMilestone(DeliveryRefusal):
    pass


class NoSuchToken(DeliveryRefusal):
    pass


class ReasonMissing(DeliveryRefusal):
    """Each change by hand needs a reason."""


@dataclass(unsafe_hash=True)
class WordMissing(DeliveryRefusal):
    """A field that must be filled is empty."""

    field: str


@dataclass(unsafe_hash=True)
class WordTooLong(DeliveryRefusal):
    field: str
    longest: int


@dataclass(unsafe_hash=True)
class PiecesDoNotAddUp(DeliveryRefusal):
    """The pieces in all stages are not as many as were ordered, or one number is negative."""

    ordered: int
    counted: int


@dataclass(unsafe_hash=True)
class MissingTooMany(DeliveryRefusal):
    """More pieces are said to be missing than were ordered."""

    ordered: int


class NotSetUpYet(DeliveryRefusal):
    """Receipt is confirmed only of what has been set up."""


@dataclass(unsafe_hash=True)
class AlreadyConfirmed(DeliveryRefusal):
    by: str
    at: datetime


@dataclass(unsafe_hash=True)
class DateUnreadable(DeliveryRefusal):
    """No time can be read from what was typed."""

    written: str


class FileEmpty(DeliveryRefusal):
    """The file has no bytes."""


class NotATable(DeliveryRefusal):
    """The file is no CSV file and no workbook."""


class OldWorkbook(DeliveryRefusal):
    """A workbook of Excel before 2007, which nobody should have to open any more."""


class WebPage(DeliveryRefusal):
    """An HTML page that calls itself a workbook, and in which no table of order lines was found."""


@dataclass(unsafe_hash=True)
class TooLarge(DeliveryRefusal):
    """The file, or what comes out of it, is larger than the portal takes."""

    megabytes: int


@dataclass(unsafe_hash=True)
class ColumnsMissing(DeliveryRefusal):
    """Without these columns (their headings in a clean list) no line can be known."""

    columns: tuple[str, ...]


@dataclass(unsafe_hash=True)
class ColumnTwice(DeliveryRefusal):
    """Two headings of the list mean the same column."""

    column: str


class NoLines(DeliveryRefusal):
    """The list has headings and no order lines."""


@dataclass(unsafe_hash=True)
class ChangedMeanwhile(DeliveryRefusal):
    """Somebody else has changed it since it was looked at."""


@dataclass(unsafe_hash=True)
class FutureDay(DeliveryRefusal):
    """A list cannot tell of a day to come."""

    day: date


@dataclass(unsafe_hash=True)
class RowUnreadable(DeliveryRefusal):
    """From this row on the file cannot be read: a quotation mark without its other half, or a cell without
    end."""

    row: int
