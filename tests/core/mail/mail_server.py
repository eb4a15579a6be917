"""A real mail server in the process; tests say how it answers and read what it took."""

from __future__ import annotations

import datetime as dt
import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from core.mail.message import from_text

LOCALHOST = "127.0.0.1"
OK = "250 OK"


@dataclass
class Taken:
    """A mail as the server took it."""

    sender: str | None
    recipients: list[str]
    text: str
    encrypted: bool

    @property
    def message(self) -> EmailMessage:
        return from_text(self.text)


@dataclass
class MailServer:
    """`passwords` are those of its users; the answers are those to a recipient, a mail, a goodbye
    (an empty one: the line goes dead)."""

    passwords: dict[bytes, bytes] = field(default_factory=dict)
    to_recipient: str = OK
    to_mail: str = OK
    to_goodbye: str = "221 Bye"
    taken: list[Taken] = field(default_factory=list)

    async def handle_RCPT(
        self, _server: Any, _session: Any, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if self.to_recipient == OK:
            envelope.rcpt_tos.append(address)
        return self.to_recipient

    async def handle_DATA(self, _server: Any, session: Any, envelope: Envelope) -> str:
        if self.to_mail == OK:
            assert isinstance(envelope.content, bytes)
            text = envelope.content.decode("ascii")
            self.taken.append(
                Taken(envelope.mail_from, envelope.rcpt_tos, text, encrypted=session.ssl is not None)
            )
        return self.to_mail

    async def handle_QUIT(self, server: Any, _session: Any, _envelope: Envelope) -> str:
        if not self.to_goodbye:
            server.transport.abort()
        return self.to_goodbye

    def check(
        self, _server: Any, _session: Any, _envelope: Envelope, _mechanism: str, given: LoginPassword
    ) -> AuthResult:
        known = self.passwords.get(given.login) == given.password
        return AuthResult(success=known, handled=False)


class OnAnyPort(Controller):
    """Listens on a port that was free, and knows it then."""

    def _trigger_server(self) -> None:
        assert self.server is not None
        self.port = self.server.sockets[0].getsockname()[1]  # type: ignore[attr-defined]
        super()._trigger_server()  # type: ignore[no-untyped-call]


def certificate(folder: Path) -> Path:
    """A self-signed certificate for this machine, with its key, as one PEM file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, LOCALHOST)])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(LOCALHOST))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file = folder / "certificate.pem"
    file.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return file


def offered(file: Path) -> ssl.SSLContext:
    """The server's side of a certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


def trusted(file: Path) -> ssl.SSLContext:
    """The side of a client that trusts this certificate and no other."""
    return ssl.create_default_context(cafile=str(file))
