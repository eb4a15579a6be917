"""A reply as plain text, for the command line."""

from __future__ import annotations

from knowledge.passages import block_text
from retriever.answer import Answer, Citation, EmptyLibrary, NothingFound, Reply

SAID = {
    "de": {
        "from": "Aus",
        "more": "Weitere Stellen",
        "nothing": "Dazu wurde nichts Sicheres gefunden. Am nächsten kommen:",
        "empty": "Die Bibliothek ist noch leer. 'python manage.py sync ORDNER' füllt sie.",
        "page": "Seite",
        "slide": "Folie",
    },
    "en": {
        "from": "From",
        "more": "More places",
        "nothing": "Nothing certain was found. The nearest places are:",
        "empty": "The library is still empty. 'python manage.py sync FOLDER' fills it.",
        "page": "page",
        "slide": "slide",
    },
}


def written(reply: Reply) -> str:
    """The reply in the question's language."""
    said = SAID[reply.language]
    match reply:
        case EmptyLibrary():
            return said["empty"]
        case NothingFound(nearest=nearest):
            return "\n".join([said["nothing"], *(place(citation, reply.language) for citation in nearest)])
        case Answer(blocks=blocks, citations=citations):
            source = f"{said['from']} {place(citations[0], reply.language)}"
            more = [said["more"] + ":", *(place(c, reply.language) for c in citations[1:])]
            return "\n\n".join(
                [source, *map(block_text, blocks), *(["\n".join(more)] if citations[1:] else [])]
            )


def place(citation: Citation, language: str) -> str:
    """A citation in one line: number, title, headings, page or time, date."""
    said = SAID[language]
    parts = [f"[{citation.number}] {' > '.join([citation.title, *citation.heading_path])}"]
    if citation.page is not None:
        parts.append(f"{said['slide' if citation.kind == 'slides' else 'page']} {citation.page}")
    if citation.seconds is not None:
        parts.append(clock(citation.seconds))
    if citation.date is not None:
        parts.append(f"{citation.date:%d.%m.%Y}" if language == "de" else citation.date.isoformat())
    return f"{', '.join(parts)} ({citation.document})"


def clock(seconds: float) -> str:
    """Seconds as m:ss."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02}"
