"""The web application: pages, own addresses, and what stands before both."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from starlette.middleware import Middleware

from core.settings import Settings, load_settings
from core.signing import signer
from ui.errors import HANDLERS
from ui.front_door import FrontDoor
from ui.guards import Guards
from ui.html_page import HtmlPage
from ui.routes import ROUTES
from ui.start import prepared, show_unexpected
from ui.streamlit_gate import StreamlitGate

SCRIPT = Path(__file__).resolve().parent / "main.py"
SCOPE = ["openid", "email", "profile"]


def parts() -> dict[str, Any]:
    """What `st.App` is made of beside its script."""
    return {
        "secrets": _secrets(load_settings()),
        "routes": ROUTES,
        "middleware": [
            Middleware(Guards),
            Middleware(StreamlitGate),
            Middleware(FrontDoor),
            Middleware(HtmlPage),
        ],
        "lifespan": prepared,
        "on_script_error": show_unexpected,
        "exception_handlers": HANDLERS,
    }


def _secrets(settings: Settings) -> dict[str, Any] | None:
    """What Streamlit must know to talk to a sign-in service; nothing where there is none."""
    if settings.oidc_metadata_url is None:
        return None
    return {
        "auth": {
            "redirect_uri": f"{settings.public_url}/oauth2callback",
            "cookie_secret": signer(settings).derived("sign-in-cookies"),
            "client_id": settings.oidc_client_id,
            "client_secret": settings.oidc_client_secret,
            "server_metadata_url": settings.oidc_metadata_url,
            "client_kwargs": {"scope": " ".join(SCOPE)},
        }
    }
