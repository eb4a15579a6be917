"""QR codes (ISO/IEC 18004, by segno)."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import segno

QUIET = 4  # blank modules around it, as the standard asks for
ERROR = "m"  # 15 % of it may be dirty


def svg(address: str) -> bytes:
    """The address as an SVG picture without a fixed size."""
    return _drawn(address, kind="svg", omitsize=True, light="white", svgns=True)


def png(address: str, scale: int = 12) -> bytes:
    """The address as a PNG picture; each module is `scale` pixels wide."""
    return _drawn(address, kind="png", scale=scale)


def _drawn(address: str, **options: Any) -> bytes:
    out = BytesIO()
    segno.make(address, error=ERROR, micro=False).save(out, border=QUIET, **options)
    return out.getvalue()
