"""Trainings, their dates and bookings, certificates, wishes, school holidays; people get a language."""

from datetime import date

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

# The school holidays of Sachsen-Anhalt; the team keeps them up to date in the portal.
HOLIDAYS = (
    ("Winterferien 2026", date(2026, 1, 31), date(2026, 2, 6)),
    ("Osterferien 2026", date(2026, 3, 30), date(2026, 4, 4)),
    ("Pfingstferien 2026", date(2026, 5, 26), date(2026, 5, 29)),
    ("Sommerferien 2026", date(2026, 7, 4), date(2026, 8, 14)),
    ("Herbstferien 2026", date(2026, 10, 19), date(2026, 10, 30)),
    ("Weihnachtsferien 2026", date(2026, 12, 21), date(2027, 1, 2)),
    ("Winterferien 2027", date(2027, 2, 1), date(2027, 2, 6)),
    ("Osterferien 2027", date(2027, 3, 22), date(2027, 3, 27)),
    ("Pfingstferien 2027", date(2027, 5, 18), date(2027, 5, 21)),
    ("Sommerferien 2027", date(2027, 7, 10), date(2027, 8, 20)),
    ("Herbstferien 2027", date(2027, 10, 18), date(2027, 10, 23)),
    ("Weihnachtsferien 2027", date(2027, 12, 20), date(2027, 12, 31)),
)


