"""What do the starting facts claim of words? Each such claim gets what can be counted of it, as the library has it."""

from __future__ import annotations

from hanse.wording.audit import stored
from hanse.workspace.registry.models import Claim
from hanse.workspace.registry.seeding import also
from hanse.workspace.visibility.models import WordsClaimed

CLAIMS = {
    "gcm-no-city-no-mayor": "claim-gcm-no-city-no-mayor",
    "gcm-urban-once": "claim-gcm-urban-once",
    "gcr-cities-once": "claim-gcr-one-mention",
    "gcr-networks": "claim-gcr-networks",
    "gcr-in-consultation": "claim-gcr-in-consultation",
    "unhcr-plan-urban-once": "claim-unhcr-plan-urban-once",
}
"""The library's claims, by the keys of the records that state them."""


@also
def seed() -> None:
    """Tie to the claims of the starting facts what they say of words; what is tied already stays as it is."""
    known = set(Claim.objects.filter(pk__in=CLAIMS.values()).values_list("pk", flat=True))
    tied = set(WordsClaimed.objects.filter(claim__in=known).values_list("claim_id", flat=True))
    WordsClaimed.objects.bulk_create(
        WordsClaimed(
            claim_id=CLAIMS[each.id],
            about=each.about,
            words=list(each.words),
            least=each.least,
            most=each.most,
            language=each.language,
        )
        for each in stored()
        if each.id in CLAIMS and CLAIMS[each.id] in known - tied
    )
