"""Each fault and each refusal has a sentence in both languages, with all its facts in it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, get_type_hints

import pytest

from deliveries import refusals
from deliveries.reading.lines import Fault, RowFault
from deliveries.refusals import (
    AlreadyConfirmed,
    ColumnsMissing,
    DeliveryRefusal,
    FutureDay,
    TooLarge,
    WordMissing,
)
from deliveries.words.faults import fault_sentence, refusal_sentence

VALUES: dict[Any, Any] = {
    str: "Wort",
    int: 7,
    date: date(2024, 3, 4),
    datetime: datetime(2024, 3, 4, 23, 30, tzinfo=UTC),
    tuple[str, ...]: ("Schule", "Status"),
}
ALL = [
    known
    for known in vars(refusals).values()
    if isinstance(known, type) and issubclass(known, DeliveryRefusal) and known is not DeliveryRefusal
]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("kind", ALL)
def test_each_refusal_has_a_whole_sentence(kind: type[DeliveryRefusal], language: str) -> None:
    hints = get_type_hints(kind)
    said = refusal_sentence(kind(**{name: VALUES[hint] for name, hint in hints.items()}), language)
    assert said.endswith((".", "?"))
    assert not {"{", "}"} & set(said)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("fault", Fault)
def test_each_fault_has_a_sentence(fault: Fault, language: str) -> None:
    said = fault_sentence(RowFault(2, "Status", "x", fault), language)
    assert said.endswith(".")
    meant = fault_sentence(RowFault(2, "Schule", "x", fault, suggestion="GS {Salbke}"), language)
    assert meant.startswith(said)
    assert "GS {Salbke}" in meant


def test_facts_stand_in_the_sentence_as_people_write_them() -> None:
    assert "Schule, Status" in refusal_sentence(ColumnsMissing(("Schule", "Status")))
    assert "04.03.2024" in refusal_sentence(FutureDay(date(2024, 3, 4)))
    assert "4 March 2024" in refusal_sentence(FutureDay(date(2024, 3, 4)), "en")
    assert "20 MB" in refusal_sentence(TooLarge(20))
    assert "„Name“" in refusal_sentence(WordMissing("name"))
    late = AlreadyConfirmed("Kim Kopf", datetime(2024, 3, 4, 23, 30, tzinfo=UTC))
    assert "Kim Kopf am 05.03.2024" in refusal_sentence(late)  # the day in the city
