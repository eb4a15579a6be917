"""Texts of the page for one's own account."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AccountTexts:
    name: str
    email: str
    role: str
    schools: str
    no_schools: str
    wrong_facts: str

    password: str
    password_lead: str
    change_password: str
    old_password: str
    save_password: str
    old_wrong: str
    password_missing: str
    password_saved: str

    sessions: str
    signed_in_once: str
    signed_in_often: str
    session: str
    session_here: str
    no_session: str
    sign_out_everywhere: str
    sign_out_hint: str
    signed_out: str

    take_along: str
    take_along_lead: str
    download: str

    delete: str
    delete_lead: str
    delete_goes: tuple[str, ...]
    delete_again: str
    delete_open: str
    delete_confirm: str
    delete_submit: str
    delete_different: str
    last_admin: str
    deleted: str


GERMAN = AccountTexts(
    name="Name",
    email="E-Mail-Adresse",
    role="Rolle",
    schools="Schulen",
    no_schools="noch keine eingetragen",
    wrong_facts="Stimmt etwas nicht?",
    password="Passwort",
    password_lead="Nach der Änderung bleiben Sie hier angemeldet, überall sonst werden Sie abgemeldet.",
    change_password="Passwort ändern",
    old_password="Bisheriges Passwort",
    save_password="Neues Passwort speichern",
    old_wrong="Das bisherige Passwort stimmt nicht. Bitte tippen Sie es noch einmal.",
    password_missing="Bitte füllen Sie alle drei Felder aus.",
    password_saved="Ihr neues Passwort gilt ab jetzt. Überall sonst sind Sie abgemeldet.",
    sessions="Wo Sie angemeldet sind",
    signed_in_once="Sie sind nur hier angemeldet, seit {moment}.",
    signed_in_often="Sie sind an {count} Stellen angemeldet. Auf welchen Geräten, merkt sich Lotse nicht.",
    session="seit {moment}",
    session_here="hier, seit {moment}",
    no_session="Ihr Zugang meldet Sie bei jedem Besuch von selbst an. Offene Anmeldungen gibt es nicht.",
    sign_out_everywhere="Überall abmelden",
    sign_out_hint="Waren Sie an fremden Geräten? Dann melden Sie sich überall ab. Auch hier melden Sie sich danach neu an.",
    signed_out="Sie sind überall abgemeldet.",
    take_along="Meine Daten",
    take_along_lead="Alles, was Lotse über Sie gespeichert hat, in einer Datei (JSON).",
    download="Meine Daten mitnehmen",
    delete="Konto löschen",
    delete_lead="Löschen lässt sich nicht rückgängig machen.",
    delete_goes=(
        "Ihr Name, Ihre E-Mail-Adresse, Ihre Rolle und Ihre Schulen werden sofort gelöscht, und Sie werden überall abgemeldet.",
        "Im Protokoll bleibt Ihre Nummer noch eine Weile stehen, ohne Namen.",
        "Rückmeldungen zu Antworten bleiben; sie waren nie mit Ihnen verbunden.",
    ),
    delete_again="Melden Sie sich später wieder mit dem Schulkonto an, entsteht ein neues, leeres Konto.",
    delete_open="Ich möchte mein Konto löschen",
    delete_confirm="Zur Bestätigung: Ihre E-Mail-Adresse",
    delete_submit="Konto endgültig löschen",
    delete_different="Das ist nicht Ihre E-Mail-Adresse. Es wurde nichts gelöscht.",
    last_admin="Ihr Konto ist das letzte mit der Rolle {role}, und ohne sie könnte niemand mehr Personen "
    "freischalten. Geben Sie zuerst jemand anderem diese Rolle, dann können Sie Ihr Konto löschen.",
    deleted="Ihr Konto ist gelöscht.",
)

ENGLISH = AccountTexts(
    name="Name",
    email="E-mail address",
    role="Role",
    schools="Schools",
    no_schools="none entered yet",
    wrong_facts="Is something not right?",
    password="Password",
    password_lead="After the change you stay signed in here and are signed out everywhere else.",
    change_password="Change password",
    old_password="Current password",
    save_password="Save new password",
    old_wrong="The current password is not right. Please type it once more.",
    password_missing="Please fill in all three fields.",
    password_saved="Your new password is good from now on. You are signed out everywhere else.",
    sessions="Where you are signed in",
    signed_in_once="You are signed in only here, since {moment}.",
    signed_in_often="You are signed in at {count} places. Lotse does not keep on which devices.",
    session="since {moment}",
    session_here="here, since {moment}",
    no_session="You are signed in by itself with every visit. There are no open sessions.",
    sign_out_everywhere="Sign out everywhere",
    sign_out_hint="Have you used other people's devices? Then sign out everywhere. Here, too, you will have to sign in again.",
    signed_out="You are signed out everywhere.",
    take_along="My data",
    take_along_lead="Everything that Lotse keeps about you, in one file (JSON).",
    download="Take my data along",
    delete="Delete account",
    delete_lead="This cannot be undone.",
    delete_goes=(
        "Your name, e-mail address, role and schools are deleted at once, and you are signed out everywhere.",
        "The audit log keeps your number for a while, without a name.",
        "Feedback on answers stays; it was never connected with you.",
    ),
    delete_again="If you sign in with your school account again later, a new, empty account is made.",
    delete_open="I would like to delete my account",
    delete_confirm="To confirm: your e-mail address",
    delete_submit="Delete account for good",
    delete_different="That is not your e-mail address. Nothing was deleted.",
    last_admin="Your account is the last one with the role {role}, and without it nobody could let people in "
    "any more. Give somebody else this role first, then you can delete your account.",
    deleted="Your account is deleted.",
)
