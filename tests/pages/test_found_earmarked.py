"""A line whose end of earmarking lies outside of what the field for it usually takes."""

from __future__ import annotations

from datetime import date

import pytest

from core.people.roles import Role
from deliveries.pieces import Pieces
from tests.pages.signed_in import House
from tests.ui.deliveries.made import Ordered


@pytest.mark.parametrize("until", [date(9999, 12, 31), date(1899, 12, 30)])
def test_the_team_can_still_look_at_the_line(house: House, until: date) -> None:
    house.visit()
    house.signed_in_as(Role.TEAM, "Vera Team")
    ordered = Ordered(house.database)
    line_id = ordered.line(ordered.school(), Pieces(in_use=3), stage="in_use", earmarked_until=until)
    at = house.open("order_line.py", nr=str(line_id))
    assert not at.exception
    assert [field.value for field in at.date_input] == [until]
