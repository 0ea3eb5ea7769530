"""How does a signature get in that reached the office on paper?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from hanse.workspace.accounts.rights import Right, needs
from hanse.workspace.registry.fields import NamedRecord
from hanse.workspace.statements.forms import EntryForm
from hanse.workspace.statements.models import Route, Signature, Version
from hanse.workspace.statements.telling import tell
from hanse.workspace.statements.views.seen import one


@needs(Right.DESK)
def enter(request: HttpRequest, pk: str) -> HttpResponse:
    """A signature on paper: of today or of an earlier day; one after closing is marked late."""
    statement = one(request, pk)
    version = statement.current
    if version is None:
        raise Http404
    version.statement = statement
    form = _PaperForm(request.POST or None, user=request.user, version=version)
    if request.method == "POST" and form.is_valid():
        try:
            form.keep(request.user)
        except IntegrityError:
            form.add_error("city", _("This city has signed this very moment."))
        else:
            return redirect(statement)
    context = {"form": form, "statement": statement, "version": version}
    return render(request, "statements/enter.html", context, status=422 if request.method == "POST" else 200)


class _PaperForm(EntryForm):
    def __init__(self, *args: Any, user: Any, version: Version, **said: Any) -> None:
        super().__init__(*args, **said)
        self.version = version
        self.fields["city"] = NamedRecord(what="cities", user=user, label=_("City"))
        self.fields["document"] = NamedRecord(
            what="document", user=user, required=False, label=_("The mandate, where it is among the documents")
        )
        self.fields["authorised"] = forms.BooleanField(label=_("The mandate was checked."))
        self.fields["name"].label, self.fields["office"].label = _("Signed by"), _("Office")
        self.fields["mandate"].label = _("Mandate")
        self.order_fields(["city", "since", "name", "office", "mandate", "reference", "mandated", "document"])

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean()
        if self.errors:
            return said
        given = self.given()
        self.signature = Signature(
            city=said["city"],
            statement=self.version.statement,
            number=self.version.number,
            since=said["since"] or timezone.localdate().isoformat(),
            name=given.name,
            office=given.office,
            mandate=given.mandate,
            reference=given.reference,
            mandated=given.mandated,
            document=said["document"],
            route=Route.OFFICE,
            handling=self.version.statement.handling,
        )
        try:
            self.signature.clean()
        except ValidationError as wrong:
            for name, errors in wrong.message_dict.items():
                self.add_error(name if name in self.fields else None, errors)
        return said

    def keep(self, user: Any) -> Signature:
        with transaction.atomic():
            self.signature.by = user
            self.signature.save()
        tell()
        return self.signature
