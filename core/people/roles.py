"""Who may do what: the one table of rights. `docs/roles.md` tells it, and is held to it by a test."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Role(StrEnum):
    """What a person is in the schools' daily life; the names people use stand in the interface's texts."""

    TEACHER = "teacher"  # Lehrkraft
    HEAD = "head"  # Schulleitung
    ASSISTANT = "assistant"  # Digitalassistenz, at several schools
    TRAINER = "trainer"  # Trainer/in
    TEAM = "team"  # Schulträger-Team
    ADMIN = "admin"  # Verwaltung


class Right(StrEnum):
    """One thing that a person may or may not do."""

    ASK = "ask"
    READ_LIBRARY = "read_library"
    READ_ALL_DOCUMENTS = "read_all_documents"  # also those limited to other roles and schools
    OWN_ACCOUNT = "own_account"
    LABEL_DEVICES = "label_devices"  # codes to stick on devices
    MANAGE_LIBRARY = "manage_library"  # add and replace documents
    BOOK_TRAININGS = "book_trainings"  # find them, book them, wish for one
    HOLD_TRAININGS = "hold_trainings"  # participants, attendance and certificates of one's own dates
    PLAN_TRAININGS = "plan_trainings"  # all trainings, dates, rooms, machines and wishes
    SEE_DELIVERIES = "see_deliveries"  # what was ordered for one's own schools, and where it is
    SEE_FUNDING = "see_funding"  # which programme pays for it
    CONFIRM_DELIVERIES = "confirm_deliveries"  # for one's own schools
    MANAGE_DELIVERIES = "manage_deliveries"  # all schools: read lists in, change, milestones, proofs
    MANAGE_SCHOOLS = "manage_schools"
    MANAGE_PEOPLE = "manage_people"
    READ_OUTBOX = "read_outbox"  # mails that could not be sent
    READ_AUDIT_LOG = "read_audit_log"


EVERYONE = frozenset(
    {Right.ASK, Right.READ_LIBRARY, Right.OWN_ACCOUNT, Right.BOOK_TRAININGS, Right.SEE_DELIVERIES}
)

RIGHTS: Mapping[Role, frozenset[Right]] = {
    Role.TEACHER: EVERYONE,
    Role.HEAD: EVERYONE | {Right.SEE_FUNDING, Right.CONFIRM_DELIVERIES},
    Role.ASSISTANT: EVERYONE | {Right.LABEL_DEVICES, Right.CONFIRM_DELIVERIES},
    Role.TRAINER: EVERYONE | {Right.HOLD_TRAININGS},
    Role.TEAM: EVERYONE
    | {
        Right.READ_ALL_DOCUMENTS,
        Right.MANAGE_SCHOOLS,
        Right.LABEL_DEVICES,
        Right.MANAGE_LIBRARY,
        Right.HOLD_TRAININGS,
        Right.PLAN_TRAININGS,
        Right.SEE_FUNDING,
        Right.MANAGE_DELIVERIES,
        Right.READ_OUTBOX,
    },
    Role.ADMIN: frozenset(Right),
}

# What a setting may open to people who have not signed in. Nothing personal is ever among it.
OPENABLE = frozenset({Right.ASK, Right.READ_LIBRARY})
# A person whom nobody has given a role yet may see and take along what is kept about them, and no more.
WITHOUT_ROLE = frozenset({Right.OWN_ACCOUNT})
