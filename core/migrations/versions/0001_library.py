"""The library: documents, their sections and passages, and what people said of answers."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("source", sa.String(100), nullable=False),
        sa.Column("name", sa.String(1000), nullable=False),
        sa.Column("fingerprint", sa.String(300), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("language", sa.String(10)),
        sa.Column("date", sa.Date),
        sa.Column("pages", sa.Integer),
        sa.Column("duration", sa.Double),
        sa.Column("original", sa.String(100)),
        sa.Column("subtitles", sa.Text),
        sa.Column("notices", sa.JSON, nullable=False),
        sa.UniqueConstraint("source", "name", name="uq_documents_source_name"),
        sa.PrimaryKeyConstraint("id", name="pk_documents"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "sections",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "document_id",
            sa.Integer,
            sa.ForeignKey("documents.id", ondelete="CASCADE", name="fk_sections_document_id"),
            nullable=False,
        ),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("heading_path", sa.JSON, nullable=False),
        sa.Column("blocks", sa.JSON, nullable=False),
        sa.UniqueConstraint("document_id", "number", name="uq_sections_document_id_number"),
        sa.PrimaryKeyConstraint("id", name="pk_sections"),
    )
    op.create_table(
        "passages",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "section_id",
            sa.Integer,
            sa.ForeignKey("sections.id", ondelete="CASCADE", name="fk_passages_section_id"),
            nullable=False,
        ),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("first_block", sa.Integer, nullable=False),
        sa.Column("last_block", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("page", sa.Integer),
        sa.Column("seconds", sa.Double),
        sa.Column("model", sa.String(200), nullable=False),
        sa.Column("vector", sa.LargeBinary, nullable=False),
        sa.UniqueConstraint("section_id", "number", name="uq_passages_section_id_number"),
        sa.PrimaryKeyConstraint("id", name="pk_passages"),
    )
    library = op.create_table(
        "library",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("changes", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.CheckConstraint("id = 1", name="ck_library_one_row"),
        sa.PrimaryKeyConstraint("id", name="pk_library"),
    )
    op.bulk_insert(library, [{"id": 1, "changes": 0, "version": 0}])
    op.create_table(
        "feedback",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("document", sa.Text),
        sa.Column("helpful", sa.Boolean, nullable=False),
        sa.Column("reason", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_feedback"),
    )
