"""Who is named in these texts, how often, where, and in what company?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from hanse.text.document import Document, Furniture, Passage, Span
from hanse.text.given import each_of, no_text
from hanse.wording.flat import WORD, flat
from hanse.wording.named import Lexicon, language_of, shipped
from hanse.wording.omitted import Omission, omitted
from hanse.wording.uncounted import Uncounted

GROUPS = (
    "cities",
    "mayors",
    "local authorities",
    "urban",
    "networks",
    "states",
    "organisations",
    "migrants",
    "refugees",
)
"""The groups of the shipped lexicon."""
PARTS = ("text", "heading", "annex", "furniture")
"""What a document is made of: its text, titles and headings, annexes; footnotes, headers and footers of its pages."""
WHOLE = PARTS[:3]
"""What is counted unless other parts are asked for."""


@dataclass(frozen=True, slots=True)
class Place:
    """One mention: which passage of which document, and the span in its text."""

    document: str
    passage: str
    span: Span
    words: str = ""
    """As they stand there."""
    part: str = "text"
    """"text", "heading" (titles too), "annex", or "furniture", whose pieces go by their place: "furniture 3"."""


@dataclass(frozen=True, slots=True)
class Count:
    """How often a group is named: the number opens onto its places."""

    group: str
    mentions: int
    per_thousand: float
    """Mentions per 1,000 words of the texts."""
    documents: int
    """In how many of the documents."""
    places: tuple[Place, ...]
    forms: tuple[tuple[str, int], ...] = ()
    """The words counted, lower case, commonest first: inflections and synonyms."""
    company: tuple[tuple[str, int], ...] = ()
    """Other groups named in the same sentences, with the number of such sentences, commonest first."""
    parts: tuple[tuple[str, int], ...] = ()
    """Mentions in each of PARTS."""


@dataclass(frozen=True, slots=True)
class Visibility:
    """Who is named across all documents (``total``) and in each (``documents``, in their order, by id)."""

    words: int
    total: tuple[Count, ...]
    documents: tuple[tuple[str, tuple[Count, ...]], ...]
    omits: tuple[Omission, ...] = ()
    """What these counts leave out, group by group."""
    lexicon: str = ""
    """Name, version and SHA-256 of the words counted with: the same three, the same count."""
    version: str = ""
    sha256: str = ""
    uncounted: Uncounted = field(default_factory=Uncounted)
    """What ``omits`` was told from."""

    def count(self, group: str) -> Count:
        """The total of one group; KeyError where there is no such group."""
        for each in self.total:
            if each.group == group:
                return each
        raise KeyError(group)


def visibility(
    docs: str | Passage | Document | Iterable[str | Passage | Document],
    *,
    lexicon: Lexicon | None = None,
    take: Collection[str] = WHOLE,
) -> Visibility:
    """Counts mentions of cities, mayors, local authorities, the urban, networks, states, organisations, migrants and
    refugees, in six languages (the document's, or told from each passage), or of the groups of ``lexicon``.

    A mention counts once, in the group of the longest phrase that holds it: "city network" is a network, no city.
    Words are runs of letters or digits. ``take`` are the PARTS that are counted, furniture not unless it is named;
    ``omits`` says what that and other rules leave out. Raises HanseError for what is no text.
    """
    lexicon = lexicon or shipped()
    read = [_Read(document, lexicon, take) for document in _documents(docs)]
    words = sum(each.words for each in read)
    every = [found for each in read for found in each.found]
    total = _counts(every, words, lexicon.groups)
    uncounted = Uncounted.among(
        ((found.group, found.within) for found in every),
        ((found.group, found.place.part) for each in read for found in each.left),
        (each.document for each in read),
        lexicon,
    )
    return Visibility(
        words=words,
        total=total,
        documents=tuple((each.document.id, _counts(each.found, each.words, lexicon.groups)) for each in read),
        omits=omitted({count.group: count.forms for count in total}, uncounted, lexicon),
        lexicon=lexicon.name,
        version=lexicon.version,
        sha256=lexicon.sha256,
        uncounted=uncounted,
    )


def _documents(docs: str | Passage | Document | Iterable[str | Passage | Document]) -> list[Document]:
    items = [docs] if isinstance(docs, (str, Passage, Document)) else each_of(docs)
    found = []
    for place, item in enumerate(items, 1):
        if isinstance(item, str):
            found.append(Document.of(item, f"text{place}" if len(items) > 1 else "text"))
        elif isinstance(item, Passage):
            found.append(Document(id=f"text{place}" if len(items) > 1 else "text", content=(item,)))
        elif isinstance(item, Document):
            found.append(item)
        else:
            raise no_text(item)
    return found


@dataclass(frozen=True, slots=True)
class _Found:
    group: str
    place: Place
    within: tuple[str, ...]
    sentence: tuple[int, int]


_ANNEX = re.compile(r"\W*(?:annex|appendix|appendices|annexe|anexo|apendice|приложение|附件|المرفق)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?;。！？؟]+(?=\s|$)|[。！？；]|\n")


def parts(document: Document) -> Iterator[tuple[Passage, str]]:
    """Every passage, and whether it is "text", a "heading" (titles too) or of an "annex"; no furniture."""
    annexed = False
    for passage in document.passages:
        headed = passage.kind in ("title", "heading")
        annexed = annexed or (headed and bool(_ANNEX.match(flat(passage.text))))
        annexed = annexed or any(_ANNEX.match(flat(each)) for each in passage.headings)
        yield passage, "annex" if annexed else "heading" if headed else "text"


def furniture(document: Document) -> Iterator[tuple[str, Furniture]]:
    """Footnotes, headers and footers, each with what its places call it."""
    blocks = (block for block in document.content if isinstance(block, Furniture))
    for number, block in enumerate(blocks, 1):
        yield f"furniture {number}", block


class _Read:
    """One document's words and mentions; ``left`` are those of parts that are not taken."""

    def __init__(self, document: Document, lexicon: Lexicon, take: Collection[str]) -> None:
        self.document, self.words = document, 0
        self.found: list[_Found] = []
        self.left: list[_Found] = []
        pieces = [(passage.id, passage.text, part) for passage, part in parts(document)]
        pieces += [(name, block.text, "furniture") for name, block in furniture(document)]
        for number, (name, text, part) in enumerate(pieces):
            mentions = self._mentions(number, name, text, part, lexicon)
            if part in take:
                self.words += len(WORD.findall(text))
                self.found += mentions
            else:
                self.left += mentions

    def _mentions(self, number: int, passage: str, text: str, part: str, lexicon: Lexicon) -> Iterator[_Found]:
        named = lexicon.find(text, language_of(text, self.document.language))
        ends = [end.end() for end in _SENTENCE_END.finditer(text)] if len(named) > 1 else []
        sentence = 0
        for each in named:
            while sentence < len(ends) and ends[sentence] <= each.span[0]:
                sentence += 1
            place = Place(self.document.id, passage, each.span, text[slice(*each.span)], part)
            yield _Found(each.group, place, each.within, (number, sentence))


def _counts(found: list[_Found], words: int, groups: tuple[str, ...]) -> tuple[Count, ...]:
    sentences: dict[tuple[str, tuple[int, int]], set[str]] = {}
    by_group: dict[str, list[_Found]] = {group: [] for group in groups}
    for each in found:
        by_group[each.group].append(each)
        sentences.setdefault((each.place.document, each.sentence), set()).add(each.group)
    company: dict[str, Counter[str]] = {group: Counter() for group in groups}
    for together in sentences.values():
        for group in together:
            company[group].update(together - {group})
    return tuple(
        Count(
            group=group,
            mentions=len(of),
            per_thousand=1000 * len(of) / words if words else 0.0,
            documents=len({each.place.document for each in of}),
            places=tuple(each.place for each in of),
            forms=_ranked(Counter(" ".join(each.place.words.lower().split()) for each in of)),
            company=_ranked(company[group]),
            parts=_ranked(Counter(each.place.part for each in of)),
        )
        for group, of in by_group.items()
    )


def _ranked(counted: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counted.items(), key=lambda each: (-each[1], each[0])))
