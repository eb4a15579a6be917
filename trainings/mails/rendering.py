"""From a template and what it tells of to the subject and the text of a mail."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from core.house import House
from trainings.facts import TOO_FEW
from trainings.mails import in_words
from trainings.mails.plain_text import lines, one_line

TEMPLATES = Environment(  # mails are plain text, there is nothing to escape
    loader=FileSystemLoader(Path(__file__).resolve().parent),
    autoescape=False,  # noqa: S701
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
TEMPLATES.filters |= {"line": one_line, "lines": lines}
GAP = re.compile(r"\n{3,}")


def written(
    letter: str, name: str, language: str, house: House, now: datetime, values: Mapping[str, object]
) -> tuple[str, str]:
    """Subject and text of the letter in the language; `values` are what its template asks for beside the
    name."""
    text = TEMPLATES.get_template(f"{language}/{letter}.txt").render(
        name=name,
        now=now,
        too_few=TOO_FEW,
        days_until=partial(in_words.days_until, now=now),
        day=partial(in_words.day, language=language),
        moment=partial(in_words.moment, language=language),
        span=partial(in_words.span, language=language),
        where=partial(in_words.where, language=language),
        to=partial(_address, house, language),
        **values,
    )
    subject, _, body = text.partition("\n")
    return _harmless(one_line(subject)), GAP.sub("\n\n", body).strip() + "\n"


def _address(house: House, language: str, page: str, **query: object) -> str:
    """A page of the portal, in the letter's language; the portal's own needs no word in the address."""
    if language != house.language:
        query["lang"] = language
    return f"{house.portal}/{page}" + (f"?{urlencode(query)}" if query else "")


def _harmless(subject: str) -> str:
    """Nothing that reads like an encoded word: mail programs would decode it, line breaks included."""
    return subject.replace("=?", "= ?")
