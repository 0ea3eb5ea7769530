"""Which references does a citation marker mean? By author and year, by number, by symbol, or by an earlier note."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from hanse.citing.reference import Author, Reference
from hanse.citing.reference_marks import RESOLUTION, SYMBOL
from hanse.citing.reference_un import TREATY
from hanse.text.document import Span

_YEAR = re.compile(
    r"\b(?P<year>(?:1[5-9]|20)\d\d)(?P<letter>[a-z](?:(?:,\s?|\s?&\s?|\sand\s)[a-z](?![a-z]))*)?(?![\w/])"
)
_UNDATED = re.compile(r"\b(?:n\.\s?d\.|forthcoming|in press|s\.\s?f\.)", re.IGNORECASE)
_NUMBERS = re.compile(
    r"\[(\d{1,4}(?:\s?[,;–—-]\s?\d{1,4})*)(?:,? (?:pp?|para|ch)\.[^\]]*)?\]"
    r"(?:\s?[–-]\s?\[(\d{1,4})\])?"
)
_BRACKET = re.compile(r"[(\[]([^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*)[)\]]")
_BEFORE = 90
"""Characters before a year in brackets in which its authors are named."""
_SMALL = frozenset(
    [
        "of",
        "the",
        "and",
        "for",
        "on",
        "in",
        "de",
        "la",
        "des",
        "du",
        "et",
        "y",
        "del",
        "und",
        "der",
        "für",
        "to",
        "a",
        "an",
    ]
)


@dataclass(frozen=True, slots=True)
class Marker:
    """A citation as printed, where it stands in its text, and the references it means (their places in the list)."""

    text: str
    span: Span
    cites: tuple[int, ...]


class Works:
    """References that can be cited, found again by author and year, number, symbol or title."""

    def __init__(self, references: Sequence[Reference], *, numbered: bool = False) -> None:
        self.references = list(references)
        self.numbered = numbered
        self._labelled = any(reference.number for reference in self.references)
        self._by_year: dict[str, list[int]] = defaultdict(list)
        self._by_symbol: dict[str, int] = {}
        self._by_number: dict[int, int] = {}
        self._names: dict[int, tuple[str, ...]] = {}
        self._called: set[str] = set()
        for place, reference in enumerate(self.references):
            self._enter(place, reference)

    def add(self, reference: Reference) -> int:
        """A further work, that a note cites in full; its place."""
        self.references.append(reference)
        self._enter(len(self.references) - 1, reference)
        return len(self.references) - 1

    def _enter(self, place: int, reference: Reference) -> None:
        self._by_year[reference.year].append(place)
        if reference.symbol:
            self._by_symbol.setdefault(_bare_symbol(reference.symbol), place)
        if reference.number.isdigit() or not self._labelled:
            number = int(reference.number) if reference.number.isdigit() else place + 1
            self._by_number.setdefault(number, place)
        self._names[place] = names_of(reference)
        self._called.update(self._names[place])

    def markers(self, text: str) -> tuple[Marker, ...]:
        """Every citation in a text, in its order."""
        found = [*self._numbers(text), *self._symbols(text), *self._treaties(text), *self._dated(text)]
        return tuple(sorted(found, key=lambda marker: marker.span))

    def numbers(self, printed: str) -> tuple[int, ...]:
        """The references that "3, 5-7" means."""
        wanted: list[int] = []
        for low, high in re.findall(r"(\d+)(?:\s?[–—-]\s?(\d+))?", printed):
            last = int(high) if high else int(low)
            wanted += range(int(low), min(last, int(low) + 200) + 1)
        return tuple(self._by_number[number] for number in wanted if number in self._by_number)

    def symbols(self, text: str) -> tuple[int, ...]:
        """The documents whose symbols stand in a text; those that are not known yet are entered."""
        found = []
        for pattern in (SYMBOL, RESOLUTION):
            for match in pattern.finditer(text):
                symbol = match[1].rstrip(".-")
                place = self._by_symbol.get(_bare_symbol(symbol))
                if place is None:
                    place = self.add(Reference(symbol, "un-document", symbol=symbol))
                found.append((match.start(1), place))
        return tuple(dict.fromkeys(place for _, place in sorted(found)))

    def _numbers(self, text: str) -> list[Marker]:
        if not self.numbered:
            return []
        found = []
        for match in _NUMBERS.finditer(text):
            if re.search(r"(?<!\d)0", match[1]):
                continue  # an interval: no list counts from nought
            cites = self.numbers(f"{match[1]}-{match[2]}" if match[2] else match[1])
            if cites:
                found.append(Marker(match[0], match.span(), cites))
        return found

    def _symbols(self, text: str) -> list[Marker]:
        found = []
        for pattern in (SYMBOL, RESOLUTION):
            for match in pattern.finditer(text):
                place = self._by_symbol.get(_bare_symbol(match[1].rstrip(".-")))
                if place is not None:
                    found.append(Marker(match[1], match.span(1), (place,)))
        return found

    def _treaties(self, text: str) -> list[Marker]:
        """Treaties cited by their volume in the Treaty Series; where it holds several, by their page too."""
        found = []
        for match in TREATY.finditer(text):
            volume, page = match["a"] or match["c"], match["b"] or match["d"] or ""
            there = [
                place
                for place, known in enumerate(self.references)
                if known.volume == volume and re.search(r"Treaty Series$|UNTS|U\.N\.T\.S", known.container)
            ]
            paged = [place for place in there if page and self.references[place].pages == page]
            if len(paged or there) == 1:
                found.append(Marker(match[0].strip(" ,;("), match.span(), tuple(paged or there)))
        return found

    def _dated(self, text: str) -> list[Marker]:
        brackets = [match.span(1) for match in _BRACKET.finditer(text)]
        found: list[Marker] = []
        reach = 0
        for match in sorted([*_YEAR.finditer(text), *_UNDATED.finditer(text)], key=lambda one: one.start()):
            dated = match.re is _YEAR
            year = match["year"] if dated else ""
            letters = re.findall(r"[a-z](?![a-z])", match["letter"] or "") if dated else []
            inside = next((span for span in brackets if span[0] <= match.start() < span[1]), None)
            chunk = max(text.rfind(";", 0, match.start()) + 1, inside[0] if inside else 0)
            named = text[max(chunk, reach) : match.start()]
            cites = self._meant(named, year, letters)
            start = max(chunk, reach)
            if not cites and inside:
                start = max(0, inside[0] - 1 - _BEFORE)
                if not re.search(r"[A-ZÀ-ÞĀ-Ž]\w", named):
                    cites = self._meant(text[start : inside[0] - 1], year, letters, near=True)
            if (
                not cites
                and found
                and inside
                and found[-1].span[1] >= inside[0]
                and not re.search(r"[A-Z]\w{2}", named.split(";")[-1])
            ):
                cites = self._same(found[-1].cites, year, letters)
            if cites:
                found.append(Marker(text[start : match.end()].strip(), (match.start(), match.end()), cites))
                reach = match.end() if inside is None else reach
        return found

    def _meant(self, named: str, year: str, letters: list[str], *, near: bool = False) -> tuple[int, ...]:
        """The works of a year whose first author is named, the nearest and fullest match first."""
        words = folded(named)
        scored: list[tuple[float, int]] = []
        for place in self._by_year.get(year, ()):
            reference = self.references[place]
            if letters and reference.suffix and reference.suffix not in letters:
                continue
            at = max((_at(name, words) for name in self._names[place]), default=-1)
            if at < 0:
                continue
            score = at / 1000 + (1 if reference.suffix and reference.suffix in letters else 0)
            rest = [folded(author.family) for author in reference.authors[1:]]
            there = sum(_at(name, words) > at for name in rest)
            several = bool(re.search(r"\bet al|\bcolleagues|\bothers\b|\bet coll|\by otros", words[at:]))
            paired = bool(re.search(r" (?:and|&|et|y|und|with) ", words[at:]))
            score += 0.5 * there
            if several:
                score += 0.5 if len(rest) >= 2 or reference.others else -0.5
            elif paired and reference.authors and reference.authors[0].given:
                score += 0.5 if there else -0.5
            elif rest and not there:
                score -= 0.3
            scored.append((score, place))
        if not scored:
            return ()
        best = max(score for score, _ in scored)
        if letters:
            return tuple(place for score, place in scored if score > best - 0.2)
        same = [place for score, place in scored if score > best - 0.02]
        return tuple(same[:1])

    def _same(self, before: tuple[int, ...], year: str, letters: list[str]) -> tuple[int, ...]:
        """A further year of the authors just named: "Okafor 2014, 2016"."""
        authors = {self._names[place][:1] for place in before}
        return tuple(
            place
            for place in self._by_year.get(year, ())
            if self._names[place][:1] in authors
            and (not letters or not self.references[place].suffix or self.references[place].suffix in letters)
        )[: max(1, len(letters))]

    def named(self, text: str, among: Sequence[int] | None = None) -> int | None:
        """The work that a short form means: first author's name, or words of the title."""
        words = folded(text)
        scored = []
        for place in range(len(self.references)) if among is None else among:
            reference = self.references[place]
            name = max((_at(each, words) for each in self._names[place]), default=-1)
            title = _shared(folded(reference.title), words)
            dated = bool(reference.year) and reference.year in text
            if name >= 0 or title >= 0.75:
                scored.append(((name >= 0) + 2 * title + 0.5 * dated, place))
        return max(scored)[1] if scored else None

    def knows(self, name: str) -> bool:
        """Whether a name is what a text may call the first author of one of the works."""
        return folded(name) in self._called

    def same(self, reference: Reference) -> int | None:
        """The known work that a full form is: the same symbol, or title with an author or the year."""
        if reference.symbol and (place := self._by_symbol.get(_bare_symbol(reference.symbol))) is not None:
            return place
        title = folded(reference.title)
        for place, known in enumerate(self.references):
            if title and title == folded(known.title):
                return place
        names = {folded(author.family) for author in reference.authors[:1]}
        for place in self._by_year.get(reference.year, ()) if reference.year else ():
            known = self.references[place]
            if (
                names & {folded(author.family) for author in known.authors[:1]}
                and _shared(folded(known.title), title) > 0.5
            ):
                return place
        return None


