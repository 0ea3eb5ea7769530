"""What may be claimed of the words of a text? That some words stand in it at least, or at most, so many times."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.workspace.accounts.rights import Handling
from hanse.workspace.registry.fields import NamedRecord
from hanse.workspace.registry.models import Claim
from hanse.workspace.visibility.forms_lexicon import refuse
from hanse.workspace.visibility.models import WordsClaimed

MOST_TIMES, MOST_WORDS = 100_000, 40


class ClaimForm(forms.Form):
    """A new claim with what it says of words; ``user`` sees the source that is typed."""

    wording = forms.CharField(
        max_length=1000,
        label=gettext_lazy("The claim, in one sentence"),
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )
    about = forms.CharField(max_length=500, label=gettext_lazy("Title of the text that it is about"))
    symbol = forms.CharField(required=False, max_length=100, label=gettext_lazy("Symbol of the text"))
    words = forms.CharField(
        label=gettext_lazy("The words"),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=gettext_lazy("One phrase a line; “city|cities” is either word."),
    )
    least = forms.IntegerField(
        min_value=0, max_value=MOST_TIMES, initial=0, label=gettext_lazy("At least so many times")
    )
    most = forms.IntegerField(
        min_value=0,
        max_value=MOST_TIMES,
        required=False,
        label=gettext_lazy("At most so many times"),
        help_text=gettext_lazy("Empty for no upper bound; 0 for words that are said to be absent."),
    )
    source = NamedRecord(what="sources", user=None, label=gettext_lazy("Who claims it"))
    quote = forms.CharField(
        max_length=2000,
        label=gettext_lazy("The passage that claims it, word for word"),
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )
    locator = forms.CharField(required=False, max_length=200, label=gettext_lazy("Page or paragraph"))
    handling = forms.ChoiceField(choices=Handling.choices, initial=Handling.INTERNAL, label=gettext_lazy("Handling"))

    def __init__(self, user: Any, data: Any = None) -> None:
        super().__init__(data)
        self.fields["source"].user = user

    def clean_words(self) -> list[str]:
        phrases = list(dict.fromkeys(" ".join(each.split()) for each in self.cleaned_data["words"].splitlines()))
        phrases = [each for each in phrases if each]
        if not phrases:
            raise ValidationError(_("Write one word at least."))
        if len(phrases) > MOST_WORDS:
            raise ValidationError(_("Write at most %(most)d phrases.") % {"most": MOST_WORDS})
        for each in phrases:
            refuse(each, "en")
        return phrases

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        least, most = cleaned.get("least"), cleaned.get("most")
        if least is not None and most is not None and most < least:
            self.add_error(
                "most", _("At most %(most)d is less than at least %(least)d.") % {"most": most, "least": least}
            )
        if least == 0 and "most" in cleaned and most is None:
            self.add_error(
                "most", _("Every text has the words at least 0 times: give an upper bound, or a higher lower one.")
            )
        return cleaned

    @transaction.atomic
    def save(self) -> WordsClaimed:
        said = self.cleaned_data
        claim = Claim.objects.create(
            wording=said["wording"],
            source=said["source"],
            quote=said["quote"],
            locator=said["locator"],
            handling=said["handling"],
        )
        return WordsClaimed.objects.create(
            claim=claim,
            **{name: said[name] for name in ("about", "symbol", "words", "least", "most")},
        )
