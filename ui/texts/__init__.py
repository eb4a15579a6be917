"""Every text of the interface, in both languages. What stands in braces is filled in.

The assistant's texts stand here; the modules beside hold those of the frame and of the other pages.
"""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.kinds import DocumentKind
from ui.texts import (
    account,
    city,
    codes,
    courses,
    deliveries,
    frame,
    help_page,
    library,
    lists,
    narrowing,
    planning,
    post,
    privacy,
    push,
    receipts,
    sign_in,
    staff,
    trainings,
    uploads,
    wishes,
)
from ui.texts.account import AccountTexts
from ui.texts.city import CityTexts
from ui.texts.codes import CodesTexts
from ui.texts.courses import CourseTexts
from ui.texts.deliveries import DeliveryTexts
from ui.texts.frame import FrameTexts
from ui.texts.help_page import HelpTexts
from ui.texts.library import LibraryTexts
from ui.texts.lists import DeliveryListTexts
from ui.texts.narrowing import NarrowingTexts
from ui.texts.planning import PlanningTexts
from ui.texts.post import PostTexts
from ui.texts.privacy import PrivacyTexts
from ui.texts.push import PushTexts
from ui.texts.receipts import ReceiptTexts
from ui.texts.sign_in import SignInTexts
from ui.texts.staff import StaffTexts
from ui.texts.trainings import TrainingTexts
from ui.texts.uploads import UploadsTexts
from ui.texts.wishes import WishTexts


@dataclass(frozen=True, slots=True)
class Texts:
    """One language. A new text is a new field here; the type checker then asks for it in each language."""

    language_name: str
    language_label: str
    subtitles: str
    ask_page: str
    months: str  # all twelve, with blanks between
    day: str

    greeting: str
    explanation: str
    starters_label: str
    starters: tuple[tuple[str, str], ...]  # icon, question
    input_label: str
    preparing: str
    searching: str
    new_conversation: str
    asked_before: str
    understood: str

    says: str
    says_only: str
    page: str
    slide: str
    moment: str
    section: str
    kinds: dict[DocumentKind, str]
    as_of: str
    page_picture: str
    show_page: str
    open_pdf: str
    read_place: str
    play_from: str
    download: str
    place_title: str
    more_places: str
    one_more_place: str
    table: str

    helpful: str
    what_was_wrong: str
    reasons: tuple[str, ...]
    in_your_words: str
    send: str
    thanks: str

    nothing: str
    nothing_explained: str
    nearest: str
    ways_on: str
    ask_differently: str
    ask_differently_example: str
    report_fault: str
    report_fault_question: str
    ask_people: str

    empty: str
    empty_for_teachers: str
    empty_for_administration: str

    trouble: str
    trouble_number: str
    try_again: str
    unexpected: str

    frame: FrameTexts
    sign_in: SignInTexts
    staff: StaffTexts
    account: AccountTexts
    library: LibraryTexts
    codes: CodesTexts
    narrowing: NarrowingTexts
    uploads: UploadsTexts
    trainings: TrainingTexts
    wishes: WishTexts
    deliveries: DeliveryTexts
    city: CityTexts
    lists: DeliveryListTexts
    push: PushTexts
    receipts: ReceiptTexts
    courses: CourseTexts
    planning: PlanningTexts
    post: PostTexts
    help: HelpTexts
    privacy: PrivacyTexts


