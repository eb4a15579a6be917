"""Wishes for trainings as schools write them, in groups that mean the same. On the half that is kept aside
nothing is ever tuned."""

from __future__ import annotations

TUNING: tuple[tuple[str, ...], ...] = (
    (
        "3D-Drucker im Sachunterricht",
        "3D-Druck für die Grundschule",
        "Wie drucken wir mit Kindern kleine Modelle in 3D?",
    ),
    (
        "iPads im Unterricht einsetzen\nUnser Kollegium hat neue iPads und kaum Erfahrung.",
        "Einführung in die Arbeit mit iPads",
        "Was kann man mit Tablets im Unterricht machen?",
    ),
    ("KI und ChatGPT im Unterricht", "Umgang mit künstlicher Intelligenz in der Schule"),
    ("Moodle für Einsteiger", "Moodle-Kurse anlegen"),
    ("Robotik mit Kindern", "Bee-Bots in Klasse 1 und 2\nProgrammieren mit kleinen Robotern"),
    ("Podcasts mit Schülern aufnehmen", "Hörspiele und Radiobeiträge produzieren"),
    ("Datenschutz bei Fotos und Klassenlisten", "Was ist beim Datenschutz zu beachten?"),
    ("Bedienung der neuen Displays", "Einweisung in die digitalen Tafeln"),
    ("Lasercutter bedienen",),
    ("Videoschnitt mit Schülern",),
    ("Schulserver: Konten verwalten",),
)
KEPT_ASIDE: tuple[tuple[str, ...], ...] = (
    ("Calliope mini programmieren", "Erste Programme mit dem Calliope im Sachunterricht"),
    (
        "Trickfilm mit Tablets drehen",
        "Stop-Motion-Filme mit der Klasse\nWir möchten mit Knete arbeiten und das iPad nutzen.",
    ),
    ("Greenscreen nutzen", "Videos vor dem Greenscreen drehen"),
    ("Virtuelle Rundgänge mit der 360-Grad-Kamera", "360°-Aufnahmen von unserer Schule"),
    ("Bildschirm vom iPad auf das Display spiegeln", "Tablet drahtlos an der Tafel zeigen"),
    ("Raspberry Pi im Informatikunterricht", "Informatik: Raspberry Pi einrichten"),
    ("Digitale Mikroskope in Biologie", "Mikroskopieren mit den digitalen Mikroskopen"),
    ("Urheberrecht bei Arbeitsblättern", "Welche Bilder und Texte dürfen wir verwenden?"),
    ("Tablets in der Inklusion", "iPads für Kinder mit Förderbedarf"),
    ("Videokonferenzen leiten",),
    ("LibreOffice Calc",),
    ("Schülerzeitung mit Scribus",),
)
