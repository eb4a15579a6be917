"""The use cases of deliveries: who may, and what all others get.

What is about one school is tried on the own one, on the assistant's second one and on a foreign one; what is
about all schools is for the city's team.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from core.people.person import Person
from deliveries import handing_in, push, receipts
from deliveries.access import school_seen
from deliveries.city import council, milestones, overview, proofs
from deliveries.city.milestones import MilestoneDraft
from deliveries.editing import LineEdit, change_line
from deliveries.facts import Subproject
from deliveries.importing import imports, missing, plan, profiles, spellings, taking
from deliveries.importing.taking import Way
from deliveries.notices import choices
from deliveries.notices import news as mail_news
from deliveries.pieces import Pieces
from deliveries.reading.export import Export, read_records
from deliveries.refusals import FileEmpty, NoDeliveriesThere, NoSuchLine
from deliveries.stages import Stage
from deliveries.status import found, lines
from deliveries.status.history import history
from tests.rights.call import ADMIN, NOW, OPERATOR_HERSELF, TEAM, Call, Refusals
from tests.rights.conftest import BYSTANDER, Town
from tests.rights.town_deliveries import FORMER, FUNDING, PROGRAMME, SCHOOLS, SERIES, WORDS
from tests.rights.town_trainings import HOUSE
from ui.portal import entrance

TODAY = NOW.date()
PEOPLE = ("teacher", "head", "assistant", "trainer", "team", "admin")
SEE = (*PEOPLE, OPERATOR_HERSELF)
AT_ONE_SCHOOL = ("teacher", "head", "trainer")  # the assistant is at the second one, too
AT_SCHOOLS = (*AT_ONE_SCHOOL, "assistant")
SEE_FUNDING = frozenset({"head", *TEAM})
PLACES: Mapping[str, set[str]] = {"assistant": {"own", "second"}, BYSTANDER: {"foreign"}, "guest": set()}
# What only a person does; types already keep the operator away.
NO_OPERATOR: Refusals = {OPERATOR_HERSELF: AttributeError}


def words_hidden_from(visitor: str) -> list[str]:
    """What is told of schools that are not theirs, and who pays where they may not know."""
    if visitor in TEAM:
        return []
    places = PLACES.get(visitor, {"own"})
    others = [word for told in (WORDS, SCHOOLS) for place, word in told.items() if place not in places]
    return [*others, FORMER, *(() if visitor in SEE_FUNDING else FUNDING)]


def told_wrongly(visitor: str, told: str) -> list[str]:
    folded = told.casefold()
    return [word for word in words_hidden_from(visitor) if word.casefold() in folded]


def _visitor(town: Town, by: Any) -> str:
    people = town.people.items()
    return next((visitor for visitor, person in people if person == by), OPERATOR_HERSELF)


Look = Callable[[Session, Town, Any], object]


def _only_theirs(look: Look) -> Look:
    """What was found holds nothing of others, in no field, and something of their own."""

    def looked(db: Session, town: Town, by: Any) -> None:
        seen, visitor = repr(look(db, town, by)), _visitor(town, by)
        assert told_wrongly(visitor, seen) == []
        assert any(word in seen for word in WORDS.values())
        assert (PROGRAMME in seen) == (visitor in SEE_FUNDING)

    return looked


def _line(place: str) -> Callable[[Session, Town, Any], object]:
    return lambda db, town, by: lines.line_status(db, town.supplied.lines[f"{place} coming"], by, TODAY)


def _school(place: str) -> Look:
    return lambda db, town, by: lines.school_status(db, getattr(town, place).id, by, TODAY)


def _history(place: str) -> Look:
    return lambda db, town, by: history(db, town.supplied.lines[f"{place} coming"], by)


def _confirm(place: str) -> Look:
    return lambda db, town, by: receipts.confirm(
        db, town.supplied.lines[f"{place} usable"], 1, "Eins fehlt", by, NOW, HOUSE
    )


def _news(db: Session, town: Town, by: Person) -> None:
    """Whatever lines are asked for, mails hold those of one's own schools and not who pays."""
    numbers = [*town.supplied.lines.values(), town.supplied.moved, town.supplied.confirmed]
    told = mail_news.news(db, by, {number: {} for number in numbers}, TODAY)
    assert {each.school for each in told} == set(by.schools)
    assert {line.status.line.school for each in told for line in each.lines} == set(by.schools)


EDIT = LineEdit(Pieces(commissioned=12), "", Stage.COMMISSIONED, "", None, "", "", "", None)
DRAFT = MilestoneDraft("Server überall", Subproject.SERVER, "12/2030")


