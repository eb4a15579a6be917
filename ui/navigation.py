"""Every page of the portal: its address, who may see it, where the navigation shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from core.people.person import Person, may
from core.people.roles import Right
from core.settings import load_settings
from ui.texts import Texts

PAGES = Path(__file__).resolve().parent.parent / "pages"


class Place(StrEnum):
    """Where in the sidebar a page is found."""

    MAIN = "main"
    STAFF = "staff"
    FOOT = "foot"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Entry:
    """A page; without a `right` everyone may see it. The start page has the empty address. The navigation
    shows it to those who may see it and whom `offered` names."""

    file: str
    address: str
    right: Right | None
    icon: str
    place: Place
    title: Callable[[Texts], str]
    offered: Callable[[Person | None], bool] = lambda person: True

    @property
    def path(self) -> Path:
        return PAGES / self.file

    def open_to(self, person: Person | None) -> bool:
        return self.right is None or may(person, self.right, load_settings().opened)

    def offered_to(self, person: Person | None) -> bool:
        return self.open_to(person) and self.offered(person)


def _has_post(person: Person | None) -> bool:
    """Mails stay in the portal in a demonstration; otherwise only those that failed are of interest."""
    return load_settings().demo or may(person, Right.READ_OUTBOX)


def _works_at_a_school(person: Person | None) -> bool:
    """Or looks after none at all: then the page says why it is empty. Whoever looks after all schools finds
    each on the page of all."""
    return person is not None and (bool(person.schools) or not may(person, Right.MANAGE_DELIVERIES))


ENTRIES = (
    Entry("ask.py", "", Right.ASK, ":material/explore:", Place.MAIN, lambda t: t.ask_page),
    Entry(
        "library.py",
        "bibliothek",
        Right.READ_LIBRARY,
        ":material/menu_book:",
        Place.MAIN,
        lambda t: t.library.page,
    ),
    Entry(
        "manual.py",
        "anleitung",
        Right.READ_LIBRARY,
        ":material/article:",
        Place.NOWHERE,
        lambda t: t.library.manual_page,
    ),
    Entry(
        "training_dates.py",
        "fortbildungen",
        Right.BOOK_TRAININGS,
        ":material/event:",
        Place.MAIN,
        lambda t: t.trainings.page,
    ),
    Entry(
        "training_date.py",
        "fortbildung",
        Right.BOOK_TRAININGS,
        ":material/event:",
        Place.NOWHERE,
        lambda t: t.trainings.date_page,
    ),
    Entry(
        "my_trainings.py",
        "meine-fortbildungen",
        Right.BOOK_TRAININGS,
        ":material/event_available:",
        Place.MAIN,
        lambda t: t.trainings.mine_page,
    ),
    Entry(
        "training_wish.py",
        "fortbildung-wuenschen",
        Right.BOOK_TRAININGS,
        ":material/lightbulb:",
        Place.NOWHERE,
        lambda t: t.wishes.page,
    ),
    Entry(
        "school_deliveries.py",
        "lieferungen",
        Right.SEE_DELIVERIES,
        ":material/local_shipping:",
        Place.MAIN,
        lambda t: t.deliveries.page,
        _works_at_a_school,
    ),
    Entry(
        "order_line.py",
        "lieferung",
        Right.SEE_DELIVERIES,
        ":material/local_shipping:",
        Place.NOWHERE,
        lambda t: t.deliveries.line_page,
    ),
    Entry(
        "courses.py",
        "kurse",
        Right.HOLD_TRAININGS,
        ":material/co_present:",
        Place.STAFF,
        lambda t: t.courses.page,
    ),
    Entry(
        "training_plan.py",
        "fortbildungen-planen",
        Right.PLAN_TRAININGS,
        ":material/edit_calendar:",
        Place.STAFF,
        lambda t: t.planning.page,
    ),
    Entry(
        "city_deliveries.py",
        "lieferungen-aller-schulen",
        Right.MANAGE_DELIVERIES,
        ":material/location_city:",
        Place.STAFF,
        lambda t: t.city.page,
    ),
    Entry(
        "delivery_lists.py",
        "lieferlisten",
        Right.MANAGE_DELIVERIES,
        ":material/upload_file:",
        Place.STAFF,
        lambda t: t.lists.page,
    ),
    Entry(
        "library_desk.py",
        "anleitungen-pflegen",
        Right.MANAGE_LIBRARY,
        ":material/edit_document:",
        Place.STAFF,
        lambda t: t.uploads.page,
    ),
    Entry(
        "device_labels.py",
        "geraete",
        Right.LABEL_DEVICES,
        ":material/qr_code_2:",
        Place.STAFF,
        lambda t: t.codes.page,
    ),
    Entry(
        "people.py",
        "personen",
        Right.MANAGE_PEOPLE,
        ":material/group:",
        Place.STAFF,
        lambda t: t.frame.people_page,
    ),
    Entry(
        "schools.py",
        "schulen",
        Right.MANAGE_SCHOOLS,
        ":material/school:",
        Place.STAFF,
        lambda t: t.frame.schools_page,
    ),
    Entry(
        "post.py",
        "post",
        Right.OWN_ACCOUNT,
        ":material/mail:",
        Place.STAFF,
        lambda t: t.post.page,
        _has_post,
    ),
    Entry(
        "audit_log.py",
        "protokoll",
        Right.READ_AUDIT_LOG,
        ":material/history:",
        Place.STAFF,
        lambda t: t.frame.log_page,
    ),
    Entry(
        "account.py",
        "konto",
        Right.OWN_ACCOUNT,
        ":material/person:",
        Place.NOWHERE,
        lambda t: t.frame.account_page,
    ),
    Entry("help_page.py", "hilfe", None, ":material/help:", Place.FOOT, lambda t: t.frame.help_page),
    Entry("privacy.py", "datenschutz", None, ":material/lock:", Place.FOOT, lambda t: t.frame.privacy_page),
    Entry(
        "school_account.py", "schulkonto", None, ":material/login:", Place.NOWHERE, lambda t: t.frame.sign_in
    ),
)

BY_ADDRESS = {entry.address: entry for entry in ENTRIES}
