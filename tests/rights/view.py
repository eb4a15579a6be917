"""A view of a page, with what its buttons write."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sqlalchemy.orm import Session
from streamlit.testing.v1 import AppTest

from tests.rights.conftest import Town

Fills = Callable[[AppTest, Town], object]
# What the person with this number has already.
Before = Callable[[Session, int, Town], object]


@dataclass(frozen=True)
class View:
    """A page with its address; `fill` writes into its fields what makes `writes`, its buttons that write, do
    so, the one that takes most away last. All other buttons only lead elsewhere; those of lists are not
    named. What is one's `own` stays so when the role is gone; `others` is what the page then says where it is
    for other roles too."""

    page: str
    address: Callable[[Town], Mapping[str, str]] = lambda town: {}
    fill: Fills = lambda at, town: None
    writes: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    own: bool = field(default=False)
    before: Before = lambda db, number, town: None
    others: str = ""
