"""What adding and replacing manuals says."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.reading.errors import (
    Damaged,
    Empty,
    Encrypted,
    NeedsRecognition,
    NoSubtitles,
    TooLarge,
    Unreadable,
    WrongFormat,
)
from knowledge.upload_preview import Problem
from knowledge.upload_readers import Readers


@dataclass(frozen=True, slots=True)
class UploadsTexts:
    page: str
    title: str
    explained: str
    new: str
    replace_title: str
    replace_explained: str
    choose: str
    choose_help: str
    is_read: str
    way_back: str
    # what was read
    not_live: str
    one_page: str
    pages: str
    minutes: str
    languages: dict[str, str]
    what_was_read: str
    nothing_wrong: str
    problems: dict[Problem, str]
    notices: dict[str, str]
    recognised: str
    sections: str
    one_section: str
    heading: str
    beginning: str
    more_sections: str
    without_heading: str
    # is it found
    is_it_found: str
    question: str
    question_hint: str
    searching: str
    found: str
    # what is set
    about_it: str
    replaces: str
    is_new: str
    same_file: str
    name: str
    devices: str
    choose_devices: str
    topics: str
    topics_hint: str
    audience: str
    audience_hint: str
    level: str
    levels: tuple[str, ...]
    no_level: str
    valid_for: str
    valid_for_hint: str
    checked: str
    who_reads: str
    readers: dict[Readers, str]
    roles: str
    choose_roles: str
    schools: str
    publish: str
    publishing: str
    discard: str
    published: str
    published_replacing: str
    discarded: str
    # what there is
    uploaded: str
    none_uploaded: str
    version: str
    nobody: str
    stands_for: str
    for_everyone: str
    for_signed_in: str
    for_some: str
    replace: str
    take_back: str
    sure_back: str
    sure_withdraw: str
    sure_withdraw_replaced: str
    yes: str
    no: str
    taken_back: str
    withdrawn: str
    versions: str
    withdrawn_ones: str
    states: dict[str, str]
    bring_back: str
    brought_back: str
    working: str
    # what went wrong
    unreadable: dict[type[Unreadable], str]
    too_many: str
    forgotten: str
    forgotten_explained: str
    title_missing: str
    title_too_long: str
    nobody_chosen: str
    overtaken: str
    no_such_document: str
    no_such_school: str
    busy: str
    later_unreadable: str


GERMAN = UploadsTexts(
    page="Anleitungen",
    title="Anleitungen pflegen",
    explained="Laden Sie eine Anleitung hoch und sehen Sie nach, was darin gelesen wurde. "
    "Erst wenn Sie sie veröffentlichen, sehen andere sie.",
    new="Anleitung hochladen",
    replace_title="„{title}“ ersetzen",
    replace_explained="Wählen Sie die neue Datei. Die alte Fassung bleibt zu sehen, bis Sie veröffentlichen. "
    "Ausgedruckte Codes führen danach zur neuen.",
    choose="Welche Datei? Zu einem Video wählen Sie die Untertitel gleich mit aus.",
    choose_help="PDF, Word (docx), PowerPoint (pptx), OpenDocument (odt, odp), Webseiten und Texte bis {file} MB; "
    "Videos und Tonaufnahmen (mp4, webm, mp3) mit Untertiteln (vtt, srt) bis {media} MB.",
    is_read="Die Datei wird gelesen …",
    way_back="Zurück zu allen Anleitungen",
    not_live="noch nicht veröffentlicht",
    one_page="1 Seite",
    pages="{number} Seiten",
    minutes="{time} lang",
    languages={"de": "Deutsch", "en": "Englisch"},
    what_was_read="Das wurde gelesen",
    nothing_wrong="Alles wurde gelesen.",
    problems={
        Problem.NO_HEADINGS: "Es gibt keine Überschriften. Mit Überschriften findet man die richtige Stelle "
        "leichter. In Word setzen Sie sie mit „Überschrift 1“ und „Überschrift 2“.",
        Problem.LITTLE_TEXT: "Es steht nur sehr wenig Text darin. Was nur auf Bildern zu sehen ist, wird nicht gefunden.",
    },
    notices={
        r"pages? (.+) ha(?:s|ve) no text \(pictures only\)": "Seite {0} besteht nur aus Bildern. Was dort steht, wird "
        "nicht gefunden.",
        r"pages? (.+) w(?:as|ere) not read: recognising the scanned text took too long": "Seite {0} ist eingescannt und "
        "konnte nicht rechtzeitig gelesen werden. Ein PDF mit echtem Text hilft.",
        r"pages? (.+) (?:is|are) damaged and left out": "Seite {0} ist beschädigt und fehlt.",
        r"pages? (.+) (?:is|are) scanned; its text was recognised and may have errors": "Seite {0} ist eingescannt. Der "
        "Text wurde erkannt und kann Fehler haben.",
    },
    recognised="Es geht um: {devices}",
    sections="{number} Abschnitte ansehen",
    one_section="1 Abschnitt ansehen",
    heading="Überschrift",
    beginning="So beginnt der Text",
    more_sections="Und {number} weitere Abschnitte.",
    without_heading="(ohne Überschrift)",
    is_it_found="Wird sie gefunden?",
    question="Stellen Sie eine Frage so, wie Kolleginnen und Kollegen fragen würden",
    question_hint="Zum Beispiel: Wie schalte ich den Ton ein?",
    searching="Es wird gesucht …",
    found="Diese Stelle passt am besten:",
    about_it="Angaben zur Anleitung",
    replaces="Neu oder Ersatz?",
    is_new="Sie ist neu",
    same_file="Eine Anleitung mit diesem Namen gibt es schon: „{title}“. Soll Ihre Datei sie ersetzen, wählen Sie sie hier aus.",
    name="Titel",
    devices="Für welche Geräte und Programme?",
    choose_devices="Geräte auswählen",
    topics="Themen",
    topics_hint="Mit Komma getrennt, zum Beispiel: Bildschirm spiegeln, Ton",
    audience="Für wen ist sie geschrieben?",
    audience_hint="Mit Komma getrennt, zum Beispiel: Lehrkräfte, Schulleitung",
    level="Stufe",
    levels=("Einstieg", "Aufbau", "Fortgeschritten"),
    no_level="Keine Angabe",
    valid_for="Wofür gilt sie?",
    valid_for_hint="Zum Beispiel: Displays von ViewSonic ab 2023",
    checked="Geprüft am",
    who_reads="Wer darf sie lesen?",
    readers={
        Readers.EVERYONE: "Alle",
        Readers.SIGNED_IN: "Alle, die angemeldet sind",
        Readers.CHOSEN: "Nur bestimmte Rollen oder Schulen",
    },
    roles="Nur diese Rollen",
    choose_roles="Rollen auswählen",
    schools="Nur an diesen Schulen",
    publish="Veröffentlichen",
    publishing="Die Anleitung wird veröffentlicht …",
    discard="Hochgeladene Datei verwerfen",
    published="„{title}“ ist veröffentlicht und ab sofort zu finden.",
    published_replacing="„{title}“ ist veröffentlicht. Die Anleitung davor ist nicht mehr zu sehen.",
    discarded="Die Datei ist verworfen. Es hat sich nichts geändert.",
    uploaded="Hochgeladene Anleitungen",
    none_uploaded="Hier stehen die Anleitungen, die Sie und andere hochladen. Noch ist keine dabei.",
    version="Fassung {number}",
    nobody="nicht mehr bekannt",
    stands_for="ersetzt {name}",
    for_everyone="für alle",
    for_signed_in="nur angemeldet",
    for_some="nur für bestimmte Rollen oder Schulen",
    replace="Ersetzen",
    take_back="Zurücknehmen",
    sure_back="Statt Fassung {number} ist dann wieder Fassung {before} vom {date} zu sehen.",
    sure_withdraw="Die Anleitung ist dann nicht mehr zu sehen. Sie können sie später wieder zeigen.",
    sure_withdraw_replaced="Die Anleitung ist dann nicht mehr zu sehen. Dafür ist wieder die zu sehen, die sie ersetzt hat.",
    yes="Ja, zurücknehmen",
    no="Abbrechen",
    taken_back="Von „{title}“ ist wieder Fassung {number} zu sehen.",
    withdrawn="„{title}“ ist zurückgenommen.",
    versions="Frühere Fassungen",
    withdrawn_ones="Zurückgenommen",
    states={"live": "zu sehen", "earlier": "abgelöst", "taken_back": "zurückgenommen"},
    bring_back="Wieder zeigen",
    brought_back="Von „{title}“ ist jetzt Fassung {number} zu sehen.",
    working="Einen Moment …",
    unreadable={
        Empty: "In der Datei steht kein Text. Öffnen Sie sie und sehen Sie nach, ob es die richtige ist.",
        WrongFormat: "Diese Art von Datei kann nicht gelesen werden, oder der Inhalt passt nicht zur Endung des Namens. "
        "Speichern Sie sie als PDF oder als Word-Datei (docx) und laden Sie sie noch einmal hoch.",
        Damaged: "Die Datei ist beschädigt oder unvollständig. Speichern Sie sie noch einmal neu und laden Sie sie dann hoch.",
        Encrypted: "Die Datei ist mit einem Passwort geschützt. Speichern Sie eine Kopie ohne Passwort und laden Sie diese hoch.",
        TooLarge: "Die Datei ist zu groß oder zu umfangreich. Teilen Sie sie in mehrere Dateien oder verkleinern Sie die Bilder.",
        NeedsRecognition: "Die Seiten sind eingescannt und enthalten keinen Text. Laden Sie das Original hoch, zum Beispiel die "
        "Word-Datei oder ein daraus gespeichertes PDF.",
        NoSubtitles: "Zu dieser Aufnahme fehlen Untertitel. Wählen Sie die Aufnahme und ihre Untertitel (vtt oder srt) "
        "zusammen aus.",
        Unreadable: "Die Datei konnte nicht gelesen werden. Speichern Sie sie noch einmal neu oder als PDF.",
    },
    too_many="Bitte laden Sie eine Anleitung nach der anderen hoch. Zwei Dateien zusammen gehen nur bei einer Aufnahme mit "
    "ihren Untertiteln (vtt oder srt).",
    forgotten="Diese Datei ist nicht mehr da",
    forgotten_explained="Was nicht veröffentlicht wird, wird nach einem Tag vergessen. Laden Sie die Datei noch einmal hoch.",
    title_missing="Geben Sie der Anleitung einen Titel.",
    title_too_long="Der Titel ist zu lang. Höchstens {longest} Zeichen sind möglich.",
    nobody_chosen="Wählen Sie mindestens eine Rolle oder eine Schule aus, die die Anleitung lesen darf.",
    overtaken="Jemand anderes hat diese Anleitung gerade geändert. Sehen Sie sich den neuen Stand an. Wenn Sie dann noch "
    "einmal auf den Knopf drücken, gilt Ihre Fassung.",
    no_such_document="Diese Anleitung gibt es nicht mehr. Wählen Sie eine andere aus oder veröffentlichen Sie Ihre als neue.",
    no_such_school="Eine der ausgewählten Schulen gibt es nicht mehr. Bitte wählen Sie noch einmal aus.",
    busy="Die Bibliothek wird gerade neu eingelesen. Versuchen Sie es in ein paar Minuten noch einmal. Ihre Angaben bleiben "
    "stehen.",
    later_unreadable="Die frühere Fassung kann nicht mehr gelesen werden. Es hat sich nichts geändert. Laden Sie die Datei neu "
    "hoch.",
)

ENGLISH = UploadsTexts(
    page="Manuals",
    title="Looking after manuals",
    explained="Upload a manual and see what was read in it. Others see it only when you publish it.",
    new="Upload a manual",
    replace_title="Replace “{title}”",
    replace_explained="Choose the new file. The old version is shown until you publish. Printed codes lead to the new one "
    "from then on.",
    choose="Which file? With a video, choose its subtitles together with it.",
    choose_help="PDF, Word (docx), PowerPoint (pptx), OpenDocument (odt, odp), web pages and texts up to {file} MB; videos "
    "and sound (mp4, webm, mp3) with subtitles (vtt, srt) up to {media} MB.",
    is_read="The file is being read …",
    way_back="Back to all manuals",
    not_live="not published yet",
    one_page="1 page",
    pages="{number} pages",
    minutes="{time} long",
    languages={"de": "German", "en": "English"},
    what_was_read="This was read",
    nothing_wrong="Everything was read.",
    problems={
        Problem.NO_HEADINGS: "There are no headings. With headings the right place is found more easily. In Word, set them "
        "with “Heading 1” and “Heading 2”.",
        Problem.LITTLE_TEXT: "There is very little text in it. What is seen only in pictures is not found.",
    },
    notices={
        r"pages? (.+) ha(?:s|ve) no text \(pictures only\)": "Page {0} consists of pictures only. What stands there is not "
        "found.",
        r"pages? (.+) w(?:as|ere) not read: recognising the scanned text took too long": "Page {0} is scanned and could not "
        "be read in time. A PDF with real text helps.",
        r"pages? (.+) (?:is|are) damaged and left out": "Page {0} is damaged and missing.",
        r"pages? (.+) (?:is|are) scanned; its text was recognised and may have errors": "Page {0} is scanned. Its text was "
        "recognised and may have errors.",
    },
    recognised="It is about: {devices}",
    sections="Look at {number} sections",
    one_section="Look at 1 section",
    heading="Heading",
    beginning="How the text begins",
    more_sections="And {number} more sections.",
    without_heading="(without a heading)",
    is_it_found="Is it found?",
    question="Ask a question the way colleagues would",
    question_hint="For example: How do I turn on the sound?",
    searching="Searching …",
    found="This place suits best:",
    about_it="About the manual",
    replaces="New, or in the place of another?",
    is_new="It is new",
    same_file="There is a manual of this name already: “{title}”. If your file is to replace it, choose it here.",
    name="Title",
    devices="For which devices and programs?",
    choose_devices="Choose devices",
    topics="Topics",
    topics_hint="Separated by commas, for example: screen mirroring, sound",
    audience="For whom is it written?",
    audience_hint="Separated by commas, for example: teachers, heads",
    level="Level",
    levels=("Einstieg", "Aufbau", "Fortgeschritten"),
    no_level="Not stated",
    valid_for="What does it hold for?",
    valid_for_hint="For example: ViewSonic displays from 2023 on",
    checked="Checked on",
    who_reads="Who may read it?",
    readers={
        Readers.EVERYONE: "Everyone",
        Readers.SIGNED_IN: "Everyone who has signed in",
        Readers.CHOSEN: "Only certain roles or schools",
    },
    roles="Only these roles",
    choose_roles="Choose roles",
    schools="Only at these schools",
    publish="Publish",
    publishing="The manual is being published …",
    discard="Discard the uploaded file",
    published="“{title}” is published and can be found from now on.",
    published_replacing="“{title}” is published. The manual before it is not shown any more.",
    discarded="The file is discarded. Nothing has changed.",
    uploaded="Uploaded manuals",
    none_uploaded="The manuals that you and others upload stand here. There is none yet.",
    version="Version {number}",
    nobody="not known any more",
    stands_for="replaces {name}",
    for_everyone="for everyone",
    for_signed_in="signed-in people only",
    for_some="certain roles or schools only",
    replace="Replace",
    take_back="Take back",
    sure_back="Instead of version {number}, version {before} of {date} will be shown again.",
    sure_withdraw="The manual will not be shown any more. You can show it again later.",
    sure_withdraw_replaced="The manual will not be shown any more. The one that it replaced will be shown again.",
    yes="Yes, take it back",
    no="Cancel",
    taken_back="Of “{title}”, version {number} is shown again.",
    withdrawn="“{title}” is taken back.",
    versions="Earlier versions",
    withdrawn_ones="Taken back",
    states={"live": "shown", "earlier": "superseded", "taken_back": "taken back"},
    bring_back="Show again",
    brought_back="Of “{title}”, version {number} is shown now.",
    working="One moment …",
    unreadable={
        Empty: "There is no text in the file. Open it and see whether it is the right one.",
        WrongFormat: "This kind of file cannot be read, or its content does not fit the ending of its name. Save it as PDF or "
        "as a Word file (docx) and upload it again.",
        Damaged: "The file is damaged or incomplete. Save it anew and upload it then.",
        Encrypted: "The file is protected by a password. Save a copy without one and upload that.",
        TooLarge: "The file is too large or too long. Split it into several files, or make its pictures smaller.",
        NeedsRecognition: "The pages are scanned and hold no text. Upload the original, such as the Word file, or a PDF saved "
        "from it.",
        NoSubtitles: "The recording has no subtitles. Choose the recording together with its subtitles (vtt or srt).",
        Unreadable: "The file could not be read. Save it anew, or as PDF.",
    },
    too_many="Please upload one manual at a time. Two files go together only for a recording with its subtitles (vtt or srt).",
    forgotten="This file is not here any more",
    forgotten_explained="What is not published is forgotten after a day. Please upload the file again.",
    title_missing="Give the manual a title.",
    title_too_long="The title is too long. At most {longest} letters are possible.",
    nobody_chosen="Choose at least one role or one school that may read the manual.",
    overtaken="Somebody else has just changed this manual. Have a look at how it is now. If you press the button once more "
    "then, your version holds.",
    no_such_document="This manual does not exist any more. Choose another one, or publish yours as a new one.",
    no_such_school="One of the chosen schools does not exist any more. Please choose again.",
    busy="The library is being read in anew. Try again in a few minutes. What you filled in stays.",
    later_unreadable="The earlier version cannot be read any more. Nothing has changed. Upload the file anew.",
)