def _edit(place: str) -> Look:
    return lambda db, town, by: change_line(
        db, town.supplied.lines[f"{place} coming"], EDIT, "Neu bestellt", by, NOW, HOUSE
    )


def a_list(town: Town, name: str = "Neue Liste", as_of: date | None = None, **values: Any) -> Export:
    """A list with a line of the foreign school."""
    record = {"order": "neu", "position": 1, "school": town.foreign.name, "category": "Display"}
    return read_records([{**record, "ordered": 3, "stage": "Beauftragt", **values}], name, as_of)


def _hand_in(db: Session, town: Town, by: Any) -> object:
    given = handing_in.GivenList("Neue Liste", b"", Way.COMMAND, lambda layouts: a_list(town))
    return handing_in.hand_in(entrance().database, given, by, datetime.now(NOW.tzinfo), HOUSE)


def _case(function: str, call: Any, allowed: tuple[str, ...], **more: Any) -> Call:
    return Call(f"deliveries.{function}", call, allowed, **more)


def _looks(function: str, call: Any, allowed: tuple[str, ...] = TEAM, **more: Any) -> Call:
    return _case(function, call, allowed, writes=False, **more)


def _by_place(function: str, look: Callable[[str], Look], refusal: type[Exception]) -> dict[str, Call]:
    """The same on a line or school of the own, the second and the foreign school."""
    name = function.rpartition(".")[2].replace("_", " ")
    return {
        f"{name} of one's school": _looks(function, _only_theirs(look("own")), SEE),
        f"{name} of one's second school": _looks(
            function,
            _only_theirs(look("second")),
            ("assistant", *TEAM),
            otherwise=dict.fromkeys(AT_ONE_SCHOOL, refusal),
        ),
        f"{name} of a foreign school": _looks(
            function, look("foreign"), TEAM, otherwise=dict.fromkeys(AT_SCHOOLS, refusal)
        ),
    }


OF_SCHOOLS: Mapping[str, Call] = {
    **_by_place("status.lines.school_status", _school, NoDeliveriesThere),
    **_by_place("status.lines.line_status", _line, NoSuchLine),
    **_by_place("status.history.history", _history, NoSuchLine),
    "history of a line that was at a foreign school": _looks(
        "status.history.history", _only_theirs(lambda db, town, by: history(db, town.supplied.moved, by)), SEE
    ),
    "find lines": _looks(
        "status.found.found", _only_theirs(lambda db, town, by: found.found(db, by, TODAY)), SEE
    ),
    "find late and blocked lines": _looks(
        "city.overview.late_and_blocked",
        _only_theirs(lambda db, town, by: overview.late_and_blocked(db, by, TODAY)),
        SEE,
    ),
    "look whether a school's deliveries may be seen": _looks(
        "access.school_seen",
        lambda db, town, by: school_seen(db, town.foreign.id, by),
        TEAM,
        otherwise=dict.fromkeys(AT_SCHOOLS, NoDeliveriesThere),
    ),
    "confirm a line of one's school": _case(
        "receipts.confirm", _confirm("own"), ("head", "assistant", *ADMIN)
    ),
    "confirm a line of one's second school": _case(
        "receipts.confirm", _confirm("second"), ("assistant", *ADMIN), otherwise={"head": NoSuchLine}
    ),
    "confirm a line of a foreign school": _case(
        "receipts.confirm",
        _confirm("foreign"),
        ADMIN,
        otherwise=dict.fromkeys(("head", "assistant"), NoSuchLine),
    ),
    "write mails about lines": _looks("notices.news.news", _news, PEOPLE, otherwise=NO_OPERATOR),
    "look which mails one gets": _looks(
        "notices.choices.choice_of",
        lambda db, town, by: choices.choice_of(db, by),
        PEOPLE,
        otherwise=NO_OPERATOR,
    ),
    "choose mails": _case(
        "notices.choices.choose",
        lambda db, town, by: choices.choose(db, by, True, True, NOW),
        PEOPLE,
        otherwise=NO_OPERATOR,
    ),
}

