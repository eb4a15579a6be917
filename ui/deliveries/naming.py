"""How schools and order lines are named on the pages about deliveries."""

from __future__ import annotations

from core.people.names import fold
from core.people.person import School
from deliveries.facts import Device, Line
from deliveries.words.devices import PIECE, noun_of
from deliveries.words.names import the_school
from ui.staff.fields import joined
from ui.texts import Texts


def title(school: School, language: str, t: Texts) -> str:
    """ "Lieferungen für die GS Am Westring"."""
    return t.deliveries.title.format(school=the_school(school.name, language))


def line_name(line: Line, language: str, t: Texts) -> str:
    """ "12 Displays"; by its own name what nobody has a word for."""
    noun = noun_of(line.device)
    name = f"× {line.device}" if noun is PIECE else noun.of(line.ordered, language)
    return t.deliveries.of_kind.format(count=line.ordered, device=name)


def about_line(line: Line) -> str:
    """ "ViewSonic 86 Zoll · Haus B"; nothing twice."""
    noun, name = noun_of(line.device), str(line.device)
    told = noun is PIECE or fold(name) == fold(noun.one)
    return joined(("" if told else name, line.room))


def whole_text(device: Device) -> str:
    """All that is said of the device, to look for known devices in."""
    return " ".join((device.category, device.make, device.model, device.name))
