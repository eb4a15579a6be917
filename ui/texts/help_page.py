"""Texts of the help page, the statement on accessibility among them."""

from __future__ import annotations

from dataclasses import dataclass

from core.people.roles import Right


@dataclass(frozen=True, slots=True)
class HelpTexts:
    title: str
    lead: str

    abilities: str
    abilities_told: tuple[str, ...]

    asking: str
    asking_told: str
    asking_on: str

    library: str
    library_told: tuple[str, ...]
    library_link: str

    nothing: str
    nothing_told: tuple[str, ...]
    broken: str

    signing_in: str
    with_password: str
    lasting: str
    forgotten: str
    forgotten_link: str
    forgotten_without_mail: str
    with_service: str
    with_service_only: str
    by_proxy: str
    without: str
    waiting: str

    roles: str
    roles_all: str
    roles_more: str
    roles_here: str
    roles_hint: str
    rights: dict[Right, str]

    keyboard: str
    keyboard_told: tuple[str, ...]

    people: str
    people_hint: str

    access: str
    access_of: str
    access_of_unnamed: str
    access_status: str
    access_checked: str
    access_checked_how: tuple[str, ...]
    access_limits: str
    access_limits_told: tuple[str, ...]
    access_feedback: str
    access_feedback_told: str
    access_enforcement: str
    access_date: str


