"""What did each side promise the other, and what became of it? The terms of an agreement, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from hanse.workspace.registry.instruments.sayings import sayings_of
from hanse.workspace.registry.models import Actor, Gives, Instrument, Kept, Term
from hanse.workspace.registry.said import Saying

MARKS = {Kept.PROMISED: "○", Kept.PARTLY: "◐", Kept.DELIVERED: "●", Kept.WITHHELD: "✕"}


@dataclass(frozen=True, slots=True)
class Told:
    """A term with the mark of what became of it, and what sources report of it: what was committed, paid, returned."""

    term: Term
    mark: str
    reported: tuple[Saying, ...]
    attested: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """What one party gives, and how many of its terms stand how."""

    giver: Actor
    terms: tuple[Told, ...]

    @property
    def tally(self) -> list[tuple[str, str, int]]:
        counts = [(kept, sum(each.term.kept == kept for each in self.terms)) for kept in Kept]
        return [(MARKS[kept], str(kept.label), number) for kept, number in counts if number]


def sides(instrument: Instrument, user: Any, day: date) -> list[Side]:
    """The parties that give something; the terms of each by their date, then by what is given."""
    held = Term.objects.visible_to(user).filter(instrument=instrument).begun(day)
    terms = list(held.select_related("giver", "receiver").order_by("first", "pk"))
    terms.sort(key=lambda each: (each.first or date.min, Gives.values.index(each.gives), each.pk))
    said = sayings_of(terms, user)
    givers = {each.giver_id: each.giver for each in terms}
    return [
        Side(giver, tuple(_told(each, said[each.pk]) for each in terms if each.giver_id == pk))
        for pk, giver in givers.items()
    ]


def _told(term: Term, said: list[Saying]) -> Told:
    own = {"", *(field.name for field in Term._meta.concrete_fields)}
    reported = tuple(each for each in said if each.attestation.field not in own)
    return Told(term, MARKS[Kept(term.kept)], reported, tuple(each for each in said if each not in reported))
