"""How is an application granted, and a report to a donor taken on and handed in?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from hanse.workspace.accounts.rights import Right, needs
from hanse.workspace.engagements.models import Application, Asked, ReportDue
from hanse.workspace.engagements.models.funding import LONGEST_CONDITIONS
from hanse.workspace.engagements.words import Worded
from hanse.workspace.registry.fields import NamedRecord
from hanse.workspace.registry.models import Funding
from hanse.workspace.registry.models.record import validate_edtf


class GrantForm(Worded):
    """How much was committed, by whom to whom, for how long, on which conditions."""

    donor = NamedRecord(what="actor", user=None, label=gettext_lazy("Donor"))
    recipient = NamedRecord(what="actor", user=None, label=gettext_lazy("Recipient"))
    committed = forms.DecimalField(
        label=gettext_lazy("Committed"), min_value=0, max_digits=16, decimal_places=2, required=False
    )
    currency = forms.RegexField(
        r"^\s*[A-Za-z]{3}\s*$",
        label=gettext_lazy("Currency"),
        required=False,
        max_length=10,
        error_messages={"invalid": gettext_lazy("Write the currency as three letters, as EUR.")},
    )
    since = forms.CharField(label=gettext_lazy("From"), required=False, max_length=12, validators=[validate_edtf])
    until = forms.CharField(label=gettext_lazy("To"), required=False, max_length=12, validators=[validate_edtf])
    conditions = forms.CharField(
        label=gettext_lazy("Conditions"),
        required=False,
        max_length=LONGEST_CONDITIONS,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, application: Application, user: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        call = application.call
        for name in ("donor", "recipient"):
            self.fields[name].user = user
        self.initial = {
            "donor": self.fields["donor"].prepare_value(call.donor) if call else "",
            "recipient": self.fields["recipient"].prepare_value(application.applicant) if application.applicant else "",
            "committed": application.amount,
            "currency": application.currency,
            "conditions": call.conditions if call else "",
        }

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        said["currency"] = (said.get("currency") or "").strip().upper()
        if said.get("committed") is not None and not said["currency"] and "currency" not in self.errors:
            self.add_error("currency", _("Say in which currency, as EUR."))
        return said


@needs(Right.DESK)
def granted(request: HttpRequest, pk: str) -> HttpResponse:
    """Make a record of funding of an application; granted twice, at the same instant too, it is one."""
    seen = Application.objects.visible_to(request.user)
    found = get_object_or_404(seen.select_related("call__donor", "applicant", "project"), pk=pk)
    if (held := _funding(found, request.user)) is not None:
        return redirect(held)
    form = GrantForm(request.POST or None, application=found, user=request.user)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            list(Application.objects.select_for_update().filter(pk=pk))
            found.refresh_from_db()
            made = _funding(found, request.user) or _grant(found, form.cleaned_data)
        messages.success(request, _("The funding is recorded."))
        return redirect(made)
    status = 422 if form.is_bound else 200
    return render(request, "engagements/granted.html", {"application": found, "form": form}, status=status)


def _funding(application: Application, user: Any) -> Funding | None:
    return Funding.objects.visible_to(user).filter(pk=application.funding_id).first()


def _grant(application: Application, said: dict[str, Any]) -> Funding:
    made = Funding.objects.create(project=application.project, handling=application.handling, **said)
    application.funding, application.status = made, Asked.GRANTED
    application.save()
    return made


@needs(Right.DESK)
@require_POST
def report_step(request: HttpRequest, pk: str) -> HttpResponse:
    """Take a report on, or note that it was handed in today; its form takes either back."""
    found = get_object_or_404(ReportDue.objects.visible_to(request.user), pk=pk)
    if request.POST.get("step") == "mine":
        found.owner = request.user
        messages.success(request, _("You are reminded of it."))
    elif request.POST.get("step") == "submitted" and not found.submitted:
        found.submitted = timezone.localdate().isoformat()
        messages.success(request, _("Noted as handed in today; the day can be corrected on its page."))
    found.save()
    return redirect(f"{found.funding.get_absolute_url()}#reports")
