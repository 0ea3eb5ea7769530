"""How does data leave? JSON and text to stdout, files written whole or not at all, complaints to stderr."""

from __future__ import annotations

import dataclasses
import json
import os
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from hanse.errors import HanseError


def plain(value: Any) -> Any:
    """Dataclasses, tuples and mappings as JSON has them; ``to_json`` where a class knows better."""
    if callable(as_json := getattr(value, "to_json", None)):
        return as_json()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(each) for each in value]
    return value


def json_text(value: Any) -> str:
    """``value`` as indented JSON in UTF-8, ending with a newline."""
    return json.dumps(plain(value), ensure_ascii=False, indent=1) + "\n"


def print_json(value: Any) -> None:
    """To stdout."""
    sys.stdout.write(json_text(value))


def complain(sentences: Iterable[str | HanseError]) -> None:
    """One line each on stderr."""
    for sentence in sentences:
        click.echo(sentence.sentence if isinstance(sentence, HanseError) else sentence, err=True)


def write(path: Path, data: str | bytes) -> None:
    """Write a file whole or not at all. "-" is stdout. Raises HanseError where it cannot be written."""
    content = data.encode("utf-8", errors="backslashreplace") if isinstance(data, str) else data
    if str(path) == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        return
    if path.is_dir():
        raise HanseError("is a folder", where=str(path), do="give the name of a file")
    if not path.parent.is_dir():
        raise HanseError("there is no such folder to write into", where=str(path.parent), do="make it first")
    unfinished = ""
    try:
        if path.exists() and not path.is_file():  # a device or a pipe cannot be replaced
            path.write_bytes(content)
            return
        handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        os.chmod(unfinished, path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        os.replace(unfinished, path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise HanseError(f"could not be written ({reason})", where=str(path), do="choose another place") from error
    finally:
        if unfinished and os.path.exists(unfinished):
            os.unlink(unfinished)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


class Progress:
    """A quiet line on stderr that overwrites itself; silent where stderr is no terminal."""

    def __init__(self) -> None:
        self.seen = sys.stderr.isatty()

    def __call__(self, text: str) -> None:
        if self.seen:
            sys.stderr.write(f"\r\x1b[K{text[:78]}")
            sys.stderr.flush()

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self.seen:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
