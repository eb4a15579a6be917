from __future__ import annotations

import pytest

from core.people.person import SchoolKind
from core.people.roles import Role
from core.people.words import kind_called, role_called


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("Lehrkraft", Role.TEACHER),
        ("Lehrkräfte", Role.TEACHER),
        (" lehrer/in ", Role.TEACHER),
        ("Lehrer:in", Role.TEACHER),
        ("Lehrer*innen", Role.TEACHER),
        ("LehrerIn", Role.TEACHER),
        ("Schulleitung", Role.HEAD),
        ("Schulleiterin", Role.HEAD),
        ("Digitalassistenz", Role.ASSISTANT),
        ("Digitalassistent/in", Role.ASSISTANT),
        ("Trainer/in", Role.TRAINER),
        ("Schulträger-Team", Role.TEAM),
        ("Team 40.02", Role.TEAM),
        ("Verwaltung", Role.ADMIN),
    ],
)
def test_german_words_mean_roles(word: str, role: Role) -> None:
    assert role_called(word) is role


@pytest.mark.parametrize("role", Role)
def test_every_role_is_known_by_its_own_name(role: Role) -> None:
    assert role_called(role.value.upper()) is role


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Grundschule", SchoolKind.GS),
        ("gms", SchoolKind.GMS),
        ("Sekundarschule", SchoolKind.SEK),
        ("Gymnasium", SchoolKind.GYM),
        ("Integrierte Gesamtschule", SchoolKind.IGS),
        ("FOES", SchoolKind.FOES),
        ("Förderschule", SchoolKind.FOES),
        ("Berufsbildende Schulen", SchoolKind.BBS),
    ],
)
def test_german_words_mean_kinds_of_school(word: str, kind: SchoolKind) -> None:
    assert kind_called(word) is kind


@pytest.mark.parametrize("kind", SchoolKind)
def test_every_kind_is_known_by_its_short_form(kind: SchoolKind) -> None:
    assert kind_called(kind.value) is kind


@pytest.mark.parametrize("word", ["", " ", "-", "Hausmeister", "Lehrer und Verwaltung", "none", "None"])
def test_other_words_mean_nothing(word: str) -> None:
    assert role_called(word) is None
    assert kind_called(word) is None
