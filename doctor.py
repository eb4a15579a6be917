"""What is ready on this machine and what is missing, for whoever runs the portal."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib.util import find_spec

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from core.database import open_database
from core.people.roles import Role
from core.people.tables import PersonRow
from core.settings import Settings
from knowledge.tables import DocumentRow, LibraryRow, PassageRow


def examine(settings: Settings) -> Iterator[str]:
    """One line for each finding; nothing is changed and no model is loaded."""
    yield f"home: {settings.home.resolve()}"
    yield f"free disk space: {_free_gigabytes(settings)} GB"
    yield from _library(settings)
    yield from _people(settings)
    yield f"signing in: {', '.join(_ways_in(settings)) or 'nobody can; LOTSE_LOCAL_ACCOUNTS is false'}"
    yield f"mail: {settings.smtp_host or 'no server; the administration hands on links for passwords'}"
    yield f"model: {settings.embedder or 'built in'}"
    yield f"reranker: {settings.reranker or 'none (optional)'}"
    yield _tool("Tesseract, reads scanned PDFs", shutil.which("tesseract") is not None)
    speech = find_spec("faster_whisper") is not None and settings.whisper_model is not None
    yield _tool("speech recognition, transcribes recordings without subtitles", speech)


def _free_gigabytes(settings: Settings) -> int:
    folder = settings.home.resolve()
    while not folder.exists():
        folder = folder.parent
    return shutil.disk_usage(folder).free // 2**30


def _library(settings: Settings) -> Iterator[str]:
    database = open_database(settings.database)
    try:
        with database.read() as db:
            documents = db.scalar(select(func.count()).select_from(DocumentRow))
            passages = db.scalar(select(func.count()).select_from(PassageRow))
            changes, version = db.execute(select(LibraryRow.changes, LibraryRow.version)).one()
        yield f"library: {documents} documents, {passages} passages"
        if changes != version:
            yield "library: the last sync did not finish; run 'python manage.py sync FOLDER' again"
    except SQLAlchemyError:
        yield "database: not ready; run 'python manage.py prepare'"
    finally:
        database.close()


def _people(settings: Settings) -> Iterator[str]:
    database = open_database(settings.database)
    real_one = PersonRow.demo.is_(False)
    try:
        with database.read() as db:
            made_up, real = _count(db, PersonRow.demo.is_(True)), _count(db, real_one)
            admins = _count(db, PersonRow.role == Role.ADMIN, PersonRow.active.is_(True), real_one)
    except SQLAlchemyError:
        return
    finally:
        database.close()
    yield f"people: {real}, of them {admins} who can manage the others"
    if not admins and not settings.demo:
        yield "people: nobody can manage them; run 'python manage.py add-user --role admin …'"
    if made_up and real:
        yield f"people: {made_up} are left over from a demonstration; begin real operation with an empty home"


def _count(db: Session, *where: ColumnElement[bool]) -> int:
    return db.scalar(select(func.count()).select_from(PersonRow).where(*where)) or 0


def _ways_in(settings: Settings) -> Iterator[str]:
    if settings.demo:
        yield "one click, as a made-up person (LOTSE_DEMO)"
    if settings.local_accounts:
        yield "password"
    if settings.oidc_metadata_url:
        yield "sign-in service"
    if settings.proxy_email_header:
        yield "proxy"


def _tool(name: str, there: bool) -> str:
    return f"{name}: {'ready' if there else 'not set up (optional)'}"
