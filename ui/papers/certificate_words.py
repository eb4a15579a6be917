"""What stands on a certificate, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from babel.dates import format_date

from core.local_time import HERE
from trainings.courses.certificate_pdf import CertificateWords
from trainings.courses.certificates import Certificate
from ui.moments import written_day
from ui.texts import TEXTS
from ui.texts.certificates import TEXTS as CERTIFICATE_TEXTS
from ui.texts.certificates import CertificateTexts

HOUR = 60


def words_of(certificate: Certificate, language: str) -> CertificateWords:
    c = CERTIFICATE_TEXTS[language]
    return CertificateWords(
        language=language,
        heading=c.heading,
        sentence=c.sentence,
        facts=facts_of(certificate, language),
        content=c.content,
        issued=c.issued.format(day=written_day(certificate.issued_at, TEXTS[language])),
        check=c.check,
        signature=c.signature,
    )


def facts_of(certificate: Certificate, language: str) -> Sequence[tuple[str, str]]:
    """When, how long and by whom; without what is not known."""
    c = CERTIFICATE_TEXTS[language]
    facts = (
        (c.when, span(certificate.starts_at, certificate.ends_at, language)),
        (c.extent, extent(certificate.minutes, c)),
        (c.trainer, certificate.trainer),
    )
    return [(label, fact) for label, fact in facts if fact]


def span(starts_at: datetime, ends_at: datetime, language: str) -> str:
    """ "Dienstag, 24. November 2026, 14:00 bis 16:00 Uhr"."""
    c = CERTIFICATE_TEXTS[language]
    start, end = starts_at.astimezone(HERE), ends_at.astimezone(HERE)
    first, last = (format_date(when, c.long_day, locale=language) for when in (start, end))
    if start.date() == end.date():
        return c.within_a_day.format(day=first, start=f"{start:%H:%M}", end=f"{end:%H:%M}")
    return c.over_days.format(first=first, start=f"{start:%H:%M}", last=last, end=f"{end:%H:%M}")


def extent(minutes: int, c: CertificateTexts) -> str:
    """ "45 Minuten", "1 Stunde", "1 Stunde 30 Minuten"."""
    hours, rest = divmod(minutes, HOUR)
    whole = c.one_hour if hours == 1 else c.hours.format(count=hours)
    parts = [whole] if hours else []
    parts += [c.minutes.format(count=rest)] if rest or not hours else []
    return " ".join(parts)
