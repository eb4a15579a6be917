"""Text to sentences, without being fooled by German abbreviations and ordinal numbers."""

from __future__ import annotations

import re

END = re.compile(r"(?<=[.!?])[\"“”»)]*\s+(?=[\"„“»(]*[A-ZÄÖÜ0-9])")
NO_END = re.compile(
    r"(?:\b(?:z|d|u|o|i|s|v|bzw|ca|evtl|ggf|inkl|max|min|usw|vgl|Nr|Abb|Abs|Bsp|Dr|Hr|Fr|Kap|St|Std|Tab|e\.g|i\.e|etc|vs)"
    r"|\b[A-Za-zÄÖÜäöü]|\b\d{1,4})\.$"
)


def sentences(text: str) -> list[str]:
    """The sentences in order, each verbatim a part of `text`."""
    found: list[str] = []
    start = 0
    for end in END.finditer(text):
        if not NO_END.search(text[start : end.start()]):
            found.append(text[start : end.start() + len(end.group().rstrip())])
            start = end.end()
    return [part for part in [*found, text[start:]] if part.strip()]
