"""An upload as it was read: what a person looks at before it goes live, and what becomes of it then."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace

from core.people.actor import Actor, demand_of
from core.people.roles import Right
from knowledge.audience import Audience
from knowledge.devices import devices_in
from knowledge.folder import FoundFile, find_documents
from knowledge.kinds import KIND_OF_SUFFIX, DocumentKind
from knowledge.plan import Task, digest, made_with
from knowledge.reading.errors import Unreadable
from knowledge.reading.facts import Facts
from knowledge.reading.pool import read_many
from knowledge.reading.section import Reading
from knowledge.tables import DocumentRow
from knowledge.upload_incoming import NoSuchUpload, folder_of
from knowledge.upload_versions import UPLOAD, Version
from knowledge.workshop import Workshop
from knowledge.writing import embed, make_row, prepare


@dataclass(frozen=True, slots=True)
class Preview:
    """An upload that was read. `token` is the word that `receive` gave; `file` has its cleaned name."""

    token: str
    file: FoundFile
    digest: str
    reading: Reading

    @property
    def kind(self) -> DocumentKind:
        return KIND_OF_SUFFIX[self.file.path.suffix.lower()]

    @property
    def devices(self) -> tuple[str, ...]:
        """What it says itself; else what its title, its file's name or, at last, its headings speak of."""
        headings = " | ".join(
            section.heading_path[-1] for section in self.reading.sections if section.heading_path
        )
        title = f"{self.reading.title} | {self.file.path.stem}"
        return self.reading.facts.devices or devices_in(title) or devices_in(headings)


def look(workshop: Workshop, token: str, by: Actor) -> Preview:
    """Reads an upload in a process of its own, within the portal's limits. Raises NotAllowed, NoSuchUpload
    and Unreadable."""
    demand_of(by, Right.MANAGE_LIBRARY)
    return read_upload(workshop, token)


def read_upload(workshop: Workshop, token: str) -> Preview:
    """Raises NoSuchUpload and Unreadable."""
    found = find_documents(folder_of(workshop, token))
    if not found.files:
        raise NoSuchUpload(token)
    file = found.files[0]
    with closing(read_many([file.path], workshop.limits, workshop.recognition, 1)) as readings:
        _, reading = next(readings)
    if isinstance(reading, Unreadable):
        raise reading
    return Preview(token, file, digest(file, found), reading)


def made(
    workshop: Workshop, preview: Preview, name: str, title: str, facts: Facts, audience: Audience
) -> DocumentRow:
    """The upload as a document of the library, cut and embedded, with what a person said about it."""
    shown = replace(preview.reading, title=title, facts=facts, date=facts.checked or preview.reading.date)
    file = replace(preview.file, name=name)
    task = Task(file, f"{preview.digest}:{made_with(workshop)}", audience)
    ((draft, vectors),) = embed([prepare(task, UPLOAD, shown, workshop.embedder)], workshop.embedder)
    return make_row(workshop.media, draft, vectors, workshop.embedder.model_id)


def again(workshop: Workshop, version: Version) -> DocumentRow:
    """A version that is kept, read once more. Raises Unreadable."""
    try:
        preview = read_upload(workshop, version.folder)
    except NoSuchUpload as error:
        raise Unreadable("its file is missing in the folder of uploads") from error
    return made(workshop, preview, version.name, version.title, version.facts, version.audience)
