"""Passwords: kept as Argon2id hashes (RFC 9106), and refused where they are easily guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from zxcvbn import zxcvbn

SHORTEST, LONGEST = 12, 128
LEFT = 8  # letters that must remain without what a stranger would try first
LOOKED_AT = 72  # what lies behind no longer makes a password easier to guess, but the estimate slower
STRONG_ENOUGH = 3  # of 4: withstands 10^8 guesses and more
HASHER = PasswordHasher()
# Each hash takes 64 MiB for its time: more at once would only fill the memory.
AT_ONCE = BoundedSemaphore(4)


class Weakness(StrEnum):
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    EASILY_GUESSED = "easily_guessed"


class WeakPassword(Exception):
    """The password is refused; `weakness` says why."""

    def __init__(self, weakness: Weakness) -> None:
        super().__init__(weakness)
        self.weakness = weakness


def hashed(password: str) -> str:
    """The hash to keep."""
    with AT_ONCE:
        return HASHER.hash(password)


def fits(password: str, kept: str | None) -> bool:
    """Whether the password is the one; takes the same time where there is none to compare with."""
    try:
        with AT_ONCE:
            return HASHER.verify(kept or _nobodys(), password) and kept is not None
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(kept: str) -> bool:
    """Whether the hash was made with other costs than today's."""
    return HASHER.check_needs_rehash(kept)


def demand_strength(password: str, personal: Sequence[str] = ()) -> None:
    """Raises WeakPassword; `personal` are words a stranger would try first, such as the name."""
    if len(password) < SHORTEST:
        raise WeakPassword(Weakness.TOO_SHORT)
    if len(password) > LONGEST:
        raise WeakPassword(Weakness.TOO_LONG)
    known = ["lotse", "schule", *_words(personal)]
    own = password.lower()
    for word in known:
        own = own.replace(word, "")
    if len(own) < LEFT or zxcvbn(password[:LOOKED_AT], user_inputs=known)["score"] < STRONG_ENOUGH:
        raise WeakPassword(Weakness.EASILY_GUESSED)


def _words(personal: Sequence[str]) -> list[str]:
    return [word for text in personal for word in re.split(r"[\W_]+", text.lower()) if len(word) > 2]


@cache
def _nobodys() -> str:
    return HASHER.hash("nobody has this password")
