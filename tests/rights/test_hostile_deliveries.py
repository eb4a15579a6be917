"""What people could try on purpose with deliveries: to see what another school gets, or who pays for it."""

from __future__ import annotations

import html
import io
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from typing import Any

import httpx
import pytest
from openpyxl import load_workbook
from sqlalchemy import select
from sqlalchemy.orm import Session

from core.database import Database
from core.mail.message import from_text
from core.mail.tables import MailRow
from core.people.actor import OPERATOR
from core.people.register import set_role
from core.people.roles import Role
from core.people.workplaces import set_schools
from deliveries import push, receipts
from deliveries.city import milestones
from deliveries.editing import change_line
from deliveries.facts import Subproject
from deliveries.importing import imports, missing, profiles, spellings
from deliveries.importing.taking import Way, import_export
from deliveries.mails.stopping import stop_address
from deliveries.notices.choices import Choice, choice_of, choose
from deliveries.notices.reminders import remind
from deliveries.notices.times import week_begins
from deliveries.notices.weekly import tell_of_the_week
from deliveries.reading.export import Export, read_records
from deliveries.refusals import DeliveryRefusal
from deliveries.status.history import history
from deliveries.status.lines import line_status, school_status
from deliveries.tables import ReceiptRow
from tests.pages.conftest import words
from tests.rights.conftest import BYSTANDER, NAMES, Town, Window
from tests.rights.delivery_cases import EDIT, SEE_FUNDING, told_wrongly
from tests.rights.kept import dump
from tests.rights.test_hostile import HUGE, everything, forge
from tests.rights.town_deliveries import FORMER, FUNDING, PROGRAMME, REMARK, WORDS
from tests.rights.town_trainings import DAY, HOUSE
from tests.ui.sign_in.conftest import OWN, browser
from ui.deliveries.notices_box import AT_ONCE
from ui.delivery_lists.push_routes import WAY as PUSH
from ui.portal import entrance
from ui.texts import GERMAN
from ui.trainings.house import house

D, F = GERMAN.deliveries, GERMAN.frame
NOW = datetime.now(UTC)
TODAY = NOW.date()
AT_SCHOOLS = ("teacher", "head", "assistant", "trainer")
NOT_TEAM = ("guest", *(visitor for visitor in NAMES if visitor not in {"team", "admin"}))
NUMBERS = (0, -1, 4711, 2**31, 2**63, HUGE)
ODD = ("-1", str(HUGE), "1' or '1'='1", "\x00", "<script>alert(1)</script>", "١", "a" * 5000, "neu")
SCHOOL, LINE, CITY, LISTS = "school_deliveries.py", "order_line.py", "city_deliveries.py", "delivery_lists.py"
IN_ADDRESSES = ("schule", "nr", "was", "art", "ansicht", "liste", "meilenstein", "suche", "bereich", "lang")
PRINTED, AS_CSV, AS_XLSX = "/lieferungen/drucken", "/lieferungen/liste.csv", "/lieferungen/liste.xlsx"


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def database(town: Town) -> Database:
    return entrance().database


def not_theirs(town: Town, visitor: str) -> list[str]:
    """Places in the names of lines that are not for the visitor."""
    if visitor == "assistant":
        return ["foreign"]
    return ["foreign", "second"] if visitor in AT_SCHOOLS else list(WORDS)


# pages


@pytest.mark.parametrize("visitor", NOT_TEAM)
def test_numbers_of_others_in_addresses_show_nothing(
    window: Window, database: Database, visitor: str
) -> None:
    town, before = window.town, dump(database)
    window.signed_in(visitor)
    tries: list[tuple[str, Mapping[str, str]]] = []
    for place in not_theirs(town, visitor):
        school = str(getattr(town, place).id)
        tries += [(SCHOOL, {"schule": school}), (SCHOOL, {"schule": school, "was": "da", "ansicht": "zeit"})]
        tries += [(LINE, {"nr": str(town.supplied.lines[f"{place} {how}"])}) for how in ("coming", "usable")]
    tries += [(CITY, {"ansicht": "nachweise"}), (CITY, {"ansicht": "rueckmeldungen"})]
    tries += [(LISTS, {"ansicht": "bisher", "liste": str(town.supplied.list_id)})]
    for page, address in tries:
        at = window.through_the_navigation(page, **address)
        told = everything(at)
        assert not at.exception, (page, address)
        assert not [word for word in (*WORDS.values(), FORMER, *FUNDING, REMARK) if word in told], address
        assert not at.main.get("file_uploader")
        if visitor in AT_SCHOOLS:
            said = {SCHOOL: D.not_there, LINE: D.no_line}.get(page, F.not_for_role)
            assert said in words(at), address
    assert dump(database) == before


