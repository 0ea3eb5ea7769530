"""How does the ledger say why something counts, or does not? The sentences of its pages, in the page's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from hanse.reports.phrases import called
from hanse.workspace.impact.ledger.positions import Position, Said
from hanse.workspace.impact.models.changes import Answers, Says

STATES: dict[str, Any] = {
    "counted": pgettext_lazy("position", "Counted"),
    "claimed": pgettext_lazy("position", "Claimed"),
    "disputed": pgettext_lazy("position", "Disputed"),
    "proposed": pgettext_lazy("position", "Proposed"),
}
REASONS: dict[str, Any] = {
    "": "",
    "unconfirmed": gettext_lazy("Nobody has confirmed it yet."),
    "inside": gettext_lazy("Those who confirm it belong to a claimant; somebody outside has not confirmed it yet."),
    "unknown": gettext_lazy("Whether those who confirm it stand outside the claimants is not documented."),
    "unclaimed": gettext_lazy("Nobody claims it."),
    "denied": gettext_lazy("Somebody denies it, and the denial is not settled."),
    "disagree": gettext_lazy("Reviewers disagree on what became of the ask."),
    "machine": gettext_lazy("The machine proposes it; no person has judged it yet."),
}
MISSING: dict[str, Any] = {
    "unconfirmed": gettext_lazy("One person outside all claimants has to confirm it."),
    "inside": gettext_lazy("One person outside all claimants has to confirm it."),
    "unknown": gettext_lazy("Whoever confirmed it has to say where they belong, or somebody else outside confirms it."),
    "unclaimed": gettext_lazy("Somebody has to claim a contribution."),
    "denied": gettext_lazy("The denial has to be settled, and how it was settled written down."),
    "disagree": gettext_lazy("The reviewers have to come to hold the same outcome; each changes only their own."),
    "machine": gettext_lazy("A reviewer outside all claimants has to confirm it."),
}
LEFT_OUT: dict[str, Any] = {
    "already there": gettext_lazy("an earlier version had it before the ask"),
    "agreed language": gettext_lazy("an adopted text had it already"),
    "never there": gettext_lazy("the words that were to go had never stood there"),
    "retained": gettext_lazy("it was asked to stay, and stayed"),
    "judged otherwise": gettext_lazy("reviewers hold that it was not met"),
}
_SAYS: dict[str, Any] = {**dict(Says.choices), "acknowledges": Answers.ACKNOWLEDGES.label, "": Answers.COMMENTS.label}


def rule() -> str:
    """The counting rule, in words."""
    return _(
        "An ask counts where it was met, in part at least, in the adopted text or else the latest version, by words "
        "that no earlier text had or that another proposal shared, and where a reviewer outside all claimants "
        "confirmed it and no reviewer holds otherwise. A change without a draft counts where somebody claims it, "
        "somebody outside all claimants confirms it, and no denial stands. By document a passage counts once, however "
        "many asked for it; a change counts once, however many claim it. Examples count for nothing."
    )


def says(said: Said) -> str:
    """What somebody says, in a word or two: "Confirms it"; of a reviewer, the outcome."""
    return str(_SAYS[said.says]) if said.says in _SAYS else called(said.says)


def stands(said: Said) -> str:
    """Where somebody who confirms stands, and how that is known."""
    told = {
        "campaign": _("inside: made this campaign or wrote its asks"),
        "speaks": _("inside: speaks for %(of)s"),
        "silent": _("has not stated where they belong"),
        "lapsed": _("stated to be outside, of %(of)s, before others asked for the same passage"),
        "tied": _("inside: %(of)s is a claimant, or tied to one"),
        "stated": _("outside, of %(of)s, by their own statement"),
        "registry": _("outside: the registry knows of no tie to a claimant"),
        "said": _("outside, as the record says"),
        "nobody": _("no body of the registry is named, and nothing says why they are outside"),
    }[said.why]
    return told % {"of": said.who}


def left_out(out: Mapping[str, int]) -> list[tuple[int, str]]:
    """How many met asks are no positions influenced, and why."""
    return [(number, str(LEFT_OUT[reason])) for reason, number in out.items()]


def missing(position: Position) -> str:
    """What has to come before it counts; "" where it does."""
    return str(MISSING.get(position.reason, ""))
