"""Cards to print: each says where its code leads, and begins with the first steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from core.people.person import Person
from knowledge.labels import Label
from retriever.catalogue import Manual, Target
from ui.library.ways import scanned_way, short_way
from ui.places import clock
from ui.plain.card_words import LONGEST_HEADING, LONGEST_LINE, KeySteps, heading_of, key_steps, shortened
from ui.plain.coded import Coded, meaning
from ui.portal import portal
from ui.texts import Texts

MOST = 100
HALF = 5  # two groups of letters are read more easily than one


@dataclass(frozen=True, slots=True)
class Card:
    """`leads` is the page the code leads to; `host` and `typed` together are the address to type."""

    above: str
    heading: str
    below: str
    steps: KeySteps
    picture: str
    leads: str
    host: str
    typed: str
    of_device: bool = False


def cards_of(wanted: Iterable[str], person: Person | None, root: str, t: Texts) -> Iterator[Card]:
    """A card for each "CODE" or "CODE/SECONDS", without those where there is nothing for this person."""
    host = urlsplit(root).netloc
    for address in list(wanted)[:MOST]:
        code, slash, seconds = address.partition("/")
        found = meaning(code, seconds if slash else None, person)
        card = _card(found, host, t) if found else None
        if card is not None:
            yield card


def _card(found: Coded, host: str, t: Texts) -> Card | None:
    if isinstance(found.what, Label):
        return _of_device(found, found.what, host, t)
    manual = portal().manual(found.what.document, found.person)
    return _of_place(found, found.what, manual, host, t) if manual else None


def _of_place(found: Coded, target: Target, manual: Manual, host: str, t: Texts) -> Card:
    title = manual.document.title
    heading = heading_of(manual, target.section, found.seconds)
    moment = t.moment.format(time=clock(found.seconds)) if found.seconds else ""
    return Card(
        above=shortened(title, LONGEST_LINE) if title != heading else "",
        heading=shortened(heading, LONGEST_HEADING),
        below=" · ".join(part for part in (t.kinds[manual.document.kind], moment) if part),
        steps=key_steps(manual, target.section, found.seconds),
        picture=f"{scanned_way(found.code, found.seconds)}.svg",
        leads=found.way,
        host=host,
        typed=_typed(found),
    )


def _of_device(found: Coded, label: Label, host: str, t: Texts) -> Card:
    return Card(
        above=shortened(f"{label.make} {label.model}", LONGEST_LINE),
        heading=t.codes.devices[label.device].question,
        below=shortened(" · ".join(part for part in (label.room, label.school) if part), 2 * LONGEST_LINE),
        steps=KeySteps(t.codes.device_steps, in_order=True),
        picture=f"{scanned_way(found.code)}.svg",
        leads=found.way,
        host=host,
        typed=_typed(found),
        of_device=True,
    )


def _typed(found: Coded) -> str:
    moment = f"/{found.seconds:.0f}" if found.seconds else ""
    return short_way(f"{found.code[:HALF]}-{found.code[HALF:]}") + moment
