"""Which part of a paper is a section, by its title?"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

PARTS = {
    "discussion": r"discus|conclu|implicat|limitation|remarks|outlook|debat",
    "method": r"method|materia|procedur|experiment|\bdata\b|design|participant|statistic|assay|\bcells?\b"
    r"|cultur|measure|sampl|estimat|donnees|datos|muestr|metod|codage|protocol|analys[ie]s of|patients|subjects",
    "opening": r"intro|backgr|relat|literat|review|theor|concept|framework|state of the art|previous|context|etat de"
    r"|cadre|estado de|marco|antecedent|histor",
    "result": r"result|resultat|finding|evidence|analys|constat|hallazg|case",
}
_PATTERNS = tuple((part, re.compile(pattern)) for part, pattern in PARTS.items())


@lru_cache(maxsize=4096)
def part(title: str | None) -> str:
    """opening | method | result | discussion | other; the empty string where there is no title."""
    title = plain(title)
    if not title:
        return ""
    return next((name for name, pattern in _PATTERNS if pattern.search(title)), "other")


@lru_cache(maxsize=4096)
def plain(title: str | None) -> str:
    """A title in small letters without accents and numbers."""
    folded = unicodedata.normalize("NFKD", title or "").encode("ascii", "ignore").decode().lower()
    return re.sub(r"[\d.]+|\s+", " ", folded).strip()
