"""The conversation of one session: what was asked, what was answered, which of it is on the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import streamlit as st

from retriever.answer import Reply
from retriever.narrowing import EVERYTHING, Narrowing
from ui.start import log_unexpected

KEY = "conversation"
LONGEST_QUESTION = 600


@dataclass(frozen=True, slots=True)
class Trouble:
    """No reply because something broke; the details stand in the log under `number`."""

    number: str


@dataclass(slots=True)
class Exchange:
    """One question with its reply (None while it is being looked for) and what the person said of it."""

    id: int
    question: str
    reply: Reply | Trouble | None = None
    helpful: bool | None = None
    told: bool = False
    narrowing: Narrowing = EVERYTHING


@dataclass(slots=True)
class Conversation:
    """All exchanges of the session, oldest first, and the one that is shown."""

    exchanges: list[Exchange] = field(default_factory=list)
    shown: Exchange | None = None
    link: str | None = None
    counter: int = 0

    def ask(self, question: str) -> None:
        """Puts a new question on the screen; blanks alone are no question."""
        words = question.strip()[:LONGEST_QUESTION]
        if words:
            self.counter += 1
            self.shown = Exchange(self.counter, words)
            self.exchanges.append(self.shown)

    def follow(self, link: str) -> None:
        """Asks the question of a link, once however often the page runs."""
        if link and link != self.link:
            self.link = link
            self.ask(link)

    def narrow(self, narrowing: Narrowing) -> None:
        """The question on the screen is answered within it; an answer found otherwise gives way to a new
        one."""
        before = self.shown
        if before is None or before.narrowing == narrowing:
            return
        if before.reply is not None:
            self.exchanges = [exchange for exchange in self.exchanges if exchange is not before]
            self.ask(before.question)
        if self.shown:
            self.shown.narrowing = narrowing

    def history(self, exchange: Exchange) -> list[str]:
        """The questions before this one, oldest first."""
        return [earlier.question for earlier in self.exchanges if earlier.id < exchange.id]

    def start_again(self) -> None:
        """Forgets all exchanges."""
        self.exchanges.clear()
        self.shown = None


def conversation() -> Conversation:
    """This session's conversation."""
    return st.session_state.setdefault(KEY, Conversation())  # type: ignore[no-any-return]


Ask = Callable[[str, Sequence[str], Narrowing], Reply]


def reply_to(exchange: Exchange, ask: Ask, history: Sequence[str]) -> None:
    """Fills in the reply; a failure becomes a Trouble with its number in the log."""
    try:
        exchange.reply = ask(exchange.question, history, exchange.narrowing)
    except Exception as error:
        exchange.reply = Trouble(log_unexpected(error))
