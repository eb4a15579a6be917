"""The head of every view of the page."""

from __future__ import annotations

from ui.delivery_lists.ways import VIEWS
from ui.prose import show_title
from ui.texts import Texts
from ui.view_row import show_view_row


def show_views(t: Texts) -> None:
    """The page's title and the row of its views."""
    show_title(t.lists.title)
    show_view_row("lists-view", VIEWS, t.lists.views, t.lists.views_label)
