"""Who confirmed a line at another school, before the line came from there."""

from __future__ import annotations

import pytest

from core.people.roles import Role
from deliveries.refusals import AlreadyConfirmed
from deliveries.tables import OrderLineRow
from tests.deliveries.notices.conftest import town as town
from tests.deliveries.notices.town import Town
from tests.deliveries.test_receipts import SET_UP, do


def test_a_school_does_not_learn_who_confirmed_elsewhere(town: Town) -> None:
    first, second = town.school(), town.school()
    before = town.person(first, role=Role.HEAD, name="Ada Öz")
    line_id = town.line(first, SET_UP)
    do(town, before, line_id)
    with pytest.raises(AlreadyConfirmed) as again:
        do(town, before, line_id)
    assert again.value.by == "Ada Öz"
    with town.database.write.begin() as db:
        db.get_one(OrderLineRow, line_id).school_id = second.id
    with pytest.raises(AlreadyConfirmed) as refused:
        do(town, town.person(second, role=Role.HEAD), line_id)
    assert refused.value.by == ""