GERMAN = Texts(
    language_name="Deutsch",
    subtitles="Untertitel",
    language_label="Sprache",
    ask_page="Fragen",
    months="Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    day="{day}. {month} {year}",
    greeting="Womit kann ich helfen?",
    explanation="Ich suche in Anleitungen und Schulungsvideos und zeige Ihnen die Stelle.",
    starters_label="Häufig gefragt",
    starters=(
        (":material/cast:", "Wie spiegele ich mein iPad auf das Display?"),
        (":material/volume_off:", "Warum kommt kein Ton aus dem Display?"),
        (":material/wifi_password:", "Ich habe mein WLAN-Passwort vergessen. Was nun?"),
        (":material/build:", "Wie melde ich eine Störung richtig?"),
        (":material/deployed_code:", "Wie bereite ich eine Datei für den 3D-Druck vor?"),
        (":material/photo_camera:", "Darf ich Fotos von Schülerinnen und Schülern machen?"),
    ),
    input_label="Was möchten Sie wissen?",
    preparing="Lotse macht sich bereit …",
    searching="Ich suche die passende Stelle …",
    new_conversation="Neues Gespräch",
    asked_before="Vorher gefragt",
    understood="Verstanden als: „{question}“",
    says="So steht es in {title}, {place}",
    says_only="So steht es in {title}",
    page="Seite {number}",
    slide="Folie {number}",
    moment="ab {time}",
    section="Abschnitt „{heading}“",
    kinds={
        DocumentKind.PDF: "Handreichung (PDF)",
        DocumentKind.TEXT: "Textdokument",
        DocumentKind.SLIDES: "Präsentation",
        DocumentKind.WEB: "Anleitung",
        DocumentKind.VIDEO: "Video",
        DocumentKind.AUDIO: "Tonaufnahme",
        DocumentKind.TRANSCRIPT: "Mitschrift",
    },
    as_of="Stand {date}",
    page_picture="{title}, Seite {number}: das Bild der Seite mit der markierten Stelle",
    show_page="Seite groß zeigen",
    open_pdf="PDF auf Seite {number} öffnen",
    read_place="Stelle lesen",
    play_from="Ab {time} abspielen",
    download="Datei herunterladen",
    place_title="Die Stelle",
    more_places="{count} weitere Stellen",
    one_more_place="Eine weitere Stelle",
    table="Tabelle",
    helpful="War das hilfreich?",
    what_was_wrong="Was hat nicht gepasst?",
    reasons=(
        "Das war nicht meine Frage",
        "Es fehlt etwas",
        "Es ist falsch oder veraltet",
        "Es ist schwer zu verstehen",
    ),
    in_your_words="Möchten Sie etwas dazu sagen? (freiwillig, bitte ohne Namen)",
    send="Absenden",
    thanks="Danke, das hilft uns weiter.",
    nothing="Dazu habe ich nichts Sicheres gefunden.",
    nothing_explained="Bevor ich rate, zeige ich Ihnen lieber andere Wege.",
    nearest="Vielleicht hilft eine dieser Stellen",
    ways_on="So kommen Sie weiter",
    ask_differently="**Anders fragen.** Nennen Sie das Gerät und was Sie tun möchten, zum Beispiel:",
    ask_differently_example="Wie verbinde ich mein iPad mit dem Display im Klassenraum?",
    report_fault="**Etwas ist kaputt?** Ich zeige Ihnen, was das IT-Team wissen muss.",
    report_fault_question="Wie melde ich eine Störung?",
    ask_people="**Lieber mit jemandem sprechen?** Fragen Sie die IT-Ansprechperson Ihrer Schule.",
    empty="Hier ist noch nichts zum Nachschlagen.",
    empty_for_teachers="Die Anleitungen werden gerade eingerichtet. Bitte schauen Sie später noch einmal "
    "vorbei; bis dahin hilft Ihnen die IT-Ansprechperson Ihrer Schule.",
    empty_for_administration="Für die Administration: Dieser Befehl bringt die ersten Anleitungen herein.",
    trouble="Das hat gerade nicht geklappt.",
    trouble_number="Es liegt nicht an Ihrer Frage. Versuchen Sie es bitte noch einmal. Bleibt es dabei, "
    "nennen Sie dem IT-Team die Nummer **{number}**.",
    try_again="Noch einmal versuchen",
    unexpected="Das hat gerade nicht geklappt. Laden Sie die Seite bitte neu. Bleibt es dabei, nennen Sie "
    "dem IT-Team die Nummer **{number}**.",
    frame=frame.GERMAN,
    sign_in=sign_in.GERMAN,
    staff=staff.GERMAN,
    account=account.GERMAN,
    library=library.GERMAN,
    codes=codes.GERMAN,
    narrowing=narrowing.GERMAN,
    uploads=uploads.GERMAN,
    trainings=trainings.GERMAN,
    wishes=wishes.GERMAN,
    deliveries=deliveries.GERMAN,
    city=city.GERMAN,
    lists=lists.GERMAN,
    push=push.GERMAN,
    receipts=receipts.GERMAN,
    courses=courses.GERMAN,
    planning=planning.GERMAN,
    post=post.GERMAN,
    help=help_page.GERMAN,
    privacy=privacy.GERMAN,
)

