"""Going together: one wish asks another, and only its author's yes joins them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from core.database import LARGEST
from core.house import House
from core.people.person import Person, demand
from core.people.roles import Right
from core.people.tables import PersonRow
from trainings.mails.letters import Letter, write_to
from trainings.refusals import NoSuchWish
from trainings.wishes.facts import WishState
from trainings.wishes.rows import held_wishes, joins_between, school_names
from trainings.wishes.tables import JoinRow, WishRow
from trainings.wishes.wishing import tell_asking


def ask_to_join(db: Session, wish_id: int, other_id: int, by: Person, now: datetime, house: House) -> int:
    """Asks the author of another wish, once; returns the number of the join. Where the other has asked
    already, this is the yes. Raises NotAllowed and NoSuchWish."""
    own, other = _both(db, wish_id, other_id, by)
    if not _is_active(db, other):
        raise NoSuchWish
    between = {join.asking_id: join for join in joins_between(db, own.id, other.id)}
    theirs = between.get(other.id)
    if theirs is not None and theirs.accepted is not False:
        return _answer(db, theirs, True, now, house)
    if mine := between.get(own.id):
        return mine.id
    join = JoinRow(asking_id=own.id, asked_id=other.id, asked_at=now)
    db.add(join)
    db.flush()
    school = school_names(db, [own]).get(own.school_id, "")
    write_to(db, Letter.WISH_JOIN_ASKED, other.person_id, now, house, topic=own.topic, school=school)
    return join.id


def answer_join(db: Session, join_id: int, accepted: bool, by: Person, now: datetime, house: House) -> None:
    """Says yes or no, once. Raises NotAllowed, and NoSuchWish where the person was not asked or one of the
    wishes is not open any more."""
    demand(by, Right.BOOK_TRAININGS)
    join = db.get(JoinRow, join_id) if 0 < join_id <= LARGEST else None
    if join is None:
        raise NoSuchWish
    _both(db, join.asked_id, join.asking_id, by)
    db.refresh(join)
    _answer(db, join, accepted, now, house)


def _both(db: Session, own_id: int, other_id: int, by: Person) -> tuple[WishRow, WishRow]:
    """The person's own wish and that of somebody else, both open and kept from all others."""
    person = demand(by, Right.BOOK_TRAININGS)
    rows = {row.id: row for row in held_wishes(db, [own_id, other_id])}
    own, other = rows[own_id], rows[other_id]
    if own.person_id != person.id or other.person_id == person.id:
        raise NoSuchWish
    if any(row.state != WishState.OPEN for row in (own, other)):
        raise NoSuchWish
    return own, other


def _answer(db: Session, join: JoinRow, accepted: bool, now: datetime, house: House) -> int:
    if join.accepted is None:
        join.accepted = accepted
        tell_asking(db, join, now, house)
    return join.id


def _is_active(db: Session, wish: WishRow) -> bool:
    person = db.get(PersonRow, wish.person_id)
    return person is not None and person.active
