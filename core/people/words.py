"""The words by which people call roles and kinds of school, in lists and in folders' names."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from core.people.names import fold
from core.people.person import SchoolKind
from core.people.roles import Role

Called = TypeVar("Called", bound=StrEnum)

# Written as `_plain` leaves them, so that "Lehrer/in", "Lehrer:in" and "LehrerIn" are one word.
ROLE_WORDS: Mapping[Role, str] = {
    Role.TEACHER: "lehrkraft lehrkraefte lehrer lehrerin lehrerinnen lehrerinnenundlehrer "
    "lehrperson kollegium",
    Role.HEAD: "schulleitung schulleitungen schulleiter schulleiterin schulleiterinnen leitung "
    "rektor rektorin direktor direktorin",
    Role.ASSISTANT: "digitalassistenz digitalassistenzen digitalassistent digitalassistentin "
    "digitalassistenten digitalassistentinnen",
    Role.TRAINER: "trainerin trainerinnen multiplikator multiplikatorin multiplikatoren multiplikatorinnen",
    Role.TEAM: "schultraegerteam schultraeger teamschultraeger team4002 fb40",
    Role.ADMIN: "verwaltung administration administrator administratorin administratoren admins",
}
KIND_WORDS: Mapping[SchoolKind, str] = {
    SchoolKind.GS: "grundschule grundschulen",
    SchoolKind.GMS: "gemeinschaftsschule gemeinschaftsschulen",
    SchoolKind.SEK: "sekundarschule sekundarschulen",
    SchoolKind.GYM: "gymnasium gymnasien",
    SchoolKind.IGS: "integriertegesamtschule integriertegesamtschulen gesamtschule",
    SchoolKind.FOES: "foerderschule foerderschulen",
    SchoolKind.BBS: "berufsbildendeschule berufsbildendeschulen berufsschule",
}


def role_called(word: str) -> Role | None:
    """The role that the word means: a German word for one or for several, or the role's own name."""
    return _called(word, ROLE_WORDS)


def kind_called(word: str) -> SchoolKind | None:
    """The kind of school that the word means: short form or whole word."""
    return _called(word, KIND_WORDS)


def _called(word: str, words: Mapping[Called, str]) -> Called | None:
    plain = _plain(word)
    return next((one for one in words if plain == _plain(one) or plain in words[one].split()), None)


def _plain(word: str) -> str:
    return "".join(letter for letter in fold(word) if letter.isalnum())
