"""What does campaign.toml say? Title, forum, and what each document is that its file name cannot say."""

from __future__ import annotations

import datetime
import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast, get_args

from hanse.errors import BadCampaign
from hanse.text.document import Handling
from hanse.tracing.dates import edtf

_WHERE = "campaign.toml"
_TEXTS = ("title", "actor", "symbol", "kind", "parent")
_KEYS = {"file", "date", "handling", "adopted", *_TEXTS}


@dataclass(frozen=True)
class DocumentSettings:
    """One ``[[documents]]`` entry. Empty and None mean: not said."""

    file: str
    """"drafts/rev 1.docx", or the bare name."""
    line: int
    title: str = ""
    date: str | None = None
    actor: str = ""
    symbol: str = ""
    kind: str = ""
    parent: str = ""
    handling: Handling = "public"
    adopted: bool | None = None


@dataclass(frozen=True)
class Settings:
    """The whole file."""

    title: str = ""
    forum: str = ""
    fictional: bool = False
    """An example: pages say so."""
    documents: tuple[DocumentSettings, ...] = ()
    warnings: tuple[str, ...] = ()


def settings(data: bytes) -> Settings:
    """campaign.toml, checked. Raises BadCampaign with the line of the first mistake.

    Nothing is guessed past a mistake: the file may say what is restricted.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _mistake(line, "is not UTF-8", "save it as UTF-8") from error
    try:
        tree = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _syntax(error, text) from error
    warnings = [
        f"{_WHERE}, line {_line_of(text, key)}: “{key}” is not known and was ignored."
        for key in tree
        if key not in ("title", "forum", "fictional", "documents")
    ]
    entries = tree.get("documents", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise _mistake(_line_of(text, "documents"), "“documents” is not a list of tables", "write [[documents]]")
    starts = [n for n, line in enumerate(text.splitlines(), 1) if re.match(r"\s*\[\[\s*documents\s*\]\]", line)]
    documents = []
    for place, entry in enumerate(entries):
        line = starts[place] if place < len(starts) else _line_of(text, "documents")
        documents.append(_document(entry, line))
        warnings += [
            f"{_WHERE}, line {line}: “{key}” is not known and was ignored." for key in entry if key not in _KEYS
        ]
    return Settings(
        title=_text(tree, "title", _line_of(text, "title")),
        forum=_text(tree, "forum", _line_of(text, "forum")),
        fictional=tree.get("fictional") is True,
        documents=tuple(documents),
        warnings=tuple(warnings),
    )


def _document(entry: Mapping[str, Any], line: int) -> DocumentSettings:
    file = unicodedata.normalize("NFC", _text(entry, "file", line)).replace("\\", "/").removeprefix("./")
    if not file:
        raise _mistake(line, "a document without “file”", 'add file = "drafts/name.docx"')
    handling = _text(entry, "handling", line).casefold() or "public"
    if handling not in get_args(Handling):
        raise _mistake(line, f"handling “{handling}” is not known", "use public, internal or restricted")
    adopted = entry.get("adopted")
    if adopted is not None and not isinstance(adopted, bool):
        raise _mistake(line, "“adopted” is neither true nor false", "write adopted = true")
    return DocumentSettings(
        file=file,
        line=line,
        date=_date(entry.get("date"), line),
        handling=cast(Handling, handling),
        adopted=adopted,
        **{key: _text(entry, key, line) for key in _TEXTS},
    )


def _date(value: Any, line: int) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, datetime.datetime):
        value = value.date()
    if isinstance(value, datetime.date | int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise _mistake(line, "“date” is not a date", "write date = 2030-01-31")
    try:
        return edtf(value)
    except ValueError as error:
        raise _mistake(line, str(error), "write it as 2030-01-31, 2030-01 or 2030") from error


def _text(table: Mapping[str, Any], key: str, line: int) -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise _mistake(line, f"“{key}” is not a text", f'write {key} = "..."')
    return value.strip()


def _line_of(text: str, key: str) -> int:
    pattern = re.compile(rf"\s*\[*\s*[\"']?{re.escape(key)}\b")
    return next((n for n, line in enumerate(text.splitlines(), 1) if pattern.match(line)), 1)


def _syntax(error: tomllib.TOMLDecodeError, text: str) -> BadCampaign:
    match = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
    line = int(match.group(1)) if match else max(1, len(text.splitlines()))
    reason = re.sub(r"\s*\(at .*\)$", "", str(error))
    return _mistake(line, f"is not valid TOML ({reason})", "put texts in double quotes and one key on each line")


def _mistake(line: int, what: str, do: str) -> BadCampaign:
    return BadCampaign(what, where=f"{_WHERE}, line {line}", do=do)
