"""What can be learned: the trainings that dates are planned of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from core.audit import Action, record
from core.database import LARGEST
from core.people.actor import Actor, demand_of
from core.people.names import fold
from core.people.person import SchoolKind
from core.people.roles import RIGHTS, Right
from core.people.tables import PersonRow
from trainings.facts import ResourceKind, Training
from trainings.planning.kept_texts import LONGEST_WORD, kept_line, kept_text, kept_words, needed_line
from trainings.reading import all_resources, as_training
from trainings.refusals import NoSuchResource, NoSuchTraining, NumberWrong, TitleTaken
from trainings.tables import ResourceRow, TrainingRow

MOST_MINUTES = 10_000
MOST_MONTHS = 120
TRAINERS = [role.value for role, rights in RIGHTS.items() if Right.HOLD_TRAININGS in rights]


@dataclass(frozen=True, slots=True)
class TrainingDraft:
    """What can be said of a training; see trainings.facts.Training. `authorises_id` is a machine."""

    title: str
    aim: str = ""
    audience: tuple[SchoolKind, ...] = ()
    level: str = ""
    devices: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    minutes: int = 90
    preparation: str = ""
    certificate_minutes: int = 0
    authorises_id: int | None = None
    authorises_months: int | None = None


def all_trainings(db: Session, by: Actor, *, also_retired: bool = False) -> list[Training]:
    """The trainings by title. Raises NotAllowed."""
    demand_of(by, Right.PLAN_TRAININGS)
    wanted = select(TrainingRow)
    rows = db.scalars(wanted if also_retired else wanted.where(TrainingRow.active))
    machines = all_resources(db)
    return sorted((as_training(row, machines) for row in rows), key=lambda training: fold(training.title))


def trainers(db: Session, by: Actor) -> dict[int, str]:
    """The names of all who may hold a date, by number, in the order of their names. Raises NotAllowed."""
    demand_of(by, Right.PLAN_TRAININGS)
    wanted = select(PersonRow.id, PersonRow.name).where(PersonRow.active, PersonRow.role.in_(TRAINERS))
    found = sorted(db.execute(wanted), key=lambda row: (fold(row.name), row.id))
    return {row.id: row.name for row in found}


def add_training(db: Session, draft: TrainingDraft, by: Actor, now: datetime) -> Training:
    """Raises NotAllowed, TextMissing, TextTooLong, NumberWrong, NoSuchResource and TitleTaken."""
    actor = demand_of(by, Right.PLAN_TRAININGS)
    row = TrainingRow(active=True, created_at=now)
    _write(db, row, draft)
    record(db, actor, Action.TRAINING_ADDED, f"training {row.id}", now)
    return as_training(row, all_resources(db))


def change_training(
    db: Session, training_id: int, draft: TrainingDraft, by: Actor, now: datetime
) -> Training:
    """Raises NotAllowed, NoSuchTraining, TextMissing, TextTooLong, NumberWrong, NoSuchResource and
    TitleTaken."""
    actor = demand_of(by, Right.PLAN_TRAININGS)
    row = _held(db, training_id)
    before = as_training(row, all_resources(db))
    _write(db, row, draft)
    after = as_training(row, all_resources(db))
    if after != before:
        record(db, actor, Action.TRAINING_CHANGED, f"training {training_id}", now)
    return after


def set_training_active(db: Session, training_id: int, active: bool, by: Actor, now: datetime) -> None:
    """Of a retired training no dates are planned any more; those that are planned take place. Raises
    NotAllowed and NoSuchTraining."""
    actor = demand_of(by, Right.PLAN_TRAININGS)
    row = _held(db, training_id)
    if row.active != active:
        row.active = active
        what = "back" if active else "retired"
        record(db, actor, Action.TRAINING_CHANGED, f"training {training_id} {what}", now)


def _held(db: Session, training_id: int) -> TrainingRow:
    if not 0 < training_id <= LARGEST:
        raise NoSuchTraining
    row = db.get(TrainingRow, training_id, with_for_update={"key_share": True}, populate_existing=True)
    if row is None:
        raise NoSuchTraining
    return row


def _write(db: Session, row: TrainingRow, draft: TrainingDraft) -> None:
    with db.no_autoflush:
        row.title = _free_title(db, needed_line(draft.title, "title"), row.id)
        _write_facts(row, draft)
        row.authorises_id = _machine(db, draft.authorises_id)
    row.authorises_months = draft.authorises_months if draft.authorises_id is not None else None
    title = row.title
    db.add(row)
    try:
        db.flush()
    except IntegrityError as error:  # somebody else has just added it
        raise TitleTaken(title) from error


def _write_facts(row: TrainingRow, draft: TrainingDraft) -> None:
    _demand_numbers(draft)
    row.aim, row.preparation = kept_text(draft.aim, "aim"), kept_text(draft.preparation, "preparation")
    row.audience = [kind.value for kind in SchoolKind if kind in draft.audience]
    row.level = kept_line(draft.level, "level", LONGEST_WORD)
    row.devices, row.topics = kept_words(draft.devices, "devices"), kept_words(draft.topics, "topics")
    row.minutes, row.certificate_minutes = draft.minutes, draft.certificate_minutes


def _demand_numbers(draft: TrainingDraft) -> None:
    if not 0 < draft.minutes <= MOST_MINUTES:
        raise NumberWrong("minutes")
    if not 0 <= draft.certificate_minutes <= MOST_MINUTES:
        raise NumberWrong("certificate_minutes")
    if draft.authorises_id is not None and not 0 < (draft.authorises_months or 0) <= MOST_MONTHS:
        raise NumberWrong("authorises_months")


def _free_title(db: Session, title: str, but: int | None) -> str:
    others = db.execute(select(TrainingRow.id, TrainingRow.title)).all()
    if any(fold(other.title) == fold(title) and other.id != but for other in others):
        raise TitleTaken(title)
    return title


def _machine(db: Session, resource_id: int | None) -> int | None:
    if resource_id is None:
        return None
    row = db.get(ResourceRow, resource_id, with_for_update={"read": True, "key_share": True})
    if row is None or row.kind != ResourceKind.MACHINE:
        raise NoSuchResource
    return resource_id
