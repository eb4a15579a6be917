"""Short codes for documents and their sections: the same for the same place in every database, so that what
is printed on paper stays true."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence

LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's, without those that are easily misread
LENGTH = 10  # 50 bits: among a million places two have the same with a probability of 1 in 2,000
CODE = re.compile(rf"[{LETTERS}]{{{LENGTH}}}")


def document_code(source: str, name: str) -> str:
    """The code of a document; it moves only with the file's name."""
    return _code("document", source, name)


def section_codes(document: str, paths: Iterable[Sequence[str]]) -> Iterator[str]:
    """The codes of a document's sections in their order, by their headings and not by their numbers: what
    comes in before them leaves them as they are. `document` is the document's own code."""
    seen: dict[tuple[str, ...], int] = {}
    for path in paths:
        key = tuple(path)
        seen[key] = seen.get(key, 0) + 1
        yield _code("section", document, *key, str(seen[key]))


def as_typed(code: str) -> str:
    """A code as people type it from paper: capital letters, blanks, and letters that look like digits."""
    small = re.sub(r"[\s-]", "", code).lower()
    return small.translate(str.maketrans("oil", "011"))


def _code(*parts: str) -> str:
    bits = int.from_bytes(hashlib.sha256("\0".join(parts).encode()).digest()[:8], "big")
    return "".join(LETTERS[(bits >> (5 * place)) & 31] for place in range(LENGTH))
