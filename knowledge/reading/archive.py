"""What is checked before a zip-based document (DOCX, PPTX, ODT, ODP) is handed to its library."""

from __future__ import annotations

import zipfile
from pathlib import Path

from knowledge.reading.errors import Damaged, Encrypted, TooLarge
from knowledge.reading.limits import Limits

_ENTRIES = 20_000
_RATIO = 200
_RATIO_COUNTS_FROM = 20 * 2**20
_ENCRYPTED_FLAG = 0x1


def member_names(path: Path, limits: Limits) -> frozenset[str]:
    """The names of the archive's members, once it is known to be harmless.

    Raises Damaged, Encrypted, or TooLarge for more members or more unpacked bytes than a document has. The
    sizes are those of the archive's directory, which may lie; that is enough because `zipfile` never unpacks
    more than the directory says and refuses a member whose checksum then differs.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError) as error:
        raise Damaged("the file is damaged or was not copied completely") from error
    _check(members, path.stat().st_size, limits)
    return frozenset(member.filename for member in members)


def _check(members: list[zipfile.ZipInfo], packed: int, limits: Limits) -> None:
    if any(member.flag_bits & _ENCRYPTED_FLAG for member in members):
        raise Encrypted("the file is protected by a password; save it without one")
    if len(members) > _ENTRIES:
        raise TooLarge(f"the file holds {len(members)} parts, more than {_ENTRIES}")
    unpacked = sum(member.file_size for member in members)
    if unpacked > limits.unpacked_bytes:
        raise TooLarge(
            f"unpacked {unpacked / 2**20:.0f} MB, more than {limits.unpacked_bytes / 2**20:.0f} MB"
        )
    if unpacked > max(_RATIO_COUNTS_FROM, _RATIO * packed):
        raise TooLarge(f"{packed / 2**20:.1f} MB that unpack to {unpacked / 2**20:.0f} MB are no document")
