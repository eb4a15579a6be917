"""The commands that keep the portal in order: mails that wait, and data that has been kept long enough."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from typing import Any

from bootstrap import mail_server, tidied
from core.database import open_database
from core.mail import outbox
from core.mail.sending import send_due
from core.migration import migrate
from core.settings import Settings

DONE, REFUSED = 0, 1


def add_upkeep_commands(commands: Any) -> None:
    """Adds the commands to those of the command line."""
    found = commands.add_parser("send-mail", help="send what lies in the outbox now")
    found.set_defaults(run=_send_mail)
    found = commands.add_parser("tidy", help="delete what has been kept long enough")
    found.set_defaults(run=_tidy)


def _send_mail(settings: Settings, _options: argparse.Namespace) -> int:
    deliver = mail_server(settings)
    if deliver is None:
        print("No mail server is set: LOTSE_SMTP_HOST.", file=sys.stderr)
        return REFUSED
    database = open_database(settings.database)
    migrate(database)
    done = send_due(database, deliver, lambda: datetime.now(UTC))
    with database.read() as db:
        lines = [f"{mail.recipient}: {mail.error}" for mail in outbox.waiting(db) if mail.error]
    database.close()
    print(f"{done.sent} sent, {done.failed} to be tried again, {done.given_up} given up", *lines, sep="\n")
    return REFUSED if done.failed + done.given_up else DONE


def _tidy(settings: Settings, _options: argparse.Namespace) -> int:
    database = open_database(settings.database)
    migrate(database)
    for line in tidied(database, settings, datetime.now(UTC)):
        print(line)
    database.close()
    return DONE
