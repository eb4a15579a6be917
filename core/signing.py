"""What the portal's own secret is good for: signed tokens that end by themselves, and hashes that nobody
else can make."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path
from typing import Any

from filelock import FileLock
from itsdangerous import BadData, URLSafeTimedSerializer

from core.settings import Settings


class TokenRefused(Exception):
    """The token is forged, damaged, for another purpose, or too old; which of them is told to nobody."""


class Signer:
    """Signs for a purpose: a token for one purpose is worth nothing for another."""

    def __init__(self, secret: str) -> None:
        self._secret = secret

    def sign(self, purpose: str, data: Any) -> str:
        """A token for an address; `data` is whatever JSON can hold, and can be read by whoever has the
        token."""
        return self._serializer(purpose).dumps(data)

    def read(self, purpose: str, token: str, seconds: int | None = None) -> Any:
        """What was signed, at most `seconds` ago where they are given. Raises TokenRefused."""
        try:
            return self._serializer(purpose).loads(token, max_age=seconds)
        except BadData as error:
            raise TokenRefused from error

    def is_fresh(self, purpose: str, token: str, seconds: int) -> bool:
        """Whether a token that is ours was signed at most `seconds` ago."""
        try:
            self.read(purpose, token, seconds)
        except TokenRefused:
            return False
        return True

    def hash(self, purpose: str, text: str) -> str:
        """64 hexadecimal digits that stand for the text, without its being guessable from them."""
        message = f"{purpose}\0{text}".encode()
        return hmac.new(self._secret.encode(), message, hashlib.sha256).hexdigest()

    def derived(self, purpose: str) -> str:
        """A secret of its own for another part."""
        return self.hash("derived secret", purpose)

    def _serializer(self, purpose: str) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(
            self._secret, salt=f"lotse {purpose}", signer_kwargs={"digest_method": hashlib.sha256}
        )


def signer(settings: Settings) -> Signer:
    """With the secret of the settings, or with the one kept in the home folder, which the first call
    makes."""
    return Signer(settings.secret or _kept(settings.home / "secret"))


def _kept(file: Path) -> str:
    file.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(file.with_suffix(".lock")):
        if not file.exists():
            descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as new:
                new.write(secrets.token_urlsafe(48))
        return file.read_text(encoding="ascii").strip()