GERMAN = HelpTexts(
    title="So hilft Ihnen Lotse",
    lead="Das Wichtigste auf einen Blick.",
    abilities="Was Lotse kann",
    abilities_told=(
        "Antworten: Lotse sucht in Anleitungen und Schulungsvideos und gibt wieder, was dort steht, Wort für Wort.",
        "Die Stelle zeigen: die Seite mit der markierten Stelle, den Abschnitt oder das Video ab der richtigen Sekunde.",
        "Nicht raten: Findet Lotse nichts Sicheres, sagt er es und nennt Ihnen andere Wege.",
    ),
    asking="Gut fragen",
    asking_told="Schreiben Sie, wie Sie es einer Kollegin sagen würden: das Gerät und was Sie tun möchten. Zum Beispiel:",
    asking_on="Sie können nachfragen, etwa „Und ohne Passwort?“. Lotse weiß dann noch, worum es ging, bis Sie ein neues Gespräch beginnen.",
    library="Selbst nachsehen",
    library_told=(
        "In der Bibliothek stehen alle Anleitungen und Videos, die für Sie gedacht sind. Tippen Sie ein Wort, oder wählen Sie Gerät und Thema.",
        "Jede Anleitung hat ihre eigene Seite zum Lesen, Durchsuchen und Drucken. Ihren QR-Code können Sie neben das Gerät hängen.",
        "„Vor der Klasse zeigen“ unter einer Antwort bringt die Schritte groß auf das Display.",
    ),
    library_link="Zur Bibliothek",
    nothing="Nichts gefunden?",
    nothing_told=(
        "Nennen Sie das Gerät genauer, am besten mit der Marke, die darauf steht.",
        "Sehen Sie sich die Stellen an, die Lotse stattdessen zeigt.",
        "Drücken Sie den Daumen nach unten. So erfährt das IT-Team, was fehlt, ohne Ihren Namen.",
    ),
    broken="Etwas ist kaputt? Lotse zeigt Ihnen, was das IT-Team wissen muss:",
    signing_in="Anmelden",
    with_password="Sie melden sich mit Ihrer E-Mail-Adresse und Ihrem Passwort an. Das Passwort ändern Sie unter „Mein Konto“.",
    lasting="„Angemeldet bleiben“ ist für Ihr eigenes Gerät gedacht, nicht für das Display im Klassenraum.",
    forgotten="Passwort vergessen? Lassen Sie sich einen Link schicken, mit dem Sie ein neues festlegen:",
    forgotten_link="Neues Passwort anfordern",
    forgotten_without_mail="Passwort vergessen? Das IT-Team gibt Ihnen einen Link, mit dem Sie ein neues festlegen.",
    with_service="Oder Sie melden sich mit dem Schulkonto an. Dessen Passwort ändern Sie dort, wo Sie das Konto bekommen haben.",
    with_service_only="Sie melden sich mit Ihrem Schulkonto an. Dessen Passwort ändern Sie dort, wo Sie das Konto bekommen haben.",
    by_proxy="Wo Ihr Zugang Sie schon kennt, sind Sie von selbst angemeldet.",
    without="Fragen können Sie auch ohne Anmeldung.",
    waiting="Ist Ihr Konto noch nicht freigeschaltet, ordnet das IT-Team Sie gerade Ihrer Schule zu.",
    roles="Wer was darf",
    roles_all="Alle mit einer Rolle können:",
    roles_more="{role} kann außerdem:",
    roles_here="Sie sind angemeldet als {role}.",
    roles_hint="Manche Anleitungen gelten nur für bestimmte Rollen oder Schulen. Auch die Suche berücksichtigt das.",
    rights={
        Right.ASK: "Fragen stellen",
        Right.READ_LIBRARY: "Anleitungen und Videos ansehen, die für Rolle und Schule gedacht sind",
        Right.READ_ALL_DOCUMENTS: "alle Anleitungen ansehen, auch die für andere Rollen und Schulen",
        Right.OWN_ACCOUNT: "das eigene Konto ansehen, Daten mitnehmen und das Konto löschen",
        Right.LABEL_DEVICES: "Schilder mit QR-Code für Geräte drucken",
        Right.MANAGE_LIBRARY: "Anleitungen hinzufügen, ersetzen und zurücknehmen",
        Right.BOOK_TRAININGS: "Fortbildungen finden, buchen und wünschen",
        Right.HOLD_TRAININGS: "die Teilnehmenden der eigenen Kurse sehen, Anwesenheit festhalten, Bescheinigungen ausstellen",
        Right.PLAN_TRAININGS: "Fortbildungen, Termine, Räume und Maschinen planen",
        Right.READ_OUTBOX: "sehen, welche E-Mails nicht verschickt werden konnten",
        Right.SEE_DELIVERIES: "sehen, was für die eigenen Schulen bestellt ist und wann es kommt",
        Right.SEE_FUNDING: "sehen, welches Förderprogramm eine Lieferung bezahlt",
        Right.CONFIRM_DELIVERIES: "für die eigenen Schulen bestätigen, dass etwas angekommen ist und funktioniert",
        Right.MANAGE_DELIVERIES: "die Lieferungen aller Schulen sehen und ändern, Lieferlisten einlesen",
        Right.MANAGE_SCHOOLS: "Schulen anlegen und ändern",
        Right.MANAGE_PEOPLE: "Personen anlegen, ihnen Rolle und Schulen geben, sie abschalten und löschen",
        Right.READ_AUDIT_LOG: "das Protokoll lesen",
    },
    keyboard="Mit der Tastatur",
    keyboard_told=(
        "Tabulatortaste: zum Nächsten, mit der Umschalttaste zurück. Ganz am Anfang bringt Sie „Zum Inhalt springen“ an der Navigation vorbei.",
        "Eingabetaste: Frage absenden oder Knopf drücken. Mit der Umschalttaste beginnt eine neue Zeile.",
        "Pfeiltasten: in Auswahllisten wählen.",
        "Esc: ein großes Bild wieder schließen.",
    ),
    people="Das IT-Team erreichen",
    people_hint="Am schnellsten geht es mit Schule, Raum und Gerät. Hat Lotse eine Nummer angezeigt, nennen Sie auch diese.",
    access="Erklärung zur Barrierefreiheit",
    access_of="Diese Erklärung gilt für das Portal Lotse von {operator}.",
    access_of_unnamed="Diese Erklärung gilt für dieses Portal.",
    access_status="Lotse ist teilweise mit den Anforderungen der BITV 2.0 vereinbar, also mit den WCAG 2.1 auf Stufe AA. Was noch fehlt, steht unten.",
    access_checked="So haben wir geprüft",
    access_checked_how=(
        "Selbst und mit dem Prüfprogramm axe nach WCAG 2.1 AA, am Rechner und am Telefon",
        "Kontraste in heller und in dunkler Darstellung",
        "Bedienung allein mit der Tastatur",
        "Sprache der Seite, auf Deutsch und auf Englisch",
    ),
    access_limits="Was noch nicht barrierefrei ist",
    access_limits_told=(
        "Dateien stehen hier so, wie sie geliefert wurden. Nicht jedes PDF ist für Vorleseprogramme aufbereitet. Die gefundene Stelle steht deshalb immer auch als Text da.",
        "Videos haben nicht immer eigene Untertitel, manche sind maschinell erkannt. Audiodeskriptionen fehlen.",
        "Nach manchen Eingaben baut sich ein Teil der Seite neu auf. Vorleseprogramme sagen das nicht immer an.",
        "Ohne JavaScript lässt sich nur die Anmeldung benutzen.",
        "Inhalte in Leichter Sprache und in Gebärdensprache gibt es noch nicht.",
        "Mit Vorleseprogrammen und von Menschen mit Behinderungen ist Lotse noch nicht planmäßig geprüft.",
    ),
    access_feedback="Eine Barriere melden",
    access_feedback_told="Stört Sie etwas, oder brauchen Sie einen Inhalt in anderer Form? Sagen Sie es uns.",
    access_enforcement="Hilft unsere Antwort nicht weiter, können Sie sich an die Stelle wenden, die in Ihrem Bundesland für die Durchsetzung der digitalen Barrierefreiheit zuständig ist.",
    access_date="Stand dieser Erklärung: November 2026.",
)

