"""What does a reader see of a pledge? Its answers in the order of the form, as lines of text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from hanse.workspace.pledges.asking import name_of, shown
from hanse.workspace.pledges.drafting import form_of
from hanse.workspace.pledges.models import WITH_CITY, Asks, Pledge
from hanse.workspace.registry.fields import exactly
from hanse.workspace.registry.kinds import KINDS


@dataclass(frozen=True, slots=True)
class Shown:
    """One answer: the name of its input, its label, its lines; ``link`` where the one line is an address."""

    name: str
    label: str
    lines: list[str]
    link: bool = False
    wrong: bool = False
    """Whether it is not yet as the form asks: then the lines are what was typed."""


def rows(pledge: Pledge, user: Any) -> list[Shown]:
    """Title and description apart, then what else was answered. Of a draft, what was typed is shown as it is."""
    form = form_of(pledge, user, check=True)
    found = [
        Shown(name, str(form.fields[name].label), [_typed(form, name)] if _typed(form, name) else [])
        for name in ("title", "description")
    ]
    for each in form.questions:
        name = name_of(each)
        if each.type == Asks.OBJECTIVES:
            continue
        if name in form.cleaned_data:
            found.append(Shown(name, each.label, shown(each, form.cleaned_data[name]), each.type == Asks.LINK))
        elif each.type == Asks.CITIES and pledge.state not in WITH_CITY:
            found.append(Shown(name, each.label, _seen(form.data.get(name, ""), user)))
        else:
            typed = form.data.getlist(name) or [form.data.get(f"{name}_amount", "")]
            found.append(Shown(name, each.label, [line for line in typed if line], wrong=True))
    partners = [line.strip() for line in _typed(form, "partners").splitlines() if line.strip()]
    found.append(Shown("partners", _("Partners"), partners))
    return found


def _seen(typed: str, user: Any) -> list[str]:
    """Of cities that were typed those that a reader sees: another's name is no trace that it leaves."""
    held = KINDS["cities"].records().visible_to(user)
    meant = (exactly(held, line, user) for line in typed.splitlines() if line.strip())
    return [str(found[0]) for found in meant if len(found) == 1]


def _typed(form: Any, name: str) -> str:
    return str(form.data.get(name, ""))
