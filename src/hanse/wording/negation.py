"""Does a directive word forbid, rather than command?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from hanse.text.document import Span
from hanse.wording.clause import Directive
from hanse.wording.flat import WORD, flat
from hanse.wording.lexicon import lexicon


@dataclass(frozen=True)
class Negation:
    """One language's words of denial."""

    after: tuple[tuple[str, ...], ...]
    before: tuple[tuple[str, ...], ...]
    quantity: frozenset[str]
    """What undoes them: "not only"."""
    plain: frozenset[str]

    @cached_property
    def openers(self) -> frozenset[str]:
        """The first words of those that deny a subject."""
        return frozenset(phrase[0] for phrase in self.before)


@cache
def negation(language: str) -> Negation:
    """The words of denial of "en", "fr" or "es"."""
    words = lexicon(language, "directives")["negation"]
    return Negation(
        after=tuple(tuple(flat(phrase).split()) for phrase in words["after"]),
        before=tuple(tuple(flat(phrase).split()) for phrase in words["before"]),
        quantity=frozenset(map(flat, words["quantity"])),
        plain=frozenset(map(flat, words["plain"])),
    )


def negates(flattened: str, head: Directive, language: str) -> bool:
    """Is what the directive word commands denied ("shall not", "no State may", "ne doit pas")?"""
    rules = negation(language)
    inside = WORD.findall(flattened, head.start, head.end)
    after = WORD.findall(flattened, head.end, min(head.sentence[1], head.end + 60))[:6]
    if any(word in rules.plain for word in inside):
        return not (after and after[0] in rules.quantity)
    if language == "en" and after[1:2] == ["no"] and after[2:3] and after[2] not in rules.quantity:
        return True
    for phrase in rules.after:
        for start in range(3):
            if tuple(after[start : start + len(phrase)]) == phrase:
                return not (after[start + len(phrase) :][:1] and after[start + len(phrase)] in rules.quantity)
    return denied_subject(flattened, head, language)


def denied_subject(flattened: str, head: Directive, language: str) -> bool:
    """ "No State may", "nul ne peut", "nadie podrá"; not what an opening before a comma denies."""
    rules = negation(language)
    before = WORD.findall(flattened, head.sentence[0], head.start)
    comma = flattened.rfind(",", head.sentence[0], head.start)
    if rules.openers.isdisjoint(before):
        return False
    near = WORD.findall(flattened, max(comma, head.sentence[0]), head.start) or before
    for phrase in rules.before:
        window = [*before[: len(phrase) + 1], "\0", *near[-4:]]
        if any(tuple(window[at : at + len(phrase)]) == phrase for at in range(len(window))):
            return True
    return False


REACH = 60
"""Letters behind a directive word in which its denial stands."""


def denial(flattened: str, head: Directive, language: str) -> Span | None:
    """Where the word stands that denies what a directive word commands, the nearest to it; None where none is found."""
    rules = negation(language)
    known = rules.plain | rules.openers | {phrase[0] for phrase in rules.after}
    end = min(head.sentence[1], head.end + REACH)
    found = [word.span() for word in WORD.finditer(flattened, head.sentence[0], end) if word.group() in known]
    behind = [span for span in found if span[0] >= head.start]
    return behind[0] if behind else found[-1] if found else None
