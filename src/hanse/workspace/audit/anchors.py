"""Where did the log end on which day? Kept in a file beside the database, which a backup carries elsewhere."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils import timezone

log = logging.getLogger(__name__)
NAME = "audit-anchors.txt"
_SAID = re.compile(r"(?:(\d{4}-\d\d-\d\d)\s+)?(\d+)[:\s]([0-9a-f]{64})")
_kept: dict[Path, str] = {}


@dataclass(frozen=True, slots=True)
class Anchor:
    """That the log had ``number`` rows, the last of them with this ``hash``."""

    number: int
    hash: str
    day: str = ""


def path() -> Path:
    return Path(settings.HANSE_HOME) / NAME


def keep(number: int, hash: str) -> None:
    """Write down where the log ends, once a day and process."""
    here, today = path(), timezone.now().date().isoformat()
    if _kept.get(here) == today:
        return
    _kept[here] = today
    try:
        with here.open("a", encoding="ascii") as file:
            file.write(f"{today} {number} {hash}\n")
    except OSError as error:  # the log itself is written; only its copy of the day is not
        log.warning("the anchor of the audit log could not be written: %s", error)


def kept() -> list[Anchor]:
    """What stands in the file."""
    try:
        return list(read(path().read_text(encoding="utf-8", errors="replace")))
    except OSError:
        return []


def read(text: str) -> Iterator[Anchor]:
    """Anchors as they are printed, mailed or kept: ``NUMBER:HASH`` or ``DAY NUMBER HASH``, among other words."""
    for day, number, hashed in _SAID.findall(text):
        yield Anchor(int(number), hashed, day)
