"""Was it adopted? What tells agreed language from a rival's proposal: the kind, the symbol, how the text opens."""

from __future__ import annotations

import re
from dataclasses import replace

from hanse.text.document import Document

_ADOPTED_KIND = re.compile(
    r"(?i)\b(resolution|declaration|convention|compact|treaty|agreement|charter|covenant|protocol|pact|accord|adopted"
    r"|agreed(?: language| text)?|outcome document|political declaration|résolution|déclaration|traité|pacte|accord"
    r"|charte|resolución|declaración|convención|tratado|pacto|acuerdo|carta)\b"
)
_PROPOSED_KIND = re.compile(
    r"(?i)\b(draft|proposals?|statements?|positions?|position paper|non-?paper|letter|submissions?|amendments?"
    r"|comments?|intervention|concept note|rival|projet|proposition|amendement|propuesta|proyecto|enmienda|borrador)\b"
)
_UN_RESOLUTION = re.compile(r"(?i)^(?:A|S|E|A/HRC)/RES/|^S/RES/|^E/RES/|/RES/")
_RES_IN_NAME = re.compile(
    r"(?i)(?<![a-z0-9])(A|S|E)[-_. /](HRC[-_. /])?RES[-_. /](?:(S|ES)[-_. ])?(\d+)(?:[-_. /](\d+))?"
)
_OPENING = re.compile(
    r"(?i)(\bresolution adopted by\b|\badopted (?:by|at|on|in)\b|\bhave adopted\b|\bhereby adopt\b|\bdone at\b"
    r"|\brésolution adoptée par\b|\bavons adopté\b|\bresolución aprobada por\b|\bhemos (?:aprobado|adoptado)\b)"
)
_NOT_YET = re.compile(r"(?i)\b(draft|to be adopted|for adoption|proposed|zero|rev(?:ision)?\.? ?\d)\b")


def is_adopted_kind(kind: str) -> bool:
    """True where the kind says adopted language: "resolution", "treaty"; False for "draft resolution", "proposal"."""
    return bool(_ADOPTED_KIND.search(kind)) and not _PROPOSED_KIND.search(kind)


def is_proposed_kind(kind: str) -> bool:
    """True where the kind says that somebody wants the text: "proposal", "statement", "position paper"."""
    return bool(_PROPOSED_KIND.search(kind))


def is_adopted_symbol(symbol: str) -> bool:
    """True for the symbol of an adopted text: A/RES/71/1, S/RES/1325(2000)."""
    return bool(_UN_RESOLUTION.search(symbol))


def symbol_in_name(name: str) -> str:
    """A resolution's symbol out of a file name, where slashes cannot stand: "A_RES_71_1" gives A/RES/71/1; or empty."""
    match = _RES_IN_NAME.search(name)
    if not match:
        return ""
    organ, council, special, first, second = match.groups()
    parts = [organ.upper(), "HRC" if council else "", "RES", f"{special.upper()}-{first}" if special else first, second]
    return "/".join(part for part in parts if part)


def with_standing(document: Document, name: str, said: bool | None = None) -> Document:
    """A record document with ``adopted`` and ``symbol`` told as far as they can be.

    ``name`` is its file name without date and suffix; ``said`` is what campaign.toml says, which decides. Else the
    kind decides, then the symbol, then the name, then the text's opening.
    """
    symbol = document.symbol or symbol_in_name(name)
    if said is not None:
        adopted = said
    elif document.kind:
        adopted = is_adopted_kind(document.kind)
        adopted = adopted or (is_adopted_symbol(symbol) and not is_proposed_kind(document.kind))
    elif symbol:
        adopted = is_adopted_symbol(symbol)
    elif is_proposed_kind(name):
        adopted = False
    else:
        adopted = is_adopted_kind(name) or _opens_as_adopted(document)
    return replace(document, adopted=adopted or document.adopted, symbol=symbol)


def _opens_as_adopted(document: Document) -> bool:
    opening = [passage.text[:400] for passage in document.passages[:6]]
    if any(_NOT_YET.search(text[:120]) for text in opening[:3]):
        return False
    return any(_OPENING.search(text) for text in opening)