@pytest.mark.parametrize("visitor", AT_SCHOOLS)
def test_one_s_own_pages_say_nothing_of_others_and_of_who_pays_only_to_heads(
    window: Window, visitor: str
) -> None:
    """The school's page as cards and along time, a line with its history, one that came from elsewhere."""
    supplied = window.town.supplied
    window.signed_in(visitor)
    for page, address in (
        (SCHOOL, {}),
        (SCHOOL, {"ansicht": "zeit"}),
        (LINE, {"nr": str(supplied.lines["own coming"])}),
        (LINE, {"nr": str(supplied.moved)}),
    ):
        at = window.through_the_navigation(page, **address)
        told = everything(at)
        assert not at.exception
        assert WORDS["own"] in told, (page, address)
        assert told_wrongly(visitor, told) == [], (page, address)
        assert (PROGRAMME in told) == (page == LINE and visitor in SEE_FUNDING)
        assert D.change not in told  # how the team changes a line


@pytest.mark.parametrize("page", [SCHOOL, LINE, CITY, LISTS])
def test_an_address_may_hold_anything(window: Window, page: str) -> None:
    window.signed_in("admin")
    for value in ODD:
        at = window.through_the_navigation(page, **dict.fromkeys(IN_ADDRESSES, value))
        assert not at.exception, value
        assert "<script>alert" not in "".join(str(element.value) for element in at.html)
    for view in ("bisher", "aufbau", "meilensteine"):
        address = dict.fromkeys(("liste", "nr", "meilenstein"), str(HUGE))
        assert not window.through_the_navigation(page, ansicht=view, **address).exception


def test_the_browser_cannot_choose_a_school_of_others(window: Window, database: Database) -> None:
    town, before = window.town, dump(database)
    window.signed_in("assistant")
    for sent in (town.foreign.name, str(town.foreign.id), "", "x" * 5000):
        at = window.through_the_navigation(SCHOOL)
        forge(at.selectbox(key="choose-school"), string_value=sent)
        at = at.run()
        assert not at.exception, sent
        assert told_wrongly("assistant", everything(at)) == []
    assert dump(database) == before


def test_who_has_lost_the_role_meanwhile_chooses_no_mails(window: Window, database: Database) -> None:
    town = window.town
    window.signed_in("teacher")
    at = window.through_the_navigation(SCHOOL)
    with database.write.begin() as db:
        set_role(db, town.people["teacher"].id, None, OPERATOR, NOW)
    before = dump(database)
    at = at.toggle(key=AT_ONCE).set_value(True).run()
    assert F.unassigned in words(at)
    assert dump(database) == before


# direct calls

Call = Callable[[Session, Any, int], object]
DRAFT = milestones.MilestoneDraft("Server", Subproject.SERVER, "12/2030")
CALLS: Mapping[str, Call] = {
    "school": lambda db, by, n: school_status(db, n, by, TODAY),
    "line": lambda db, by, n: line_status(db, n, by, TODAY),
    "history": lambda db, by, n: history(db, n, by),
    "confirm": lambda db, by, n: receipts.confirm(db, n, 0, "", by, NOW, HOUSE),
    "answer": lambda db, by, n: receipts.settle_remark(db, n, "Kommt", by, NOW, HOUSE),
    "change": lambda db, by, n: change_line(db, n, EDIT, "Neu", by, NOW, HOUSE),
    "list": lambda db, by, n: imports.past_import(db, n, by),
    "missing": lambda db, by, n: missing.settle_missing(db, n, True, "Entfällt", by, NOW),
    "spelling": lambda db, by, n: spellings.confirm_spelling(db, "GS Neu", n, by, NOW),
    "layout": lambda db, by, n: profiles.remove_profile(db, n, by, NOW),
    "token": lambda db, by, n: push.revoke_token(db, n, by, NOW),
    "change milestone": lambda db, by, n: milestones.change_milestone(db, n, DRAFT, by, NOW),
    "remove milestone": lambda db, by, n: milestones.remove_milestone(db, n, by, NOW),
}


@pytest.mark.parametrize("name", CALLS)
def test_numbers_of_nothing_are_refused(town: Town, database: Database, name: str) -> None:
    before = dump(database)
    for number in NUMBERS:
        with database.write.begin() as db, pytest.raises(DeliveryRefusal):
            CALLS[name](db, town.people["admin"], number)
    assert dump(database) == before


