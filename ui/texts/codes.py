"""What codes to scan, cards to print and labels for devices say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DeviceWords:
    """A device's name, and the question that stands on its label."""

    name: str
    question: str


@dataclass(frozen=True, slots=True)
class CodesTexts:
    page: str
    title: str
    # the dialog
    show_code: str
    dialog_title: str
    dialog_explained: str
    picture: str
    short_address: str
    load_png: str
    load_svg: str
    print_card: str
    print_four: str
    scanned: str
    scanned_once: str
    never_scanned: str
    # the cards
    cards_title: str
    cards_explained: str
    cards_explained_small: str
    one_card_missing: str
    cards_missing: str
    print: str
    print_by_hand: str
    sizes: str
    size_names: dict[str, str]
    back: str
    scan: str
    or_type: str
    one_more_step: str
    more_steps: str
    devices: dict[str, DeviceWords]
    device_steps: tuple[str, ...]
    # the labels
    explained: str
    add: str
    none_yet: str
    search: str
    none_found: str
    one_found: str
    count_found: str
    more_found: str
    print_all: str
    print_chosen: str
    print_one: str
    remove: str
    remove_sure: str
    remove_now: str
    removed: str
    gone: str
    to_labels: str
    new_title: str
    new_explained: str
    device: str
    make: str
    model: str
    school: str
    no_school: str
    rooms: str
    rooms_example: str
    submit: str
    added: str
    added_one: str
    rooms_missing: str
    too_many_rooms: str
    no_own_school: str


