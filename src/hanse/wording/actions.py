"""Is this a bare action ("Establish a fund", "To ensure ..."), and which is its verb?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from hanse.text.document import Span
from hanse.wording.clause import begin
from hanse.wording.flat import WORD, flat
from hanse.wording.grammar import grammar
from hanse.wording.lexicon import lexicon
from hanse.wording.phrases import PhraseBook


@dataclass(frozen=True)
class Actions:
    """The verbs in which one language's items and asks begin."""

    verbs: frozenset[str]
    nounlike: frozenset[str]
    """Verbs that are nouns as well: "Support for cities must grow" is no imperative."""
    lead_ins: PhraseBook[str]
    infinitive: frozenset[str]
    leads: frozenset[str]
    """Prepositions and adverbs that open an adverbial."""
    prepositions: frozenset[str]
    endings: Mapping[str, tuple[str, ...]]


@cache
def actions(language: str) -> Actions:
    """The action verbs of "en", "fr" or "es"."""
    words = lexicon(language, "caveats")["actions"]
    return Actions(
        verbs=frozenset(flat(words["verbs"]).replace("-", " ").split()),
        nounlike=frozenset(flat(word) for word in words["nounlike"]),
        lead_ins=PhraseBook((phrase, phrase) for phrase in words["lead_ins"]),
        infinitive=frozenset(lexicon(language, "directives")["negation"]["infinitive"]),
        leads=frozenset(flat(word) for word in lexicon(language, "directives")["bearers"]["leads"])
        - {"to", "and", "or"},
        prepositions=frozenset(words["prepositions"]),
        endings={key: tuple(words["endings"][key]) for key in ("infinitive", "gerund")},
    )


def bare_action(flattened: str, sentence: Span, language: str) -> Span | None:
    """Offsets of the verb with which a sentence opens as an imperative, an infinitive or a gerund; else None."""
    rules = actions(language)
    words = list(WORD.finditer(flattened, begin(flattened, sentence), sentence[1]))[:12]
    place = 0
    while place < len(words) - 1 and words[place].group() not in rules.verbs:
        hits = rules.lead_ins.find(flattened[words[place].start() : words[place].start() + 40])
        if not hits or hits[0].start:
            break
        stop = words[place].start() + hits[0].end
        while place < len(words) and words[place].start() < stop:
            place += 1
    if place >= len(words):
        return None
    first = words[place]
    if first.group() in rules.leads:
        return _after_adverbial(flattened, sentence, first.end(), rules, language)
    if first.group() in rules.infinitive:
        return _infinitive(flattened, [word.group() for word in words[place:]], words[place:], rules)
    after = [word.group() for word in words[place + 1 :]]
    if _is_verb(first.group(), after, rules, language):
        return first.span()
    return None


def _after_adverbial(flattened: str, sentence: Span, at: int, rules: Actions, language: str) -> Span | None:
    """ "In cooperation with cities, establish a fund": a verb right behind a comma, and no subject before it."""
    for comma in re.finditer(r",\s+", flattened[at : sentence[1]]):
        word = WORD.match(flattened, at + comma.end(), sentence[1])
        if word is None:
            continue
        after = [each.group() for each in WORD.finditer(flattened, word.end(), sentence[1])][:7]
        noun = word.group() in rules.nounlike or word.group().endswith("ing")
        if not noun and _is_verb(word.group(), after, rules, language):
            return word.span()
        if word.group() in grammar(language).own_subject:
            return None
    return None


def _infinitive(flattened: str, tokens: list[str], words: list[re.Match[str]], rules: Actions) -> Span | None:
    """ "To ensure ...", with an adverb between at most; not "To that end, States shall"."""
    for word, token in list(zip(words, tokens, strict=True))[1:3]:
        if token in rules.verbs or token.endswith(rules.endings["infinitive"] or ("\0",)):
            comma = flattened.find(",", words[0].start(), words[-1].end())
            directed = comma >= 0 and any(
                each in grammar("en").own_subject for each in WORD.findall(flattened[comma : comma + 12])[:1]
            )
            return None if directed else word.span()
    return None


def acts(flattened: str, at: int, language: str) -> bool:
    """Does the word that starts at ``at`` stand as the verb of an action, and not as the noun of its form?"""
    words = [each.group() for each in WORD.finditer(flattened, at)][:8]
    return bool(words) and _is_verb(words[0], words[1:], actions(language), language)


def _is_verb(token: str, after: list[str], rules: Actions, language: str) -> bool:
    following = after[0] if after else ""
    if language == "en":
        if token.endswith("ing") and len(token) > 5:
            stem = token[:-3]
            return stem in rules.verbs or f"{stem}e" in rules.verbs or stem[:-1] in rules.verbs
        if token not in rules.verbs:
            return False
        if token in rules.nounlike:
            modal = any(
                each in {"shall", "should", "must", "will", "may", "can", "is", "are", "has", "have", "remains"}
                for each in after[:6]
            )
            return following not in rules.prepositions and not modal and bool(after)
        return True
    return token in rules.verbs or (len(token) > 4 and token.endswith(rules.endings["infinitive"]))
