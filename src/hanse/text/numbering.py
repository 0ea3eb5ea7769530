"""Which number does a paragraph bear, as printed and as the whole path ("12(b)(ii)")?"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Style = Literal["op", "pp", "keyword", "multi", "digit", "paren", "rparen", "dot", "heading", "bullet"]

_BIS = r"(?:\s?(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|decies))"
_ALT = r"(?:\s?[Aa]lt(?:ernative)?(?![^\W\d_])\.?(?:\s?\d+|\s?[A-Z]\b)?)"
_MONTHS = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|januar|februar|märz|mai|juin|juillet|août|janvier|février|"
    r"mars|avril|déc|ene|abr|ago|dic|"
    r"enero|agosto|diciembre|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)"
)
_LEAD = r"(?P<lead>[\[［«“\"*_]*)"

_OPERATIVE = re.compile(
    rf"{_LEAD}\(?(?P<word>OP|PP|Op|Pp|op|pp)\s?(?P<digits>\d{{1,3}}(?:\.\d{{1,2}})*)"
    rf"(?:[.-]?\s?[(\[]?(?P<bis>{_BIS})[)\]]?)?(?:\.?\s?[(\[]?(?P<alt>{_ALT})[)\]]?)?"
    rf"(?P<items>(?:\s?\([a-zA-Z]{{1,5}}\))*)(?P<alt2>{_ALT})?\s?[.:)\]–—-]{{0,2}}(?=\s|$)"
)
_KEYWORDS = (
    "article|articles?|artículo|articulo|artigo|articolo|artikel|art|статья|madde|"
    "objective|objectif|objetivo|obiettivo|ziel|цель|hedef|goal|"
    "section|sección|seccion|chapter|chapitre|capítulo|capitulo|kapitel|раздел|глава|bölüm|"
    "annex|annexe|anexo|anhang|приложение|ek|appendix|part|partie|parte|часть|title|titre|título|titulo|"
    "commitment|principle|recommendation|action|pillar|theme|priority|option|schedule|rule|regulation|clause|"
    "paragraph|para"
)
_NUMERAL = (
    r"(?:\d{1,3}(?:\.\d{1,2})*|[IVXLC]{1,7}|[A-Z]|"
    r"[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ff]irst|[Ss]econd|[Pp]remier|[Pp]rimero|1er|1ère|1º|1°)"
)
_KEYWORD = re.compile(
    rf"{_LEAD}(?P<word>{_KEYWORDS})\.?\s?(?P<digits>{_NUMERAL}|(?-i:[A-Z]))(?P<bis>{_BIS})?(?P<alt>{_ALT})?"
    rf"(?P<end>\s?[.:)\]–—-]{{1,2}}(?=\s|$)|(?=\s*$)|(?=\s*\n)|(?=\s+(?-i:[A-ZÀ-ÝА-ЯİŞÇÖÜ\[«“\"])))",
    re.IGNORECASE,
)
_ARABIC = re.compile(
    r"(?P<lead>\[?)(?P<printed>(?:المادة|مادة|الهدف|الفصل|القسم|المرفق|الفقرة)\s+(?P<digits>[\d٠-٩]{1,3}|"
    r"(?:ال)?(?:أولى|ثانية|ثالثة|رابعة|خامسة|أول|ثاني|ثالث))"
    r"(?:\s?[.:)–—-]{1,2}(?=\s|$)|(?=\s*$)))"
)
_CHINESE = re.compile(
    r"(?P<lead>\[?)(?P<printed>(?:第[一二三四五六七八九十百零〇\d]{1,5}[条條章节節部分款编]{1,2}|目标\s?[\d一二三四五六七八九十]{1,3}|"
    r"附件[一二三四五六七八九十\d]{0,2})(?:[:：.、]|(?=\s)|$))"
)
_CHINESE_COUNT = re.compile(
    r"(?P<lead>\[?)(?P<printed>(?P<digits>[一二三四五六七八九十]{1,3})、|[（(](?P<paren>[一二三四五六七八九十]{1,3})[）)])\s*"
)
_MULTI = re.compile(
    rf"{_LEAD}(?P<digits>\d{{1,3}}(?:\.\d{{1,3}}){{1,4}})(?P<bis>{_BIS})?(?P<alt>{_ALT})?[.)]?(?=\s+(?P<next>\S)|$)"
)
_DIGIT = re.compile(
    rf"{_LEAD}(?P<digits>[\d٠-٩]{{1,3}})(?P<bis>{_BIS})?(?P<alt>{_ALT})?"
    rf"(?:(?P<mark>[.．])(?=\s+(?!{_MONTHS}\w*\.?(?:\s+\d{{4}}|\s*$))|$|[A-ZÀ-ÝА-Я\u4e00-\u9fff\u0621-\u064a\[])|"
    rf"(?P<dash>\s?[-–—])(?=\s+[^\d\s])|(?P<comma>、)|(?P<tab>\t+(?=\S)))",
    re.IGNORECASE,
)
_MARKED = re.compile(
    rf"{_LEAD}(?P<digits>\d{{1,3}})\s?(?P<open>[(\[])?[.．-]?(?P<bis>{_BIS})?(?P<alt>{_ALT})?(?(open)[)\]])[.:)]?(?=\s|$)"
)
"""A bare number that "bis" or "alt" marks, before or after its point: "5. alt 1", "5 bis", "5 (alt. 2)"."""
_LETTERS = r"(?:[ivxlc]{1,6}|[a-z]|(?P<twin>[a-z])(?P=twin)|\d{1,3}|[٠-٩]{1,3}|[IVXLC]{1,6}|[A-Z]|[а-я]|[أ-ي]{1,2})"
_PAREN = re.compile(
    rf"{_LEAD}[(（](?P<digits>{_LETTERS})(?P<bis>{_BIS})?(?P<alt>{_ALT})?[)）][.:]?(?P<gap>\s*)(?=\S|$)"
)
_RPAREN = re.compile(rf"{_LEAD}(?P<digits>{_LETTERS})(?P<bis>{_BIS})?(?P<alt>{_ALT})?[)）](?P<gap>\s+)(?=\S|$)")
_DOT = re.compile(rf"{_LEAD}(?P<digits>[ivxlc]{{1,6}}|[a-z]|[а-я])(?P<bis>{_BIS})?\.(?P<gap>\s+)(?=\S)")
_HEADING = re.compile(rf"{_LEAD}(?P<digits>[IVXLC]{{1,6}}|[A-Z])\.(?P<gap>\s+)(?=\S)")
_BULLET = re.compile(r"(?P<lead>)(?P<digits>[-–—•●▪■◦‣∙·*⁃□○➢✓►\uf0b7\uf0a7]|o(?=\t| {2,}))(?P<gap>\s+)(?=\S)")
_SIGN = re.compile(r"(?P<lead>\[?)§\s?(?P<digits>\d{1,3})\.?(?=\s)")

_QUANTITY = re.compile(
    r"\d[\d.]*\s+(?:million|billion|trillion|thousand|per\s?cent|percent|%|a\.?m\.?|p\.?m\.?|°|km|years?|millones|"
    r"mille|milliards?|млн|млрд)",
    re.IGNORECASE,
)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ORDINALS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "first": 1,
    "second": 2,
    "premier": 1,
    "primero": 1,
    "1er": 1,
    "1ère": 1,
    "1º": 1,
    "1°": 1,
}
_CHINESE_DIGITS = "零一二三四五六七八九"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"


@dataclass(frozen=True, slots=True)
class Label:
    """A number read off the start of a paragraph.

    ``printed`` is what stands there, ``length`` how many characters it takes with the space after it. ``number`` is the
    paragraph's own part of the path. ``values`` are the places in its sequence that it may have: "(i)" is the first
    roman and the ninth letter.
    """

    printed: str
    length: int
    style: Style
    number: str
    values: tuple[tuple[str, int], ...] = ()
    """Pairs of (alphabet, place)."""
    alternative: bool = False
    """"PP5 alt 1": an alternative to another paragraph."""
    word: str = ""
    """Of a keyword label: "Article"."""


def label_of(text: str) -> Label | None:
    """The label at the start of a text; None where there is none, or where a year or a quantity stands there."""
    if not text or not (text[0] in '[［«“"*_§(（' or not text[0].isspace()):
        return None
    for read in _READERS:
        if found := read(text):
            return found
    return None


def _operative(text: str) -> Label | None:
    if not (match := _OPERATIVE.match(text)):
        return None
    word = match["word"].upper()
    alt = match["alt"] or match["alt2"] or ""
    number = word + match["digits"] + _spaced(match["bis"]) + match["items"].replace(" ", "") + _alternative(alt)
    style: Style = "op" if word == "OP" else "pp"
    return _label(text, match, style, number, ((word, int(match["digits"].split(".")[0])),), bool(alt))


def _keyword(text: str) -> Label | None:
    if found := _ARABIC.match(text) or _CHINESE.match(text):
        printed = found["printed"].strip()
        word = printed.split()[0]
        return _label(text, found, "keyword", printed.rstrip(".:：、–—-) "), (), word=word)
    match = _KEYWORD.match(text)
    if match is None:
        return None
    word, digits = str(match["word"]), str(match["digits"])
    if (word.islower() and not match["end"]) or (digits.isalpha() and digits.islower() and digits not in _ORDINALS):
        return None
    if len(digits) == 1 and digits.isalpha() and digits not in "IVXABCDEFGH":
        return None
    word = "Article" if word.lower() in ("art", "articles") else word[:1].upper() + word[1:].lower()
    word = "Paragraph" if word == "Para" else word
    digits = "1" if digits.lower() in ("premier", "primero", "1er", "1ère", "1º", "1°") else digits
    number = f"{word} {digits}{_spaced(match['bis'])}{_alternative(match['alt'])}"
    value = _value_of(digits)
    values = ((word.lower(), value),) if value else ()
    return _label(text, match, "keyword", number, values, bool(match["alt"]), word)


def _multi(text: str) -> Label | None:
    match = _MULTI.match(text)
    if match is None or _QUANTITY.match(text) or (match["next"] or "A").isdigit():
        return None
    certain = match["digits"].count(".") > 1 or match.group().endswith((".", ")"))
    if (match["next"] or "A").islower() and not certain:
        return None
    number = match["digits"] + _spaced(match["bis"]) + _alternative(match["alt"])
    return _label(
        text, match, "multi", number, (("multi", int(match["digits"].rsplit(".", 1)[1])),), bool(match["alt"])
    )


def _digit(text: str) -> Label | None:
    match = _MARKED.match(text)
    if match is None or not (match["bis"] or match["alt"]):
        match = _DIGIT.match(text)
    if match is None or _QUANTITY.match(text):
        return None
    alt = match["alt"]
    number = str(int(match["digits"])) + _spaced(match["bis"]) + _alternative(alt)
    return _label(text, match, "digit", number, (("digit", int(match["digits"])),), bool(alt))


def _chinese_count(text: str) -> Label | None:
    if not (match := _CHINESE_COUNT.match(text)):
        return None
    digits = match["digits"] or match["paren"]
    value = _chinese_value(digits)
    if match["digits"]:
        return _label(text, match, "digit", digits, (("chinese", value),))
    return _label(text, match, "paren", f"({digits})", (("chinese", value),))


def _sign(text: str) -> Label | None:
    match = _SIGN.match(text)
    return _label(text, match, "digit", match["digits"], (("digit", int(match["digits"])),)) if match else None


def _lettered(pattern: re.Pattern[str], style: Style) -> Callable[[str], Label | None]:
    def read(text: str) -> Label | None:
        match = pattern.match(text)
        if match is None:
            return None
        groups = match.groupdict()
        alt = groups.get("alt")
        digits = match["digits"]
        number = f"({digits}{_spaced(groups.get('bis'))})"
        number = (digits if style == "heading" else number) + _alternative(alt)
        return _label(text, match, style, number, values_of(digits), bool(alt))

    return read


def _bullet(text: str) -> Label | None:
    match = _BULLET.match(text)
    return _label(text, match, "bullet", "", (("bullet", 0),)) if match else None


def values_of(digits: str) -> tuple[tuple[str, int], ...]:
    """The places that a numeral may have, by alphabet: ``values_of("i") == (("roman", 1), ("alpha", 9))``."""
    if digits.isdigit():
        return (("digit", int(digits)),)
    case = "upper" if digits.isupper() else ""
    values: list[tuple[str, int]] = []
    if roman := roman_value(digits):
        values.append((f"{case}roman", roman))
    if len(set(digits.lower())) == 1 and digits.isascii():
        values.append((f"{case}alpha", ord(digits[0].lower()) - 96 + 26 * (len(digits) - 1)))
    for name, alphabet in (("abjad", _ABJAD), ("cyrillic", _CYRILLIC)):
        if digits[0] in alphabet:
            values.append((name, alphabet.index(digits[0]) + 1))
    return tuple(values)


def roman_value(digits: str) -> int:
    """Of a roman numeral in either case; 0 where it is none."""
    total, highest = 0, 0
    for letter in reversed(digits.lower()):
        value = _ROMAN_VALUES.get(letter, 0)
        if not value:
            return 0
        total += value if value >= highest else -value
        highest = max(highest, value)
    return total if _roman(total) == digits.lower() else 0


def _roman(value: int) -> str:
    pairs = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    result = ""
    for amount, letters in pairs:
        while value >= amount:
            result, value = result + letters, value - amount
    return result


def _value_of(digits: str) -> int:
    if digits.lower() in _ORDINALS:
        return _ORDINALS[digits.lower()]
    if digits[:1].isdigit():
        return int(digits.split(".")[0])
    return roman_value(digits) or (ord(digits[0].lower()) - 96)


def _chinese_value(digits: str) -> int:
    if "十" not in digits:
        return _CHINESE_DIGITS.find(digits[-1])
    tens, _, ones = digits.partition("十")
    return 10 * (_CHINESE_DIGITS.find(tens) if tens else 1) + (_CHINESE_DIGITS.find(ones) if ones else 0)


def _spaced(bis: str | None) -> str:
    return f" {bis.strip()}" if bis else ""


def _alternative(alt: str | None) -> str:
    return " " + re.sub(r"(?i)^alt(?:ernative)?\.?\s?", "alt ", alt.strip()).strip() if alt else ""


def _label(
    text: str,
    match: re.Match[str],
    style: Style,
    number: str,
    values: tuple[tuple[str, int], ...] = (),
    alternative: bool = False,
    word: str = "",
) -> Label:
    end = match.end()
    printed = text[:end].strip()
    while end < len(text) and text[end].isspace():
        end += 1
    return Label(printed, end, style, number, values, alternative, word)


_READERS: tuple[Callable[[str], Label | None], ...] = (
    _operative,
    _keyword,
    _multi,
    _digit,
    _chinese_count,
    _sign,
    _lettered(_PAREN, "paren"),
    _lettered(_RPAREN, "rparen"),
    _lettered(_HEADING, "heading"),
    _lettered(_DOT, "dot"),
    _bullet,
)
