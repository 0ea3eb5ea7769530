"""What is a lineage? Where words first appeared, and how they travelled since: appearances, and ties between them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from hanse.saying import Said, comma, gettext, in_english, ngettext, noop, semicolon, spoken
from hanse.text.document import Handling, Passage, Span
from hanse.tracing.board import How, passage_json

Way = Literal["stronger", "neutral", "weaker"]
Basis = Literal["stated", "alike", "words"]
"""Why an appearance is taken to descend from another: ``stated``, its document says which version it revises;
``alike``, both have more in common than the sought words, or so many words that they hardly came about twice;
``words``, it has the sought words, and nothing else tells."""

_FORMS = Said[How](
    {
        "verbatim": noop("in the very words"),
        "close": noop("in nearly the same words"),
        "paraphrase": noop("in changed words"),
    }
)
_ALL = Said[How](
    {
        "verbatim": noop("all in the very words"),
        "close": noop("all in nearly the same words"),
        "paraphrase": noop("all in changed words"),
    }
)
_COUNTED = Said[How](
    {
        "verbatim": noop("%(num)s in the very words"),
        "close": noop("%(num)s in nearly the same words"),
        "paraphrase": noop("%(num)s in changed words"),
    }
)
TOLD = 3
"""So many changes are told one by one; what more there is, is counted."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """One document that has the words, and the passage in which it has them best."""

    document: str
    """Id of the document."""
    title: str
    date: str | None
    """EDTF, or None."""
    actor: str
    symbol: str
    adopted: bool
    kind: str
    passage: Passage
    spans: tuple[Span, ...]
    """The words, in the passage's text; several spans where others stand between them."""
    how: How
    coverage: float
    """Share of the sought words' information that stands here, 0 to 1."""
    language: str = "und"
    handling: Handling = "public"
    pending: str = ""
    """Why the words do not stand in the document, as a clause ("in square brackets"); empty where they do."""
    again: tuple[Passage, ...] = ()
    """Other passages of the document that have the words, in its order."""

    @property
    def heading(self) -> str:
        """The document's title without its own date at the head of it; where it has no title, its id."""
        bare = self.title.removeprefix(self.date).strip(" -_.,") if self.date else self.title
        return bare or self.title or self.document

    @property
    def name(self) -> str:
        """As the document is cited: by its symbol, else by its heading."""
        return self.symbol or self.heading

    @property
    def span(self) -> Span:
        """From the first of the words to the last."""
        return self.spans[0][0], self.spans[-1][1]

    @property
    def words(self) -> str:
        """The wording, with what stands in its midst."""
        return self.passage.text[slice(*self.span)]

    def to_json(self) -> dict[str, Any]:
        return {
            "document": self.document,
            "title": self.title,
            "date": self.date,
            "actor": self.actor,
            "symbol": self.symbol,
            "adopted": self.adopted,
            "kind": self.kind,
            "passage": passage_json(self.passage),
            "spans": [list(span) for span in self.spans],
            "words": self.words,
            "how": self.how,
            "coverage": self.coverage,
            "pending": self.pending,
            "again": [{"id": each.id, "number": each.number} for each in self.again],
        }


@dataclass(frozen=True, slots=True)
class Change:
    """What a later wording did to an earlier one. ``struck`` lies in the earlier passage, all else in the later one."""

    kept: tuple[Span, ...]
    put_in: tuple[Span, ...]
    struck: tuple[Span, ...]
    moved: tuple[Span, ...]
    """Kept words that stand in another place."""
    edits: tuple[tuple[str, str], ...] = ()
    """What went and what came, as words, place by place; one of the two may be empty."""
    carried: tuple[str, ...] = ()
    """The words that moved."""

    @property
    def changed(self) -> bool:
        return bool(self.put_in or self.struck or self.moved)

    @property
    def said(self) -> str:
        """The change in words: "“responsible” put in"; "unchanged" where there is none."""
        told = [_edited(gone, come) for gone, come in self.edits]
        told += [gettext("“%(words)s” moved", words=words) for words in self.carried]
        if len(told) > TOLD:
            told[TOLD:] = [ngettext("and %(num)s more change", "and %(num)s more changes", len(told) - TOLD)]
        return semicolon().join(told) or gettext("unchanged")

    @in_english
    def to_json(self) -> dict[str, Any]:
        named = {"kept": self.kept, "put_in": self.put_in, "struck": self.struck, "moved": self.moved}
        return {**{name: [list(span) for span in spans] for name, spans in named.items()}, "said": self.said}


