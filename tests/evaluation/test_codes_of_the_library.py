"""What is printed leads where it should: the QR code of every place of the library that ships."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import zxingcpp
from PIL import Image

from bootstrap import Portal
from retriever.catalogue import Target
from tests.evaluation.test_starter_library import portal as portal
from ui.library.ways import SCANNED, scanned_way
from ui.plain import qr

ROOT = "https://lotse.schulen.example"


def places(portal: Portal) -> Iterator[tuple[str, Target]]:
    """Every document and every section of one, by its code."""
    for document in portal.catalogue(None):
        yield document.code, Target(document, None)
        manual = portal.manual(document, None)
        assert manual is not None
        yield from ((chapter.code, Target(document, chapter.code)) for chapter in manual.chapters)


def scanned(picture: bytes) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(Image.open(BytesIO(picture)))]


def test_every_code_leads_to_its_own_place(portal: Portal) -> None:
    every = list(places(portal))
    assert len({code for code, _ in every}) == len(every) > 500
    assert [code for code, place in every if portal.target(code, None) != place] == []


def test_every_picture_is_scanned_as_the_address_of_its_place(portal: Portal) -> None:
    for code, place in places(portal):
        address = ROOT + scanned_way(code)
        assert scanned(qr.png(address, scale=4)) == [address]
        assert portal.target(address.removeprefix(ROOT + SCANNED), None) == place
