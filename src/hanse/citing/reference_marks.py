"""What in a reference string can be told by its form alone: DOI, address, UN symbol, day of access?"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}},? \d{{4}}|\d{{4}} {_MONTH} \d{{1,2}}"
    rf"|{_MONTH} \d{{4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}})"
)
"""A day or month of a year, as it is written in English."""
MONTH_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?:[-–]\d{{1,2}})? {_MONTH}|{_MONTH}(?: \d{{1,2}}(?:[-–]\d{{1,2}})?)?|(?:Spring"
    rf"|Summer|Autumn|Fall|Winter)(?:/\w+)?|{_MONTH}[-–/]{_MONTH})"
)
_DOI = re.compile(
    r"[\s.,;(\[]*(?:https?://(?:dx\.|www\.)?doi\.org/|\bdoi(?:\.org/|:|\b)\s*)*\s*\b(10\.\d{4,9}/(?:\S+<\d+::?\S+>\S+|[^\s\"<>”]+))",
    re.IGNORECASE,
)
_URL = re.compile(
    r"[\s.,;]*[<(\[]?(?:\b(?:Retrieved|Available|Accessed|Disponible|Accessible|Recuperado|Obtenido"
    r"|Disponibile|Disponível|Verfügbar|Abrufbar|Consultable|Repéré)\b[^.;]{0,40}?(?:from|at"
    r"|via|en|sur|à|in|de|su|unter|em|auf)?:?\s*|\bOnline\b:?\s*(?:at|via)?:?\s*|\bURL:?\s*|\bfrom\s+)?"
    r"[<(\[]?((?:https?://|www\.)[^\s<>\"”]+)[>)\]]?",
    re.IGNORECASE,
)
_ACCESSED = re.compile(
    r"[\s.,;]*(?:\[(?=(?:cited|updated|accessed|last)\b[^\]]*\d{4})[^\]]*\]"
    r"|[(\[]?\b(?:last |date )?(?:accessed|retrieved|visited|viewed|cited|consult[ée]e?|consultado(?: el)?"
    r"|abgerufen(?: am)?|zuletzt (?:besucht|abgerufen)(?: am)?|acesso(?: em)?|consultato(?: il)?|recuperado(?: el)?)\b"
    rf"(?: on)?:?\s*(?:le\s+)?"
    rf"(?:{DAY}|\d{{1,2}}\.? (?:de )?\w+\.? (?:de )?\d{{4}}|\d{{1,2}}-[A-Za-z]{{3,9}}-\d{{4}})?\s*[)\]]?)",
    re.IGNORECASE,
)
SYMBOL = re.compile(
    r"(?:[\s,;(\[]*\b(?:UN|U\.N\.|United Nations)\s+Doc(?:ument|\.)?s?\.?\s*(?:No\.\s*|symbol\s*)?)?[\s,;(\[.]*"
    r"(?<![\w/.-])((?=[A-Z/]*[\w./-]*\d)[A-Z]{1,8}/[A-Z0-9][A-Za-z0-9.\-]*(?:/[A-Za-z0-9.\-]+)*(?:\([IVXLC\-]+\))?"
    r"(?:\s?\((?:Part )?[IVXL]+\))?(?:/[A-Za-z0-9.\-]+)*)[)\]]?"
)
RESOLUTION = re.compile(
    r"\b(?:resolution|Res\.?|résolution|resolución)\s+(\d{1,4}(?:/\d{1,4}|(?:\s?[A-Z])?\s?\([IVXLC]+\)"
    r"|(?=\s?\(\d{4}\))))",
    re.IGNORECASE,
)
_OF_COUNCIL = re.compile(
    r"\b(?:Security Council|S\.C\.|SC|UNSC)\s+(?:resolution|Res\.?)\s+(\d{3,4})(?![\d/])", re.IGNORECASE
)
"""A resolution of the Security Council has a number alone."""
_ANNOTATION = re.compile(
    r"\s*\[(?:online|internet|e-?book|report|policy brief|data ?set|web ?page|blog(?: post)?|brochure|press"
    r" release|pdf|"
    r"working paper|in french|in spanish|translated|fact ?sheet|database|letter|statement|speech)[^\]]*\]",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^\s*(?:\[(\d{1,4})\]|\((\d{1,4})\)|(\d{1,4})[.)]\s|(\d{1,3})\s(?=[\"“‘'A-ZÀ-ÞĀ-Ž]))\s*")
_SIGNAL = re.compile(
    r"^(?:(?:But |And )?(?:[Ss]ee|cf\.?|Cf\.?|e\.g\.,?|[Cc]ompare|[Vv]oir|[Vv]éase|[Vv]id\.?|[Cc]fr\.?"
    r"|[Vv]gl\.?|[Ss]iehe|[Cc]ontrast|[Aa]ccord)(?: (?:also|generally|further"
    r"|notably|aussi|también|por todos|entre otros))?,?(?: e\.g\.,?| for example,?)? )"
)


@dataclass(frozen=True, slots=True)
class Marks:
    """What was taken out of a reference string, and the ``rest``."""

    rest: str
    number: str = ""
    doi: str = ""
    url: str = ""
    symbol: str = ""


def mended(text: str) -> str:
    """A string in one line: words that a line's end broke are put together, and so are addresses."""
    text = _BROKEN_DOI.sub(lambda found: _unbroken(found[0]), text.replace("\u00ad\n", ""))
    text = re.sub(r"(?<=[a-zà-ÿ])[-\u00ad‐]\s*\n\s*(?=[a-zà-ÿ])", "", text)
    text = re.sub(r"(?<=[-–/])\s*\n\s*(?=\S)", "", text)
    text = re.sub(r"((?:https?://|www\.|10\.\d{4,9}/)\S*)\s*\n\s*(?=\S*[./\d-]\S*(?:\s|$))", r"\1", text)
    text = re.sub(r"(https?:)\s*//\s+(?=\w)|(https?://(?:dx\.|www\.)?doi\.)\s+(?=org)", r"\1\2", text)
    text = re.sub(r"(https?:)(?=(?:dx\.|www\.)?\w+\.)", r"\1//", text)
    text = re.sub(r"(\b10\.\d{4,9})\s?/\s?(?=[\w(]*\d)|(\b10\.)\s(?=\d{4,9}/)", _slashed, text)
    return re.sub(r"\s+", " ", text).strip()


