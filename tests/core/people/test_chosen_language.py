"""The language that people choose for their mails."""

from __future__ import annotations

from typing import Any

import pytest

from core.database import Database
from core.people.own_account import choose_language, language_of
from core.people.person import NotAllowed
from tests.core.people.register_made import made


def test_the_language_chosen_last_is_kept_for_this_person(any_database: Database) -> None:
    register = made(any_database)
    for language in ("de", "en"):
        with any_database.write.begin() as db:
            choose_language(db, register.teacher, language)
    with any_database.read() as db:
        assert language_of(db, register.teacher) == "en"
        assert language_of(db, register.admin) is None


@pytest.mark.parametrize("language", ["", "fr", "DE", "de/../../x"])
def test_a_language_that_no_mail_is_written_in_is_refused(database: Database, language: str) -> None:
    register = made(database)
    with database.write.begin() as db, pytest.raises(ValueError, match="no language"):
        choose_language(db, register.teacher, language)
    with database.read() as db:
        assert language_of(db, register.teacher) is None


def test_somebody_not_signed_in_has_none(database: Database) -> None:
    nobody: Any = None
    with database.write.begin() as db:
        with pytest.raises(NotAllowed):
            language_of(db, nobody)
        with pytest.raises(NotAllowed):
            choose_language(db, nobody, "de")
