"""Texts of signing in, signing out and setting a password, and of the mails about it."""

from __future__ import annotations

from dataclasses import dataclass

from core.people.passwords import Weakness


@dataclass(frozen=True, slots=True)
class SignInTexts:
    title: str
    lead: str
    lead_wanted: str
    email: str
    password: str
    lasting: str
    lasting_hint: str
    submit: str
    forgotten: str
    forgotten_ask: str
    with_service: str
    with_service_unnamed: str
    or_: str
    wrong: str
    blocked_minutes: str
    blocked_seconds: str
    demo_title: str
    demo_lead: str
    demo_over: str
    own_account: str
    go_on_without: str
    signed_out: str
    foreign: str

    sign_out_title: str
    sign_out_lead: str

    forgotten_title: str
    forgotten_lead: str
    forgotten_submit: str
    sent_title: str
    sent_lead: str
    no_mail: str
    back: str

    new_title: str
    new_lead: str
    new_password: str
    new_again: str
    new_submit: str
    different: str
    weak: dict[Weakness, str]
    refused_title: str
    refused_lead: str
    ask_again: str
    changed: str

    mail_subject: str
    mail_body: str
    other_language: str


GERMAN = SignInTexts(
    title="Schön, dass Sie da sind",
    lead="Melden Sie sich mit Ihrem Konto an.",
    lead_wanted="Melden Sie sich an. Danach geht es gleich dorthin, wo Sie hinwollten.",
    email="E-Mail-Adresse",
    password="Passwort",
    lasting="Angemeldet bleiben",
    lasting_hint="Nur auf Ihrem eigenen Gerät, nicht am Display im Klassenraum.",
    submit="Anmelden",
    forgotten="Passwort vergessen?",
    forgotten_ask="Passwort vergessen? Das IT-Team gibt Ihnen einen Link für ein neues.",
    with_service="Mit {name} anmelden",
    with_service_unnamed="Mit dem Schulkonto anmelden",
    or_="oder",
    wrong="E-Mail-Adresse und Passwort passen nicht zusammen. Bitte prüfen Sie beides, auch Groß- und "
    "Kleinschreibung.",
    blocked_minutes="Das waren zu viele Versuche. Bitte warten Sie {number} Minuten, oder setzen Sie Ihr Passwort "
    "neu.",
    blocked_seconds="Das waren zu viele Versuche. Bitte warten Sie {number} Sekunden.",
    demo_title="Wer möchten Sie sein?",
    demo_lead="Dies ist eine Vorführung mit erfundenen Personen. Ein Klick genügt.",
    demo_over="Diese Vorführung ist beendet, denn im Portal gibt es jetzt echte Konten. Melden Sie sich mit Ihrem "
    "Konto an.",
    own_account="Mit eigenem Konto anmelden",
    go_on_without="Ohne Anmeldung fragen",
    signed_out="Sie sind abgemeldet.",
    foreign="Das hat nicht geklappt, weil das Formular nicht von dieser Seite kam oder zu lange offen war. Bitte "
    "versuchen Sie es noch einmal.",
    sign_out_title="Möchten Sie sich abmelden?",
    sign_out_lead="An Geräten, die auch andere benutzen, ist das eine gute Idee.",
    forgotten_title="Passwort vergessen?",
    forgotten_lead="Nennen Sie uns Ihre E-Mail-Adresse. Wir schicken Ihnen einen Link, mit dem Sie ein neues "
    "Passwort festlegen.",
    forgotten_submit="Link schicken",
    sent_title="Bitte schauen Sie in Ihr Postfach",
    sent_lead="Wenn es zu dieser Adresse ein Konto gibt, ist der Link unterwegs. Er gilt eine Stunde und nur einmal.",
    no_mail="Nichts angekommen? Schauen Sie auch in den Spam-Ordner. Sonst hilft Ihnen das IT-Team.",
    back="Zurück zur Anmeldung",
    new_title="Neues Passwort festlegen",
    new_lead="Mindestens 12 Zeichen. Gut merken lassen sich drei oder vier Wörter, die nichts miteinander zu tun "
    "haben.",
    new_password="Neues Passwort",
    new_again="Noch einmal zur Sicherheit",
    new_submit="Passwort speichern",
    different="Die beiden Eingaben sind verschieden. Bitte tippen Sie das Passwort noch einmal.",
    weak={
        Weakness.TOO_SHORT: "Das ist zu kurz. Nehmen Sie bitte mindestens 12 Zeichen.",
        Weakness.TOO_LONG: "Das ist zu lang. Bis zu 128 Zeichen sind möglich.",
        Weakness.EASILY_GUESSED: "Das lässt sich leicht erraten. Nehmen Sie zum Beispiel drei oder vier Wörter, die "
        "nichts miteinander zu tun haben.",
    },
    refused_title="Dieser Link gilt nicht mehr",
    refused_lead="Ein Link gilt eine Stunde und nur einmal. Lassen Sie sich einfach einen neuen schicken.",
    ask_again="Neuen Link anfordern",
    changed="Ihr neues Passwort ist gespeichert. Sie können sich jetzt damit anmelden.",
    mail_subject="Ihr Link für ein neues Passwort",
    mail_body="""Guten Tag {name},

mit diesem Link legen Sie ein neues Passwort für Lotse fest:

{link}

Der Link gilt eine Stunde und nur einmal. Haben Sie ihn nicht angefordert? Dann brauchen Sie nichts zu tun, Ihr
Passwort bleibt, wie es ist.

Freundliche Grüße
Lotse
""",
    other_language="English",
)

