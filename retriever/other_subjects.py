"""What else schools are busy with. Of whatever is typed some text is always the nearest; one that is less
near than all of this is about something else."""

from __future__ import annotations

OTHER_SUBJECTS = (
    "Lesen, Schreiben und Rechtschreibung im Deutschunterricht",
    "Rechnen und Geometrie im Mathematikunterricht",
    "Englisch, Französisch und andere Fremdsprachen unterrichten",
    "Sport, Schwimmen und Bewegung",
    "Musik: singen, Instrumente spielen, Chor und Theater",
    "Malen, Basteln, Töpfern und Nähen",
    "Kochen, Ernährung und Gesundheit",
    "Natur, Garten und Tiere",
    "Physik und Chemie: Experimente und Sicherheit",
    "Geschichte, Politik und Demokratie",
    "Religion, Ethik und Philosophie",
    "Berufsorientierung und Bewerbung",
    "Erste Hilfe und Brandschutz",
    "Mobbing, Gewalt und Streit in der Klasse",
    "Lernschwierigkeiten, Autismus und Verhalten von Kindern",
    "Gespräche mit Eltern und Elternabende",
    "Stress, Entspannung und Gesundheit der Lehrkräfte",
    "Recht, Verwaltung, Geld und Rente",
    "Ausflüge, Klassenfahrten und Feste",
    "Teamarbeit und Leitung im Kollegium",
)
