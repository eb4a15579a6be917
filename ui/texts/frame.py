"""Texts of the frame around all pages: navigation, roles, refusals, the demonstration."""

from __future__ import annotations

from dataclasses import dataclass

from core.people.roles import Role


@dataclass(frozen=True, slots=True)
class FrameTexts:
    portal: str
    skip: str
    needs_scripts: str
    account_page: str
    people_page: str
    schools_page: str
    log_page: str
    help_page: str
    privacy_page: str
    your_school: str
    sign_in: str
    sign_out: str
    roles: dict[Role, str]
    no_role: str
    demo: str
    demo_change: str

    unassigned: str
    unassigned_explained: str
    unassigned_known: str
    signed_out: str
    signed_out_explained: str
    not_for_role: str
    not_for_role_explained: str
    to_start: str
    contact: str
    contact_unset: str
    file_expired: str
    file_expired_explained: str
    not_found: str
    not_found_explained: str
    failed: str
    failed_explained: str
    sign_in_fails: str
    sign_in_fails_explained: str


GERMAN = FrameTexts(
    portal="Lotse",
    skip="Zum Inhalt springen",
    needs_scripts="Lotse braucht JavaScript. Bitte schalten Sie es in Ihrem Browser ein.",
    account_page="Mein Konto",
    people_page="Personen",
    schools_page="Schulen",
    log_page="Protokoll",
    help_page="Hilfe",
    privacy_page="Datenschutz",
    your_school="Ihre Schule",
    sign_in="Anmelden",
    sign_out="Abmelden",
    roles={
        Role.TEACHER: "Lehrkraft",
        Role.HEAD: "Schulleitung",
        Role.ASSISTANT: "Digitalassistenz",
        Role.TRAINER: "Trainer/in",
        Role.TEAM: "Schulträger-Team",
        Role.ADMIN: "Verwaltung",
    },
    no_role="noch ohne Rolle",
    demo="Vorführung mit erfundenen Personen: Probieren Sie alles aus.",
    demo_change="Andere Rolle ansehen",
    unassigned="Ihr Konto ist noch nicht freigeschaltet.",
    unassigned_explained="Die Anmeldung hat geklappt. Jetzt ordnet das IT-Team Sie noch Ihrer Schule zu. "
    "Danach laden Sie diese Seite einfach neu.",
    unassigned_known="So sind Sie angemeldet: {name}, {email}",
    signed_out="Sie sind nicht mehr angemeldet.",
    signed_out_explained="Melden Sie sich bitte noch einmal an. Danach sind Sie wieder auf dieser Seite.",
    not_for_role="Diese Seite gehört nicht zu Ihrer Rolle.",
    not_for_role_explained="Sie sind angemeldet als {role}. Brauchen Sie diese Seite für Ihre Arbeit, hilft "
    "Ihnen das IT-Team.",
    to_start="Zur Startseite",
    contact="So erreichen Sie das IT-Team: {contact}",
    contact_unset="Fragen Sie die IT-Ansprechperson Ihrer Schule.",
    file_expired="Dieser Link gilt nicht mehr.",
    file_expired_explained="Dateien werden nur kurz und nur für Sie freigegeben. Öffnen Sie die Datei "
    "bitte noch einmal aus dem Portal.",
    not_found="Diese Seite gibt es nicht.",
    not_found_explained="Vielleicht ist der Link veraltet oder nicht vollständig. Von der Startseite aus finden "
    "Sie weiter.",
    failed="Das hat gerade nicht geklappt.",
    failed_explained="Versuchen Sie es bitte noch einmal. Bleibt es dabei, nennen Sie dem IT-Team die Nummer "
    "{number}.",
    sign_in_fails="Die Anmeldung konnte nicht abgeschlossen werden.",
    sign_in_fails_explained="Ihr Konto ist hier abgeschaltet, oder Ihre E-Mail-Adresse gehört schon zu einem "
    "anderen Konto. Das IT-Team bringt es in Ordnung.",
)

ENGLISH = FrameTexts(
    portal="Lotse",
    skip="Skip to content",
    needs_scripts="Lotse needs JavaScript. Please switch it on in your browser.",
    account_page="My account",
    people_page="People",
    schools_page="Schools",
    log_page="Audit log",
    help_page="Help",
    privacy_page="Privacy",
    your_school="Your school",
    sign_in="Sign in",
    sign_out="Sign out",
    roles={
        Role.TEACHER: "Teacher",
        Role.HEAD: "Head of school",
        Role.ASSISTANT: "Digital assistant",
        Role.TRAINER: "Trainer",
        Role.TEAM: "City team",
        Role.ADMIN: "Administration",
    },
    no_role="no role yet",
    demo="Demonstration with made-up people: try whatever you like.",
    demo_change="See another role",
    unassigned="Your account is not ready yet.",
    unassigned_explained="You are signed in. Now the IT team still has to assign you to your school. After "
    "that, simply reload this page.",
    unassigned_known="You are signed in as {name}, {email}",
    signed_out="You are no longer signed in.",
    signed_out_explained="Please sign in again. You will then be back on this page.",
    not_for_role="This page does not belong to your role.",
    not_for_role_explained="You are signed in as {role}. If you need this page for your work, the IT team "
    "can help.",
    to_start="Go to the start page",
    contact="How to reach the IT team: {contact}",
    contact_unset="Ask the IT contact person at your school.",
    file_expired="This link is no longer valid.",
    file_expired_explained="Files are opened for a short time and for you alone. Please open the file from "
    "the portal again.",
    not_found="There is no such page.",
    not_found_explained="The link may be old or incomplete. The start page leads you on.",
    failed="That did not work just now.",
    failed_explained="Please try again. If it stays like this, tell the IT team the number {number}.",
    sign_in_fails="Signing in could not be completed.",
    sign_in_fails_explained="Your account is switched off here, or your e-mail address belongs to another "
    "account already. The IT team can put it right.",
)
