"""What is counted, and by which rule? An indicator; every rule that it ever had is in its history."""

from __future__ import annotations

from itertools import groupby
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.errors import HanseError
from hanse.workspace.impact.rules import Rule, canonical
from hanse.workspace.readable import check_readable
from hanse.workspace.registry.models import EdtfField, Record

LONGEST_RULE = 10_000


class Indicator(Record):
    """A counting rule with a name. ``rule`` is JSON as `hanse.workspace.impact.rules` reads it; what the page says of
    it in words is made from it."""

    called_by: ClassVar[tuple[str, ...]] = ("name", "key")

    key = models.SlugField(
        gettext_lazy("key"),
        max_length=40,
        unique=True,
        help_text=gettext_lazy("as it stands in addresses: pledges-mobilised"),
    )
    name = models.CharField(gettext_lazy("name"), max_length=200)
    definition = models.TextField(
        gettext_lazy("definition"),
        blank=True,
        validators=[MaxLengthValidator(2000)],
        help_text=gettext_lazy("what it stands for, in a sentence; how it is counted follows from the rule"),
    )
    rule = models.TextField(
        gettext_lazy("rule"),
        validators=[MaxLengthValidator(LONGEST_RULE)],
        help_text=gettext_lazy("as JSON: kind, where, date, once_per; the page says in words what it means"),
    )
    claimed = models.CharField(
        gettext_lazy("claimed as"),
        max_length=60,
        blank=True,
        help_text=gettext_lazy("the field under which published claims of the same number are kept"),
    )
    baseline = models.DecimalField(gettext_lazy("baseline"), max_digits=18, decimal_places=2, null=True, blank=True)
    baseline_on = EdtfField(gettext_lazy("baseline as of"))
    target = models.DecimalField(gettext_lazy("target"), max_digits=18, decimal_places=2, null=True, blank=True)
    target_on = EdtfField(gettext_lazy("target by"))
    origin = models.TextField(
        gettext_lazy("where it comes from"),
        blank=True,
        validators=[MaxLengthValidator(2000)],
        help_text=gettext_lazy("who proposed it, with source and date"),
    )

    class Meta:
        ordering = ["folded", "id"]

    def __str__(self) -> str:
        return self.name

    @property
    def counts(self) -> Rule:
        """The rule as it is now. Raises HanseError where it is none."""
        return Rule.read(self.rule)

    @property
    def rules(self) -> list[str]:
        """All rules that it had, the first first: the rule of version n is the n-th."""
        if self._state.adding:
            return [self.rule]
        held = self.history.order_by("history_date", "history_id").values_list("rule", flat=True)
        return [rule for rule, _same in groupby(held)]

    @property
    def version(self) -> int:
        """How many rules it had: a changed rule is a new version."""
        return len(self.rules)

    def counted_by(self, version: int) -> Rule | None:
        """The rule of a version; None where there was none. The old ones still compute."""
        held = self.rules
        return Rule.read(held[version - 1]) if 0 < version <= len(held) else None

    def clean(self) -> None:
        """Raises ValidationError for a rule that cannot be counted, with what is wrong in it and what to write."""
        super().clean()
        check_readable(self.name)
        try:
            self.rule = canonical(self.counts)
        except HanseError as error:
            raise ValidationError({"rule": error.sentence}) from None
        for number, day, told in (
            ("baseline", "baseline_on", _("Say as of when the baseline was measured.")),
            ("target", "target_on", _("Say by when the target is to be reached.")),
        ):
            if getattr(self, number) is not None and not getattr(self, day):
                raise ValidationError({day: told})
