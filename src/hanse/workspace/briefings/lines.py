"""What is one line of a briefing? What is to be known, why, the words that prove it, and the records it rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from hanse.workspace.languages import listed
from hanse.workspace.registry.kinds import kind_of
from hanse.workspace.registry.models import Attestation, Record
from hanse.workspace.registry.said import links_of

LONGEST_QUOTE = 400
Rest = tuple[str, str]
"""A model's label and a key: what a line says is seen by whoever sees the record."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to know before a meeting.

    ``record`` is what it says it of, ``others`` what else it names. ``why`` gives the reason of what is proposed.
    ``source`` and ``href`` name where it comes from; where they are empty, who attests the record, or its own page.
    ``levels`` are handling levels that one must see besides.
    """

    text: str
    record: Any
    others: tuple[Any, ...] = ()
    why: str = ""
    quote: str = ""
    source: str = ""
    href: str = ""
    levels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """A line as a briefing keeps it: words, addresses, and the keys of the records.

    ``proof`` is the attestation that is quoted or named; to whoever does not see that, ``plain`` names the record.
    """

    text: str
    why: str
    page: str
    quote: str
    source: str
    href: str
    plain: str
    rests: tuple[Rest, ...]
    proof: str = ""

    @property
    def because(self) -> str:
        """Why it stands there, as the end of a sentence; "" where nothing is said."""
        return ended(self.why) if self.why else ""


def ended(said: str) -> str:
    """A sentence with its full stop, of which it has one already where what it quotes ends with one."""
    return said if said.rstrip('”’"»)').endswith((".", "!", "?", "…")) else f"{said}."


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading, the weightiest first; ``name`` is its place on the page."""

    name: str
    heading: str
    lines: tuple[Kept, ...] = field(default=())


def kept(sections: Iterable[tuple[str, str, Sequence[Line]]], user: Any) -> tuple[Section, ...]:
    """Sections with something in them, each line with its source. One query a model for the sources."""
    sections = [(name, heading, list(lines)) for name, heading, lines in sections]
    proofs = _proofs([line.record for _name, _heading, lines in sections for line in lines if not line.source], user)
    return tuple(
        Section(name, heading, tuple(_kept(line, proofs.get(_rest(line.record))) for line in lines))
        for name, heading, lines in sections
        if lines
    )


def _kept(line: Line, proof: tuple[Attestation, str] | None) -> Kept:
    page = line.record.get_absolute_url() if hasattr(line.record, "get_absolute_url") else line.href
    plain = _plain(line.record)
    rests = [_rest(each) for each in (line.record, *line.others)] + [("handling", str(each)) for each in line.levels]
    rests = tuple(dict.fromkeys(rests))
    if line.source:
        return Kept(line.text, line.why, page, _short(line.quote), line.source, line.href or page, plain, rests)
    if proof is None:
        return Kept(line.text, line.why, page, _short(line.quote), plain, page, plain, rests)
    said, href = proof
    quote = line.quote or said.quote
    return Kept(line.text, line.why, page, _short(quote), _named(said), href, plain, rests, proof=said.pk)


def _plain(record: Any) -> str:
    """The record itself as a source."""
    if isinstance(record, Record):
        return _("Registry: %(kind)s") % {"kind": kind_of(record).label}
    return str(record._meta.verbose_name)


def _named(said: Attestation) -> str:
    """The source by its short name, with the place in it."""
    source = said.source
    name = source.title if len(source.title) <= 60 or not source.publisher else source.publisher
    return listed(part for part in (name, said.locator) if part)


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= LONGEST_QUOTE else f"{words[: LONGEST_QUOTE - 1].rsplit(maxsplit=1)[0]}…"


def _rest(record: Any) -> Rest:
    return record._meta.label_lower, str(record.pk)


def _proofs(records: Iterable[Any], user: Any) -> dict[Rest, tuple[Attestation, str]]:
    """Of each record the attestation that says most: one of the record as such, with its words, the newest."""
    by_model: dict[Any, list[Any]] = defaultdict(list)
    for each in records:
        if isinstance(each, Record):
            by_model[type(each)].append(each)
    found: dict[Rest, Attestation] = {}
    for model, held in by_model.items():
        said = Attestation.objects.all().about_all_seen(held, user).select_related("source")
        for each in sorted(said, key=lambda it: (it.field == "", bool(it.quote), it.on or it.source.date, it.pk)):
            found[model._meta.label_lower, each.record_id] = each
    links = links_of([each.source for each in found.values()], user)
    return {rest: (each, links[each.source_id]) for rest, each in found.items()}