ENGLISH = HelpTexts(
    title="How Lotse helps you",
    lead="The most important things at a glance.",
    abilities="What Lotse can do",
    abilities_told=(
        "Answer: Lotse looks through manuals and training videos and gives what stands there, word for word.",
        "Show the place: the page with the passage marked, the section, or the video from the right second.",
        "Not guess: where Lotse finds nothing reliable, it says so and shows you other ways.",
    ),
    asking="Asking well",
    asking_told="Write as you would say it to a colleague: the device and what you would like to do. For example:",
    asking_on="You can go on asking, such as “And without a password?”. Lotse still knows what it was about, until you start a new conversation.",
    library="Looking for yourself",
    library_told=(
        "The library holds all manuals and videos that are meant for you. Type a word, or choose a device and a topic.",
        "Every manual has a page of its own to read, search and print. You can put its QR code up next to the device.",
        "“Show to the class” below an answer brings the steps to the display in large letters.",
    ),
    library_link="To the library",
    nothing="Nothing found?",
    nothing_told=(
        "Name the device more precisely, best with the brand that stands on it.",
        "Look at the places that Lotse shows instead.",
        "Press the thumb down. That tells the IT team what is missing, without your name.",
    ),
    broken="Is something broken? Lotse shows you what the IT team needs to know:",
    signing_in="Signing in",
    with_password="You sign in with your e-mail address and your password. You change the password under “My account”.",
    lasting="“Stay signed in” is meant for your own device, not for the display in the classroom.",
    forgotten="Forgotten your password? Have a link sent to you and set a new one:",
    forgotten_link="Ask for a new password",
    forgotten_without_mail="Forgotten your password? The IT team gives you a link to set a new one.",
    with_service="Or you sign in with your school account. You change its password where you got the account.",
    with_service_only="You sign in with your school account. You change its password where you got the account.",
    by_proxy="Where your access knows you already, you are signed in by itself.",
    without="You can ask without signing in, too.",
    waiting="If your account is not ready yet, the IT team is about to assign you to your school.",
    roles="Who may do what",
    roles_all="Everyone with a role can:",
    roles_more="{role} can also:",
    roles_here="You are signed in as {role}.",
    roles_hint="Some manuals are for certain roles or schools only. The search heeds that too.",
    rights={
        Right.ASK: "ask questions",
        Right.READ_LIBRARY: "see manuals and videos that are meant for their role and school",
        Right.READ_ALL_DOCUMENTS: "see all manuals, those for other roles and schools too",
        Right.OWN_ACCOUNT: "see their own account, take its data along and delete it",
        Right.LABEL_DEVICES: "print labels with a QR code for devices",
        Right.MANAGE_LIBRARY: "add and replace manuals and take them back",
        Right.BOOK_TRAININGS: "find, book and wish for trainings",
        Right.HOLD_TRAININGS: "see the participants of their own courses, record attendance, issue certificates",
        Right.PLAN_TRAININGS: "plan trainings, dates, rooms and machines",
        Right.READ_OUTBOX: "see which e-mails could not be sent",
        Right.SEE_DELIVERIES: "see what was ordered for their own schools and when it comes",
        Right.SEE_FUNDING: "see which funding programme pays for a delivery",
        Right.CONFIRM_DELIVERIES: "confirm for their own schools that something has arrived and works",
        Right.MANAGE_DELIVERIES: "see and change the deliveries of all schools, read delivery lists in",
        Right.MANAGE_SCHOOLS: "add and change schools",
        Right.MANAGE_PEOPLE: "add people, give them role and schools, switch them off and delete them",
        Right.READ_AUDIT_LOG: "read the audit log",
    },
    keyboard="With the keyboard",
    keyboard_told=(
        "Tab key: on to the next, with Shift back. At the very beginning, “Skip to content” takes you past the navigation.",
        "Enter: send the question or press a button. With Shift it begins a new line.",
        "Arrow keys: choose in lists.",
        "Esc: close a large picture.",
    ),
    people="Reaching the IT team",
    people_hint="It goes fastest with school, room and device. If Lotse has shown a number, tell it as well.",
    access="Accessibility statement",
    access_of="This statement is for the portal Lotse of {operator}.",
    access_of_unnamed="This statement is for this portal.",
    access_status="Lotse complies in part with the German BITV 2.0, that is with WCAG 2.1 at level AA. What is still missing stands below.",
    access_checked="How we checked",
    access_checked_how=(
        "Ourselves and with the checking tool axe against WCAG 2.1 AA, at the desk and on the phone",
        "Contrast in light and in dark display",
        "Use with the keyboard alone",
        "The page's language, in German and in English",
    ),
    access_limits="What is not accessible yet",
    access_limits_told=(
        "Files are kept as they were delivered. Not every PDF is prepared for screen readers. The place that was found therefore always stands there as text too.",
        "Videos do not always have subtitles of their own, some are recognised by machine. Audio descriptions are missing.",
        "After some entries a part of the page is built anew. Screen readers do not always announce that.",
        "Without JavaScript only signing in can be used.",
        "There is no content in easy language or in sign language yet.",
        "Lotse has not been checked systematically with screen readers and by people with disabilities yet.",
    ),
    access_feedback="Report a barrier",
    access_feedback_told="Is something in your way, or do you need something in another form? Tell us.",
    access_enforcement="If our answer does not help, you can turn to the body that enforces digital accessibility in your federal state.",
    access_date="This statement is of November 2026.",
)
