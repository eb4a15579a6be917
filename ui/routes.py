"""The portal's own addresses beside the pages: originals of documents, and the health check."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from bootstrap import Original
from ui.portal import portal

SHOWN_IN_THE_BROWSER = frozenset(
    {"application/pdf", "video/mp4", "video/webm", "audio/mpeg", "audio/mp4", "audio/webm", "image/png"}
)
DOWNLOAD = "application/octet-stream"
# A file from the library must never act as a page of the portal, whatever it contains.
GUARDS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; media-src 'self'; img-src 'self'; object-src 'self'; "
    "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-cache",
}


def document_file(request: Request) -> Response:
    """A document's own file; parts of it where the browser asks for a range, as players do when they jump."""
    original = portal().original(_may_read(request, request.path_params["id"]))
    if original is None or not original.path.is_file():
        raise HTTPException(404)
    return _file(original)


def health(request: Request) -> JSONResponse:
    """200 with the library's counts while the portal can answer."""
    library = portal().library()
    return JSONResponse(
        {
            "status": "ok",
            "documents": library.documents,
            "passages": library.passages,
            "version": library.version,
        }
    )


def _may_read(request: Request, document_id: int) -> int:
    """The document, for those who may see it: today everyone; the check of rights stands here."""
    return document_id


def _file(original: Original) -> FileResponse:
    shown = original.media_type in SHOWN_IN_THE_BROWSER
    return FileResponse(
        original.path,
        media_type=original.media_type if shown else DOWNLOAD,
        filename=original.file_name,
        content_disposition_type="inline" if shown else "attachment",
        headers=GUARDS,
    )


ROUTES = [
    Route("/documents/{id:int}/file", document_file, methods=["GET"]),
    Route("/healthz", health, methods=["GET"]),
]
