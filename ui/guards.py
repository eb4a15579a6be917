"""Headers that every response carries, whoever made it."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from core.settings import load_settings

# Streamlit's own page needs inline scripts and styles and compiles some; what matters is that nothing is
# loaded from or sent to anywhere else, and that no other site frames the portal.
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; media-src 'self' data: blob:; font-src 'self' data:; "
    "worker-src 'self' blob:; connect-src 'self' {sockets}; frame-src 'self'; object-src 'none'; "
    "base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
)
YEAR = 365 * 24 * 3600


class Guards:
    """Middleware: no framing, no guessing of types, no addresses handed on; with TLS, only TLS."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        settings = load_settings()
        self.secure = settings.secure
        # Older browsers do not count sockets as 'self'; without TLS the portal may have several names.
        sockets = f"wss://{urlsplit(settings.public_url).netloc}" if settings.secure else "ws:"
        policy = POLICY.format(sockets=sockets)
        self.headers = {
            "Content-Security-Policy": policy,
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            "Referrer-Policy": "same-origin",
            "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
        }
        if settings.secure:
            self.headers["Strict-Transport-Security"] = f"max-age={YEAR}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._guard(MutableHeaders(raw=message["headers"]))
            await send(message)

        await self.app(scope, receive, guarded if scope["type"] == "http" else send)

    def _guard(self, headers: MutableHeaders) -> None:
        for name, value in self.headers.items():
            headers.setdefault(name, value)
        if self.secure:  # Streamlit's own cookies do not say it
            cookies = headers.getlist("set-cookie")
            del headers["set-cookie"]
            for cookie in cookies:
                headers.append("set-cookie", cookie if "; secure" in cookie.lower() else f"{cookie}; Secure")
