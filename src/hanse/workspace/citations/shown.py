"""How does a citing passage stand on a page? Its words with what spoke for the stance marked, and people's verdicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from hanse.reports.marks import Layer, marked
from hanse.workspace.accounts.rights import Right, may
from hanse.workspace.citations.models import CitingPassage, Correction, StanceKind


@dataclass(frozen=True, slots=True)
class Shown:
    """One passage; ``said`` are the standing words of people, ``mine`` the reader's own."""

    passage: CitingPassage
    words: Markup
    said: tuple[Correction, ...] = ()
    mine: Correction | None = None

    @property
    def choices(self) -> list[tuple[str, str]]:
        return StanceKind.choices

    @property
    def stance(self) -> str:
        return str(self.passage.get_settled_display())

    @property
    def disputed(self) -> bool:
        """Whether people who judged it differ."""
        return len({each.stance for each in self.said}) > 1


def shown(passages: Iterable[CitingPassage], user: Any) -> list[Shown]:
    """Passages as they stand on a page. Who said what is told to those who judge; others see that people judged."""
    rows = list(passages)
    said: dict[str, list[Correction]] = defaultdict(list)
    if may(user, Right.REVIEW):
        standing = Correction.objects.filter(passage__in=[each.pk for each in rows], replaced=None)
        for each in standing.select_related("person"):
            said[each.passage_id].append(each)
    return [_shown(each, said[each.pk], user) for each in rows]


def _shown(passage: CitingPassage, said: list[Correction], user: Any) -> Shown:
    mine = next((each for each in said if each.person_id == user.pk), None)
    return Shown(passage, highlighted(passage), tuple(said), mine)


def highlighted(passage: CitingPassage) -> Markup:
    """The citation that was judged marked, and the words that decided: none where a person did."""
    target = [tuple(passage.target)] if passage.target else []
    cues = [] if passage.judged else [tuple(each) for each in passage.cues]
    layers = [Layer("mention", target), Layer("aligned", _beside(cues, target))]
    return marked(passage.text, layers)


def _beside(cues: list[Any], target: list[Any]) -> list[Any]:
    """Cues without what of them lies in the citation."""
    for low, high in target:
        cues = [part for start, end in cues for part in ((start, min(end, low)), (max(start, high), end))]
    return [(start, end) for start, end in cues if start < end]
