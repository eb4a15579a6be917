"""Signing in and out over HTTP, and what an attacker gets instead."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from core.people import sessions
from core.people.actor import OPERATOR
from core.people.demo import demo_people
from core.people.entrance import TICKET, Entrance
from core.people.passwords import hashed
from core.people.register import add_person
from core.people.roles import Role
from core.people.sign_in import TRIES_FOR_AN_EMAIL
from core.people.tables import PersonRow, SignedInRow
from tests.ui.sign_in.conftest import browser
from ui.sign_in import ways
from ui.sign_in.service_routes import PURPOSE
from ui.texts import ENGLISH, GERMAN

pytestmark = pytest.mark.anyio
EMAIL, PASSWORD = "anna@schule.example", "drei Hasen tanzen Walzer"
FORM = {"email": EMAIL, "password": PASSWORD}
ROLE = Role.TEACHER


def account(door: Entrance, email: str = EMAIL, role: Role | None = ROLE) -> int:
    with door.database.write.begin() as db:
        person = add_person(db, "Anna <b>Sommer</b>", email, role, [], OPERATOR, datetime.now(UTC))
        db.get_one(PersonRow, person.id).password = hashed(PASSWORD)
    return person.id


async def test_the_right_password_leads_on_with_a_cookie(door: Entrance) -> None:
    account(door)
    async with browser() as client:
        response = await client.post("/anmelden?weiter=/konto", data=FORM)
        assert (response.status_code, response.headers["location"]) == (303, "/konto")
        assert (await client.get("/konto")).text == "<p>a page</p>"


async def test_the_cookie_is_out_of_reach_for_scripts_and_other_sites(door: Entrance) -> None:
    account(door)
    async with browser() as client:
        cookie = (await client.post("/anmelden", data=FORM)).headers["set-cookie"]
    name, *flags = cookie.lower().split("; ")
    assert name.startswith("lotse=")
    assert {"httponly", "samesite=lax", "path=/"} <= set(flags)
    assert not any(flag.startswith(("max-age", "expires", "domain")) for flag in flags), (
        "goes with the browser"
    )


async def test_with_tls_the_cookie_insists_on_it(settings: pytest.MonkeyPatch) -> None:
    settings.setenv("LOTSE_PUBLIC_URL", "https://lotse.example.org")
    import ui.portal

    account(ui.portal.entrance())
    async with browser("https://lotse.example.org") as client:
        response = await client.post("/anmelden", data=FORM)
        assert response.headers["set-cookie"].startswith("__Host-lotse=")
        assert "; Secure" in response.headers["set-cookie"]
        assert response.headers["strict-transport-security"] == "max-age=31536000"
        policy = response.headers["content-security-policy"]
        assert "connect-src 'self' wss://lotse.example.org;" in policy
        assert "form-action 'self';" in policy


async def test_who_wants_to_stay_stays(door: Entrance) -> None:
    account(door)
    async with browser() as client:
        response = await client.post("/anmelden", data=FORM | {"lasting": "1"})
        assert "Max-Age=7776000" in response.headers["set-cookie"]


async def test_an_administrator_s_cookie_goes_with_the_browser_in_any_case(door: Entrance) -> None:
    account(door, role=Role.ADMIN)
    async with browser() as client:
        response = await client.post("/anmelden", data=FORM | {"lasting": "1"})
        assert "Max-Age" not in response.headers["set-cookie"]


async def test_a_secret_planted_before_signing_in_is_worth_nothing_afterwards(door: Entrance) -> None:
    """Session fixation."""
    account(door)
    async with browser() as client:
        client.cookies.set("lotse", "planted")
        await client.post("/anmelden", data=FORM)
        assert client.cookies.get("lotse", domain="localhost.local") != "planted"
    assert sessions.recognise(door.database, "planted", datetime.now(UTC)) is None


async def test_signing_in_again_ends_the_session_before(door: Entrance) -> None:
    account(door)
    async with browser() as client:
        first = (await client.post("/anmelden", data=FORM)).cookies["lotse"]
        await client.post("/anmelden", data=FORM)
    assert sessions.recognise(door.database, first, datetime.now(UTC)) is None


@pytest.mark.parametrize("email", [EMAIL, "niemand@schule.example"])
async def test_a_stranger_learns_nothing_about_who_exists(door: Entrance, email: str) -> None:
    account(door)
    async with browser() as client:
        response = await client.post("/anmelden", data={"email": email, "password": "geraten"})
    assert response.status_code == 401
    assert GERMAN.sign_in.wrong in response.text
    assert "set-cookie" not in response.headers


async def test_the_two_refusals_differ_in_nothing_but_what_was_typed(door: Entrance) -> None:
    account(door)
    async with browser() as client:
        known = await client.post("/anmelden", data={"email": EMAIL, "password": "geraten"})
        other = await client.post("/anmelden", data={"email": "nobody@schule.example", "password": "geraten"})
    assert known.text.replace(EMAIL, "") == other.text.replace("nobody@schule.example", "")
    assert known.status_code == other.status_code


async def test_brute_force_runs_into_growing_waits(door: Entrance) -> None:
    account(door)
    async with browser() as client:
        for _ in range(TRIES_FOR_AN_EMAIL):
            await client.post("/anmelden", data={"email": EMAIL, "password": "geraten"})
        response = await client.post("/anmelden", data=FORM)
    assert response.status_code == 429
    assert 0 < int(response.headers["retry-after"]) <= 30
    assert "Das waren zu viele Versuche. Bitte warten Sie" in response.text
    assert "set-cookie" not in response.headers


# other sites


@pytest.mark.parametrize(
    "says",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {},
    ],
    ids=str,
)
@pytest.mark.parametrize("way", [ways.SIGN_IN, ways.DEMO, ways.SIGN_OUT, ways.FORGOTTEN, ways.NEW_PASSWORD])
async def test_no_other_site_s_form_counts(door: Entrance, way: str, says: dict[str, str]) -> None:
    """Cross-site request forgery, of the sign-in itself as well."""
    account(door)
    async with browser() as client:
        del client.headers["sec-fetch-site"]
        response = await client.post(way, data=FORM, headers=says)
        assert response.status_code in {403, 410}
        assert "lotse=" not in response.headers.get("set-cookie", "")


async def test_an_older_browser_that_only_says_origin_is_served(door: Entrance) -> None:
    account(door)
    async with browser() as client:
        del client.headers["sec-fetch-site"]
        response = await client.post("/anmelden", data=FORM, headers={"origin": "http://localhost:8501"})
        assert response.status_code == 303


async def test_another_site_s_link_signs_nobody_out(door: Entrance) -> None:
    account(door)
    async with browser() as client:
        await client.post("/anmelden", data=FORM)
        response = await client.get("/abmelden", headers={"sec-fetch-site": "cross-site"})
        assert GERMAN.sign_in.sign_out_title in response.text
        assert (await client.get("/konto")).status_code == 200


# open redirects


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "javascript:alert(1)",
        "http:evil.example",
        "evil.example",
        " //evil.example",
        "/" + "a" * 3000,
        "/anmelden?weiter=/konto",
        "/abmelden",
        "/%61bmelden",
    ],
)
async def test_signing_in_never_leads_elsewhere(door: Entrance, elsewhere: str) -> None:
    account(door)
    async with browser() as client:
        response = await client.post("/anmelden", params={"weiter": elsewhere}, data=FORM)
        assert (response.status_code, response.headers["location"]) == (303, "/")


@pytest.mark.parametrize(
    "own", ["/", "/konto", "/?frage=Wie+geht+das%3F&lang=en", "/personen?person=3#unten"]
)
def test_ways_within_the_portal_are_kept(own: str) -> None:
    assert ways.own_way(own) == own


# links


@pytest.mark.parametrize("way", ["/konto", "/personen?person=3", "/?frage=WLAN%20weg&lang=en"])
async def test_a_link_survives_the_sign_in(door: Entrance, way: str) -> None:
    account(door)
    async with browser() as client:
        sent = await client.get(way)
        assert sent.status_code == 303
        page = await client.get(sent.headers["location"])
        assert page.status_code == 200
        assert (ENGLISH if "lang=en" in way else GERMAN).sign_in.lead_wanted in page.text
        on = await client.post(sent.headers["location"], data=FORM)
        assert on.headers["location"] == way


async def test_who_is_signed_in_already_goes_straight_on(door: Entrance) -> None:
    account(door)
    async with browser() as client:
        await client.post("/anmelden", data=FORM)
        assert (await client.get("/anmelden?weiter=/konto")).headers["location"] == "/konto"


async def test_an_address_that_is_none_is_told_so(door: Entrance) -> None:
    async with browser() as client:
        response = await client.get("/gibt/es/nicht")
        assert response.status_code == 404
        assert GERMAN.frame.not_found in response.text


async def test_no_address_makes_the_portal_link_elsewhere(door: Entrance) -> None:
    async with browser() as client:
        page = await client.get("http://localhost:8501//evil.example/x")
    assert page.status_code == 404
    assert "evil.example" not in page.text


@pytest.mark.parametrize("path", ["/hilfe", "/datenschutz"])
async def test_help_and_privacy_are_open_to_all(door: Entrance, path: str) -> None:
    async with browser() as client:
        assert (await client.get(path)).text == "<p>a page</p>"


@pytest.mark.parametrize(("opened", "status"), [("ask", 200), ("nothing", 303), ("library", 303)])
async def test_asking_is_open_where_the_settings_say_so(
    settings: pytest.MonkeyPatch, opened: str, status: int
) -> None:
    settings.setenv("LOTSE_OPEN", opened)
    async with browser() as client:
        assert (await client.get("/")).status_code == status


# signing out


async def test_signing_out_ends_the_session_and_takes_the_cookie_back(door: Entrance) -> None:
    account(door)
    async with browser() as client:
        secret = (await client.post("/anmelden", data=FORM)).cookies["lotse"]
        response = await client.get("/abmelden")
        assert 'lotse=""' in response.headers["set-cookie"]
        assert "Max-Age=0" in response.headers["set-cookie"]
        assert GERMAN.sign_in.signed_out in (await client.get(response.headers["location"])).text
    assert sessions.recognise(door.database, secret, datetime.now(UTC)) is None


# the demonstration


async def test_in_a_demonstration_one_click_is_enough(settings: pytest.MonkeyPatch) -> None:
    settings.setenv("LOTSE_DEMO", "true")
    import ui.portal

    door = ui.portal.entrance()
    with door.database.read() as db:
        people = demo_people(db)
    assert {person.role for person in people} == set(Role)
    async with browser() as client:
        page = await client.get("/anmelden")
        assert all(person.name in page.text for person in people)
        response = await client.post(ways.DEMO, data={"person": str(people[0].id)})
        assert response.status_code == 303
        assert (await client.get("/konto")).status_code == 200


async def test_outside_a_demonstration_nobody_made_up_comes_in(settings: pytest.MonkeyPatch) -> None:
    settings.setenv("LOTSE_DEMO", "true")
    import ui.portal

    door = ui.portal.entrance()
    with door.database.read() as db:
        person = demo_people(db)[0].id
    async with browser() as client:
        await client.post(ways.DEMO, data={"person": str(person)})
        settings.setenv("LOTSE_DEMO", "false")
        ui.portal.entrance.clear()
        assert (await client.get("/konto")).status_code == 303, "the session has ended too"
        assert "Anna Sommer" not in (await client.get("/anmelden")).text
        assert (await client.post(ways.DEMO, data={"person": str(person)})).status_code == 403


async def test_whom_a_visitor_has_added_is_nobody_to_be(settings: pytest.MonkeyPatch) -> None:
    settings.setenv("LOTSE_DEMO", "true")
    import ui.portal

    door = ui.portal.entrance()
    with door.database.write.begin() as db:
        admin = next(person for person in demo_people(db) if person.role is Role.ADMIN)
        added = add_person(db, "Wörter", "w@x.example", Role.ADMIN, [], admin, datetime.now(UTC))
    async with browser() as client:
        assert "Wörter" not in (await client.get("/anmelden")).text
        assert (await client.post(ways.DEMO, data={"person": str(added.id)})).status_code == 403
        assert (await client.post(ways.DEMO, data={"person": str(admin.id)})).status_code == 303


async def test_with_real_people_in_it_a_demonstration_is_over(settings: pytest.MonkeyPatch) -> None:
    settings.setenv("LOTSE_DEMO", "true")
    import ui.portal

    door = ui.portal.entrance()
    account(door)
    async with browser() as client:
        response = await client.post(ways.DEMO, data={"person": "1"})
        assert response.status_code == 403
        assert GERMAN.sign_in.demo_over in response.text


@pytest.mark.parametrize("person", ["", "0", "x", "-1", "999999", "1;drop table people", "²"])
async def test_nobody_is_nobody_in_a_demonstration_either(settings: pytest.MonkeyPatch, person: str) -> None:
    settings.setenv("LOTSE_DEMO", "true")
    async with browser() as client:
        assert (await client.post(ways.DEMO, data={"person": person})).status_code == 403


async def test_only_made_up_people_are_signed_in_by_a_click(settings: pytest.MonkeyPatch) -> None:
    settings.setenv("LOTSE_DEMO", "true")
    import ui.portal

    real = account(ui.portal.entrance())
    async with browser() as client:
        assert (await client.post(ways.DEMO, data={"person": str(real)})).status_code == 403
    with ui.portal.entrance().database.read() as db:
        assert db.scalars(select(SignedInRow)).all() == []


# what stands on the page


async def test_what_was_typed_comes_back_as_text(door: Entrance) -> None:
    hostile = '"><script>alert(1)</script>@x.example'
    async with browser() as client:
        response = await client.post("/anmelden", data={"email": hostile, "password": "x"})
    assert "<script" not in response.text
    assert "&lt;script&gt;" in response.text


@pytest.mark.parametrize("way", ["/anmelden", "/abmelden", "/passwort", "/passwort/neu", "/nichts"])
async def test_these_pages_run_no_scripts_and_are_kept_by_nobody(door: Entrance, way: str) -> None:
    async with browser() as client:
        headers = (await client.get(way, headers={"sec-fetch-site": "none"})).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "script-src" not in headers["content-security-policy"]
    assert headers["cache-control"] == "no-store"
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"


async def test_without_local_accounts_there_is_no_password_form(settings: pytest.MonkeyPatch) -> None:
    settings.setenv("LOTSE_LOCAL_ACCOUNTS", "false")
    import ui.portal

    account(ui.portal.entrance())
    async with browser() as client:
        assert 'type="password"' not in (await client.get("/anmelden")).text
        response = await client.post("/anmelden", data=FORM)
        assert response.status_code == 404
        assert "set-cookie" not in response.headers


async def test_where_no_service_signs_in_no_ticket_does(door: Entrance) -> None:
    """Not even one that is signed rightly: a stolen copy of the secret is not enough."""
    ticket = door.signer.sign(TICKET, [account(door), door.signer.hash(TICKET, "number")])
    waits = door.signer.sign(PURPOSE, {"to": "/", "number": "number", "since": 0})
    async with browser() as client:
        client.cookies.set(door.waiting_cookie, waits)
        response = await client.get(ways.way(ways.FROM_SERVICE, ticket=ticket))
    assert response.headers["location"] == ways.SIGN_IN
    assert "set-cookie" not in response.headers
