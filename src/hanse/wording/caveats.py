"""What lets the bearer do less than the words ask? Caveats, hedged effort, diluted verbs."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from hanse.text.document import Span
from hanse.wording.actions import actions
from hanse.wording.flat import WORD, flat
from hanse.wording.inflection import inflected
from hanse.wording.lexicon import lexicon
from hanse.wording.openings import OpenBook
from hanse.wording.phrases import Hit, PhraseBook

ALLOWED = "allowed"
EFFORT = "effort"
DILUTED = "diluted"


@cache
def _caveat_book(language: str) -> PhraseBook[str]:
    words = lexicon(language, "caveats")
    entries = [(phrase, kind) for kind, phrases in words["caveats"].items() for phrase in phrases]
    return PhraseBook([*entries, *((phrase, ALLOWED) for phrase in words["allowed"]["phrases"])])


@cache
def _hedge_book(language: str) -> PhraseBook[str]:
    words = lexicon(language, "caveats")["hedges"]
    return PhraseBook(
        (_conjugated(each, language), kind)
        for kind, phrases in ((EFFORT, words["effort"]), (DILUTED, words["diluted"]))
        for each in phrases
    )


def _conjugated(phrase: str, language: str) -> str:
    """The phrase with every form of its verb as an alternative."""
    words = phrase.split()
    place = 1 if words[0] in ("s", "se", "nos", "nous", "être", "ser") and len(words) > 1 else 0
    forms = words[place].split("|")
    forms += [other for form in forms for other in inflected(form, language)]
    return " ".join([*words[:place], "|".join(dict.fromkeys(forms)), *words[place + 1 :]])


@cache
def _open_book(language: str) -> OpenBook:
    """Caveats that reach to the end of their clause, with their type."""
    kinds = lexicon(language, "caveats")["open"].items()
    return OpenBook((pattern, kind) for kind, patterns in kinds for pattern in patterns)


@cache
def _implied_book(language: str) -> PhraseBook[str]:
    words = lexicon(language, "caveats")["implied"]
    return PhraseBook((phrase, kind) for kind, phrases in words.items() for phrase in phrases)


def find_caveats(flattened: str, language: str) -> list[Hit[str]]:
    """The caveats of a text already ``flat``, with their type: possible, appropriate, resources, national law ..."""
    return list(_found_caveats(flattened, language))


@lru_cache(maxsize=8_192)
def _found_caveats(flattened: str, language: str) -> tuple[Hit[str], ...]:
    known = _caveat_book(language).find(flattened)
    free = [
        hit
        for hit in _open_book(language).find(flattened)
        if not any(each.start < hit.end and hit.start < each.end for each in known)
    ]
    return tuple(sorted([*(hit for hit in known if hit.label != ALLOWED), *free], key=lambda hit: hit.start))


def implied(flattened: str, language: str) -> frozenset[str]:
    """Types of caveat that other words of the text bring with them: what is phased out goes gradually."""
    return frozenset(hit.label for hit in _implied_book(language).find(flattened))


def caveats(flattened: str, sentence: Span, language: str) -> tuple[Span, ...]:
    """Where a sentence's caveats stand, offsets into the whole text."""
    start, end = sentence
    return tuple((start + hit.start, start + hit.end) for hit in find_caveats(flattened[start:end], language))


@cache
def _between(language: str) -> frozenset[str]:
    """Words that may stand between a directive word and the verb it governs."""
    return frozenset(flat(word) for word in lexicon(language, "caveats")["hedges"]["between"])


def find_hedges(flattened: str, start: int, end: int, language: str) -> list[Hit[str]]:
    """Hedged efforts and diluted verbs where a verb stands, from ``start`` (behind the directive word) to ``end``."""
    hits = [
        Hit(start + hit.start, start + hit.end, hit.label) for hit in _hedge_book(language).find(flattened[start:end])
    ]
    if not hits:
        return []
    skipped = _between(language)
    for hit in find_caveats(flattened[start:end], language):
        blank = " " * (hit.end - hit.start)
        flattened = flattened[: start + hit.start] + blank + flattened[start + hit.end :]
    kept, verb_at = [], start
    for hit in hits:
        between = WORD.findall(flattened, verb_at, hit.start)
        adjacent = len(between) <= 4 and all(
            word in skipped or word.endswith(("ly", "ment", "mente")) for word in between
        )
        if adjacent and not (_BE.match(flattened, hit.start) and _followed_by_noun(flattened, hit.end, language)):
            kept.append(hit)
            verb_at = hit.end
    return kept


_BE = re.compile(r"be |être |etre |ser ")


def _followed_by_noun(flattened: str, at: int, language: str) -> bool:
    """ "Be invited to the meetings" is no hedge, "be invited to report" is one."""
    after = WORD.search(flattened, at)
    return after is None or after.group() not in actions(language).verbs


def hedges(flattened: str, start: int, end: int, language: str) -> tuple[Span, ...]:
    """Where hedged efforts and the diluted head verb stand."""
    return tuple((hit.start, hit.end) for hit in find_hedges(flattened, start, end, language))
