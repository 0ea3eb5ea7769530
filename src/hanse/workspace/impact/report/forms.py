"""What must be known to make a report? For whom, of which period, in which language."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.workspace.impact import ready
from hanse.workspace.impact.models import Report
from hanse.workspace.impact.report.making import public
from hanse.workspace.languages import spoken
from hanse.workspace.readable import check_readable


class ReportForm(forms.ModelForm):
    """A report to be made. Which indicators it shows may be chosen; a key that is none is refused."""

    chosen = forms.MultipleChoiceField(
        label=gettext_lazy("indicators"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("none chosen: all that have a value in the period"),
    )

    class Meta:
        model = Report
        fields = ("title", "audience", "language", "since", "until", "prepared_by", "handling")
        widgets = {
            "since": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "until": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }
        help_texts = {
            "title": gettext_lazy("as it stands on the first page"),
            "since": gettext_lazy("first day of the period; empty: all that was before, too"),
            "until": gettext_lazy("last day of the period; numbers are as of this day"),
            "prepared_by": gettext_lazy("the office or network whose report it is"),
        }

    def __init__(self, *args: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        today = timezone.localdate()
        last = today.replace(month=1, day=1) - timedelta(days=1)
        self.fields["chosen"].choices = [(each.key, ready.said(each, "name")) for each in public()]
        self.order_fields(["title", "audience", "language", "since", "until", "chosen", "prepared_by", "handling"])
        first = {"until": last, "language": spoken(), "audience": "donor"}
        for name, value in first.items():
            self.fields[name].initial = value

    def save(self, commit: bool = True) -> Report:
        self.instance.chosen = self.cleaned_data["chosen"]
        return super().save(commit)

    def clean_title(self) -> str:
        title = " ".join(self.cleaned_data["title"].split())
        check_readable(title)
        return title

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        since, until = said.get("since"), said.get("until")
        if since and until and since > until:
            raise ValidationError({"since": _("The period ends before it begins.")})
        if until and until > timezone.localdate():
            raise ValidationError({"until": _("That day is still to come; a report ends today at the latest.")})
        return said


class HandlingForm(forms.ModelForm):
    """Who may read a report, from now on."""

    class Meta:
        model = Report
        fields = ("handling",)
