"""One file from one source, whatever its format."""

from __future__ import annotations

from pathlib import Path

from knowledge.starter.sources.content import load_document
from knowledge.starter.sources.handout import build_pdf
from knowledge.starter.sources.open_text import build_odt
from knowledge.starter.sources.powerpoint import build_pptx
from knowledge.starter.sources.sidecar import write_sidecar
from knowledge.starter.sources.talk import load_talk
from knowledge.starter.sources.word import build_docx

_WRITTEN = {".pdf": build_pdf, ".docx": build_docx, ".odt": build_odt}


def build_file(source: Path, target: Path) -> list[Path]:
    """Writes the file that `target` names by its suffix, and its facts beside it."""
    if target.suffix == ".pptx":
        talk = load_talk(source)
        build_pptx(talk, target)
        return [target, write_sidecar(talk, target)]
    document = load_document(source)
    _WRITTEN[target.suffix](document, target)
    return [target, write_sidecar(document, target)]
