"""What can be seen of a question before anything is searched: its language and whether it asks for a way to
do something."""

from __future__ import annotations

import re

GERMAN = frozenset(
    """
    der die das ein eine einen ich wir sie ist sind wie was wo wer wann warum wieso kann darf muss
    soll mein meine und oder nicht mit fur auf im in am zum zur beim den dem des von bei aus kein
    keine geht gibt man mir uns wenn
    """.split()  # noqa: SIM905 (a list would take a line a word)
)
ENGLISH = frozenset(
    """
    the a an i we you is are how what where who when why can may must should my our and or not with
    for on at to of from by no do does if there it this that which will
    """.split()  # noqa: SIM905 (a list would take a line a word)
)
# "in", "am", "man", "an", "was", "war" belong to both languages or mislead; the others decide.
BOTH = frozenset({"in", "am", "an", "man", "was", "will", "die", "so", "also"})
WORD = re.compile(r"[^\W\d_]+")
ASKS_HOW = re.compile(
    r"^\W*(wie|how)\b(?!\s+(viel|oft|lang|groß|gross|hoch|weit|many|much|long|often|big|far)\b)"
    r"|\b(anleitung|schritte?|einrichten|steps?|set\s?up)\b"
    r"|\bwas\s+(kann|muss|soll|sollte)\b.*\b(tun|machen)\b|\bwhat\s+(can|should|must)\s+i\s+do\b",
    re.IGNORECASE,
)
ASKS_FOR_A_FACT = re.compile(
    r"^\W*(we[rmn]|wann|warum|wieso|weshalb|welche[rsmn]?|wo(mit|für|zu|ran|her|hin|von)?|wie\s?viele?"
    r"|wie\s(oft|lange?|groß|gross|hoch|weit|heiß|heiss|schwer|teuer|alt|schnell|spät|heißt|heisst|soll\w*)"
    r"|was\s(ist|sind|heißt|heisst|bedeute[nt]|passiert)"
    r"|(ab|bis|mit|bei|für|in|an|auf|aus|von|zu|nach|seit|über)\s(wann|we[mn]|welche[rsmn]?|wie\s?viele?n?)"
    r"|darf|dürfen|muss|müssen|reicht|reichen|ist|sind|gibt|gilt|kommt"
    r"|who|where|when|why|which|may|is|are|does|what\s(is|are|does)"
    r"|how\s(many|much|long|often|big|far|hot|heavy|old|fast))\b",
    re.IGNORECASE,
)
ASKS_WHAT_TO_DO = re.compile(
    r"\b(anleitung|schritte?|steps?)\b|\bwas\s(kann|muss|soll|sollte|mache)\b|\bwhat\s(can|should|must|do)\si\b",
    re.IGNORECASE,
)
INFINITIVE_AT_END = re.compile(r"\b[a-zäöüß]{3,}(en|ern|eln)\W*$")


def language(question: str, otherwise: str = "de") -> str:
    """ "de" or "en", by function words and umlauts; `otherwise` where nothing speaks for either."""
    if re.search(r"[äöüßÄÖÜ]", question):
        return "de"
    words = {word.lower() for word in WORD.findall(question)} - BOTH
    german, english = len(words & GERMAN), len(words & ENGLISH)
    return otherwise if german == english else ("de" if german > english else "en")


def asks_how(question: str) -> bool:
    """True where a procedure would be the answer: "Wie …?", "Was kann ich tun?", "Drucker einrichten"."""
    text = question.strip()
    return bool(ASKS_HOW.search(text) or INFINITIVE_AT_END.search(text))


def wants_steps(question: str) -> bool:
    """False where one sentence, row or step is the answer: "Wie lange …?", "Wo …?", "Darf ich …?"."""
    text = question.strip()
    return not ASKS_FOR_A_FACT.search(text) or bool(ASKS_WHAT_TO_DO.search(text))
