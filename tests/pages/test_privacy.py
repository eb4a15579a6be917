"""Privacy: periods from the settings, only what this portal does, a word where the operator is unset."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

import ui.portal
from tests.pages.conftest import Visit, words
from tests.pages.test_help_page import SERVICE, section
from ui.privacy import months, span
from ui.texts import ENGLISH, GERMAN

P = GERMAN.privacy


@pytest.fixture
def page(visit: Visit) -> Callable[..., AppTest]:
    return lambda **address: visit(**address).switch_page("../pages/privacy.py").run()


def test_everyone_may_read_it(page: Visit) -> None:
    at = page()
    assert not at.exception
    assert f"<h1>{P.title}</h1>" in words(at)
    assert f"<h1>{ENGLISH.privacy.title}</h1>" in words(page(lang="en"))


def test_periods_are_those_of_the_settings(page: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOTSE_KEEP_PEOPLE_MONTHS", "7")
    monkeypatch.setenv("LOTSE_KEEP_AUDIT_MONTHS", "8")
    monkeypatch.setenv("LOTSE_KEEP_FEEDBACK_MONTHS", "1")
    at = page()
    assert "höchstens 7 Monate nach Ihrem letzten Besuch" in section(at, P.kept)
    assert "8 Monate. Wird Ihr Konto gelöscht" in section(at, P.kept)
    assert "ohne Namen, für 1 Monat." in section(at, P.questions)


def test_periods_are_those_the_code_keeps_to(page: Visit) -> None:
    said = section(page(), P.kept)
    assert "sonst höchstens 12 Stunden, mit „Angemeldet bleiben“ höchstens 90 Tage" in said
    assert "1 Stunde.</p>" in said
    assert "30 Tage nach dem Versand" in said
    assert "24 Monate nach dem Termin; ohne Platz 6 Monate nach dem Termin." in said
    assert "danach bis 12 Monate nach dem Wunsch" in said


def test_nothing_is_left_to_be_filled_in(page: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in SERVICE.items():
        monkeypatch.setenv(name, value)
    for language in ("de", "en"):
        parts = [str(element.value) for element in page(lang=language).html]
        assert [part for part in parts if "{" in part and not part.startswith("<style>")] == []


def test_who_runs_it_is_told_as_text(page: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOTSE_OPERATOR", "Stadt <Test>")
    monkeypatch.setenv("LOTSE_PRIVACY_CONTACT", "datenschutz@stadt.example")
    said = section(page(), P.responsible)
    assert P.operator.format(operator="Stadt &lt;Test&gt;") in said
    assert P.officer.format(contact="datenschutz@stadt.example") in said
    assert "LOTSE_" not in said


def test_an_operator_who_is_unset_is_told_so(page: Visit) -> None:
    said = section(page(), P.responsible)
    assert P.operator_unset in said
    assert P.officer_unset in said


def test_only_roles_with_the_right_see_people_and_log(page: Visit) -> None:
    said = section(page(), P.seen_by)
    assert P.seen_by_managers.format(roles="Verwaltung") in said
    assert P.seen_by_log_readers.format(roles="Verwaltung") in said
    assert P.seen_by_trainers.format(roles="Schulträger-Team, Verwaltung") in said


def test_cookies_of_a_sign_in_service_are_named_only_where_there_is_one(
    page: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = section(page(), P.cookies)
    assert "<strong>lotse</strong>" in said
    assert "<strong>_streamlit_xsrf</strong>" in said
    assert "_streamlit_user" not in said
    for name, value in SERVICE.items():
        monkeypatch.setenv(name, value)
    ui.portal.entrance.clear()  # as after a restart
    at = page()
    for cookie in ("lotse_waiting", "_streamlit_user", "_streamlit_session"):
        assert cookie in section(at, P.cookies)
    assert P.seen_by_service in section(at, P.seen_by)
    assert P.service.what in section(at, P.kept)


def test_without_accounts_of_its_own_the_portal_keeps_no_passwords(
    page: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert P.password.what in section(page(), P.kept)
    for name, value in {**SERVICE, "LOTSE_LOCAL_ACCOUNTS": "false"}.items():
        monkeypatch.setenv(name, value)
    assert P.password.what not in section(page(), P.kept)


def test_rights_lead_to_the_account(page: Visit) -> None:
    assert 'href="/konto?lang=de"' in section(page(), P.rights)


def test_periods_are_written_as_people_say_them() -> None:
    assert [span(timedelta(hours=h), GERMAN) for h in (1, 12, 24, 48)] == [
        "1 Stunde",
        "12 Stunden",
        "24 Stunden",
        "2 Tage",
    ]
    assert [months(number, ENGLISH) for number in (1, 24)] == ["1 month", "24 months"]
