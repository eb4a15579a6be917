"""The portal's door: who is it that asks? One answer for pages, routes and files."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from core.database import Database
from core.people import claims, sessions
from core.people.claims import Dictionary
from core.people.demo import demo_people
from core.people.person import Person
from core.people.tables import PersonRow
from core.settings import Settings
from core.signing import Signer, TokenRefused

PROXY_SECRET_HEADER = "x-lotse-proxy-secret"  # noqa: S105 (a name)
TICKET = "ticket for a session"
TICKET_SECONDS = 60


class DemonstrationOver(Exception):
    """Nobody is signed in without a password: the portal shows no demonstration, or has real people by
    now."""


class TicketRefused(Exception):
    """No session is begun with this ticket: too late, not ours, or not in the browser that asked for it."""


@dataclass(frozen=True, slots=True)
class Entrance:
    """Knows settings, database and secret; holds no state of its own."""

    settings: Settings
    database: Database
    signer: Signer
    words: Dictionary

    @property
    def cookie(self) -> str:
        """The session cookie's name. With `__Host-` browsers insist on TLS and on this very host."""
        return self._name("lotse")

    @property
    def waiting_cookie(self) -> str:
        """The name of the cookie of a browser that waits for a sign-in service."""
        return self._name("lotse_waiting")

    def visitor(self, cookies: Mapping[str, str], headers: Mapping[str, str], now: datetime) -> Person | None:
        """The person who asks; None for somebody who is not signed in."""
        secret = cookies.get(self.cookie)
        person = sessions.recognise(self.database, secret, now) if secret else None
        return person or self._by_proxy(headers, now)

    def ticket(self, said: Mapping[str, Any], browser: str, now: datetime) -> str:
        """Lets in the person of a sign-in service's claims, once the ticket comes back from the same
        browser. Raises ClaimsRefused."""
        with self.database.write.begin() as db:
            person = claims.admit(db, said, self.words, now)
        return self.signer.sign(TICKET, [person.id, self.signer.hash(TICKET, browser)])

    def begin_by_ticket(self, ticket: str, browser: str, now: datetime) -> str:
        """The secret of a new session. Raises TicketRefused."""
        try:
            person_id, seal = self.signer.read(TICKET, ticket, TICKET_SECONDS)
        except TokenRefused as error:
            raise TicketRefused from error
        if not hmac.compare_digest(seal, self.signer.hash(TICKET, browser)):
            raise TicketRefused
        with self.database.write.begin() as db:
            row = db.get(PersonRow, person_id)
            if row is None or not row.active:  # gone in this very minute
                raise TicketRefused
            return sessions.begin(db, person_id, lasting=False, now=now)

    def begin_as_demo(self, person_id: int, now: datetime) -> str:
        """The secret of a new session for a made-up person. Raises DemonstrationOver."""
        with self.database.write.begin() as db:
            real = db.scalar(select(func.count()).where(PersonRow.demo.is_(False)))
            offered = {person.id for person in demo_people(db)}
            if not self.settings.demo or real or person_id not in offered:
                raise DemonstrationOver
            return sessions.begin(db, person_id, lasting=False, now=now)

    def _name(self, cookie: str) -> str:
        return f"__Host-{cookie}" if self.settings.secure else cookie

    def _by_proxy(self, headers: Mapping[str, str], now: datetime) -> Person | None:
        header, secret = self.settings.proxy_email_header, self.settings.proxy_secret
        if header is None or secret is None:
            return None
        sent = headers.get(PROXY_SECRET_HEADER) or ""
        email = headers.get(header) or ""
        if not email or not hmac.compare_digest(sent.encode(), secret.encode()):
            return None
        return claims.admit_by_email(self.database, email, now)
