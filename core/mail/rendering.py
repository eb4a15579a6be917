"""From a template and what it tells of to the subject and the text of a mail."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from core.house import House
from core.mail.plain_text import lines, one_line

GAP = re.compile(r"\n{3,}")


class Templates:
    """The mails of one folder: `<language>/<letter>.txt`, the first line is the subject."""

    def __init__(self, folder: Path) -> None:
        self._environment = Environment(  # mails are plain text, there is nothing to escape
            loader=FileSystemLoader(folder),
            autoescape=False,  # noqa: S701
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters |= {"line": one_line, "lines": lines}

    def written(
        self, letter: str, language: str, house: House, values: Mapping[str, object]
    ) -> tuple[str, str]:
        """Subject and text; `values` are what the template asks for beside `to`, which writes addresses of
        the portal."""
        template = self._environment.get_template(f"{language}/{letter}.txt")
        text = template.render(to=partial(page_address, house, language), **values)
        subject, _, body = text.partition("\n")
        return _harmless(one_line(subject)), GAP.sub("\n\n", body).strip() + "\n"


def page_address(house: House, language: str, page: str, **query: object) -> str:
    """A page of the portal, in the mail's language; the portal's own needs no word in the address."""
    if language != house.language:
        query["lang"] = language
    return f"{house.portal}/{page}" + (f"?{urlencode(query)}" if query else "")


def _harmless(subject: str) -> str:
    """Nothing that reads like an encoded word: mail programs would decode it, line breaks included."""
    return subject.replace("=?", "= ?")
