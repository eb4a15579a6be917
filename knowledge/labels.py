"""Labels on devices: the code on one tells the assistant which device it is about."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, select, true
from sqlalchemy.orm import Session

from core.audit import Action, record
from core.people.actor import Actor, Operator, demand_of
from core.people.names import NameTooLong, clean, fold, kept_name
from core.people.roles import Right
from core.people.schools import NoSuchSchool
from core.people.tables import MembershipRow, SchoolRow
from knowledge.codes import CODE, LENGTH, LETTERS
from knowledge.label_tables import LabelRow

LONGEST = 100
# What a label can stick on; the other devices are programs and services.
LABELLED = (
    "Display",
    "iPad",
    "Notebook",
    "PC",
    "Android-Gerät",
    "Chromebook",
    "Dokumentenkamera",
    "Mikroskop",
    "360°-Kamera",
    "Green Screen",
    "Mikrofon",
    "3D-Drucker",
    "Raspberry Pi",
    "Calliope mini",
    "Videokonferenzsystem",
    "Schulserver",
)


class NoSuchDevice(Exception):
    """No label is made for a device of this name."""


@dataclass(frozen=True, slots=True)
class Label:
    """`device` is one of LABELLED; make and model may be empty, and the school of what is the city's own."""

    code: str
    device: str
    make: str
    model: str
    room: str
    school: str = ""
    id: int = 0


def add_label(
    db: Session,
    device: str,
    make: str,
    model: str,
    room: str,
    school_id: int | None,
    by: Actor,
    now: datetime,
) -> Label:
    """A label with a new code. Raises NotAllowed, NoSuchDevice, NameMissing, NameTooLong, and NoSuchSchool
    where the actor labels no devices of that school."""
    actor = demand_of(by, Right.LABEL_DEVICES)
    if device not in LABELLED:
        raise NoSuchDevice(device)
    _demand_school(db, school_id, by)
    row = LabelRow(
        code=_new_code(db),
        device=device,
        make=_kept(make),
        model=_kept(model),
        room=kept_name(room, LONGEST),
        school_id=school_id,
        created_at=now,
    )
    db.add(row)
    db.flush()
    record(db, actor, Action.LABEL_ADDED, f"label {row.id}", now)
    return _as_label(row, _school_name(db, school_id))


def labels_of(db: Session, by: Actor) -> Sequence[Label]:
    """The labels that the actor looks after, by school, room and device. Raises NotAllowed."""
    demand_of(by, Right.LABEL_DEVICES)
    found = [_as_label(row, name or "") for row, name in db.execute(_labels().where(_looked_after(by)))]
    return sorted(found, key=lambda label: (fold(label.school), fold(label.room), label.device, label.id))


def remove_label(db: Session, label_id: int, by: Actor, now: datetime) -> bool:
    """Its code leads nowhere from now on; False where the actor looks after no such label.
    Raises NotAllowed."""
    actor = demand_of(by, Right.LABEL_DEVICES)
    row = db.scalar(select(LabelRow).where(LabelRow.id == label_id, _looked_after(by)).with_for_update())
    if row is None:
        return False
    db.delete(row)
    record(db, actor, Action.LABEL_REMOVED, f"label {label_id}", now)
    return True


def label_with(db: Session, code: str) -> Label | None:
    """The label with this code, for whoever has it in front of them."""
    if not CODE.fullmatch(code):
        return None
    found = db.execute(_labels().where(LabelRow.code == code)).one_or_none()
    return _as_label(found[0], found[1] or "") if found else None


def _labels() -> Select[LabelRow, str]:
    joined = LabelRow.school_id == SchoolRow.id
    return select(LabelRow, SchoolRow.name).join(SchoolRow, joined, isouter=True)


def _for_all(by: Actor) -> bool:
    """Whether they label devices everywhere, and not only at their own schools."""
    return isinstance(by, Operator) or Right.MANAGE_SCHOOLS in by.rights


def _looked_after(by: Actor) -> ColumnElement[bool]:
    if isinstance(by, Operator) or _for_all(by):
        return true()
    own = select(MembershipRow.school_id).where(MembershipRow.person_id == by.id)
    return LabelRow.school_id.in_(own)


def _demand_school(db: Session, school_id: int | None, by: Actor) -> None:
    if school_id is None and _for_all(by):
        return
    known = select(SchoolRow.id).where(SchoolRow.id == school_id)
    if not isinstance(by, Operator) and not _for_all(by):
        known = known.join(MembershipRow).where(MembershipRow.person_id == by.id)
    if school_id is None or db.scalar(known) is None:
        raise NoSuchSchool([] if school_id is None else [school_id])


def _new_code(db: Session) -> str:
    """One that no other label has. It cannot be guessed, so a label is seen only by who stands before it."""
    while True:
        code = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
        if db.scalar(select(LabelRow.id).where(LabelRow.code == code)) is None:
            return code


def _kept(text: str) -> str:
    kept = clean(text)
    if len(kept) > LONGEST:
        raise NameTooLong(LONGEST)
    return kept


def _school_name(db: Session, school_id: int | None) -> str:
    return db.scalar(select(SchoolRow.name).where(SchoolRow.id == school_id)) or ""


def _as_label(row: LabelRow, school: str) -> Label:
    return Label(row.code, row.device, row.make, row.model, row.room, school, row.id)
