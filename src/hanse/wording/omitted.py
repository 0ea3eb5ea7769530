"""What does a count of names leave out? Said beside every number, so that none stands alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hanse.saying import Said, comma, counted, gettext, ngettext, noop, semicolon
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
    """"kin" (named in other words), "inside" (in longer expressions), "heading", "annex", "furniture", "proposed",
    "names", "senses"."""
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
    return (*found, *(Omission("", kind, 0, sentence) for kind, sentence in _ALWAYS.items()))


def kin(group: str, forms: Mapping[str, Forms]) -> list[Omission]:
    """Where a group of local government is absent: the others that are there."""
    others = [other for other in KIN if other != group and forms.get(other)]
    if group not in KIN or forms.get(group) or not others:
        return []
    times = {other: sum(count for _, count in forms[other]) for other in others}
    named = semicolon().join(f"{called(other)} {_times(times[other])} ({shown(forms[other])})" for other in others)
    sentence = gettext("the group %(group)s is absent, but not its kin: %(named)s", group=called(group), named=named)
    return [Omission(group, "kin", sum(times.values()), sentence)]


def called(group: str) -> str:
    """What a group is called in the language that is spoken; one's own as it is written."""
    return _GROUPS.get(group, group)


_GROUPS: Said[str] = Said(
    {
        "cities": noop("cities"),
        "mayors": noop("mayors"),
        "local authorities": noop("local authorities"),
        "urban": noop("urban"),
        "networks": noop("networks"),
        "states": noop("states"),
        "organisations": noop("organisations"),
        "migrants": noop("migrants"),
        "refugees": noop("refugees"),
    }
)


def shown(forms: Forms) -> str:
    """The commonest words of a count, with how often each stands."""
    few = listed(forms[:_SHOWN])
    return gettext("%(words)s and others", words=few) if len(forms) > _SHOWN else few


def listed(forms: Iterable[tuple[str, int]]) -> str:
    """Words, each with how often it stands."""
    return comma().join(gettext("“%(word)s” %(times)s", word=word, times=counted(times)) for word, times in forms)


def _times(count: int) -> str:
    return ngettext("once", "%(num)s times", count)


def _inside(group: str, uncounted: Uncounted) -> list[Omission]:
    return [
        Omission(
            group,
            "inside",
            count,
            gettext(
                "words of the group %(group)s stand %(times)s inside longer expressions that count as %(other)s",
                group=called(group),
                times=_times(count),
                other=called(other),
            ),
        )
        for hidden, other, count in uncounted.inside
        if hidden == group
    ]


def _elsewhere(group: str, uncounted: Uncounted) -> list[Omission]:
    found = []
    for of, part, count in uncounted.left:
        if of == group:
            sentence = _LEFT[part] % {"group": called(group), "more": _more(count)}
            found.append(Omission(group, part, count, sentence))
    if count := dict(uncounted.proposed).get(group, 0):
        said = gettext(
            "%(group)s: tracked insertions are proposals and not counted; they have %(more)s",
            group=called(group),
            more=_more(count),
        )
        found.append(Omission(group, "proposed", count, said))
    return found


def _more(count: int) -> str:
    return ngettext("one more", "%(num)s more", count)


_LEFT: Said[str] = Said(
    {
        "heading": noop("%(group)s: titles and headings are not counted; they have %(more)s"),
        "annex": noop("%(group)s: annexes are not counted; they have %(more)s"),
        "furniture": noop("%(group)s: footnotes, headers and footers are not counted; they have %(more)s"),
        "text": noop("%(group)s: the text itself is not counted; it has %(more)s"),
    }
)
_ALWAYS: Said[str] = Said(
    {
        "names": noop("names of single cities, states and persons are not counted"),
        "senses": noop("words are counted, not senses: nobody has judged whether a word means an actor here"),
    }
)
"""What no count of words can say."""
