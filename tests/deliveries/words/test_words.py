"""Names of things, times and delays."""

from __future__ import annotations

import pytest

from deliveries.facts import Device, ReasonKind, Subproject
from deliveries.reading.periods import read_period
from deliveries.stages import Stage
from deliveries.words.devices import NOUNS, category_of, noun_of
from deliveries.words.sentences import (
    delay_words,
    for_period,
    period_words,
    reason_word,
    stage_word,
    subproject_word,
    the_school,
)
from deliveries.words.told import quotable


@pytest.mark.parametrize(
    ("written", "german", "english"),
    [
        ("2024-03-31", "31. März 2024", "31 March 2024"),
        ("1.3.24", "1. März 2024", "1 March 2024"),
        ("Mai 2024", "Mai 2024", "May 2024"),
        ("05/2024", "Mai 2024", "May 2024"),
        ("Q2/2024", "Q2/2024 (bis Ende Juni)", "second quarter of 2024 (by the end of June)"),
        ("2. Quartal 2024", "2. Quartal 2024 (bis Ende Juni)", "second quarter of 2024 (by the end of June)"),
        ("KW 14/2024", "KW 14/2024 (1. bis 7. April)", "week 14 of 2024 (1 to 7 April)"),
        ("14. KW 2024", "14. KW 2024 (1. bis 7. April)", "week 14 of 2024 (1 to 7 April)"),
        ("KW 1/2025", "KW 1/2025 (30. Dezember bis 5. Januar)", "week 1 of 2025 (30 December to 5 January)"),
    ],
)
def test_a_time_stays_as_it_was_written_and_says_what_it_means(
    written: str, german: str, english: str
) -> None:
    period = read_period(written)
    assert period
    assert (period_words(period, "de"), period_words(period, "en")) == (german, english)


@pytest.mark.parametrize(
    ("written", "german", "english"),
    [
        ("2024-03-31", "für den 31. März 2024", "for 31 March 2024"),
        ("Mai 2024", "für Mai 2024", "for May 2024"),
        ("Q2/2024", "für Q2/2024 (bis Ende Juni)", "for the second quarter of 2024 (by the end of June)"),
        ("II. Quartal 2024", "für das II. Quartal 2024 (bis Ende Juni)",
         "for the second quarter of 2024 (by the end of June)"),
    ],
)  # fmt: skip
def test_a_time_is_said_in_a_sentence(written: str, german: str, english: str) -> None:
    period = read_period(written)
    assert period
    assert (for_period(period, "de"), for_period(period, "en")) == (german, english)


@pytest.mark.parametrize(
    ("days", "german", "english"),
    [
        (1, "1 Tag", "1 day"),
        (13, "13 Tage", "13 days"),
        (14, "2 Wochen", "2 weeks"),
        (62, "8 Wochen", "8 weeks"),
        (63, "2 Monate", "2 months"),
        (365, "12 Monate", "12 months"),
    ],
)
def test_a_delay_is_said_in_whole_weeks_and_months(days: int, german: str, english: str) -> None:
    assert (delay_words(days, "de"), delay_words(days, "en")) == (german, english)


