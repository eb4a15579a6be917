"""Who a sign-in service or a proxy names becomes the right person, and never somebody else."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from core.audit import Action, latest
from core.database import Database
from core.people.actor import OPERATOR
from core.people.claims import ClaimsRefused, Dictionary, admit, admit_by_email, dictionary
from core.people.people import unassigned
from core.people.person import Person
from core.people.register import add_person, deactivate, set_role
from core.people.roles import Role
from core.people.schools import SchoolFacts, add_school
from core.people.tables import PersonRow
from core.settings import Settings
from tests.core.people.test_sign_in import NOW, somebody

pytestmark = pytest.mark.usefixtures("cheap_hashes")

ISSUER = "https://anmeldung.example"
SILENT = Dictionary(None, {}, None)
WORDS = Dictionary(
    "realm_access.roles", {"LEHR": Role.TEACHER, "LEIT": Role.HEAD, "ADM": Role.ADMIN}, "schulen"
)


def claims(**more: Any) -> dict[str, Any]:
    return {
        "iss": ISSUER,
        "sub": "4711",
        "name": "Anna Sommer",
        "email": "Anna@Schule.example",
        "email_verified": True,
    } | more


def admitted(database: Database, said: dict[str, Any], words: Dictionary = SILENT) -> Person:
    with database.write.begin() as db:
        return admit(db, said, words, NOW)


def test_somebody_unknown_is_taken_in_without_a_role(any_database: Database) -> None:
    person = admitted(any_database, claims())
    assert (person.name, person.email, person.role, person.schools) == (
        "Anna Sommer",
        "anna@schule.example",
        None,
        (),
    )
    with any_database.read() as db:
        assert [listed.id for listed in unassigned(db, OPERATOR)] == [person.id]


def test_the_same_subject_is_the_same_person_whatever_else_has_changed(database: Database) -> None:
    first = admitted(database, claims())
    again = admitted(database, claims(name="Anna Winter", email="winter@schule.example"))
    assert (again.id, again.name, again.email) == (first.id, "Anna Winter", first.email)


def test_another_service_s_same_subject_is_somebody_else(database: Database) -> None:
    first = admitted(database, claims())
    other = admitted(database, claims(iss="https://andere.example", email="other@schule.example"))
    assert other.id != first.id


def test_a_verified_address_connects_who_is_known_already(database: Database) -> None:
    known = somebody(database, "anna@schule.example", Role.HEAD)
    person = admitted(database, claims())
    assert (person.id, person.role) == (known.id, Role.HEAD)


@pytest.mark.parametrize(
    "said", [{"email_verified": False}, {"email_verified": None}, {"email_verified": "no"}]
)
def test_an_address_that_is_not_verified_takes_over_nobody(database: Database, said: dict[str, Any]) -> None:
    somebody(database, "anna@schule.example", Role.ADMIN)
    with pytest.raises(ClaimsRefused):
        admitted(database, claims(**said))


def test_an_address_of_somebody_with_another_identity_takes_over_nobody(database: Database) -> None:
    admitted(database, claims())
    with pytest.raises(ClaimsRefused):
        admitted(database, claims(sub="4712"))


def test_nobody_becomes_a_made_up_person(database: Database) -> None:
    with database.write.begin() as db:
        add_person(db, "Demo", "anna@schule.example", Role.ADMIN, [], OPERATOR, NOW, demo=True)
    with pytest.raises(ClaimsRefused):
        admitted(database, claims())


@pytest.mark.parametrize("said", [{"sub": ""}, {"sub": None}, {"iss": ""}])
def test_claims_that_name_nobody_are_refused(database: Database, said: dict[str, Any]) -> None:
    with pytest.raises(ClaimsRefused):
        admitted(database, claims(**said))


def test_who_is_deactivated_stays_out(database: Database) -> None:
    person = admitted(database, claims())
    with database.write.begin() as db:
        deactivate(db, person.id, OPERATOR, NOW)
    with pytest.raises(ClaimsRefused):
        admitted(database, claims())


def test_a_service_that_tells_no_address_is_enough(database: Database) -> None:
    person = admitted(database, claims(email=None, name=None))
    assert person.email.endswith("@unbekannt.invalid")
    assert "4711" not in person.email
    assert admitted(database, claims(email=None)).id == person.id


def test_an_address_that_the_service_does_not_vouch_for_is_kept_from_nobody(database: Database) -> None:
    """Otherwise somebody could stand in the list with a colleague's address, and keep the colleague out."""
    stranger = admitted(database, claims(sub="4712", email_verified=False))
    assert stranger.email.endswith("@unbekannt.invalid")
    assert admitted(database, claims()).email == "anna@schule.example"


