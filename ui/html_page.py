"""What Streamlit's page has fixed and the portal says otherwise: language, title, and a link past the
navigation."""

from __future__ import annotations

from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from core.settings import load_settings
from ui.escaping import as_html
from ui.texts import TEXTS

BODY = '<div id="root">'
SKIP = '<a class="skip" href="#stMain">{skip}</a><noscript><p>{scripts}</p></noscript>'


class HtmlPage:
    """Middleware that puts the portal's own words into Streamlit's page; all other responses pass
    untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.default = load_settings().language

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or "text/html" not in Headers(scope=scope).get("accept", ""):
            await self.app(scope, receive, send)
            return
        page = _Page(send, self._language(scope))
        await self.app(_uncompressed(scope), receive, page.send)

    def _language(self, scope: Scope) -> str:
        wanted = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [""])[0]
        return wanted if wanted in TEXTS else self.default


class _Page:
    """Holds an HTML response back until it is whole, and sends it with its language."""

    def __init__(self, send: Send, language: str) -> None:
        self._send = send
        self._language = language
        self._start: Message | None = None
        self._body = b""

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_html(message):
            self._start = message
        elif message["type"] == "http.response.body" and self._start is not None:
            await self._collect(message)
        else:
            await self._send(message)

    async def _collect(self, message: Message) -> None:
        self._body += message.get("body", b"")
        if message.get("more_body", False) or self._start is None:
            return
        body = self._in_our_words(self._body)
        headers = MutableHeaders(raw=self._start["headers"])
        headers["cache-control"] = "no-store"  # after signing out, Back would show the page as it was left
        if self._body:  # a HEAD response has a length but no body
            headers["content-length"] = str(len(body))
        await self._send(self._start)
        await self._send({"type": "http.response.body", "body": body})

    def _in_our_words(self, body: bytes) -> bytes:
        t = TEXTS[self._language].frame
        ahead = SKIP.format(skip=as_html(t.skip), scripts=as_html(t.needs_scripts)) + BODY
        for theirs, ours in (
            ('<html lang="en">', f'<html lang="{self._language}">'),
            ("<title>Streamlit</title>", f"<title>{as_html(t.portal)}</title>"),
            (BODY, ahead),
        ):
            body = body.replace(theirs.encode(), ours.encode(), 1)
        return body


def _is_html(start: Message) -> bool:
    return Headers(raw=start["headers"]).get("content-type", "").startswith("text/html")


def _uncompressed(scope: Scope) -> Scope:
    """The same request, but the answer comes as plain text that can be changed."""
    headers = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
    return {**scope, "headers": headers}