def names_of(reference: Reference) -> tuple[str, ...]:
    """What a text may call a work's first author: family, whole organisation, its initials; else the title's start."""
    if not reference.authors:
        return tuple(filter(None, (" ".join(folded(reference.title).split()[:3]),)))
    first = reference.authors[0]
    if re.search(r"(?<![\w-])[a-zß-ÿ]{4,}\s", f"{first.given} "):
        first = Author(f"{first.given} {first.family}")  # common words are an organisation's, not a given name
    names = [folded(first.family)]
    if not first.given:
        bare = re.sub(r"\s*\([^)]*\)", "", first.family)
        names += [folded(bare), *(folded(inner) for inner in re.findall(r"\(([^)]+)\)", first.family))]
        initials = "".join(word[0] for word in re.split(r"[\s-]+", bare) if word.casefold() not in _SMALL and word)
        names += [folded(initials)] if len(initials) > 2 else []
        if "," in bare:
            names += [folded(bare.split(",")[0]), folded(bare.split(",")[-1])]
    return tuple(dict.fromkeys(name for name in names if len(name) > 1))


def folded(text: str) -> str:
    """Letters without accents and case, signs as spaces."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("ß", "ss").replace("ø", "o").replace("ł", "l"))
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[^\w&']+", " ", kept.casefold()).strip()


def _at(name: str, words: str) -> int:
    if name not in words:
        return -1
    found = [
        match.start()
        for match in re.finditer(
            rf"(?<!\w){re.escape(name)}(?!\w)", re.sub(r"'s?\b", "  ", words) if "'" not in name else words
        )
    ]
    return found[-1] if found else -1


def _shared(title: str, words: str) -> float:
    """The share of a title's words that stand in a text, short words apart."""
    wanted = {word for word in title.split() if len(word) > 3}
    return len(wanted & set(words.split())) / len(wanted) if wanted else 0.0


def _bare_symbol(symbol: str) -> str:
    return re.sub(r"^A/RES/", "", symbol.upper().replace(" ", ""))
