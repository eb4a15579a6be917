from __future__ import annotations

import pytest

from deliveries.facts import Device, Subproject
from deliveries.reading.categories import subproject_of


@pytest.mark.parametrize(
    ("device", "subproject"),
    [
        (Device("Display", "Clevertouch", "75 Zoll"), Subproject.DISPLAYS),
        (Device(make="ViewSonic", model="86 Zoll"), Subproject.DISPLAYS),
        (Device("Netzwerk", "", "WLAN-Access-Point"), Subproject.WIFI),
        (Device("Netzwerk", "", "Netzwerkkabel 10 m"), Subproject.NETWORK),
        (Device(name="Glasfaser-Anschluss"), Subproject.NETWORK),
        (Device("Schulserver", "Linuxmuster", "Server"), Subproject.SERVER),
        (Device(name="Schulserver Puavo"), Subproject.SERVER),
        (Device("Tablet", "Apple", "iPad"), Subproject.DEVICES),
        (Device("Laptop", "", "Laptop 14 Zoll mit Kamera"), Subproject.DEVICES),
        (Device(name="Laptop mit Kamera"), Subproject.DEVICES),
        (Device(name="Ladewagen 16 Plätze"), Subproject.DEVICES),
        (Device("3D-Druck", "", "3D-Druck-Paket mit Material"), Subproject.SPECIAL),
        (Device("Einplatinenrechner", "Raspberry Pi", "Raspberry Pi"), Subproject.SPECIAL),
        (Device("Videokonferenz", "", "mobiles Videokonferenzsystem mit Display"), Subproject.SPECIAL),
        (Device("Kamera", "", "360°-Kamera"), Subproject.SPECIAL),
        (Device("Greenscreen"), Subproject.SPECIAL),
        (Device("Podcast", "", "Podcast-Studio"), Subproject.SPECIAL),
        (Device(name="Etwas anderes"), Subproject.SPECIAL),
    ],
)
def test_things_belong_to_a_part_of_the_work(device: Device, subproject: Subproject) -> None:
    assert subproject_of(device) is subproject
