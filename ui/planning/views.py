"""The head of every view of the page."""

from __future__ import annotations

from ui.planning.ways import VIEWS
from ui.prose import show_title
from ui.texts import Texts
from ui.view_row import show_view_row


def show_views(t: Texts) -> None:
    """The page's title and the row of its views."""
    show_title(t.planning.title)
    show_view_row("plan-view", VIEWS, t.planning.views, t.planning.views_label)
