"""Words for devices, as they stand in questions and in facts."""

from __future__ import annotations

import pytest

from knowledge.devices import BY_NAME, DEVICES, device_called, devices_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wie bekomme ich mein iPad auf die Tafel?", ("iPad", "Display")),
        ("Der Ton am Ctouch geht nicht", ("Display",)),
        ("smartboards und Laptops im Wlan", ("Display", "Notebook", "WLAN")),
        ("gruene Wand oder grüne Wand", ("Green Screen",)),
        ("Wie mache ich ein Tafelbild?", ()),
        ("Tabletten im Automaten", ()),
        ("3D-Drucker und Raspberry Pi", ("3D-Drucker", "Raspberry Pi")),
        ("", ()),
    ],
)
def test_devices_are_seen_in_what_people_write(text: str, found: tuple[str, ...]) -> None:
    assert devices_in(text) == found


def test_a_word_means_one_device_whatever_its_letters() -> None:
    assert device_called("  DIGITALE  tafel ") is BY_NAME["Display"]
    assert device_called("Prowise") is BY_NAME["Display"]
    assert device_called("Staubsauger") is None


def test_no_word_means_two_devices() -> None:
    words = [word.casefold() for device in DEVICES for word in {*device.words, *device.makes}]
    assert len(words) == len(set(words))
    assert all(device_called(device.name) is device for device in DEVICES)
