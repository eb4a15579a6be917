"""Documents that people upload, with their versions."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "uploads",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(300), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("folder", sa.String(32), nullable=False),
        sa.Column("replaces_source", sa.String(100)),
        sa.Column("replaces_name", sa.String(1000)),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("facts", sa.JSON, nullable=False),
        sa.Column("audience", sa.JSON(none_as_null=True)),
        sa.Column(
            "person_id",
            sa.Integer,
            sa.ForeignKey("people.id", ondelete="SET NULL", name="fk_uploads_person_id"),
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("name", "number", name="uq_uploads_name_number"),
        sa.UniqueConstraint("folder", name="uq_uploads_folder"),
        sa.CheckConstraint(
            "(replaces_source is null) = (replaces_name is null)", name="ck_uploads_replaced_is_whole"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_uploads"),
        sqlite_autoincrement=True,
    )