def _edited(gone: str, come: str) -> str:
    if gone and come:
        return gettext("“%(old)s” became “%(new)s”", old=gone, new=come)
    return gettext("“%(words)s” struck", words=gone) if gone else gettext("“%(words)s” put in", words=come)


@dataclass(frozen=True, slots=True)
class Tie:
    """From which earlier appearance a later one most likely came, by their documents' ids."""

    parent: str
    child: str
    basis: Basis
    likeness: float
    """Share of the words around that both have, 0 to 1."""
    equals: int
    """How many other earlier appearances are as near by wording: the tie is one guess among so many more."""
    words: Change
    """What became of the sought words."""
    sentence: Change | None = None
    """What became of the whole sentence; None where the two sentences have little else in common."""
    direction: Way | None = None
    """Whether the sentence became stronger or weaker (`hanse.direction`); None where it did not change, or is none."""

    @property
    def changed(self) -> bool:
        """Whether the sought words changed, or the sentence around them as far as it is known to be the same one."""
        return self.words.changed or bool(self.sentence and self.sentence.changed)

    @property
    def why(self) -> str:
        """On what the tie rests, as a clause."""
        if self.basis == "stated":
            return gettext("a version of it")
        why = (
            gettext("they have more in common than chance gives")
            if self.basis == "alike"
            else gettext("the nearest in wording, and nothing else tells")
        )
        if not self.equals:
            return why
        return why + semicolon() + ngettext("one other is as near", "%(num)s others are as near", self.equals)

    @property
    def said(self) -> str:
        """The change in words: of the sought words, or where these stayed, of those around; and which way it went."""
        said = self.words.said
        if not self.words.changed and self.sentence is None:
            said = gettext("the words unchanged, the sentence around them much changed")
            if self.basis == "words":
                said = gettext("the words unchanged")
        if not self.words.changed and self.sentence and self.sentence.changed:
            said = gettext("around them %(change)s", change=self.sentence.said)
        if self.direction == "stronger":
            return gettext("stronger: %(change)s", change=said)
        return gettext("weaker: %(change)s", change=said) if self.direction == "weaker" else said

    @in_english
    def to_json(self) -> dict[str, Any]:
        return {
            "parent": self.parent,
            "child": self.child,
            "basis": self.basis,
            "likeness": self.likeness,
            "equals": self.equals,
            "said": self.said,
            "words": self.words.to_json(),
            "sentence": self.sentence.to_json() if self.sentence else None,
            "direction": self.direction,
        }


