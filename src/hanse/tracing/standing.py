"""Do these words stand in the text, or are they only proposed?

Base text outside brackets stands. What is in open brackets, an alternative or an attributed proposal is pending; so is
what somebody wants deleted, and what a tracked change would insert. What a tracked change would strike still stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt

from hanse.text.brackets import DELETE, Bracket, brackets
from hanse.text.delegations import is_delegations
from hanse.text.document import Passage, Span
from hanse.tracing.information import Coded
from hanse.wording.strength import strength

_NEGATION = re.compile(r"\b(?:not|no|never|without|ne|pas|jamais|sans|nunca|sin)\b", re.IGNORECASE)
_DELETE = re.compile(rf"([^:]{{2,60}}):\s*{DELETE}\b.{{0,80}}", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:to come|to be (?:agreed|decided|determined|drafted|confirmed)|à venir|por (?:definir|acordar))\s*$", re.I
)
_OBJECTS = re.compile(
    r"(?:reserv|objects?\b|moved?\b|merge|bracket|pending|under discussion|not agreed|no agreement|"
    r"to (?:move|merge|revert)|réserv|déplacer|mover|trasladar).{0,80}",
    re.IGNORECASE,
)
"""What a delegation says in brackets that stands in the way of the words beside it."""
_PROPOSES = re.compile(
    r"([A-ZÀ-Ý][^:“”\"«]{1,60}?) "
    r"(?:proposes?|proposed|suggests?|suggested|would (?:like|prefer)|propose|propone|sugiere)\b[^:“\"«]{0,80}[:“\"«]"
)
_ANNOUNCED = re.compile(
    r"(?:placeholder\b|(?:text|language|paragraph|wording) (?:on|for|about|regarding|concerning)\b"
    r"|(?:texte|texto|libellé) (?:sur|sobre)\b).*"
    r"|.*\b(?:to be (?:inserted|drafted|added|developed)|to come|à insérer|à venir|por insertar|por redactar)",
    re.IGNORECASE | re.DOTALL,
)
_INLINE_ALTERNATIVE = re.compile(
    r"(?:^|[.;]\s+|\s)(?:alt(?:ernative|\.)?|option|variante|opción)\s*[\dA-C]\s*[:.]", re.IGNORECASE
)


@dataclass(frozen=True, eq=False)
class Standing:
    """A passage's text with what stands told from what is proposed."""

    passage: Passage
    struck_by: str = ""
    """Who says in a line below the passage that it be deleted."""

    @cached_property
    def brackets(self) -> tuple[Bracket, ...]:
        return tuple(self._known(each) for each in brackets(self.passage.text))

    def _known(self, bracket: Bracket) -> Bracket:
        """A bracket whose author or promise of words to come no list of delegations could tell."""
        words = self.passage.text[slice(*bracket.inner)]
        if bracket.kind == "open" and (named := _DELETE.fullmatch(words)):
            return replace(bracket, kind="delete", author=named[1].strip())
        if bracket.kind == "open" and _TO_COME.search(words):
            return replace(bracket, kind="placeholder")
        return bracket

    @cached_property
    def wholly_pending(self) -> str:
        """Why nothing in the passage stands, as a clause; empty where something may."""
        if self.passage.status == "bracketed":
            return "the paragraph is in square brackets"
        if " alt" in f" {self.passage.number.lower()}".replace(".", " "):
            return "the paragraph is one of several alternatives"
        if self.struck_by:
            return f"{self.struck_by} wants it deleted"
        if len(_INLINE_ALTERNATIVE.findall(self.passage.text)) > 1:
            return "the paragraph lists alternatives"
        for bracket in self.brackets:
            if bracket.kind == "delete" and not _named_words(self.passage.text, bracket):
                return f"{bracket.author or 'a delegation'} wants it deleted"
            if bracket.author and _OBJECTS.fullmatch(self.passage.text[slice(*bracket.inner)]):
                return f"{bracket.author} has not agreed to it"
        told = _PROPOSES.match(self.passage.text)
        if told and is_delegations(told[1]):
            return f"{told[1]} proposes it"
        return ""

    @cached_property
    def to_come(self) -> bool:
        """Whether the passage only says that words on something are to come."""
        return bool(_ANNOUNCED.fullmatch(self.passage.text.strip(" .[](){}<>")))

    @cached_property
    def stands(self) -> str:
        """The text that stands: brackets and what is in them blanked, every other character at its own place."""
        if self.wholly_pending:
            return " " * len(self.passage.text)
        characters = list(self.passage.text)
        for bracket in self.brackets:
            characters[bracket.start : bracket.end] = " " * (bracket.end - bracket.start)
        return "".join(characters)

    def open_tokens(self, coded: Coded) -> npt.NDArray[np.bool_]:
        """Per token of the passage: True where it does not stand."""
        if self.wholly_pending:
            return np.ones(len(coded.tokens), dtype=bool)
        inside = np.zeros(len(coded.tokens), dtype=bool)
        contested = [bracket for bracket in self.brackets if bracket.kind != "delete"]
        quoted = [span for bracket in self.brackets for span in _named_words(self.passage.text, bracket)]
        for start, end in [(bracket.start, bracket.end) for bracket in contested] + quoted:
            inside |= np.array([start <= token.start < end for token in coded.tokens], dtype=bool)
        return inside

    def contests(self, start: int, end: int) -> str:
        """How brackets contest the clause from ``start`` to ``end``, whatever their words: alternatives side by side,
        a placeholder, a directive word or a negation in brackets. A clause of a sentence, or empty."""
        inside = [each for each in self.brackets if each.start < end and each.end > start]
        for k, bracket in enumerate(inside):
            words = self.passage.text[slice(*bracket.inner)]
            beside = any(
                not self.passage.text[bracket.end : other.start].strip(" /") for other in inside[k + 1 : k + 2]
            )
            if bracket.kind == "alternative" or (beside and bracket.end <= inside[k + 1].start):
                return "brackets leave alternatives open"
            if bracket.kind == "placeholder":
                return "a placeholder stands in its place"
            if bracket.depth == 0 and (_NEGATION.search(words) or strength(words).modal):
                return f"its directive words are in brackets (“{words}”)"
        return ""

    def authors(self) -> tuple[str, ...]:
        """Who proposes something here, in order, each once."""
        named = [bracket.author for bracket in self.brackets] + [each.author for each in self.passage.proposals]
        return tuple(dict.fromkeys(name for name in named if name))

    @cached_property
    def inserted(self) -> tuple[str, tuple[tuple[int, int, int], ...]]:
        """The text with every tracked insertion accepted, and its base stretches as ``(start, end, start in base)``."""
        text = self.passage.text
        parts: list[str] = []
        stretches: list[tuple[int, int, int]] = []
        done = length = 0
        for change in sorted(
            (p for p in self.passage.proposals if p.tracked and p.kind == "insert"), key=lambda p: p.span
        ):
            place = max(done, min(change.span[0], len(text)))
            stretches.append((length, length + place - done, done))
            insertion = _spaced(text, place, change.text)
            parts += [text[done:place], insertion]
            length += place - done + len(insertion)
            done = place
        stretches.append((length, length + len(text) - done, done))
        parts.append(text[done:])
        return "".join(parts), tuple(stretches)

    @cached_property
    def has_insertions(self) -> bool:
        return any(each.tracked and each.kind == "insert" and each.text.strip() for each in self.passage.proposals)