OF_THE_CITY: Mapping[str, Call] = {
    "look at all schools": _looks(
        "city.overview.city_status", lambda db, town, by: overview.city_status(db, by, TODAY)
    ),
    "table for the council": _looks(
        "city.council.council_table", lambda db, town, by: council.council_table(db, by, TODAY, "de")
    ),
    "list programmes": _looks("city.proofs.programmes", lambda db, town, by: proofs.programmes(db, by)),
    "prove a programme": _looks(
        "city.proofs.proof_table", lambda db, town, by: proofs.proof_table(db, PROGRAMME, by, "de")
    ),
    "list milestones": _looks(
        "city.milestones.milestones", lambda db, town, by: milestones.milestones(db, by, TODAY)
    ),
    "add a milestone": _case(
        "city.milestones.add_milestone",
        lambda db, town, by: milestones.add_milestone(db, DRAFT, by, NOW),
        TEAM,
    ),
    "change a milestone": _case(
        "city.milestones.change_milestone",
        lambda db, town, by: milestones.change_milestone(db, town.supplied.milestone, DRAFT, by, NOW),
        TEAM,
    ),
    "remove a milestone": _case(
        "city.milestones.remove_milestone",
        lambda db, town, by: milestones.remove_milestone(db, town.supplied.milestone, by, NOW),
        TEAM,
    ),
    "change a line": _case("editing.change_line", _edit("own"), TEAM),
    "change a line of a foreign school": _case("editing.change_line", _edit("foreign"), TEAM),
    "read remarks": _looks("receipts.remarks", lambda db, town, by: receipts.remarks(db, by)),
    "answer a remark": _case(
        "receipts.settle_remark",
        lambda db, town, by: receipts.settle_remark(db, town.supplied.receipt, "Kommt noch", by, NOW, HOUSE),
        TEAM,
    ),
}

OF_LISTS: Mapping[str, Call] = {
    "hand a list in": _case("handing_in.hand_in", _hand_in, TEAM),
    "plan a list": _looks(
        "importing.plan.make_plan", lambda db, town, by: plan.make_plan(db, a_list(town), by, NOW)
    ),
    "take a list": _case(
        "importing.taking.import_export",
        lambda db, town, by: taking.import_export(db, a_list(town), Way.PAGE, by, NOW, HOUSE),
        TEAM,
    ),
    "keep that a list was refused": _case(
        "importing.taking.keep_refused",
        lambda db, town, by: taking.keep_refused(db, "leer.csv", b"", FileEmpty(), Way.PAGE, by, NOW),
        TEAM,
    ),
    "list lists": _looks("importing.imports.imports", lambda db, town, by: imports.imports(db, by)),
    "look at a list": _looks(
        "importing.imports.past_import",
        lambda db, town, by: imports.past_import(db, town.supplied.list_id, by),
    ),
    "list missing lines": _looks(
        "importing.missing.missing_lines", lambda db, town, by: missing.missing_lines(db, by)
    ),
    "say what a missing line means": _case(
        "importing.missing.settle_missing",
        lambda db, town, by: missing.settle_missing(db, town.supplied.missing, True, "Entfällt", by, NOW),
        TEAM,
    ),
    "list layouts": _looks("importing.profiles.profiles", lambda db, town, by: profiles.profiles(db, by)),
    "look for a layout": _looks(
        "importing.profiles.profile_of", lambda db, town, by: profiles.profile_of(db, SERIES, by)
    ),
    "save a layout": _case(
        "importing.profiles.save_profile",
        lambda db, town, by: profiles.save_profile(db, "neu", "Neu", {}, {}, True, by, NOW),
        TEAM,
    ),
    "remove a layout": _case(
        "importing.profiles.remove_profile",
        lambda db, town, by: profiles.remove_profile(db, town.supplied.profile, by, NOW),
        TEAM,
    ),
    "list spellings": _looks(
        "importing.spellings.spellings", lambda db, town, by: spellings.spellings(db, by)
    ),
    "confirm a spelling": _case(
        "importing.spellings.confirm_spelling",
        lambda db, town, by: spellings.confirm_spelling(db, "Fremdes Feld", town.foreign.id, by, NOW),
        TEAM,
    ),
    "remove a spelling": _case(
        "importing.spellings.remove_spelling",
        lambda db, town, by: spellings.remove_spelling(db, town.supplied.spelling, by, NOW),
        TEAM,
    ),
    "list access": _looks("push.tokens", lambda db, town, by: push.tokens(db, by)),
    "give access": _case(
        "push.make_token", lambda db, town, by: push.make_token(db, "Neues System", by, NOW), TEAM
    ),
    "take access away": _case(
        "push.revoke_token", lambda db, town, by: push.revoke_token(db, town.supplied.token, by, NOW), TEAM
    ),
}

DELIVERY_CASES: Mapping[str, Call] = {**OF_SCHOOLS, **OF_THE_CITY, **OF_LISTS}