@pytest.mark.parametrize("visitor", AT_SCHOOLS)
def test_what_another_school_has_confirmed_has_no_words_at_the_next(
    town: Town, database: Database, visitor: str
) -> None:
    """A line that was confirmed at the foreign school before it came."""
    number, by = town.supplied.moved, town.people[visitor]
    said = {"at": NOW - 10 * DAY, "remarks": REMARK, "settled_at": NOW - 9 * DAY, "settled_word": FORMER}
    with database.write.begin() as db:
        db.add(ReceiptRow(line_id=number, person_id=town.people[BYSTANDER].id, **said))
    with database.read() as db:
        status = line_status(db, number, by, TODAY)
        assert status.receipt
        assert (status.receipt.by, status.receipt.remarks, status.receipt.settled_word) == ("", "", "")
        assert told_wrongly(visitor, repr(status)) == []
        whole = line_status(db, number, town.people["team"], TODAY).receipt
        assert whole is not None
        assert (whole.by, whole.remarks) == ("Bodo Beispiel", REMARK)


# files and paper


async def fetched(path: str, secret: str | None, method: str = "GET", **more: Any) -> httpx.Response:
    async with browser() as client:
        if secret is not None:
            client.cookies.set("lotse", secret)
        return await client.request(method, path, **{"headers": OWN, **more})


def told_in(answer: httpx.Response) -> str:
    """All that is read in a page, a table or a workbook."""
    if not answer.content.startswith(b"PK"):
        return html.unescape(answer.text)
    book = load_workbook(io.BytesIO(answer.content))
    rows = [row for sheet in book.worksheets for row in sheet.iter_rows(values_only=True)]
    return "\n".join(str(cell) for row in rows for cell in row)


def files_of_a_school(number: object) -> list[str]:
    return [f"{path}?schule={number}" for path in (PRINTED, AS_CSV, AS_XLSX)]


@pytest.mark.anyio
@pytest.mark.parametrize("visitor", NOT_TEAM)
async def test_files_of_others_are_not_there(town: Town, database: Database, visitor: str) -> None:
    before = dump(database)
    schools = [getattr(town, place).id for place in not_theirs(town, visitor)]
    numbers = [*schools, f"{town.foreign.id}&schule={town.foreign.id}", *NUMBERS[1:], "x", "1.0", "%00", "٣"]
    paths = [path for number in numbers for path in files_of_a_school(number)]
    paths += [f"{path}&was=da&art=Display" for path in files_of_a_school(town.foreign.id)]
    paths += [f"/lieferungen/{table}" for table in ("ratsauskunft.csv", "ratsauskunft.xlsx")]
    paths += [f"/lieferungen/nachweis.{ending}?programm={PROGRAMME}" for ending in ("csv", "xlsx")]
    paths += [f"/lieferungen/listen/{number}/fehler.csv" for number in (*NUMBERS, town.supplied.list_id)]
    for path in paths:
        answer = await fetched(path, town.secrets.get(visitor))
        assert answer.status_code in {303, 403, 404}, path
        told = told_in(answer)
        secrets = [word for word in (*WORDS.values(), FORMER, *FUNDING) if word not in path]
        assert not [word for word in secrets if word in told], path
    assert dump(database) == before


@pytest.mark.anyio
@pytest.mark.parametrize("visitor", [*AT_SCHOOLS, "team"])
async def test_one_s_own_files_say_nothing_of_others_and_of_who_pays_only_to_heads(
    town: Town, visitor: str
) -> None:
    """Whatever filters the address names: nothing that is forged adds a line or a column."""
    everything_asked = "&was=alles&art=Display&art=*&foerderung=1&funding=true&ansicht=zeit&person=7"
    for path in files_of_a_school(town.own.id):
        for filters in ("", everything_asked):
            answer = await fetched(path + filters, town.secrets[visitor])
            told = told_in(answer)
            assert answer.status_code == 200
            assert WORDS["own"] in told, path
            assert told_wrongly(visitor, told) == [], path
            pays = visitor in SEE_FUNDING and not path.startswith(PRINTED)
            assert (PROGRAMME in told, "Förderprogramm" in told) == (pays, pays), path


@pytest.mark.anyio
async def test_files_follow_the_role_and_the_school_of_the_moment(town: Town, database: Database) -> None:
    """The head becomes a teacher, and then works elsewhere."""
    head, secret = town.people["head"], town.secrets["head"]
    assert PROGRAMME in told_in(await fetched(AS_CSV, secret))
    with database.write.begin() as db:
        set_role(db, head.id, Role.TEACHER, OPERATOR, NOW)
    assert told_wrongly("teacher", told_in(await fetched(AS_CSV, secret))) == []
    with database.write.begin() as db:
        set_schools(db, head.id, [town.second.id], OPERATOR, NOW)
    for path in files_of_a_school(town.own.id):
        assert (await fetched(path, secret)).status_code == 404
    with database.write.begin() as db:
        set_role(db, head.id, None, OPERATOR, NOW)
    for path in files_of_a_school(town.second.id):
        assert (await fetched(path, secret)).status_code in {403, 404}


