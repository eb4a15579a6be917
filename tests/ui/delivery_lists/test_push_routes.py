"""The interface for other systems: who has a token hands lists in and gets nothing else."""

from __future__ import annotations

import gzip
import json
import logging
from collections.abc import AsyncIterator, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

import httpx
import pytest
import yaml
from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import validate
from sqlalchemy import select
from starlette.applications import Starlette
from starlette.middleware import Middleware

import ui.delivery_lists.push_routes
import ui.portal
from core.database import Database
from core.people import sessions
from core.people.actor import OPERATOR
from core.people.roles import Role
from deliveries.push import make_token, revoke_token, tokens
from deliveries.reading.headings import Column
from deliveries.reading.lines import Fault
from deliveries.tables import ImportRow, LineChangeRow, OrderLineRow
from tests.trainings.made import Made
from ui.delivery_lists.push_routes import DESCRIPTION, WAY
from ui.delivery_lists.pushed import Pushed
from ui.front_door import FrontDoor
from ui.guards import Guards
from ui.routes import ROUTES

pytestmark = pytest.mark.anyio

BASE = "https://lotse.example"
SCHOOL = "GS Am Westring"
LINE = {"order": "A-1", "school": SCHOOL, "device": "iPad", "ordered": 3, "stage": "Beauftragt"}
SPEC = yaml.safe_load(DESCRIPTION.read_text("utf-8"))
POST = SPEC["paths"][WAY]["post"]
EXAMPLES = POST["requestBody"]["content"]["application/json"]["examples"]


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    monkeypatch.setenv("LOTSE_HOME", str(tmp_path))
    monkeypatch.setenv("LOTSE_PUBLIC_URL", BASE)
    ui.portal.entrance.clear()
    database = ui.portal.entrance().database
    Made(database).school(SCHOOL)
    yield database
    database.close()
    ui.portal.entrance.clear()


@pytest.fixture
def secret(database: Database) -> str:
    with database.write.begin() as db:
        return make_token(db, "Ticketsystem", OPERATOR, datetime.now(UTC))


async def sent(
    body: Any,
    secret: str | None,
    *,
    method: str = "POST",
    way: str = WAY,
    cookies: dict[str, str] | None = None,
    headers: Mapping[str, str] = MappingProxyType({}),
) -> httpx.Response:
    """What another system gets; `body` is sent as JSON unless it is bytes or comes in pieces."""
    known = {"content-type": "application/json", **headers}
    if secret is not None:
        known["authorization"] = f"Bearer {secret}"
    content = json.dumps(body).encode() if isinstance(body, dict | list) else body
    app = Starlette(routes=ROUTES, middleware=[Middleware(Guards), Middleware(FrontDoor)])
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url=BASE, cookies=cookies) as client:
        return await client.request(method, way, headers=known, content=content)


def list_of(*lines: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"lines": [LINE | line for line in lines], **more}


def kept(database: Database) -> list[str]:
    with database.read() as db:
        rows = [
            row for table in (OrderLineRow, LineChangeRow, ImportRow) for row in db.scalars(select(table))
        ]
    return [str({k: v for k, v in vars(row).items() if k[0] != "_"}) for row in rows]


def demand(schema: dict[str, Any], told: Any) -> None:
    """The schema of the description holds for it."""
    OAS31Validator({**schema, "components": SPEC["components"]}).validate(told)


def demand_documented(response: httpx.Response) -> None:
    content = POST["responses"][str(response.status_code)]["content"]
    demand(content["application/json"]["schema"], response.json())


async def test_a_list_is_taken_and_told_of(database: Database, secret: str) -> None:
    response = await sent(list_of({"planned_date": "Mai 2024"}, name=" Lieferstand\x1b "), secret)
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/json"
    assert response.headers["cache-control"] == "no-store"
    demand_documented(response)
    report = response.json()
    assert (report["accepted"], report["rows_ok"], report["created"]) == (True, 1, 1)
    with database.read() as db:
        [line], [came] = db.scalars(select(OrderLineRow)).all(), db.scalars(select(ImportRow)).all()
        [token] = tokens(db, OPERATOR)
    assert (line.order_number, line.position, line.ordered) == ("A-1", 1, 3)
    assert (line.promised_written, line.stage) == ("Mai 2024", "commissioned")
    assert (came.name, came.way, came.accepted, came.by_id) == ("Lieferstand", "http", True, None)
    assert token.used_at is not None


async def test_the_same_list_again_changes_nothing(database: Database, secret: str) -> None:
    for told in ("created", "unchanged"):
        response = await sent(list_of({}, {"position": 2}), secret)
        assert response.json()[told] == 2
    with database.read() as db:
        assert {row.import_id for row in db.scalars(select(LineChangeRow))} == {1}
        assert {row.name for row in db.scalars(select(ImportRow))} == {"Ticketsystem"}  # of the token


