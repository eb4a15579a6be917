"""What happens next with a line."""

from __future__ import annotations

from collections.abc import Mapping

from deliveries.facts import ReasonKind, Subproject
from deliveries.stages import PROGRESS, Stage
from deliveries.status.found import LineStatus, Situation
from deliveries.words.told import Told, told_of

MOUNTED_FIRST = frozenset({Subproject.DISPLAYS, Subproject.NETWORK, Subproject.WIFI})
Words = Mapping[str, str]
# What has to happen before it goes on.
FIRST: Mapping[ReasonKind, Words] = {
    ReasonKind.CABLING: {
        "de": "Zuerst muss die Verkabelung fertig werden.",
        "en": "First the cabling must be finished.",
    },
    ReasonKind.BUDGET: {
        "de": "Zuerst muss der Haushalt freigegeben werden.",
        "en": "First the budget must be released.",
    },
    ReasonKind.TENDER: {"de": "Zuerst wird neu ausgeschrieben.", "en": "First there is a new tender."},
    ReasonKind.BUILDING: {
        "de": "Zuerst muss das Gebäude so weit sein.",
        "en": "First the building must be ready.",
    },
    ReasonKind.SCHOOL: {"de": "Zuerst entscheidet die Schule.", "en": "First the school decides."},
    ReasonKind.SUPPLIER: {
        "de": "Zuerst muss der Lieferant liefern.",
        "en": "First the supplier must deliver.",
    },
}
NOTHING_MORE: Words = {"de": "Es kommt nichts mehr.", "en": "Nothing more will come."}
UNCLEAR: Words = {
    "de": "Das Team der Stadt klärt, wie es weitergeht.",
    "en": "The city's team finds out how to go on.",
}
PLANNING: Words = {
    "de": "Schule und Stadt schließen die Planung ab, danach wird bestellt.",
    "en": "The school and the city finish planning, then the order is placed.",
}
# Of one device, of several, and of what is missing where others are here.
DELIVERY: Mapping[str, tuple[str, str, str]] = {
    "de": ("{the} wird geliefert.", "Die {many} werden geliefert.", "Der Rest wird geliefert."),
    "en": ("{the} will be delivered.", "The {many} will be delivered.", "The rest will be delivered."),
}
LAST: Mapping[str, tuple[str, str]] = {  # "der letzte Schulserver", of two "der zweite"
    "de": ("letzte", "zweite"),
    "en": ("last", "second"),
}
STEPS: Mapping[str, Mapping[Stage, tuple[str, str]]] = {
    "de": {
        Stage.MOUNTED: ("{the} wird montiert.", "Die {many} werden montiert."),
        Stage.TESTED: ("{the} wird getestet.", "Die {many} werden getestet."),
        Stage.SET_UP: ("{the} wird eingerichtet.", "Die {many} werden eingerichtet."),
    },
    "en": {
        Stage.MOUNTED: ("{the} will be mounted.", "The {many} will be mounted."),
        Stage.TESTED: ("{the} will be tested.", "The {many} will be tested."),
        Stage.SET_UP: ("{the} will be set up.", "The {many} will be set up."),
    },
}
RECEIPT: Words = {
    "de": "Die Schule bestätigt, dass alles angekommen ist.",
    "en": "The school confirms that everything has arrived.",
}
MISSING: Words = {
    "de": "Das Team der Stadt kümmert sich um das, was fehlt.",
    "en": "The city's team sees to what is missing.",
}
REMARK: Words = {
    "de": "Das Team der Stadt kümmert sich um die Anmerkung der Schule.",
    "en": "The city's team sees to the school's remark.",
}
ALL_DONE: Words = {"de": "Es ist nichts mehr offen.", "en": "Nothing is left to do."}


def next_step(status: LineStatus, language: str) -> str:
    """ "Die Displays werden montiert." """
    told = told_of(status)
    match status.situation:
        case Situation.STOPPED:
            return NOTHING_MORE[language]
        case Situation.USABLE:
            return _after_all(status)[language]
    if told.kind:
        return FIRST[told.kind][language]
    if told.blocked:
        return UNCLEAR[language]
    if told.coming:
        return _delivery(told, language)
    return _step(status, told, language)


def _after_all(status: LineStatus) -> Words:
    receipt = status.receipt
    if receipt is None:
        return RECEIPT
    if receipt.settled_at is None and receipt.missing:
        return MISSING
    return REMARK if receipt.settled_at is None and receipt.remarks else ALL_DONE


def _delivery(told: Told, language: str) -> str:
    if told.waiting[0][0] is Stage.PLANNED:
        return PLANNING[language]
    one, many, rest = DELIVERY[language]
    if told.here and told.coming > 1:
        return rest
    which = LAST[language][told.wanted == 2] if told.here else ""
    return _said(one if told.coming == 1 else many, told, language, which)


def _step(status: LineStatus, told: Told, language: str) -> str:
    """The step after that of the pieces least far on; what stands on a desk need not be mounted."""
    least = told.arrived[-1][0]
    following = PROGRESS[PROGRESS.index(least) + 1]
    if least is Stage.DELIVERED and status.line.subproject not in MOUNTED_FIRST:
        following = Stage.SET_UP
    count = status.line.pieces[least]
    one, many = STEPS[language][following]
    return _said(one if count == 1 else many, told, language)


def _said(pattern: str, told: Told, language: str, which: str = "") -> str:
    noun = told.noun
    article = noun.article.capitalize() if language == "de" else "The"
    the = " ".join(word for word in (article, which, noun.of(1, language)) if word)
    return pattern.format(the=the, many=noun.of(2, language))
