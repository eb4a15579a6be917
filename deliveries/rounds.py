"""What time does by itself for deliveries: lists in the watched folder are taken, mails that are due are
written."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from core.database import Database
from core.house import House
from deliveries.folder import FolderDone, take_folder
from deliveries.notices.rounds import DeliveryRounds, make_delivery_rounds

log = logging.getLogger(__name__)

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Rounds:
    """What was done. `folder` is None where none is watched, or it cannot be used at the moment."""

    folder: FolderDone | None
    mails: DeliveryRounds


def make_rounds(database: Database, folder: Path | None, now: datetime, house: House) -> Rounds:
    """Does all that is due at `now`, once. A folder that cannot be used holds up no mails."""
    return Rounds(
        _take_folder(database, folder, now, house) if folder else None,
        make_delivery_rounds(database, now, house),
    )


def make_rounds_regularly(
    database: Database,
    folder: Path | None,
    house: House,
    clock: Clock,
    stop: threading.Event,
    seconds: float = 60,
) -> None:
    """Until `stop` is set, whatever happens to the database meanwhile."""
    while not stop.wait(seconds):
        try:
            make_rounds(database, folder, clock(), house)
        # Only its kind: the error's text can hold a statement's values, and so people.
        except Exception as error:
            log.error("the rounds of the deliveries broke off: %s", type(error).__name__)


def _take_folder(database: Database, folder: Path, now: datetime, house: House) -> FolderDone | None:
    try:
        return take_folder(database, folder, now, house)
    except OSError as error:
        log.error("the watched folder cannot be used: %s", type(error).__name__)
        return None
