"""Who sees which line of a briefing? Whoever sees all the records that it rests on, as they are handled now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from django.apps import apps

from hanse.workspace.accounts.rights import sees
from hanse.workspace.briefings.lines import Kept, Rest, Section
from hanse.workspace.campaigns.models import Campaign

ATTESTATION = "registry.attestation"


class Member:
    """Whoever signs in and has no office: what a copy to share may show."""

    is_authenticated = is_active = True
    role = "researcher"

    _named_for: ClassVar[Mapping[str, Sequence[str]]] = {}
    """No restricted record names them."""


def in_sight(sections: Sequence[Section], user: Any) -> tuple[Section, ...]:
    """The lines that somebody sees, without the sections that are empty then. One query a model."""
    known = _known([line for section in sections for line in section.lines], user)
    found = []
    for section in sections:
        lines = tuple(_shown(line, known) for line in section.lines if all(each in known for each in line.rests))
        if lines:
            found.append(replace(section, lines=lines))
    return tuple(found)


def _shown(line: Kept, known: set[Rest]) -> Kept:
    """With the record for its source where the one that attests it is out of sight."""
    if not line.proof or (ATTESTATION, line.proof) in known:
        return line
    return replace(line, quote="", source=line.plain, href=line.page, proof="")


def _known(lines: Sequence[Kept], user: Any) -> set[Rest]:
    wanted: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        for model, key in line.rests:
            wanted[model].add(key)
        if line.proof:
            wanted[ATTESTATION].add(line.proof)
    found: set[Rest] = {("handling", str(level)) for level in sees(user)}
    for model, keys in wanted.items():
        if model != "handling":
            held = apps.get_model(model).objects.visible_to(user).filter(pk__in=keys)
            if model == "campaigns.askrecord":
                held = held.standing().filter(campaign__in=Campaign.objects.visible_to(user))
            found |= {(model, str(key)) for key in held.order_by().values_list("pk", flat=True)}
    return found
