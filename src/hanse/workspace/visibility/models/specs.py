"""What exactly does a claim say of the words of a text? So that the text itself can answer."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models

from hanse.wording.audit import WordClaim
from hanse.workspace.documents.models import Document, symbol_key
from hanse.workspace.registry.models import Claim


class WordsClaimedSet(models.QuerySet["WordsClaimed"]):
    def visible_to(self, user: Any) -> WordsClaimedSet:
        """Those whose claim the user may see."""
        return self.filter(claim__in=Claim.objects.visible_to(user).order_by())


class WordsClaimed(models.Model):
    """That the text called ``about`` (or of that ``symbol``) has ``words`` at least ``least`` and at most ``most``
    times; None: no upper bound."""

    claim = models.OneToOneField(Claim, primary_key=True, on_delete=models.CASCADE, related_name="words_claimed")
    about = models.CharField(max_length=500)
    symbol = models.CharField(max_length=100, blank=True)
    words = models.JSONField(default=list)
    least = models.PositiveIntegerField(default=0)
    most = models.PositiveIntegerField(null=True, blank=True)
    language = models.CharField(max_length=8, default="en")

    objects = WordsClaimedSet.as_manager()

    class Meta:
        ordering = ["about", "claim"]

    def __str__(self) -> str:
        return self.claim.wording

    @property
    def spec(self) -> WordClaim:
        """As the library audits it."""
        return WordClaim(
            id=self.claim_id,
            about=self.about,
            says=self.claim.wording,
            words=tuple(self.words),
            least=self.least,
            most=self.most,
            language=self.language,
        )

    @property
    def symbol_key(self) -> str:
        return symbol_key(self.symbol)


class TextMeant(models.Model):
    """A person said that a document is the text that a claim is about."""

    claimed = models.ForeignKey(WordsClaimed, on_delete=models.CASCADE, related_name="texts")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="+")
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["claimed", "document"], name="one_text_meant_once")]
