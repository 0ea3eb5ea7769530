"""What was given on the command line: files, folders of files, or words?"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from hanse.errors import HanseError, UnreadableFile

if TYPE_CHECKING:
    from hanse.text.document import Document
    from hanse.text.reading import Reading


def files(paths: Iterable[Path]) -> list[Path]:
    """The files meant; a folder stands for all files in it, in the order of their names, hidden ones left out."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = [each for each in path.rglob("*") if each.is_file()]
            found += sorted(
                each for each in inside if not any(part.startswith(".") for part in each.relative_to(path).parts)
            )
        else:
            found.append(path)
    return found


def documents(paths: Iterable[Path]) -> Reading:
    """Read them all; what could not be read is in ``refused``. Raises UnreadableFile where there is nothing to read."""
    from hanse.text.reading import read_all

    found = files(paths)
    if not found:
        raise UnreadableFile("there is no file in it", where=", ".join(map(str, paths)), do="give a file")
    return read_all(found)


def words_or_document(given: str) -> str | Document:
    """The Document where ``given`` names a file, "-" for stdin; else the words themselves. Raises HanseError."""
    from hanse.text.reading import read

    if given == "-":
        return sys.stdin.read()
    if not given.strip():
        raise HanseError("there are no words in “”", do="give words in quotation marks, or a file")
    if path := named_file(given):
        return read(path, name=path.name)
    return given


def named_file(given: str) -> Path | None:
    """The path, where ``given`` is one: it exists, or it can be nothing else than a missing file.

    Raises UnreadableFile for what looks like a file's name and is none.
    """
    if "\0" in given or len(given) > 4_000:
        return None
    path = Path(given)
    try:
        if path.is_file():
            return path
        if path.is_dir():
            raise UnreadableFile("is a folder", where=given, do="give a file in it")
    except OSError:
        return None
    looks_like_one = path.suffix.casefold() in (".pdf", ".docx", ".html", ".htm", ".txt", ".md")
    if looks_like_one and (" " not in given or "/" in given):
        raise UnreadableFile("there is no such file", where=given, do="check the path")
    return None
