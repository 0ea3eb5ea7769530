"""What do people fill in? Statements, wordings, comments, amendments, invitations, signatures."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.workspace.documents.forms import HANDLING_HELP
from hanse.workspace.keys import ALPHABET, key
from hanse.workspace.languages import called
from hanse.workspace.readable import Words
from hanse.workspace.registry.fields import NamedRecord, candidates, exactly, written
from hanse.workspace.registry.models.record import validate_edtf
from hanse.workspace.statements.models import Amendment, Change, Mandate, Paragraph, ParagraphKind, Statement, Version
from hanse.workspace.statements.models.statements import whole_day
from hanse.workspace.statements.signing import Given
from hanse.workspace.statements.wordings import LONGEST_COMMENT, LONGEST_PARAGRAPH, LONGEST_WHY, unprintable

MOST_NETWORKS = 20
BODY = [each for each in ParagraphKind.choices if each[0] != ParagraphKind.TITLE]


class StatementForm(forms.ModelForm):
    """What a statement is about, when it opens and closes, and in which languages it speaks."""

    title = Words(longest=300, label=gettext_lazy("Title"))
    about = Words(
        longest=2_000,
        rows=3,
        required=False,
        label=gettext_lazy("About"),
        help_text=gettext_lazy("What it wants, in a sentence or two."),
    )
    carriers = Words(
        longest=4_000,
        rows=2,
        required=False,
        label=gettext_lazy("Networks that carry it"),
        help_text=gettext_lazy("One a line, by their names in the registry."),
    )

    class Meta:
        model = Statement
        fields = ["title", "about", "authentic", "languages", "adopted", "opens", "closes", "rolling", "handling"]

    def __init__(self, *args: Any, user: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.user = user
        for name, label in (("process", _("Process that it addresses")), ("session", _("Session that it addresses"))):
            self.fields[name] = NamedRecord(what=name, user=user, required=False, label=label)
            self.initial[name] = self.fields[name].prepare_value(getattr(self.instance, f"{name}_id"))
        self.fields["handling"].help_text = HANDLING_HELP
        self.fields["handling"].help_text += " " + _(
            "A draft is seen by the office, and by those it invited to comment."
        )
        if self.instance.pk and not self.instance._state.adding:
            self.initial["carriers"] = "\n".join(written(each) for each in self.instance.networks.all())
        self.order_fields(["title", "about", "carriers", "process", "session"])

    def clean_carriers(self) -> list[Any]:
        """The networks that are named; each line names one."""
        found = []
        for line in filter(None, map(str.strip, self.cleaned_data["carriers"].splitlines())):
            meant = exactly(candidates("networks", self.user), line, self.user)
            if len(meant) != 1:
                why = _("No network here is called “%s”.") if not meant else _("Several networks are called “%s”.")
                raise ValidationError(why % line[:100])
            found.append(meant[0])
        if len(found) > MOST_NETWORKS:
            raise ValidationError(_("At most %d networks carry a statement.") % MOST_NETWORKS)
        return found

    def clean_closes(self) -> str:
        """A day to come, of a text that is signed here; one that a meeting adopted may have been signed long ago."""
        given: str = self.cleaned_data["closes"]
        last = whole_day(given) if "closes" in self.changed_data else None
        if last and last < timezone.localdate() and not self.cleaned_data.get("adopted"):
            raise ValidationError(
                _("This day is past: nobody could sign. Give a day to come, or say when a meeting adopted the text.")
            )
        return given

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean()
        self.instance.process, self.instance.session = said.get("process"), said.get("session")
        return said

    def save(self, commit: bool = True) -> Statement:
        with transaction.atomic():
            made: Statement = super().save(commit)
            made.networks.set(self.cleaned_data["carriers"])
        return made


class WordingForm(forms.Form):
    """One paragraph in one language."""

    text = Words(longest=LONGEST_PARAGRAPH, rows=5, required=False, strip=True, label=gettext_lazy("Wording"))
    seen = forms.CharField(required=False, widget=forms.HiddenInput, max_length=20)


class ParagraphForm(forms.Form):
    """A new paragraph, in the authentic language."""

    kind = forms.ChoiceField(choices=BODY, initial=ParagraphKind.OPERATIVE, label=gettext_lazy("Kind"))
    text = Words(longest=LONGEST_PARAGRAPH, rows=4, label=gettext_lazy("Wording"))
    after = forms.CharField(required=False, widget=forms.HiddenInput, max_length=12)


class CommentForm(forms.Form):
    """What somebody says; ``once`` is the form's own mark, so that sent twice it is said once."""

    text = Words(longest=LONGEST_COMMENT, rows=3, label=gettext_lazy("Comment"))
    paragraph = forms.CharField(required=False, widget=forms.HiddenInput, max_length=12)
    once = forms.CharField(required=False, widget=forms.HiddenInput, initial=key)

    def clean_once(self) -> str:
        """Whatever is no mark of ours counts as none."""
        mark = self.cleaned_data["once"]
        return mark if len(mark) == len(key()) and set(mark) <= set(ALPHABET) else key()


