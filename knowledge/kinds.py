"""Kinds of documents, by what a person calls them and by how they are shown."""

from __future__ import annotations

from enum import StrEnum


class DocumentKind(StrEnum):
    PDF = "pdf"
    TEXT = "text"  # DOCX, ODT
    SLIDES = "slides"  # PPTX, ODP
    WEB = "web"  # HTML, Markdown, reStructuredText, TXT
    VIDEO = "video"
    AUDIO = "audio"
    TRANSCRIPT = "transcript"  # subtitles without a recording


KIND_OF_SUFFIX: dict[str, DocumentKind] = {
    ".pdf": DocumentKind.PDF,
    ".docx": DocumentKind.TEXT,
    ".odt": DocumentKind.TEXT,
    ".pptx": DocumentKind.SLIDES,
    ".odp": DocumentKind.SLIDES,
    ".html": DocumentKind.WEB,
    ".htm": DocumentKind.WEB,
    ".md": DocumentKind.WEB,
    ".mdx": DocumentKind.WEB,
    ".rst": DocumentKind.WEB,
    ".txt": DocumentKind.WEB,
    ".vtt": DocumentKind.TRANSCRIPT,
    ".srt": DocumentKind.TRANSCRIPT,
    ".mp4": DocumentKind.VIDEO,
    ".webm": DocumentKind.VIDEO,
    ".mp3": DocumentKind.AUDIO,
}

RECORDINGS = frozenset({DocumentKind.VIDEO, DocumentKind.AUDIO})
