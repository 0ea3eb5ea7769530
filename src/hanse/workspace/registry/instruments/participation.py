"""Who did what to an instrument by a day, and how is that said so that it is true?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, ngettext_lazy

from hanse.reports.finding import day as written
from hanse.text.dates import days
from hanse.workspace.registry.as_of import grouped
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.models import BINDS, Act, Attestation, Instrument, InstrumentKind, Participation
from hanse.workspace.registry.models.acts import why_unsigned
from hanse.workspace.registry.together import together

FEW = 3
"""So many actors of an act are named in the sentence; more are counted."""
MOST = 400
LISTED = "parties listed as known"
"""The measure by which a source says of which day the registry has its whole list of parties."""
_BY_WORD = (Act.ADOPTED, Act.ENDORSED, Act.AFFIRMED)
_VOTES = (Act.VOTED_FOR, Act.VOTED_AGAINST, Act.ABSTAINED)
_JOINS = (*sorted(BINDS), Act.WITHDREW)
_BOUND = {
    Act.RATIFIED: ngettext_lazy("%(n)s ratified", "%(n)s ratified", "n"),
    Act.ACCEDED: ngettext_lazy("%(n)s acceded", "%(n)s acceded", "n"),
    Act.SUCCEEDED: ngettext_lazy("%(n)s succeeded", "%(n)s succeeded", "n"),
}
TREATIES = frozenset(
    {InstrumentKind.TREATY, InstrumentKind.CONVENTION, InstrumentKind.PROTOCOL, InstrumentKind.AGREEMENT}
)


@dataclass(frozen=True, slots=True)
class Group:
    """All that did one thing, by name."""

    act: Act
    records: tuple[Participation, ...]

    @property
    def label(self) -> str:
        return str(self.act.label)

    @property
    def shown(self) -> tuple[Participation, ...]:
        """As many as a page bears; the others are in the list of all."""
        return self.records[:MOST]


class Participants:
    """What is documented of an instrument's participants up to a day, as a user may see it. One query."""

    def __init__(self, instrument: Instrument, user: Any, day: date) -> None:
        self.instrument, self.user, self.day = instrument, user, day
        known = KINDS["participations"].known(instrument.participations.all().visible_to(user), day)
        self.records: list[Participation] = list(known.select_related("actor").order_by("date", "pk"))
        for each in self.records:
            each.instrument = instrument
        self.parties = standing_parties(self.records)

    def did(self, act: str) -> list[Participation]:
        return [each for each in self.records if each.act == act]

    @property
    def groups(self) -> list[Group]:
        """By act, in the order of the vocabulary; within an act by name."""
        acts = [(act, self.did(act)) for act in Act]
        return [Group(act, tuple(sorted(found, key=lambda each: str(each.actor)))) for act, found in acts if found]

    @cached_property
    def known_on(self) -> str:
        """The newest day, up to the one shown, of which a source's list of parties was read whole; "" where none was.

        Who joined or left later is documented only by chance.
        """
        return as_known([self.instrument], self.user, self.day).get(self.instrument.pk, "")

    @property
    def signed_only(self) -> list[Participation]:
        """Who signed and is no party: a signature alone binds nobody to a treaty that is to be ratified."""
        return [each for each in self.did(Act.SIGNED) if each.actor_id not in self.parties]

    @property
    def undated(self) -> int:
        return sum(not each.date for each in self.records)

    @property
    def steps(self) -> list[tuple[date, int]]:
        """How many were parties from each day on; of what is not ratified, how many had signed or endorsed."""
        counted = _JOINS if any(each.act in BINDS for each in self.records) else (Act.SIGNED, Act.ENDORSED)
        return steps(each for each in self.records if each.act in counted)

    @property
    def sentences(self) -> list[str]:
        """In words that fit the kind of instrument: nobody "signed" what was voted on."""
        return [*self._adopted(), *self._voted(), *self._joined(), *self._unsigned()]

    def _adopted(self) -> Iterator[str]:
        adopted = days(self.instrument.adopted)
        if adopted and adopted[0] <= self.day and not self.did(Act.ADOPTED):
            yield _("Adopted on %(day)s.") % {"day": written(self.instrument.adopted)}
        for act in _BY_WORD:
            found = self.did(act)
            if 0 < len(found) <= FEW:
                yield self._done(act, found)
            elif found:
                yield _("%(act)s by %(who)s.") % {"act": act.label, "who": grouped(len(found))}

    def _done(self, act: Act, found: list[Participation]) -> str:
        """What a few did, by name; on which day, where it is one, and by which vote."""
        on = {each.date for each in found}
        day = written(found[0].date) if len(on) == 1 and found[0].date else ""
        votes = self._votes if act == self._carried else ""
        said = {"act": act.label, "who": together(each.actor for each in found), "day": day, "votes": votes}
        if day and votes:
            return _("%(act)s by %(who)s on %(day)s, with %(votes)s.") % said
        if votes:
            return _("%(act)s by %(who)s, with %(votes)s.") % said
        return (_("%(act)s by %(who)s on %(day)s.") if day else _("%(act)s by %(who)s.")) % said

    def _voted(self) -> Iterator[str]:
        if self._votes and self._carried is None:
            yield _("The vote: %(votes)s.") % {"votes": self._votes}

    @property
    def _carried(self) -> Act | None:
        """The act that the vote was on: done by a few, on the day of the votes."""
        voted = {each.date for act in _VOTES for each in self.did(act)}
        done = [(act, self.did(act)) for act in _BY_WORD]
        few = [(act, {each.date for each in found}) for act, found in done if 0 < len(found) <= FEW]
        return next((act for act, on in few if voted and on == voted), None)

    @property
    def _votes(self) -> str:
        votes = [len(self.did(act)) for act in _VOTES]
        told = _("%(yes)s for, %(no)s against, %(neither)s abstaining")
        return told % dict(zip(("yes", "no", "neither"), votes, strict=True)) if any(votes) else ""

    def _joined(self) -> Iterator[str]:
        if self.parties:
            held = parties_told(len(self.parties), self.known_on)
            yield _("%(parties)s: %(how)s.") % {"parties": held, "how": together(self._ways())}
        signed, alone = len(self.did(Act.SIGNED)), len(self.signed_only)
        if signed and self.parties and alone:
            told = ngettext(
                "%(signed)s signed; %(n)s of them is no party.",
                "%(signed)s signed; %(n)s of them are no parties.",
                alone,
            )
            yield told % {"signed": signed, "n": alone}
        elif signed:
            yield ngettext("%(n)s signed.", "%(n)s signed.", signed) % {"n": signed}
        if gone := len({each.actor_id for each in self.did(Act.WITHDREW)}):
            yield ngettext("%(n)s withdrew.", "%(n)s withdrew.", gone) % {"n": gone}

    def _ways(self) -> Iterator[str]:
        """By which acts, each with how many."""
        for act in sorted(BINDS):
            if n := sum(each.act == act for each in self.parties.values()):
                yield _BOUND[act] % {"n": n}

    def _unsigned(self) -> Iterator[str]:
        if self.records and not self.did(Act.SIGNED) and (why := why_unsigned(self.instrument)):
            yield why


