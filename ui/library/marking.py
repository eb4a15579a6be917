"""What is marked of a document when somebody looks for words in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from knowledge.reading.section import Block
from retriever.within import Hit

FEW = 3  # words; of more, the whole sentence is marked instead of each little word


def marked(words: str, blocks: Iterable[Block], found: Sequence[Hit]) -> tuple[str, ...]:
    """Parts of the blocks, verbatim: the words as they stand there, or the sentences that have them all."""
    each = words.split()
    if not found:
        return ()
    if len(each) > FEW:
        return tuple(dict.fromkeys(hit.text for hit in found))
    pattern = re.compile("|".join(rf"\w*{re.escape(word)}\w*" for word in each), re.IGNORECASE)
    each_item = (item for block in blocks for item in block.items)
    return tuple(dict.fromkeys(text for item in each_item for text in pattern.findall(item)))
