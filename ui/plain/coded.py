"""What a code stands for, to whoever asks."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from core.people.person import Person
from core.people.roles import Right
from knowledge.codes import as_typed
from knowledge.labels import Label
from retriever.catalogue import Target
from ui.library.ways import manual_way
from ui.plain.page import not_there, reader
from ui.portal import portal
from ui.sign_in.ways import START, way

LONGEST_MOMENT = 6  # digits: eleven days


@dataclass(frozen=True, slots=True)
class Coded:
    """A document, a section of one, or a device; `seconds` is a moment of a recording. `person` has been
    found to be allowed to see it."""

    code: str
    seconds: float | None
    what: Target | Label
    person: Person | None

    @property
    def way(self) -> str:
        """The page that it leads to."""
        if isinstance(self.what, Label):
            return way(START, geraet=self.what.device, schild=self.code)
        return manual_way(self.what.document.code, self.what.section, seconds=self.seconds)


def asked(request: Request) -> Coded | Response:
    """What the code in the address stands for; where the visitor may not see it the response that leads to
    the sign-in, or says that there is no such place, as it does for codes that nothing has."""
    code, seconds = request.path_params["code"], request.path_params.get("seconds")
    person = reader(request, right_for(code))
    if isinstance(person, Response):
        return person
    return meaning(code, seconds, person) or not_there(request, person)


def right_for(code: str) -> Right:
    """What one must be allowed to do: to ask, in front of a device; to read the library for all else."""
    return Right.ASK if portal().label(as_typed(code)) else Right.READ_LIBRARY


def meaning(code: str, seconds: str | None, person: Person | None) -> Coded | None:
    """What the code stands for, however it was typed; None where there is nothing for this person."""
    kept = as_typed(code)
    what = portal().label(kept) or portal().target(kept, person)
    if what is None or not _is_moment(seconds):
        return None
    return Coded(kept, float(seconds) if seconds else None, what, person)


def _is_moment(seconds: str | None) -> bool:
    return seconds is None or (seconds.isascii() and seconds.isdecimal() and len(seconds) <= LONGEST_MOMENT)
