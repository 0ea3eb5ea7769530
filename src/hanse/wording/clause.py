"""Which word of a sentence directs, and does it stand in the main clause?

There is no parser here: subordinate clauses are followed by their opening words (that, which, if ...) and by what
closes them (their own verb, then a comma). What stands inside one does not decide the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

from hanse.text.document import Span
from hanse.wording.flat import WORD, flat, unquoted
from hanse.wording.grammar import Grammar, flat_set, grammar
from hanse.wording.lexicon import lexicon
from hanse.wording.phrases import Hit

Role = Literal["subject", "object"]
"""Where the party stands that is to act: before the directive word, or after it ("urges States to")."""


@dataclass(frozen=True, slots=True)
class Directive:
    """A directive word of a main clause, with offsets into the whole text."""

    start: int
    end: int
    level: int
    role: Role
    sentence: Span


_END = re.compile(r"(?<=[.!?;])[\"')\]]*\s+(?=[\"'(\[¿¡]*\w)")
_ABBREVIATED = re.compile(
    r"(?:\b(?:para|paras|art|arts|no|nos|vol|sect|chap|ch|cf|res|dr|mr|mrs|ms|st|al|e\.g|i\.e|etc|p|pp|inc|num|pag|parr)|\b\w)\.$"
)


def sentences(flattened: str) -> Iterator[Span]:
    """Stretches that hold one main clause each: sentences, and parts set off by semicolons."""
    start = 0
    for gap in _END.finditer(flattened):
        if _ABBREVIATED.search(flattened[max(0, gap.start() - 8) : gap.start()]):
            continue
        yield start, gap.start()
        start = gap.end()
    if start < len(flattened):
        yield start, len(flattened)


def read(text: str) -> str:
    """``text`` without its quotations, ``flat``: what every search for directive words runs over."""
    return flat(unquoted(text))


_LABEL = re.compile(r"[\s\"'(\[•*\-]*(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,3}(?:\.\d+)*)[).]\s+)?[\s\"'(\[•*]*")


def begin(flattened: str, sentence: Span) -> int:
    """Where a sentence's first word starts, after bullets, labels and opening quotes."""
    match = _LABEL.match(flattened, sentence[0], sentence[1])
    return match.end() if match else sentence[0]


def preambular(flattened: str, sentence: Span, language: str) -> bool:
    """Does the sentence open as a paragraph of a preamble does ("Further recalling ...")?"""
    rules = grammar(language)
    start = begin(flattened, sentence)
    for found in WORD.finditer(flattened, start, min(sentence[1], start + 80)):
        word = found.group()
        if word in rules.preamble:
            return True
        if any(hit.start == 0 for hit in rules.preamble_phrases.find(flattened[found.start() : found.start() + 60])):
            return True
        if word not in rules.preamble_adverbs:
            return False
    return False


def directives(text: str, flattened: str, language: str, sentence: Span) -> list[Directive]:
    """The directive words of a sentence's main clause, in order; ``text`` is the original, for its capitals."""
    return list(_directives(text, flattened, language, sentence))


@lru_cache(maxsize=4_096)
def _directives(text: str, flattened: str, language: str, sentence: Span) -> tuple[Directive, ...]:
    rules = grammar(language)
    start, end = sentence
    part = flattened[start:end]
    found = {hit.start: hit for hit in rules.directives.find(part) if not _noun(text[start:end], part, hit, rules)}
    for future in _futures(text[start:end], rules.language):
        if not any(hit.start <= future.start < hit.end for hit in found.values()):
            found[future.start] = future
    if not found:
        return ()
    openers = {hit.start for hit in rules.adverbial.find(part)}
    kept = [found[at] for at in list(_main(part, found, openers, rules)) or _behind_relative(part, found, rules)]
    return tuple(
        Directive(
            start + hit.start,
            start + hit.end,
            hit.label[1],
            "object" if hit.label[0] == "object" else "subject",
            sentence,
        )
        for hit in kept
    )


_FUTURE = {
    "es": re.compile(r"\b[^\W\d_]{2,}[aei]?r(?:á|án|emos)\b", re.IGNORECASE),
    "fr": re.compile(r"\b[^\W\d_]{2,}(?:er|ir|dr|tr|vr|rr)(?:a|ont|ons)\b", re.IGNORECASE),
}
_NO_FUTURE = frozenset(
    ["front", "entra", "contra", "extra", "ultra", "opera", "affront", "environs", "patrons", "perrons"]
)


def is_future(word: str, language: str) -> bool:
    """Is this one word a future that commands?"""
    return language in _FUTURE and bool(_FUTURE[language].fullmatch(word)) and flat(word) not in _NO_FUTURE


def _futures(part: str, language: str) -> Iterator[Hit[tuple[str, int]]]:
    """The future tense of French and Spanish drafting, which commands as "will" does."""
    if language in _FUTURE:
        for match in _FUTURE[language].finditer(part):
            if flat(match.group()) not in _NO_FUTURE:
                yield Hit(match.start(), match.end(), ("subject", 4))


Found = dict[int, Hit[tuple[str, int]]]


