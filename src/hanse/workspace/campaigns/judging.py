"""What do people make of what the machine proposed? The standing of each cell, machine and people kept apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hanse.reports.phrases import called
from hanse.workspace.campaigns.audience import up_to
from hanse.workspace.campaigns.models import Campaign, Review

Standing = Literal["proposed", "confirmed", "overridden", "disputed"]
STANDINGS: tuple[Standing, ...] = ("proposed", "confirmed", "overridden", "disputed")
SAYS: dict[Standing, Promise] = {
    "proposed": _("machine proposed"),
    "confirmed": pgettext_lazy("finding", "confirmed"),
    "overridden": pgettext_lazy("finding", "overridden"),
    "disputed": _("reviewers disagree"),
}
_SENTENCES: dict[Standing, Promise] = {
    "confirmed": _("Confirmed by a reviewer."),
    "overridden": _("A reviewer overrides this: %(outcome)s."),
    "disputed": _("Reviewers disagree on this."),
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """The outcome that is shown, and on whose word. Where reviewers disagree the machine's stays, and says so."""

    outcome: str
    standing: Standing
    earlier: bool = False
    """Somebody judged an earlier wording, and nobody this one."""


def judgement(machine: str, judged: str, verdicts: Sequence[tuple[str, str]]) -> Judgement:
    """``verdicts`` are pairs of outcome and digest of the wordings; only those of the present wording count."""
    outcomes = {outcome for outcome, wording in verdicts if wording == judged}
    if not outcomes:
        return Judgement(machine, "proposed", earlier=bool(verdicts))
    if len(outcomes) > 1:
        return Judgement(machine, "disputed")
    outcome = next(iter(outcomes))
    return Judgement(outcome, "confirmed" if outcome == machine else "overridden")


Place = tuple[str, str]
"""Keys of an ask and a draft."""


def verdicts(campaign: Campaign, audience: str) -> dict[Place, list[tuple[str, str]]]:
    """Every cell's verdicts that an audience may know of. At most two queries."""
    found: dict[Place, list[tuple[str, str]]] = {}
    rows = list(campaign.reviews.values_list("ask_id", "draft_id", "outcome", "judged", "audience", "machine"))
    seen = set(up_to(audience))
    wordings = _wordings(campaign, audience) if any(row[4] not in seen for row in rows) else {}
    for ask, draft, outcome, judged, level, machine in rows:
        if level in seen or wordings.get((ask, draft)) == (judged, machine):
            found.setdefault((ask, draft), []).append((outcome, judged))
    return found


def told(campaign: Campaign, audience: str) -> dict[tuple[str, str], str]:
    """What people made of each finding, as a sentence for exports; by the ids that ask and draft have on the board."""
    said = verdicts(campaign, audience)
    rows = campaign.findings.filter(audience=audience, ask__in={ask for ask, _ in said}).select_related("ask", "draft")
    sentences = {}
    for row in rows:
        one = judgement(row.outcome, row.judged, said.get((row.ask_id, row.draft_id), ()))
        if one.standing != "proposed":
            sentences[row.ask.name, row.draft.name] = str(_SENTENCES[one.standing]) % {"outcome": called(one.outcome)}
    return sentences


def known(reviews: Iterable[Review], audience: str, judged: str, machine: str) -> list[Review]:
    """The reviews of one cell that an audience may know of.

    Whoever judged with more in sight is heard where the finding is the same without it; the note then stays behind.
    """
    heard = []
    for review in reviews:
        if review.audience not in up_to(audience):
            if (review.judged, review.machine) != (judged, machine):
                continue
            review.note = ""
        heard.append(review)
    return heard


def disagree(reviews: Iterable[Review], judged: str) -> bool:
    """Whether reviewers of the present wording hold different outcomes."""
    return len({review.outcome for review in reviews if review.judged == judged}) > 1


def _wordings(campaign: Campaign, audience: str) -> dict[Place, tuple[str, str]]:
    rows = campaign.findings.filter(audience=audience).values_list("ask_id", "draft_id", "judged", "outcome")
    return {(ask, draft): (judged, outcome) for ask, draft, judged, outcome in rows}
