"""Does a text bear out what is claimed of its words? Supported or contrasted, and what the count omits."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Literal

from hanse.errors import HanseError
from hanse.saying import counted, gettext
from hanse.text.document import Document, Furniture, Passage, Span
from hanse.text.given import Text, no_text
from hanse.wording.flat import WORD, flat
from hanse.wording.omitted import Omission, listed
from hanse.wording.phrases import PhraseBook
from hanse.wording.visibility import Place, parts, visibility

Verdict = Literal["supported", "contrasted"]


@dataclass(frozen=True, slots=True)
class WordClaim:
    """That a text has some words at least ``least`` and at most ``most`` times (None: no upper bound)."""

    id: str
    about: str
    """The text of which it is claimed."""
    says: str
    words: tuple[str, ...]
    """Phrases as in ``hanse.wording.phrases``: "city|cities"."""
    least: int = 0
    most: int | None = None
    source: str = ""
    """Who claims it, and where."""
    language: str = "en"

    def holds(self, count: int) -> Verdict:
        """The verdict on a text with so many of the words."""
        within = self.least <= count and (self.most is None or count <= self.most)
        return "supported" if within else "contrasted"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place where the words stand, with its passage."""

    place: Place
    number: str
    page: int | None
    text: str
    """The whole passage; ``place.span`` is a span in it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The count, and what follows from it, if other parts of the text are taken in or left out."""

    name: str
    count: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Audit:
    """What a text says to a claim. ``verdict`` is of the whole text with titles and annexes, without footnotes."""

    claim: WordClaim
    document: str
    words: int
    """Of the text given."""
    verdict: Verdict
    count: int
    evidence: tuple[Evidence, ...]
    kin: tuple[Evidence, ...]
    """Where the text names local governments in other words than those claimed."""
    readings: tuple[Reading, ...]
    omits: tuple[Omission, ...]

    @property
    def depends(self) -> bool:
        """Whether another reading gives the other verdict."""
        return any(each.verdict != self.verdict for each in self.readings)


def audit(text: Text, claims: Iterable[WordClaim] | None = None) -> tuple[Audit, ...]:
    """What ``text`` says to each of ``claims``, the stored ones unless others are given; in their order.

    Which text a claim is about is the caller's to know. Raises HanseError for what is no text.
    """
    document = _document(text)
    named = tuple(_named(document))
    return tuple(_audited(document, named, claim) for claim in (stored() if claims is None else claims))


def _document(text: Text) -> Document:
    if isinstance(text, Document):
        return text
    if isinstance(text, Passage):
        return Document(id="text", content=(text,))
    if isinstance(text, str):
        return Document.of(text)
    raise no_text(text)


def _audited(document: Document, named: tuple[Evidence, ...], claim: WordClaim) -> Audit:
    book = _book(claim.words)
    evidence = tuple(_evidence(document, book))
    kin = tuple(_kin(named, evidence))
    words = sum(len(WORD.findall(passage.text)) for passage in document.passages)
    return Audit(
        claim=claim,
        document=document.id,
        words=words,
        verdict=claim.holds(len(evidence)),
        count=len(evidence),
        evidence=evidence,
        kin=kin,
        readings=tuple(_readings(document, book, evidence, claim)),
        omits=(*_likes(document, claim), *_other_words(kin), *_always(words)),
    )


@cache
def _book(words: tuple[str, ...]) -> PhraseBook[str]:
    return PhraseBook((phrase, phrase) for phrase in words)


def _evidence(document: Document, book: PhraseBook[str]) -> Iterator[Evidence]:
    for passage, part in parts(document):
        for hit in book.find(flat(passage.text)):
            yield _shown(document, passage, part, (hit.start, hit.end))


def _shown(document: Document, passage: Passage, part: str, span: Span) -> Evidence:
    place = Place(document.id, passage.id, span, passage.text[slice(*span)], part)
    return Evidence(place, passage.number, passage.page, passage.text)


def _named(document: Document) -> Iterator[Evidence]:
    """Every mention of local governments, in the order of groups."""
    counted = visibility(document)
    for group in ("cities", "mayors", "local authorities", "networks", "urban"):
        for place in counted.count(group).places:
            passage = document.passage(place.passage)
            yield Evidence(place, passage.number, passage.page, passage.text)


def _kin(named: tuple[Evidence, ...], evidence: tuple[Evidence, ...]) -> Iterator[Evidence]:
    """Other mentions of local governments, where none of the words claimed stands."""
    taken = {(each.place.passage, at) for each in evidence for at in range(*each.place.span)}
    for each in named:
        if not any((each.place.passage, at) in taken for at in range(*each.place.span)):
            yield each


