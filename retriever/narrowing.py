"""What an answer may come from when somebody looks for something certain: a device, a kind, a level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.devices import devices_in
from knowledge.kinds import DocumentKind
from retriever.snapshot import IndexedDocument

LEVELS = ("Einstieg", "Aufbau", "Fortgeschritten")


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Each part that is empty admits everything; of several in one part any will do.

    A document holds for the devices that its facts name, or else for those in its title; one that names none
    holds for all. A document without a level is for everyone. A kind it always has.
    """

    devices: frozenset[str] = frozenset()
    kinds: frozenset[DocumentKind] = frozenset()
    levels: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.devices or self.kinds or self.levels)

    def admits(self, document: IndexedDocument) -> bool:
        kind = not self.kinds or document.kind in self.kinds
        level = not (self.levels and document.facts.level) or document.facts.level in self.levels
        return kind and level and self._admits_devices(document)

    def _admits_devices(self, document: IndexedDocument) -> bool:
        meant = devices_of(document) if self.devices else ()
        return not meant or not self.devices.isdisjoint(meant)


EVERYTHING = Narrowing()


def devices_of(document: IndexedDocument) -> tuple[str, ...]:
    """The devices that a document is about."""
    return document.facts.devices or devices_in(document.title)


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to narrow to: the most frequent devices first, levels from easy to hard."""

    devices: tuple[str, ...] = ()
    kinds: tuple[DocumentKind, ...] = ()
    levels: tuple[str, ...] = ()


def choices(documents: Iterable[IndexedDocument]) -> Choices:
    """Only what occurs in these documents, which should be those that the reader may read."""
    found = list(documents)
    devices = Counter(device for document in found for device in devices_of(document))
    levels = {document.facts.level for document in found} - {""}
    return Choices(
        tuple(sorted(devices, key=lambda device: (-devices[device], device))),
        tuple(kind for kind in DocumentKind if any(document.kind is kind for document in found)),
        tuple(sorted(levels, key=_how_hard)),
    )


def _how_hard(level: str) -> tuple[int, str]:
    return (LEVELS.index(level) if level in LEVELS else len(LEVELS), level)
