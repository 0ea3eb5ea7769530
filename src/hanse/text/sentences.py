"""Where do the sentences of a passage begin and end?"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from hanse.text.characters import without_space
from hanse.text.document import Span

_ABBREVIATED = """
para paras par pp p no nos art arts articl sec sect ch chap vol vols ed eds fig figs cf ca approx incl esp est al vs
viz resp rev res dec doc docs op cit ibid reg regs subpara cl cls add corr suppl ser dept gov govt univ assoc
inc ltd co corp bros mr mrs ms dr prof hon sr jr st gen amb excl min sen rep pres messrs
jan feb mar apr jun jul aug sep sept oct nov dec
alin éd env etc fasc hab m mm mme mmes n° obs ex réf suiv tél
apdo cap cía dra ee eeuu excmo ilmo inc núm núms pág págs párr párrs ref sra sres ss tel ud uds vid
bzw d.h dgl evtl ggf inkl nr s sog u.a usw vgl z.b abs
ст стр п пп гг г т тыс млн млрд руб др см напр проф им ред рис табл гл ч
md mad sf bkz vb vd yy örn sok cad
"""
_REFERRING = """
para paras par no nos art arts sec sect ch chap vol vols fig figs p pp res dec ст стр п пп núm núms pág págs
párr párrs nr abs
"""
_ABBREVIATIONS = frozenset(_ABBREVIATED.split())
_REFERENCES = frozenset(_REFERRING.split())
_TERMINAL = re.compile(r"[.!?؟。！？…]+[\"”’»)\]）」』*]*")
_CHINESE_END = "。！？"
_LAST_WORD = re.compile(r"([^\W_]+(?:\.[^\W\d_]+)*)\.[\"”’»)\]]*\s*$")
_ONLY_A_LABEL = re.compile(
    r"\s*[\[(]?(?:\d{1,3}|[a-z]{1,4}|[IVXLC]{1,6}|[A-Z])(?:\.\d{1,3})*[.)\]]{1,2}\s*", re.IGNORECASE
)
_STARTS = re.compile(r"\s*[\"“‘«(\[¿¡—–*-]*\s*(\S)")
_INITIAL = re.compile(r"(?:^|[\s(\[.])[A-ZА-ЯÀ-Ý]\.\s*$")
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}\s*$")
_OPENER = re.compile(r"(?:The|This|These|Those|It|He|She|We|They|In|On|At|For|However|But|And|As|To|There|All|A|An)\b")
"""Words that open a sentence after an acronym with points ("the U.N. It ...")."""


_LONGEST_WORD = 60
"""Characters before a cut in which its last word is looked for."""


def sentences(text: str, language: str = "en") -> tuple[Span, ...]:
    """The sentences of a text in order, as half-open spans that leave out only white space between them.

    English goes through nupunkt (Bommarito et al. 2025), other languages through their own punctuation; then our rules
    put together what was cut after "para.", "No.", "art.", an initial, or a paragraph's own number.
    """
    if not text.strip():
        return ()
    cuts = (
        _english(text)
        if (language in ("en", "und", "") and text.isascii()) or language == "en"
        else _by_punctuation(text)
    )
    spans: list[Span] = []
    start = 0
    for cut in [*cuts, len(text)]:
        if cut <= start:
            continue
        if cut < len(text) and not _ends(text, start, cut):
            continue
        spans.append((start, cut))
        start = cut
    stripped = (without_space(text, *span) for span in spans)
    return tuple(span for span in stripped if span[0] < span[1])


def _english(text: str) -> list[int]:
    cuts = {end for _, end in _tokenizer().span_tokenize(text)}
    cuts |= {match.end() for match in re.finditer(r"[。！？؟]+[”」』）]*|\n\s*\n", text)}
    return sorted(cuts)


@lru_cache(maxsize=1)
def _tokenizer() -> Any:
    from nupunkt import load_default_model

    return _Spans(load_default_model())


class _Spans:
    """nupunkt's tokenizer behind the one method that is used."""

    def __init__(self, model: Any) -> None:
        self._model = model

    def span_tokenize(self, text: str) -> list[Span]:
        return [(int(start), int(end)) for start, end in self._model.span_tokenize(text)]


def _by_punctuation(text: str) -> list[int]:
    cuts = []
    for match in _TERMINAL.finditer(text):
        after = text[match.end() :]
        if match.group()[0] in _CHINESE_END or not after or after[0].isspace():
            cuts.append(match.end())
    cuts.extend(match.end() for match in re.finditer(r"\n\s*\n", text))
    return sorted(set(cuts))


def _ends(text: str, start: int, cut: int) -> bool:
    """True where a sentence really ends at ``cut``."""
    sentence = text[start:cut]
    if _ONLY_A_LABEL.fullmatch(sentence):
        return False
    if "\n\n" in text[cut - 1 : cut + 2] or sentence.rstrip().endswith(tuple("。！？!?؟")):
        return True
    following = _STARTS.match(text, cut)
    if following is None:
        return True
    first = following.group(1)
    last = _LAST_WORD.search(sentence[-_LONGEST_WORD:])
    if last is None:
        return not first.islower()
    word = last.group(1).casefold().split(".")[-1]
    if word in _REFERENCES and (
        first.isdigit() or first.islower() or (first.isupper() and text[following.end(1) :][:1] in "IVX. )")
    ):
        return False
    if word in _ABBREVIATIONS and len(word) < 6 and not word.isdigit():
        return first.isupper() and word in (
            "etc",
            "al",
            "г",
            "гг",
            "др",
            "inc",
            "ltd",
            "co",
            "m",
            "s",
            "min",
            "corr",
            "add",
            "rev",
        )
    if _INITIAL.search(sentence) and first.isupper():
        return bool(_DOTTED.search(sentence) and _OPENER.match(text, following.start(1)))
    return not first.islower()