# mails


def want_mails(database: Database, town: Town) -> None:
    with database.write.begin() as db:
        for visitor, person in town.people.items():
            if visitor != "without role":
                choose(db, person, True, True, NOW - 3 * DAY)


def mails(database: Database) -> Mapping[str, list[EmailMessage]]:
    """By address, all that was written."""
    found: dict[str, list[EmailMessage]] = {}
    with database.read() as db:
        for row in db.scalars(select(MailRow).order_by(MailRow.id)):
            mail = from_text(row.message)
            found.setdefault(str(mail["To"]), []).append(mail)
    return found


def tell_nobody_of_others(database: Database, town: Town, readers: Sequence[str]) -> None:
    """Each of them and nobody else was written to, of all that is theirs and nothing else; who pays stands in
    no mail at all."""
    found = mails(database)
    assert set(found) == {town.people[visitor].email for visitor in readers}
    for visitor in readers:
        own_mails = found[town.people[visitor].email]
        told = "\n".join(f"{mail['Subject']}\n{mail.get_content()}" for mail in own_mails)
        assert told_wrongly(visitor, told) == []
        assert not [word for word in FUNDING if word in told]
        own = {"assistant": ("own", "second"), BYSTANDER: ("foreign",)}.get(visitor, ("own",))
        assert [place for place in own if WORDS[place] not in told] == []


def next_list(town: Town) -> Export:
    """Each school's promise moves far, and who pays is somebody else."""
    promise = TODAY + timedelta(days=40)
    records = [
        {
            "order": f"{word} coming",
            "position": 1,
            "school": getattr(town, place).name,
            "category": "Display",
            "ordered": 12,
            "stage": "Blockiert",
            "planned_date": f"{promise:%d.%m.%Y}",
            "reason": f"In der Schule {word} fehlt ein Rohr",
            "programme": "Stadtkasse",
        }
        for place, word in WORDS.items()
    ]
    return read_records(records, "Neue Liste", TODAY)


READERS = (*AT_SCHOOLS, BYSTANDER)


def test_mails_at_once_tell_nobody_of_others(town: Town, database: Database) -> None:
    want_mails(database, town)
    with database.write.begin() as db:
        import_export(db, next_list(town), Way.PAGE, OPERATOR, datetime.now(UTC), HOUSE)
    tell_nobody_of_others(database, town, READERS)


def test_weekly_mails_tell_nobody_of_others(town: Town, database: Database) -> None:
    want_mails(database, town)
    assert tell_of_the_week(database, week_begins(NOW) + 7 * DAY, HOUSE) == len(READERS)
    tell_nobody_of_others(database, town, READERS)


def test_reminders_go_to_the_school_s_head_alone(town: Town, database: Database) -> None:
    morning = week_begins(NOW) + 15 * DAY
    assert remind(database, morning, HOUSE) == 1
    tell_nobody_of_others(database, town, ["head"])


def test_mails_follow_the_role_and_the_school_of_the_moment(town: Town, database: Database) -> None:
    """Who has lost the role, or works elsewhere, is not told any more, whatever they had wished for."""
    want_mails(database, town)
    with database.write.begin() as db:
        set_role(db, town.people["teacher"].id, None, OPERATOR, NOW)
        set_schools(db, town.people["trainer"].id, [], OPERATOR, NOW)
        set_role(db, town.people[BYSTANDER].id, None, OPERATOR, NOW)
        receipts.settle_remark(db, town.supplied.receipt, "Kommt noch", OPERATOR, NOW, HOUSE)
        import_export(db, next_list(town), Way.PAGE, OPERATOR, datetime.now(UTC), HOUSE)
    tell_of_the_week(database, week_begins(NOW) + 7 * DAY, HOUSE)
    tell_nobody_of_others(database, town, ["head", "assistant"])


def chosen(database: Database, town: Town) -> Mapping[str, Choice]:
    with database.read() as db:
        return {visitor: choice_of(db, town.people[visitor]) for visitor in READERS}


