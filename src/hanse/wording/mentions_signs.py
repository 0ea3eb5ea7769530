"""What tells that a name is a place here, and not a person, a paper or a common word? One row of signs a candidate."""

from __future__ import annotations

import math
import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib import resources

from hanse.places.toponyms.company import great
from hanse.places.toponyms.deciding import Decided
from hanse.places.toponyms.sense import Sense
from hanse.wording.mentions_candidates import Candidate, Word, context

SIGNS = (
    "always", "people", "country", "first level", "second level", "continent", "own name", "several words", "sure",
    "company", "before", "of", "behind it a wider place", "stands behind a place", "title before", "given name before",
    "capital before", "capital before a comma", "institution after", "role after", "other after", "street after",
    "capital after", "given name", "family name", "given name and capital after", "common word", "opens a sentence",
    "small elsewhere", "in capitals", "times", "told elsewhere", "short", "fame", "fame of another name", "office of",
    "in a list of places", "well known and unopposed",
    "great and unopposed",
)  # fmt: skip
_AGAINST = (
    "title before", "given name before", "capital before", "other after", "street after", "capital after",
    "given name", "family name", "common word", "small elsewhere", "short",
)  # fmt: skip
_PERSONAL = 6
"""So many of them speak against a great city too; that Paris is also a woman's name does not."""
_NEXT = re.compile(r"[ \u00a0]|['’]s[ \u00a0]|-|\.[ ]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_COMMA = re.compile(r",[ \u00a0]")


class Surroundings:
    """What of a text the signs need: its words, those written small, and what is known of its candidates."""

    def __init__(self, text: str, words: Sequence[Word], language: str = "en") -> None:
        self.text, self.words, self.language = text, words, language
        self.small = Counter(word.flat for word in words if not word.capital)

    def of(self, candidate: Candidate) -> Sequence[Word]:
        """The words of the name itself."""
        return self.words[candidate.first : candidate.last + 1]

    def before(self, candidate: Candidate) -> Word | None:
        """The word right before, if only a blank or an article stands between."""
        place = candidate.first - 1
        if place >= 0 and self.words[place].flat in ("the", "la", "le", "les", "el", "los", "las"):
            place -= 1
        return self._joined(place, candidate.first)

    def word_before(self, place: int, kind: frozenset[str]) -> bool:
        """Whether a word of a kind stands right before the word at a place."""
        return place > 0 and self.words[place - 1].flat in kind

    def after(self, candidate: Candidate) -> Word | None:
        """The word right behind, also behind a genitive."""
        place = candidate.last + 1
        if place < len(self.words) and self.words[place].text == "s":
            place += 1
        if place >= len(self.words):
            return None
        gap = self.text[candidate.end : self.words[place].start]
        return self.words[place] if _NEXT.fullmatch(gap) else None

    def _joined(self, place: int, first: int) -> Word | None:
        if place < 0:
            return None
        word, gap = self.words[place], self.text[self.words[place].end : self.words[first].start]
        if gap == ". " and word.flat in context("titles"):
            return word
        return word if len(gap) < 6 and not re.search(r"[,;:()\n“”\"]|[.!?] ", gap) else None


def signs(
    candidate: Candidate, around: Surroundings, decided: Decided, *, behind: bool, follows: bool, listed: bool
) -> dict[str, float]:
    """The signs of a candidate that are not nought. ``behind``: a wider place that holds it stands behind it;
    ``follows``: it is that wider place; ``listed``: it stands in a list with another."""
    sense = decided.sense
    own = sense.own or around.language != "en" or not candidate.text.isascii()
    before, after = around.before(candidate), around.after(candidate)
    first = around.words[candidate.first]
    single = candidate.first == candidate.last
    given = single and first.flat in names("first") and not great(sense)
    office = office_of(candidate, around)
    upper_after = bool(after and after.capital and len(after.text) > 1 and not office)
    told: dict[str, float | bool] = {
        "always": 1,
        "people": math.log10(1 + sense.population) if sense.kind == "city" else 0,
        "country": sense.kind == "country",
        "first level": sense.kind == "region" and sense.level == 1,
        "second level": sense.kind == "region" and sense.level == 2,
        "continent": sense.kind == "region" and sense.level == 0,
        "own name": own,
        "several words": not single,
        "sure": decided.score,
        "company": decided.company,
        "before": bool(before and before.flat in context("before")),
        "of": bool(before and before.flat in context("of")),
        "behind it a wider place": behind,
        "stands behind a place": follows,
        "title before": bool(before and before.flat in context("titles")),
        "given name before": bool(
            before and before.capital and before.flat in names("first") and before.flat not in context("before")
        ),
        "capital before": bool(before and before.capital and not before.opening and before.text != "I"),
        "capital before a comma": bool(
            candidate.first and _COMMA.fullmatch(around.text[around.words[candidate.first - 1].end : candidate.start])
            and around.words[candidate.first - 1].capital
        ),
        "institution after": bool(after and after.flat in context("institutions")),
        "other after": bool(after and after.capital and after.flat in context("others")),
        "street after": bool(after and after.capital and after.flat in context("streets")),
        "capital after": upper_after and bool(after) and not _explained(after),
        "given name": given,
        "family name": single and first.flat in names("last") and not great(sense),
        "given name and capital after": given and upper_after and not _explained(after),
        "common word": not behind and all(word.flat in names("common") for word in around.of(candidate)),
        "opens a sentence": first.opening,
        "small elsewhere": single and first.flat in around.small,
        "in capitals": candidate.text.isupper() and len(candidate.text) > 3,
        "short": single and len(candidate.text) < 4,
        "fame": math.log10(1 + sense.fame) if own else 0,
        "fame of another name": 0 if own else math.log10(1 + sense.fame),
        "office of": office,
        "role after": bool(after and after.flat in context("offices")),
        "in a list of places": listed,
    }  # fmt: skip
    told["well known and unopposed"] = _well_known(sense) and not any(told[each] for each in _AGAINST)
    told["great and unopposed"] = great(sense) and not any(told[each] for each in _AGAINST[:_PERSONAL])
    return {name: float(value) for name, value in told.items() if value}


def _well_known(sense: Sense) -> bool:
    """A city of a quarter of a million, a capital, or one with names in forty languages."""
    return sense.kind == "city" and (sense.population >= 250_000 or sense.capital or sense.fame >= 40)


def office_of(candidate: Candidate, around: Surroundings) -> bool:
    """Whether an office or a kind of place stands before it: the mayors of Milan, the City of Dakar, ville de Lyon.

    Without an "of" in Russian: мэр Киева.
    """
    place = candidate.first - 1
    while place >= 0 and candidate.first - place < 4 and around.words[place].flat in context("of"):
        place -= 1
    if place < 0 or (place == candidate.first - 1 and around.words[place].text.isascii()):
        return False
    if place == candidate.first - 1 and not _CYRILLIC.match(around.words[place].text):
        return False
    return (
        around.words[place].flat in context("offices")
        and "." not in around.text[around.words[place].end : candidate.start]
    )


def direction(candidate: Candidate, around: Surroundings) -> bool:
    """Whether it is but a point of the compass: North, Eastern."""
    return all(word.flat in context("compass") for word in around.of(candidate))


def person(candidate: Candidate, around: Surroundings, sense: Sense) -> bool:
    """Whether it is a person's title or name, or a part of one: Mr. Jordan, Mayor Lincoln, Bill de Blasio, Ban Ki-moon.

    A great city, region or country is meant as such unless a title stands before it.
    """
    before, after = around.before(candidate), around.after(candidate)
    first = around.words[candidate.first]
    borne = first.flat in names("first") or first.flat in names("last")
    if before and before.flat in context("titles") and borne:
        return True
    if great(sense) or sense.kind == "country" or sense.level == 1 or candidate.first != candidate.last:
        return _joined_on(candidate, around) and not great(sense) and sense.kind == "city"
    if after and after.capital and first.flat in context("titles"):
        return True
    if first.flat in names("first") and _by_a_particle(candidate, around):
        return True
    named = before and before.capital and before.flat in names("first") and before.flat not in context("before")
    return bool(named) and not around.word_before(candidate.first - 1, context("before"))


def _joined_on(candidate: Candidate, around: Surroundings) -> bool:
    """Whether a stroke joins it to a small word that is no participle: Ki-moon, but Rome-based."""
    place = candidate.last + 1
    if place >= len(around.words) or around.text[candidate.end : around.words[place].start] != "-":
        return False
    word = around.words[place]
    return not word.capital and not word.flat.endswith(("ed", "born", "area", "wide", "led", "style", "bound"))


def _by_a_particle(candidate: Candidate, around: Surroundings) -> bool:
    """Whether a particle of surnames and a capital follow: Bill de Blasio, Maria van Dijk."""
    place = candidate.last + 1
    while place < len(around.words) and place - candidate.last < 3 and around.words[place].flat in context("particles"):
        place += 1
    if place == candidate.last + 1 or place >= len(around.words) or not around.words[place].capital:
        return False
    return bool(re.fullmatch(r"[^.,;:()\n]*", around.text[candidate.end : around.words[place].start]))


def instrument(candidate: Candidate, around: Surroundings) -> bool:
    """Whether the name stands in the title of a text: the Marrakech Mayors Declaration, the Geneva Convention,
    la Declaración de Quito."""
    place = candidate.first - 1
    while place >= 0 and candidate.first - place < 3 and around.words[place].flat in context("of"):
        place -= 1
    if 0 <= place < candidate.first - 1 and around.words[place].capital:
        between = around.text[around.words[place].end : candidate.start]
        if around.words[place].flat in context("titles_of_texts") and not re.search(r"[.,;:()\n]", between):
            return True
    place, end = candidate.last + 1, candidate.end
    for word in around.words[place : place + 4]:
        if not re.fullmatch(r"[ \u00a0-]", around.text[end : word.start]) or not word.capital:
            return False
        if word.flat in context("instruments"):
            return True
        end = word.end
    return False


def _explained(word: Word | None) -> bool:
    return word is None or any(word.flat in context(kind) for kind in ("institutions", "others", "streets", "titles"))


@cache
def names(kind: str) -> frozenset[str]:
    """A list of ``mentions.words.toml``: common, first, last."""
    read = tomllib.loads((resources.files(__package__) / "mentions.words.toml").read_text("utf-8"))
    return frozenset(read[kind].split())
