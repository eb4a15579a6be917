"""Every refusal has its sentence, in both languages: why, and what to do instead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, datetime, timedelta

import pytest

from trainings import refusals as r
from trainings.facts import TOO_FEW
from trainings.refusals import Refusal
from ui.staff import refusals as of_the_staff
from ui.texts import ENGLISH, GERMAN, TEXTS, Texts
from ui.trainings.refusals import REFUSALS, sentence

AT = datetime(2026, 11, 24, 13, tzinfo=UTC)
VALUES = {"datetime": AT, "int": 7, "str": "Werkraum", "Refusal": r.Full(3), "bool": False}


def children(parent: type[Refusal] = Refusal) -> Iterator[type[Refusal]]:
    for child in parent.__subclasses__():
        yield child
        yield from children(child)


def example(kind: type[Refusal]) -> Refusal:
    return kind(*(VALUES[str(field.type)] for field in fields(kind)))


@pytest.mark.parametrize("t", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("kind", sorted(children(), key=str), ids=str)
def test_every_refusal_is_told_whole_and_says_what_to_do(kind: type[Refusal], t: Texts) -> None:
    said = sentence(example(kind), t)
    assert said.endswith(".")
    assert "{" not in said
    assert "None" not in said
    # Why, and what to do: two thoughts, unless nothing needs to be done.
    assert len(said.split()) >= 8


def test_no_sentence_is_kept_for_what_no_longer_exists() -> None:
    assert set(GERMAN.trainings.refusals.sentences) == set(children())


def test_moments_are_told_as_in_the_city() -> None:
    assert "Dienstag, 24. November 2026, 14:00 Uhr" in sentence(r.NotOpenYet(AT), GERMAN)
    assert "Tuesday, 24 November 2026, 14:00" in sentence(r.NotOpenYet(AT), ENGLISH)


def test_how_many_wait_is_told_as_people_count() -> None:
    t = GERMAN.trainings.refusals
    assert sentence(r.Full(0), GERMAN) == t.full_nobody_waits
    assert sentence(r.Full(1), GERMAN) == t.full_one_waits
    assert "4 warten" in sentence(r.Full(4), GERMAN)


def test_a_cancelled_date_tells_its_reason_as_a_sentence() -> None:
    t = GERMAN.trainings.refusals
    assert "fällt aus: Die Heizung ist kaputt. Bitte" in sentence(
        r.DateCancelled("Die Heizung ist kaputt"), GERMAN
    )
    assert sentence(r.DateCancelled(""), GERMAN) == t.cancelled_without_reason
    assert sentence(r.DateCancelled(TOO_FEW), GERMAN) == t.cancelled_too_few


def test_a_clash_names_what_is_taken_and_by_what() -> None:
    room = sentence(r.Clash("Werkraum 2", "Lasercutter", AT, AT + timedelta(hours=1)), GERMAN)
    assert room.count("24. November 2026") == 1
    assert "„Werkraum 2“ ist zu dieser Zeit schon belegt: „Lasercutter“" in room
    trainer = sentence(r.Clash("Tobias Lindner", "Lasercutter", AT, AT, trainer=True), GERMAN)
    assert trainer.startswith("Tobias Lindner leitet zu dieser Zeit schon „Lasercutter“")


def test_a_series_says_which_date_is_in_the_way_and_why() -> None:
    said = sentence(r.SeriesBlocked(AT, r.Full(0)), GERMAN)
    assert "Dienstag, 24. November 2026" in said
    assert GERMAN.trainings.refusals.full_nobody_waits in said


@pytest.mark.parametrize("t", TEXTS.values(), ids=TEXTS)
def test_fields_are_named_as_in_forms(t: Texts) -> None:
    told = t.trainings.refusals
    assert told.fields["preparation"] in sentence(r.TextTooLong("preparation", 4000), t)
    assert sentence(r.TimesWrong("ends_at"), t) == told.times["ends_at"]
    assert sentence(r.NumberWrong("seats"), t) == told.numbers["seats"]
    assert told.field in sentence(r.TextMissing("something_new"), t)


def test_foreign_braces_are_words_like_others() -> None:
    assert "{taken}" in sentence(r.TitleTaken("{taken}"), GERMAN)


def test_the_staff_s_actions_know_them_too() -> None:
    assert set(REFUSALS) <= set(of_the_staff.REFUSALS)
    assert of_the_staff.sentence(r.StillUsed(), GERMAN) == sentence(r.StillUsed(), GERMAN)