async def test_a_row_with_a_fault_is_told_by_its_place(database: Database, secret: str) -> None:
    response = await sent(list_of({}, {"position": 2, "stage": "unterwegs"}), secret)
    assert response.status_code == 200
    demand_documented(response)
    report = response.json()
    assert (report["rows_ok"], report["created"]) == (1, 1)
    [error] = report["row_errors"]
    assert [error[key] for key in ("line", "column", "value", "kind")] == [
        2,
        "stage",
        "unterwegs",
        "unknown_stage",
    ]


async def test_a_dry_run_writes_nothing(database: Database, secret: str) -> None:
    response = await sent(list_of({}, dry_run=True), secret)
    assert (response.status_code, response.json()["created"]) == (200, 1)
    assert (await sent({"lines": [], "dry_run": True}, secret)).status_code == 422
    assert kept(database) == []


async def test_a_younger_list_is_not_overwritten(database: Database, secret: str) -> None:
    await sent(list_of({"stage": "Montiert"}, as_of="2024-03-04"), secret)
    old = list_of({}, as_of="2024-02-05")
    assert (await sent(old, secret)).json()["outdated"] == 1
    assert (await sent(old | {"older": True}, secret)).json()["changed"] == 1


async def test_a_complete_list_names_what_it_lacks(database: Database, secret: str) -> None:
    await sent(list_of({}, {"position": 2}), secret)
    response = await sent(list_of({}, full=True), secret)
    demand_documented(response)
    assert response.json()["no_longer_listed"] == [{"order": "A-1", "line": 2}]


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "Bearer",
        "Bearer ",
        "Bearer lotse_",
        "Bearer lotse_" + "x" * 43,
        "Bearer lotse_" + "x" * 5000,
        "Basic {secret}",
        "{secret}",
        "Bearer {secret}x",
        "Bearer  {secret}",
    ],
)
async def test_without_a_valid_token_nothing_is_taken(
    database: Database, secret: str, header: str | None
) -> None:
    headers = {} if header is None else {"authorization": header.format(secret=secret)}
    response = await sent(list_of({}), None, headers=headers)
    assert response.status_code == 401
    assert response.headers["www-authenticate"] == "Bearer"
    demand_documented(response)
    assert kept(database) == []


async def test_a_revoked_token_opens_nothing(database: Database, secret: str) -> None:
    with database.write.begin() as db:
        revoke_token(db, 1, OPERATOR, datetime.now(UTC))
    assert (await sent(list_of({}), secret)).status_code == 401
    assert kept(database) == []


async def test_a_token_that_is_revoked_while_the_body_comes_opens_nothing(
    database: Database, secret: str
) -> None:
    async def body() -> AsyncIterator[bytes]:
        with database.write.begin() as db:
            revoke_token(db, 1, OPERATOR, datetime.now(UTC))
        yield json.dumps(list_of({})).encode()

    assert (await sent(body(), secret)).status_code == 401
    assert kept(database) == []


async def test_a_session_is_no_token_and_a_token_no_session(database: Database, secret: str) -> None:
    admin = Made(database).person(role=Role.ADMIN)
    with database.write.begin() as db:
        session = sessions.begin(db, admin.id, lasting=False, now=datetime.now(UTC))
    cookies = {ui.portal.entrance().cookie: session}
    assert (await sent(list_of({}), None, cookies=cookies)).status_code == 401
    assert (await sent(list_of({}), session)).status_code == 401
    assert (await sent(None, secret, method="GET", way="/konto/daten.json")).status_code == 404
    assert kept(database) == []


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH"])
async def test_lists_can_only_be_handed_in(database: Database, secret: str, method: str) -> None:
    response = await sent(None, secret, method=method)
    assert (response.status_code, response.headers["allow"]) == (405, "POST")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"\xff\xfe{}", 400),
        (b"[" * 200_000, 400),
        (b'{"lines": [{"order": "\\ud800"}]}', 400),
        (b"Bestellnummer;Schule\n", 400),
        ([], 422),
        ({}, 422),
        ({"lines": {}}, 422),
        ({"lines": [1]}, 422),
        ({"lines": [[]]}, 422),
        (list_of({"room": ["A"]}), 422),
        (list_of({"ordered": True}), 422),
        (list_of({}, dry_run="yes"), 422),
        (list_of({}, dry_run=1), 422),
        (list_of({}, as_of="5.2.2024"), 422),
        (list_of({}, as_of="2999-01-01"), 422),
        (list_of({}, name="x" * 201), 422),
        ({"lines": [], "name": "leer"}, 422),
        (json.dumps(list_of({"ordered": float("nan")})).encode(), 422),
        (b'{"lines": [{"ordered": 1e999}]}', 422),
    ],
)
async def test_what_is_not_as_described_is_refused_as_a_whole(
    database: Database, secret: str, body: Any, status: int
) -> None:
    response = await sent(body, secret)
    assert response.status_code == status
    demand_documented(response)
    with database.read() as db:
        assert db.scalars(select(OrderLineRow)).all() == []


