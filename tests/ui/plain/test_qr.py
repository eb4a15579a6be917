"""QR codes are read by a camera's own means."""

from __future__ import annotations

from io import BytesIO

import pytest
import zxingcpp
from PIL import Image, ImageFilter

from ui.plain import qr

ADDRESSES = (
    "https://lotse.example/q/abcdefghjk",
    "http://localhost:8501/q/0123456789/4242",
    "https://lotse.schulen-der-langen-stadt-an-der-elbe.example/q/zzzzzzzzzz/999999",
)


def read(picture: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(picture)]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_picture_is_read_as_its_address(address: str) -> None:
    assert read(Image.open(BytesIO(qr.png(address)))) == [address]


@pytest.mark.parametrize("address", ADDRESSES)
def test_it_is_still_read_when_it_was_printed_small_and_badly(address: str) -> None:
    small = Image.open(BytesIO(qr.png(address))).convert("L").resize((160, 160))
    blurred = small.filter(ImageFilter.GaussianBlur(1))
    spotted = Image.new("L", blurred.size)
    spotted.paste(blurred)
    spotted.paste(255, (78, 78, 90, 90))
    assert read(spotted) == [address]


def test_around_it_is_room() -> None:
    picture = Image.open(BytesIO(qr.png(ADDRESSES[0], scale=1))).convert("L")
    box = picture.point(lambda value: 255 - value).getbbox()
    assert box == (4, 4, picture.width - 4, picture.height - 4)


def test_the_drawing_is_dark_on_white_also_on_a_dark_page() -> None:
    drawing = qr.svg(ADDRESSES[0]).decode()
    assert 'fill="#fff"' in drawing
    assert 'stroke="#000"' in drawing
    assert "<script" not in drawing
