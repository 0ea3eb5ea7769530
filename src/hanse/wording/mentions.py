"""Who and what does a text name? Places, actors (by name or acronym) and roles, with where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from hanse.places.place import Place
from hanse.text.document import Document, Passage
from hanse.text.given import no_text
from hanse.text.language import language
from hanse.wording.mentions_actors import actors_in
from hanse.wording.mentions_places import places_in
from hanse.wording.mentions_roles import roles_in

MentionKind = Literal["place", "actor", "role"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One name in a text: half-open code points, the words, and what they name.

    ``place`` is set for a place, ``actor`` (the name it is known by) for an actor.
    """

    start: int
    end: int
    text: str
    kind: MentionKind
    place: Place | None = None
    actor: str | None = None


def mentions(text: str | Passage, *, actors: Mapping[str, str] | None = None) -> tuple[Mention, ...]:
    """The places, actors and roles that a text names, in order and apart; of two that overlap the longer.

    Places are cities, regions, countries and continents, decided together: the others of the text tell which Alexandria
    is meant. Demonyms ("Kenyan") are no places, nor is what stands inside another name: a person's ("Paris Hilton"), an
    actor's ("Council of Europe"), an instrument's ("Marrakech Mayors Declaration", "Geneva Convention"), a street's.
    A continent's place has no ``country`` (""). Actors are known by name or acronym; ``actors`` adds more: a name or
    acronym in the text, to the name to be given. Roles ("mayors", "local authorities", "ministers") are read in
    English, French and Spanish, and the usual ones in eight more languages. Raises HanseError for what is no text.
    """
    words = text.text if isinstance(text, Passage) else text
    if not isinstance(words, str):
        raise no_text(text)
    tongue = language(words)
    named = [
        Mention(start, end, words[start:end], "actor", actor=name) for start, end, name in actors_in(words, actors)
    ]
    taken = [(each.start, each.end) for each in named]
    named += [Mention(start, end, words[start:end], "role") for start, end in roles_in(words, tongue)]
    for (start, end), place in places_in(words, "en" if tongue == "und" else tongue, taken):
        named.append(Mention(start, end, words[start:end], "place", place=place))
    return _apart(named)


def mentions_of(
    document: Document, *, actors: Mapping[str, str] | None = None
) -> tuple[tuple[str, tuple[Mention, ...]], ...]:
    """The mentions of a document's passages, with the id of each passage; its places are decided together.

    Spans are in the passage's own text.
    """
    whole = "\n\n".join(passage.text for passage in document.passages)
    found = iter(mentions(whole, actors=actors))
    rows, start = [], 0
    waiting = next(found, None)
    for passage in document.passages:
        end = start + len(passage.text)
        inside = []
        while waiting and waiting.start < end:
            if waiting.end <= end:
                moved = replace(waiting, start=waiting.start - start, end=waiting.end - start)
                inside.append(moved)
            waiting = next(found, None)
        rows.append((passage.id, tuple(inside)))
        start = end + 2
    return tuple(rows)


_ORDER: dict[MentionKind, int] = {"actor": 0, "place": 1, "role": 2}


def _apart(found: Iterable[Mention]) -> tuple[Mention, ...]:
    """The longest first, an actor before a place before a role of the same length; none overlapping."""
    kept: list[Mention] = []
    taken: set[int] = set()
    for each in sorted(found, key=lambda each: (each.start - each.end, _ORDER[each.kind], each.start)):
        if taken.isdisjoint(range(each.start, each.end)):
            taken.update(range(each.start, each.end))
            kept.append(each)
    return tuple(sorted(kept, key=lambda each: each.start))