@lru_cache(maxsize=2_000)
def standing_of(chapeau: str) -> str:
    """How a chapeau is contested, and with it every item that hangs on it; empty where it stands."""
    standing = Standing(Passage.of(chapeau))
    return standing.wholly_pending or standing.contests(0, len(chapeau))


def struck_by(below: Passage | None) -> str:
    """Who wants a passage deleted, where the passage below it says nothing else ("[Delta States: delete]")."""
    if below is None or below.number or not below.text.startswith("["):
        return ""
    found = Standing(below).brackets
    whole = len(found) == 1 and found[0].kind == "delete" and not _named_words(below.text, found[0])
    alone = whole and found[0].start == 0 and not below.text[found[0].end :].strip(" .;")
    return found[0].author or "a delegation" if alone else ""


def _spaced(text: str, place: int, insertion: str) -> str:
    """An insertion with blanks where two words would otherwise grow together at its start."""
    if (
        place
        and insertion[:1].isalnum()
        and text[place - 1 : place].isalnum()
        and not text[place : place + 1].isalnum()
    ):
        return " " + insertion
    return insertion


def _named_words(text: str, bracket: Bracket) -> list[Span]:
    """Where the words that a "[X: delete 'these words']" names stand in the text."""
    if bracket.kind != "delete":
        return []
    inner = text[bracket.inner[0] : bracket.inner[1]]
    for opening, closing in ("“”", "‘’", '""', "''", "«»"):
        first = inner.find(opening)
        last = inner.rfind(closing)
        if 0 <= first < last:
            words = inner[first + 1 : last].strip()
            place = text.find(words)
            if words and (0 <= place < bracket.start or place >= bracket.end):
                return [(place, place + len(words))]
    return []
