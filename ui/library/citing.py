"""A document as a citation, for what is made for citations: addresses of its file, pages and subtitles."""

from __future__ import annotations

from collections.abc import Sequence

from retriever.answer import Citation
from retriever.snapshot import IndexedDocument


def citation_of(
    document: IndexedDocument,
    page: int | None = None,
    seconds: float | None = None,
    marked: Sequence[str] = (),
) -> Citation:
    return Citation(
        number=1,
        document_id=document.id,
        document=document.name,
        title=document.title,
        kind=document.kind,
        heading_path=(),
        page=page,
        seconds=seconds,
        date=document.date,
        blocks=(),
        marked=tuple(marked),
        document_code=document.code,
    )
