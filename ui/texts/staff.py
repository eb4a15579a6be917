"""Texts of the administration's pages: people, schools, the audit log."""

from __future__ import annotations

from dataclasses import dataclass

from core.audit import Action
from core.people.csv_reading import Fault
from core.people.person import SchoolKind


@dataclass(frozen=True, slots=True)
class ListTexts:
    """What is said where a list is read in."""

    way_back: str
    heading: str
    explanation: str
    choose: str
    columns: str
    example: str


@dataclass(frozen=True, slots=True)
class StaffTexts:
    moment: str
    search: str

    people: str
    waiting: str
    waiting_explained: str
    since: str
    more_waiting: str
    assign: str
    assigned: str
    role_missing: str
    search_people: str
    nobody: str
    one_person: str
    count_people: str
    more_people: str
    add_person: str
    read_list: str
    switched_off: str
    to_people: str

    new_person: str
    new_person_explained: str
    name: str
    email: str
    role: str
    choose_role: str
    schools: str
    choose_schools: str
    add: str
    person_added: str
    save: str
    saved: str
    person_gone: str
    person_gone_explained: str

    password: str
    password_explained: str
    make_link: str
    link_made: str
    no_link_when_off: str
    no_link_when_made_up: str
    access: str
    access_on: str
    access_off: str
    switch_off: str
    switch_off_sure: str
    switch_off_now: str
    switch_on: str
    is_off: str
    is_on: str
    data: str
    data_explained: str
    take_along: str
    delete: str
    delete_sure: str
    delete_confirm: str
    delete_now: str
    delete_not_confirmed: str
    deleted: str

    name_missing: str
    name_too_long: str
    bad_email: str
    email_taken: str
    school_taken: str
    last_admin: str
    no_such_person: str
    no_such_school: str
    list_has_faults: str

    the_schools: str
    search_schools: str
    no_schools: str
    no_such_schools: str
    one_school: str
    count_schools: str
    more_schools: str
    without_people: str
    add_school: str
    to_schools: str
    new_school: str
    school_name: str
    kind: str
    kinds: dict[SchoolKind, str]
    no_kind: str
    short_name: str
    sites: str
    school_added: str
    school_gone: str
    school_gone_explained: str

    people_list: ListTexts
    school_list: ListTexts
    file_help: str
    columns: str
    preview: str
    counts: str
    take_over: str
    taken_over: str
    nothing_new: str
    one_fault: str
    faults: str
    more_faults: str
    line: str
    column: str
    value: str
    advice: str
    advices: dict[Fault, str]
    meant: str

    log: str
    log_explained: str
    action: str
    all_actions: str
    log_columns: tuple[str, str, str]
    actions: dict[Action, str]
    log_words: dict[str, str]  # how use cases write it: how it is read
    no_person: str
    deleted_person: str
    deleted_school: str
    older: str
    no_older: str
    log_empty: str