GERMAN = CodesTexts(
    page="Geräte",
    title="Schilder für Geräte",
    show_code="QR-Code",
    dialog_title="QR-Code zum Zeigen und Drucken",
    dialog_explained="Wer den Code mit dem Telefon scannt, landet genau hier. Er bleibt auch gültig, wenn die Anleitung "
    "überarbeitet wird.",
    picture="QR-Code: {title}",
    short_address="Kurze Adresse zum Kopieren",
    load_png="Als PNG laden",
    load_svg="Als SVG laden",
    print_card="Karte drucken",
    print_four="Vier Karten auf ein Blatt",
    scanned="In den letzten 90 Tagen {count}-mal gescannt.",
    scanned_once="In den letzten 90 Tagen einmal gescannt.",
    never_scanned="In den letzten 90 Tagen nicht gescannt.",
    cards_title="Karten zum Drucken",
    cards_explained="Vier Karten passen auf ein Blatt A4. Schneiden Sie an den gestrichelten Linien. Drucken Sie in "
    "„Originalgröße“ oder mit 100 Prozent.",
    cards_explained_small="Jede Karte bekommt ein Blatt A6. Drucken Sie in „Originalgröße“ oder mit 100 Prozent.",
    one_card_missing="Eine Karte fehlt: Die Anleitung gibt es nicht, oder sie ist nicht für Sie bestimmt.",
    cards_missing="{count} Karten fehlen: Die Anleitungen gibt es nicht, oder sie sind nicht für Sie bestimmt.",
    print="Drucken",
    print_by_hand="Zum Drucken: Strg und P, auf dem Mac Befehlstaste und P.",
    sizes="Größe",
    size_names={"a4": "Auf A4", "four": "Viermal dieselbe auf A4", "a6": "Einzeln auf A6"},
    back="Zurück",
    scan="Mit der Kamera Ihres Telefons scannen",
    or_type="oder eintippen:",
    one_more_step="Noch ein Schritt hinter diesem Code",
    more_steps="Noch {count} Schritte hinter diesem Code",
    devices={
        "Display": DeviceWords("Display", "Fragen zu diesem Display?"),
        "iPad": DeviceWords("iPad", "Fragen zu diesem iPad?"),
        "Notebook": DeviceWords("Notebook", "Fragen zu diesem Notebook?"),
        "PC": DeviceWords("PC", "Fragen zu diesem PC?"),
        "Android-Gerät": DeviceWords("Android-Gerät", "Fragen zu diesem Android-Gerät?"),
        "Chromebook": DeviceWords("Chromebook", "Fragen zu diesem Chromebook?"),
        "Dokumentenkamera": DeviceWords("Dokumentenkamera", "Fragen zu dieser Dokumentenkamera?"),
        "Mikroskop": DeviceWords("Mikroskop", "Fragen zu diesem Mikroskop?"),
        "360°-Kamera": DeviceWords("360°-Kamera", "Fragen zu dieser 360°-Kamera?"),
        "Green Screen": DeviceWords("Green Screen", "Fragen zu diesem Green Screen?"),
        "Mikrofon": DeviceWords("Mikrofon", "Fragen zu diesem Mikrofon?"),
        "3D-Drucker": DeviceWords("3D-Drucker", "Fragen zu diesem 3D-Drucker?"),
        "Raspberry Pi": DeviceWords("Raspberry Pi", "Fragen zu diesem Raspberry Pi?"),
        "Calliope mini": DeviceWords("Calliope mini", "Fragen zu diesem Calliope mini?"),
        "Videokonferenzsystem": DeviceWords("Videokonferenzsystem", "Fragen zu diesem Videokonferenzsystem?"),
        "Schulserver": DeviceWords("Schulserver", "Fragen zu diesem Schulserver?"),
    },
    device_steps=(
        "Scannen Sie den Code. Lotse weiß dann schon, um welches Gerät es geht.",
        "Schreiben Sie Ihre Frage in eigenen Worten.",
        "Sie bekommen die Schritte, mit Bild oder Video.",
    ),
    explained="Ein Schild am Gerät spart Erklärungen: Wer den QR-Code scannt, fragt Lotse gleich zu diesem Gerät.",
    add="Neue Schilder",
    none_yet="Noch gibt es keine Schilder. Legen Sie für einen Raum das erste an und drucken Sie es.",
    search="Gerät, Raum oder Schule",
    none_found="Dazu passt kein Schild.",
    one_found="1 Schild",
    count_found="{count} Schilder",
    more_found="{count} weitere finden Sie über die Suche.",
    print_all="Alle {count} drucken",
    print_chosen="{count} ausgewählte drucken",
    print_one="Das ausgewählte drucken",
    remove="Entfernen",
    remove_sure="Der Code auf dem Schild führt danach nirgends mehr hin. Das lässt sich nicht zurücknehmen.",
    remove_now="Ja, Schild entfernen",
    removed="Das Schild ist entfernt. Nehmen Sie bitte auch das Papier vom Gerät.",
    gone="Dieses Schild gibt es nicht mehr.",
    to_labels="Zurück zu allen Schildern",
    new_title="Welche Geräte bekommen ein Schild?",
    new_explained="Für mehrere gleiche Geräte schreiben Sie einfach mehrere Räume untereinander.",
    device="Gerät",
    make="Hersteller (wenn bekannt)",
    model="Modell (wenn bekannt)",
    school="Schule",
    no_school="keine Schule (Schulträger, FabLab)",
    rooms="Räume oder Standorte, je Zeile einer",
    rooms_example="Raum 104\nRaum 105\nAula",
    submit="Schilder anlegen",
    added="{count} Schilder sind angelegt und ausgewählt. Sie können sie jetzt drucken.",
    added_one="Das Schild ist angelegt und ausgewählt. Sie können es jetzt drucken.",
    rooms_missing="Bitte schreiben Sie mindestens einen Raum auf.",
    too_many_rooms="Das sind sehr viele Räume. Bitte höchstens {count} auf einmal.",
    no_own_school="Ihnen ist noch keine Schule zugeordnet. Das kann nur die Verwaltung tun; danach legen Sie hier "
    "Schilder an.",
)