@dataclass(frozen=True)
class Lineage:
    """The way of ``phrase`` through ``documents`` texts. See `hanse.lineage`."""

    phrase: str
    first: tuple[Appearance, ...]
    """The earliest that have the very words; where none has them, the earliest in any form. Several where they are of
    the same day, or where partial dates do not tell which was first."""
    appearances: tuple[Appearance, ...]
    """Every dated one, earliest first."""
    ties: tuple[Tie, ...]
    """At most one for each appearance, in the same order; those that no other precedes have none."""
    undated: tuple[Appearance, ...] = ()
    """Those whose document has no date: they have the words, but no place on the axis."""
    documents: int = 0
    """Documents searched."""
    undated_documents: int = 0
    """Documents searched that have no date."""

    def __bool__(self) -> bool:
        return bool(self.appearances or self.undated)

    @cached_property
    def _by_document(self) -> dict[str, Appearance]:
        return {each.document: each for each in (*self.appearances, *self.undated)}

    @cached_property
    def _by_child(self) -> dict[str, Tie]:
        return {tie.child: tie for tie in self.ties}

    def appearance(self, document: str) -> Appearance:
        """The appearance in the document of this id; KeyError where it has none."""
        return self._by_document[document]

    def tie(self, document: str) -> Tie | None:
        """The tie by which the appearance in this document descends from another; None for the first of a line."""
        return self._by_child.get(document)

    @cached_property
    def forerunners(self) -> tuple[Appearance, ...]:
        """Appearances in another form that stand before the first of the very words."""
        seen = {each.document for each in self.first}
        found = []
        for each in self.appearances:
            if each.document in seen:
                break
            found.append(each)
        return tuple(found)

    @in_english
    def to_json(self) -> dict[str, Any]:
        return {
            "phrase": self.phrase,
            "said": self.said,
            "documents": self.documents,
            "undated_documents": self.undated_documents,
            "first": [each.document for each in self.first],
            "appearances": [each.to_json() for each in self.appearances],
            "ties": [each.to_json() for each in self.ties],
            "undated": [each.to_json() for each in self.undated],
        }

    @property
    def said(self) -> str:
        """The finding in a sentence or two."""
        if not self:
            return ngettext(
                "None of %(num)s document has these words.",
                "None of %(num)s documents has these words.",
                self.documents,
                num=self.documents,
            )
        sentences = [self._have()]
        if self.first:
            sentences.insert(0, self._first())
        if self.undated:
            sentences.append(self._without_date())
        return (" " if spoken() != "zh" else "").join(sentences)

    def _first(self) -> str:
        names = comma().join(_named(each) for each in self.first[:3])
        more, very = len(self.first) - 3, self.first[0].how == "verbatim"
        if more > 0 and very:
            return ngettext(
                "First in %(names)s and %(num)s more that may be as early.",
                "First in %(names)s and %(num)s more that may be as early.",
                more,
                names=names,
            )
        if more > 0:
            return ngettext(
                "First in %(names)s and %(num)s more that may be as early, though not in these very words.",
                "First in %(names)s and %(num)s more that may be as early, though not in these very words.",
                more,
                names=names,
            )
        if very:
            return gettext("First in %(names)s.", names=names)
        return gettext("First in %(names)s, though not in these very words.", names=names)

    def _have(self) -> str:
        """How many have them, and in which forms: "13 of 20 documents have them: 11 in the very words, 2 ..."."""
        count = Counter(each.how for each in (*self.appearances, *self.undated))
        have = gettext("1 of 1 document has them")
        if self.documents != 1:
            have = ngettext(
                "%(num)s of %(documents)s documents has them",
                "%(num)s of %(documents)s documents have them",
                count.total(),
                num=count.total(),
                documents=self.documents,
            )
        if len(count) > 1:
            told = [_COUNTED[how] % {"num": count[how]} for how in _FORMS if count[how]]
            return gettext("%(have)s: %(forms)s.", have=have, forms=comma().join(told))
        (form,) = count
        return gettext("%(have)s, %(form)s.", have=have, form=(_ALL if count.total() > 1 else _FORMS)[form])

    def _without_date(self) -> str:
        if not self.appearances:
            if len(self.undated) == 1:
                return gettext("It bears no date.")
            return gettext("None of them bears a date, so that nothing tells which was first.")
        return ngettext(
            "%(num)s of them bears no date and may be earlier.",
            "%(num)s of them bear no date and may be earlier.",
            len(self.undated),
            num=len(self.undated),
        )


def _named(appearance: Appearance) -> str:
    """A document as it is cited: symbol or title, paragraph, who, when."""
    place = f"{comma()}{appearance.passage.number}" if appearance.passage.number else ""
    about = comma().join(part for part in (appearance.actor, appearance.date) if part)
    return f"{appearance.name}{place}" + (f" ({about})" if about else "")