@pytest.mark.parametrize("wrong", [{"dryrun": True}, {"lines": [LINE | {"planed_date": "Mai 2024"}]}])
async def test_a_misspelled_field_is_named_and_nothing_taken(
    database: Database, secret: str, wrong: dict[str, Any]
) -> None:
    response = await sent(list_of({}) | wrong, secret)
    assert response.status_code == 422
    assert any(name in response.json()["refusal"] for name in ("dryrun", "lines.0.planed_date"))
    assert kept(database) == []


async def test_many_faults_are_not_all_told(database: Database, secret: str) -> None:
    response = await sent({"lines": [{"room": []}] * 5_000}, secret)
    assert response.status_code == 422
    assert len(response.content) < 1_000


async def test_other_types_and_compressed_bodies_are_refused(database: Database, secret: str) -> None:
    body = json.dumps(list_of({})).encode()
    for headers in (
        {"content-type": "text/csv"},
        {"content-type": "multipart/form-data"},
        {"content-type": ""},
        {"content-encoding": "gzip"},
    ):
        content = gzip.compress(body) if "content-encoding" in headers else body
        response = await sent(content, secret, headers=headers)
        assert response.status_code == 415
        demand_documented(response)
    assert kept(database) == []
    assert (
        await sent(body, secret, headers={"content-type": "Application/JSON; charset=utf-8"})
    ).status_code == 200


async def test_a_body_that_is_too_large_is_not_read_to_its_end(
    database: Database, secret: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ui.delivery_lists.push_routes, "LARGEST_BODY", 3_000)
    read = 0

    async def body() -> AsyncIterator[bytes]:
        nonlocal read
        for _ in range(100):
            read += 1_000
            yield b" " * 1_000

    response = await sent(body(), secret)
    assert response.status_code == 413
    demand_documented(response)
    assert read < 10_000
    for told in ("3001", "9" * 400, "-1", "x"):
        assert (await sent(b" ", secret, headers={"content-length": told})).status_code == 413
    assert (await sent(list_of({}), secret)).status_code == 200


async def test_without_a_token_no_body_is_read(database: Database) -> None:
    pieces = []

    async def body() -> AsyncIterator[bytes]:
        pieces.append(1)
        yield b"{}"

    assert (await sent(body(), "lotse_no")).status_code == 401
    assert pieces == []


async def test_what_breaks_is_told_without_names(
    database: Database, secret: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def breaks(*_given: Any) -> None:
        raise RuntimeError(SCHOOL)

    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr(ui.delivery_lists.push_routes, "hand_in", breaks)
    response = await sent(list_of({}), secret)
    assert response.status_code == 500
    demand_documented(response)
    assert "RuntimeError" in caplog.text
    for hidden in (SCHOOL, secret):
        assert hidden not in caplog.text + response.text


async def test_no_names_reach_the_log(
    database: Database, secret: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    await sent(list_of({}, {"position": 2, "school": "GS Nirgends"}), secret)
    await sent(list_of({}, as_of="2999-01-01"), secret)
    for hidden in (SCHOOL, "GS Nirgends", secret, "A-1"):
        assert hidden not in caplog.text


async def test_the_description_is_open_to_all_and_valid(database: Database) -> None:
    response = await sent(None, None, method="GET", way="/schnittstelle/openapi.yaml")
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("application/yaml")
    validate(yaml.safe_load(response.text))


@pytest.mark.parametrize("name", EXAMPLES)
async def test_each_example_of_the_description_works(database: Database, secret: str, name: str) -> None:
    example = EXAMPLES[name]["value"]
    demand(POST["requestBody"]["content"]["application/json"]["schema"], example)
    response = await sent(example, secret)
    assert response.status_code == 200
    demand_documented(response)
    faults = 1 if name == "withAFault" else 0
    report = response.json()
    assert (report["rows_ok"], len(report["row_errors"])) == (len(example["lines"]) - faults, faults)
    with database.read() as db:
        assert len(db.scalars(select(OrderLineRow)).all()) == (0 if name == "dryRun" else report["rows_ok"])


def test_the_description_knows_all_fields_and_faults() -> None:
    schemas = SPEC["components"]["schemas"]
    assert set(schemas["Line"]["properties"]) == {column.value for column in Column}
    assert set(schemas["RowError"]["properties"]["kind"]["enum"]) == {fault.value for fault in Fault}
    fields = Pushed.model_fields
    assert set(schemas["List"]["properties"]) == set(fields)
    demand(
        {"$ref": "#/components/schemas/Report"},
        POST["responses"]["200"]["content"]["application/json"]["example"],
    )
