"""What is published of the same number? Claims, each with its source and date, beside the computed value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, prefetch_related_objects
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from hanse.workspace.evidence.states import states
from hanse.workspace.impact.ledger.belonging import called_alike
from hanse.workspace.impact.models import Indicator
from hanse.workspace.registry.models import Claim
from hanse.workspace.registry.said import links_of


@dataclass(frozen=True, slots=True)
class Published:
    """A claim, where its source is opened, how far evidence supports it, and the record that it is about: None where
    that is the indicator, or is not documented."""

    claim: Claim
    link: str
    state: str
    subject: Any = None
    of_ours: bool = False
    """Whether it is about the indicator itself."""

    @property
    def label(self) -> str:
        """Its state in the language of the page: it follows from judged evidence."""
        labels = {"supported": _("supported"), "contrasted": _("contrasted"), "disputed": _("disputed")}
        return labels.get(self.state, pgettext("claim", "open"))


def published(indicators: Sequence[Indicator], user: Any) -> dict[str, list[Published]]:
    """By the keys of the indicators. A claim is of one where it is about it (field "value"), or where it is kept under
    the field that the indicator names; whose number it is then, its subject says."""
    kept = {each.pk: each.key for each in indicators if not each._state.adding}
    named = {each.claimed: each.key for each in indicators if each.claimed}
    ours = ContentType.objects.get_for_model(Indicator)
    asked = Q(field__in=named) | Q(subject_type=ours, subject_id__in=kept, field="value")
    claims = list(Claim.objects.visible_to(user).filter(asked).exclude(value="").select_related("source"))
    prefetch_related_objects(claims, "subject")
    links = links_of([each.source for each in claims], user)
    told = states(claims, user) if claims else {}
    found: dict[str, list[Published]] = {}
    for each in sorted(claims, key=lambda claim: (claim.source.date, claim.pk)):
        key = kept.get(each.subject_id) if each.subject_type_id == ours.pk else named.get(each.field)
        if key:
            state = told[each.pk].label if each.pk in told else "open"
            direct = each.subject_type_id == ours.pk
            told_of = None if direct else each.subject
            found.setdefault(key, []).append(Published(each, links[each.source_id], state, told_of, direct))
    return found


def beside(found: Sequence[Published], claimant: str) -> list[Published]:
    """Of what is published, what stands beside a number that ``claimant`` reports: what is said of the number itself or
    of the claimant; where there is no such thing, all, each with its subject."""
    own = [each for each in found if each.of_ours or (claimant and called_alike(str(each.subject or ""), claimant))]
    return own or list(found)
