"""The parts of an OpenDocument file and its metadata.

Read with lxml: the few elements we need have been stable since 2005, odfpy has had no release since 2020.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lxml import etree

from knowledge.reading.errors import Damaged, Encrypted
from knowledge.reading.ooxml import meaningful_title, short_language

NAMESPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "presentation": "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xml": "http://www.w3.org/XML/1998/namespace",
}


@dataclass(frozen=True, slots=True)
class Meta:
    title: str | None = None
    date: date | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Package:
    """`body` holds the content; `styles` are the document's own and the automatic ones."""

    body: etree._Element
    styles: tuple[etree._Element, ...]
    meta: Meta


def tag(name: str) -> str:
    """lxml's name of an element or attribute: `tag("text:p")`."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def open_package(path: Path) -> Package:
    """Raises Encrypted or Damaged."""
    with zipfile.ZipFile(path) as archive:
        manifest = _part(archive, "META-INF/manifest.xml")
        if manifest is not None and next(manifest.iter(tag("manifest:encryption-data")), None) is not None:
            raise Encrypted("the file is protected by a password; save it without one")
        content, styles = _part(archive, "content.xml"), _part(archive, "styles.xml")
        meta = _part(archive, "meta.xml")
    body = None if content is None else content.find(tag("office:body"))
    if content is None or body is None:
        raise Damaged("the file has no content; it is damaged or was not copied completely")
    return Package(body, (content,) if styles is None else (content, styles), _meta(meta))


def _part(archive: zipfile.ZipFile, name: str) -> etree._Element | None:
    if name not in archive.namelist():
        return None
    # Entities are how a small file becomes a large tree; a document has no use for them.
    return etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False, no_network=True))


def _meta(root: etree._Element | None) -> Meta:
    if root is None:
        return Meta()
    changed = _first(root, "dc:date") or _first(root, "meta:creation-date")
    return Meta(
        meaningful_title(_first(root, "dc:title")),
        _date(changed),
        short_language(_first(root, "dc:language")),
    )


def _first(root: etree._Element, name: str) -> str | None:
    found = next(root.iter(tag(name)), None)
    return None if found is None else found.text


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
