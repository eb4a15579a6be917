"""Follow-up questions: what is understood only with the earlier questions becomes one that stands alone.

By rules for German and English, without a language model: what announces another subject ends the one before;
what begins with "und", corrects, or points back without naming much goes on with it. A place or device that
is only swapped ("und auf dem iPad?") takes the place of the earlier one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.devices import devices_in
from retriever.analysis import terms

# With so many terms a question is understood without the earlier ones, though it holds a pronoun; with more
# than so many also where a word like "dafür" points back.
NAMES_ENOUGH, NAMES_MUCH = 5, 8
OWN_DEVICES = frozenset({"iPad", "Notebook", "PC", "Android-Gerät", "Chromebook"})  # of knowledge.devices
WORD = re.compile(r"[\w-]+")
SWAPPED = 3  # terms at most, of a question that only swaps a place or device
LONGEST_TOPIC = 3  # earlier questions that are still in mind

POLITE = (
    r"ok(?:ay)?|super|prima|toll|danke\w*|vielen|dank|alles|klar|gut|perfekt|erledigt|läuft|klappt|ah|aha"
    r"|thanks|thank|you|great|fine"
)
THANKS = re.compile(rf"^\W*(?:(?:(?:{POLITE})\b\s*)+[,.;:!–-]+\s*)+", re.I)
OTHER_SUBJECT = re.compile(
    r"\b(?:was|(?:noch|mal|jetzt)\s+(?:et)?was)\s+(?:ganz\s+|völlig\s+)?anderes\b|\bthemenwechsel\b"
    r"|\b(?:ganz\s+|völlig\s+)?(?:andere|neue|nächste|weitere|noch\s+eine)[srn]?\s+(?:frage|thema)\b"
    r"|\bsomething\s+(?:completely\s+|entirely\s+)?(?:else|different)\b"
    r"|\b(?:another|different|new)\s+(?:question|topic)\b",
    re.I,
)
CORRECTS = re.compile(r"^\W*(?:(?:ach|äh|oh|halt|moment|quatsch|sorry|nein|nee|nö|no)\b[\s,.;:!–-]*)+", re.I)
MEANS = re.compile(
    r"^\W*(?:ich\s+)?(?:meine?|meinte|i\s+mean|i\s+meant|sondern|gleich|but|rather)\b\W*", re.I
)
NOT = re.compile(r"\b(?:nicht|not)\s+([^.,;:?!]+)[.,;:?!]*\s*", re.I)
GOES_ON = re.compile(
    r"^\W*(?:und|and|aber|but|oder|or|auch|was\s+ist\s+mit"
    r"|wie\s+(?:ist|sieht)\s+(?:es|das)\b.{0,12}\b(?:bei|mit)|what\s+about|how\s+about)\b",
    re.I,
)
# Words that stand for something named before; "dass", "die Tafel" and "das ist" do not.
POINTS_BACK = re.compile(
    r"\b(?:dafür|damit|davon|dabei|dazu|daran|darauf|darin|daraus|dagegen|dort|stattdessen)\b"
    r"(?!,?\s+dass)|\bso\s+(?:ein\w*|was|etwas|viel\w*)\b|\b(?:solch|diese[nmrs]?\b|these\b|those\b|such\b)",
    re.I,
)
PRONOUN = re.compile(
    r"\b(?:ihn|ihm|sie|er|es|das|die|den|dem|denen|it|that|this|them|they|there)\b"
    r"(?=\s*[?.,!;:]|\s+[a-zäöü\d]|\s*$)"
)
ARTICLE = r"(?:ein\w*|de[rmns]|die|das|mein\w*|unser\w*|the|my|our|an?)"
BEFORE_NOUNS = (
    rf"(?:in|im|ins|unter|bei|beim|auf|aufs|am|an|ans|mit|für|on|with|at|for|under)(?:\s+{ARTICLE})?"
)
A_PLACE = re.compile(rf"\b{BEFORE_NOUNS}\s+(?:[\w.+-]+\s+)?[A-ZÄÖÜ0-9][\w.+/-]*")
ONLY_A_PLACE = re.compile(rf"^\W*(?:(?:und|and|aber|oder|auch|or|but)\b[\s,]*)*({BEFORE_NOUNS}\b.*)$", re.I)


def standing_alone(question: str, history: Sequence[str]) -> str:
    """The question with what it needs of the earlier ones (oldest first); the question itself where it needs
    none."""
    if not history:
        return question
    topic = _topic(history)
    return _joined(_gone_on(topic, question)) if topic and _needs_earlier(question) else _of_itself(question)


def taken_together(question: str, history: Sequence[str]) -> str:
    """The question with the earlier ones, for one that finds nothing by itself though no word points back;
    the question itself where another subject was announced."""
    topic = _topic(history)
    if not topic or OTHER_SUBJECT.search(question):
        return standing_alone(question, history)
    return _joined(_gone_on(topic, question))


def _topic(history: Sequence[str]) -> list[str]:
    """The earlier questions of the subject that is spoken of."""
    topic: list[str] = []
    for turn in history:
        topic = _gone_on(topic, turn) if topic and _needs_earlier(turn) else [_of_itself(turn)]
    return topic


def _joined(topic: Sequence[str]) -> str:
    return " ".join(topic[-LONGEST_TOPIC:])


def _needs_earlier(turn: str) -> bool:
    if OTHER_SUBJECT.search(turn):
        return False
    said = _without_thanks(turn)
    if CORRECTS.match(said) or GOES_ON.match(said):
        return True
    named = len(set(terms(said)))
    if not named or (ONLY_A_PLACE.match(said) and named <= SWAPPED):
        return True
    points, stands_for = POINTS_BACK.search(said), PRONOUN.search(said)
    return bool(points and named <= NAMES_MUCH) or bool(stands_for and named < NAMES_ENOUGH)


def _of_itself(turn: str) -> str:
    """A turn that begins a subject, without what announces it."""
    found = list(OTHER_SUBJECT.finditer(turn))
    said = turn[found[-1].end() :].lstrip(" :,.;!–-") if found else _without_thanks(turn)
    return said or turn.strip()


def _gone_on(topic: list[str], turn: str) -> list[str]:
    said = _without_thanks(turn)
    if CORRECTS.match(said) or NOT.match(said):
        return _corrected(topic, CORRECTS.sub("", said))
    swapped = _swapped(topic[-1], said)
    return [*topic[:-1], swapped] if swapped else [*topic, said]


def _swapped(before: str, said: str) -> str:
    """The earlier question with its own device or its last place replaced; nothing where the turn says
    more."""
    if len(terms(said)) > SWAPPED:
        return ""
    return _other_device(before, said) or _other_place(before, said)


def _other_device(before: str, said: str) -> str:
    """After "… mein iPad auf das Display?" comes "vom Windows-Laptop?": the display stays."""
    new, old = _own_devices(said), _own_devices(before)
    return before.replace(old[-1], new[0], 1) if len(new) == 1 and old else ""


def _own_devices(text: str) -> list[str]:
    """The words of a text that name what somebody holds in their hands."""
    return [word for word in WORD.findall(text) if not OWN_DEVICES.isdisjoint(devices_in(word))]


def _other_place(before: str, said: str) -> str:
    new = ONLY_A_PLACE.match(said)
    places = list(A_PLACE.finditer(before))
    if not new or not places:
        return ""
    old = places[-1]
    return f"{before[: old.start()]}{new.group(1).rstrip(' ?.!')}{before[old.end() :]}"


def _corrected(topic: list[str], said: str) -> list[str]:
    """What was not meant goes out of the earlier questions; what is meant instead takes its place."""
    wrong = [found.group(1) for found in NOT.finditer(said)]
    right = MEANS.sub("", NOT.sub("", said)).strip(" ,.;:!–-")
    if wrong and len(terms(right)) <= SWAPPED and (mended := _replaced(topic[-1], wrong[0], right)):
        return [*topic[:-1], mended]
    return [*(_without(each, " ".join(wrong)) for each in topic), right]


def _replaced(before: str, wrong: str, right: str) -> str:
    """The earlier question with the named thing and its article replaced; nothing where it is not there."""
    last = (terms(wrong) or [""])[-1]
    named = next((word for word in WORD.findall(before) if last and last in terms(word)), None)
    if named is None:
        return ""
    thing = re.compile(rf"(?:\b{ARTICLE}\s+)?(?:\b[a-zäöüß]+(?:e[nmrs]?)\s+)?\b{re.escape(named)}\b")
    return thing.sub(lambda _: right, before, count=1)


def _without(text: str, wrong: str) -> str:
    gone = set(terms(wrong))
    return " ".join(word for word in text.split() if not gone & set(terms(word)))


def _without_thanks(turn: str) -> str:
    return THANKS.sub("", turn).strip() or turn.strip()
