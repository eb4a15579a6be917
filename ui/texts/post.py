"""What the page about mails says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PostTexts:
    page: str
    title: str


GERMAN = PostTexts(
    page="Post",
    title="Post",
)

ENGLISH = PostTexts(
    page="Mail",
    title="Mail",
)