@pytest.mark.parametrize(
    ("device", "one", "category"),
    [
        (Device("Display", "ViewSonic", "75 Zoll"), "Display", "Display"),
        (Device("Tablet", "Apple", 'iPad 10,2"'), "iPad", "Tablet"),
        (Device("Schulserver", "Linuxmuster", "Server"), "Schulserver", "Schulserver"),
        (Device("Mikroskop", "", "digitales Mikroskop, Lehrkraft"), "Mikroskop", "Mikroskop"),
        (Device("Displays", "", ""), "Display", "Displays"),
        (Device("Netzwerk", "", "WLAN-Access-Point"), "WLAN-Access-Point", "Netzwerk"),
        (Device("Netzwerk", "", "Patchfeld 24"), "Patchfeld", "Netzwerk"),
        (Device(name="Display ViewSonic 75 Zoll"), "Display", "Display"),
        (Device(make="ViewSonic", name="ViewSonic Display 75 Zoll"), "Display", "Display"),
        (Device(name="Ladewagen 16 Plätze"), "Ladewagen", "Ladewagen"),
        (Device(name="Ladewagen für 16 iPads"), "Ladewagen", "Ladewagen"),
        (Device(name="Lehrer-Laptop 14 Zoll"), "Laptop", "Laptop"),
        (Device(name="Schulserver Puavo"), "Schulserver", "Schulserver"),
        (Device(name="Display-Halterung"), "Halterung", "Halterung"),
        (Device(name="Halterung für Display"), "Halterung", "Halterung"),
        (Device(name="Display-Folie"), "Gerät", ""),
        (Device(name="3D-Druck-Paket mit Material"), "Paket", "Paket"),
        (Device("Podcast", "", "Podcast-Studio"), "Podcast-Studio", "Podcast"),
        (Device("Netzwerk", "", "Datendose doppelt"), "Datendose", "Netzwerk"),
        (Device(name="360°-Kamera"), "Kamera", "Kamera"),
        (Device(name="=1+2"), "Gerät", ""),
        (Device(name=""), "Gerät", ""),
    ],
)
def test_a_device_has_a_name_or_is_a_device(device: Device, one: str, category: str) -> None:
    assert (noun_of(device).one, category_of(device)) == (one, category)


def test_no_noun_begins_with_a_digit() -> None:
    """ "4 360°-Kameras" cannot be read."""
    assert not [noun for noun in NOUNS if noun.one[0].isdigit() or noun.english_one[0].isdigit()]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("GS Am Westring", "die GS Am Westring"),
        ("GmS Wille", "die GmS Wille"),
        ("FÖS Erich Kästner", "die FÖS Erich Kästner"),
        ("BBS Beims", "die BBS Beims"),
        ("IGS Regine Hildebrandt", "die IGS Regine Hildebrandt"),
        ("Salzmannschule", "die Salzmannschule"),
        ("Sportsekundarschule Schellheimer", "die Sportsekundarschule Schellheimer"),
        ("Berufsbildende Schulen Beims", "die Berufsbildenden Schulen Beims"),
        ("Hegel-Gymnasium", "das Hegel-Gymnasium"),
        ("Sportgymnasium", "das Sportgymnasium"),
        ("Geschwister-Scholl-Gymnasium", "das Geschwister-Scholl-Gymnasium"),
        ("Gymnasium Nord", "das Gymnasium Nord"),
        ("Villa Wertvoll", "Villa Wertvoll"),
    ],
)
def test_a_school_is_called_as_one_speaks(name: str, said: str) -> None:
    assert the_school(name, "de") == said
    assert the_school(name, "en") == name


def test_all_that_has_a_name_has_it_in_both_languages() -> None:
    words = [
        *((stage_word(stage, "de"), stage_word(stage, "en")) for stage in Stage),
        *((subproject_word(part, "de"), subproject_word(part, "en")) for part in Subproject),
        *((reason_word(kind, "de"), reason_word(kind, "en")) for kind in ReasonKind),
    ]
    assert all(german and english for german, english in words)
    assert subproject_word(Subproject.DEVICES, "de") == "Endgeräte"
    assert stage_word(Stage.TESTED, "en") == "Being tested"
    assert reason_word(ReasonKind.BUDGET, "de") == "Haushaltsfreigabe"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- Rest folgt", "Rest folgt"),
        ("Zeile eins;\n  Zeile zwei.", "Zeile eins; Zeile zwei"),
        ('„Kabelführung“ fehlt, sagt "er"', "'Kabelführung' fehlt, sagt 'er'"),
        ("x" * 141, "x" * 139 + "…"),
        (" - ", ""),
    ],
)
def test_a_quotation_fits_into_a_sentence(text: str, said: str) -> None:
    assert quotable(text) == said
