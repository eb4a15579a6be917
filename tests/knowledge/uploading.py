"""What tests of uploads need: a member of the team, and a short way through receive, look and publish."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from core.people.actor import OPERATOR, Actor
from core.people.person import Person
from core.people.register import add_person
from core.people.roles import Role
from knowledge.audience import OPEN, Audience
from knowledge.reading.facts import NO_FACTS, Facts
from knowledge.upload_incoming import Incoming, receive
from knowledge.upload_reading import Preview, look
from knowledge.upload_versions import UPLOAD, Version
from knowledge.uploads import Replaced, Wish, publish
from knowledge.workshop import Workshop

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
GUIDE = "# Beamer\n\n## Kein Bild\n\n1. Kabel {word} prüfen.\n2. Eingang wählen.\n"


def guide(word: str = "Kupfer") -> bytes:
    return GUIDE.format(word=word).encode()


@dataclass(frozen=True)
class Team:
    """A member of the team at work in the workshop."""

    workshop: Workshop
    person: Person

    def preview(self, name: str, *contents: bytes | tuple[str, bytes]) -> Preview:
        files = [Incoming(name, BytesIO(one)) for one in contents if isinstance(one, bytes)]
        files += [Incoming(one[0], BytesIO(one[1])) for one in contents if isinstance(one, tuple)]
        return look(self.workshop, receive(self.workshop, files, self.person), self.person)

    def publish(
        self,
        name: str,
        content: bytes,
        replaces: Replaced | None = None,
        audience: Audience = OPEN,
        facts: Facts = NO_FACTS,
        by: Actor | None = None,
        now: datetime = NOW,
    ) -> Version:
        preview = self.preview(name, content)
        wish = Wish(preview.reading.title, facts, audience, replaces)
        return publish(self.workshop, preview, wish, by or self.person, now)

    def next_version(self, version: Version, content: bytes, now: datetime = NOW) -> Version:
        return self.publish("neu.md", content, Replaced(UPLOAD, version.name, version.number), now=now)


def team(workshop: Workshop, role: Role | None = Role.TEAM, email: str = "theo@schule.example") -> Team:
    with workshop.database.write.begin() as db:
        return Team(workshop, add_person(db, "Theo Teich", email, role, [], OPERATOR, NOW))


def folders(workshop: Workshop) -> list[Path]:
    return sorted(workshop.uploads.iterdir()) if workshop.uploads.is_dir() else []
