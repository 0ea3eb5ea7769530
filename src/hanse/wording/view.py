"""Which clause answers an ask, and what is in it: its directive word, its terms, its caveats?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from hanse.text.document import Span
from hanse.wording.actions import bare_action
from hanse.wording.bearers import bearer
from hanse.wording.caveats import find_caveats
from hanse.wording.clause import Directive, directives, preambular, read, sentences
from hanse.wording.flat import WORD
from hanse.wording.phrases import Hit
from hanse.wording.strength import Strength, strength
from hanse.wording.terms import Term, terms

_THAT = re.compile(r"\W*\b(?:that|que|qu')\W+")


@dataclass(frozen=True)
class View:
    """One side of a comparison: the whole text, and the region of it that counts."""

    text: str
    chapeau: str
    language: str
    region: Span

    @cached_property
    def flattened(self) -> str:
        return read(self.text)

    @cached_property
    def every(self) -> tuple[Term, ...]:
        """All terms of the region, small words too."""
        start, end = self.region
        return tuple(term for term in terms(self.text, self.language) if start <= term.start and term.end <= end)

    @cached_property
    def content(self) -> tuple[Term, ...]:
        """The terms that carry information."""
        return tuple(term for term in self.every if not term.small)

    @cached_property
    def keys(self) -> frozenset[str]:
        return frozenset(term.key for term in self.content)

    @cached_property
    def everywhere(self) -> frozenset[str]:
        """The keys of the whole text and its chapeau, not of the region alone."""
        return frozenset(
            term.key for text in (self.text, self.chapeau) for term in terms(text, self.language) if not term.small
        )

    @cached_property
    def inner(self) -> frozenset[str]:
        """The keys of the single words in known phrases: "permanent seat" is a seat, and permanent."""
        words = (word for term in self.content if " " in term.word for word in term.word.split())
        return frozenset(term.key for word in words for term in terms(word, self.language))

    @cached_property
    def force(self) -> Strength:
        """Strength of the region; spans are offsets into the region."""
        return strength(self.text[slice(*self.region)], chapeau=self.chapeau or None, language=self.language)

    @cached_property
    def directive(self) -> Span | None:
        """Where the directive word stands in the text."""
        return self._within(self.force.modal_span)

    @cached_property
    def obliged(self) -> Span | None:
        """Where the bearer of the duty stands in the text."""
        return self._within(self.force.bearer_span)

    def _within(self, span: Span | None) -> Span | None:
        return (self.region[0] + span[0], self.region[0] + span[1]) if span else None

    @cached_property
    def preambular(self) -> bool:
        """Does the region's first sentence open as a paragraph of a preamble, and nothing operative follow in it?"""
        start, end = next(sentences(self.flattened[slice(*self.region)]), (0, 0))
        first = (self.region[0] + start, self.region[0] + end)
        force = strength(self.text[slice(*first)], language=self.language)
        return force.level == 0 and preambular(self.flattened, first, self.language)

    @cached_property
    def caveats(self) -> list[Hit[str]]:
        """Caveats of the region, offsets into the text."""
        start, end = self.region
        return [
            Hit(start + hit.start, start + hit.end, hit.label)
            for hit in find_caveats(self.flattened[start:end], self.language)
        ]

    @cached_property
    def chapeau_caveats(self) -> list[Hit[str]]:
        return find_caveats(read(self.chapeau), self.language) if self.chapeau else []

    @cached_property
    def caveat_terms(self) -> frozenset[int]:
        """Offsets of terms that stand inside a caveat: what they say is not asked for."""
        return frozenset(term.start for term in self.every for hit in self.caveats if hit.start <= term.start < hit.end)

    @cached_property
    def uncaveated(self) -> str:
        """The folded text with caveats, and the commas that set them off, blanked out; offsets kept."""
        text = self.flattened
        for hit in self.caveats:
            start, end = hit.start, hit.end
            while start > 0 and text[start - 1] in " ,":
                start -= 1
            while end < len(text) and text[end] in " ,":
                end += 1
            text = text[:start] + " " * (end - start) + text[end:]
        return text

    @cached_property
    def acts(self) -> bool:
        """Is there a verb that directs, or a bare action, or a chapeau above? "Mayors" alone does nothing."""
        bare = bare_action(self.flattened, self.region, self.language)
        return bool(self.force.modal or self.chapeau or bare or len(self.every) > 6)

    @cached_property
    def embedded(self) -> Strength:
        """Strength of what the directive word says "that" of: "Decides that bridges may be repaired"."""
        if self.that is None:
            return Strength(0, language=self.language)
        return strength(self.text[self.that : self.region[1]], language=self.language)

    @cached_property
    def that(self) -> int | None:
        """Where the clause starts that the directive word opens with "that"."""
        span = self.force.modal_span
        if span is None:
            return None
        end = self.region[0] + span[1]
        found = _THAT.match(self.flattened, max(end - 5, 0), self.region[1]) or _THAT.match(self.flattened, end)
        return found.end() if found else None

    @cached_property
    def head_end(self) -> int:
        """Where the predicate starts: behind the directive word and the party it addresses, or at the bare verb."""
        start = self.region[0]
        force = self.force
        if force.modal_span is None:
            return start
        end = start + force.modal_span[1]
        who = force.bearer_span
        return (
            max(end, start + who[1]) if who and start + who[0] >= end and _addressed(self, end, start + who[0]) else end
        )


