"""What would other words change in a document? Group by group, with the mentions that would come and go."""

from __future__ import annotations

from dataclasses import dataclass

from hanse.wording.named import Lexicon
from hanse.wording.omitted import called
from hanse.wording.visibility import Place, visibility
from hanse.workspace.documents.models import Document
from hanse.workspace.visibility.passages import Shown, behind


@dataclass(frozen=True, slots=True)
class Change:
    """One group of a document, counted with both lexicons; the passages of the mentions that come and that go."""

    group: str
    before: int
    after: int
    come: list[Shown]
    go: list[Shown]


def preview(document: Document, before: Lexicon, after: Lexicon) -> list[Change]:
    """The groups that would be counted otherwise."""
    read = document.as_text()
    old, new = visibility(read, lexicon=before), visibility(read, lexicon=after)
    known = {each.group: each.places for each in old.total}
    found = []
    for count in new.total:
        then = known.get(count.group, ())
        come, go = _without(count.places, then), _without(then, count.places)
        if come or go:
            both = behind(document, come), behind(document, go)
            found.append(Change(called(count.group), len(then), count.mentions, *both))
    return found


def _without(places: tuple[Place, ...], others: tuple[Place, ...]) -> list[Place]:
    known = {(each.passage, each.span) for each in others}
    return [each for each in places if (each.passage, each.span) not in known]
