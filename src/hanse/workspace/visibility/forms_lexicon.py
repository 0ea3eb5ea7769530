"""What may be written into the lexicon? Phrases, one a line, for each group of one language."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from hanse.wording.named import WORDED, Lexicon
from hanse.wording.omitted import called

MOST, LONGEST = 400, 240
"""Phrases of a group, and characters of a phrase."""
_WORD = re.compile(r"[\w'’\-]+(?:\|[\w'’\-]+)*\??")
_STEM = re.compile(r"[\w'’\-]+=?")


class LexiconForm(forms.Form):
    """A text area for each group of the lexicon; ``why`` is kept with the version."""

    why = forms.CharField(
        required=False, max_length=300, label=gettext_lazy("Why"), help_text=gettext_lazy("Kept with the version.")
    )

    def __init__(self, lexicon: Lexicon, language: str, data: Any = None) -> None:
        super().__init__(data)
        self.language, self.groups = language, list(lexicon.groups)
        self.held = {phrase for of in lexicon.words.values() for phrase in of.get(language, ())}
        for number, group in enumerate(self.groups):
            held = lexicon.words[group].get(language, ())
            self.fields[f"group-{number}"] = forms.CharField(
                required=False,
                label=called(group),
                initial="\n".join(held),
                widget=forms.Textarea(attrs={"rows": min(12, max(3, len(held))), "lang": language, "dir": "auto"}),
            )
        self.order_fields([*(f"group-{number}" for number in range(len(self.groups))), "why"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        groups: dict[str, str] = {}
        for number, group in enumerate(self.groups):
            try:
                cleaned[f"group-{number}"] = self._phrases(group, cleaned.get(f"group-{number}", ""), groups)
            except ValidationError as error:
                self.add_error(f"group-{number}", error)
        return cleaned

    def _phrases(self, group: str, written: str, taken: dict[str, str]) -> tuple[str, ...]:
        phrases = tuple(dict.fromkeys(" ".join(line.split()) for line in written.splitlines() if line.strip()))
        if len(phrases) > MOST:
            said = ngettext("There are more than %(most)d phrase.", "There are more than %(most)d phrases.", MOST)
            raise ValidationError(said % {"most": MOST})
        for phrase in phrases:
            if phrase not in self.held:
                refuse(phrase, self.language)
            if taken.setdefault(phrase, group) != group:
                said = _("“%(phrase)s” stands in the group %(other)s as well; a word can name one group only.")
                raise ValidationError(said % {"phrase": phrase, "other": called(taken[phrase])})
        return phrases

    @property
    def words(self) -> dict[str, tuple[str, ...]]:
        """The phrases of every group; after `is_valid`."""
        return {group: self.cleaned_data[f"group-{number}"] for number, group in enumerate(self.groups)}


def refuse(phrase: str, language: str) -> None:
    """Raises ValidationError for a phrase that would never be found, or could not be looked for."""
    said = {"phrase": phrase[:60]}
    if len(phrase) > LONGEST:
        raise ValidationError(_("“%(phrase)s…” is too long for a phrase.") % said)
    words = phrase.split(" ")
    if language not in WORDED:
        wrong = next((word for word in words if not _STEM.fullmatch(word)), None)
    else:
        wrong = next((word for word in words if word not in ("~", "_") and not _WORD.fullmatch(word)), None)
        if wrong is None and (words[0] in ("~", "_") or words[0].endswith("?")):
            raise ValidationError(_("“%(phrase)s” must begin with a word that cannot be missing.") % said)
    if wrong is not None or not any(map(str.isalpha, phrase)):
        signs = _("In “%(phrase)s”, “%(word)s” is no word: write letters, and the signs that are explained above.")
        raise ValidationError(signs % {**said, "word": wrong or phrase})
