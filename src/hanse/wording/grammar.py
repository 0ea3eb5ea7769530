"""Which small words and phrases does a language build its clauses with?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from hanse.wording.flat import flat
from hanse.wording.lexicon import lexicon
from hanse.wording.phrases import PhraseBook


@dataclass(frozen=True)
class Grammar:
    """The small words of one language that clauses are told by."""

    language: str
    directives: PhraseBook[tuple[str, int]]
    preamble: frozenset[str]
    preamble_phrases: PhraseBook[str]
    preamble_adverbs: frozenset[str]
    relative: frozenset[str]
    complement: frozenset[str]
    adverbial: PhraseBook[str]
    finite: frozenset[str]
    own_subject: frozenset[str]
    noun_before: frozenset[str]
    verb_before: frozenset[str]
    subordinate_before: frozenset[str]
    performative: frozenset[str]
    """Verbs that direct even as a bare imperative, because the verb itself is the act: "Invite States to ..."."""


@cache
def grammar(language: str) -> Grammar:
    """The grammar of "en", "fr" or "es"."""
    words = lexicon(language, "directives")
    clauses = words["clauses"]
    entries = [
        (phrase, (role, int(level)))
        for role in ("subject", "object")
        for level, phrases in words.get(role, {}).items()
        for phrase in phrases
    ]
    opens = [flat(word) for word in words["preamble"]["opens"]]
    return Grammar(
        language=language,
        directives=PhraseBook(entries),
        preamble=frozenset(word for word in opens if " " not in word),
        preamble_phrases=PhraseBook((word, word) for word in opens if " " in word),
        preamble_adverbs=flat_set(words["preamble"]["adverbs"]),
        relative=flat_set(clauses["relative"]),
        complement=flat_set(clauses["complement"]),
        adverbial=PhraseBook((phrase, phrase) for phrase in clauses["adverbial"]),
        finite=flat_set(clauses["finite"]),
        own_subject=flat_set(clauses["own_subject"]),
        noun_before=flat_set(clauses["noun_before"]),
        verb_before=flat_set(clauses["verb_before"]),
        subordinate_before=flat_set(clauses["subordinate_before"]),
        performative=flat_set(clauses["performative"]),
    )


def flat_set(words: list[str]) -> frozenset[str]:
    """Words of a lexicon, lower case without diacritics."""
    return frozenset(flat(word) for word in words)
