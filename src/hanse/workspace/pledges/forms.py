"""What do people fill in besides a pledge itself? A call and its questions, a comment, a letter, a reason."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.forms import BaseModelFormSet, modelformset_factory
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.workspace.accounts.rights import Handling, Right, may
from hanse.workspace.focal_points.models import cities_of
from hanse.workspace.pledges.fields import control
from hanse.workspace.pledges.models import (
    LONGEST_COMMENT,
    Adoption,
    Call,
    Match,
    Pledge,
    Practice,
    Question,
    Recognition,
    Report,
    Status,
)
from hanse.workspace.pledges.openings import BEGINNINGS
from hanse.workspace.pledges.reporting import NEXT
from hanse.workspace.registry.fields import NamedRecord
from hanse.workspace.registry.models import Instrument

HANDLINGS = [(Handling.PUBLIC, gettext_lazy("public")), (Handling.INTERNAL, gettext_lazy("members: whoever signs in"))]


class Whole(forms.Form):
    """A form whose texts hold no characters that cannot be stored."""

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for name, value in list(said.items()):
            if isinstance(value, str) and (met := control(value)):
                self.add_error(name, _("It holds a character that no text can (%(met)s); take it out.") % {"met": met})
        return said


class Said(Whole):
    """One text; ``once`` is the form's own mark, so that sent twice it is said once."""

    text = forms.CharField(
        label=gettext_lazy("Comment"),
        max_length=LONGEST_COMMENT,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    once = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.data, self.held = _cut(self.data, "text", self.is_bound)

    def clean_text(self) -> str:
        if self.held:
            raise forms.ValidationError(_too_long(self.held))
        return self.cleaned_data["text"]


class CallForm(Whole, forms.ModelForm):
    """A call, its instruments, and what its form begins with."""

    beginning = forms.ChoiceField(
        label=gettext_lazy("Its form begins with"),
        choices=BEGINNINGS,
        required=False,
        help_text=gettext_lazy("You can change every question before the call opens."),
    )
    handling = forms.ChoiceField(label=gettext_lazy("Who sees the call"), choices=HANDLINGS)
    instruments = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Objectives to choose from"),
        queryset=Instrument.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Call
        fields = ["title", "cycle", "about", "deadline", "joint", "previous", "instruments", "handling"]
        widgets = {
            "about": forms.Textarea(attrs={"rows": 6}),
            "deadline": forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        }

    def __init__(self, *args: Any, user: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        held = Instrument.objects.visible_to(user).filter(objectives__removed=None, objectives__isnull=False)
        self.fields["instruments"].queryset = held.distinct()
        self.fields["previous"].queryset = Call.objects.visible_to(user).exclude(pk=self.instance.pk)
        self.fields["previous"].empty_label = _("none")
        if self.instance._state.adding:
            self.fields["handling"].initial = Handling.PUBLIC
            del self.fields["instruments"]
        else:
            del self.fields["beginning"]


class QuestionForm(Whole, forms.ModelForm):
    """One question. What pledges have answered keeps its type, and stays."""

    class Meta:
        model = Question
        fields = ["place", "label", "type", "guidance", "required", "words", "options", "means"]
        widgets = {
            "guidance": forms.Textarea(attrs={"rows": 2}),
            "options": forms.Textarea(attrs={"rows": 3}),
            "place": forms.NumberInput(attrs={"min": 0, "max": 999}),
        }
        labels = {"place": gettext_lazy("place in the form")}

    def __init__(self, *args: Any, answered: frozenset[str] = frozenset(), **said: Any) -> None:
        super().__init__(*args, **said)
        self.answered = bool(self.instance.pk) and self.instance.key in answered
        if self.answered:
            self.fields["type"].disabled = True

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("DELETE") and self.answered:
            self.add_error(None, _("Pledges have answered it: it stays. Reword it, or leave it optional."))
        return said


class Questions(BaseModelFormSet):
    """All questions of a call, and two more to be filled in."""

    def __init__(self, *args: Any, call: Call, **said: Any) -> None:
        self.call = call
        answered = {
            re.sub(r"^q-|_(amount|currency)$", "", name)
            for answers in Pledge.objects.filter(call=call).values_list("answers", flat=True)
            for name, value in answers.items()
            if value
        }
        super().__init__(
            *args,
            queryset=call.questions.all(),
            form_kwargs={"answered": frozenset(answered)},
            **said,
        )
        for place, form in enumerate(self.extra_forms, self.initial_form_count() + 1):
            form.fields["place"].initial = place
            form.empty_permitted = True

    def save_all(self) -> None:
        """Write them; new ones get a key of their own."""
        held = set(self.call.questions.values_list("key", flat=True))
        for each in self.save(commit=False):
            each.call = self.call
            if not each.key:
                each.key = _key(each.label, held)
                held.add(each.key)
            each.save()
        for each in self.deleted_objects:
            each.delete()


def _key(label: str, held: set[str]) -> str:
    base = slugify(label)[:30] or "question"
    return next(each for each in (base, *(f"{base}-{n}" for n in range(2, 1000))) if each not in held)


QUESTIONS = modelformset_factory(Question, form=QuestionForm, formset=Questions, extra=2, can_delete=True)


class ReportForm(Whole, forms.ModelForm):
    """A step on the ladder of a pledge."""

    once = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)

    class Meta:
        model = Report
        fields = ["status", "on", "narrative", "evidence", "document"]
        widgets = {
            "narrative": forms.Textarea(attrs={"rows": 7, "maxlength": LONGEST_COMMENT}),
            "on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }
        field_classes = {"evidence": forms.URLField}

    document = NamedRecord(
        what="document", user=None, required=False, label=gettext_lazy("or a document of this workspace")
    )

    def __init__(self, *args: Any, pledge: Pledge, user: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.fields["status"].choices = [(each, Status(each).label) for each in NEXT[pledge.status]]
        self.fields["document"].user = user
        self.fields["evidence"].assume_scheme = "https"
        self.data, self.held = _cut(self.data, self.add_prefix("narrative"), self.is_bound)

    def clean_on(self) -> Any:
        on = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise forms.ValidationError(_("That day is still to come."))
        return on

    def clean_narrative(self) -> str:
        if self.held:
            raise forms.ValidationError(_too_long(self.held))
        return self.cleaned_data["narrative"]


class OfferForm(Whole, forms.ModelForm):
    """An offer of money or skills to a pledge."""

    once = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)

    class Meta:
        model = Match
        fields = ["actor", "offers", "what", "amount", "currency"]
        widgets = {"what": forms.Textarea(attrs={"rows": 3, "maxlength": 2000})}

    def __init__(self, *args: Any, pledge: Pledge, user: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        if may(user, Right.DESK):
            label = gettext_lazy("Who offers")
            self.fields["actor"] = NamedRecord(
                what="actor", user=user, label=label, help_text=_("an actor of the registry")
            )
        else:
            mine = cities_of(user).exclude(pk=pledge.city_id)
            self.fields["actor"].queryset = mine
            self.fields["actor"].empty_label = None

    def clean_currency(self) -> str:
        said = self.cleaned_data["currency"].strip().upper()
        if said and not re.fullmatch("[A-Z]{3}", said):
            raise forms.ValidationError(_("Write the currency as three letters, as EUR."))
        return said


def _cut(data: Any, name: str, bound: bool) -> tuple[Any, int]:
    """What was sent, with a text that is too long cut to what can be taken, and how long it was; 0 where it fits."""
    if not bound or len(data.get(name, "")) <= LONGEST_COMMENT:
        return data, 0
    short = data.copy()
    short[name] = data[name][:LONGEST_COMMENT]
    return short, len(data[name])


def _too_long(held: int) -> str:
    told = _("The text had %(held)s characters; at most %(most)s are taken. The first %(most)s stand here still.")
    return told % {"held": f"{held:,}", "most": f"{LONGEST_COMMENT:,}"}


class PracticeForm(Whole, forms.ModelForm):
    """A practice in the words of those who did it."""

    class Meta:
        model = Practice
        fields = ["title", "what", "needs", "results", "lessons", "toward", "url"]
        widgets = {name: forms.Textarea(attrs={"rows": 5}) for name in ("what", "needs", "results", "lessons")} | {
            "toward": forms.TextInput
        }

    def texts(self) -> list[str]:
        return [self.cleaned_data.get(name, "") for name in ("title", "what", "needs", "results", "lessons")]


class AdoptionForm(Whole, forms.ModelForm):
    """Which city, since when, and what it changed."""

    class Meta:
        model = Adoption
        fields = ["city", "since", "what", "url"]
        widgets = {"what": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args: Any, cities: Any, user: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        if may(user, Right.DESK):
            self.fields["city"] = NamedRecord(what="cities", user=user, label=gettext_lazy("City"))
        else:
            self.fields["city"].queryset, self.fields["city"].empty_label = cities, None

    def clean_city(self) -> Any:
        city = self.cleaned_data["city"]
        if city is not None and city.pk == self.instance.practice.city_id:
            raise forms.ValidationError(_("The practice is that city's own."))
        return city


class RecognitionForm(Whole, forms.ModelForm):
    """Who acknowledged a pledge, where, when."""

    actor = NamedRecord(
        what="actor",
        user=None,
        required=False,
        label=gettext_lazy("Who acknowledged it"),
        help_text=gettext_lazy("an organisation, a state, an office-holder of the registry"),
    )

    class Meta:
        model = Recognition
        fields = ["actor", "by", "where", "date", "quote", "url"]
        widgets = {"quote": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, user: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.fields["actor"].user = user
