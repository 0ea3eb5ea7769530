"""Where is the data? Fitting reads the folder in HANSE_TRAIN, scoring the one in HANSE_DATA; both default to
``../shared/data``. Whatever files a set's folder holds are read."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path
from typing import Any

from benchmarks.figures import MissingData

HERE = Path(__file__).resolve().parent.parent
_DEFAULT = HERE.parent / "shared" / "data"


def folder(name: str, *, train: bool = False) -> Path:
    """The folder of a data set."""
    found = _base(train=train) / name
    if not found.is_dir():
        variable = "HANSE_TRAIN" if train else "HANSE_DATA"
        told = f"which {variable} names" if os.environ.get(variable) else f"set {variable} to the folder that holds it"
        raise MissingData(f"{name} is not in {found.parent}; {told}")
    return found


def rows(name: str, pattern: str, *, train: bool = False) -> list[dict[str, Any]]:
    """All objects of the ``*.jsonl`` files of a set whose names match ``pattern``."""
    files = sorted(folder(name, train=train).glob(pattern))
    found = [
        json.loads(line) for file in files for line in file.read_text(encoding="utf-8").split("\n") if line.strip()
    ]
    if not found:
        raise MissingData(f"no {pattern} in {name}" if not files else f"no row in {pattern} of {name}")
    return found


def rows_packed(name: str, pattern: str, *, train: bool = False) -> list[dict[str, Any]]:
    """All objects of the gzipped JSON Lines files of a set whose names match ``pattern``."""
    files = sorted(folder(name, train=train).glob(pattern))
    if not files:
        raise MissingData(f"no {pattern} in {name}")
    return [json.loads(line) for file in files for line in gzip.open(file, "rt", encoding="utf-8") if line.strip()]


def same() -> bool:
    """Whether fitting and scoring read the same folder, so that scores must be cross-validated."""
    return _base(train=True).resolve() == _base(train=False).resolve()


def _base(*, train: bool) -> Path:
    return Path(os.environ.get("HANSE_TRAIN" if train else "HANSE_DATA") or _DEFAULT)
