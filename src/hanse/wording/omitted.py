"""What does a count of names leave out? Said beside every number, so that none stands alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hanse.wording.named import Lexicon
from hanse.wording.uncounted import Uncounted

KIN = ("cities", "mayors", "local authorities", "urban", "networks")
"""Groups of the shipped lexicon that speak of local government in other words: where one is absent, see the others."""
_SHOWN = 3

Forms = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Omission:
    """One thing that the count of a group does not say; ``group`` is empty for what holds of all."""

    group: str
    kind: str
    """"kin" (named in other words), "inside" (in longer expressions), "furniture", "proposed", "names", "senses"."""
    mentions: int
    sentence: str


def omitted(forms: Mapping[str, Forms], uncounted: Uncounted, lexicon: Lexicon) -> tuple[Omission, ...]:
    """What the counts of a text, given as the words counted in each group, leave out."""
    found = [
        omission
        for group in lexicon.groups
        for omission in (
            *kin(group, forms),
            *_inside(group, uncounted),
            *_elsewhere(group, uncounted),
        )
    ]
    return (*found, *_ALWAYS)


def kin(group: str, forms: Mapping[str, Forms]) -> list[Omission]:
    """Where a group of local government is absent: the others that are there."""
    others = [other for other in KIN if other != group and forms.get(other)]
    if group not in KIN or forms.get(group) or not others:
        return []
    times = {other: sum(count for _, count in forms[other]) for other in others}
    named = "; ".join(f"{other} {_times(times[other])} ({shown(forms[other])})" for other in others)
    return [Omission(group, "kin", sum(times.values()), f"the group {group} is absent, but not its kin: {named}")]


def shown(forms: Forms) -> str:
    """The commonest words of a count, with how often each stands."""
    listed = ", ".join(f"“{form}” {count}" for form, count in forms[:_SHOWN])
    return f"{listed} and others" if len(forms) > _SHOWN else listed


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _inside(group: str, uncounted: Uncounted) -> list[Omission]:
    return [
        Omission(
            group,
            "inside",
            count,
            f"words of the group {group} stand {_times(count)} inside longer expressions that count as {other}",
        )
        for (hidden, other), count in sorted(uncounted.inside.items())
        if hidden == group
    ]


def _elsewhere(group: str, uncounted: Uncounted) -> list[Omission]:
    found = []
    if count := uncounted.furniture.get(group, 0):
        said = f"{group}: footnotes, headers and footers are not counted; they have {_times(count)} more"
        found.append(
            Omission(group, "furniture", count, said.replace("once more", "one more").replace(" times more", " more"))
        )
    if count := uncounted.proposed.get(group, 0):
        said = f"{group}: tracked insertions are proposals and not counted; they have {count} more"
        found.append(Omission(group, "proposed", count, said))
    return found


_ALWAYS = (
    Omission("", "names", 0, "names of single cities, states and persons are not counted"),
    Omission("", "senses", 0, "words are counted, not senses: nobody has judged whether a word means an actor here"),
)
"""What no count of words can say."""
