"""A mail as text: written, completed, checked; kept in the outbox and read from it again."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from email.errors import HeaderParseError
from email.headerregistry import BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.parser import Parser
from email.policy import SMTP, Policy
from email.utils import make_msgid

STOP, STOP_AT_ONCE = "List-Unsubscribe", "List-Unsubscribe-Post"


class UnfoldedHeader(UnstructuredHeader, BaseHeader):
    """Stays on its line however long: an address in it would be written in a way that mail programs do not
    read."""

    def fold(self, *, policy: Policy) -> str:
        return f"{self.name}: {self}{policy.linesep}"


def _headers() -> HeaderRegistry:
    registry = HeaderRegistry()
    registry.map_to_type(STOP, UnfoldedHeader)
    return registry


# Seven bits, so that no mail server on the way has to understand more.
POLICY = SMTP.clone(cte_type="7bit", header_factory=_headers())
ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+")
LONGEST_ADDRESS = 254
# Control characters, halves of characters, line and paragraph breaks.
NOT_IN_A_LINE = frozenset({"Cc", "Cs", "Zl", "Zp"})


class MailRefused(Exception):
    """The mail must not go out as it is; `header` names the one that is missing, is no single address, or
    holds what could become another header."""

    def __init__(self, header: str) -> None:
        super().__init__(f"header refused: {header}")
        self.header = header


def write(sender: str, to: str, subject: str, body: str) -> EmailMessage:
    """A mail of plain text. Raises MailRefused."""
    message = EmailMessage(POLICY)
    for name, value in (("From", sender), ("To", to), ("Subject", subject)):
        _set(message, name, value)
    message.set_content(body, cte="quoted-printable")
    return message


def offer_stop(message: EmailMessage, address: str) -> None:
    """Mail programs show a button that stops such mails at once, by a POST to the address (RFC 8058). Does
    nothing with an address that cannot stand in a header as it is. Raises MailRefused."""
    if not address.isascii():
        return
    _set(message, STOP, f"<{address}>")
    _set(message, STOP_AT_ONCE, "List-Unsubscribe=One-Click")


def complete(message: EmailMessage, now: datetime) -> None:
    """Adds what every mail of the portal carries and this one has not: when it was written, a name of its
    own, and that a machine wrote it. Raises MailRefused."""
    domain = address(message, "From").rpartition("@")[2]
    address(message, "To")
    for name, value in (
        ("Date", now),
        ("Message-ID", make_msgid(domain=domain)),
        ("Auto-Submitted", "auto-generated"),
    ):
        if name not in message:
            message[name] = value
    _demand_single_lines(message)


def address(message: EmailMessage, header: str) -> str:
    """The one address of the header, without a name. Raises MailRefused where there is none, or more."""
    if header not in message or message[header].defects or len(message[header].addresses) != 1:
        raise MailRefused(header)
    found = str(message[header].addresses[0].addr_spec)
    if len(found) > LONGEST_ADDRESS or not ADDRESS.fullmatch(found):
        raise MailRefused(header)
    return found


def as_text(message: EmailMessage) -> str:
    """The whole mail (RFC 5322), in ASCII."""
    return message.as_bytes(policy=POLICY).decode("ascii")


def from_text(text: str) -> EmailMessage:
    """The mail that `as_text` wrote down."""
    return Parser(policy=POLICY).parsestr(text)


def _set(message: EmailMessage, name: str, value: str) -> None:
    try:
        message[name] = value
    # What is no address at all makes the standard library stumble in more than one way.
    except (ValueError, IndexError, AttributeError, HeaderParseError) as error:
        raise MailRefused(name) from error


def _demand_single_lines(message: EmailMessage) -> None:
    """Looks at the headers as they are understood: `=?utf-8?q?=0A?=` is a line break, too, and the standard
    library writes it out as one."""
    for name, value in message.items():
        if any(unicodedata.category(each) in NOT_IN_A_LINE for each in str(value)):
            raise MailRefused(name)
        if name.lower() in {"cc", "bcc"}:  # one mail, one recipient: the others would never be served
            raise MailRefused(name)
