"""Who may read what lies in a library's folder: an access file speaks for its folder and all below, and the
nearest one speaks alone. One that is refused closes its folder."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.access_file import AccessRefused, read_access
from knowledge.audience import NOBODY, OPEN, Audience
from knowledge.folder import AccessFile, Found, above


class Access:
    """The access files of a folder that was walked. `schools` are the schools' numbers by folded name."""

    def __init__(self, found: Found, schools: Mapping[str, int]) -> None:
        self._folders = found.folders
        self._rules: dict[str, Audience | str] = {}
        for file in found.access:
            folder = file.name.rpartition("/")[0]
            twice = f"there are two access files in {folder or 'the folder itself'}; leave one of them"
            self._rules[folder] = twice if folder in self._rules else _rule(file, schools)

    def refusal(self, name: str) -> str | None:
        """Why a document of this name may not be in the library, if that is so."""
        rule = self._rule(name)
        return rule if isinstance(rule, str) else None

    def audience(self, name: str) -> Audience:
        """Who may read a document of this name."""
        rule = self._rule(name)
        return NOBODY if isinstance(rule, str) else rule

    def has_seen(self, name: str) -> bool:
        """False where the document's own folder is gone or could not be listed, with whatever it says."""
        return name.rpartition("/")[0] in self._folders

    def _rule(self, name: str) -> Audience | str:
        return next((self._rules[folder] for folder in above(name) if folder in self._rules), OPEN)


def _rule(file: AccessFile, schools: Mapping[str, int]) -> Audience | str:
    """The audience, or why there is none."""
    try:
        if file.refused:
            raise AccessRefused(file.refused)
        return read_access(file.path, schools)
    except AccessRefused as error:
        return f"access file {file.name}: {error}"
