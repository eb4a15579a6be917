"""A mail with a calendar file, in the shape that Outlook, Gmail and Apple understand.

The file is there twice: beside the text, where calendars look for it, and as an attachment, for people whose
mail program shows nothing else.
"""

from __future__ import annotations

from email.message import EmailMessage

from core.mail.message import write

FILE = "invite.ics"


def write_invitation(
    sender: str, to: str, subject: str, body: str, calendar: bytes, method: str
) -> EmailMessage:
    """As `core.mail.message.write`, with the calendar file; `method` is the one that stands in it. Raises
    MailRefused."""
    message = write(sender, to, subject, body)
    # In base64 no server on the way breaks its lines anew.
    message.add_alternative(
        calendar.decode(), subtype="calendar", charset="utf-8", cte="base64", params={"method": method}
    )
    message.add_attachment(calendar, maintype="application", subtype="ics", filename=FILE)
    return message


def has_calendar(message: EmailMessage) -> bool:
    """Whether a calendar file comes with the mail."""
    return any(part.get_content_type() == "text/calendar" for part in message.walk())
