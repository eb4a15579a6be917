"""Where signing in happens, and where it may lead."""

from __future__ import annotations

from urllib.parse import unquote, urlencode, urlsplit

SIGN_IN = "/anmelden"
DEMO = "/anmelden/vorfuehrung"
TO_SERVICE = "/anmelden/schulkonto"
FROM_SERVICE = "/anmelden/weiter"
SIGN_OUT = "/abmelden"
FORGOTTEN = "/passwort"
NEW_PASSWORD = "/passwort/neu"  # noqa: S105
STYLE = "/anmelden/aussehen.css"
START = "/"
LONGEST = 2000


def own_way(wanted: str | None) -> str:
    """The wanted address where it lies within the portal, else the start page: nobody is led elsewhere.

    Browsers take `//host` and `/\\host` for another host, and leave out control characters before they look.
    """
    wanted = wanted or START
    harmless = wanted.isprintable() and len(wanted) <= LONGEST and "\\" not in wanted
    parts = urlsplit(wanted) if harmless else None
    if parts is None or parts.scheme or parts.netloc or not wanted.startswith("/") or wanted.startswith("//"):
        return START
    return START if unquote(parts.path).startswith((SIGN_IN, SIGN_OUT, FORGOTTEN)) else wanted


def sign_in_way(wanted: str, lang: str | None = None) -> str:
    """The sign-in page, which leads on to the wanted address."""
    return way(SIGN_IN, weiter=None if wanted == START else wanted, lang=lang)


def way(path: str, **query: str | None) -> str:
    """The path with its query, without what is empty."""
    filled = {name: value for name, value in query.items() if value}
    return f"{path}?{urlencode(filled)}" if filled else path
