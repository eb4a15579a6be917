"""The address that stops somebody's mails about deliveries, without signing in.

It holds the person's number and a digest that only the portal can make. It never ends: an old mail must stop
mails as well, and whoever gets hold of it can do no more than that.
"""

from __future__ import annotations

import hmac
import re

from sqlalchemy import update
from sqlalchemy.orm import Session

from core.database import LARGEST
from core.house import House
from core.mail.rendering import page_address
from core.signing import Signer
from deliveries.tables import NoticeChoiceRow

PURPOSE = "stop mails about deliveries"
WAY = "abbestellen"
TOKEN = re.compile(r"([1-9][0-9]{0,9})-([0-9a-f]{64})")


def stop_address(person_id: int, language: str, house: House) -> str | None:
    """None in a house without a secret."""
    if not house.secret:
        return None
    return page_address(house, language, f"{WAY}/{person_id}-{_digest(person_id, house)}")


def person_in(token: str, house: House) -> int | None:
    """The number of the person whose mails the token ("12-0a1b…") stops; None for what was never given
    out."""
    parts = TOKEN.fullmatch(token)
    if parts is None or not house.secret or int(parts[1]) > LARGEST:
        return None
    person_id = int(parts[1])
    return person_id if hmac.compare_digest(parts[2], _digest(person_id, house)) else None


def stop(db: Session, token: str, house: House) -> bool:
    """From now on the person gets no mails about deliveries that were chosen; whether the token is one."""
    person_id = person_in(token, house)
    if person_id is None:
        return False
    row = update(NoticeChoiceRow).where(NoticeChoiceRow.person_id == person_id)
    db.execute(row.values(weekly=False, at_once=False))
    return True


def _digest(person_id: int, house: House) -> str:
    return Signer(house.secret).hash(PURPOSE, str(person_id))
