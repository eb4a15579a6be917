"""Order lines of deliveries with their history, lists read in, milestones, receipts, notices."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "delivery_profiles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("series", sa.String(length=64), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.Column("stages", sa.JSON(), nullable=False),
        sa.Column("full", sa.Boolean(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_delivery_profiles"),
        sa.UniqueConstraint("series", name="uq_delivery_profiles_series"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "milestones",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("subproject", sa.String(length=20), nullable=False),
        sa.Column("due_first", sa.Date(), nullable=False),
        sa.Column("due_last", sa.Date(), nullable=False),
        sa.Column("due_written", sa.String(length=100), nullable=False),
        sa.Column("stated_share", sa.Integer()),
        sa.Column("stated_on", sa.Date()),
        sa.CheckConstraint("due_first <= due_last", name="ck_milestones_due"),
        sa.CheckConstraint(
            "stated_share is null or (stated_share between 0 and 100)", name="ck_milestones_stated_share"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_milestones"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "milestone_schools",
        sa.Column("milestone_id", sa.Integer(), nullable=False),
        sa.Column("school_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["milestone_id"], ["milestones.id"], name="fk_milestone_schools_milestone_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.id"], name="fk_milestone_schools_school_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("milestone_id", "school_id", name="pk_milestone_schools"),
    )
    op.create_index("ix_milestone_schools_school_id", "milestone_schools", ["school_id"], unique=False)
    op.create_table(
        "delivery_imports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("way", sa.String(length=10), nullable=False),
        sa.Column("series", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("as_of", sa.Date()),
        sa.Column("full", sa.Boolean(), nullable=False),
        sa.Column("accepted", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Integer()),
        sa.Column("report", sa.JSON(), nullable=False),
        sa.CheckConstraint("way in ('page', 'command', 'folder', 'http')", name="ck_delivery_imports_way"),
        sa.ForeignKeyConstraint(
            ["by_id"], ["people.id"], name="fk_delivery_imports_by_id", ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_delivery_imports"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_delivery_imports_at", "delivery_imports", ["at"], unique=False)
    op.create_index("ix_delivery_imports_series", "delivery_imports", ["series"], unique=False)
    op.create_table(
        "delivery_notices",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("weekly", sa.Boolean(), nullable=False),
        sa.Column("at_once", sa.Boolean(), nullable=False),
        sa.Column("told_until", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_delivery_notices_person_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", name="pk_delivery_notices"),
    )
    op.create_table(
        "push_tokens",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("secret_hash", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Integer()),
        sa.Column("used_at", sa.DateTime(timezone=True)),
        sa.Column("revoked_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name="fk_push_tokens_by_id", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_push_tokens"),
        sa.UniqueConstraint("secret_hash", name="uq_push_tokens_secret_hash"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "school_spellings",
        sa.Column("folded", sa.String(length=200), nullable=False),
        sa.Column("written", sa.String(length=200), nullable=False),
        sa.Column("school_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer()),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["by_id"], ["people.id"], name="fk_school_spellings_by_id", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.id"], name="fk_school_spellings_school_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("folded", name="pk_school_spellings"),
    )
    op.create_index("ix_school_spellings_school_id", "school_spellings", ["school_id"], unique=False)
    op.create_table(
        "order_lines",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("order_number", sa.String(length=100), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("school_id", sa.Integer(), nullable=False),
        sa.Column("category", sa.String(length=200), nullable=False),
        sa.Column("make", sa.String(length=200), nullable=False),
        sa.Column("model", sa.String(length=200), nullable=False),
        sa.Column("device", sa.String(length=300), nullable=False),
        sa.Column("subproject", sa.String(length=20), nullable=False),
        sa.Column("room", sa.String(length=200), nullable=False),
        sa.Column("programme", sa.String(length=100), nullable=False),
        sa.Column("measure", sa.String(length=200), nullable=False),
        sa.Column("earmarked_until", sa.Date()),
        sa.Column("ordered", sa.Integer(), nullable=False),
        sa.Column("delivered", sa.Integer()),
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.Column("pieces_planned", sa.Integer(), nullable=False),
        sa.Column("pieces_commissioned", sa.Integer(), nullable=False),
        sa.Column("pieces_delivered", sa.Integer(), nullable=False),
        sa.Column("pieces_mounted", sa.Integer(), nullable=False),
        sa.Column("pieces_tested", sa.Integer(), nullable=False),
        sa.Column("pieces_set_up", sa.Integer(), nullable=False),
        sa.Column("pieces_in_use", sa.Integer(), nullable=False),
        sa.Column("pieces_cancelled", sa.Integer(), nullable=False),
        sa.Column("promised_first", sa.Date()),
        sa.Column("promised_last", sa.Date()),
        sa.Column("promised_written", sa.String(length=100), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("reason_kind", sa.String(length=20)),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("dated", sa.Boolean(), nullable=False),
        sa.Column("series", sa.String(length=64), nullable=False),
        sa.Column("import_id", sa.Integer()),
        sa.Column("missing_id", sa.Integer()),
        sa.Column("delivered_on", sa.Date()),
        sa.Column("usable_on", sa.Date()),
        sa.Column("reminded", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "stage in ('planned', 'commissioned', 'part_delivered', 'delivered', 'mounted', "
            "'tested', 'set_up', 'in_use', 'blocked', 'cancelled')",
            name="ck_order_lines_stage",
        ),
        sa.CheckConstraint(
            "(promised_first is null) = (promised_last is null) and (promised_first is null or "
            "promised_first <= promised_last)",
            name="ck_order_lines_promise",
        ),
        sa.CheckConstraint(
            "delivered is null or (delivered >= 0 and delivered <= ordered)", name="ck_order_lines_delivered"
        ),
        sa.CheckConstraint("ordered > 0", name="ck_order_lines_ordered"),
        sa.CheckConstraint(
            "pieces_planned + pieces_commissioned + pieces_delivered + pieces_mounted + "
            "pieces_tested + pieces_set_up + pieces_in_use + pieces_cancelled = ordered",
            name="ck_order_lines_pieces_add_up",
        ),
        sa.CheckConstraint(
            "pieces_planned >= 0 and pieces_commissioned >= 0 and pieces_delivered >= 0 and "
            "pieces_mounted >= 0 and pieces_tested >= 0 and pieces_set_up >= 0 and pieces_in_use "
            ">= 0 and pieces_cancelled >= 0",
            name="ck_order_lines_pieces",
        ),
        sa.ForeignKeyConstraint(
            ["import_id"], ["delivery_imports.id"], name="fk_order_lines_import_id", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["missing_id"], ["delivery_imports.id"], name="fk_order_lines_missing_id", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["school_id"], ["schools.id"], name="fk_order_lines_school_id", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_order_lines"),
        sa.UniqueConstraint("order_number", "position", name="uq_order_lines_order_number_position"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_order_lines_missing_id", "order_lines", ["missing_id"], unique=False)
    op.create_index(
        "ix_order_lines_school_id_subproject", "order_lines", ["school_id", "subproject"], unique=False
    )
    op.create_index("ix_order_lines_series", "order_lines", ["series"], unique=False)
    op.create_table(
        "line_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("line_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("field", sa.String(length=20), nullable=False),
        sa.Column("old", sa.Text()),
        sa.Column("new", sa.Text()),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("backwards", sa.Boolean(), nullable=False),
        sa.Column("import_id", sa.Integer()),
        sa.Column("by_id", sa.Integer()),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name="fk_line_changes_by_id", ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["import_id"], ["delivery_imports.id"], name="fk_line_changes_import_id", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["line_id"], ["order_lines.id"], name="fk_line_changes_line_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_line_changes"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_line_changes_at", "line_changes", ["at"], unique=False)
    op.create_index("ix_line_changes_line_id_field", "line_changes", ["line_id", "field"], unique=False)
    op.create_table(
        "receipts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("line_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer()),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("missing", sa.Integer(), nullable=False),
        sa.Column("remarks", sa.Text(), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True)),
        sa.Column("settled_by_id", sa.Integer()),
        sa.Column("settled_word", sa.Text(), nullable=False),
        sa.CheckConstraint("missing >= 0", name="ck_receipts_missing"),
        sa.ForeignKeyConstraint(
            ["line_id"], ["order_lines.id"], name="fk_receipts_line_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_receipts_person_id", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["settled_by_id"], ["people.id"], name="fk_receipts_settled_by_id", ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_receipts"),
        sa.UniqueConstraint("line_id", name="uq_receipts_line_id"),
        sqlite_autoincrement=True,
    )
