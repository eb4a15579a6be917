"""Fixtures for tests of mail: a mail server, without and with encryption."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from core.mail.smtp import Server
from tests.core.mail.mail_server import LOCALHOST, MailServer, OnAnyPort, certificate, offered


@pytest.fixture
def mail_server() -> MailServer:
    return MailServer()


@pytest.fixture
def plain(mail_server: MailServer) -> Iterator[Server]:
    """The mail server without encryption."""
    with _listening(mail_server) as port:
        yield Server(LOCALHOST, port, "none", timeout=5)


@pytest.fixture
def pem(tmp_path: Path) -> Path:
    return certificate(tmp_path)


@pytest.fixture
def starttls(mail_server: MailServer, pem: Path) -> Iterator[Server]:
    """The mail server that lets `lotse` in with "Geheim-7", encrypted."""
    mail_server.passwords[b"lotse"] = b"Geheim-7"
    with _listening(
        mail_server,
        tls_context=offered(pem),
        authenticator=mail_server.check,
        auth_required=True,
    ) as port:
        yield Server(LOCALHOST, port, "starttls", "lotse", "Geheim-7", timeout=5)


@pytest.fixture
def tls(mail_server: MailServer, pem: Path) -> Iterator[Server]:
    """The mail server that is encrypted from the first byte."""
    with _listening(mail_server, ssl_context=offered(pem)) as port:
        yield Server(LOCALHOST, port, "tls", timeout=5)


@contextmanager
def _listening(mail_server: MailServer, **options: Any) -> Iterator[int]:
    controller = OnAnyPort(mail_server, hostname=LOCALHOST, port=0, **options)
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()
