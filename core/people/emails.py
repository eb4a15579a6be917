"""E-mail addresses as they are kept and compared."""

from __future__ import annotations

import unicodedata

LONGEST_EMAIL = 254
# A mail programme would read them as a name beside the address, or as a second address.
NOT_IN_EMAIL = frozenset('()<>[]:;,\\"')


class BadEmail(Exception):
    """That is no e-mail address."""

    def __init__(self, email: str) -> None:
        super().__init__(email)
        self.email = email


def kept_email(text: str) -> str:
    """The address in small letters, without blanks around it. Raises BadEmail."""
    email = unicodedata.normalize("NFC", text.strip().lower())
    before, _, domain = email.partition("@")
    if not before or not domain or "@" in domain or len(email) > LONGEST_EMAIL or any(map(_refused, email)):
        raise BadEmail(text)
    return email


def _refused(letter: str) -> bool:
    return letter in NOT_IN_EMAIL or unicodedata.category(letter)[0] in "CZ"
