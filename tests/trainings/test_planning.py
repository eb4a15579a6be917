"""Trainings: added, changed, retired."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

import trainings.planning.trainings
from core.people.actor import OPERATOR
from core.people.person import NotAllowed, SchoolKind
from core.people.roles import Role
from core.people.tables import PersonRow
from tests.trainings.made import NOW, Made
from tests.trainings.plans_made import Plans, plans_made
from trainings.facts import ResourceKind, Training
from trainings.planning.trainings import (
    TrainingDraft,
    add_training,
    all_trainings,
    change_training,
    set_training_active,
    trainers,
)
from trainings.refusals import (
    NoSuchResource,
    NoSuchTraining,
    NumberWrong,
    Refusal,
    TextMissing,
    TextTooLong,
    TitleTaken,
)
from trainings.tables import TrainingRow

DRAFT = TrainingDraft(
    title=" Lasern  für Anfänger ",
    aim="Sie schneiden Holz.\n\nUnd  Papier.",
    audience=(SchoolKind.GYM, SchoolKind.GS),
    level="Einsteiger",
    devices=("Lasercutter", " Lasercutter "),
    topics=("Werken", ""),
    minutes=120,
    preparation="Nichts",
    certificate_minutes=90,
)


@pytest.fixture
def plans(made: Made, monkeypatch: pytest.MonkeyPatch) -> Plans:
    return plans_made(made, monkeypatch)


@pytest.fixture
def everywhere(anywhere: Made, monkeypatch: pytest.MonkeyPatch) -> Plans:
    """On SQLite and on PostgreSQL."""
    return plans_made(anywhere, monkeypatch)


def add(plans: Plans, draft: TrainingDraft = DRAFT) -> Training:
    with plans.database.write.begin() as db:
        return add_training(db, draft, plans.team, NOW)


def refused(plans: Plans, draft: TrainingDraft) -> Refusal:
    with pytest.raises(Refusal) as caught:
        add(plans, draft)
    return caught.value


def test_a_training_is_kept_with_all_its_facts(everywhere: Plans) -> None:
    machine = everywhere.resource("Laser 1", ResourceKind.MACHINE)
    added = add(everywhere, replace(DRAFT, authorises_id=machine, authorises_months=12))
    assert added.title == "Lasern für Anfänger"
    assert added.aim == "Sie schneiden Holz.\n\nUnd Papier."
    assert added.audience == (SchoolKind.GS, SchoolKind.GYM)
    assert (added.level, added.devices, added.topics) == ("Einsteiger", ("Lasercutter",), ("Werken",))
    assert (added.minutes, added.preparation, added.certificate_minutes) == (120, "Nichts", 90)
    assert added.authorises
    assert (added.authorises.id, added.authorises_months) == (machine, 12)
    with everywhere.database.read() as db:
        assert added in all_trainings(db, everywhere.team)
    assert everywhere.audited() == [(everywhere.team.id, "training_added", f"training {added.id}")]


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"title": " "}, TextMissing("title")),
        ({"title": "?!"}, TextMissing("title")),
        ({"title": "x" * 201}, TextTooLong("title", 200)),
        ({"aim": "x" * 4001}, TextTooLong("aim", 4000)),
        ({"preparation": "x" * 4001}, TextTooLong("preparation", 4000)),
        ({"level": "x" * 81}, TextTooLong("level", 80)),
        ({"devices": ("x" * 81,)}, TextTooLong("devices", 80)),
        ({"topics": ("x" * 81,)}, TextTooLong("topics", 80)),
        ({"minutes": 0}, NumberWrong("minutes")),
        ({"minutes": 10**10}, NumberWrong("minutes")),
        ({"certificate_minutes": -1}, NumberWrong("certificate_minutes")),
        ({"authorises_id": 1, "authorises_months": None}, NumberWrong("authorises_months")),
        ({"authorises_id": 1, "authorises_months": 0}, NumberWrong("authorises_months")),
        ({"title": "3d-druck"}, TitleTaken("3d-druck")),
    ],
    ids=str,
)
def test_what_does_not_fit_is_refused(plans: Plans, wrong: dict[str, Any], refusal: Refusal) -> None:
    assert refused(plans, replace(DRAFT, **wrong)) == refusal


def test_only_a_machine_can_be_authorised_for(plans: Plans) -> None:
    room = plans.resource("Werkstatt")
    for number in (room, 4711):
        draft = replace(DRAFT, authorises_id=number, authorises_months=6)
        assert isinstance(refused(plans, draft), NoSuchResource)


def test_months_without_a_machine_mean_nothing(plans: Plans) -> None:
    assert add(plans, replace(DRAFT, authorises_months=6)).authorises_months is None


def test_a_change_is_kept_and_recorded_once(everywhere: Plans) -> None:
    added = add(everywhere)
    for _ in range(2):
        with everywhere.database.write.begin() as db:
            changed = change_training(db, added.id, replace(DRAFT, minutes=45), everywhere.team, NOW)
    assert changed == replace(added, minutes=45)
    with everywhere.database.read() as db:
        assert changed in all_trainings(db, everywhere.team)
    assert [what for _, what, _ in everywhere.audited()] == ["training_added", "training_changed"]


def test_a_training_may_keep_its_title_but_not_take_that_of_another(plans: Plans) -> None:
    added = add(plans)
    with plans.database.write.begin() as db:
        change_training(db, added.id, replace(DRAFT, title="LASERN für Anfänger"), plans.team, NOW)
    with pytest.raises(TitleTaken), plans.database.write.begin() as db:
        change_training(db, added.id, replace(DRAFT, title="3D-Druck"), plans.team, NOW)


def test_of_two_who_add_the_same_at_once_one_is_told(
    everywhere: Plans, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(everywhere)
    # As though the other had not been there yet when this one looked.
    monkeypatch.setattr(trainings.planning.trainings, "_free_title", lambda db, title, but: title)
    assert refused(everywhere, DRAFT) == TitleTaken("Lasern für Anfänger")


def test_a_retired_training_is_shown_only_to_whoever_asks_for_it(plans: Plans) -> None:
    for active, shown in ((False, []), (True, ["3D-Druck"])):
        with plans.database.write.begin() as db:
            set_training_active(db, plans.training_id, active, plans.team, NOW)
            set_training_active(db, plans.training_id, active, plans.team, NOW)
            assert [training.title for training in all_trainings(db, plans.team)] == shown
            (training,) = all_trainings(db, plans.team, also_retired=True)
            assert training.active is active
    number = plans.training_id
    assert [about for _, _, about in plans.audited()] == [
        f"training {number} retired",
        f"training {number} back",
    ]


def test_trainings_stand_in_the_order_that_readers_expect(plans: Plans) -> None:
    for title in ("Zeichnen", "Äpfel", "bauen"):
        add(plans, replace(DRAFT, title=title))
    with plans.database.read() as db:
        titles = [training.title for training in all_trainings(db, OPERATOR)]
    assert titles == ["3D-Druck", "Äpfel", "bauen", "Zeichnen"]


def test_trainers_are_all_who_may_hold_a_date_and_are_still_here(plans: Plans) -> None:
    gone, admin = plans.made.person(role=Role.TRAINER), plans.made.person(role=Role.ADMIN, name="Ada")
    with plans.database.write.begin() as db:
        db.get_one(PersonRow, gone.id).active = False
    with plans.database.read() as db:
        assert list(trainers(db, plans.team).items()) == [
            (admin.id, "Ada"),
            (plans.team.id, "Tina Team"),
            (plans.trainer.id, "Toni Trainer"),
        ]


def test_what_is_not_there_is_not_changed(plans: Plans) -> None:
    with pytest.raises(NoSuchTraining), plans.database.write.begin() as db:
        change_training(db, 4711, DRAFT, plans.team, NOW)
    with pytest.raises(NoSuchTraining), plans.database.write.begin() as db:
        set_training_active(db, 4711, False, plans.team, NOW)


DOES: list[Callable[..., Any]] = [
    lambda db, by: add_training(db, DRAFT, by, NOW),
    lambda db, by: change_training(db, 1, DRAFT, by, NOW),
    lambda db, by: set_training_active(db, 1, False, by, NOW),
    lambda db, by: all_trainings(db, by),
    lambda db, by: trainers(db, by),
]


@pytest.mark.parametrize("does", DOES)
def test_only_the_team_plans(plans: Plans, does: Callable[..., Any]) -> None:
    for person in (plans.trainer, plans.teacher, None):
        with pytest.raises(NotAllowed), plans.database.write.begin() as db:
            does(db, person)
    with plans.database.read() as db:
        assert db.scalars(select(TrainingRow.title)).all() == ["3D-Druck"]
