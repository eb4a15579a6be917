"""Why an upload could not be read or published, as a sentence that says what to do instead."""

from __future__ import annotations

import re

from core.people.names import NameMissing, NameTooLong
from core.people.schools import NoSuchSchool
from knowledge.reading.errors import Unreadable
from knowledge.upload_incoming import NoSuchUpload, TooManyFiles
from knowledge.upload_readers import NobodyChosen
from knowledge.uploads import Busy, NoSuchDocument, Overtaken
from ui.texts import Texts

REFUSALS = (
    Busy,
    NameMissing,
    NameTooLong,
    NobodyChosen,
    NoSuchDocument,
    NoSuchSchool,
    NoSuchUpload,
    Overtaken,
    TooManyFiles,
    Unreadable,
)


def sentence(refusal: Exception, t: Texts) -> str:
    """What to tell whoever tried."""
    match refusal:
        case Unreadable():
            return t.uploads.unreadable.get(type(refusal), t.uploads.unreadable[Unreadable])
        case NameTooLong(longest=longest):
            return t.uploads.title_too_long.format(longest=longest)
    sentences = {
        Busy: t.uploads.busy,
        NameMissing: t.uploads.title_missing,
        NobodyChosen: t.uploads.nobody_chosen,
        NoSuchDocument: t.uploads.no_such_document,
        NoSuchSchool: t.uploads.no_such_school,
        NoSuchUpload: t.uploads.forgotten_explained,
        Overtaken: t.uploads.overtaken,
        TooManyFiles: t.uploads.too_many,
    }
    return sentences[type(refusal)]


def notice(text: str, t: Texts) -> str:
    """What a reader noted about a document, in the visitor's language where it is known."""
    for pattern, said in t.uploads.notices.items():
        if found := re.fullmatch(pattern, text):
            return said.format(*found.groups())
    return text
