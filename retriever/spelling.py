"""Questions as people type them: umlauts written as ae or left out. Mended with the library's own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from retriever.analysis import STOP_WORDS, WORD, fold


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The library's words: `spoken` as they stand, `written` from a folded word to its most frequent form."""

    spoken: frozenset[str]
    written: dict[str, str]

    def mend(self, question: str) -> str:
        """The question with its umlauts: "zuruecksetzen" and "zurucksetzen" become "zurücksetzen", as the
        model learnt the word. Words that the library knows as they stand are left alone."""
        return WORD.sub(lambda found: self._mended(found.group()), question)

    def _mended(self, word: str) -> str:
        lower = word.lower()
        if lower in self.spoken or lower in STOP_WORDS:
            return word
        return self.written.get(fold(lower), word)


def vocabulary(texts: Iterable[str]) -> Vocabulary:
    """Collects the words of all texts; those without a letter to mend need not be kept."""
    counts = Counter(word for text in texts for word in WORD.findall(text.lower()))
    written = {fold(word): word for word, _ in sorted(counts.items(), key=lambda item: item[1])}
    unlike = {folded: word for folded, word in written.items() if folded != word}
    return Vocabulary(frozenset(counts), unlike)
