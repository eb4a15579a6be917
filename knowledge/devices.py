"""Devices and programs that teachers ask about: one name for each, and the words people use for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from core.people.names import fold


@dataclass(frozen=True, slots=True)
class Device:
    """`words` mean the device, `makes` mean one of it by its maker."""

    name: str
    words: tuple[str, ...]
    makes: tuple[str, ...] = ()


DEVICES = (
    Device(
        "Display",
        (
            "Display",
            "Smartboard",
            "Whiteboard",
            "digitale Tafel",
            "interaktive Tafel",
            "Tafel",
            "Touchscreen",
        ),
        ("ViewSonic", "Galneoscreen", "Clevertouch", "Ctouch", "Prowise", "Kindermann"),
    ),
    Device("iPad", ("iPad", "Tablet", "iPadOS")),
    Device("Notebook", ("Notebook", "Laptop", "Windows-Notebook", "Windows-Laptop")),
    Device("PC", ("PC", "Computer", "Rechner", "Desktop-PC")),
    Device("Android-Gerät", ("Android", "Android-Gerät", "Android-Tablet", "Android-Handy")),
    Device("Chromebook", ("Chromebook", "ChromeOS")),
    Device("Dokumentenkamera", ("Dokumentenkamera", "Visualizer", "document camera")),
    Device("Mikroskop", ("Mikroskop", "Digitalmikroskop", "Lehrermikroskop", "microscope")),
    Device("360°-Kamera", ("360°-Kamera", "360-Grad-Kamera", "360 Grad Kamera", "Rundumkamera")),
    Device("Green Screen", ("Green Screen", "Greenscreen", "Green-Screen", "grüne Wand", "Chroma Key")),
    Device("Mikrofon", ("Mikrofon", "Mikro", "microphone")),
    Device("3D-Drucker", ("3D-Drucker", "3D Drucker", "3D-Druck", "3D Druck", "Filament", "3D printer")),
    Device("Raspberry Pi", ("Raspberry Pi", "Raspberry", "Raspi")),
    Device("Calliope mini", ("Calliope mini", "Calliope")),
    Device(
        "Videokonferenzsystem",
        ("Videokonferenzsystem", "Videokonferenz", "Videokonferenzwagen", "video conference"),
    ),
    Device("Schulserver", ("Schulserver", "Linuxmuster", "Puavo", "school server")),
    Device("WLAN", ("WLAN", "W-LAN", "Wi-Fi", "WiFi")),
    Device("Moodle", ("Moodle",)),
    Device("edupool", ("edupool",)),
    Device("H5P", ("H5P",)),
    Device("LibreOffice", ("LibreOffice", "Libre Office")),
    Device("Gimp", ("Gimp",)),
    Device("Scribus", ("Scribus",)),
    Device(
        "Bildschirmrekorder",
        (
            "Bildschirmrekorder",
            "Bildschirmaufnahme",
            "Screenrecorder",
            "Screen Recorder",
            "Bildschirm aufnehmen",
        ),
    ),
)

BY_NAME = {device.name: device for device in DEVICES}


def device_called(word: str) -> Device | None:
    """The device that somebody calls so; a maker's name means the device."""
    return _by_word().get(fold(word))


def devices_in(text: str) -> tuple[str, ...]:
    """The names of the devices that a text speaks of, in the order of their first word."""
    found = _pattern().findall(fold(text))
    return tuple(dict.fromkeys(_by_word()[word].name for word in found))


@lru_cache(1)
def _by_word() -> dict[str, Device]:
    return {fold(word): device for device in DEVICES for word in (device.name, *device.words, *device.makes)}


@lru_cache(1)
def _pattern() -> re.Pattern[str]:
    """Longer words first; with the endings that German plurals and cases have."""
    words = sorted(_by_word(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, words))})(?:e?[sn])?(?!\w)")
