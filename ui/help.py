"""The sections of the help page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.people.person import Person
from core.people.roles import RIGHTS, Right, Role
from core.settings import Settings
from ui.library.ways import LIBRARY
from ui.prose import bullets, link, listed, paragraph, show_section, subheading
from ui.sign_in.ways import FORGOTTEN, START, way
from ui.texts import Texts
from ui.visitor import contact

EXAMPLES = 3


def show_ask(language: str, t: Texts) -> None:
    """What Lotse can do, and how to ask: the examples are links that ask their question."""
    show_section(t.help.abilities, bullets(t.help.abilities_told))
    questions = [question for _, question in t.starters[:EXAMPLES]]
    show_section(
        t.help.asking,
        paragraph(t.help.asking_told),
        listed(_asked(question, language) for question in questions),
        paragraph(t.help.asking_on),
    )
    library = [link(way(LIBRARY, lang=language), t.help.library_link)]
    show_section(t.help.library, bullets(t.help.library_told), listed(library))
    fault = [_asked(t.report_fault_question, language)]
    show_section(t.help.nothing, bullets(t.help.nothing_told), paragraph(t.help.broken), listed(fault))


def show_signing_in(settings: Settings, language: str, t: Texts) -> None:
    """Only the ways that this portal has."""
    said = [bullets(_ways_in(settings, t))]
    if settings.local_accounts and settings.smtp_host:
        said.append(paragraph(t.help.forgotten))
        said.append(listed([link(way(FORGOTTEN, lang=language), t.help.forgotten_link)]))
    elif settings.local_accounts:
        said.append(paragraph(t.help.forgotten_without_mail))
    show_section(t.help.signing_in, *said)


def show_roles(person: Person | None, t: Texts) -> None:
    """The table of rights in words: what all roles have in common, then what single ones have beyond."""
    common = frozenset.intersection(*RIGHTS.values())
    parts = [paragraph(t.help.roles_all), bullets(_in_words(common, t))]
    for role in Role:
        if more := RIGHTS[role] - common:
            parts += [
                paragraph(t.help.roles_more.format(role=t.frame.roles[role])),
                bullets(_in_words(more, t)),
            ]
    parts.append(paragraph(t.help.roles_hint))
    if person is not None and person.role is not None:
        parts.append(paragraph(t.help.roles_here.format(role=t.frame.roles[person.role])))
    show_section(t.help.roles, *parts)


def show_keyboard(t: Texts) -> None:
    show_section(t.help.keyboard, bullets(t.help.keyboard_told))


def show_people(t: Texts) -> None:
    show_section(t.help.people, paragraph(contact(t)), paragraph(t.help.people_hint))


def show_access(settings: Settings, t: Texts) -> None:
    """The statement that the BITV asks of public bodies."""
    h = t.help
    of = h.access_of.format(operator=settings.operator) if settings.operator else h.access_of_unnamed
    show_section(
        h.access,
        paragraph(of),
        paragraph(h.access_status),
        subheading(h.access_checked),
        bullets(h.access_checked_how),
        subheading(h.access_limits),
        bullets(h.access_limits_told),
        subheading(h.access_feedback),
        paragraph(f"{h.access_feedback_told} {contact(t)}"),
        paragraph(h.access_enforcement),
        paragraph(h.access_date),
    )


def _ways_in(settings: Settings, t: Texts) -> Iterator[str]:
    if settings.local_accounts:
        yield t.help.with_password
        yield t.help.lasting
    if settings.oidc_metadata_url:
        yield t.help.with_service if settings.local_accounts else t.help.with_service_only
    if settings.proxy_email_header:
        yield t.help.by_proxy
    if Right.ASK in settings.opened:
        yield t.help.without
    yield t.help.waiting


def _in_words(rights: Iterable[Right], t: Texts) -> list[str]:
    return [t.help.rights[right] for right in Right if right in rights]


def _asked(question: str, language: str) -> str:
    return link(way(START, frage=question, lang=language), question)
