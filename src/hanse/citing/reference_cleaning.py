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
        text += after[:1] if after[:1] in ("?", "!") else ""
        text = _BESIDE_TITLE.sub("", _unquoted(text))
        return text.rstrip(",;:").rstrip(".").strip()
    if label in "pn":
        return re.sub(r"\s*[-–—−]\s*", "–", _FOLLOWING.sub("", _POINTING.sub("", text)).rstrip(".] "))
    if label in "clu" and text.count("(") > text.count(")") and after[:1] == ")":
        text += ")"
    if label in "cl" and text.endswith(".") and "." not in text[:-1] and after[:1] not in (",", ":"):
        text = text[:-1]
    if label == "c" and (short := re.match(r"\s\([A-Z][^\s()]*(?:\s’\d\d)?\)", after)) and _GATHERING.search(text):
        text += short[0]
    if label == "u" and _SHORTENED.search(text.rstrip(".")) and (text + after)[len(text.rstrip(".")) :][:2] == ".,":
        return text.rstrip(".") + "."
    if label == "c" and re.match(r"\.\s\S", after) and not text.endswith(".") and _SHORTENED.search(text):
        text += "."
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


_GATHERING = re.compile(r"\b(?:Conf(?:erence|\.)|Symp(?:osium|\.)|Workshop|Proc(?:eedings|\.)|Congress)")
"""A meeting, of whose name the short form in brackets is a part."""
_SHORTENED = re.compile(
    r"\b[A-Z][a-z]{1,6}\.\s(?:[A-Z][a-z’]{1,6}\.?\s)*[A-Z][a-z’]{1,7}$|[a-z]’[a-z]{1,2}\s[A-Z][a-z]{1,4}$"
)
"""A name of which every word may be shortened, so that the stop behind it is its own: "Environ. Sci. Technol"."""
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


_BESIDE_TITLE = re.compile(
    r"(?:[.,;]\s\d+\s[Vv]ols?\.?|[.,;]\s(?:[Tt]ranslated(?: and \w+)?(?: from [^,.]*| by [^,.]*)?|[Tt]rans\. [^,]*"
    r"|[Tt]raduit [^,.]*|[Tt]rad\. [^,]*|[Tt]raducción de [^,]*|[Üü]bers\. [^,]*"
    r"|[Aa]us dem [^,]* (?:übersetzt )?von [^,]*))$"
)
"""What stands beside a title and is none of it: how many volumes it has, who translated it."""
_FOLLOWING = re.compile(
    r"(?<=\d)\s*(?:(?:y|et|e|and|u)\s+)?(?:ff?|ss?|sqq?|sgg?|segg|seqq?|suiv|sv|siguientes|suivantes|seguenti)\.?"
    r"(?:\s?a\.)?$"
)
"""What stands for the pages after the first: "12 ff.", "41 ss.", "112 sgg."."""
_POINTING = re.compile(
    r"^(?:(?:at|here|hier|ici|esp|spéc|pp?|S|paras?|párrs?|par|pág|n|fn|nos?|Art|art)\b\.?\s*|[§¶\[\s]+)+(?=[\divxlc])"
)
