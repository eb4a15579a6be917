"""QR codes (ISO/IEC 18004, by segno)."""

from __future__ import annotations

from io import BytesIO

import segno

QUIET = 4  # blank modules around it, as the standard asks for
ERROR = "m"  # 15 % of it may be dirty


def svg(address: str) -> bytes:
    """The address as an SVG picture without a fixed size."""
    out = BytesIO()
    segno.make(address, error=ERROR, micro=False).save(out, kind="svg", border=QUIET, omitsize=True)
    return out.getvalue()


def png(address: str, scale: int = 12) -> bytes:
    """The address as a PNG picture; each module is `scale` pixels wide."""
    out = BytesIO()
    segno.make(address, error=ERROR, micro=False).save(out, kind="png", border=QUIET, scale=scale)
    return out.getvalue()
