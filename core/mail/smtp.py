"""Hands one mail to a mail server."""

from __future__ import annotations

import smtplib
import ssl
from contextlib import closing, suppress
from dataclasses import dataclass, field
from email.message import EmailMessage
from typing import Literal

from core.mail.message import address, as_text

LONGEST_REASON = 300
# "Authentication required" is said to the recipient, too, but the operator can mend it.
SIGN_IN_FIRST = 530


@dataclass(frozen=True, slots=True)
class Server:
    """Where mail is handed in; without `user` nobody signs in. `timeout` is in seconds, for each step."""

    host: str
    port: int
    security: Literal["starttls", "tls", "none"]
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    timeout: float = 30


class NotDelivered(Exception):
    """The mail was not taken. `reason` is what the server or the network said, in one line and without a
    secret; `permanent` where trying again is in vain."""

    def __init__(self, reason: str, permanent: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.permanent = permanent


def deliver(server: Server, message: EmailMessage, tls: ssl.SSLContext | None = None) -> None:
    """Returns when the server has taken the mail. `tls` is for a certificate that the machine does not
    trust by itself. Raises NotDelivered."""
    try:
        with closing(_connect(server, tls or ssl.create_default_context())) as smtp:
            if server.user is not None:
                smtp.login(server.user, server.password or "")
            # Not send_message: it writes ">From" where a line begins with "From".
            smtp.sendmail(address(message, "From"), [address(message, "To")], as_text(message))
            # The mail is taken: whatever goes wrong from here on must not make it go out again.
            with suppress(smtplib.SMTPException, OSError):
                smtp.quit()
    except (smtplib.SMTPException, OSError, UnicodeEncodeError) as error:
        # `from None`: what lies below can hold addresses and the password, and logs print causes.
        raise _not_delivered(error) from None


def _connect(server: Server, tls: ssl.SSLContext) -> smtplib.SMTP:
    if server.security == "tls":
        return smtplib.SMTP_SSL(server.host, server.port, timeout=server.timeout, context=tls)
    smtp = smtplib.SMTP(server.host, server.port, timeout=server.timeout)
    if server.security == "starttls":
        try:
            smtp.starttls(context=tls)
        except BaseException:
            smtp.close()
            raise
    return smtp


def _not_delivered(error: Exception) -> NotDelivered:
    match error:
        case smtplib.SMTPRecipientsRefused():
            code, answer = next(iter(error.recipients.values()))
            return NotDelivered(_said(code, answer), permanent=code >= 500 and code != SIGN_IN_FIRST)
        case smtplib.SMTPAuthenticationError():  # servers repeat what they were sent
            return NotDelivered(f"{error.smtp_code} user or password refused")
        case smtplib.SMTPDataError():
            return NotDelivered(_said(error.smtp_code, error.smtp_error), permanent=error.smtp_code >= 500)
        case smtplib.SMTPResponseException():
            return NotDelivered(_said(error.smtp_code, error.smtp_error))
        case UnicodeEncodeError():
            return NotDelivered("user or password is not in ASCII")
        case OSError(strerror=str(reason)):
            return NotDelivered(_line(f"{type(error).__name__}: {reason}"))
    return NotDelivered(_line(f"{type(error).__name__}: {error}"))


def _said(code: int, answer: bytes | str) -> str:
    return _line(f"{code} {answer if isinstance(answer, str) else answer.decode('utf-8', 'replace')}")


def _line(text: str) -> str:
    printable = "".join(each if each.isprintable() else " " for each in text)
    return " ".join(printable.split())[:LONGEST_REASON]