GERMAN = StaffTexts(
    moment="{day:02}.{month:02}.{year}, {time} Uhr",
    search="Suchen",
    people="Wen suchen Sie?",
    waiting="Noch nicht zugeordnet",
    waiting_explained="Diese Personen haben sich angemeldet und warten auf ihre Rolle.",
    since="dabei seit {day}",
    more_waiting="Danach kommen noch {count} weitere.",
    assign="Zuordnen",
    assigned="{name} ist jetzt zugeordnet.",
    role_missing="Bitte wählen Sie noch eine Rolle.",
    search_people="Name, E-Mail oder Schule",
    nobody="Dazu passt niemand. Prüfen Sie die Schreibweise, oder fügen Sie die Person hinzu.",
    one_person="1 Person",
    count_people="{count} Personen",
    more_people="Das sind mehr als {count} Personen. Schreiben Sie oben einen Namen oder eine Schule hinein.",
    add_person="Person hinzufügen",
    read_list="Liste einlesen",
    switched_off="abgeschaltet",
    to_people="Zurück zu allen Personen",
    new_person="Wer kommt dazu?",
    new_person_explained="Die Person kann sich gleich danach anmelden.",
    name="Vor- und Nachname",
    email="E-Mail-Adresse",
    role="Rolle",
    choose_role="Rolle wählen",
    schools="Schulen",
    choose_schools="Schulen wählen",
    add="Hinzufügen",
    person_added="{name} ist hinzugefügt.",
    save="Speichern",
    saved="Gespeichert.",
    person_gone="Diese Person gibt es hier nicht mehr.",
    person_gone_explained="Vielleicht wurde sie gelöscht, oder der Link ist nicht vollständig.",
    password="Passwort",
    password_explained="Mit einem Link legt die Person ihr Passwort selbst fest. Sie erfahren es nicht.",
    make_link="Link zum Festlegen des Passworts",
    link_made="Geben Sie diesen Link nur an {name} weiter. Er gilt eine Stunde und nur ein Mal. Er wird nur jetzt gezeigt.",
    no_link_when_off="Das Konto ist abgeschaltet. Einen Link gibt es wieder, wenn es eingeschaltet ist.",
    no_link_when_made_up="Personen der Vorführung haben kein Passwort. Ein Klick auf der Anmeldeseite genügt.",
    access="Zugang",
    access_on="Das Konto ist eingeschaltet.",
    access_off="Das Konto ist abgeschaltet. Die Person kann sich nicht anmelden.",
    switch_off="Konto abschalten",
    switch_off_sure="{name} wird sofort überall abgemeldet und kann sich nicht mehr anmelden. Die Angaben bleiben "
    "erhalten, und Sie können das Konto wieder einschalten.",
    switch_off_now="Ja, abschalten",
    switch_on="Konto wieder einschalten",
    is_off="Das Konto von {name} ist abgeschaltet.",
    is_on="Das Konto von {name} ist wieder eingeschaltet.",
    data="Gespeicherte Daten",
    data_explained="Wer wissen möchte, was hier über ihn steht, bekommt diese Datei. Das Herunterladen steht danach im "
    "Protokoll.",
    take_along="Daten herunterladen",
    delete="Person löschen",
    delete_sure="Alles, was über {name} gespeichert ist, wird gelöscht. Das lässt sich nicht zurücknehmen.",
    delete_confirm="Zur Sicherheit: Name oder E-Mail-Adresse der Person",
    delete_now="Endgültig löschen",
    delete_not_confirmed="Das war nicht der Name oder die E-Mail-Adresse von {name}. Es wurde nichts gelöscht.",
    deleted="{name} ist gelöscht.",
    name_missing="Bitte geben Sie einen Namen ein.",
    name_too_long="Bitte kürzen Sie: Hier passen höchstens {longest} Zeichen hinein.",
    bad_email="Bitte prüfen Sie die E-Mail-Adresse. Vielleicht fehlt das @-Zeichen oder der Teil danach.",
    email_taken="{email} gehört schon zu einer anderen Person.",
    school_taken="Eine Schule mit dem Namen {name} gibt es schon.",
    last_admin="Das geht nicht: Dann könnte niemand mehr Rollen vergeben. Geben Sie zuerst einer anderen Person die Rolle "
    "Verwaltung.",
    no_such_person="Diese Person wurde inzwischen gelöscht.",
    no_such_school="Eine der Schulen gibt es nicht mehr. Laden Sie die Seite bitte neu.",
    list_has_faults="Es wurde nichts übernommen, denn mit der Liste stimmt etwas nicht.",
    the_schools="Welche Schulen gehören dazu?",
    search_schools="Name, Kurzname oder Schulform",
    no_schools="Noch ist keine Schule eingetragen. Am schnellsten geht es mit einer Liste.",
    no_such_schools="Dazu passt keine Schule.",
    one_school="1 Schule",
    count_schools="{count} Schulen",
    more_schools="{count} weitere finden Sie mit der Suche.",
    without_people="noch keine Personen",
    add_school="Schule hinzufügen",
    to_schools="Zurück zu allen Schulen",
    new_school="Welche Schule kommt dazu?",
    school_name="Name der Schule",
    kind="Schulform",
    kinds={
        SchoolKind.GS: "Grundschule",
        SchoolKind.GMS: "Gemeinschaftsschule",
        SchoolKind.SEK: "Sekundarschule",
        SchoolKind.GYM: "Gymnasium",
        SchoolKind.IGS: "Integrierte Gesamtschule",
        SchoolKind.FOES: "Förderschule",
        SchoolKind.BBS: "Berufsbildende Schulen",
    },
    no_kind="andere",
    short_name="Kurzname (wenn es einen gibt)",
    sites="Standorte, wenn es mehrere sind (einer je Zeile)",
    school_added="{name} ist hinzugefügt.",
    school_gone="Diese Schule gibt es hier nicht.",
    school_gone_explained="Vielleicht ist der Link nicht vollständig.",
    people_list=ListTexts(
        way_back="Zurück zu allen Personen",
        heading="Eine Liste mit Personen einlesen",
        explanation="Sie sehen erst, was sich ändert. Wer nicht in der Liste steht, bleibt, wie er ist.",
        choose="Ihre Liste als CSV-Datei",
        columns="Die erste Zeile nennt die Spalten. Erkannt werden Personen an der E-Mail-Adresse. Mehrere Schulen "
        "trennen Sie mit einem senkrechten Strich. Zum Abschreiben:",
        example="Name;E-Mail;Rolle;Schulen\n"
        "Anna Muster;anna.muster@schule.example;Lehrkraft;GS Am Park\n"
        "Omar Beispiel;omar.beispiel@schule.example;Digitalassistenz;GS Am Park | Gym Nord",
    ),
    school_list=ListTexts(
        way_back="Zurück zu allen Schulen",
        heading="Eine Liste mit Schulen einlesen",
        explanation="Sie sehen erst, was sich ändert. Schulen, die nicht in der Liste stehen, bleiben, wie sie sind.",
        choose="Ihre Liste als CSV-Datei",
        columns="Die erste Zeile nennt die Spalten. Kurzname und Standorte dürfen fehlen. Mehrere Standorte trennen Sie "
        "mit einem senkrechten Strich. Zum Abschreiben:",
        example="Schule;Schulform;Kurzname;Standorte\n"
        "Grundschule Am Park;GS;GS Am Park;\n"
        "Gymnasium Nord;Gym;Gym Nord;Haupthaus | Turnhalle",
    ),
    file_help="In Excel oder LibreOffice: „Speichern unter“ und dann „CSV“ wählen.",
    columns="So sieht die Liste aus",
    preview="Das würde sich ändern",
    counts="{created} neu, {changed} geändert, {unchanged} unverändert",
    take_over="Übernehmen",
    taken_over="Die Liste ist übernommen: {counts}.",
    nothing_new="Alles steht schon so hier. Sie müssen nichts weiter tun.",
    one_fault="Eine Stelle stimmt noch nicht. Ändern Sie sie in Ihrer Datei und wählen Sie die Datei noch einmal. Bis "
    "dahin wird nichts übernommen.",
    faults="{count} Stellen stimmen noch nicht. Ändern Sie sie in Ihrer Datei und wählen Sie die Datei noch einmal. Bis "
    "dahin wird nichts übernommen.",
    more_faults="Danach kommen noch {count} weitere Stellen.",
    line="Zeile",
    column="Spalte",
    value="Das steht da",
    advice="So wird es richtig",
    advices={
        Fault.NO_TEXT: "Das ist keine CSV-Datei. Speichern Sie die Tabelle als CSV und wählen Sie diese Datei.",
        Fault.EMPTY: "Unter den Überschriften steht noch nichts.",
        Fault.COLUMN_MISSING: "Diese Spalte fehlt. Fügen Sie sie mit dieser Überschrift hinzu.",
        Fault.COLUMN_TWICE: "Diese Spalte gibt es zweimal. Löschen Sie eine davon.",
        Fault.LINE_BROKEN: "Ab hier lässt sich die Datei nicht lesen. Meist fehlt ein Anführungszeichen.",
        Fault.TOO_MANY_CELLS: "Die Zeile hat mehr Felder, als es Überschriften gibt.",
        Fault.CELL_EMPTY: "Hier fehlt etwas. Füllen Sie das Feld aus.",
        Fault.TOO_LONG: "Das ist zu lang. Kürzen Sie es.",
        Fault.BAD_EMAIL: "Das ist keine E-Mail-Adresse.",
        Fault.UNKNOWN_KIND: "Diese Schulform ist nicht bekannt. Möglich sind GS, GmS, Sek, Gym, IGS, FÖS und BBS.",
        Fault.UNKNOWN_ROLE: "Diese Rolle gibt es nicht. Möglich sind Lehrkraft, Schulleitung, Digitalassistenz, "
        "Trainer/in, Schulträger-Team und Verwaltung.",
        Fault.UNKNOWN_SCHOOL: "Diese Schule ist nicht eingetragen.",
        Fault.TWICE: "Das steht weiter oben schon, mit anderen Angaben. Löschen Sie eine der Zeilen.",
    },
    meant="Meinten Sie „{name}“?",
    log="Wer hat was geändert?",
    log_explained="Das Neueste steht oben.",
    action="Vorgang",
    all_actions="Alle Vorgänge",
    log_columns=("Wann", "Wer", "Was"),
    actions={
        Action.PERSON_ADDED: "Person hinzugefügt",
        Action.PERSON_CHANGED: "Name oder E-Mail geändert",
        Action.ROLE_SET: "Rolle vergeben",
        Action.SCHOOLS_SET: "Schulen zugeordnet",
        Action.DEACTIVATED: "Konto abgeschaltet",
        Action.REACTIVATED: "Konto wieder eingeschaltet",
        Action.PEOPLE_IMPORTED: "Liste mit Personen eingelesen",
        Action.SCHOOL_ADDED: "Schule hinzugefügt",
        Action.SCHOOL_CHANGED: "Schule geändert",
        Action.SCHOOLS_IMPORTED: "Liste mit Schulen eingelesen",
        Action.DATA_EXPORTED: "Daten heruntergeladen",
        Action.PERSON_DELETED: "Person gelöscht",
        Action.PASSWORD_LINK_MADE: "Link zum Passwort gemacht",
        Action.PASSWORD_CHANGED: "Passwort festgelegt",
        Action.SIGNED_OUT_EVERYWHERE: "Überall abgemeldet",
        Action.TIDIED: "Altes gelöscht",
        Action.LABEL_ADDED: "Schild für ein Gerät angelegt",
        Action.LABEL_REMOVED: "Schild eines Geräts entfernt",
        Action.DOCUMENT_PUBLISHED: "Anleitung veröffentlicht",
        Action.DOCUMENT_TAKEN_BACK: "Frühere Fassung wieder gezeigt",
        Action.DOCUMENT_WITHDRAWN: "Anleitung zurückgenommen",
        Action.TRAINING_ADDED: "Fortbildung angelegt",
        Action.TRAINING_CHANGED: "Fortbildung geändert",
        Action.DATE_ADDED: "Termin angelegt",
        Action.DATE_CHANGED: "Termin geändert",
        Action.DATE_CANCELLED: "Termin abgesagt",
        Action.RESOURCE_ADDED: "Raum oder Maschine angelegt",
        Action.RESOURCE_CHANGED: "Raum oder Maschine geändert",
        Action.PARTICIPANT_REMOVED: "Teilnehmende Person ausgetragen",
        Action.PRIORITY_SET: "Platz auf der Warteliste geändert",
        Action.MESSAGE_SENT: "Nachricht an Teilnehmende geschickt",
        Action.WISH_ANSWERED: "Fortbildungswunsch beantwortet",
        Action.HOLIDAY_ADDED: "Ferien eingetragen",
        Action.HOLIDAY_REMOVED: "Ferien gelöscht",
        Action.DELIVERIES_IMPORTED: "Lieferliste eingelesen",
        Action.LINE_CHANGED: "Lieferung von Hand geändert",
        Action.RECEIPT_CONFIRMED: "Empfang bestätigt",
        Action.RECEIPT_SETTLED: "Rückmeldung zu einer Lieferung erledigt",
        Action.PROFILE_SAVED: "Aufbau einer Lieferliste gespeichert",
        Action.PROFILE_REMOVED: "Aufbau einer Lieferliste gelöscht",
        Action.SPELLING_CONFIRMED: "Schreibweise einer Schule bestätigt",
        Action.SPELLING_REMOVED: "Schreibweise einer Schule gelöscht",
        Action.PUSH_TOKEN_MADE: "Zugang für ein anderes System angelegt",
        Action.PUSH_TOKEN_REVOKED: "Zugang für ein anderes System gesperrt",
        Action.MILESTONE_ADDED: "Meilenstein angelegt",
        Action.MILESTONE_CHANGED: "Meilenstein geändert",
        Action.MILESTONE_REMOVED: "Meilenstein gelöscht",
    },
    log_words={
        "none": "keine",
        "rows": "Zeilen",
        "label": "Schild",
        "created": "neu",
        "changed": "geändert",
        "unchanged": "unverändert",
        "people": "Personen",
        "sessions": "Anmeldungen",
        "password links": "Links zum Passwort",
        "attempts": "Fehlversuche",
        "audit lines": "Zeilen im Protokoll",
        "document": "Anleitung Nr.",
        "version": "Fassung",
        "by the sign-in service": "durch den Anmeldedienst",
    },
    no_person="ohne Person",
    deleted_person="gelöschte Person (Nr. {number})",
    deleted_school="gelöschte Schule (Nr. {number})",
    older="Ältere zeigen",
    no_older="Ältere Einträge gibt es nicht. „Ohne Person“ heißt: das Portal selbst, die Kommandozeile oder jemand, der "
    "inzwischen gelöscht ist.",
    log_empty="Dazu steht noch nichts im Protokoll.",
)

