"""Which positions does the list show? By state, claimant, text, year, region and words; by document or by ask."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.places.folding import spaced
from hanse.workspace.impact.ledger.positions import Ledger, Position
from hanse.workspace.impact.ledger.words import STATES
from hanse.workspace.registry.filters import refused
from hanse.workspace.registry.regions import NOWHERE, called
from hanse.workspace.registry.shown import alphabetical

NONE = "-"
"""Stands in an address for what is not documented."""


class Choice(forms.Form):
    """What the list is narrowed by; a choice that does not exist is a `problem`."""

    q = forms.CharField(
        required=False, label=gettext_lazy("Search"), max_length=200, widget=forms.TextInput(attrs={"type": "search"})
    )
    state = forms.ChoiceField(required=False, label=gettext_lazy("State"), choices=[*STATES.items()])
    by = forms.ChoiceField(
        required=False,
        label=gettext_lazy("Listed"),
        choices=[("document", gettext_lazy("by document")), ("ask", gettext_lazy("by ask"))],
    )
    claimant = forms.ChoiceField(required=False, label=gettext_lazy("Claimant"))
    text = forms.ChoiceField(required=False, label=gettext_lazy("Text"))
    year = forms.ChoiceField(required=False, label=gettext_lazy("Year"))
    region = forms.ChoiceField(required=False, label=gettext_lazy("Region of a claimant"))

    def __init__(self, data: Any, ledger: Ledger) -> None:
        super().__init__(data)
        positions = ledger.positions
        self._offer("claimant", {who.name: who.name for each in positions for who in each.claimants})
        self._offer("text", {each.text.key[:16]: each.text.title for each in positions if each.text})
        years = {each.year or NONE: each.year or _("not documented") for each in positions}
        self._offer("year", dict(sorted(years.items(), reverse=True)), ordered=True)
        regions = {name for each in positions for name in each.regions}
        self._offer("region", {name or NONE: called(name or NOWHERE) for name in regions})

    def _offer(self, name: str, found: dict[str, str], *, ordered: bool = False) -> None:
        held = list(found.items()) if ordered else sorted(found.items(), key=lambda each: alphabetical(each[1]))
        self.fields[name].choices = [("", _("any")), *held]

    def wanted(self) -> dict[str, str]:
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def state_wanted(self) -> str:
        return self.wanted().get("state", "counted")

    @property
    def by_ask(self) -> bool:
        return self.wanted().get("by") == "ask"

    @property
    def narrowed(self) -> bool:
        """By more than the state and the way of listing."""
        return bool(set(self.wanted()) - {"state", "by"})

    @property
    def problem(self) -> str:
        """Why nothing can be told as it was asked for; "" where it can."""
        return refused(self, _("positions"), set(self.fields))

    def chosen(self, positions: Iterable[Position]) -> list[Position]:
        """Those that pass all but the state."""
        wanted = self.wanted()
        return [each for each in positions if _passes(each, wanted)]


def _passes(each: Position, wanted: dict[str, str]) -> bool:
    region, year = wanted.get("region", ""), wanted.get("year", "")
    return (
        wanted.get("claimant", "") in ("", *(who.name for who in each.claimants))
        and wanted.get("text", "") in ("", each.text.key[:16] if each.text else "-")
        and (not year or (each.year or NONE) == year)
        and (not region or (region if region != NONE else "") in each.regions)
        and _has(each, wanted.get("q", ""))
    )


def _has(each: Position, words: str) -> bool:
    if not words:
        return True
    said = [each.title, each.about, each.whose, each.campaign, *(who.name for who in each.claimants)]
    said += [each.text.title, each.text.symbol] if each.text else []
    said += [each.passage.text] if each.passage else []
    there = spaced(" ".join(said))
    return all(word in there for word in spaced(words).split())
