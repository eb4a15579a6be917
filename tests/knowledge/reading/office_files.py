"""Writes small OpenDocument files as LibreOffice does, and lists what a reading holds."""

from __future__ import annotations

import zipfile
from pathlib import Path

from knowledge.reading.limits import Limits, Recognition
from knowledge.reading.reader import read
from knowledge.reading.section import Reading

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "style": "style",
        "svg": "svg-compatible",
        "presentation": "presentation",
        "meta": "meta",
        "manifest": "manifest",
    }.items()
)
LISTS = (
    '<text:list-style style:name="Numbers">'
    '<text:list-level-style-number text:level="1" style:num-format="1"/>'
    '<text:list-level-style-bullet text:level="2" text:bullet-char="•"/></text:list-style>'
    '<text:list-style style:name="Dots"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>'
    "</text:list-style>"
)


def write_odf(
    path: Path, body: str, styles: str = "", meta: str = "", manifest: str = "", dtd: str = ""
) -> Path:
    """An ODT or ODP by the path's suffix; `body` stands within office:text or office:presentation."""
    kind = "text" if path.suffix == ".odt" else "presentation"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        automatic = f"<office:automatic-styles>{LISTS}{styles}</office:automatic-styles>"
        content = f"<office:body><office:{kind}>{body}</office:{kind}></office:body>"
        archive.writestr("content.xml", _document("office:document-content", automatic + content, dtd))
        archive.writestr("meta.xml", _document("office:document-meta", f"<office:meta>{meta}</office:meta>"))
        archive.writestr("META-INF/manifest.xml", _document("manifest:manifest", manifest))
    return path


def _document(root: str, content: str, dtd: str = "") -> str:
    dublin = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return f'<?xml version="1.0" encoding="UTF-8"?>{dtd}<{root} {NAMESPACES} {dublin}>{content}</{root}>'


def read_file(path: Path, limits: Limits | None = None) -> Reading:
    return read(path, limits or Limits(), Recognition())


def blocks(reading: Reading) -> list[tuple[str, tuple[str, ...]]]:
    """Kind and items of every block in order."""
    return [(block.kind.value, block.items) for section in reading.sections for block in section.blocks]


def paths(reading: Reading) -> list[tuple[str, ...]]:
    return [section.heading_path for section in reading.sections]
