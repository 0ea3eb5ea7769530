"""Who is to act? The party before a directive word, after it, or behind a passive's "by"."""

from __future__ import annotations

import re
from functools import cache

from hanse.text.document import Span
from hanse.wording.clause import Directive, begin
from hanse.wording.flat import WORD, flat
from hanse.wording.grammar import grammar
from hanse.wording.lexicon import lexicon

_PART = re.compile(r"[^,;:()]+")


@cache
def _words(language: str) -> dict[str, frozenset[str]]:
    return {
        key: frozenset(flat(word) for word in words)
        for key, words in lexicon(language, "directives")["bearers"].items()
    }


def bearer(flattened: str, head: Directive, language: str) -> Span | None:
    """Offsets of the party that a directive word binds; None where nobody is named."""
    words = _words(language)
    after = WORD.match(flattened, min(head.end + 1, len(flattened)))
    following = after.group() if after else ""
    if following in words["that"] and after:
        return _before_verb(flattened, after.end(), head.sentence[1], words)
    if head.role == "object":
        return _until(flattened, head.end, head.sentence[1], words["ends"], words)
    if following in words["asks_for"] or flattened[head.start : head.end].split()[-1] in words["asks_for"]:
        return None
    if passive(flattened, head, language):
        return _agent(flattened, head, words)
    return _subject(flattened, head, words, language)


def passive(flattened: str, head: Directive, language: str) -> bool:
    """Is the subject acted upon ("cities shall be consulted") rather than acting?"""
    words = _words(language)
    after = WORD.findall(flattened, head.end, min(head.sentence[1], head.end + 90))[:7]
    last = flattened[head.start : head.end].split()[-1]
    for place, word in enumerate([last, *after][:5]):
        if word in words["passive"]:
            rest = [
                each
                for each in after[place : place + 3]
                if not each.endswith(("ly", "mente")) and each not in ("also", "not", "ment")
            ]
            return bool(rest) and rest[0] not in words["active_participles"] and _participle(rest[0], language)
    return False


_PARTICIPLE = {
    "en": re.compile(r"(?:ed|en|wn|ne|nt|ld|ept|eld|de|ught|un|aid|uilt|iven|ut|et)$"),
    "fr": re.compile(r"(?:es?|ees?|is|its?|ites?|us?|ues?|ts?|tes?)$"),
    "es": re.compile(r"(?:[ai]d[oa]s?|[eh]ch[oa]s?|t[oa]s?|s[oa]s?)$"),
}


def _participle(word: str, language: str) -> bool:
    return bool(_PARTICIPLE[language].search(word))


def _agent(flattened: str, head: Directive, words: dict[str, frozenset[str]]) -> Span | None:
    tokens = list(WORD.finditer(flattened, head.end, head.sentence[1]))
    for place, word in enumerate(tokens[:-1]):
        if word.group() in words["by"] and not tokens[place + 1].group()[0].isdigit():
            following = tokens[place + 1].group()
            if following.endswith(("ing", "ando", "iendo", "ant")) or following in words["no_agent"]:
                continue
            return _until(flattened, word.end(), head.sentence[1], words["stops"], words)
    return None


def _until(
    flattened: str, start: int, end: int, stops: frozenset[str], words: dict[str, frozenset[str]]
) -> Span | None:
    """The words from ``start`` to the first stop, twelve at most, without commas at the end."""
    first = last = -1
    for count, word in enumerate(WORD.finditer(flattened, start, end)):
        if (
            count >= 14
            or (word.group() in stops and first >= 0)
            or (first >= 0 and re.search(r"[.;:(]", flattened[last : word.start()]))
        ):
            break
        if first < 0 and word.group() in words["skips"]:
            continue
        if first >= 0 and "," in flattened[last : word.start()] and word.group() in words["leads"]:
            break
        first = word.start() if first < 0 else first
        last = word.end()
    if first < 0:
        return None
    text = flattened[first:last]
    while text.rsplit(" ", 1)[-1] in words["trailing"] and " " in text:
        text = text.rsplit(" ", 1)[0].rstrip(" ,")
    return first, first + len(text)


def _before_verb(flattened: str, start: int, end: int, words: dict[str, frozenset[str]]) -> Span | None:
    return _until(flattened, start, end, words["modals"], words)


def _subject(flattened: str, head: Directive, words: dict[str, frozenset[str]], language: str) -> Span | None:
    """The first stretch before the directive word that is no adverbial, joined to what enumerates on."""
    start = begin(flattened, head.sentence)
    parts: list[Span] = []
    for part in _PART.finditer(flattened, start, head.start):
        first = WORD.search(flattened, part.start(), part.end())
        if first is None:
            continue
        lead = first.group()
        if lead in words["leads"] or lead.endswith(("ing", "ly")):
            if parts and lead in words["joins"]:
                parts.append((first.start(), part.end()))
            continue
        if lead in words["cuts"]:
            continue
        parts.append((first.start(), part.end()))
    if not parts:
        return None
    first_at, last_at = parts[0][0], parts[-1][1]
    for word in WORD.finditer(flattened, first_at, last_at):
        if word.group() in words["cuts"] and word.start() > first_at:
            last_at = word.start()
            break
    tokens = list(WORD.finditer(flattened, first_at, last_at))
    while tokens and (tokens[-1].group() in words["trailing"] or tokens[-1].group().endswith("ly")):
        tokens.pop()
    while len(tokens) > 1 and (tokens[0].group() in words["negative"] or tokens[0].group() in words["skips"]):
        tokens.pop(0)
    if not tokens or len(tokens) > 25:
        return None
    return _no_clause(flattened, (tokens[0].start(), tokens[-1].end()), words, language)


def _no_clause(flattened: str, span: Span, words: dict[str, frozenset[str]], language: str) -> Span | None:
    """A party as it is; of a clause with a verb of its own ("cities are the first to receive people, and they") what
    follows its last comma, or nothing. In English: without accents, French and Spanish verbs are other words too."""
    if language != "en" or not _clause(flattened[slice(*span)], language):
        return span
    start = flattened.rfind(",", *span) + 1
    tokens = list(WORD.finditer(flattened, start, span[1])) if start else []
    while tokens and tokens[0].group() in words["joins"]:
        tokens.pop(0)
    if not tokens or _clause(flattened[tokens[0].start() : span[1]], language):
        return None
    return tokens[0].start(), span[1]


def _clause(flattened: str, language: str) -> bool:
    """Has it a verb of its own?"""
    return any(word.group() in grammar(language).finite for word in WORD.finditer(flattened))
