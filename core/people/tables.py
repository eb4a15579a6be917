"""People, schools and what sign-in needs, as rows."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from core.database import Base, Moment

CASCADE = "CASCADE"


class SchoolRow(Base):
    """`folded` is the name as it is compared: small letters, umlauts written out, single blanks."""

    __tablename__ = "schools"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200), unique=True)
    folded: Mapped[str] = mapped_column(String(200), unique=True)
    short_name: Mapped[str] = mapped_column(String(40), default="")
    kind: Mapped[str | None] = mapped_column(String(10))
    sites: Mapped[list[SiteRow]] = relationship(
        order_by="SiteRow.id", cascade="all, delete-orphan", passive_deletes=True, lazy="selectin"
    )


class SiteRow(Base):
    """A building of a school that has several."""

    __tablename__ = "sites"
    __table_args__ = (UniqueConstraint("school_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    school_id: Mapped[int] = mapped_column(ForeignKey("schools.id", ondelete=CASCADE))
    name: Mapped[str] = mapped_column(String(200))


class MembershipRow(Base):
    """A person works at a school."""

    __tablename__ = "memberships"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete=CASCADE), primary_key=True)
    school_id: Mapped[int] = mapped_column(
        ForeignKey("schools.id", ondelete=CASCADE), primary_key=True, index=True
    )


class PersonRow(Base):
    """`email` is kept in small letters. `issuer` and `subject` are who a sign-in service says the person is.
    `demo` people are made up, and only they can be signed in without a password. `school_id` is the school
    chosen last, `language` the language of mails, where one was chosen."""

    __tablename__ = "people"
    __table_args__ = (
        UniqueConstraint("issuer", "subject"),
        CheckConstraint("(issuer is null) = (subject is null)", name="identity_is_whole"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    email: Mapped[str] = mapped_column(String(254), unique=True)
    role: Mapped[str | None] = mapped_column(String(20))
    active: Mapped[bool] = mapped_column(default=True)
    demo: Mapped[bool] = mapped_column(default=False)
    password: Mapped[str | None] = mapped_column(String(200))
    issuer: Mapped[str | None] = mapped_column(String(300))
    subject: Mapped[str | None] = mapped_column(String(300))
    school_id: Mapped[int | None] = mapped_column(ForeignKey("schools.id", ondelete="SET NULL"))
    language: Mapped[str | None] = mapped_column(String(2))
    created_at: Mapped[datetime] = mapped_column(Moment)
    seen_at: Mapped[datetime | None] = mapped_column(Moment)
    schools: Mapped[list[SchoolRow]] = relationship(
        secondary="memberships", order_by="SchoolRow.name", lazy="selectin"
    )


class SignedInRow(Base):
    """A session of a signed-in person; only the hash of its secret is kept."""

    __tablename__ = "signed_in"

    secret_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete=CASCADE), index=True)
    lasting: Mapped[bool]
    started_at: Mapped[datetime] = mapped_column(Moment)
    seen_at: Mapped[datetime] = mapped_column(Moment)
    ends_at: Mapped[datetime] = mapped_column(Moment, index=True)


class PasswordLinkRow(Base):
    """A link by which a person may set a password once; only the hash of its secret is kept."""

    __tablename__ = "password_links"

    secret_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete=CASCADE), index=True)
    ends_at: Mapped[datetime] = mapped_column(Moment, index=True)


class AttemptRow(Base):
    """Failed tries for one key (a hash: of an e-mail address or of a network address)."""

    __tablename__ = "attempts"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    failures: Mapped[int]
    last_at: Mapped[datetime] = mapped_column(Moment)
    blocked_until: Mapped[datetime | None] = mapped_column(Moment)
