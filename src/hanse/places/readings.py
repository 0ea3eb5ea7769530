"""How can a name be read? As it stands, then ever more freely: in parts, without generic words, spelt out, shorter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from string import ascii_lowercase

from hanse.places.mending import mended
from hanse.places.place import Kind
from hanse.places.words import Words, key, load, respelt, stripped, unjoined, words, written

_INSIDE = re.compile(r"\(([^()]*)\)?|\[([^\[\]]*)\]?|（([^（）]*)）?")
_SIDE_BY_SIDE = re.compile(
    r"\s*/\s*|\s+[-–—|]\s+|\s*;\s*|\s+\|\s*|\s+(?:alias|aka|a\.k\.a\.|formerly|ex|dit|or|oder|ou|o)\s+|、"
)
_COMMA = re.compile(r"\s*[,،，]\s*")
_LOST = re.compile(r"(?<=\w)[?_\ufffd]+(?=\w)|\b[?_\ufffd]+(?=\w)|[?\ufffd]+(?=\w)")
_JOINED = re.compile(r"\s*[-–—&+,]\s*|\s+(?:e|y|i|et|and|und|en|ja)\s+", re.IGNORECASE)
_LAST = 5
JOINED = 10
"""From this group on, readings are the places that one name joins."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a name: the ``words`` taken for it, what ``holds`` it, the ``kind`` of place that is said.

    ``doubt`` grows with the freedom taken, from 0; ``reasons`` say what was done. Readings of several groups stand
    side by side in the name, as "Bozen/Bolzano", and should mean the same place.
    """

    words: Words
    holds: tuple[str, ...] = ()
    kind: Kind | None = None
    doubt: float = 0.0
    reasons: tuple[str, ...] = ()
    group: int = 0
    strict: bool = False
    """Only places count that lie in the first of what ``holds`` them."""
    unless_area: bool = False
    """It says nothing where the words are a country's or region's, which holds the place."""
    country: str | None = None
    """Where alone such a form is used."""

    @property
    def text(self) -> str:
        """The words as they stood, with the strokes between them."""
        return "".join(f"{word.written}{word.gap}" for word in self.words)

    @property
    def key(self) -> str:
        return key(self.words)


def levels(name: str, country: str | None) -> Iterator[list[Reading]]:
    """The readings of a name, level by level, the surest first; no key comes twice."""
    seen: set[tuple[str, tuple[str, ...], str]] = set()

    def fresh(found: Iterable[Reading]) -> list[Reading]:
        kept = []
        for each in found:
            mark = (each.key, each.holds, each.country or "")
            if each.key and mark not in seen:
                seen.add(mark)
                kept.append(each)
        return kept

    whole = _whole(name)
    yield (level := fresh([whole]))
    parts = fresh(_parts(name, whole))
    if parts:
        yield parts
    all_so_far = level = [*level, *parts]
    for _ in range(_LAST):
        level = fresh(less for each in level for less in _stripped(each))
        if not level:
            break
        yield level
        all_so_far = [*all_so_far, *level]
    yield fresh(other for each in all_so_far for other in _spelt(each))
    yield fresh(other for each in all_so_far for other in _with_article(each, country))
    yield fresh(_in_brackets(name, whole))
    yield fresh(other for each in all_so_far for other in _inflected(each, country))
    yield fresh(other for each in all_so_far for other in _romanised(each, country))
    yield fresh(other for each in all_so_far for other in _respelt(each))
    yield fresh(other for each in all_so_far for other in _shorter(each))
    yield fresh(_restored(whole, name))
    yield fresh(other for each in all_so_far for other in _joined(each))
    yield fresh(_last_part(name, whole))


def _whole(name: str) -> Reading:
    better = mended(name)
    reasons = (f"read as “{better}”",) if better != name else ()
    return Reading(words(better), reasons=reasons, doubt=0.05 if reasons else 0.0)


def _parts(name: str, whole: Reading) -> Iterator[Reading]:
    """What stands outside and inside brackets, beside a stroke, before and after a comma."""
    text = mended(name)
    outside = _INSIDE.sub(" ", text)
    inside = [part.strip() for found in _INSIDE.finditer(text) if (part := next(filter(None, found.groups()), ""))]
    heads, *others = [part for part in _SIDE_BY_SIDE.split(outside) if part.strip()] or [""]
    holding = tuple(inside)
    for group, piece in enumerate([heads, *others]):
        yield from _split_at_commas(piece, holding, replace(whole, group=group if others else 0))
    if others:
        joined = words(outside)
        yield replace(whole, words=joined, doubt=whole.doubt + 0.05, group=0)


def _in_brackets(name: str, whole: Reading) -> Iterator[Reading]:
    reasons = (*whole.reasons, "in brackets")
    for found in _INSIDE.finditer(mended(name)):
        if inside := next(filter(None, found.groups()), ""):
            yield replace(whole, words=words(inside), doubt=whole.doubt + 0.3, reasons=reasons, unless_area=True)


def _split_at_commas(text: str, holding: tuple[str, ...], whole: Reading) -> Iterator[Reading]:
    head, *tail = [part for part in _COMMA.split(text) if part] or [""]
    if tail and key(words(head)) in load().offices:
        head, *tail = tail
    if tail and _is_article(head, tail[0]):
        turned = words(f"{tail[0]} {head}")
        yield replace(whole, words=turned, holds=(*tail[1:], *holding), reasons=(*whole.reasons, "article put first"))
        return
    yield replace(whole, words=words(head), holds=(*tail, *holding), doubt=whole.doubt + 0.02)


def _is_article(head: str, tail: str) -> bool:
    """Whether it belongs before the name: Corrales, Los; but not Highland Park, IL."""
    code = len(tail) == 2 and tail.isalpha() and tail.isupper() and not head.isupper()
    return not code and key(words(tail)) in load().articles["words"]


def _stripped(reading: Reading) -> Iterator[Reading]:
    for less in stripped(reading.words):
        kind = reading.kind or less.kind
        reasons = (*reading.reasons, f"“{less.left_out}” left out")
        yield replace(reading, words=less.words, kind=kind, doubt=reading.doubt + 0.05, reasons=reasons)
    if bare := unjoined(reading.words):
        yield replace(reading, words=bare, doubt=reading.doubt + 0.05)
    if len(reading.words) > 1 and reading.words[-1].key.isdigit():
        reasons = (*reading.reasons, f"“{reading.words[-1].written}” left out")
        yield replace(reading, words=reading.words[:-1], doubt=reading.doubt + 0.1, reasons=reasons)


def _spelt(reading: Reading) -> Iterator[Reading]:
    """Short forms written out: St. as Saint, Sankt or Santa."""
    short = load().short
    for place, word in enumerate(reading.words):
        for full in short.get(word.key, ()):
            longer = (*reading.words[:place], *words(full), *reading.words[place + 1 :])
            reasons = (*reading.reasons, f"“{word.written}” read as “{full}”")
            yield replace(reading, words=longer, doubt=reading.doubt + 0.1, reasons=reasons)


def _inflected(reading: Reading, country: str | None) -> Iterator[Reading]:
    """The nominative of a name that a generic word governed."""
    governed = any("left out" in reason for reason in reading.reasons)
    if not reading.words or not (governed or country in load().bare):
        return
    last, endings = reading.words[-1], load().endings
    for code in (country,) if country else endings:
        for old, new in endings.get(code, ()):
            if last.key.endswith(old) and len(last.key) - len(old) >= 3:
                stem = last.key[: len(last.key) - len(old)] + new
                reasons = (*reading.reasons, f"“{last.written}” taken for an inflected form")
                changed = (*reading.words[:-1], replace(last, written=stem, key=stem))
                yield replace(reading, words=changed, doubt=reading.doubt + 0.2, reasons=reasons, country=code)


def _respelt(reading: Reading) -> Iterator[Reading]:
    """The name without generic words that are misspelt."""
    if (changed := respelt(reading.words)) != reading.words:
        for less in _stripped(replace(reading, words=changed)):
            yield less
            yield from _stripped(less)


def _romanised(reading: Reading, country: str | None) -> Iterator[Reading]:
    """The name as GeoNames would romanise it."""
    pairs = dict(load().romanised.get(country or "", ()))
    if not pairs:
        return
    letters = re.compile("|".join(map(re.escape, pairs)))
    text = letters.sub(lambda found: pairs[found[0]], unicodedata.normalize("NFC", reading.text).lower())
    if key(changed := words(text)) != reading.key:
        reasons = (*reading.reasons, f"read as “{text}”")
        yield replace(reading, words=changed, doubt=reading.doubt + 0.1, reasons=reasons)


def _with_article(reading: Reading, country: str | None) -> Iterator[Reading]:
    """The name without the article before it, or with one that is usual in the country."""
    articles = load().articles
    if len(reading.words) > 1 and reading.words[0].key in articles["words"]:
        reasons = (*reading.reasons, f"“{reading.words[0].written}” left out")
        yield replace(reading, words=reading.words[1:], doubt=reading.doubt + 0.15, reasons=reasons)
        for article in articles.get(country or "", ()):
            reasons = (*reading.reasons, f"“{reading.words[0].written}” read as “{article}”")
            changed = (*words(article), *reading.words[1:])
            yield replace(reading, words=changed, doubt=reading.doubt + 0.2, reasons=reasons)
    elif reading.words:
        for article in articles.get(country or "", ()):
            reasons = (*reading.reasons, f"“{article}” put before it")
            yield replace(reading, words=(*words(article), *reading.words), doubt=reading.doubt + 0.15, reasons=reasons)


def _shorter(reading: Reading) -> Iterator[Reading]:
    """The name without its last words, where these say what holds it: "Santa Catarina Mexico"."""
    for size in range(len(reading.words) - 1, 0, -1):
        kept, lost = reading.words[:size], written(reading.words[size:])
        yield replace(reading, words=kept, holds=(lost, *reading.holds), doubt=reading.doubt + 0.1, strict=True)
    kept = reading.words
    while len(kept) > 1 and (len(kept[-1].key) == 1 or (kept[-1].gap.startswith(".") and len(kept[-1].key) <= 3)):
        kept = kept[:-1]
    if kept != reading.words and len(key(kept)) >= 5:
        reasons = (*reading.reasons, f"“{written(reading.words[len(kept) :])}” left out")
        yield replace(reading, words=kept, doubt=reading.doubt + 0.3, reasons=reasons)


def _restored(whole: Reading, name: str) -> Iterator[Reading]:
    """A name in which a letter was lost, with every letter in its place: "Vara?din"."""
    text = mended(name)
    if len(_LOST.findall(text)) != 1:
        return
    for letter in ("", *ascii_lowercase):
        reasons = (f"“{letter or 'nothing'}” read for a lost letter",)
        changed = words(_LOST.sub(letter, text, count=1))
        yield replace(whole, words=changed, doubt=0.15, reasons=reasons)
        for less in stripped(changed):
            yield replace(whole, words=less.words, kind=less.kind, doubt=0.2, reasons=reasons)


def _joined(reading: Reading) -> Iterator[Reading]:
    """The places that one name joins: "Filothei-Psychiko"; they count only where they lie near each other."""
    pieces = [piece for piece in _JOINED.split(reading.text) if len(key(words(piece))) >= 4]
    if not 2 <= len(pieces) <= 4:
        return
    for group, piece in enumerate(pieces):
        reasons = (*reading.reasons, f"“{piece.strip()}” of several that it joins")
        yield replace(reading, words=words(piece), doubt=reading.doubt + 0.3, reasons=reasons, group=JOINED + group)


def _last_part(name: str, whole: Reading) -> Iterator[Reading]:
    """What comes after the last comma, where a generic word stands before it: "Chair, City of Arden"."""
    head, comma, tail = mended(name).rpartition(",")
    if not comma or not head:
        return
    for less in stripped(words(tail)):
        reasons = (*whole.reasons, f"“{head}, {less.left_out}” left out")
        yield replace(whole, words=less.words, kind=less.kind, doubt=0.4, reasons=reasons)
    if bare := unjoined(words(tail)):
        yield replace(whole, words=bare, doubt=0.4, reasons=(*whole.reasons, f"“{head},” left out"))
