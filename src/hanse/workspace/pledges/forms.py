"""What do people fill in besides a pledge itself? A call and its questions, a comment, a letter, a reason."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.forms import BaseModelFormSet, modelformset_factory
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.workspace.accounts.rights import Handling
from hanse.workspace.pledges.asking import control
from hanse.workspace.pledges.models import LONGEST_COMMENT, Call, Pledge, Question
from hanse.workspace.pledges.openings import BEGINNINGS
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
        if self.is_bound and len(self.data.get("text", "")) > LONGEST_COMMENT:
            self.whole = self.data
            self.data = self.data.copy()
            self.held = len(self.data["text"])
            self.data["text"] = self.data["text"][:LONGEST_COMMENT]

    held = 0

    def clean_text(self) -> str:
        if self.held:
            raise forms.ValidationError(
                _("The text had %(held)s characters; at most %(most)s are taken. The first %(most)s stand here still.")
                % {"held": f"{self.held:,}", "most": f"{LONGEST_COMMENT:,}"}
            )
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
