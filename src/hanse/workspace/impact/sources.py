"""Which numbers are made by code, not by conditions on records? Positions influenced, and shares of a survey."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from hanse.workspace.impact.values import Listed, Told, Unit, Value
from hanse.workspace.surveys.counting import response, results
from hanse.workspace.surveys.models import Question, Survey

Counts = Callable[[Any, Any, date, "date | None"], Value]


@dataclass(frozen=True, slots=True)
class Source:
    """A count that code makes, and what it counts in words."""

    count: Counts
    words: Any


def positions(rule: Any, user: Any, day: date, since: date | None) -> Value:
    """Positions that a reviewer or somebody else outside all claimants confirmed; the rest is told apart."""
    from hanse.workspace.impact.ledger import in_brief

    ledger = in_brief(user, day)
    held = [group for group in ledger.units if since is None or any(each.within(since, day) for each in group)]
    undated = sum(1 for group in ledger.units if not any(each.date for each in group))
    asks = sum(len(group) for group in held)
    told = ngettext("They answer %(n)d ask or change.", "They answer %(n)d asks and changes.", asks) % {"n": asks}
    apart = tuple(filter(None, (_apart(ledger, state) for state in ("proposed", "claimed", "disputed"))))
    return Value(
        len(held),
        day,
        since,
        undated,
        apart=apart,
        note=told if asks > len(held) else "",
        members=Positions(held, user, day),
    )


class Positions:
    """The positions that were counted, in groups that count once; their words are read as soon as one is opened."""

    def __init__(self, groups: Sequence[Any], user: Any, day: date) -> None:
        self.groups, self.user, self.day = groups, user, day

    def __len__(self) -> int:
        return len(self.groups)

    def __getitem__(self, place: slice) -> Sequence[Unit]:
        return [_position(tuple(self._told[each.key] for each in group)) for group in self.groups[place]]

    def keys(self) -> Iterator[tuple[str, str]]:
        return ((each.kind, each.key) for group in self.groups for each in group)

    @cached_property
    def _told(self) -> dict[str, Any]:
        from hanse.workspace.impact.ledger import influenced

        return {each.key: each for each in influenced(self.user, self.day).positions}


def _position(group: Any) -> Unit:
    first = group[0]
    return Unit(first.kind, first.key, first.title, first.address, records=group, of=len(group))


def _apart(ledger: Any, state: str) -> Told | None:
    count = len(ledger.of(state))
    if not count:
        return None
    words = {
        "proposed": ngettext(
            "%(n)d more is proposed by the machine, and nobody has judged it.",
            "%(n)d more are proposed by the machine, and nobody has judged them.",
            count,
        ),
        "claimed": ngettext(
            "%(n)d more is claimed, and nobody outside has confirmed it.",
            "%(n)d more are claimed, and nobody outside has confirmed them.",
            count,
        ),
        "disputed": ngettext("%(n)d more is disputed.", "%(n)d more are disputed.", count),
    }[state]
    return Told(count, words % {"n": count}, reverse("ledger"))


def survey(rule: Any, user: Any, day: date, since: date | None) -> Value:
    """The share of one question, in its last round that had ended by the day; never joined over rounds."""
    asked = Question.objects.filter(key=rule.question, survey__in=Survey.objects.visible_to(user))
    rounds = [(each.survey.ended, each) for each in asked.select_related("survey") if each.survey.ended]
    rounds = [(ended, each) for ended, each in rounds if timezone.localdate(ended) <= day]
    rounds = [(ended, each) for ended, each in rounds if since is None or timezone.localdate(ended) >= since]
    if not rule.question:
        return Value(None, day, since, note=_("The question of a survey whose share it is has not been chosen."))
    if not rounds:
        return Value(None, day, since, note=_("No survey with this question had ended by the day."))
    ended, question = max(rounds, key=lambda each: (each[0], each[1].pk))
    held = question.survey
    found = next(each for each in results(held, held.language) if each.question.pk == question.pk)
    told = response(held)
    when = _("Asked until %(day)s.") % {"day": date_format(timezone.localtime(ended), "DATE_FORMAT")}
    note = f"{told.words}. {when}"
    if found.hidden or found.share is None:
        note = f"{_('Too few answered for anything to be shown.')} {note}" if found.hidden else note
        return Value(None, day, since, note=note, opens=held.get_absolute_url())
    unit = Unit("surveys", held.pk, str(held), held.get_absolute_url(), aside=found.wording)
    return Value(
        found.share.count,
        day,
        since,
        of=found.share.n,
        note=f"{found.share.definition}. {note}",
        opens=held.get_absolute_url(),
        members=Listed((unit,), (("surveys", held.pk),)),
    )


SOURCES: dict[str, Source] = {
    "positions": Source(
        positions,
        gettext_lazy(
            "Counted: passages of texts that took up an ask, and changes where there was no draft to compare, each "
            "confirmed by somebody outside all who claim it; each once, however many claim it. What only the "
            "machine says, what nobody outside confirmed and what is disputed is told apart."
        ),
    ),
    "survey": Source(
        survey,
        gettext_lazy(
            "Counted: answers to one question of a survey, in its last round that had ended by the day, as a share of "
            "all who answered the question. Fewer than five answers are not shown."
        ),
    ),
}
