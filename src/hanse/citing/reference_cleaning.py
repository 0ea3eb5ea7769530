"""What is a field of a reference string without the signs that stand around it?"""

from __future__ import annotations

import re

from hanse.places.countries import named

_PARAGRAPH = re.compile(
    r"(?:[,;)(]|\bat\b)\s*(?:annex,?\s*)?(?:paras?\.?|paragraphs?|¶{1,2}|§{1,2}|párrs?\.)\s*"
    r"(\d+(?:\.\d+)?(?:\s?[-–]\s?\d+)?(?:\([a-z]\))?)[)\].\s]*$"
)


def paragraph(text: str) -> str:
    """The paragraph that a string ends by pointing to, told by its sign; else an empty string."""
    found = _PARAGRAPH.search(text)
    return re.sub(r"\s*[-–]\s*", "–", found[1]) if found else ""


def cleaned(label: str, text: str, after: str) -> str:
    """A field without what stands around it; ``after`` is what is printed behind it, by which a full stop is told from
    that of a shortened word."""
    text = text.strip().strip(",;:").strip()
    if label == "l":
        state = _STATE.match(after)
        text = _town(text + (state[0] if state and text else ""))
    if label == "t":
        for opened, closed in ("‘’", "“”", "()"):
            if after[:1] == closed and text.count(opened) > text.count(closed) and not text.startswith(opened):
                text += closed
        return _unquoted(text).rstrip(",;:").rstrip(".").strip()
    if label in "pn":
        return re.sub(r"\s*[-–—−]\s*", "–", _POINTING.sub("", text).rstrip(".] "))
    if label in "clu" and text.count("(") > text.count(")") and after[:1] == ")":
        text += ")"
    if label in "cl" and text.endswith(".") and "." not in text[:-1] and after[:1] not in (",", ":"):
        text = text[:-1]
    if label == "c":
        return text.strip('“”«»" ')
    if label == "u" and after[:1] == "," and re.search(r"\bUniv\.$", text):
        return text
    return text.rstrip(".") if label == "u" and not re.search(r"\b[A-Z]\.$|\b(?:Inc|Ltd|Co)\.$", text) else text


def _unquoted(text: str) -> str:
    """Without the marks around the whole of it, or the one that is left of a pair; those within stay."""
    for opened, closed in ("“”", "«»", "„“", "‘’", '""', "''"):
        inner = text.rstrip(",.; ")
        begins, ends = text.startswith(opened), inner.endswith(closed)
        if begins and ends and (opened == closed or inner.count(opened) == 1):
            return inner[1:-1].strip(" ,.;")
        if ends and not begins and (opened == closed or inner.count(closed) > inner.count(opened)):
            return inner[:-1].strip(" ,;")
        if begins and opened != closed and text.count(opened) > text.count(closed):
            return text[1:].strip()
    return text


_STATE = re.compile(
    r",? (?:A[KLRZ]|C[AOT]|D[CE]|D\.\s?C\.|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]"
    r"|UT|V[AT]|W[AIVY])(?!\w)"
)


def _town(text: str) -> str:
    """A place of publication without its country, and without what stands in brackets after it: "London, U.K.",
    "Berkeley (CA)"; a state after a comma stays ("Cambridge, MA")."""
    text = re.sub(r"\s*\([^()]*\)?$|^[A-Z]+\)$", "", text)
    town, comma, land = text.rpartition(", ")
    short = re.fullmatch(r"[A-Z]{2}|[A-Z]\.\s?[A-Z]\.", land)
    abroad = land in ("UK", "U.K.", "US", "U.S.", "England", "Scotland", "Wales") or (not short and bool(named(land)))
    return town if comma and abroad else text


_POINTING = re.compile(
    r"^(?:(?:at|here|hier|ici|esp|spéc|pp?|S|paras?|párrs?|par|pág|n|fn|nos?|Art|art)\b\.?\s*|[§¶\[\s]+)+(?=[\divxlc])"
)
