"""The sections of the page on privacy. Periods come from the settings and the code that keeps to them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import streamlit as st

from core.mail.outbox import KEEP as KEEP_MAILS
from core.people.attempts import FORGOTTEN_AFTER
from core.people.entrance import Entrance
from core.people.password_links import LASTS as LINK_LASTS
from core.people.roles import RIGHTS, Right, Role
from core.people.sessions import LASTING, SHORT
from core.settings import Settings
from trainings.tidying import KEEP
from ui.escaping import as_html
from ui.prose import bullets, link, listed, paragraph, show_section, show_title, show_words, subheading
from ui.sign_in.cookies import WAITING_SECONDS
from ui.sign_in.ways import way
from ui.texts import Texts
from ui.texts.privacy import Kept

XSRF = "_streamlit_xsrf"
OF_SERVICE = "_streamlit_user, _streamlit_user_tokens, _streamlit_session"


def show_short(t: Texts) -> None:
    show_title(t.privacy.title, t.privacy.lead)
    show_words(bullets(t.privacy.short))


def show_responsible(settings: Settings, t: Texts) -> None:
    """A clear word to the administration where the settings do not say it."""
    p, known, officer = t.privacy, settings.operator, settings.privacy_contact
    show_section(
        p.responsible,
        paragraph(p.operator.format(operator=known) if known else p.operator_unset),
        paragraph(p.officer.format(contact=officer) if officer else p.officer_unset),
    )


def show_kept(settings: Settings, t: Texts) -> None:
    periods = {
        "people": months(settings.keep_people_months, t),
        "audit": months(settings.keep_audit_months, t),
        "short": span(SHORT.whole, t),
        "lasting": span(LASTING.whole, t),
        "link": span(LINK_LASTS, t),
        "attempts": span(FORGOTTEN_AFTER, t),
        "mails": span(KEEP_MAILS, t),
        "seats": months(KEEP.seats, t),
        "gone": months(KEEP.gone, t),
        "wishes": months(KEEP.wishes, t),
        "admins": t.frame.roles[Role.ADMIN],
    }
    parts = [_told(kept, periods, t) for kept in _kept(settings, t)]
    show_section(t.privacy.kept, *parts, paragraph(t.privacy.tidied), paragraph(t.privacy.basis))


def show_questions(settings: Settings, t: Texts) -> None:
    minutes = int(st.get_option("server.disconnectedSessionTTL")) // 60
    feedback = months(settings.keep_feedback_months, t)
    told = [text.format(minutes=minutes, feedback=feedback) for text in t.privacy.questions_told]
    show_section(t.privacy.questions, bullets(told))


def show_seen_by(settings: Settings, t: Texts) -> None:
    p = t.privacy
    told = [
        p.seen_by_self,
        p.seen_by_managers.format(roles=_roles_with(Right.MANAGE_PEOPLE, t)),
        p.seen_by_trainers.format(roles=_roles_with(Right.PLAN_TRAININGS, t)),
        p.seen_by_wishers,
        p.seen_by_schools.format(roles=_roles_with(Right.MANAGE_DELIVERIES, t)),
        p.seen_by_code,
        p.seen_by_log_readers.format(roles=_roles_with(Right.READ_AUDIT_LOG, t)),
        p.seen_by_technicians,
        *([p.seen_by_service] if settings.oidc_metadata_url else []),
        p.seen_by_others,
    ]
    show_section(p.seen_by, bullets(told))


def show_rights(language: str, t: Texts) -> None:
    p = t.privacy
    account = link(way("/konto", lang=language), p.to_account)
    told = bullets([p.see_and_take, p.correct, p.delete, p.object, p.complain])
    show_section(p.rights, told, f"<p>{account}</p>")


def show_cookies(door: Entrance, t: Texts) -> None:
    p = t.privacy
    cookies = [(door.cookie, p.cookie_session.format(lasting=span(LASTING.whole, t))), (XSRF, p.cookie_form)]
    if door.settings.oidc_metadata_url:
        cookies.append((door.waiting_cookie, p.cookie_waiting.format(minutes=WAITING_SECONDS // 60)))
        cookies.append((OF_SERVICE, p.cookie_service))
    named = (f"<strong>{as_html(name)}</strong>: {as_html(what)}" for name, what in cookies)
    show_section(p.cookies, paragraph(p.cookies_told), listed(named), paragraph(p.browser_memory))


def months(number: int, t: Texts) -> str:
    return (t.privacy.month if number == 1 else t.privacy.months).format(number=number)


def span(length: timedelta, t: Texts) -> str:
    """In days where it is two or more, else in hours."""
    hours = int(length.total_seconds()) // 3600
    if hours >= 48:
        return t.privacy.days.format(number=hours // 24)
    return (t.privacy.hour if hours == 1 else t.privacy.hours).format(number=hours)


def _kept(settings: Settings, t: Texts) -> Iterator[Kept]:
    p = t.privacy
    yield p.account
    if settings.local_accounts:
        yield p.password
    if settings.oidc_metadata_url:
        yield p.service
    yield p.sessions
    if settings.local_accounts:
        yield p.links
        yield p.attempts
    yield p.mails
    yield p.trainings
    yield p.certificates
    yield p.wishes
    yield p.receipts
    yield p.notices
    yield p.log


def _told(kept: Kept, periods: dict[str, str], t: Texts) -> str:
    period = kept.period.format(**periods)
    return (
        f"{subheading(kept.name)}<p>{as_html(kept.what)}<br>"
        f"<strong>{as_html(t.privacy.what_for)}</strong> {as_html(kept.purpose)}<br>"
        f"<strong>{as_html(t.privacy.how_long)}</strong> {as_html(period)}</p>"
    )


def _roles_with(right: Right, t: Texts) -> str:
    return ", ".join(t.frame.roles[role] for role in Role if right in RIGHTS[role])
