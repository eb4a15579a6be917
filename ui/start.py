"""What happens once when the server starts, and what a person sees when a page fails."""

from __future__ import annotations

import logging
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Thread
from typing import Any

import streamlit as st

import bootstrap
from ui.language import texts
from ui.portal import entrance, portal

log = logging.getLogger(__name__)


@asynccontextmanager
async def prepared(app: object) -> AsyncIterator[dict[str, Any]]:
    """Loads the portal beside the starting server, so that the first visitor does not wait for the model."""
    Thread(target=_load, name="load portal", daemon=True).start()
    yield {}


def _load() -> None:
    try:
        bootstrap.look_after_trainings(entrance())
        bootstrap.look_after_deliveries(entrance())
        portal()
    except Exception:
        log.exception("the portal could not be loaded; each visit tries again")


def log_unexpected(error: BaseException) -> str:
    """Writes the details to the log; returns the number under which they stand there."""
    number = secrets.token_hex(3).upper()
    log.error("error %s", number, exc_info=error)
    return number


def show_unexpected(error: Exception) -> bool:
    """Tells the person in a friendly sentence instead of a stack of code lines."""
    st.error(texts().unexpected.format(number=log_unexpected(error)), icon=":material/error:")
    return True
