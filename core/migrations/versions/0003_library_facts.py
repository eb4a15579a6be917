"""What documents are about: devices, topics, for whom, level, checked on; and which questions they answer."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    for column in ("facts", "translations"):
        op.add_column("documents", sa.Column(column, sa.JSON, nullable=False, server_default="{}"))
    document = sa.ForeignKey("documents.id", ondelete="CASCADE", name="fk_questions_document_id")
    op.create_table(
        "questions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("document_id", sa.Integer, document, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("model", sa.String(200), nullable=False),
        sa.Column("vector", sa.LargeBinary, nullable=False),
        sa.UniqueConstraint("document_id", "number", name="uq_questions_document_id_number"),
        sa.PrimaryKeyConstraint("id", name="pk_questions"),
    )