def _readings(
    document: Document, book: PhraseBook[str], evidence: tuple[Evidence, ...], claim: WordClaim
) -> Iterator[Reading]:
    of_part = Counter(each.place.part for each in evidence)
    aside = sum(len(book.find(flat(block.text))) for block in document.content if isinstance(block, Furniture))
    whole = len(evidence)
    for name, count in (
        (gettext("the whole text, with titles and annexes"), whole),
        (gettext("without titles and headings"), whole - of_part["heading"]),
        (gettext("without annexes"), whole - of_part["annex"]),
        (gettext("without titles, headings and annexes"), of_part["text"]),
        (gettext("with footnotes, headers and footers"), whole + aside),
    ):
        yield Reading(name, count, claim.holds(count))


def _likes(document: Document, claim: WordClaim) -> Iterator[Omission]:
    """Words that begin as a claimed one does and are not claimed: "urbanization" beside "urban"."""
    claimed = {word for phrase in claim.words for word in re.split(r"[ |?]+", flat(phrase)) if len(word) > 3}
    alone = [flat(word) for phrase in claim.words if " " not in phrase for word in phrase.split("|")]
    for stem in sorted({word for word in alone if len(word) > 3}):
        likes = Counter(
            word
            for passage in document.passages
            for word in WORD.findall(flat(passage.text))
            if word.startswith(stem) and word not in claimed
        )
        if likes:
            said = gettext(
                "words that begin with “%(stem)s” are not counted: %(words)s",
                stem=stem,
                words=listed(sorted(likes.items())),
            )
            yield Omission(stem, "likes", likes.total(), said)


def _other_words(kin: tuple[Evidence, ...]) -> Iterator[Omission]:
    if kin:
        forms = Counter(" ".join(each.place.words.lower().split()) for each in kin)
        words = listed(sorted(forms.items(), key=lambda each: (-each[1], each[0])))
        said = gettext("local government is named in other words: %(words)s", words=words)
        yield Omission("", "kin", len(kin), said)


def _always(words: int) -> Iterator[Omission]:
    told = gettext(
        "the text given has %(words)s words; that a word is absent from a part does not show that it is from the whole",
        words=counted(words),
    )
    yield Omission("", "part", 0, told)
    whole = gettext("whole words are counted, in one language: “capacities” has no “cities”")
    yield Omission("", "whole words", 0, whole)


@cache
def stored() -> tuple[WordClaim, ...]:
    """The claims that come with Hanse, on the two Compacts and a plan."""
    data = (resources.files(__package__) / "claims.toml").read_text("utf-8")
    return tuple(_parsed(data, "claims.toml"))


def read_claims(path: Path | str) -> tuple[WordClaim, ...]:
    """Claims from a TOML file of ``[[claim]]`` tables: ``id``, ``about``, ``says``, ``words``, ``least``, ``most``,
    ``source``, ``language``. Raises HanseError for a file that is none."""
    try:
        data = Path(path).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise HanseError("cannot be read", where=str(path), do="give a TOML file in UTF-8") from error
    return tuple(_parsed(data, str(path)))


def _parsed(data: str, where: str) -> Iterator[WordClaim]:
    try:
        tables = tomllib.loads(data).get("claim")
    except tomllib.TOMLDecodeError as error:
        raise HanseError(f"is no TOML ({error})", where=where, do="write [[claim]] tables") from error
    if not isinstance(tables, list) or not tables:
        raise HanseError("there is no claim in it", where=where, do="write [[claim]] tables")
    for number, table in enumerate(tables, 1):
        yield _claim(table, where, number)


def _claim(table: Any, where: str, number: int) -> WordClaim:
    place = f"{where}, claim {number}"
    if not isinstance(table, dict):
        raise HanseError("is no table", where=place, do="write [[claim]] before it")
    for key in ("id", "about", "says"):
        if not isinstance(table.get(key), str) or not table[key].strip():
            raise HanseError(f"has no {key}", where=place, do=f'write {key} = "…"')
    words, least, most = table.get("words"), table.get("least", 0), table.get("most")
    if not isinstance(words, list) or not words or not all(isinstance(each, str) and each.strip() for each in words):
        raise HanseError("has no words", where=place, do='write words = ["city|cities"]')
    if (
        not isinstance(least, int)
        or not isinstance(most, int | None)
        or least < 0
        or (most is not None and most < least)
    ):
        raise HanseError(
            "has no bounds that can be met", where=place, do="write least = 0 and most = 0, or leave most out"
        )
    source, language = str(table.get("source", "")), str(table.get("language", "en"))
    return WordClaim(table["id"], table["about"], table["says"], tuple(words), least, most, source, language)