@pytest.mark.anyio
async def test_an_address_that_stops_mails_is_not_found_by_guessing(town: Town, database: Database) -> None:
    want_mails(database, town)
    address = stop_address(town.people["teacher"].id, "de", house())
    assert address
    way = "/abbestellen/"
    number, digest = address.partition(way)[2].partition("?")[0].split("-")
    other = town.people["head"].id
    tries = [f"{other}-{digest}", f"{number}-{digest[::-1]}", f"{number}-{digest[:-1]}", f"{number}-"]
    tries += [f"{HUGE}-{digest}", f"0{number}-{digest}", f"+{number}-{digest}", f"{number}-{digest.upper()}"]
    tries += [f"{other}-{'0' * 64}", "-", "x", "%00", "1" * 5000]
    before = dump(database)
    for token in tries:
        for method in ("GET", "POST"):
            assert (await fetched(way + token, None, method)).status_code == 404, (method, token[:80])
    shown = await fetched(f"{way}{number}-{digest}", None)
    assert shown.status_code == 200
    people = town.people.values()
    assert not [person for person in people if person.name in shown.text or person.email in shown.text]
    assert dump(database) == before  # looking stops nothing
    assert (await fetched(f"{way}{number}-{digest}", None, "POST")).status_code == 200
    after = chosen(database, town)
    assert after["teacher"] == Choice(False, False)
    assert {choice for visitor, choice in after.items() if visitor != "teacher"} == {Choice(True, True)}


# other systems

RECORD = {"order": "neu", "position": 1, "category": "Display", "ordered": 3, "stage": "Beauftragt"}


async def pushed(town: Town, secret: str | None, cookie: str | None = None, **more: Any) -> httpx.Response:
    headers = {"authorization": f"Bearer {secret}"} if secret is not None else {}
    body = {"lines": [{**RECORD, "school": town.foreign.name}], **more}
    return await fetched(PUSH, cookie, "POST", headers={**OWN, **headers}, json=body)


@pytest.mark.anyio
async def test_without_a_valid_token_nothing_is_pushed(town: Town, database: Database) -> None:
    """Nor with a session, with what the database keeps of a token, or with one that was revoked."""
    right = town.supplied.secret
    with database.write.begin() as db:
        gone = push.make_token(db, "Altes System", OPERATOR, NOW)
        push.revoke_token(db, push.tokens(db, OPERATOR)[0].id, OPERATOR, NOW)
    wrong = [None, "", gone, right[:-1], right + "x", right.upper(), "lotse_" + "A" * 43]
    wrong += ["lotse_", "x" * 5000]
    wrong += [push._hash_of(right), f"lotse_{push._hash_of(right)}", "lotse_%", "lotse_' or '1'='1"]
    before = dump(database)
    for secret in wrong:
        for cookie in (None, town.secrets["admin"]):
            answer = await pushed(town, secret, cookie)
            assert answer.status_code == 401, secret
            assert told_wrongly("guest", answer.text) == []
    assert dump(database) == before
    assert (await pushed(town, right)).status_code == 200
    assert dump(database) != before


@pytest.mark.anyio
async def test_what_is_pushed_brings_back_nothing_of_other_lines(town: Town, database: Database) -> None:
    """The answer counts, and says of the rows that were sent what is wrong with them."""
    lines = [
        {**RECORD, "order": f"{WORDS['foreign']} coming", "school": town.own.name},
        {**RECORD, "school": "Fremdes Fel"},
        {**RECORD, "order": "2", "school": town.own.name, "stage": "Unsinn"},
    ]
    before = dump(database)
    tried = await pushed(town, town.supplied.secret, lines=lines, dry_run=True)
    taken = await pushed(town, town.supplied.secret, lines=lines)
    for answer in (tried, taken):
        assert answer.status_code == 200
        report = answer.json()
        # Lines that stand in the list no more, by their numbers in it alone.
        assert {frozenset(line) for line in report.pop("no_longer_listed")} == {frozenset(("order", "line"))}
        told = json.dumps(report, ensure_ascii=False)
        assert not [word for word in (*WORDS.values(), FORMER, *FUNDING, REMARK) if word in told]
    assert dump(database) != before
    async with browser() as client:
        for method in ("GET", "PUT", "DELETE"):
            headers = {**OWN, "authorization": f"Bearer {town.supplied.secret}"}
            assert (await client.request(method, PUSH, headers=headers)).status_code == 405
        for path in ("/lieferungen/liste.csv", "/lieferungen/ratsauskunft.csv", "/lieferungen/drucken"):
            headers = {**OWN, "authorization": f"Bearer {town.supplied.secret}"}
            assert (await client.get(path, headers=headers)).status_code in {303, 403, 404}, path
