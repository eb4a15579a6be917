"""Archives that come out the same each time they are made."""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path


def repack(source: BytesIO, target: Path, day: date) -> None:
    """Copies an archive, with the day on each entry in place of the time of the build."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 12, 0, 0))
            # OpenDocument wants its type readable at the file's start.
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
