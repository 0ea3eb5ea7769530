"""How is it said how a claim stands? A word for its state, and its counts, judged and proposed apart."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

from hanse.saying import colon
from hanse.workspace.evidence.models.evidence import Stance
from hanse.workspace.evidence.states import Label, State

CALLED: dict[Label, Any] = {
    "open": pgettext_lazy("claim", "Open"),
    "supported": pgettext_lazy("claim", "Supported"),
    "contrasted": pgettext_lazy("claim", "Contrasted"),
    "disputed": pgettext_lazy("claim", "Disputed"),
}


def called(state: State) -> str:
    """The state in a word."""
    return str(CALLED[state.label])


def judged(state: State) -> str:
    """What people have settled, both sides always: "supports: 1 · contrasts: 0"."""
    sides = ((Stance.SUPPORTS, state.judged.supports), (Stance.CONTRASTS, state.judged.contrasts))
    return " · ".join(f"{side.label}{colon()}{count}" for side, count in sides)


def apart(state: State) -> list[str]:
    """What does not count toward the state, each kind in a sentence of its own; what there is none of is left out."""
    rest = state.judged.mentions + state.judged.unsure
    told = [proposed(state)] if state.proposed.total else []
    if state.disagreed:
        words = ngettext("judges disagree on %(n)s", "judges disagree on %(n)s", state.disagreed)
        told.append(words % {"n": state.disagreed})
    if state.circular:
        words = ngettext("%(n)s is of the claim's own source", "%(n)s are of the claim's own source", state.circular)
        told.append(words % {"n": state.circular})
    if rest:
        told.append(ngettext("%(n)s takes no side", "%(n)s take no side", rest) % {"n": rest})
    return told


def proposed(state: State) -> str:
    """How much is proposed and waits for a judgement; "" for nothing."""
    n = state.proposed.total
    return ngettext("%(n)s proposed, not judged", "%(n)s proposed, not judged", n) % {"n": n} if n else ""


def why(state: State) -> str:
    """Why the claim stands so, in a sentence."""
    return {
        "open": _("No independent evidence has been settled: nobody judged it, or judges differ."),
        "supported": _("People judged that independent evidence supports it, and found none that contrasts."),
        "contrasted": _("People judged that evidence contrasts it, and found none independent that supports it."),
        "disputed": _("People judged that there is evidence on both sides."),
    }[state.label]