def _main(part: str, found: Found, openers: set[int], rules: Grammar) -> Iterator[int]:
    """Offsets of those directive words that no open subordinate clause claims."""
    waiting: list[tuple[bool, int]] = []  # clauses that still want their verb: adverbial or not, and from which word
    closable = False  # a subordinate clause has its verb and ends at the next comma
    free, before, last_end = 0, "", 0
    doubled = _doubled(part, found, rules)
    words = list(WORD.finditer(part))
    for place, word in enumerate(words):
        at, token = word.start(), word.group()
        if "," in part[last_end:at]:
            closable = closable and bool(waiting)
            while (
                waiting
                and place - waiting[-1][1] > 2
                and (waiting[-1][0] or _goes_on(words, place, waiting[-1], rules))
            ):
                waiting.pop()
        last_end = word.end()
        if at in found and at >= free:
            free = found[at].end
            if waiting:
                waiting.pop()
                closable = True
            elif (before in rules.relative or before not in rules.subordinate_before) and (
                not closable or found[at].label[0] == "subject"
            ):
                yield at
        elif at >= free:
            after = words[place + 1].group() if place + 1 < len(words) else ""
            next_at = words[place + 1].start() if after else -1
            if _opens(token, before, after, at, next_at, openers, found, rules, doubled):
                waiting.append((at in openers, place))
            elif waiting and token in rules.finite:
                waiting.pop()
                closable = True
        before = token


_AND = frozenset(["and", "but", "or", "et", "mais", "ou", "y", "pero"])


def _goes_on(words: list[re.Match[str]], place: int, opened: tuple[bool, int], rules: Grammar) -> bool:
    """Does a new main clause follow a relative one ("people whom the sea displaces, and they shall")?"""
    if words[opened[1]].group() not in rules.relative - rules.complement or words[place].group() not in _AND:
        return False
    return place + 1 < len(words) and words[place + 1].group() in rules.own_subject


def _behind_relative(part: str, found: Found, rules: Grammar) -> list[int]:
    """The directive word behind a relative clause in the subject whose verb no lexicon knows ("skills that migrants
    bring with them shall"), where no other word directs."""
    words = list(WORD.finditer(part))
    relatives = rules.relative | {"where", "que", "quienes"}
    for place, word in enumerate(words):
        if word.start() not in found or found[word.start()].label[0] != "subject":
            continue
        opened = [at for at in range(1, place - 2) if words[at].group() in relatives]
        if not opened or rules.finite & {each.group() for each in words[: opened[0]]}:
            return []
        opener, before = words[opened[-1]].group(), words[opened[-1] - 1].group()
        if opener in rules.complement and _governs(before, rules):
            return []
        behind = [each.group() for each in words[place + 3 :]]
        stop = next((at for at, each in enumerate(behind) if each in relatives), len(behind))
        return [] if rules.finite & set(behind[:stop]) - {"been"} else [word.start()]
    return []


def _opens(
    token: str,
    before: str,
    after: str,
    at: int,
    next_at: int,
    openers: set[int],
    found: Found,
    rules: Grammar,
    doubled: frozenset[int],
) -> bool:
    """Does this word open a subordinate clause whose verb is still to come?"""
    if at in openers:
        return not after.endswith(("ing", "ed", "ant", "ando", "endo"))
    if token in rules.complement and _governs(before, rules):
        return True
    if token in rules.relative:
        return next_at in found or after in rules.own_subject or after in rules.finite or at in doubled
    return False


def _governs(word: str, rules: Grammar) -> bool:
    return word in rules.verb_before or word in rules.preamble


def _doubled(part: str, found: Found, rules: Grammar) -> frozenset[int]:
    """Relative words with two directive words behind them, of which the first is theirs ("food that shops cannot sell
    shall")."""
    words = list(WORD.finditer(part))
    places = {word.start(): place for place, word in enumerate(words)}
    heads = [places[at] for at in sorted(found) if at in places and found[at].label[0] == "subject"]
    opened: set[int] = set()
    for first, second in pairwise(heads):
        between = part[words[first].end() : words[second].start()]
        if "," in between or words[second - 1].group() in _AND | rules.complement:
            continue
        near = [at for at in range(max(1, first - 4), first) if words[at].group() in rules.relative]
        opened.update(words[at].start() for at in near[-1:])
    return frozenset(opened)


_TRUE_NOUN_BEFORE = frozenset(
    ["the", "their", "its", "our", "of", "political", "free", "good", "a", "own", "popular", "general", "his", "her"]
)
_HOMOGRAPHS = {"will", "must", "may", "can"}
_PURE = {"shall", "should", "would", "could", "might", "cannot", "ought"}
_AIM = re.compile(
    r"(?:aims?|goals?|purposes?|objectives?|task|challenge|role|mission|idea|point|priority|intention|mandate|ambition|"
    r"step|way|key|answer|function)\s+$"
)


def _noun(original: str, part: str, hit: Hit[tuple[str, int]], rules: Grammar) -> bool:
    """Is this a noun, a month, a participle, rather than a verb that directs?"""
    phrase = part[hit.start : hit.end]
    before = WORD.findall(part[max(0, hit.start - 25) : hit.start])
    last = before[-1] if before else ""
    if rules.language != "en":
        return " " not in phrase and last in rules.noun_before
    if phrase in _PURE:
        return False
    if phrase in _HOMOGRAPHS:
        return last in _TRUE_NOUN_BEFORE or (phrase == "may" and original[hit.start] == "M")
    if phrase in ("is to", "are to", "is to be", "are to be"):
        return bool(_AIM.search(part, 0, hit.start))
    first = phrase.split(" ", 1)[0]
    if first in ("is", "are", "has", "have", "it", "there", "be", "being", "had"):
        return False
    if last in rules.noun_before:
        return True
    if " " in phrase:
        return False
    after = WORD.match(part, hit.end + 1)
    following = after.group() if after else ""
    if phrase.endswith("ed"):
        return following not in _neighbours("finite_after")
    return not phrase.endswith("s") and bool(last) and not (last.endswith("s") or last in _neighbours("subject_before"))


@cache
def _neighbours(side: str) -> frozenset[str]:
    """English words that tell a verb from a noun or participle of its form: ``subject_before``, ``finite_after``."""
    return flat_set(lexicon("en", "directives")["clauses"][side])
