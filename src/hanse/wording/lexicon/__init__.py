"""What do the words of negotiation mean, language by language? Data files, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

LANGUAGES = ("en", "fr", "es")


@cache
def lexicon(language: str, part: str = "directives") -> dict[str, Any]:
    """One data file: ``part`` of the lexicon of ``language`` ("en", "fr", "es"; any other counts as English)."""
    known = language[:2].lower()
    folder = resources.files(__package__)
    file = folder / f"{part}.{known}.toml"
    if known not in LANGUAGES or not file.is_file():
        file = folder / f"{part}.en.toml"
    return tomllib.loads(file.read_text("utf-8"))


@cache
def shared(part: str) -> dict[str, Any]:
    """One data file that serves all languages."""
    return tomllib.loads((resources.files(__package__) / f"{part}.toml").read_text("utf-8"))
