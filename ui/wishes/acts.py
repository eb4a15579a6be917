"""What people do with their wishes: each in one transaction, and a sentence about it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from core.people.person import Person
from core.people.roles import Right
from trainings.wishes.facts import WishDraft
from trainings.wishes.joining import answer_join, ask_to_join
from trainings.wishes.wishing import add_wish, withdraw_wish
from ui.language import texts
from ui.staff.acting import attempt, forget, go, tell, typed
from ui.trainings.house import house

RIGHT = Right.BOOK_TRAININGS
WISH, SUBJECT = "wunsch", "thema"
TOPIC, PEOPLE, DETAILS, TIMES = (f"new-wish-{name}" for name in ("topic", "people", "details", "times"))
FORM, MINE, ALIKE = "new-wish", "my-wishes", "alike-wishes"


def send() -> None:
    """What stands in the form becomes a wish, and its page opens."""
    topic, people, details, times = (typed(key) for key in (TOPIC, PEOPLE, DETAILS, TIMES))
    draft = WishDraft(topic or "", details or "", int(people or 0), times or "")

    def use_case(db: Session, by: Person, now: datetime) -> int:
        return add_wish(db, draft, by, now)

    def done(number: int) -> None:
        forget(TOPIC, PEOPLE, DETAILS, TIMES)
        go(**{WISH: str(number)})

    attempt(FORM, RIGHT, use_case, done)


def ask(wish_id: int, other_id: int) -> None:
    """Would the other like to go together?"""

    def use_case(db: Session, by: Person, now: datetime) -> int:
        return ask_to_join(db, wish_id, other_id, by, now, house())

    attempt(ALIKE, RIGHT, use_case, lambda _: tell(ALIKE, texts().wishes.asked_now))


def answer(join_id: int, accepted: bool) -> None:
    def use_case(db: Session, by: Person, now: datetime) -> None:
        answer_join(db, join_id, accepted, by, now, house())

    said = texts().wishes.said_yes if accepted else texts().wishes.said_no
    attempt(MINE, RIGHT, use_case, lambda _: tell(MINE, said))


def withdraw(wish_id: int) -> None:
    def use_case(db: Session, by: Person, now: datetime) -> None:
        withdraw_wish(db, wish_id, by, now, house())

    attempt(MINE, RIGHT, use_case, lambda _: tell(MINE, texts().wishes.withdrawn))
