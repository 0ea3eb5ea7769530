"""How does a whole registry come in? As the zip of sheets that the export of everything gives."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import IO

from django.utils.translation import gettext as _

from hanse.errors import HanseError, UnreadableFile, UnsupportedFile
from hanse.text.limits import opened_zip
from hanse.workspace.registry.exchange.rows import Sheet
from hanse.workspace.registry.exchange.sheets import in_row, table
from hanse.workspace.registry.kinds import KINDS

_MEMBER = re.compile(r"(?:.*/)?(?P<plural>[a-z-]+?)(?:-[\w ]+)?\.(?:csv|xlsx)")


def sheets_of_zip(file: IO[bytes] | Path, name: str) -> list[Sheet]:
    """The sheets of a zip, by the names of its members ("memberships.csv", "cities-africa.csv"), empty ones left out
    where a kind has no row. Raises an UnreadableFile where a member is none, or cannot be read."""
    data = file.read_bytes() if isinstance(file, Path) else file.read()
    found = []
    with opened_zip(data, name) as archive, tempfile.TemporaryDirectory() as folder:
        for member in sorted(archive.namelist()):
            if member.endswith("/") or Path(member).name.startswith((".", "_")):
                continue
            kind = KINDS.get(plural_of(member))
            if kind is None:
                raise UnsupportedFile(
                    _("it is named after no kind of record"),
                    where=f"{name}, {member}",
                    do=_("name it as memberships.csv"),
                )
            unpacked = Path(folder) / Path(member).name
            unpacked.write_bytes(archive.read(member))
            found.append(_sheet(kind, unpacked, f"{name}, {member}"))
    if not found:
        raise UnreadableFile(_("there is no sheet in it"), where=name, do=_("zip sheets named as memberships.csv"))
    return found


def plural_of(member: str) -> str:
    """The kind that a member of a zip is named after, "" where it is named after none."""
    stem = Path(member).stem.lower()
    fitting = [plural for plural in KINDS if stem == plural or stem.startswith(f"{plural}-")]
    return max(fitting, key=len, default="") if _MEMBER.fullmatch(member.lower()) else ""


def _sheet(kind: object, path: Path, name: str) -> Sheet:
    from hanse.errors import EmptyFile

    try:
        found = table(path, name, header_row=1)
    except EmptyFile:
        return Sheet(kind, [], [])
    if found.flaws:
        row, column, sentence = found.flaws[0]
        raise HanseError(sentence.rstrip("."), where=f"{in_row(name, row)}, {column}")
    return Sheet(kind, [dict(zip(found.header, cells, strict=True)) for cells in found.rows], found.numbers)
