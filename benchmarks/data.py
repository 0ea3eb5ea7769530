"""Where is the data? Fitting reads the folder in HANSE_TRAIN, scoring the one in HANSE_DATA; both default to
``../shared/data``. Whatever files a set's folder holds are read."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from benchmarks.figures import MissingData

HERE = Path(__file__).resolve().parent.parent
_DEFAULT = HERE.parent / "shared" / "data"


def folder(name: str, *, train: bool = False) -> Path:
    """The folder of a data set."""
    found = Path(os.environ.get("HANSE_TRAIN" if train else "HANSE_DATA") or _DEFAULT) / name
    if not found.is_dir():
        raise MissingData(f"{name} is not in {found.parent}; set {'HANSE_TRAIN' if train else 'HANSE_DATA'}")
    return found


def rows(name: str, pattern: str, *, train: bool = False) -> list[dict[str, Any]]:
    """All objects of the ``*.jsonl`` files of a set whose names match ``pattern``."""
    files = sorted(folder(name, train=train).glob(pattern))
    if not files:
        raise MissingData(f"no {pattern} in {name}")
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines() if line]


def same() -> bool:
    """Whether fitting and scoring read the same folder, so that scores must be cross-validated."""
    return folder("lobbyplag", train=True).resolve() == folder("lobbyplag").resolve()
