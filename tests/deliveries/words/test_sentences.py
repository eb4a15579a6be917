"""Each sentence was read aloud: a change here is one that users hear."""

# ruff: noqa: E501 (sentences are not broken)

from __future__ import annotations

from datetime import date

import pytest

from deliveries.facts import ReasonKind as K
from deliveries.status.found import LineStatus
from deliveries.words.sentences import sentence
from tests.deliveries.words.statuses import (
    CAMERA,
    IPAD,
    MICROSCOPE,
    SERVER,
    UNKNOWN,
    WIFI,
    receipt,
    status,
)

SAID: list[tuple[LineStatus, str, str]] = [
    (
        status("mounted 12 commissioned 8", ["März 2024", "Mai 2024"], kind=K.CABLING),
        "12 von 20 Displays sind montiert; der Rest war für März zugesagt, jetzt für Mai 2024, weil die Verkabelung fehlt.",
        "12 of 20 displays have been mounted; the rest was promised for March, now for May 2024 because the cabling is missing.",
    ),
    (
        status("mounted 12 commissioned 8", ["März 2024"], kind=K.CABLING),
        "12 von 20 Displays sind montiert; der Rest war für März 2024 zugesagt und ist 10 Tage verspätet, weil die Verkabelung fehlt.",
        "12 of 20 displays have been mounted; the rest was promised for March 2024 and is 10 days late because the cabling is missing.",
    ),
    (
        status("mounted 12 commissioned 8", ["März 2024"]),
        "12 von 20 Displays sind montiert; der Rest war für März 2024 zugesagt und ist 10 Tage verspätet.",
        "12 of 20 displays have been mounted; the rest was promised for March 2024 and is 10 days late.",
    ),
    (
        status("mounted 12 commissioned 8", ["Mai 2024"]),
        "12 von 20 Displays sind montiert; der Rest ist für Mai 2024 zugesagt.",
        "12 of 20 displays have been mounted; the rest is promised for May 2024.",
    ),
    (
        status("mounted 12 commissioned 8", ["05/2024"]),
        "12 von 20 Displays sind montiert; der Rest ist für Mai 2024 zugesagt.",
        "12 of 20 displays have been mounted; the rest is promised for May 2024.",
    ),
    (
        status("mounted 12 commissioned 8", ["Mai 2024"], kind=K.CABLING),
        "12 von 20 Displays sind montiert; der Rest ist erst für Mai 2024 zugesagt, weil die Verkabelung fehlt.",
        "12 of 20 displays have been mounted; the rest is not promised before May 2024 because the cabling is missing.",
    ),
    (
        status("mounted 12 commissioned 8", ["Mai 2024"], kind=K.OTHER, reason="Zwei Räume fehlen noch."),
        "12 von 20 Displays sind montiert; der Rest ist für Mai 2024 zugesagt (Hinweis: „Zwei Räume fehlen noch“).",
        "12 of 20 displays have been mounted; the rest is promised for May 2024 (note: “Zwei Räume fehlen noch”).",
    ),
    (
        status("mounted 12 commissioned 8", ["Februar 2024", "März 2024"], kind=K.SUPPLIER),
        "12 von 20 Displays sind montiert; der Rest war zuerst für Februar, dann für März 2024 zugesagt und ist 10 Tage verspätet, weil es beim Lieferanten länger dauert.",
        "12 of 20 displays have been mounted; the rest was promised for February, then for March 2024, and is 10 days late because the supplier needs more time.",
    ),
    (
        status("mounted 12 commissioned 8", ["März 2024", "Mai 2024"], why="Anruf beim Händler"),
        "12 von 20 Displays sind montiert; der Rest war für März zugesagt, jetzt für Mai 2024, weil es beim Lieferanten länger dauert.",
        "12 of 20 displays have been mounted; the rest was promised for March, now for May 2024 because the supplier needs more time.",
    ),
    (
        status("mounted 12 commissioned 8", ["März 2024", "Mai 2024"], why="auf Wunsch verschoben"),
        "12 von 20 Displays sind montiert; der Rest war für März zugesagt, jetzt für Mai 2024 (Grund: „auf Wunsch verschoben“).",
        "12 of 20 displays have been mounted; the rest was promised for March, now for May 2024 (reason given: “auf Wunsch verschoben”).",
    ),
    (
        status("mounted 12 commissioned 8"),
        "12 von 20 Displays sind montiert; für den Rest ist noch kein Termin zugesagt.",
        "12 of 20 displays have been mounted; no date has been promised for the rest yet.",
    ),
    (
        status("mounted 12 commissioned 8", kind=K.BUDGET),
        "12 von 20 Displays sind montiert; für den Rest ist noch kein Termin zugesagt, weil die Haushaltsfreigabe fehlt.",
        "12 of 20 displays have been mounted; no date has been promised for the rest yet because the budget has not been released.",
    ),
    (
        status("mounted 12 commissioned 8", ["März 2024", ""]),
        "12 von 20 Displays sind montiert; der Rest war für März 2024 zugesagt, ein neuer Termin steht noch nicht fest.",
        "12 of 20 displays have been mounted; the rest was promised for March 2024, and there is no new date yet.",
    ),
    (
        status("mounted 12 commissioned 8", ["März 2024", ""], kind=K.TENDER),
        "12 von 20 Displays sind montiert; der Rest war für März 2024 zugesagt, ein neuer Termin steht noch nicht fest, weil neu ausgeschrieben werden muss.",
        "12 of 20 displays have been mounted; the rest was promised for March 2024, and there is no new date yet because a new tender is needed.",
    ),
    (
        status("mounted 12 commissioned 8", ["Juni 2024", "Mai 2024"]),
        "12 von 20 Displays sind montiert; der Rest ist jetzt schon für Mai 2024 zugesagt, zuvor für Juni 2024.",
        "12 of 20 displays have been mounted; the rest is now promised for May 2024 instead of June 2024.",
    ),
    (
        status("mounted 12 commissioned 8", blocked=True),
        "12 von 20 Displays sind montiert; beim Rest geht es zurzeit nicht weiter.",
        "12 of 20 displays have been mounted; the rest is on hold.",
    ),
    (
        status("mounted 12 commissioned 8", blocked=True, kind=K.BUILDING),
        "12 von 20 Displays sind montiert; beim Rest geht es zurzeit nicht weiter, weil das Gebäude noch nicht so weit ist.",
        "12 of 20 displays have been mounted; the rest is on hold because the building is not ready yet.",
    ),
    (
        status("mounted 12 commissioned 8", ["31.07.2024"], blocked=True, kind=K.BUILDING),
        "12 von 20 Displays sind montiert; beim Rest, zugesagt für den 31. Juli 2024, geht es zurzeit nicht weiter, weil das Gebäude noch nicht so weit ist.",
        "12 of 20 displays have been mounted; the rest is promised for 31 July 2024 but is on hold because the building is not ready yet.",
    ),
    (
        status("mounted 12 commissioned 8", ["März 2024"], blocked=True),
        "12 von 20 Displays sind montiert; der Rest war für März 2024 zugesagt und ist 10 Tage verspätet, denn zurzeit geht es nicht weiter.",
        "12 of 20 displays have been mounted; the rest was promised for March 2024 and is 10 days late, as it is on hold.",
    ),
    (
        status("mounted 12 commissioned 8", ["März 2024"], blocked=True, kind=K.TENDER),
        "12 von 20 Displays sind montiert; der Rest war für März 2024 zugesagt und ist 10 Tage verspätet, weil neu ausgeschrieben werden muss.",
        "12 of 20 displays have been mounted; the rest was promised for March 2024 and is 10 days late because a new tender is needed.",
    ),
    (
        status(
            "mounted 12 commissioned 8",
            ["März 2024"],
            blocked=True,
            kind=K.OTHER,
            reason="Raum „204“ fällt weg",
        ),
        "12 von 20 Displays sind montiert; der Rest war für März 2024 zugesagt und ist 10 Tage verspätet, denn zurzeit geht es nicht weiter (Grund: „Raum '204' fällt weg“).",
        "12 of 20 displays have been mounted; the rest was promised for March 2024 and is 10 days late, as it is on hold (reason given: “Raum '204' fällt weg”).",
    ),
    (
        status("mounted 12 commissioned 8", ["März 2024", "Juni 2024"], blocked=True, kind=K.SCHOOL),
        "12 von 20 Displays sind montiert; der Rest war für März zugesagt, jetzt für Juni 2024, weil eine Entscheidung der Schule aussteht.",
        "12 of 20 displays have been mounted; the rest was promised for March, now for June 2024 because the school has yet to decide.",
    ),
    (
        status("in_use 4 mounted 6 delivered 2 commissioned 8", ["Q2/2024"]),
        "4 von 20 Displays sind in Betrieb, 6 montiert und 2 geliefert; der Rest ist für Q2/2024 (bis Ende Juni) zugesagt.",
        "4 of 20 displays are in use, 6 have been mounted and 2 have been delivered; the rest is promised for the second quarter of 2024 (by the end of June).",
    ),
    (
        status("in_use 1 mounted 11 commissioned 8", ["KW 14/2024", "KW 20/2024"], kind=K.SUPPLIER),
        "1 von 20 Displays ist in Betrieb, 11 sind montiert; der Rest war für KW 14/2024 (1. bis 7. April) zugesagt, jetzt für KW 20/2024 (13. bis 19. Mai), weil es beim Lieferanten länger dauert.",
        "1 of 20 displays is in use and 11 have been mounted; the rest was promised for week 14 of 2024 (1 to 7 April), now for week 20 of 2024 (13 to 19 May) because the supplier needs more time.",
    ),
    (
        status("mounted 1 commissioned 19", ["II. Quartal 2024"]),
        "1 von 20 Displays ist montiert; der Rest ist für das II. Quartal 2024 (bis Ende Juni) zugesagt.",
        "1 of 20 displays has been mounted; the rest is promised for the second quarter of 2024 (by the end of June).",
    ),
    (
        status("mounted 19 commissioned 1", ["Mai 2024"]),
        "19 von 20 Displays sind montiert; das letzte ist für Mai 2024 zugesagt.",
        "19 of 20 displays have been mounted; the last one is promised for May 2024.",
    ),
    (
        status("mounted 19 commissioned 1", ["März 2024"], kind=K.CABLING),
        "19 von 20 Displays sind montiert; das letzte war für März 2024 zugesagt und ist 10 Tage verspätet, weil die Verkabelung fehlt.",
        "19 of 20 displays have been mounted; the last one was promised for March 2024 and is 10 days late because the cabling is missing.",
    ),
    (
        status("mounted 19 commissioned 1"),
        "19 von 20 Displays sind montiert; für das letzte ist noch kein Termin zugesagt.",
        "19 of 20 displays have been mounted; no date has been promised for the last one yet.",
    ),
    (
        status("mounted 1 commissioned 1"),
        "1 von 2 Displays ist montiert; für das andere ist noch kein Termin zugesagt.",
        "1 of 2 displays has been mounted; no date has been promised for the other one yet.",
    ),
    (
        status("mounted 1 commissioned 1", ["31.05.2024"]),
        "1 von 2 Displays ist montiert; das andere ist für den 31. Mai 2024 zugesagt.",
        "1 of 2 displays has been mounted; the other one is promised for 31 May 2024.",
    ),
    (
        status("delivered 1 commissioned 1", blocked=True, kind=K.CABLING, device=SERVER),
        "1 von 2 Schulservern ist geliefert; beim anderen geht es zurzeit nicht weiter, weil die Verkabelung fehlt.",
        "1 of 2 school servers has been delivered; the other one is on hold because the cabling is missing.",
    ),
    (
        status("delivered 3 commissioned 1", blocked=True, kind=K.CABLING, device=CAMERA),
        "3 von 4 Kameras sind geliefert; bei der letzten geht es zurzeit nicht weiter, weil die Verkabelung fehlt.",
        "3 of 4 cameras have been delivered; the last one is on hold because the cabling is missing.",
    ),
    (
        status("delivered 3 commissioned 1", device=CAMERA),
        "3 von 4 Kameras sind geliefert; für die letzte ist noch kein Termin zugesagt.",
        "3 of 4 cameras have been delivered; no date has been promised for the last one yet.",
    ),
    (
        status("delivered 3 commissioned 1", device=SERVER),
        "3 von 4 Schulservern sind geliefert; für den letzten ist noch kein Termin zugesagt.",
        "3 of 4 school servers have been delivered; no date has been promised for the last one yet.",
    ),
    (
        status("delivered 10 commissioned 10", ["Mai 2024"], device=MICROSCOPE),
        "10 von 20 Mikroskopen sind geliefert; der Rest ist für Mai 2024 zugesagt.",
        "10 of 20 microscopes have been delivered; the rest is promised for May 2024.",
    ),
    (
        status("delivered 10 commissioned 10", ["Mai 2024"], device=UNKNOWN),
        "10 von 20 Geräten sind geliefert; der Rest ist für Mai 2024 zugesagt.",
        "10 of 20 devices have been delivered; the rest is promised for May 2024.",
    ),
    (
        status("commissioned 20"),
        "20 Displays sind bestellt; ein Termin ist noch nicht zugesagt.",
        "20 displays have been ordered; no date has been promised yet.",
    ),
    (
        status("commissioned 20", ["Mai 2024"]),
        "20 Displays sind bestellt und für Mai 2024 zugesagt.",
        "20 displays have been ordered and are promised for May 2024.",
    ),
    (
        status("commissioned 20", ["KW 18/2024"]),
        "20 Displays sind bestellt und für KW 18/2024 (29. April bis 5. Mai) zugesagt.",
        "20 displays have been ordered and are promised for week 18 of 2024 (29 April to 5 May).",
    ),
    (
        status("commissioned 20", ["Mai 2024"], kind=K.CABLING),
        "20 Displays sind bestellt und erst für Mai 2024 zugesagt, weil die Verkabelung fehlt.",
        "20 displays have been ordered and are not promised before May 2024 because the cabling is missing.",
    ),
    (
        status("commissioned 20", ["31.03.2024", "31.05.2024"], kind=K.SUPPLIER),
        "20 Displays sind bestellt; sie waren für den 31. März zugesagt, jetzt für den 31. Mai 2024, weil es beim Lieferanten länger dauert.",
        "20 displays have been ordered; they were promised for 31 March, now for 31 May 2024 because the supplier needs more time.",
    ),
    (
        status("commissioned 20", ["Dezember 2023", "31.05.2024"], kind=K.OTHER, reason="Messe"),
        "20 Displays sind bestellt; sie waren für Dezember 2023 zugesagt, jetzt für den 31. Mai 2024 (Grund: „Messe“).",
        "20 displays have been ordered; they were promised for December 2023, now for 31 May 2024 (reason given: “Messe”).",
    ),
    (
        status("commissioned 20", ["Juni 2024", "Mai 2024"]),
        "20 Displays sind bestellt und jetzt schon für Mai 2024 zugesagt, zuvor für Juni 2024.",
        "20 displays have been ordered and are now promised for May 2024 instead of June 2024.",
    ),
    (
        status("commissioned 20", ["März 2024"]),
        "20 Displays sind bestellt; sie waren für März 2024 zugesagt und sind 10 Tage verspätet.",
        "20 displays have been ordered; they were promised for March 2024 and are 10 days late.",
    ),
    (
        status("commissioned 20", ["31.03.2024"], kind=K.SUPPLIER),
        "20 Displays sind bestellt; sie waren für den 31. März 2024 zugesagt und sind 10 Tage verspätet, weil es beim Lieferanten länger dauert.",
        "20 displays have been ordered; they were promised for 31 March 2024 and are 10 days late because the supplier needs more time.",
    ),
    (
        status("commissioned 20", ["April 2023"], kind=K.SUPPLIER),
        "20 Displays sind bestellt; sie waren für April 2023 zugesagt und sind 11 Monate verspätet, weil es beim Lieferanten länger dauert.",
        "20 displays have been ordered; they were promised for April 2023 and are 11 months late because the supplier needs more time.",
    ),
    (
        status("commissioned 20", ["09.04.2024"]),
        "20 Displays sind bestellt; sie waren für den 9. April 2024 zugesagt und sind einen Tag verspätet.",
        "20 displays have been ordered; they were promised for 9 April 2024 and are one day late.",
    ),
    (
        status("commissioned 20", blocked=True, kind=K.CABLING),
        "20 Displays sind bestellt, aber es geht zurzeit nicht weiter, weil die Verkabelung fehlt.",
        "20 displays have been ordered but are on hold because the cabling is missing.",
    ),
    (
        status("commissioned 20", blocked=True),
        "20 Displays sind bestellt, aber es geht zurzeit nicht weiter.",
        "20 displays have been ordered but are on hold.",
    ),
    (
        status("commissioned 20", ["31.07.2024"], blocked=True, kind=K.BUILDING),
        "20 Displays sind bestellt und für den 31. Juli 2024 zugesagt, aber es geht zurzeit nicht weiter, weil das Gebäude noch nicht so weit ist.",
        "20 displays have been ordered and are promised for 31 July 2024 but are on hold because the building is not ready yet.",
    ),
    (
        status("commissioned 20", ["März 2024"], blocked=True),
        "20 Displays sind bestellt; sie waren für März 2024 zugesagt und sind 10 Tage verspätet, denn zurzeit geht es nicht weiter.",
        "20 displays have been ordered; they were promised for March 2024 and are 10 days late, as they are on hold.",
    ),
    (
        status("planned 12", kind=K.BUDGET),
        "12 Displays sind in Planung; ein Termin ist noch nicht zugesagt, weil die Haushaltsfreigabe fehlt.",
        "12 displays are being planned; no date has been promised yet because the budget has not been released.",
    ),
    (
        status("planned 12"),
        "12 Displays sind in Planung; ein Termin ist noch nicht zugesagt.",
        "12 displays are being planned; no date has been promised yet.",
    ),
    (
        status("planned 12", ["Q3/2024"]),
        "12 Displays sind in Planung und für Q3/2024 (bis Ende September) zugesagt.",
        "12 displays are being planned and are promised for the third quarter of 2024 (by the end of September).",
    ),
    (
        status("planned 12", blocked=True, kind=K.SCHOOL),
        "12 Displays sind in Planung, aber es geht zurzeit nicht weiter, weil eine Entscheidung der Schule aussteht.",
        "12 displays are being planned but are on hold because the school has yet to decide.",
    ),
    (
        status("planned 8 commissioned 12", ["Mai 2024"]),
        "12 von 20 Displays sind bestellt, 8 in Planung; sie sind für Mai 2024 zugesagt.",
        "12 of 20 displays have been ordered and 8 are being planned; they are promised for May 2024.",
    ),
    (
        status("planned 8 commissioned 12", ["Mai 2024"], blocked=True),
        "12 von 20 Displays sind bestellt, 8 in Planung; sie sind für Mai 2024 zugesagt, aber es geht zurzeit nicht weiter.",
        "12 of 20 displays have been ordered and 8 are being planned; they are promised for May 2024 but are on hold.",
    ),
    (
        status("planned 1", device=SERVER),
        "Der Schulserver ist in Planung; ein Termin ist noch nicht zugesagt.",
        "The school server is being planned; no date has been promised yet.",
    ),
    (
        status("commissioned 1", ["Mai 2024"], device=SERVER),
        "Der Schulserver ist bestellt und für Mai 2024 zugesagt.",
        "The school server has been ordered and is promised for May 2024.",
    ),
    (
        status("commissioned 1", ["März 2024", "Mai 2024"], kind=K.CABLING, device=SERVER),
        "Der Schulserver ist bestellt; er war für März zugesagt, jetzt für Mai 2024, weil die Verkabelung fehlt.",
        "The school server has been ordered; it was promised for March, now for May 2024 because the cabling is missing.",
    ),
    (
        status("commissioned 1", ["März 2024"], device=SERVER),
        "Der Schulserver ist bestellt; er war für März 2024 zugesagt und ist 10 Tage verspätet.",
        "The school server has been ordered; it was promised for March 2024 and is 10 days late.",
    ),
    (
        status("commissioned 1", ["März 2024"], kind=K.SUPPLIER, device=CAMERA),
        "Die Kamera ist bestellt; sie war für März 2024 zugesagt und ist 10 Tage verspätet, weil es beim Lieferanten länger dauert.",
        "The camera has been ordered; it was promised for March 2024 and is 10 days late because the supplier needs more time.",
    ),
    (
        status("delivered 1", device=SERVER),
        "Der Schulserver ist geliefert.",
        "The school server has been delivered.",
    ),
    (
        status("mounted 1", device=CAMERA),
        "Die Kamera ist montiert.",
        "The camera has been mounted.",
    ),
    (
        status("in_use 1", device=SERVER),
        "Der Schulserver ist in Betrieb.",
        "The school server is in use.",
    ),
    (
        status("in_use 2"),
        "Beide Displays sind in Betrieb.",
        "Both displays are in use.",
    ),
    (
        status("in_use 12"),
        "Alle 12 Displays sind in Betrieb.",
        "All 12 displays are in use.",
    ),
    (
        status(
            "in_use 12",
            ["Januar 2024"],
            arrived_on=date(2024, 4, 8),
            reason="Verkabelung bis 01/2024",
            kind=K.CABLING,
        ),
        "Alle 12 Displays sind in Betrieb.",
        "All 12 displays are in use.",
    ),
    (
        status("in_use 12", receipt=receipt(missing=2)),
        "Alle 12 Displays sind in Betrieb; nach Angabe der Schule fehlen 2.",
        "All 12 displays are in use; the school is missing 2.",
    ),
    (
        status("in_use 12", receipt=receipt(missing=2, settled=True)),
        "Alle 12 Displays sind in Betrieb.",
        "All 12 displays are in use.",
    ),
    (
        status("set_up 30", device=IPAD),
        "Alle 30 iPads sind eingerichtet.",
        "All 30 iPads have been set up.",
    ),
    (
        status("in_use 12 mounted 8"),
        "12 von 20 Displays sind in Betrieb, 8 montiert.",
        "12 of 20 displays are in use and 8 have been mounted.",
    ),
    (
        status("in_use 1 mounted 1"),
        "1 von 2 Displays ist in Betrieb, 1 montiert.",
        "1 of 2 displays is in use and 1 has been mounted.",
    ),
    (
        status("mounted 12", kind=K.CABLING),
        "Alle 12 Displays sind montiert; benutzbar sind sie noch nicht, weil die Verkabelung fehlt.",
        "All 12 displays have been mounted; they cannot be used yet because the cabling is missing.",
    ),
    (
        status("mounted 12", blocked=True, kind=K.CABLING),
        "Alle 12 Displays sind montiert, aber es geht zurzeit nicht weiter, weil die Verkabelung fehlt.",
        "All 12 displays have been mounted but are on hold because the cabling is missing.",
    ),
    (
        status("mounted 12", blocked=True),
        "Alle 12 Displays sind montiert, aber es geht zurzeit nicht weiter.",
        "All 12 displays have been mounted but are on hold.",
    ),
    (
        status("tested 9", kind=K.OTHER, reason="Ein Gerät flackert"),
        "Alle 9 Displays sind im Funktionstest (Hinweis: „Ein Gerät flackert“).",
        "All 9 displays are being tested (note: “Ein Gerät flackert”).",
    ),
    (
        status("delivered 12", ["März 2024"], arrived_on=date(2024, 4, 8)),
        "Alle 12 Displays sind geliefert; sie kamen 8 Tage später als zugesagt.",
        "All 12 displays have been delivered; they came 8 days later than promised.",
    ),
    (
        status("delivered 1", ["März 2024"], arrived_on=date(2024, 4, 1), device=SERVER),
        "Der Schulserver ist geliefert; er kam einen Tag später als zugesagt.",
        "The school server has been delivered; it came one day later than promised.",
    ),
    (
        status("cancelled 5"),
        "Alle 5 Displays wurden storniert.",
        "All 5 displays were cancelled.",
    ),
    (
        status("cancelled 1", kind=K.TENDER, device=SERVER),
        "Der Schulserver wurde storniert, weil neu ausgeschrieben werden muss.",
        "The school server was cancelled because a new tender is needed.",
    ),
    (
        status("cancelled 2", kind=K.OTHER, reason="doppelt bestellt"),
        "Beide Displays wurden storniert (Grund: „doppelt bestellt“).",
        "Both displays were cancelled (reason given: “doppelt bestellt”).",
    ),
    (
        status("cancelled 2", kind=K.SUPPLIER, reason="Modell nicht mehr lieferbar"),
        "Beide Displays wurden storniert (Grund: „Modell nicht mehr lieferbar“).",
        "Both displays were cancelled (reason given: “Modell nicht mehr lieferbar”).",
    ),
    (
        status("in_use 12 cancelled 8"),
        "Alle 12 Displays sind in Betrieb (8 weitere wurden storniert).",
        "All 12 displays are in use (8 more were cancelled).",
    ),
    (
        status("mounted 6 commissioned 6 cancelled 1", ["Mai 2024"]),
        "6 von 12 Displays sind montiert (ein weiteres wurde storniert); der Rest ist für Mai 2024 zugesagt.",
        "6 of 12 displays have been mounted (1 more was cancelled); the rest is promised for May 2024.",
    ),
    (
        status("commissioned 6 cancelled 2", ["Mai 2024"]),
        "6 Displays sind bestellt (2 weitere wurden storniert) und für Mai 2024 zugesagt.",
        "6 displays have been ordered (2 more were cancelled) and are promised for May 2024.",
    ),
    (
        status(
            "commissioned 20", ["Juli 2024", "Juni 2024"], kind=K.CABLING, reason="Verkabelung früher fertig"
        ),
        "20 Displays sind bestellt und jetzt schon für Juni 2024 zugesagt, zuvor für Juli 2024 (Hinweis: „Verkabelung früher fertig“).",
        "20 displays have been ordered and are now promised for June 2024 instead of July 2024 (note: “Verkabelung früher fertig”).",
    ),
    (
        status("commissioned 1200"),
        "1.200 Displays sind bestellt; ein Termin ist noch nicht zugesagt.",
        "1,200 displays have been ordered; no date has been promised yet.",
    ),
    (
        status("mounted 1000 commissioned 200"),
        "1.000 von 1.200 Displays sind montiert; für den Rest ist noch kein Termin zugesagt.",
        "1,000 of 1,200 displays have been mounted; no date has been promised for the rest yet.",
    ),
    (
        status("commissioned 22", ["31.07.2024"], device=WIFI),
        "22 WLAN-Access-Points sind bestellt und für den 31. Juli 2024 zugesagt.",
        "22 Wi-Fi access points have been ordered and are promised for 31 July 2024.",
    ),
]


@pytest.mark.parametrize(
    ("line", "german", "english"), SAID, ids=[german for _line, german, _english in SAID]
)
def test_a_line_is_one_plain_sentence(line: LineStatus, german: str, english: str) -> None:
    assert (sentence(line, "de"), sentence(line, "en")) == (german, english)
