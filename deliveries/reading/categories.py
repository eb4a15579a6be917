"""Which part of the city's work an ordered thing belongs to."""

from __future__ import annotations

import re

from core.people.names import fold
from deliveries.facts import Device, Subproject

PATTERNS = {
    subproject: re.compile(words)
    for subproject, words in (
        (
            Subproject.SPECIAL,
            r"3d|druckpaket|mikroskop|greenscreen|videokonferenz|einplatinen|raspberry|kamera|podcast"
            r"|programmier|robot|lego|calliope|lasercut|\bvr\b|brille|mikrofon|sondertechnik|fablab|fab lab"
            r"|plotter|drohne|messwert|sensor",
        ),
        (Subproject.WIFI, r"access ?-?point|\bwlan\b|\bw-lan\b|\bwi-?fi\b|\bap\b"),
        (Subproject.SERVER, r"server|linuxmuster|puavo|\bnas\b|\busv\b"),
        (
            Subproject.DISPLAYS,
            r"display|tafel|whiteboard|beamer|projektor|panel\b|clevertouch|viewsonic|galneoscreen|ctouch|prowise"
            r"|kindermann|bildschirm|monitor",
        ),
        (
            Subproject.DEVICES,
            r"tablet|ipad|laptop|notebook|chromebook|\bpc\b|rechner|computer|endgeraet|ladewagen|ladekoffer"
            r"|tabletkoffer|stift|pencil|tastatur|huelle|macbook|dienstgeraet|drucker|kopfhoerer|headset|\bmaus\b",
        ),
        (
            Subproject.NETWORK,
            r"netz|kabel|switch|router|glasfaser|\blan\b|patch|firewall|verteilerschrank|netzwerkschrank|dose",
        ),
    )
}  # fmt: skip


def subproject_of(device: Device) -> Subproject:
    """The part of the work, by the category or else by what comes first in the whole name; what fits nowhere
    is special equipment."""
    whole = fold(" ".join((device.category, device.name, device.make, device.model)))
    found = _first_named(fold(device.category)) or _first_named(whole) or Subproject.SPECIAL
    if found is Subproject.NETWORK and PATTERNS[Subproject.WIFI].search(whole):
        return Subproject.WIFI  # access points are often filed as network
    return found


def _first_named(said: str) -> Subproject | None:
    found = {subproject: pattern.search(said) for subproject, pattern in PATTERNS.items()}
    places = {subproject: match.start() for subproject, match in found.items() if match}
    return min(places, key=lambda subproject: places[subproject], default=None)
