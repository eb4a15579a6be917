"""What the library says: looking around in it, a document's own page, and what is printed of it."""

from __future__ import annotations

from dataclasses import dataclass

from retriever.facets import Facet


@dataclass(frozen=True, slots=True)
class LibraryTexts:
    page: str
    manual_page: str
    title: str
    not_there: str
    not_there_explained: str

    # looking around
    lead: str
    search: str
    search_example: str
    facets: dict[Facet, str]
    facet_value: str
    chosen: str
    drop: str
    clear: str
    one_document: str
    count_documents: str
    more: str
    nothing: str
    nothing_explained: str
    clear_all: str
    ask_these_words: str
    empty: str
    one_page: str
    count_pages: str
    one_slide: str
    count_slides: str
    minutes: str
    checked: str
    words: dict[str, str]  # what the library's key words are called; those not in it stay as they are

    # a document
    to_library: str
    for_whom: str
    level: str
    devices: str
    topics: str
    valid_for: str
    checked_on: str
    never_checked: str
    checked_long_ago: str
    ask_about: str
    open_file: str
    print: str
    in_language: dict[str, str]
    contents: str
    short_address: str
    copy: str
    copied: str
    copy_section: str
    search_within: str
    one_hit: str
    count_hits: str
    first_hits: str
    no_hit: str
    ask_instead: str
    previous_page: str
    next_page: str
    page_of: str
    choose_page: str
    page_picture: str
    text_of_page: str
    no_text: str
    slide: str
    transcript: str
    transcript_hint: str
    file_gone: str
    related: str
    trainings: str

    # printed
    print_now: str
    print_by_hand: str
    printed_source: str
    printed_on: str
    printed_address: str
    printed_pdf: str
    printed_code: str
    whole_document: str


# Those of the starter library in English.
KEY_WORDS = {
    "Notebook": "Laptop",
    "Android-Gerät": "Android device",
    "Dokumentenkamera": "Document camera",
    "Mikroskop": "Microscope",
    "360°-Kamera": "360° camera",
    "Green Screen": "Green screen",
    "Mikrofon": "Microphone",
    "3D-Drucker": "3D printer",
    "Videokonferenzsystem": "Video-conference system",
    "Schulserver": "School server",
    "WLAN": "Wi-Fi",
    "Bildschirmrekorder": "Screen recorder",
    "Erste Schritte": "First steps",
    "Datenschutz": "Data protection",
    "Geräte verwalten": "Managing devices",
    "Foto Film und Ton": "Photo, film and sound",
    "Anmelden und Konten": "Signing in and accounts",
    "Störung beheben": "Fixing a fault",
    "Bildschirm spiegeln": "Screen mirroring",
    "Lernplattform und Medien": "Learning platform and media",
    "Urheberrecht": "Copyright",
    "Dateien": "Files",
    "3D-Druck": "3D printing",
    "Texte und Bilder gestalten": "Designing texts and pictures",
    "Programmieren": "Programming",
    "Netz und WLAN": "Network and Wi-Fi",
    "Videokonferenz": "Video conference",
    "Lehrkräfte": "Teachers",
    "Digitalassistenz": "Digital assistants",
    "Schulleitung": "Heads of schools",
    "Multiplikatoren": "Trainers",
    "Einstieg": "Beginners",
    "Aufbau": "Intermediate",
    "Fortgeschritten": "Advanced",
}

