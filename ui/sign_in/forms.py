"""Forms count only where they come from the portal itself."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.requests import Request

from core.settings import load_settings

LONGEST = 4000


class ForeignForm(Exception):
    """The form came from another site, or the browser does not say from where."""


async def own_form(request: Request) -> dict[str, str]:
    """The fields of a form that the portal's own page sent. Raises ForeignForm.

    Browsers say themselves where a request comes from (Sec-Fetch-Site, or Origin in older ones), and no page
    can change what they say.
    """
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    own = site == "same-origin" if site is not None else _is_ours(request, origin)
    if not own:
        raise ForeignForm
    fields = await request.form(max_files=0, max_fields=20)
    return {name: value[:LONGEST] for name, value in fields.items() if isinstance(value, str)}


def _is_ours(request: Request, origin: str | None) -> bool:
    if origin is None:
        return False
    public = urlsplit(load_settings().public_url)
    return urlsplit(origin).netloc in {public.netloc, request.headers.get("host", "")}