_BROKEN_DOI = re.compile(r"\b10\.\d{4,9}/\S*(?:[-\u00ad‐]\s*\n\s*\S+)+")


def _unbroken(doi: str) -> str:
    """A DOI that lines break. A hyphen at the end of a line is its own where the DOI has another, or begins as those do
    that have hyphens (an ISBN, an article's PII or Springer's number); else the line put it there."""
    whole = re.sub(r"[-\u00ad‐]\s*\n\s*", "", doi)
    numbers = _HYPHENATED.match(doi) or "-" in whole
    kept = r"(?<=\d)-\s*\n\s*(?=\d)|(?<=[^\W\d_])-\s*\n\s*(?=(?:19|20)\d\d)" if numbers else r"(?!)"
    return re.sub(rf"({kept})|[-\u00ad‐]\s*\n\s*", lambda found: "-" if found[1] else "", doi)


_HYPHENATED = re.compile(r"10\.\d{4,9}/(?:978|97-|[sS]\d{4}|\d{3,4}-\s*\n\s*\d{3}[\dX]\b)")


def _slashed(found: re.Match[str]) -> str:
    return f"{found[1]}/" if found[1] else found[2]


def taken(text: str) -> Marks:
    """The marks of a string in one line, and what is left of it."""
    number = doi = url = symbol = ""
    if lead := _LEAD.match(text):
        number = next(each for each in lead.groups() if each)
        text = text[lead.end() :]
    text = _SIGNAL.sub("", text)
    text = _ANNOTATION.sub("", text)
    if found := _DOI.search(text):
        doi = _closed(found[1])
        text = _without(text, found.start(), found.start(1) + len(doi))
    text = re.sub(r"[\s.,;(\[]*https?://(?:dx\.)?doi\.org/?\S*", "", text)
    text = re.sub(rf"\bRetrieved\s+(?:on\s+)?{DAY},?\s+from\s+", "", text)
    if found := _URL.search(text):
        url = _closed(found[1])
        text = _without(
            text, found.start(), max(found.start(1) + len(url), found.end() if found[0][-1] in ">)]" else 0)
        )
    text = _ACCESSED.sub("", text)
    text = re.sub(
        r"[\s.,;]*\b(?:Available|Retrieved|Disponible|Accessible)\s*(?:from|at|en|sur|à)?:?\s*(?=$|\.$)", "", text
    )
    if found := SYMBOL.search(text):
        symbol = found[1].rstrip(".-")
        text = _without(text, found.start(), found.start(1) + len(symbol) + (found[0][-1] in ")]"))
    elif found := RESOLUTION.search(text) or _OF_COUNCIL.search(text):
        symbol = found[1].replace(" ", "")
    return Marks(text.strip(), number, doi, url, symbol)


def _closed(address: str) -> str:
    """An address without the stop after it, or the bracket that closes around it."""
    address = address.rstrip(".,;:”’'\"")
    while (address[-1:] in ")]>" and address.count("(") < address.count(")")) or address[-1:] in "]>":
        address = address[:-1].rstrip(".,;")
    return address


def _without(text: str, start: int, end: int) -> str:
    before, after = text[:start].rstrip(), text[end:].lstrip()
    if before[-1:] in (".", ",", ";") and after[:1] in (".", ",", ";"):
        after = after[1:].lstrip()
    if after[:1] in tuple(".,;:)]"):
        return before + after
    return f"{before}, {after}" if after and before[-1:] not in tuple(".,;:") else f"{before} {after}".strip()
