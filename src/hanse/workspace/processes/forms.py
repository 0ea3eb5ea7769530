"""What do people fill in? "Remind me so many days before", and access of many at once."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.workspace.documents.forms import HANDLING_HELP
from hanse.workspace.processes.models import Access, Deadline, Item, Process, Session, Watch
from hanse.workspace.processes.recording import SAME, Evidence
from hanse.workspace.processes.sight import Sight
from hanse.workspace.registry.fields import NamedRecord
from hanse.workspace.registry.models import Actor, ActorKind, Confidence, Source

TARGETS = {
    "deadline": Deadline.objects,
    "process": Process.objects,
    "city": Actor.objects.filter(kind=ActorKind.LOCAL_GOVERNMENT),
}


class WatchForm(forms.Form):
    """One of a deadline, a process, a city; and how many days before."""

    deadline = forms.CharField(required=False)
    process = forms.CharField(required=False)
    city = forms.CharField(required=False)
    days = forms.IntegerField(label=gettext_lazy("days before"), min_value=1, max_value=90, initial=3)

    def __init__(self, *args: Any, person: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.person = person

    def clean(self) -> dict[str, Any]:
        given = {name: self.cleaned_data.get(name) for name in TARGETS if self.cleaned_data.get(name)}
        if len(given) != 1:
            raise forms.ValidationError(
                _("Say of what you want to be reminded: one deadline, one process or one city.")
            )
        [(name, pk)] = given.items()
        found = Sight(self.person).one(TARGETS[name], pk)
        if found is None:
            raise forms.ValidationError(_("That is not there any more."))
        return {"days": self.cleaned_data.get("days"), name: found}

    def keep(self) -> Watch:
        """The watch, made where there is none like it."""
        return Watch.objects.get_or_create(person=self.person, **self.cleaned_data)[0]


class AccessForm(forms.ModelForm):
    """The same access of many actors, by their names as they stand in some list."""

    names = forms.CharField(
        label=gettext_lazy("Who"),
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
        help_text=gettext_lazy(
            "One a line, as in the list of participants. “Paris, France” tells it from others of the name."
        ),
    )
    source = NamedRecord(
        what="sources",
        user=None,
        required=False,
        label=gettext_lazy("Source"),
        help_text=gettext_lazy("Type a word of one that is here."),
    )
    new_title = forms.CharField(required=False, max_length=500, label=gettext_lazy("or a new source: its title"))
    new_url = forms.URLField(required=False, max_length=1000, label=gettext_lazy("its address"), assume_scheme="https")
    quote = forms.CharField(required=False, label=gettext_lazy("Quotation"), widget=forms.Textarea(attrs={"rows": 2}))
    locator = forms.CharField(
        required=False, max_length=200, label=gettext_lazy("Locator"), help_text=gettext_lazy("page or paragraph")
    )
    confidence = forms.ChoiceField(
        choices=Confidence.choices, initial=Confidence.HIGH, label=gettext_lazy("Confidence")
    )
    why = forms.CharField(
        required=False,
        max_length=2000,
        label=gettext_lazy("Why"),
        help_text=gettext_lazy("For the history, if you like."),
    )

    class Meta:
        model = Access
        fields = ["route", "setting", "function", "decision", "item", "handling"]

    delegation = NamedRecord(what="actor", user=None, required=False, label=gettext_lazy("In the delegation of"))
    decided_by = NamedRecord(what="actor", user=None, required=False, label=gettext_lazy("Granted or refused by"))

    def __init__(self, *args: Any, session: Session, user: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.session = session
        self.instance.session = session
        for name in ("source", "delegation", "decided_by"):
            self.fields[name].user = user
        self.fields["item"].queryset = Sight(user).of(Item.objects).filter(session=session)
        self.fields["item"].label = _("Item of the programme")
        self.fields["item"].help_text = ""
        self.fields["item"].empty_label = _("none, or not documented")
        self.initial["handling"] = session.handling
        self.fields["handling"].help_text = HANDLING_HELP

    def _get_validation_exclusions(self) -> set[str]:
        return super()._get_validation_exclusions() | {"actor", "delegation", "decided_by"}

    def _post_clean(self) -> None:
        """The instance only checks; nothing of it is saved."""
        self.instance.delegation = self.cleaned_data.get("delegation")
        self.instance.decided_by = self.cleaned_data.get("decided_by")
        super()._post_clean()

    def said(self) -> dict[str, Any]:
        return {name: self.cleaned_data.get(name) for name in SAME}

    def evidence(self) -> Evidence | None:
        """The evidence, with a source that is made where its title is new; None where none is named."""
        said = self.cleaned_data
        source = said.get("source")
        if source is None and said.get("new_title"):
            source = Source.objects.create(title=said["new_title"], url=said["new_url"], handling=said["handling"])
        return Evidence(source, said["quote"], said["locator"], said["confidence"]) if source else None

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if (said.get("quote") or said.get("locator")) and not (said.get("source") or said.get("new_title")):
            self.add_error("source", _("Name the source of that passage."))
        return said