def upgrade() -> None:
    op.add_column("people", sa.Column("language", sa.String(2)))
    op.create_table(
        "resources",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("place", sa.String(200), nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.CheckConstraint("kind in ('room', 'machine')", name="ck_resources_kind"),
        sa.PrimaryKeyConstraint("id", name="pk_resources"),
        sa.UniqueConstraint("name", name="uq_resources_name"),
        sqlite_autoincrement=True,
    )
    holidays = op.create_table(
        "school_holidays",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("first_day", sa.Date, nullable=False),
        sa.Column("last_day", sa.Date, nullable=False),
        sa.CheckConstraint("first_day <= last_day", name="ck_school_holidays_days"),
        sa.PrimaryKeyConstraint("id", name="pk_school_holidays"),
        sqlite_autoincrement=True,
    )
    op.bulk_insert(
        holidays,
        [{"name": name, "first_day": first, "last_day": last} for name, first, last in HOLIDAYS],
    )
    op.create_table(
        "trainings",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("aim", sa.Text, nullable=False),
        sa.Column("audience", sa.JSON, nullable=False),
        sa.Column("level", sa.String(80), nullable=False),
        sa.Column("devices", sa.JSON, nullable=False),
        sa.Column("topics", sa.JSON, nullable=False),
        sa.Column("minutes", sa.Integer, nullable=False),
        sa.Column("preparation", sa.Text, nullable=False),
        sa.Column("certificate_minutes", sa.Integer, nullable=False),
        sa.Column("authorises_id", sa.Integer),
        sa.Column("authorises_months", sa.Integer),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(authorises_id is null) or (authorises_months > 0)", name="ck_trainings_authorises"
        ),
        sa.CheckConstraint("minutes > 0 and certificate_minutes >= 0", name="ck_trainings_minutes"),
        sa.ForeignKeyConstraint(
            ["authorises_id"], ["resources.id"], name="fk_trainings_authorises_id", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_trainings"),
        sa.UniqueConstraint("title", name="uq_trainings_title"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "calendar_addresses",
        sa.Column("person_id", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_calendar_addresses_person_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", name="pk_calendar_addresses"),
    )
    op.create_table(
        "training_dates",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("training_id", sa.Integer, nullable=False),
        sa.Column("series", sa.String(32)),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("place", sa.String(200), nullable=False),
        sa.Column("link", sa.String(500), nullable=False),
        sa.Column("trainer_id", sa.Integer),
        sa.Column("seats", sa.Integer, nullable=False),
        sa.Column("minimum", sa.Integer, nullable=False),
        sa.Column("opens_at", sa.DateTime(timezone=True)),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("cancel_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decide_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True)),
        sa.Column("school_cap", sa.Integer),
        sa.Column("school_cap_days", sa.Integer, nullable=False),
        sa.Column("school_id", sa.Integer),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("cancel_reason", sa.Text, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind in ('fablab', 'online', 'school')", name="ck_training_dates_kind"),
        sa.CheckConstraint("state in ('planned', 'cancelled')", name="ck_training_dates_state"),
        sa.CheckConstraint(
            "cancel_until <= starts_at and decide_at <= starts_at", name="ck_training_dates_deadlines"
        ),
        sa.CheckConstraint("closes_at <= starts_at", name="ck_training_dates_closes_before_it_starts"),
        sa.CheckConstraint(
            "opens_at is null or opens_at < closes_at", name="ck_training_dates_opens_before_it_closes"
        ),
        sa.CheckConstraint(
            "school_cap is null or (school_cap > 0 and school_cap_days >= 0)",
            name="ck_training_dates_school_cap",
        ),
        sa.CheckConstraint("seats > 0 and minimum >= 0 and minimum <= seats", name="ck_training_dates_seats"),
        sa.CheckConstraint("starts_at < ends_at", name="ck_training_dates_ends_after_it_starts"),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.id"], name="fk_training_dates_school_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["trainer_id"], ["people.id"], name="fk_training_dates_trainer_id", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["training_id"], ["trainings.id"], name="fk_training_dates_training_id", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_training_dates"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_training_dates_school_id", "training_dates", ["school_id"], unique=False)
    op.create_index("ix_training_dates_series", "training_dates", ["series"], unique=False)
    op.create_index("ix_training_dates_starts_at", "training_dates", ["starts_at"], unique=False)
    op.create_index(
        "ix_training_dates_trainer_id_starts_at", "training_dates", ["trainer_id", "starts_at"], unique=False
    )
    op.create_index("ix_training_dates_training_id", "training_dates", ["training_id"], unique=False)
    op.create_table(
        "bookings",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("date_id", sa.Integer, nullable=False),
        sa.Column("person_id", sa.Integer, nullable=False),
        sa.Column("school_id", sa.Integer),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("seat", sa.Integer),
        sa.Column("waiting_since", sa.DateTime(timezone=True)),
        sa.Column("short_notice", sa.Boolean, nullable=False),
        sa.Column("priority", sa.Integer, nullable=False),
        sa.Column("offer_ends_at", sa.DateTime(timezone=True)),
        sa.Column("gone_as", sa.String(20)),
        sa.Column("attended", sa.Boolean),
        sa.Column("checked_in_at", sa.DateTime(timezone=True)),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("reminded_days", sa.Integer),
        sa.Column("thanked_at", sa.DateTime(timezone=True)),
        sa.Column("feedback_at", sa.DateTime(timezone=True)),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("(gone_as is not null) = (state = 'gone')", name="ck_bookings_gone_as"),
        sa.CheckConstraint(
            "(offer_ends_at is not null) = (state = 'offered')", name="ck_bookings_offer_ends"
        ),
        sa.CheckConstraint(
            "(seat is not null) = (state in ('booked', 'offered'))", name="ck_bookings_seat_is_held"
        ),
        sa.CheckConstraint("state <> 'waiting' or waiting_since is not null", name="ck_bookings_waits_since"),
        sa.CheckConstraint("state in ('booked', 'offered', 'waiting', 'gone')", name="ck_bookings_state"),
        sa.CheckConstraint("seat is null or seat > 0", name="ck_bookings_seat"),
        sa.ForeignKeyConstraint(
            ["date_id"], ["training_dates.id"], name="fk_bookings_date_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_bookings_person_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.id"], name="fk_bookings_school_id", ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_bookings"),
        sa.UniqueConstraint("date_id", "person_id", name="uq_bookings_date_id_person_id"),
        sa.UniqueConstraint("date_id", "seat", name="uq_bookings_date_id_seat"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_bookings_person_id", "bookings", ["person_id"], unique=False)
    op.create_index("ix_bookings_state_offer_ends_at", "bookings", ["state", "offer_ends_at"], unique=False)
    op.create_table(
        "date_resources",
        sa.Column("date_id", sa.Integer, nullable=False),
        sa.Column("resource_id", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(
            ["date_id"], ["training_dates.id"], name="fk_date_resources_date_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["resource_id"], ["resources.id"], name="fk_date_resources_resource_id", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("date_id", "resource_id", name="pk_date_resources"),
    )
    op.create_index("ix_date_resources_resource_id", "date_resources", ["resource_id"], unique=False)
    op.create_table(
        "training_feedback",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("date_id", sa.Integer, nullable=False),
        sa.Column("rating", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.CheckConstraint("rating between 1 and 5", name="ck_training_feedback_rating"),
        sa.ForeignKeyConstraint(
            ["date_id"], ["training_dates.id"], name="fk_training_feedback_date_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_training_feedback"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_training_feedback_date_id", "training_feedback", ["date_id"], unique=False)
    op.create_table(
        "training_wishes",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("person_id", sa.Integer, nullable=False),
        sa.Column("school_id", sa.Integer),
        sa.Column("topic", sa.String(200), nullable=False),
        sa.Column("details", sa.Text, nullable=False),
        sa.Column("people", sa.Integer, nullable=False),
        sa.Column("times", sa.Text, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("date_id", sa.Integer),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "state in ('open', 'planned', 'declined', 'withdrawn')", name="ck_training_wishes_state"
        ),
        sa.CheckConstraint("people > 0", name="ck_training_wishes_people"),
        sa.ForeignKeyConstraint(
            ["date_id"], ["training_dates.id"], name="fk_training_wishes_date_id", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_training_wishes_person_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.id"], name="fk_training_wishes_school_id", ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_training_wishes"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_training_wishes_person_id", "training_wishes", ["person_id"], unique=False)
    op.create_table(
        "authorisations",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("person_id", sa.Integer, nullable=False),
        sa.Column("resource_id", sa.Integer, nullable=False),
        sa.Column("booking_id", sa.Integer, nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["bookings.id"], name="fk_authorisations_booking_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_authorisations_person_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["resource_id"], ["resources.id"], name="fk_authorisations_resource_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_authorisations"),
        sa.UniqueConstraint("booking_id", "resource_id", name="uq_authorisations_booking_id_resource_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_authorisations_person_id", "authorisations", ["person_id"], unique=False)
    op.create_index("ix_authorisations_resource_id", "authorisations", ["resource_id"], unique=False)
    op.create_table(
        "booking_events",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("booking_id", sa.Integer, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("what", sa.String(20), nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("by_id", sa.Integer),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["bookings.id"], name="fk_booking_events_booking_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["by_id"], ["people.id"], name="fk_booking_events_by_id", ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_booking_events"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_booking_events_booking_id", "booking_events", ["booking_id"], unique=False)
    op.create_table(
        "certificates",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("code", sa.String(20), nullable=False),
        sa.Column("booking_id", sa.Integer, nullable=False),
        sa.Column("person_id", sa.Integer, nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("trainer", sa.String(200), nullable=False),
        sa.Column("minutes", sa.Integer, nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["bookings.id"], name="fk_certificates_booking_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_certificates_person_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_certificates"),
        sa.UniqueConstraint("booking_id", name="uq_certificates_booking_id"),
        sa.UniqueConstraint("code", name="uq_certificates_code"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_certificates_person_id", "certificates", ["person_id"], unique=False)
    op.create_table(
        "wish_joins",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("asking_id", sa.Integer, nullable=False),
        sa.Column("asked_id", sa.Integer, nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("accepted", sa.Boolean),
        sa.CheckConstraint("asking_id <> asked_id", name="ck_wish_joins_two_wishes"),
        sa.ForeignKeyConstraint(
            ["asked_id"], ["training_wishes.id"], name="fk_wish_joins_asked_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["asking_id"], ["training_wishes.id"], name="fk_wish_joins_asking_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_wish_joins"),
        sa.UniqueConstraint("asking_id", "asked_id", name="uq_wish_joins_asking_id_asked_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_wish_joins_asked_id", "wish_joins", ["asked_id"], unique=False)
