"""The portal's own addresses beside the pages."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from ui import file_routes, personal_routes
from ui.city import file_routes as city_routes
from ui.deliveries import file_routes as delivery_routes
from ui.deliveries import stop_routes
from ui.delivery_lists import file_routes as list_routes
from ui.delivery_lists import push_routes
from ui.papers import certificate_routes, check_in_routes
from ui.papers import list_routes as course_routes
from ui.plain import class_routes, code_routes, print_routes
from ui.portal import portal
from ui.sign_in import routes as sign_in_routes
from ui.trainings import calendar_routes


def health(request: Request) -> JSONResponse:
    """200 with the counts of the library's public part while the portal can answer."""
    library = portal().library()
    return JSONResponse(
        {
            "status": "ok",
            "documents": library.documents,
            "passages": library.passages,
            "version": library.version,
        }
    )


ROUTES = [
    *sign_in_routes.ROUTES,
    *personal_routes.ROUTES,
    *file_routes.ROUTES,
    *print_routes.ROUTES,
    *code_routes.ROUTES,
    *class_routes.ROUTES,
    *calendar_routes.ROUTES,
    *certificate_routes.ROUTES,
    *check_in_routes.ROUTES,
    *course_routes.ROUTES,
    *delivery_routes.ROUTES,
    *stop_routes.ROUTES,
    *city_routes.ROUTES,
    *list_routes.ROUTES,
    *push_routes.ROUTES,
    Route("/healthz", health, methods=["GET"]),
]
