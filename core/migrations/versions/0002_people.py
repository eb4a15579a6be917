"""People, schools, sign-in, mail and the audit log; documents get an audience."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def moment(name: str, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def reference(
    table: str, name: str, to: str, ondelete: str = "CASCADE", nullable: bool = False
) -> sa.Column[object]:
    key = sa.ForeignKey(f"{to}.id", ondelete=ondelete, name=f"fk_{table}_{name}")
    return sa.Column(name, sa.Integer, key, nullable=nullable)


def upgrade() -> None:
    op.create_table(
        "schools",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("folded", sa.String(200), nullable=False),
        sa.Column("short_name", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(10)),
        sa.UniqueConstraint("name", name="uq_schools_name"),
        sa.UniqueConstraint("folded", name="uq_schools_folded"),
        sa.PrimaryKeyConstraint("id", name="pk_schools"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "sites",
        sa.Column("id", sa.Integer, primary_key=True),
        reference("sites", "school_id", "schools"),
        sa.Column("name", sa.String(200), nullable=False),
        sa.UniqueConstraint("school_id", "name", name="uq_sites_school_id_name"),
        sa.PrimaryKeyConstraint("id", name="pk_sites"),
    )
    op.create_table(
        "people",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("role", sa.String(20)),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.Column("demo", sa.Boolean, nullable=False),
        sa.Column("password", sa.String(200)),
        sa.Column("issuer", sa.String(300)),
        sa.Column("subject", sa.String(300)),
        reference("people", "school_id", "schools", ondelete="SET NULL", nullable=True),
        moment("created_at"),
        moment("seen_at", nullable=True),
        sa.UniqueConstraint("email", name="uq_people_email"),
        sa.UniqueConstraint("issuer", "subject", name="uq_people_issuer_subject"),
        sa.CheckConstraint("(issuer is null) = (subject is null)", name="ck_people_identity_is_whole"),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "memberships",
        reference("memberships", "person_id", "people"),
        reference("memberships", "school_id", "schools"),
        sa.PrimaryKeyConstraint("person_id", "school_id", name="pk_memberships"),
    )
    op.create_index("ix_memberships_school_id", "memberships", ["school_id"])
    op.create_table(
        "signed_in",
        sa.Column("secret_hash", sa.String(64), primary_key=True),
        reference("signed_in", "person_id", "people"),
        sa.Column("lasting", sa.Boolean, nullable=False),
        moment("started_at"),
        moment("seen_at"),
        moment("ends_at"),
        sa.PrimaryKeyConstraint("secret_hash", name="pk_signed_in"),
    )
    op.create_index("ix_signed_in_person_id", "signed_in", ["person_id"])
    op.create_index("ix_signed_in_ends_at", "signed_in", ["ends_at"])
    op.create_table(
        "password_links",
        sa.Column("secret_hash", sa.String(64), primary_key=True),
        reference("password_links", "person_id", "people"),
        moment("ends_at"),
        sa.PrimaryKeyConstraint("secret_hash", name="pk_password_links"),
    )
    op.create_index("ix_password_links_person_id", "password_links", ["person_id"])
    op.create_index("ix_password_links_ends_at", "password_links", ["ends_at"])
    op.create_table(
        "attempts",
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("failures", sa.Integer, nullable=False),
        moment("last_at"),
        moment("blocked_until", nullable=True),
        sa.PrimaryKeyConstraint("key", name="pk_attempts"),
    )
    op.create_table(
        "mail",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("recipient", sa.String(254), nullable=False),
        sa.Column("subject", sa.String(300), nullable=False),
        sa.Column("message", sa.Text, nullable=False),
        moment("created_at"),
        sa.Column("tries", sa.Integer, nullable=False),
        moment("next_try_at", nullable=True),
        moment("expires_at", nullable=True),
        moment("sent_at", nullable=True),
        sa.Column("error", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_mail"),
    )
    op.create_index("ix_mail_next_try_at", "mail", ["next_try_at"])
    op.create_table(
        "audit_log",
        sa.Column("id", sa.Integer, primary_key=True),
        moment("at"),
        reference("audit_log", "person_id", "people", ondelete="SET NULL", nullable=True),
        sa.Column("action", sa.String(40), nullable=False),
        sa.Column("about", sa.String(300), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_log"),
    )
    op.create_index("ix_audit_log_at", "audit_log", ["at"])
    op.add_column("documents", sa.Column("audience", sa.JSON(none_as_null=True)))