ENGLISH = StaffTexts(
    moment="{day:02}/{month:02}/{year}, {time}",
    search="Search",
    people="Who are you looking for?",
    waiting="Not assigned yet",
    waiting_explained="These people have signed in and are waiting for their role.",
    since="here since {day}",
    more_waiting="{count} more come after these.",
    assign="Assign",
    assigned="{name} is assigned now.",
    role_missing="Please choose a role first.",
    search_people="Name, e-mail or school",
    nobody="Nobody matches. Check the spelling, or add the person.",
    one_person="1 person",
    count_people="{count} people",
    more_people="These are more than {count} people. Write a name or a school into the field above.",
    add_person="Add a person",
    read_list="Read in a list",
    switched_off="switched off",
    to_people="Back to all people",
    new_person="Who is joining?",
    new_person_explained="The person can sign in right afterwards.",
    name="First and last name",
    email="E-mail address",
    role="Role",
    choose_role="Choose a role",
    schools="Schools",
    choose_schools="Choose schools",
    add="Add",
    person_added="{name} has been added.",
    save="Save",
    saved="Saved.",
    person_gone="This person is no longer here.",
    person_gone_explained="They may have been deleted, or the link is incomplete.",
    password="Password",
    password_explained="With a link the person sets the password themselves. You do not get to know it.",
    make_link="Link to set the password",
    link_made="Give this link to {name} only. It is valid for one hour and only once. It is shown only now.",
    no_link_when_off="The account is switched off. Links can be made again once it is on.",
    no_link_when_made_up="People of the demonstration have no password. One click on the sign-in page is enough.",
    access="Access",
    access_on="The account is switched on.",
    access_off="The account is switched off. The person cannot sign in.",
    switch_off="Switch the account off",
    switch_off_sure="{name} is signed out everywhere at once and can no longer sign in. What is known about them stays, "
    "and you can switch the account on again.",
    switch_off_now="Yes, switch it off",
    switch_on="Switch the account on again",
    is_off="The account of {name} is switched off.",
    is_on="The account of {name} is switched on again.",
    data="Stored data",
    data_explained="Whoever would like to know what is kept about them gets this file. The audit log will say that it was "
    "downloaded.",
    take_along="Download the data",
    delete="Delete the person",
    delete_sure="Everything kept about {name} will be deleted. This cannot be undone.",
    delete_confirm="To be sure: the person's name or e-mail address",
    delete_now="Delete for good",
    delete_not_confirmed="That was not the name or e-mail address of {name}. Nothing was deleted.",
    deleted="{name} has been deleted.",
    name_missing="Please enter a name.",
    name_too_long="Please shorten it: there is room for {longest} characters.",
    bad_email="Please check the e-mail address. Perhaps the @ sign is missing, or the part after it.",
    email_taken="{email} belongs to another person already.",
    school_taken="There is a school called {name} already.",
    last_admin="That is not possible: nobody would be left to give roles. First give another person the role "
    "Administration.",
    no_such_person="This person has been deleted in the meantime.",
    no_such_school="One of the schools is gone. Please reload the page.",
    list_has_faults="Nothing was taken over, because something is wrong with the list.",
    the_schools="Which schools take part?",
    search_schools="Name, short name or kind of school",
    no_schools="No school is entered yet. A list is the quickest way.",
    no_such_schools="No school matches.",
    one_school="1 school",
    count_schools="{count} schools",
    more_schools="Find {count} more by searching.",
    without_people="no people yet",
    add_school="Add a school",
    to_schools="Back to all schools",
    new_school="Which school is joining?",
    school_name="Name of the school",
    kind="Kind of school",
    kinds={
        SchoolKind.GS: "Primary school (GS)",
        SchoolKind.GMS: "Community school (GmS)",
        SchoolKind.SEK: "Secondary school (Sek)",
        SchoolKind.GYM: "Grammar school (Gym)",
        SchoolKind.IGS: "Comprehensive school (IGS)",
        SchoolKind.FOES: "Special-needs school (FÖS)",
        SchoolKind.BBS: "Vocational school (BBS)",
    },
    no_kind="other",
    short_name="Short name (if there is one)",
    sites="Sites, if there are several (one on each line)",
    school_added="{name} has been added.",
    school_gone="There is no such school here.",
    school_gone_explained="The link may be incomplete.",
    people_list=ListTexts(
        way_back="Back to all people",
        heading="Read in a list of people",
        explanation="You see first what would change. People who are not in the list stay as they are.",
        choose="Your list as a CSV file",
        columns="The first line names the columns. People are known by their e-mail addresses. Put a vertical bar "
        "between several schools. To copy:",
        example="Name;E-Mail;Rolle;Schulen\n"
        "Anna Muster;anna.muster@schule.example;Lehrkraft;GS Am Park\n"
        "Omar Beispiel;omar.beispiel@schule.example;Digitalassistenz;GS Am Park | Gym Nord",
    ),
    school_list=ListTexts(
        way_back="Back to all schools",
        heading="Read in a list of schools",
        explanation="You see first what would change. Schools that are not in the list stay as they are.",
        choose="Your list as a CSV file",
        columns="The first line names the columns. Kurzname (short name) and Standorte (sites) may be missing. Put a "
        "vertical bar between several sites. To copy:",
        example="Schule;Schulform;Kurzname;Standorte\n"
        "Grundschule Am Park;GS;GS Am Park;\n"
        "Gymnasium Nord;Gym;Gym Nord;Haupthaus | Turnhalle",
    ),
    file_help="In Excel or LibreOffice: choose “Save as” and then “CSV”.",
    columns="What the list looks like",
    preview="This would change",
    counts="{created} new, {changed} changed, {unchanged} unchanged",
    take_over="Take over",
    taken_over="The list has been taken over: {counts}.",
    nothing_new="All of this is here already. There is nothing more to do.",
    one_fault="One place is not right yet. Change it in your file and choose the file again. Until then nothing is taken "
    "over.",
    faults="{count} places are not right yet. Change them in your file and choose the file again. Until then nothing is "
    "taken over.",
    more_faults="{count} more places come after these.",
    line="Line",
    column="Column",
    value="What it says",
    advice="How to put it right",
    advices={
        Fault.NO_TEXT: "This is not a CSV file. Save the table as CSV and choose that file.",
        Fault.EMPTY: "There is nothing below the headings yet.",
        Fault.COLUMN_MISSING: "This column is missing. Add it with this heading.",
        Fault.COLUMN_TWICE: "This column is there twice. Delete one of them.",
        Fault.LINE_BROKEN: "From here on the file cannot be read. Often a quotation mark is missing.",
        Fault.TOO_MANY_CELLS: "The line has more fields than there are headings.",
        Fault.CELL_EMPTY: "Something is missing here. Fill in the field.",
        Fault.TOO_LONG: "This is too long. Shorten it.",
        Fault.BAD_EMAIL: "This is not an e-mail address.",
        Fault.UNKNOWN_KIND: "This kind of school is not known. Possible are GS, GmS, Sek, Gym, IGS, FÖS and BBS.",
        Fault.UNKNOWN_ROLE: "There is no such role. Possible are Lehrkraft, Schulleitung, Digitalassistenz, Trainer/in, "
        "Schulträger-Team and Verwaltung.",
        Fault.UNKNOWN_SCHOOL: "This school is not entered.",
        Fault.TWICE: "A line above says something else about the same. Delete one of the two.",
    },
    meant="Did you mean “{name}”?",
    log="Who changed what?",
    log_explained="The newest entries come first.",
    action="What was done",
    all_actions="Everything",
    log_columns=("When", "Who", "What"),
    actions={
        Action.PERSON_ADDED: "Person added",
        Action.PERSON_CHANGED: "Name or e-mail changed",
        Action.ROLE_SET: "Role given",
        Action.SCHOOLS_SET: "Schools assigned",
        Action.DEACTIVATED: "Account switched off",
        Action.REACTIVATED: "Account switched on again",
        Action.PEOPLE_IMPORTED: "List of people read in",
        Action.SCHOOL_ADDED: "School added",
        Action.SCHOOL_CHANGED: "School changed",
        Action.SCHOOLS_IMPORTED: "List of schools read in",
        Action.DATA_EXPORTED: "Data downloaded",
        Action.PERSON_DELETED: "Person deleted",
        Action.PASSWORD_LINK_MADE: "Password link made",
        Action.PASSWORD_CHANGED: "Password set",
        Action.SIGNED_OUT_EVERYWHERE: "Signed out everywhere",
        Action.TIDIED: "Old data deleted",
        Action.LABEL_ADDED: "Label for a device added",
        Action.LABEL_REMOVED: "Label of a device removed",
        Action.DOCUMENT_PUBLISHED: "Manual published",
        Action.DOCUMENT_TAKEN_BACK: "Earlier version shown again",
        Action.DOCUMENT_WITHDRAWN: "Manual taken back",
        Action.TRAINING_ADDED: "Training added",
        Action.TRAINING_CHANGED: "Training changed",
        Action.DATE_ADDED: "Date added",
        Action.DATE_CHANGED: "Date changed",
        Action.DATE_CANCELLED: "Date cancelled",
        Action.RESOURCE_ADDED: "Room or machine added",
        Action.RESOURCE_CHANGED: "Room or machine changed",
        Action.PARTICIPANT_REMOVED: "Participant removed",
        Action.PRIORITY_SET: "Place on the waiting list changed",
        Action.MESSAGE_SENT: "Message sent to participants",
        Action.WISH_ANSWERED: "Wish for a training answered",
        Action.HOLIDAY_ADDED: "Holidays added",
        Action.HOLIDAY_REMOVED: "Holidays deleted",
        Action.DELIVERIES_IMPORTED: "List of deliveries read in",
        Action.LINE_CHANGED: "Delivery changed by hand",
        Action.RECEIPT_CONFIRMED: "Receipt confirmed",
        Action.RECEIPT_SETTLED: "Remark on a delivery settled",
        Action.PROFILE_SAVED: "Layout of a delivery list saved",
        Action.PROFILE_REMOVED: "Layout of a delivery list deleted",
        Action.SPELLING_CONFIRMED: "Spelling of a school confirmed",
        Action.SPELLING_REMOVED: "Spelling of a school deleted",
        Action.PUSH_TOKEN_MADE: "Access for another system made",
        Action.PUSH_TOKEN_REVOKED: "Access for another system revoked",
        Action.MILESTONE_ADDED: "Milestone added",
        Action.MILESTONE_CHANGED: "Milestone changed",
        Action.MILESTONE_REMOVED: "Milestone deleted",
    },
    log_words={
        "none": "none",
        "rows": "lines",
        "label": "label",
        "created": "new",
        "changed": "changed",
        "unchanged": "unchanged",
        "people": "people",
        "sessions": "sessions",
        "password links": "password links",
        "attempts": "failed tries",
        "audit lines": "lines of the audit log",
        "document": "manual no.",
        "version": "version",
        "by the sign-in service": "by the sign-in service",
    },
    no_person="no person",
    deleted_person="deleted person (no. {number})",
    deleted_school="deleted school (no. {number})",
    older="Show older ones",
    no_older="There are no older entries. “No person” means: the portal itself, the command line, or somebody who has "
    "been deleted since.",
    log_empty="The audit log has nothing on this yet.",
)
