"""What time does by itself: weekly mails, and reminders to confirm what has been set up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.database import Database
from core.house import House
from deliveries.notices.reminders import remind
from deliveries.notices.weekly import tell_of_the_week


@dataclass(frozen=True, slots=True)
class DeliveryRounds:
    """How many mails of each kind were written."""

    weekly: int
    reminders: int


def make_delivery_rounds(database: Database, now: datetime, house: House) -> DeliveryRounds:
    """Does all that is due at `now`, once, however often and by however many processes it is called."""
    return DeliveryRounds(tell_of_the_week(database, now, house), remind(database, now, house))
