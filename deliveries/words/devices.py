"""What devices are called, one and many, in German and English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from core.people.names import clean, fold
from deliveries.facts import Device


@dataclass(frozen=True, slots=True)
class Noun:
    """`article` is the German one: der, die or das. No noun begins with a digit: it is said after numbers."""

    article: str
    one: str
    many: str
    english_one: str
    english_many: str

    def of(self, count: int, language: str) -> str:
        if language == "en":
            return self.english_one if count == 1 else self.english_many
        return self.one if count == 1 else self.many


PIECE = Noun("das", "Gerät", "Geräte", "device", "devices")
NOUNS: tuple[Noun, ...] = (
    Noun("das", "Display", "Displays", "display", "displays"),
    Noun("das", "iPad", "iPads", "iPad", "iPads"),
    Noun("das", "Tablet", "Tablets", "tablet", "tablets"),
    Noun("der", "Laptop", "Laptops", "laptop", "laptops"),
    Noun("das", "Notebook", "Notebooks", "notebook", "notebooks"),
    Noun("der", "PC", "PCs", "PC", "PCs"),
    Noun("der", "Ladewagen", "Ladewagen", "charging trolley", "charging trolleys"),
    Noun("der", "Ladekoffer", "Ladekoffer", "charging case", "charging cases"),
    Noun("der", "Schulserver", "Schulserver", "school server", "school servers"),
    Noun("der", "WLAN-Access-Point", "WLAN-Access-Points", "Wi-Fi access point", "Wi-Fi access points"),
    Noun("der", "Access-Point", "Access-Points", "access point", "access points"),
    Noun("der", "Access Point", "Access Points", "access point", "access points"),
    Noun("das", "Netzwerkkabel", "Netzwerkkabel", "network cable", "network cables"),
    Noun("der", "Switch", "Switches", "switch", "switches"),
    Noun("die", "Dokumentenkamera", "Dokumentenkameras", "document camera", "document cameras"),
    Noun("die", "Kamera", "Kameras", "camera", "cameras"),
    Noun("das", "Mikroskop", "Mikroskope", "microscope", "microscopes"),
    Noun("das", "Mikrofon", "Mikrofone", "microphone", "microphones"),
    Noun("das", "Headset", "Headsets", "headset", "headsets"),
    Noun("der", "Drucker", "Drucker", "printer", "printers"),
    Noun("der", "Beamer", "Beamer", "projector", "projectors"),
    Noun("der", "Monitor", "Monitore", "monitor", "monitors"),
    Noun("der", "Raspberry Pi", "Raspberry Pis", "Raspberry Pi", "Raspberry Pis"),
    Noun("der", "Einplatinenrechner", "Einplatinenrechner", "single-board computer",
         "single-board computers"),
    Noun("das", "Programmier-Set", "Programmier-Sets", "programming kit", "programming kits"),
    Noun("das", "Greenscreen-Set", "Greenscreen-Sets", "green-screen kit", "green-screen kits"),
    Noun("das", "Videokonferenzsystem", "Videokonferenzsysteme", "video-conference system",
         "video-conference systems"),
    Noun("der", "Stift", "Stifte", "pen", "pens"),
    Noun("die", "Tastatur", "Tastaturen", "keyboard", "keyboards"),
    Noun("die", "Hülle", "Hüllen", "case", "cases"),
    Noun("das", "Set", "Sets", "kit", "kits"),
    Noun("das", "Paket", "Pakete", "package", "packages"),
    Noun("das", "Studio", "Studios", "studio", "studios"),
    Noun("der", "Koffer", "Koffer", "case", "cases"),
    Noun("der", "Schrank", "Schränke", "cabinet", "cabinets"),
    Noun("die", "Halterung", "Halterungen", "mount", "mounts"),
    Noun("das", "Patchfeld", "Patchfelder", "patch panel", "patch panels"),
    Noun("das", "Kabel", "Kabel", "cable", "cables"),
    Noun("die", "Datendose", "Datendosen", "data socket", "data sockets"),
    Noun("das", "Podcast-Studio", "Podcast-Studios", "podcast studio", "podcast studios"),
    Noun("der", "Router", "Router", "router", "routers"),
    Noun("der", "Lautsprecher", "Lautsprecher", "loudspeaker", "loudspeakers"),
    Noun("das", "Gerät", "Geräte", "device", "devices"),
    Noun("die", "Lizenz", "Lizenzen", "licence", "licences"),
    Noun("das", "Netzteil", "Netzteile", "power supply", "power supplies"),
)  # fmt: skip

BY_WORD: dict[str, Noun] = {fold(word): noun for noun in NOUNS for word in (noun.many, noun.one)}
OTHER_WORDS = {
    "Server": "Schulserver",
    "Smartboard": "Display",
    "Smartboards": "Display",
    "Accesspoint": "Access-Point",
}
BY_WORD |= {fold(word): BY_WORD[fold(meant)] for word, meant in OTHER_WORDS.items()}
# A word is the device only where it ends a word: a "Display-Halterung" is no display.
_WORDS = "|".join(re.escape(word) for word in sorted(BY_WORD, key=len, reverse=True))
AT_THE_BEGINNING = re.compile(rf"(?:[^\s,;()]*-)??({_WORDS})(?=$|[\s,;()/\"])")


@cache
def noun_of(device: Device) -> Noun:
    """How the device is called: by its model where that says it, else by its category; of what nobody knows a
    word for, there are devices."""
    for text in (device.model, device.name, device.category):
        found = _named(text, device.make)
        if found:
            return found
    return PIECE


@cache
def category_of(device: Device) -> str:
    """The category as the list has it; where it has one text only, what that begins with, or nothing."""
    if device.category:
        return clean(device.category)
    noun = noun_of(device)
    return "" if noun is PIECE else noun.one


def _named(text: str, make: str) -> Noun | None:
    """The noun with which a text begins, behind adjectives ("digitales Mikroskop") and the maker's name."""
    words = clean(text).split(" ")
    while words and (words[0][:1].islower() and fold(words[0]) not in BY_WORD and not _starts(words)):
        words = words[1:]
    rest = fold(" ".join(words))
    if make and rest.startswith(fold(make) + " "):
        rest = rest[len(fold(make)) + 1 :]
    found = AT_THE_BEGINNING.match(rest)
    return BY_WORD[found.group(1)] if found else None


def _starts(words: list[str]) -> bool:
    return bool(AT_THE_BEGINNING.match(fold(" ".join(words))))
