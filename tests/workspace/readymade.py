"""What takes seconds to make is made once for all tests and workers, and copied: tables, and the starting facts."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import django
from django.core.files import locks

from hanse import workspace

DATABASE = "hanse.sqlite3"
"""The name of the database in a data directory."""
DECIDE = ("migrations/*.py", "models/*.py", "models.py", "apps.py", "audit/*.py", "triggers.py")
"""The code that decides what tables there are."""
MIGRATE = """
import sys
from hanse.workspace.serve import prepare
prepare(sys.argv[1])
from django.core.management import call_command
call_command("migrate", verbosity=0)
"""
SEED = """
import sys
from hanse.workspace.serve import seed
seed(sys.argv[1])
"""


def once(path: Path, make: Callable[[Path], None]) -> Path:
    """A file that whoever comes first makes, while the others wait."""
    with path.with_suffix(".lock").open("w") as held:
        locks.lock(held, locks.LOCK_EX)
        if not path.exists():
            half = path.with_suffix(".half")
            make(half)
            half.replace(path)
    return path


def stamp() -> str:
    """The same as long as the tables are: they are kept in the temporary directory, for the next run of tests too."""
    sources = [path for each in DECIDE for path in sorted(Path(workspace.__file__).parent.rglob(each))]
    said = b"".join(path.read_bytes() for path in sources) + django.__version__.encode()
    return hashlib.sha256(said).hexdigest()[:16]


def migrated(path: Path) -> None:
    """A database with all tables and nothing else."""
    _run(MIGRATE, path)


def with_facts(path: Path, tables: Path) -> None:
    """A database with the starting facts."""
    _run(SEED, path, tables)


def _run(code: str, path: Path, before: Path | None = None) -> None:
    home = path.with_suffix(".home")
    shutil.rmtree(home, ignore_errors=True)  # of one that was killed
    if before is None:
        home.mkdir()
    else:
        directory(home, before)
    environment = {**os.environ, "HANSE_DATABASE_URL": "", "HANSE_HOME": str(home)}
    subprocess.run([sys.executable, "-c", code, str(home)], env=environment, check=True, timeout=280)
    with closing(sqlite3.connect(home / DATABASE)) as made:
        made.execute("VACUUM INTO ?", [str(path)])
    shutil.rmtree(home)


def directory(home: Path, database: Path) -> Path:
    """A new data directory with a copy of a database."""
    home.mkdir(mode=0o700)
    shutil.copyfile(database, home / DATABASE)
    return home


def lay(database: Path, into: Path) -> None:
    """Put the content of a database in the place of another's, which others may have open."""
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(into, timeout=60)) as target:
        source.backup(target)
