"""XML from strangers, piece by piece: nothing is kept, nothing is defined in it, and it has an end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import IO, NamedTuple
from xml.parsers import expat

from deliveries.reading.sheets import Budget
from deliveries.refusals import NotATable

AT_ONCE = 65_536  # bytes
DEEPEST = 50
LONGEST = 1_000_000  # letters between two tags


class Tag(NamedTuple):
    """A tag that opens, with its attributes, or one that closes, with the text right before it; names without
    the prefix of their namespace."""

    name: str
    opens: bool
    attributes: Mapping[str, str]
    text: str


NOTHING: Mapping[str, str] = {}


def tags(stream: IO[bytes], budget: Budget) -> Iterator[Tag]:
    """The tags in their order. Raises NotATable where it is no XML, and TooLarge beyond the budget."""
    reader = _Reader(budget)
    try:
        while piece := stream.read(AT_ONCE):
            yield from reader.read(piece)
        yield from reader.read(b"", last=True)
    except expat.ExpatError:
        raise NotATable from None


class _Reader:
    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._found: list[Tag] = []
        self._text: list[str] = []
        self._length = self._depth = 0
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._open
        self._parser.EndElementHandler = self._close
        self._parser.CharacterDataHandler = self._say
        self._parser.StartDoctypeDeclHandler = self._refuse

    def read(self, piece: bytes, last: bool = False) -> list[Tag]:
        self._found = []
        self._parser.Parse(piece, last)
        return self._found

    def _open(self, name: str, attributes: dict[str, str]) -> None:
        self._budget.spend()
        self._depth += 1
        if self._depth > DEEPEST:
            raise NotATable
        self._found.append(Tag(_local(name), True, _told(attributes) if attributes else NOTHING, ""))
        self._text, self._length = [], 0

    def _close(self, name: str) -> None:
        self._depth -= 1
        self._found.append(Tag(_local(name), False, NOTHING, "".join(self._text)))
        self._text, self._length = [], 0

    def _say(self, text: str) -> None:
        self._text.append(text)
        self._length += len(text)
        if self._length > LONGEST:
            raise NotATable

    def _refuse(self, *declared: object) -> None:
        raise NotATable  # entities: a few bytes that become gigabytes, or read other files


def _told(attributes: dict[str, str]) -> Mapping[str, str]:
    if ":" not in "".join(attributes):
        return attributes
    return {_local(key): value for key, value in attributes.items()}


def _local(name: str) -> str:
    return name.rpartition(":")[2] if ":" in name else name
