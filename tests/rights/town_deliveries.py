"""Deliveries in the small town: for each school lines of which only some may know, and who pays for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from core.people.actor import OPERATOR
from core.people.person import Person, School
from deliveries.city.milestones import MilestoneDraft, add_milestone
from deliveries.facts import Subproject
from deliveries.importing.profiles import save_profile
from deliveries.importing.spellings import confirm_spelling, spellings
from deliveries.importing.taking import Way, import_export
from deliveries.push import make_token, tokens
from deliveries.reading.export import Export, read_records
from deliveries.tables import OrderLineRow, ReceiptRow
from tests.rights.town_trainings import DAY, HOUSE

# Stands in all that is told of a school's lines: order, device, room, reason.
WORDS = {"own": "Eulennest", "second": "Fuchsbau", "foreign": "Dachsburg"}
SCHOOLS = {"own": "GS Am Park", "second": "GS Salbke", "foreign": "Sek Fremdes Feld"}
# What was said at the foreign school of a line that is the own school's today.
FORMER = "Iltisweg"
# How who pays is read on pages, in files and in the history; the first is who was to pay before.
PROGRAMME = "Landeskasse"
FUNDING = ("Stadtkasse", PROGRAMME, "Zaunkönig", "24.12.2031", "24. Dezember 2031", "2031-12-24")
REMARK = "Das Kabel der Dachsburg fehlt"
SERIES = "einer anderen Stadt"


@dataclass(frozen=True)
class Supplied:
    """Numbers of what there is.

    Each school has a line that comes late and is blocked ("own coming") and one that is set up ("own
    usable"). `moved` is the own school's and was the foreign one's before. At the foreign school the
    bystander has confirmed `confirmed` with a remark (`receipt`), and a complete list no longer named
    `missing`. `secret` is that of the token.
    """

    lines: Mapping[str, int]
    moved: int
    confirmed: int
    missing: int
    receipt: int
    list_id: int
    token: int
    secret: str
    profile: int
    spelling: str
    milestone: int


def supply(db: Session, schools: Mapping[str, School], bystander: Person) -> Supplied:
    """`schools` by the names in `WORDS`."""
    now = datetime.now(UTC)
    for days in (20, 2):
        export = _list(schools, now.date(), before=days == 20)
        when = now - days * DAY
        list_id = import_export(db, export, Way.COMMAND, OPERATOR, when, HOUSE, as_of=when.date()).import_id
    numbers = {row.order_number: row.id for row in db.scalars(select(OrderLineRow))}
    db.execute(update(OrderLineRow).where(OrderLineRow.id == numbers["fehlt"]).values(missing_id=list_id))
    receipt = ReceiptRow(
        line_id=numbers["bestätigt"], person_id=bystander.id, at=now, missing=1, remarks=REMARK
    )
    db.add(receipt)
    secret = make_token(db, "Ticketsystem", OPERATOR, now)
    confirm_spelling(db, "Grundschule am Stadtpark", schools["own"].id, OPERATOR, now)
    draft = MilestoneDraft("WLAN überall", Subproject.WIFI, "12/2030", (schools["foreign"].id,))
    return Supplied(
        lines={
            f"{place} {how}": numbers[f"{word} {how}"]
            for place, word in WORDS.items()
            for how in ("coming", "usable")
        },
        moved=numbers["zieht um"],
        confirmed=numbers["bestätigt"],
        missing=numbers["fehlt"],
        receipt=receipt.id,
        list_id=list_id,
        token=tokens(db, OPERATOR)[0].id,
        secret=secret,
        profile=save_profile(db, SERIES, "Anders", {}, {}, False, OPERATOR, now).id,
        spelling=spellings(db, OPERATOR)[0].folded,
        milestone=add_milestone(db, draft, OPERATOR, now),
    )


def _list(schools: Mapping[str, School], today: date, before: bool) -> Export:
    """What the city's list says, and what the one before had said."""
    records = [
        _record(schools[place], word, f"{word} {how}", how, today, before)
        for place, word in WORDS.items()
        for how in ("coming", "usable")
    ]
    foreign, own = (schools["foreign"], WORDS["foreign"]), (schools["own"], WORDS["own"])
    moved = _record(*(foreign if before else own), "zieht um", "coming", today, before=True)
    moved |= (
        {"reason": f"Umleitung {FORMER}", "room": FORMER}
        if before
        else {"reason": "", "programme": PROGRAMME}
    )
    records += [
        moved,
        _record(*foreign, "bestätigt", "usable", today, before),
        _record(*foreign, "fehlt", "coming", today, before),
    ]
    return read_records(records, "Liste der Stadt", None)


def _record(
    school: School, word: str, order: str, how: str, today: date, before: bool
) -> dict[str, str | int]:
    """Blocked, and late by the promise; or set up, and delivered before."""
    usable = how == "usable"
    promise = today + timedelta(days=-30 if before else -5)
    return {
        "order": order,
        "position": 1,
        "school": school.name,
        "category": "Display",
        "model": f"Modell {word}",
        "ordered": 12,
        "delivered": 12 if usable else 0,
        "stage": ("Geliefert" if before else "Eingerichtet") if usable else "Blockiert",
        "planned_date": f"{promise:%d.%m.%Y}",
        "reason": "" if usable else f"In der Schule {word} fehlt ein Rohr",
        "room": f"Raum {word}",
        "programme": "Stadtkasse" if before else PROGRAMME,
        "measure": "Zaunkönig",
        "earmarked_until": "24.12.2031",
    }
