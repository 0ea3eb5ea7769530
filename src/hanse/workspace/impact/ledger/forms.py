"""What do people fill in? A change in one short form; a reviewer's statement to be outside; a reply to a finding."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.workspace.engagements.forms import HANDLINGS
from hanse.workspace.engagements.words import Worded
from hanse.workspace.impact.models.changes import LONGEST_TEXT, Answers, Changed, Says
from hanse.workspace.impact.models.outside import FindingReply, Outside
from hanse.workspace.registry.fields import NamedRecord
from hanse.workspace.registry.models.record import validate_edtf

MORE = (2, 3)
"""Further claimants in the short form, by number."""
LONGEST_TITLE = 500


def _long(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class Partial(forms.CharField):
    """A date that may be partial."""

    def __init__(self, **said: Any) -> None:
        super().__init__(**{"required": False, "max_length": 12, "validators": [validate_edtf], **said})


class ChangeForm(Worded):
    """A change, who claims it, one source, and one confirmation where there is one."""

    title = forms.CharField(
        label=gettext_lazy("What changed"),
        max_length=300,
        help_text=gettext_lazy("in one sentence: who does what otherwise"),
    )
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=Changed.choices)
    date = Partial(label=gettext_lazy("When"), help_text=gettext_lazy("as 2026-03 or 2026"))
    actor = NamedRecord(
        what="actor",
        user=None,
        required=False,
        label=gettext_lazy("Whose"),
        help_text=gettext_lazy("whose position, policy or fund it is"),
    )
    description = forms.CharField(
        label=gettext_lazy("Before and now"), required=False, max_length=LONGEST_TEXT, widget=_long(3)
    )
    claimant = NamedRecord(what="actor", user=None, label=gettext_lazy("Who claims it"))
    contribution = forms.CharField(
        label=gettext_lazy("Its contribution"),
        max_length=LONGEST_TEXT,
        widget=_long(3),
        help_text=gettext_lazy("what it did toward it, in its own words"),
    )
    source = forms.CharField(
        label=gettext_lazy("Source"),
        required=False,
        max_length=LONGEST_TITLE,
        help_text=gettext_lazy("the title of what shows the change: a speech, a decree, an article"),
    )
    url = forms.URLField(label=gettext_lazy("Its address"), required=False, max_length=1000, assume_scheme="https")
    quote = forms.CharField(
        label=gettext_lazy("Quote"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=_long(2),
        help_text=gettext_lazy("the passage, word for word"),
    )
    locator = forms.CharField(
        label=gettext_lazy("Where in it"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("page or paragraph"),
    )
    by = NamedRecord(
        what="actor", user=None, required=False, label=gettext_lazy("Body"), help_text=gettext_lazy("of the registry")
    )
    who = forms.CharField(
        label=gettext_lazy("Person, by office"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("as Head of the migration unit; no private persons"),
    )
    says = forms.ChoiceField(label=gettext_lazy("Says"), required=False, choices=Says.choices)
    words = forms.CharField(
        label=gettext_lazy("Words"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=_long(2),
        help_text=gettext_lazy("what was said or written, word for word"),
    )
    said_on = Partial(label=gettext_lazy("Said on"))
    outside = forms.CharField(
        label=gettext_lazy("Why they are outside"),
        required=False,
        max_length=2000,
        help_text=gettext_lazy("where no body of the registry is named: how it is known that they do not claim it"),
    )
    handling = forms.ChoiceField(label=gettext_lazy("Visible to"), choices=HANDLINGS)
    mark = forms.CharField(widget=forms.HiddenInput, max_length=20)

    def __init__(self, *args: Any, user: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        for number in MORE:
            self.fields[f"claimant_{number}"] = NamedRecord(
                what="actor", user=user, required=False, label=_("Who else claims it")
            )
            self.fields[f"contribution_{number}"] = forms.CharField(
                label=_("Its contribution"), required=False, max_length=LONGEST_TEXT, widget=_long(2)
            )
        for name in ("actor", "claimant", "by"):
            self.fields[name].user = user

    def group(self, *names: str) -> list[Any]:
        return [self[name] for name in names]

    @property
    def what(self) -> list[Any]:
        return self.group("title", "kind", "date", "actor", "description")

    @property
    def claims(self) -> list[Any]:
        return self.group("claimant", "contribution")

    @property
    def more_claims(self) -> list[Any]:
        return self.group(*(f"{name}_{number}" for number in MORE for name in ("claimant", "contribution")))

    @property
    def evidence(self) -> list[Any]:
        return self.group("source", "url", "quote", "locator")

    @property
    def confirmation(self) -> list[Any]:
        return self.group("by", "who", "says", "words", "said_on", "outside")

    @property
    def claimed(self) -> list[tuple[Any, str]]:
        """The claimants with their contributions, each once."""
        said = self.cleaned_data
        pairs = [(said["claimant"], said["contribution"])]
        pairs += [(said.get(f"claimant_{number}"), said.get(f"contribution_{number}", "")) for number in MORE]
        return list({actor.pk: (actor, words) for actor, words in reversed(pairs) if actor}.values())[::-1]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        said["source"] = said.get("source") or said.get("url", "")[:LONGEST_TITLE]  # an address is a name, too
        if any(said.get(name) for name in ("quote", "locator")) and not said["source"]:
            self.add_error("source", _("Name the source that says so."))
        for number in MORE:
            if said.get(f"contribution_{number}") and not said.get(f"claimant_{number}"):
                self.add_error(f"claimant_{number}", _("Say whose contribution it is."))
        named = said.get("by") or said.get("who")
        if said.get("words") and not named:
            self.add_error("by", _("Say who it was: a body of the registry, or a person by office."))
        if named and not said.get("words"):
            self.add_error("words", _("Write what they said, word for word."))
        return said


class OutsideForm(Worded, forms.ModelForm):
    """Where a reviewer belongs, who says to stand outside the claimants."""

    organisation = NamedRecord(
        what="actor",
        user=None,
        required=False,
        label=gettext_lazy("Your organisation"),
        help_text=gettext_lazy("of the registry; type its name"),
    )

    class Meta:
        model = Outside
        fields = ["organisation", "name", "function"]
        labels = {"name": gettext_lazy("Or its name"), "function": gettext_lazy("Your function there")}

    def __init__(self, *args: Any, user: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.fields["organisation"].user = user
        if held := self.instance.organisation_id:
            self.initial["organisation"] = self.fields["organisation"].prepare_value(held)

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if not said.get("organisation") and not said.get("name") and "organisation" not in self.errors:
            self.add_error("organisation", _("Say to which organisation you belong, or that it is your own account."))
        return said


class ReplyForm(Worded, forms.ModelForm):
    """What the one says whose text it is."""

    says = forms.ChoiceField(label=gettext_lazy("Says"), required=False, choices=Answers.choices)
    words = forms.CharField(label=gettext_lazy("Words"), max_length=LONGEST_TEXT, widget=_long(3))
    handling = forms.ChoiceField(label=gettext_lazy("Visible to"), choices=HANDLINGS)

    class Meta:
        model = FindingReply
        fields = ["by", "says", "words", "date", "source", "handling"]