def parties_told(n: int, known_on: str) -> str:
    """How many there are, in words; ``known_on`` is the day on which a list of them was read whole, "" for none."""
    if not known_on:
        return ngettext("%(n)s party", "%(n)s parties", n) % {"n": n}
    told = ngettext(
        "%(n)s party documented here (the list was whole on %(day)s, later ones only where known)",
        "%(n)s parties documented here (the list was whole on %(day)s, later ones only where known)",
        n,
    )
    return told % {"n": n, "day": written(known_on)}


def standing_parties(records: Iterable[Participation]) -> dict[str, Participation]:
    """By actor, the act that made it a party, where it has not withdrawn since. ``records`` come by date."""
    parties: dict[str, Participation] = {}
    for each in records:
        if each.act in BINDS:
            parties.setdefault(each.actor_id, each)
        elif each.act == Act.WITHDREW:
            parties.pop(each.actor_id, None)
    return parties


def steps(records: Iterable[Participation]) -> list[tuple[date, int]]:
    """Days with the number of actors from then on; what has no date cannot be placed."""
    inside: set[str] = set()
    counts: dict[date, int] = {}
    for each in records:
        if meant := days(each.date):
            (inside.discard if each.act == Act.WITHDREW else inside.add)(each.actor_id)
            counts[meant[0]] = len(inside)
    return sorted(counts.items())


def at_a_glance(instruments: list[Instrument], user: Any, day: date) -> dict[str, str]:
    """For a list: by instrument, who took part, in half a line. Two queries."""
    found = Participation.objects.visible_to(user).filter(instrument__in=instruments)
    rows: dict[str, list[Participation]] = {}
    for each in KINDS["participations"].known(found, day).select_related("actor").order_by("date", "pk"):
        rows.setdefault(each.instrument_id, []).append(each)
    known = as_known(instruments, user, day)
    return {pk: _glance(records, known.get(pk, "")) for pk, records in rows.items()}


def as_known(instruments: Sequence[Instrument], user: Any, day: date) -> dict[str, str]:
    """By instrument, the newest date up to a day on which its list of parties was known whole. One query."""
    said = Attestation.objects.all().about_all_seen(list(instruments), user).filter(field=LISTED)
    found: dict[str, list[tuple[date, str]]] = {}
    for pk, on in said.order_by().values_list("record_id", "on"):
        if (meant := days(on)) and meant[0] <= day:
            found.setdefault(pk, []).append((meant[0], on))
    return {pk: max(dates)[1] for pk, dates in found.items()}


def _glance(records: list[Participation], known: str) -> str:
    votes = [sum(each.act == act for each in records) for act in _VOTES]
    signed = len({each.actor_id for each in records if each.act == Act.SIGNED})
    words = [_by_word(act, {str(each.actor) for each in records if each.act == act}) for act in _BY_WORD]
    joined = len(standing_parties(records))
    parts = [_whole(joined, known)] if joined else []
    if any(votes):
        told = _("%(yes)s for, %(no)s against, %(neither)s abstained")
        parts.append(told % dict(zip(("yes", "no", "neither"), votes, strict=True)))
    parts += [ngettext("%(n)s signed", "%(n)s signed", signed) % {"n": signed}] if signed else []
    parts += [each for each in words if each]
    return " · ".join(parts)


def _whole(n: int, known: str) -> str:
    if not known:
        return parties_told(n, "")
    told = ngettext("%(n)s party, list whole on %(day)s", "%(n)s parties, list whole on %(day)s", n)
    return told % {"n": n, "day": written(known)}


def _by_word(act: Act, names: set[str]) -> str:
    who = together(sorted(names)) if 0 < len(names) <= FEW else str(len(names))
    return _("%(act)s by %(who)s") % {"act": act.in_words, "who": who} if names else ""