ENGLISH = CodesTexts(
    page="Devices",
    title="Labels for devices",
    show_code="QR code",
    dialog_title="QR code to show and to print",
    dialog_explained="Whoever scans the code with a phone arrives exactly here. It stays valid when the manual is revised.",
    picture="QR code: {title}",
    short_address="Short address to copy",
    load_png="Download as PNG",
    load_svg="Download as SVG",
    print_card="Print a card",
    print_four="Four cards on one sheet",
    scanned="Scanned {count} times in the last 90 days.",
    scanned_once="Scanned once in the last 90 days.",
    never_scanned="Not scanned in the last 90 days.",
    cards_title="Cards to print",
    cards_explained="Four cards fit on a sheet of A4. Cut along the dashed lines. Print at “actual size” or 100 per cent.",
    cards_explained_small="Each card gets a sheet of A6. Print at “actual size” or 100 per cent.",
    one_card_missing="One card is missing: there is no such manual, or it is not meant for you.",
    cards_missing="{count} cards are missing: there are no such manuals, or they are not meant for you.",
    print="Print",
    print_by_hand="To print: Ctrl and P, on a Mac Command and P.",
    sizes="Size",
    size_names={"a4": "On A4", "four": "The same four times on A4", "a6": "Each on A6"},
    back="Back",
    scan="Scan it with your phone's camera",
    or_type="or type:",
    one_more_step="One more step behind this code",
    more_steps="{count} more steps behind this code",
    devices={
        "Display": DeviceWords("Display", "Questions about this display?"),
        "iPad": DeviceWords("iPad", "Questions about this iPad?"),
        "Notebook": DeviceWords("Notebook", "Questions about this notebook?"),
        "PC": DeviceWords("PC", "Questions about this PC?"),
        "Android-Gerät": DeviceWords("Android device", "Questions about this Android device?"),
        "Chromebook": DeviceWords("Chromebook", "Questions about this Chromebook?"),
        "Dokumentenkamera": DeviceWords("Document camera", "Questions about this document camera?"),
        "Mikroskop": DeviceWords("Microscope", "Questions about this microscope?"),
        "360°-Kamera": DeviceWords("360° camera", "Questions about this 360° camera?"),
        "Green Screen": DeviceWords("Green screen", "Questions about this green screen?"),
        "Mikrofon": DeviceWords("Microphone", "Questions about this microphone?"),
        "3D-Drucker": DeviceWords("3D printer", "Questions about this 3D printer?"),
        "Raspberry Pi": DeviceWords("Raspberry Pi", "Questions about this Raspberry Pi?"),
        "Calliope mini": DeviceWords("Calliope mini", "Questions about this Calliope mini?"),
        "Videokonferenzsystem": DeviceWords(
            "Video conference system", "Questions about this video conference system?"
        ),
        "Schulserver": DeviceWords("School server", "Questions about this school server?"),
    },
    device_steps=(
        "Scan the code. Lotse then knows which device it is about.",
        "Write your question in your own words.",
        "You get the steps, with a picture or a video.",
    ),
    explained="A label on a device saves explanations: whoever scans its QR code asks Lotse about this very device.",
    add="New labels",
    none_yet="There are no labels yet. Make the first one for a room, and print it.",
    search="Device, room or school",
    none_found="No label matches.",
    one_found="1 label",
    count_found="{count} labels",
    more_found="Find {count} more by searching.",
    print_all="Print all {count}",
    print_chosen="Print the {count} chosen ones",
    print_one="Print the chosen one",
    remove="Remove",
    remove_sure="The code on the label will lead nowhere any more. This cannot be undone.",
    remove_now="Yes, remove the label",
    removed="The label has been removed. Please take the paper off the device too.",
    gone="This label is no longer there.",
    to_labels="Back to all labels",
    new_title="Which devices get a label?",
    new_explained="For several devices of the same kind, write several rooms, one on each line.",
    device="Device",
    make="Make (if known)",
    model="Model (if known)",
    school="School",
    no_school="no school (city, FabLab)",
    rooms="Rooms or places, one on each line",
    rooms_example="Room 104\nRoom 105\nAssembly hall",
    submit="Make the labels",
    added="{count} labels have been made and chosen. You can print them now.",
    added_one="The label has been made and chosen. You can print it now.",
    rooms_missing="Please write down at least one room.",
    too_many_rooms="These are very many rooms. No more than {count} at once, please.",
    no_own_school="You have no school assigned yet. Only the administration can do that; then you can make labels here.",
)