GERMAN = LibraryTexts(
    page="Bibliothek",
    manual_page="Anleitung",
    title="Anleitungen und Videos",
    not_there="Diese Anleitung gibt es hier nicht",
    not_there_explained=(
        "Sie wurde entfernt, oder sie ist nicht für Ihre Rolle oder Schule bestimmt. "
        "Suchen Sie in der Bibliothek oder stellen Sie Ihre Frage auf der Startseite."
    ),
    lead="Blättern Sie nach Gerät oder Thema, oder tippen Sie, was Sie suchen.",
    search="In der Bibliothek suchen",
    search_example="Zum Beispiel: Display ohne Ton",
    facets={
        Facet.DEVICE: "Gerät oder Programm",
        Facet.TOPIC: "Thema",
        Facet.KIND: "Art",
        Facet.AUDIENCE: "Für wen",
        Facet.LEVEL: "Stufe",
    },
    facet_value="{word} ({count})",
    chosen="Gewählt",
    drop="{word} nicht mehr auswählen",
    clear="Auswahl aufheben",
    one_document="Ein Treffer",
    count_documents="{count} Anleitungen und Videos",
    more="Weitere {count} zeigen",
    nothing="Dazu ist in der Bibliothek nichts zu finden",
    nothing_explained="Versuchen Sie ein anderes Wort, oder nehmen Sie die Auswahl zurück.",
    clear_all="Suche und Auswahl aufheben",
    ask_these_words="„{words}“ als Frage stellen",
    empty="Noch liegen keine Anleitungen in der Bibliothek.",
    one_page="1 Seite",
    count_pages="{count} Seiten",
    one_slide="1 Folie",
    count_slides="{count} Folien",
    minutes="{time} Minuten",
    checked="geprüft am {date}",
    words={word: word for word in KEY_WORDS},
    to_library="Zur Bibliothek",
    for_whom="Für wen",
    level="Stufe",
    devices="Geräte und Programme",
    topics="Themen",
    valid_for="Gilt für",
    checked_on="Geprüft am {date}",
    never_checked="Noch nicht geprüft",
    checked_long_ago="Länger als ein Jahr nicht geprüft",
    ask_about="Fragen dazu stellen",
    open_file="Datei öffnen",
    print="Drucken",
    in_language={"de": "Auf Deutsch", "en": "Auf Englisch"},
    contents="Inhalt",
    short_address="Kurzadresse",
    copy="Kopieren",
    copied="Adresse kopiert",
    copy_section="Adresse des Abschnitts „{heading}“ kopieren",
    search_within="In dieser Anleitung suchen",
    one_hit="Eine Stelle",
    count_hits="{count} Stellen",
    first_hits="Die ersten {shown} von {count} Stellen",
    no_hit="Diese Wörter stehen hier nicht beieinander.",
    ask_instead="Als Frage an alle Anleitungen stellen",
    previous_page="Vorige Seite",
    next_page="Nächste Seite",
    page_of="Seite {number} von {count}",
    choose_page="Seite wählen",
    page_picture="{title}, Seite {number}: das Bild der Seite",
    text_of_page="Text dieser Seite",
    no_text="Auf dieser Seite steht kein Text.",
    slide="Folie {number}",
    transcript="Mitlesen",
    transcript_hint="Tippen Sie auf einen Satz: Die Aufnahme springt dorthin.",
    file_gone="Die Datei selbst ist gerade nicht da. Ihren Text können Sie lesen.",
    related="Das passt auch dazu",
    trainings="Fortbildungen dazu",
    print_now="Jetzt drucken",
    print_by_hand="Zum Drucken: Strg und P, auf dem Mac Befehl und P.",
    printed_source="Quelle: {title}, aus der Bibliothek von Lotse",
    printed_on="Gedruckt am {date}",
    printed_address="Immer aktuell unter",
    printed_pdf="Seiten mit Bildern drucken Sie am besten aus der Datei selbst:",
    printed_code="QR-Code zu dieser Anleitung",
    whole_document="Die ganze Anleitung drucken",
)

ENGLISH = LibraryTexts(
    page="Library",
    manual_page="Manual",
    title="Manuals and videos",
    not_there="There is no such manual here",
    not_there_explained=(
        "It was removed, or it is not meant for your role or school. "
        "Search the library, or ask your question on the start page."
    ),
    lead="Browse by device or topic, or type what you are looking for.",
    search="Search the library",
    search_example="For example: no sound from the display",
    facets={
        Facet.DEVICE: "Device or program",
        Facet.TOPIC: "Topic",
        Facet.KIND: "Kind",
        Facet.AUDIENCE: "For whom",
        Facet.LEVEL: "Level",
    },
    facet_value="{word} ({count})",
    chosen="Chosen",
    drop="No longer choose {word}",
    clear="Clear the choice",
    one_document="One result",
    count_documents="{count} manuals and videos",
    more="Show {count} more",
    nothing="The library has nothing about this",
    nothing_explained="Try another word, or take back your choice.",
    clear_all="Clear search and choice",
    ask_these_words="Ask “{words}” as a question",
    empty="There are no manuals in the library yet.",
    one_page="1 page",
    count_pages="{count} pages",
    one_slide="1 slide",
    count_slides="{count} slides",
    minutes="{time} minutes",
    checked="checked on {date}",
    words=KEY_WORDS,
    to_library="To the library",
    for_whom="For whom",
    level="Level",
    devices="Devices and programs",
    topics="Topics",
    valid_for="Valid for",
    checked_on="Checked on {date}",
    never_checked="Not checked yet",
    checked_long_ago="Not checked for more than a year",
    ask_about="Ask about this",
    open_file="Open the file",
    print="Print",
    in_language={"de": "In German", "en": "In English"},
    contents="Contents",
    short_address="Short address",
    copy="Copy",
    copied="Address copied",
    copy_section="Copy the address of the section “{heading}”",
    search_within="Search in this manual",
    one_hit="One place",
    count_hits="{count} places",
    first_hits="The first {shown} of {count} places",
    no_hit="These words do not stand together here.",
    ask_instead="Ask all manuals this as a question",
    previous_page="Previous page",
    next_page="Next page",
    page_of="Page {number} of {count}",
    choose_page="Choose a page",
    page_picture="{title}, page {number}: the picture of the page",
    text_of_page="Text of this page",
    no_text="There is no text on this page.",
    slide="Slide {number}",
    transcript="Read along",
    transcript_hint="Tap a sentence: the recording jumps there.",
    file_gone="The file itself is not there at the moment. You can read its text.",
    related="This goes with it",
    trainings="Trainings on this",
    print_now="Print now",
    print_by_hand="To print: Ctrl and P, on a Mac Command and P.",
    printed_source="Source: {title}, from the library of Lotse",
    printed_on="Printed on {date}",
    printed_address="Always up to date at",
    printed_pdf="Pages with pictures are best printed from the file itself:",
    printed_code="QR code of this manual",
    whole_document="Print the whole manual",
)