ENGLISH = SignInTexts(
    title="Good to see you",
    lead="Sign in with your account.",
    lead_wanted="Sign in, and you go straight to where you were heading.",
    email="E-mail address",
    password="Password",
    lasting="Stay signed in",
    lasting_hint="Only on your own device, not on the display in the classroom.",
    submit="Sign in",
    forgotten="Forgotten your password?",
    forgotten_ask="Forgotten your password? The IT team will give you a link for a new one.",
    with_service="Sign in with {name}",
    with_service_unnamed="Sign in with your school account",
    or_="or",
    wrong="E-mail address and password do not fit together. Please check both, capital letters too.",
    blocked_minutes="Too many tries. Please wait {number} minutes, or set a new password.",
    blocked_seconds="Too many tries. Please wait {number} seconds.",
    demo_title="Who would you like to be?",
    demo_lead="This is a demonstration with made-up people. One click is enough.",
    demo_over="This demonstration is over, because the portal now has real accounts. Please sign in with yours.",
    own_account="Sign in with an account of your own",
    go_on_without="Ask without signing in",
    signed_out="You are signed out.",
    foreign="That did not work, because the form did not come from this page or was open for too long. Please try "
    "again.",
    sign_out_title="Would you like to sign out?",
    sign_out_lead="On devices that others use too, this is a good idea.",
    forgotten_title="Forgotten your password?",
    forgotten_lead="Tell us your e-mail address. We will send you a link to set a new password.",
    forgotten_submit="Send the link",
    sent_title="Please check your mailbox",
    sent_lead="If there is an account for this address, the link is on its way. It works once, for one hour.",
    no_mail="Nothing arrived? Look into the spam folder too. Otherwise the IT team can help.",
    back="Back to signing in",
    new_title="Set a new password",
    new_lead="At least 12 characters. Three or four words that have nothing to do with each other are easy to "
    "remember.",
    new_password="New password",
    new_again="Once more, to be safe",
    new_submit="Save the password",
    different="The two entries differ. Please type the password once more.",
    weak={
        Weakness.TOO_SHORT: "That is too short. Please use at least 12 characters.",
        Weakness.TOO_LONG: "That is too long. Up to 128 characters are possible.",
        Weakness.EASILY_GUESSED: "That is easy to guess. Take three or four words that have nothing to do with "
        "each other, for example.",
    },
    refused_title="This link is no longer valid",
    refused_lead="A link works once, for one hour. Simply ask for a new one.",
    ask_again="Ask for a new link",
    changed="Your new password is saved. You can sign in with it now.",
    mail_subject="Your link for a new password",
    mail_body="""Hello {name},

with this link you set a new password for Lotse:

{link}

The link works once, for one hour. You did not ask for it? Then there is nothing to do, your password stays as it is.

Kind regards
Lotse
""",
    other_language="Deutsch",
)