# roles and schools by claims


def with_role(*roles: str) -> dict[str, Any]:
    return claims(realm_access={"roles": list(roles)})


def test_the_claims_role_is_taken_over_and_recorded(any_database: Database) -> None:
    person = admitted(any_database, with_role("offline_access", "LEHR"), WORDS)
    assert person.role is Role.TEACHER
    with any_database.read() as db:
        assert Action.ROLE_SET in {entry.action for entry in latest(db)}


def test_of_several_roles_the_one_with_most_rights_holds(database: Database) -> None:
    assert admitted(database, with_role("LEIT", "LEHR"), WORDS).role is Role.HEAD


def test_a_word_that_no_setting_knows_gives_no_role(database: Database) -> None:
    assert admitted(database, with_role("admin", "ADMIN", "adm"), WORDS).role is None


@pytest.mark.parametrize("said", [None, "LEHR", {"roles": {"LEHR": 1}}, {"roles": 7}, {"roles": [None, 7]}])
def test_claims_of_an_odd_shape_give_no_role(database: Database, said: Any) -> None:
    assert admitted(database, claims(realm_access=said), WORDS).role is None


def test_where_the_claims_are_silent_the_administration_s_word_stays(database: Database) -> None:
    person = admitted(database, claims())
    with database.write.begin() as db:
        set_role(db, person.id, Role.TRAINER, OPERATOR, NOW)
    assert admitted(database, claims(), WORDS).role is Role.TRAINER


def test_the_last_admin_is_not_lost_through_a_claim(database: Database) -> None:
    admitted(database, with_role("ADM"), WORDS)
    assert admitted(database, with_role("LEHR"), WORDS).role is Role.ADMIN


def test_one_of_two_admins_is(database: Database) -> None:
    somebody(database, "zweite@schule.example", Role.ADMIN)
    admitted(database, with_role("ADM"), WORDS)
    assert admitted(database, with_role("LEHR"), WORDS).role is Role.TEACHER


def test_schools_are_found_by_name_or_short_name_and_others_left_out(any_database: Database) -> None:
    with any_database.write.begin() as db:
        for name, short in (("GS Am Westring", "WEST"), ("Hegel-Gymnasium", ""), ("GS Salbke", "")):
            add_school(db, SchoolFacts(name, None, short), OPERATOR, NOW)
    said = claims(schulen=["west", " hegel-GYMNASIUM", "GS Nirgendwo", ""])
    person = admitted(any_database, said, WORDS)
    assert [school.name for school in person.schools] == ["GS Am Westring", "Hegel-Gymnasium"]
    assert admitted(any_database, claims(schulen=[""]), WORDS).schools == person.schools


def test_the_settings_words_are_read() -> None:
    settings = Settings(oidc_role_claim="rolle", oidc_roles="Lehrer=teacher, Leitung = head")
    assert dictionary(settings).roles == {"Lehrer": Role.TEACHER, "Leitung": Role.HEAD}


# by a proxy


def test_a_proxy_s_address_is_the_person(any_database: Database) -> None:
    known = somebody(any_database, "anna@schule.example")
    assert admit_by_email(any_database, " Anna@schule.example", NOW) == known


def test_a_proxy_s_unknown_address_is_taken_in_once_without_a_role(database: Database) -> None:
    first = admit_by_email(database, "neu@schule.example", NOW)
    again = admit_by_email(database, "neu@schule.example", NOW + timedelta(days=2))
    assert first is not None
    assert first.role is None
    assert first == again


def test_a_proxy_lets_in_nobody_deactivated_and_nobody_made_up(database: Database) -> None:
    person = somebody(database, "weg@schule.example")
    with database.write.begin() as db:
        deactivate(db, person.id, OPERATOR, NOW)
        add_person(db, "Demo", "demo@demo.example", Role.ADMIN, [], OPERATOR, NOW, demo=True)
    assert admit_by_email(database, "weg@schule.example", NOW) is None
    assert admit_by_email(database, "demo@demo.example", NOW) is None


def test_that_a_proxy_names_somebody_is_noted_once_a_day(database: Database) -> None:
    somebody(database, "anna@schule.example")
    for hours, seen in ((0, 0), (5, 0), (25, 25)):
        admit_by_email(database, "anna@schule.example", NOW + timedelta(hours=hours))
        with database.read() as db:
            assert db.scalar(select(PersonRow.seen_at)) == NOW + timedelta(hours=seen)
