"""Why something could not be done, as a sentence that says what to do instead."""

from __future__ import annotations

from core.people.admins import LastAdmin
from core.people.emails import BadEmail
from core.people.handed_links import Deactivated, MadeUp
from core.people.importing import ImportRefused
from core.people.names import NameMissing, NameTooLong
from core.people.people import NoSuchPerson
from core.people.register import EmailTaken
from core.people.schools import NoSuchSchool, SchoolTaken
from trainings.refusals import Refusal
from ui.texts import Texts
from ui.trainings import refusals as of_trainings

REFUSALS = (
    BadEmail,
    Deactivated,
    EmailTaken,
    ImportRefused,
    LastAdmin,
    MadeUp,
    NameMissing,
    NameTooLong,
    NoSuchPerson,
    NoSuchSchool,
    SchoolTaken,
    *of_trainings.REFUSALS,
)


def sentence(refusal: Exception, t: Texts) -> str:
    """What to tell whoever tried."""
    match refusal:
        case NameTooLong(longest=longest):
            return t.staff.name_too_long.format(longest=longest)
        case EmailTaken(email=email):
            return t.staff.email_taken.format(email=email)
        case SchoolTaken(name=name):
            return t.staff.school_taken.format(name=name)
        case NameMissing():
            return t.staff.name_missing
        case BadEmail():
            return t.staff.bad_email
        case LastAdmin():
            return t.staff.last_admin
        case NoSuchPerson():
            return t.staff.no_such_person
        case NoSuchSchool():
            return t.staff.no_such_school
        case Deactivated():
            return t.staff.no_link_when_off
        case MadeUp():
            return t.staff.no_link_when_made_up
        case ImportRefused():
            return t.staff.list_has_faults
        case Refusal():
            return of_trainings.sentence(refusal, t)
    raise refusal