def _addressed(view: View, modal_end: int, bearer_start: int) -> bool:
    return not view.flattened[modal_end:bearer_start].strip(" ,") or bearer_start - modal_end < 8


_UNLESS = re.compile(
    r"\b(?:no|not|nul|aucune?|pas|ning[a-z]+|prohibited|forbidden)\b.*\b(?:unless|without|sans|sin|a menos)\b"
)


def conditional(view: View) -> bool:
    """ "Nobody shall be moved unless heard" commands a hearing; which terms it denies cannot be told word by word."""
    return bool(_UNLESS.search(view.flattened[slice(*view.region)]))


@lru_cache(maxsize=4_096)
def whole(text: str, chapeau: str | None, language: str) -> View:
    """All of a text."""
    return View(text, chapeau or "", language, (0, len(text)))


def answering(ask: View, text: str, chapeau: str | None, language: str) -> View:
    """The region of ``text`` that answers the ask: the clauses that share its terms, without their neighbours."""
    view = whole(text, chapeau, language)
    if quoted := _quoted(ask, view):
        return View(text, chapeau or "", language, quoted)
    clauses = [part for sentence in sentences(view.flattened) for part in _coordinated(view, sentence)]
    if len(clauses) < 2:
        return view
    wanted = {term.key for term in ask.content}
    shared = [wanted & {term.key for term in view.content if a <= term.start < b} for a, b in clauses]
    best = max(range(len(clauses)), key=lambda place: (len(shared[place]), -place))
    if not shared[best]:
        return view
    first = last = best
    covered = set(shared[best])
    enough = max(2, len(wanted) // 4)
    while first > 0 and len(shared[first - 1] - covered) >= enough:
        first -= 1
        covered |= shared[first]
    while last < len(clauses) - 1 and len(shared[last + 1] - covered) >= enough:
        last += 1
        covered |= shared[last]
    return View(text, chapeau or "", language, (clauses[first][0], clauses[last][1]))


def _quoted(ask: View, view: View) -> Span | None:
    """The sentences that hold the ask word for word, where some do."""
    words = [word.group() for word in WORD.finditer(ask.flattened)] or [""]
    found = list(WORD.finditer(view.flattened))
    there = [word.group() for word in found]
    for place in range(len(there) - len(words) + 1):
        if there[place] == words[0] and there[place : place + len(words)] == words:
            first, last = found[place].start(), found[place + len(words) - 1].end()
            parts = [part for part in sentences(view.flattened) if part[0] < last and first < part[1]]
            return (parts[0][0], parts[-1][1]) if parts else None
    return None


def _coordinated(view: View, sentence: Span) -> list[Span]:
    """A sentence cut where a second party gets a directive word of its own ("..., and cities should ...")."""
    heads = directives(view.text, view.flattened, view.language, sentence)
    cuts = [at for head, following in pairwise(heads) if (at := _cut(view, head, following)) > 0]
    edges = [sentence[0], *cuts, sentence[1]]
    return [(a, b) for a, b in pairwise(edges) if a < b]


def _cut(view: View, head: Directive, following: Directive) -> int:
    start = view.flattened.rfind(",", head.end, following.start)
    if start < 0:
        return -1
    own = Directive(following.start, following.end, 0, "subject", (start + 1, following.sentence[1]))
    who = bearer(view.flattened, own, view.language)
    return start + 1 if who and who[0] > start and who[1] <= following.start else -1
