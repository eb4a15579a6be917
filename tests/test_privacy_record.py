"""The record for the data protection officer names every table, and every column that is about people."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sqlalchemy import Table

import core.audit
import core.mail.tables
import core.people.tables
import deliveries.tables
import knowledge.label_tables
import knowledge.tables
import retriever.feedback
import trainings.seats.tables
import trainings.tables
import trainings.wishes.tables
from core.database import Base
from core.mail.outbox import KEEP
from core.people.attempts import FORGOTTEN_AFTER
from core.people.password_links import LASTS
from core.people.sessions import LASTING, SHORT
from core.settings import Settings
from trainings.tidying import KEEP as SEATS
from ui.privacy import months, span
from ui.texts import GERMAN

RECORD = (Path(__file__).resolve().parents[1] / "docs" / "privacy.md").read_text(encoding="utf-8")
MAPPED = (
    core.audit,
    core.mail.tables,
    core.people.tables,
    deliveries.tables,
    knowledge.label_tables,
    knowledge.tables,
    retriever.feedback,
    trainings.seats.tables,
    trainings.tables,
    trainings.wishes.tables,
)
WITHOUT_PEOPLE = {
    "schools",
    "sites",
    "documents",
    "sections",
    "passages",
    "questions",
    "library",
    "labels",
    "scans",
    "trainings",
    "resources",
    "date_resources",
    "school_holidays",
    "order_lines",
    "delivery_profiles",
    "milestones",
    "milestone_schools",
}
TABLES = dict(Base.metadata.tables)
PERSONAL = [table for name, table in TABLES.items() if name not in WITHOUT_PEOPLE]


def section(heading: str) -> str:
    return RECORD.split(f"## {heading}\n")[1].split("\n## ")[0]


def test_every_module_with_tables_is_looked_at() -> None:
    assert {mapper.class_.__module__ for mapper in Base.registry.mappers} == {m.__name__ for m in MAPPED}


@pytest.mark.parametrize("table", PERSONAL, ids=lambda table: table.name)
def test_every_column_about_people_is_named(table: Table) -> None:
    missing = [column.name for column in table.columns if f"`{table.name}.{column.name}`" not in RECORD]
    assert missing == []


def test_tables_without_people_are_named_as_such_and_refer_to_nobody() -> None:
    assert set(re.findall(r"`(\w+)`", section("Ohne Personenbezug"))) == WITHOUT_PEOPLE
    for name in WITHOUT_PEOPLE:
        assert "people" not in {key.column.table.name for key in TABLES[name].foreign_keys}


def test_the_record_names_nothing_that_is_gone() -> None:
    named = re.findall(r"`(\w+)\.(\w+)`", RECORD)
    known = {(table.name, column.name) for table in TABLES.values() for column in table.columns}
    assert set(named) <= known


@pytest.mark.parametrize(
    ("heading", "periods"),
    [
        ("Sitzungen", [span(length, GERMAN) for length in (SHORT.whole, SHORT.idle)]),
        ("Sitzungen", [span(LASTING.whole, GERMAN), f"{LASTING.idle.days} Tagen"]),
        ("Links für ein neues Passwort", [span(LASTS, GERMAN)]),
        ("Vergebliche Anmeldungen", [span(FORGOTTEN_AFTER, GERMAN)]),
        ("Mails", [span(KEEP, GERMAN)]),
        ("Konten und Rechte", [months(Settings().keep_people_months, GERMAN)]),
        ("Protokoll", [months(Settings().keep_audit_months, GERMAN)]),
        (
            "Fortbildungen: Plätze und Wartelisten",
            [months(number, GERMAN) for number in (SEATS.seats, SEATS.gone)],
        ),
        ("Wünsche nach Fortbildungen", [months(SEATS.wishes, GERMAN)]),
        ("Rückmeldungen zu Antworten", [months(Settings().keep_feedback_months, GERMAN)]),
    ],
)
def test_periods_are_those_the_code_keeps_to(heading: str, periods: list[str]) -> None:
    for period in periods:
        assert period in section(heading)
