"""Who stands outside? What a reviewer of a finding says of where they belong, and what others reply to a finding."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from simple_history.models import HistoricalRecords

from hanse.saying import comma
from hanse.workspace.accounts.rights import Handling
from hanse.workspace.campaigns.models import AskRecord, CampaignDocument, Review
from hanse.workspace.impact.models.changes import LONGEST_TEXT, Answers
from hanse.workspace.keys import key
from hanse.workspace.registry.models import Actor, EdtfField


class Outside(models.Model):
    """A reviewer's own statement to belong to no claimant of a finding, and to which organisation instead.

    ``claimants`` are those that were named when it was made: where others ask for it since, it has lapsed.
    """

    id = models.CharField(primary_key=True, max_length=12, default=key, editable=False)
    review = models.OneToOneField(Review, on_delete=models.CASCADE, related_name="outside")
    organisation = models.ForeignKey(
        Actor,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=gettext_lazy("organisation"),
    )
    name = models.CharField(
        gettext_lazy("organisation"),
        max_length=300,
        blank=True,
        help_text=gettext_lazy("where it is not in the registry; or “on my own account”"),
    )
    function = models.CharField(gettext_lazy("function"), max_length=200, blank=True)
    claimants = models.TextField(editable=False)
    made = models.DateTimeField(auto_now_add=True)
    changed = models.DateTimeField(auto_now=True)

    history = HistoricalRecords()

    def __str__(self) -> str:
        return comma().join(str(each) for each in (self.organisation or self.name, self.function) if each)


class FindingReply(models.Model):
    """What the one whose text it is says of a finding: a state's delegation, the facilitators, a secretariat."""

    id = models.CharField(primary_key=True, max_length=12, default=key, editable=False)
    ask = models.ForeignKey(AskRecord, on_delete=models.CASCADE, related_name="replies")
    draft = models.ForeignKey(CampaignDocument, on_delete=models.CASCADE, related_name="replies")
    by = models.CharField(gettext_lazy("who"), max_length=300, help_text=gettext_lazy("a delegation, a secretariat"))
    says = models.CharField(gettext_lazy("says"), max_length=12, choices=Answers.choices, blank=True)
    words = models.TextField(gettext_lazy("words"), max_length=LONGEST_TEXT)
    date = EdtfField(gettext_lazy("when"))
    source = models.CharField(
        gettext_lazy("source"), max_length=500, blank=True, help_text=gettext_lazy("where it can be read")
    )
    handling = models.CharField(max_length=12, choices=Handling.choices, default=Handling.INTERNAL)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    made = models.DateTimeField(auto_now_add=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["date", "made", "id"]

    def __str__(self) -> str:
        return _("%(who)s: %(says)s") % {"who": self.by, "says": self.words[:80]}

    @property
    def denies(self) -> bool:
        return self.says == Answers.DENIES
