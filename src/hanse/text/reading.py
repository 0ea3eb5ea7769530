"""How does a file become a Document? Its format told by its bytes, its words read, its language found."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from hanse.errors import DamagedFile, DuplicateFile, EmptyFile, HanseError, UnreadableFile
from hanse.text.blocks import Block
from hanse.text.characters import normalise
from hanse.text.dates import is_date
from hanse.text.document import Document, Furniture, Handling, Passage
from hanse.text.encoding import decode
from hanse.text.formats import Format, format_of
from hanse.text.language import language
from hanse.text.limits import MAX_BYTES, check_size
from hanse.text.structure import content
from hanse.text.structure import title as _title


@dataclass(frozen=True)
class Reading:
    """What became of a batch of files: those that were read, and why the others were not."""

    documents: tuple[Document, ...]
    refused: tuple[HanseError, ...]


def read(
    source: str | Path | bytes | BinaryIO,
    *,
    name: str = "",
    id: str = "",
    title: str = "",
    date: str | None = None,
    actor: str = "",
    symbol: str = "",
    kind: str = "",
    adopted: bool = False,
    handling: Handling = "public",
    parent: str | None = None,
) -> Document:
    """One file (PDF, DOCX, HTML, TXT or Markdown) as a Document.

    ``source`` is a path, the file's bytes, or an open binary file; ``name`` its name where the source has none. ``id``
    is made from the name, ``title`` is read off the text where they are not given; ``date`` is EDTF. The rest is handed
    on as given. Raises an UnreadableFile that says what is wrong, where, and what to do.
    """
    data, where = _bytes(source, name)
    check_size(data, where)
    try:
        blocks, warnings = _blocks(data, where)
        read_content = content(blocks)
    except HanseError:
        raise
    except Exception as error:  # one file that nobody foresaw must not stop the batch
        raise DamagedFile(
            "Hanse could not make sense of this file", where=where, do="save it again, or in another format"
        ) from error
    if not read_content:
        raise EmptyFile("there are no words in the file", where=where, do="export it again, or leave it out")
    if date is not None and not is_date(date):
        raise UnreadableFile(f"{date!r} is not a date", where=where, do="write it as 2018-07-11, 2018-07 or 2018")
    return Document(
        id=id or slug(Path(where).stem) or "text",
        content=read_content,
        title=title or _title(read_content) or Path(where).stem,
        date=date,
        language=language(_prose(read_content)),
        actor=actor,
        symbol=symbol,
        kind=kind,
        adopted=adopted,
        handling=handling,
        parent=parent,
        source=Path(where).name,
        sha256=hashlib.sha256(data).hexdigest(),
        warnings=tuple(warnings),
    )


def read_all(paths: Iterable[str | Path]) -> Reading:
    """Many files, each as `read` does it. What cannot be read is refused with its reason and the others go on; the same
    bytes twice are refused with a DuplicateFile that names both. Ids are made unique."""
    documents: list[Document] = []
    refused: list[HanseError] = []
    seen: dict[str, str] = {}
    ids: set[str] = set()
    for path in paths:
        try:
            data, where = _bytes(path, "")
            digest = hashlib.sha256(data).hexdigest()
            if data and digest in seen:
                raise DuplicateFile(f"the same file as {seen[digest]}", where=where, do="leave one of them out")
            document = read(data, name=where, id=unused(slug(Path(where).stem) or "text", ids))
        except HanseError as error:
            refused.append(error)
            continue
        seen[digest] = where
        ids.add(document.id)
        documents.append(document)
    return Reading(tuple(documents), tuple(refused))


def slug(name: str) -> str:
    """A name as an id: lower-case letters, digits and hyphens ("2018-03-05-zero-draft")."""
    plain_letters = unicodedata.normalize("NFKD", name.replace("ß", "ss").replace("ı", "i"))
    kept = "".join(letter for letter in plain_letters if not unicodedata.combining(letter))
    return re.sub(r"[\W_]+", "-", kept.lower()).strip("-")


def _bytes(source: str | Path | bytes | BinaryIO, name: str) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        return source, name or "the file"
    if not isinstance(source, str | Path):
        if not callable(getattr(source, "read", None)):
            raise UnreadableFile(f"a {type(source).__name__} is no file", do="give a path, bytes or an open file")
        return source.read(MAX_BYTES + 1), name or Path(str(getattr(source, "name", "the file"))).name
    path = Path(source)
    where = name or path.name
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1), where
    except FileNotFoundError:
        raise UnreadableFile("there is no such file", where=str(source), do="check the path") from None
    except IsADirectoryError:
        raise UnreadableFile("this is a folder, not a file", where=str(source), do="name the files in it") from None
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise UnreadableFile(
            f"the file cannot be opened ({reason})", where=str(source), do="check its rights"
        ) from None


def _blocks(data: bytes, where: str) -> tuple[list[Block], list[str]]:
    kind = format_of(data, where)
    if kind in (Format.PDF, Format.DOCX):
        from hanse.text import docx, pdf

        layout = pdf.layout(data, where) if kind is Format.PDF else docx.layout(data, where)
        return list(layout.blocks), list(layout.warnings)
    declared = re.search(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", data[:4096], re.IGNORECASE)
    decoded = decode(data, where, declared.group(1).decode("ascii") if declared and kind is Format.HTML else "")
    if not normalise(decoded.text).strip():
        raise EmptyFile(
            "there is nothing but white space in the file", where=where, do="export it again, or leave it out"
        )
    warnings = []
    if decoded.guessed:
        warnings.append(
            f"{where}: the encoding was guessed to be {decoded.encoding}; save it as UTF-8 if letters look wrong."
        )
    return _reader(kind)(decoded.text), warnings


def _reader(kind: Format) -> Callable[[str], list[Block]]:
    """Loaded when it is first needed: reading plain text needs no HTML parser."""
    if kind is Format.HTML:
        from hanse.text.html import blocks
    elif kind is Format.MARKDOWN:
        from hanse.text.markdown import blocks
    else:
        from hanse.text.plain import blocks
    return blocks


def _prose(read_content: tuple[Passage | Furniture, ...]) -> str:
    return "\n".join(block.text for block in read_content if isinstance(block, Passage))


def unused(id: str, taken: Container[str]) -> str:
    """``id``, or where that is taken, the first of "id-2", "id-3" ... that is not."""
    number, candidate = 1, id
    while candidate in taken:
        number += 1
        candidate = f"{id}-{number}"
    return candidate