class AmendmentForm(forms.Form):
    """Another wording of a paragraph, a new one behind it, or one less."""

    change = forms.ChoiceField(choices=Change.choices, label=gettext_lazy("Proposal"))
    kind = forms.ChoiceField(
        choices=BODY, required=False, initial=ParagraphKind.OPERATIVE, label=gettext_lazy("Kind, of a new paragraph")
    )
    language = forms.ChoiceField(label=gettext_lazy("Language"))
    text = Words(longest=LONGEST_PARAGRAPH, rows=5, required=False, label=gettext_lazy("Wording"))
    why = Words(longest=LONGEST_WHY, rows=2, required=False, label=gettext_lazy("Why"))
    paragraph = forms.CharField(widget=forms.HiddenInput, max_length=12)

    def __init__(self, *args: Any, draft: Version, **said: Any) -> None:
        super().__init__(*args, **said)
        self.draft = draft
        self.fields["language"].choices = [(code, called(code)) for code in draft.language_codes]

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean()
        change, text = said.get("change"), said.get("text", "").strip()
        found = self.draft.paragraphs.standing().filter(pk=said.get("paragraph", "")).first()
        if found is None:
            raise ValidationError(_("The paragraph is not part of the draft any more."))
        said["paragraph"] = found
        if change == Change.AWAY and found.kind == ParagraphKind.TITLE:
            raise ValidationError(_("The title cannot be taken out; propose another wording."))
        if change in {Change.WORDING, Change.NEW} and not text and "text" not in self.errors:
            self.add_error("text", _("Write the words that you propose."))
        if change == Change.WORDING and text and text == found.said(said.get("language", "")):
            self.add_error("text", _("This is the wording that stands there already."))
        return said

    def keep(self, user: Any) -> Amendment:
        said, found = self.cleaned_data, self.cleaned_data["paragraph"]
        new = said["change"] == Change.NEW
        return Amendment.objects.create(
            version=self.draft,
            change=said["change"],
            paragraph=None if new else found,
            after=found if new else None,
            kind=said["kind"] or ParagraphKind.OPERATIVE,
            language=said["language"],
            text="" if said["change"] == Change.AWAY else said["text"],
            base="" if new else found.said(said["language"]),
            why=said["why"],
            author=user,
        )


class DecisionForm(forms.Form):
    """What becomes of an amendment, and why."""

    decision = forms.ChoiceField(choices=[("accept", "accept"), ("reject", "reject"), ("take back", "take back")])
    why = Words(longest=LONGEST_WHY, rows=2, required=False, label=gettext_lazy("Why"))
    seen = forms.CharField(required=False, widget=forms.HiddenInput, max_length=20)

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean()
        if said.get("decision") == "reject" and not said.get("why", "").strip():
            self.add_error("why", _("Say why it is rejected: its author will want to know."))
        return said


class InvitationForm(forms.Form):
    """A city, and the address of who may sign for it."""

    city = forms.CharField(max_length=300)
    email = forms.EmailField(max_length=254, label=gettext_lazy("E-mail of who may sign"))
    days = forms.IntegerField(min_value=1, max_value=365, initial=30, label=gettext_lazy("Days that the link works"))

    def __init__(self, *args: Any, user: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.fields["city"] = NamedRecord(what="cities", user=user, label=_("City"))
        self.order_fields(["city", "email", "days"])


class SignForm(forms.Form):
    """Who signs for a city, and by which mandate."""

    name = Words(longest=200, label=gettext_lazy("Your name"))
    office = Words(longest=200, label=gettext_lazy("Your office"), help_text=gettext_lazy("as Mayor, or Deputy Mayor"))
    mandate = forms.ChoiceField(
        choices=Mandate.choices, widget=forms.RadioSelect, label=gettext_lazy("By which mandate you sign")
    )
    reference = Words(
        longest=300,
        required=False,
        label=gettext_lazy("Reference of the mandate"),
        help_text=gettext_lazy("as Council decision 2026/114"),
    )
    mandated = forms.CharField(
        required=False,
        max_length=12,
        validators=[validate_edtf],
        label=gettext_lazy("Date of the mandate"),
        help_text=gettext_lazy("as 2026-03-12"),
    )
    authorised = forms.BooleanField(label=gettext_lazy("I am authorised to sign for the city."))

    def __init__(self, *args: Any, **said: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **said})

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean()
        if said.get("mandate") == Mandate.OTHER and not said.get("reference", "").strip():
            self.add_error("reference", _("Say what the mandate is."))
        for name, sentence in unprintable({each: said[each] for each in ("name", "office") if said.get(each)}).items():
            self.add_error(name, sentence)
        return said

    def given(self) -> Given:
        said = self.cleaned_data
        return Given(said["name"], said["office"], said["mandate"], said["reference"], said["mandated"])


class EntryForm(SignForm):
    """A signature that reached the office on paper."""

    since = forms.CharField(
        required=False,
        max_length=12,
        validators=[validate_edtf],
        label=gettext_lazy("Signed on"),
        help_text=gettext_lazy("as 2026-05-04; empty: today"),
    )


class WithdrawalForm(forms.Form):
    why = Words(
        longest=1_000,
        rows=3,
        label=gettext_lazy("Why"),
        help_text=gettext_lazy("Shown with the withdrawal, wherever the signature was shown."),
    )


def in_draft(draft: Version, pk: str) -> Paragraph | None:
    """A paragraph of a draft, one that was taken out too."""
    return draft.paragraphs.filter(pk=pk).first() if pk else None