ENGLISH = Texts(
    language_name="English",
    subtitles="Subtitles",
    language_label="Language",
    ask_page="Ask",
    months="January February March April May June July August September October November December",
    day="{day} {month} {year}",
    greeting="How can I help?",
    explanation="I look through manuals and training videos and show you the right place.",
    starters_label="Often asked",
    starters=(
        (":material/cast:", "How do I mirror my iPad to the display?"),
        (":material/volume_off:", "Why is there no sound from the display?"),
        (":material/wifi_password:", "I forgot my Wi-Fi password. What now?"),
        (":material/build:", "How do I report a fault properly?"),
        (":material/deployed_code:", "How do I prepare a file for 3D printing?"),
        (":material/school:", "How do I create a course in Moodle?"),
    ),
    input_label="What would you like to know?",
    preparing="Lotse is getting ready …",
    searching="Looking for the right place …",
    new_conversation="New conversation",
    asked_before="Asked before",
    understood="Understood as: “{question}”",
    says="This is from {title}, {place}",
    says_only="This is from {title}",
    page="page {number}",
    slide="slide {number}",
    moment="from {time}",
    section="section “{heading}”",
    kinds={
        DocumentKind.PDF: "Handout (PDF)",
        DocumentKind.TEXT: "Text document",
        DocumentKind.SLIDES: "Presentation",
        DocumentKind.WEB: "Guide",
        DocumentKind.VIDEO: "Video",
        DocumentKind.AUDIO: "Audio recording",
        DocumentKind.TRANSCRIPT: "Transcript",
    },
    as_of="as of {date}",
    page_picture="{title}, page {number}: picture of the page with the passage marked",
    show_page="Show the page large",
    open_pdf="Open PDF at page {number}",
    read_place="Read the passage",
    play_from="Play from {time}",
    download="Download the file",
    place_title="The passage",
    more_places="{count} more places",
    one_more_place="One more place",
    table="Table",
    helpful="Was this helpful?",
    what_was_wrong="What was not right?",
    reasons=(
        "It was not my question",
        "Something is missing",
        "It is wrong or out of date",
        "It is hard to understand",
    ),
    in_your_words="Would you like to say more? (optional, no names please)",
    send="Send",
    thanks="Thank you, this helps us.",
    nothing="I have found nothing reliable on this.",
    nothing_explained="Rather than guess, let me show you other ways.",
    nearest="One of these places may help",
    ways_on="What you can do now",
    ask_differently="**Ask differently.** Name the device and what you would like to do, for example:",
    ask_differently_example="How do I connect my iPad to the display in the classroom?",
    report_fault="**Is something broken?** I can show you what the IT team needs to know.",
    report_fault_question="How do I report a fault?",
    ask_people="**Rather talk to someone?** Ask the IT contact person at your school.",
    empty="There is nothing to look up here yet.",
    empty_for_teachers="The manuals are being set up. Please come back later; until then the IT contact "
    "person at your school can help.",
    empty_for_administration="For administrators: this command brings in the first manuals.",
    trouble="That did not work just now.",
    trouble_number="It is not your question. Please try again. If it stays like this, tell the IT "
    "team the number **{number}**.",
    try_again="Try again",
    unexpected="That did not work just now. Please reload the page. If it stays like this, tell the IT "
    "team the number **{number}**.",
    frame=frame.ENGLISH,
    sign_in=sign_in.ENGLISH,
    staff=staff.ENGLISH,
    account=account.ENGLISH,
    library=library.ENGLISH,
    codes=codes.ENGLISH,
    narrowing=narrowing.ENGLISH,
    uploads=uploads.ENGLISH,
    trainings=trainings.ENGLISH,
    wishes=wishes.ENGLISH,
    deliveries=deliveries.ENGLISH,
    city=city.ENGLISH,
    lists=lists.ENGLISH,
    push=push.ENGLISH,
    receipts=receipts.ENGLISH,
    courses=courses.ENGLISH,
    planning=planning.ENGLISH,
    post=post.ENGLISH,
    help=help_page.ENGLISH,
    privacy=privacy.ENGLISH,
)

TEXTS: dict[str, Texts] = {"de": GERMAN, "en": ENGLISH}
