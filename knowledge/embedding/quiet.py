"""Keeps the model libraries from writing progress bars and load reports to the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet_transformers() -> Iterator[None]:
    """While it lasts, transformers shows no progress bars and only errors; then everything is as before."""
    from transformers.utils import logging

    verbosity = logging.get_verbosity()
    showed_progress = logging.is_progress_bar_enabled()
    logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        yield
    finally:
        logging.set_verbosity(verbosity)
        if showed_progress:
            logging.enable_progress_bar()  # type: ignore[no-untyped-call]
