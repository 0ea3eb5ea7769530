"""What do rules of wording say of an ask and a passage whose words cannot be compared one by one?

Each language's own rules read its own text; only what they found is compared. Where a language has no rules, nothing
is said: no strength, no reversal.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources

from hanse.text.document import Span
from hanse.text.tokens import fold
from hanse.tracing.senses import expressions
from hanse.wording.caveats import EFFORT, find_hedges
from hanse.wording.flat import WORD, flat
from hanse.wording.lexicon import LANGUAGES
from hanse.wording.measures import Measure, measures
from hanse.wording.negation import negation
from hanse.wording.strength import Strength, strength
from hanse.wording.synonyms import stem

DENYING = frozenset(["prohibit", "end", "abolish", "refrain", "prevent", "deny", "exclude", "cancel", "withdraw"])
"""Senses of words that deny as a negation does."""
BINDING = 4
"""Strength from which a clause binds. What one language says by "shall" another says by "will", so 4 and 5 are one."""
SOFT = 2
"""Strength up to which a clause binds nobody: it encourages, invites, may, takes note."""
_NO = re.compile(r"\bno\b")
_MORE = frozenset({"per cent", "money", "count", "frequency", "duration", "multiple"})
"""Kinds of measure of which less is less; of the others (a deadline, a term) later is less."""
_UNTOLD = frozenset({"count", "haste"})
"""Kinds that say nothing across languages: what is counted is a word."""


@dataclass(frozen=True)
class Side:
    """An ask or a clause of a passage, read by the rules of its language."""

    text: str
    language: str
    chapeau: str | None = None

    @cached_property
    def has_rules(self) -> bool:
        return self.language in LANGUAGES

    @cached_property
    def force(self) -> Strength | None:
        return strength(self.text, chapeau=self.chapeau, language=self.language) if self.has_rules else None

    @property
    def level(self) -> int | None:
        return self.force.level if self.force else None

    @cached_property
    def denials(self) -> int:
        """Words that deny, by negation or by what they mean."""
        words = WORD.findall(flat(self.text))
        stems = [stem(word, self.language) for word in words]
        plain = sum(word in negation(self.language).plain for word in words)
        return plain + sum(each.sense in DENYING for each in expressions(stems, self.language))

    @cached_property
    def denies_its_deed(self) -> bool:
        """Whether a "no" stands at the directive word, and not before an adjective far from it ("no acompañado")."""
        head = self.force.modal_span if self.force else None
        read = flat(self.text)
        far = [match for match in _NO.finditer(read) if head and len(WORD.findall(read, match.end(), head[0])) > 1]
        return not (self.language == "es" and far)

    @cached_property
    def efforts(self) -> tuple[Span, ...]:
        """Where a hedged effort stands behind the directive word. (What a diluted verb is, differs by language.)"""
        if not self.force:
            return ()
        start = self.force.modal_span[1] if self.force.modal_span else 0
        hits = find_hedges(flat(self.text), start, len(self.text), self.language)
        return tuple((hit.start, hit.end) for hit in hits if hit.label == EFFORT)

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        return tuple(measures(flat(self.text), self.language)) if self.has_rules else ()

    @property
    def may_have_caveat(self) -> bool:
        """Whether the ask has a caveat of its own, or could."""
        if self.force:
            return bool(self.force.caveats)
        return self._says("caveats") is not False

    @property
    def prohibits(self) -> bool:
        """Whether the text forbids: by rules, or in a language without rules by the words that do."""
        if self.force:
            return self.force.negated and self.force.level == 5
        return self._says("prohibiting") is True

    @property
    def permits(self) -> bool:
        """Whether the main clause says that something may be done."""
        return bool(self.force and self.force.modal and self.force.level == 1 and not self.force.negated)

    @property
    def wants_more_than_soft_words(self) -> bool:
        """Whether a text asks without any directive word, and so for the thing itself; in a language without rules,
        whether it has none of the words that bind nobody."""
        if self.force:
            return not self.force.modal and not self.force.level
        return self._says("soft") is False

    def _says(self, kind: str) -> bool | None:
        """Whether a text has words of a kind; None in a language of which none are known."""
        phrases = _words()[kind].get(self.language)
        return None if phrases is None else any(_folded(each) in _folded(self.text) for each in phrases)


@cache
def _words() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((resources.files(__package__) / "words.toml").read_text("utf-8"))


def _folded(text: str) -> str:
    return " ".join(map(fold, text.split()))


def reversed_(ask: Side, clause: Side) -> str:
    """Why a clause turns an ask round, as a clause of a sentence; empty where the rules of both do not say so.

    What was to be forbidden may be done; or one directs and denies, by one word, while the other has no word that
    denies at all. (What is asked often stands in the present: "les villes siègent".)
    """
    if ask.prohibits and clause.permits and clause.force:
        return f"“{clause.force.modal}” allows what was to be forbidden"
    if not (ask.force and clause.force) or not clause.force.modal or ask.force.negated == clause.force.negated:
        return ""
    denying, plain = (ask, clause) if ask.force.negated else (clause, ask)
    if not denying.force or not denying.force.modal:
        return ""
    if denying.denials != 1 or plain.denials or not denying.denies_its_deed:
        return ""
    denied = "allows what was to be forbidden" if denying is ask else "denies it"
    return f"“{clause.force.modal}” {denied}"


def less(ask: Side, clause: Side) -> tuple[str, ...]:
    """Where a clause has a smaller measure than was asked, or a later date, as clauses of a sentence."""
    return tuple(
        f"“{clause.text[given.start : given.end]}” stands where “{ask.text[wanted.start : wanted.end]}” was asked"
        for wanted, given in _differing(ask, clause)
        if _is_less(wanted, given)
    )


def weaker(ask: Side, clause: Side, caveats: tuple[Span, ...]) -> tuple[str, ...]:
    """Why a clause has less force than was asked, as clauses of a sentence; ``caveats`` are the clause's own."""
    reasons = []
    if ask.level and clause.level is not None and clause.level < min(ask.level, BINDING):
        modal = clause.force.modal if clause.force else ""
        words = f"“{modal}”" if modal else "its wording"
        reasons.append(f"{words} has force {clause.level} of 5, and the ask has {ask.level}")
    if clause.force and clause.force.modal and 0 < clause.force.level <= SOFT and ask.wants_more_than_soft_words:
        reasons.append(f"“{clause.force.modal}” binds nobody, and the ask has no word as soft")
    if caveats and not ask.may_have_caveat:
        reasons.append(f"“{clause.text[slice(*caveats[0])]}” is a caveat that the ask does not have")
    if clause.efforts and ask.level and not ask.efforts:
        reasons.append(f"“{clause.text[slice(*clause.efforts[0])]}” is effort, not result")
    return tuple(reasons)


def _differing(ask: Side, clause: Side) -> Iterator[tuple[Measure, Measure]]:
    """Measures of one kind, the only one of its kind in either text, that differ."""
    for wanted in ask.measures:
        mine = [each for each in ask.measures if each.kind == wanted.kind]
        theirs = [each for each in clause.measures if each.kind == wanted.kind]
        if wanted.kind not in _UNTOLD and len(mine) == len(theirs) == 1 and theirs[0].value != wanted.value:
            yield wanted, theirs[0]


def _is_less(wanted: Measure, given: Measure) -> bool:
    smaller = given.value < wanted.value
    return smaller != ("most" in (wanted.bound, given.bound)) if wanted.kind in _MORE else not smaller
