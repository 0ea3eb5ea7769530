"""Which documents does a corpus hold? A folder of files or a JSON Lines file, packed by gzip or not, read as a stream.

A line of JSON Lines is one document: an object with ``text`` (or ``passages``, a list of strings that are taken as
they are) and, if wanted, ``id``, ``title``, ``date``, ``actor``, ``symbol``, ``kind``, ``language`` and ``handling``.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any, get_args

from hanse.errors import DamagedFile, EmptyFile, HanseError, UnreadableFile
from hanse.text.dates import is_date
from hanse.text.document import Document, Handling, Passage
from hanse.text.limits import MAX_BYTES, check_size
from hanse.text.reading import read, slug, unused

_LINES = (".jsonl", ".ndjson")
_PACKED = ".gz"
_AT_ONCE = 400_000
"""Bytes of text that one process is given at a time."""
_ALONE = 4
"""Portions up to which no other process is started."""
_HALF = re.compile(r"[\ud800-\udfff]")
"""Half a character, which JSON can say and no text can hold."""
_STATED = ("title", "date", "actor", "symbol", "kind", "handling")


class CutShort(DamagedFile):
    """A packed file that ends too early or is damaged; what stands before that place was read."""


@dataclass(frozen=True)
class Raw:
    """A document before it is read: the bytes of a file, or a row of JSON Lines."""

    where: str
    name: str
    data: bytes = b""
    row: tuple[tuple[str, Any], ...] | None = None
    id: str = ""
    named: bool = False
    """Whether the row itself has the id."""


def documents(
    paths: Iterable[Path],
    *,
    id_fields: Sequence[str] = ("id",),
    refuse: Callable[[HanseError], None] | None = None,
    renamed: Callable[[str, str], None] | None = None,
) -> Iterator[Document]:
    """The documents of corpora, one after the other, read by as many processes as there are cores.

    ``id_fields`` are the fields of a JSON line that together make its id; a file whose first line has none of those
    asked for is refused. What cannot be read goes to ``refuse`` and the rest goes on; without it the error is raised.
    Ids are made unique; ``renamed`` is told of each that was taken, and what it became.
    """
    taken: set[str] = set()
    raws = chain.from_iterable(_raw(path, id_fields) for path in paths)
    for read_or_refused in _parallel(_portions(raws)):
        for each in read_or_refused:
            if isinstance(each, HanseError):
                if refuse is None:
                    raise each
                refuse(each)
                continue
            id = unused(each.id, taken)
            taken.add(id)
            if renamed and id != each.id:
                renamed(each.id, id)
            yield each if id == each.id else replace(each, id=id)


def _raw(path: Path, id_fields: Sequence[str]) -> Iterator[Raw | HanseError]:
    """What a path holds, unread; a folder stands for all files in it, hidden ones left out."""
    if path.is_dir():
        inside = sorted(each for each in path.rglob("*") if each.is_file())
        seen = [each for each in inside if not any(part.startswith(".") for part in each.relative_to(path).parts)]
        if not seen:
            yield UnreadableFile("there is no file in it", where=str(path), do="give another folder")
        for each in seen:
            yield from _raw(each, id_fields)
        return
    name = path.name.removesuffix(_PACKED)
    opened: Any = gzip.open if path.suffix == _PACKED else open
    try:
        with opened(path, "rb") as stream:
            if Path(name).suffix.lower() in _LINES:
                yield from _rows(stream, path.name, Path(name).stem, id_fields)
            else:
                yield Raw(path.name, name, stream.read(MAX_BYTES + 1))
    except FileNotFoundError:
        yield UnreadableFile("there is no such file", where=str(path), do="check the path")
    except (EOFError, zlib.error, gzip.BadGzipFile):
        yield CutShort("the packed file is truncated or damaged", where=path.name, do="fetch it again")
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        yield UnreadableFile(f"the file cannot be opened ({reason})", where=str(path), do="check its rights")


def _rows(stream: Iterable[bytes], name: str, stem: str, id_fields: Sequence[str]) -> Iterator[Raw | HanseError]:
    first = True
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        row = _row(line, f"{name}, line {number}", f"{stem}-{number}", id_fields)
        if first and isinstance(row, Raw):
            first = False
            if tuple(id_fields) != ("id",) and not row.named:
                fields = " or ".join(f"“{field}”" for field in id_fields)
                yield UnreadableFile(
                    f"its first line has no {fields}", where=name, do="give fields that its lines have"
                )
                return
        yield row


def _row(line: bytes, where: str, default: str, id_fields: Sequence[str]) -> Raw | HanseError:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return DamagedFile("the line is no JSON in UTF-8", where=where, do="mend it or leave it out")
    if not isinstance(row, dict) or row.get("text") is row.get("passages") is None:
        return DamagedFile("the line is no object with a text", where=where, do="give it the field “text”")
    if not isinstance(row.get("text"), str | None):
        return DamagedFile("“text” is no string", where=where, do="mend it or leave it out")
    stated = [str(row[field]) for field in id_fields if row.get(field) not in (None, "")]
    known = ("text", "passages", "language", *_STATED)
    kept = tuple((field, row[field]) for field in known if row.get(field) is not None)
    return Raw(where, f"{default}.txt", row=kept, id="-".join(stated) or slug(default), named=bool(stated))


def _portions(raws: Iterable[Raw | HanseError]) -> Iterator[list[Raw | HanseError]]:
    portion: list[Raw | HanseError] = []
    size = 0
    for raw in raws:
        portion.append(raw)
        size += _size(raw) if isinstance(raw, Raw) else 0
        if size >= _AT_ONCE:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion


def _size(raw: Raw) -> int:
    return len(raw.data) + sum(len(str(value)) for _, value in raw.row or ())


def _parallel(portions: Iterator[list[Raw | HanseError]]) -> Iterator[list[Document | HanseError]]:
    """Read in order; a few portions are in the hands of other processes, never more."""
    few = list(islice(portions, _ALONE))
    hands = os.cpu_count() or 1
    if len(few) < _ALONE or hands < 2:
        yield from map(_read, chain(few, portions))
        return
    with ProcessPoolExecutor(hands, get_context("spawn")) as pool:
        waiting: deque[Future[list[Document | HanseError]]] = deque()
        try:
            for portion in chain(few, portions):
                waiting.append(pool.submit(_read, portion))
                if len(waiting) > 2 * hands:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _read(portion: list[Raw | HanseError]) -> list[Document | HanseError]:
    found: list[Document | HanseError] = []
    for raw in portion:
        try:
            found.append(raw if isinstance(raw, HanseError) else _document(raw))
        except HanseError as error:
            found.append(error)
    return found


def _document(raw: Raw) -> Document:
    if raw.row is None:
        return read(raw.data, name=raw.name)
    row = dict(raw.row)
    stated = {field: str(row[field]) for field in _STATED if field in row}
    date, handling = stated.get("date"), stated.get("handling", "public")
    if date is not None and not is_date(date):
        raise UnreadableFile(f"{date!r} is not a date", where=raw.where, do="write it as 2018-07-11, 2018-07 or 2018")
    if handling not in get_args(Handling):
        raise UnreadableFile(f"{handling!r} is no handling", where=raw.where, do="write public, internal or restricted")
    language = str(row.get("language", ""))
    if "passages" in row:
        texts = row["passages"]
        if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            raise DamagedFile("“passages” is no list of strings", where=raw.where, do="mend it or leave it out")
        content = tuple(Passage(f"p{number}", text) for number, text in enumerate(texts, 1))
        made = Document(raw.id, content, language=language or "und", source=raw.where, **stated)  # type: ignore[arg-type]
        return made
    text = _HALF.sub("\N{REPLACEMENT CHARACTER}", str(row["text"]))
    if not text.strip():
        raise EmptyFile("its text is empty", where=raw.where, do="leave the line out")
    data = text.encode()
    check_size(data, raw.where)
    try:
        document = read(data, name=raw.name, id=raw.id, **stated)  # type: ignore[arg-type]
    except HanseError as error:
        raise type(error)(error.what, where=raw.where, do=error.do) from error
    return replace(document, source=raw.where, language=language or document.language)
