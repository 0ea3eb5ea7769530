"""What do people fill in? Evidence: where it stands, its words, what it does to the claim; and a judgement of it."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote, urlsplit

from django import forms
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from hanse.errors import echoed
from hanse.workspace.documents.models import Document, Passage
from hanse.workspace.evidence.models import LONGEST_REASON, Evidence, Stance
from hanse.workspace.evidence.models.evidence import LONGEST_QUOTE
from hanse.workspace.evidence.proposing import propose
from hanse.workspace.evidence.quoting import nearest, placed
from hanse.workspace.registry.fields import NamedRecord
from hanse.workspace.registry.models import Claim, Source
from hanse.workspace.registry.models.record import validate_edtf


class EvidenceForm(forms.Form):
    """A passage of a document of the office, by its address or its words; or of a source, by its words."""

    address = forms.CharField(
        required=False,
        max_length=2000,
        label=gettext_lazy("Address of a passage"),
        help_text=gettext_lazy("Open the document, follow the number of the paragraph, and copy the address."),
    )
    document = NamedRecord(
        what="document",
        user=None,
        required=False,
        label=gettext_lazy("or a document of the office"),
        help_text=gettext_lazy("Type a word of its title. The quotation is looked up in it."),
    )
    source = NamedRecord(
        what="sources",
        user=None,
        required=False,
        label=gettext_lazy("or a source"),
        help_text=gettext_lazy("Type a word of one that is here."),
    )
    new_title = forms.CharField(required=False, max_length=500, label=gettext_lazy("or a new source: its title"))
    new_url = forms.URLField(required=False, max_length=1000, label=gettext_lazy("its address"), assume_scheme="https")
    quote = forms.CharField(
        required=False,
        max_length=LONGEST_QUOTE,
        label=gettext_lazy("Quotation"),
        help_text=gettext_lazy("Word for word. Of a passage given by its address, the whole passage if left empty."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    locator = forms.CharField(required=False, max_length=200, label=gettext_lazy("Page or paragraph"))
    stance = forms.ChoiceField(
        choices=Stance.choices, label=gettext_lazy("What it does to the claim"), initial=Stance.SUPPORTS
    )
    value = forms.CharField(
        required=False,
        max_length=200,
        label=gettext_lazy("The value that it states"),
        help_text=gettext_lazy("Where it gives a number: 50. It stands beside the claim's own."),
    )
    unit = forms.CharField(required=False, max_length=200, label=gettext_lazy("Unit"))
    date = forms.CharField(
        required=False, max_length=12, label=pgettext_lazy("column", "Holds for"), validators=[validate_edtf]
    )
    repeats = forms.BooleanField(
        required=False,
        label=gettext_lazy("It repeats the claim's own source"),
        help_text=gettext_lazy("Then it is marked, and is no independent support."),
    )

    def __init__(self, *args: Any, claim: Claim, user: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.claim, self.user, self.passage = claim, user, None
        for name in ("document", "source"):
            self.fields[name].user = user

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if self.errors:
            return said
        if said["address"]:
            self._by_address(said)
        elif said["document"]:
            self._by_words(said, said["document"].passages.all())
        elif not (said["source"] or said["new_title"]):
            told = _("Say where it stands: the address of a passage, a document of the office, or a source.")
            raise forms.ValidationError(told)
        if not self.errors and not said["quote"]:
            self.add_error("quote", _("Quote the words that are evidence, word for word."))
        return said

    def _by_address(self, said: dict[str, Any]) -> None:
        document, anchor = self._document_at(said["address"].strip())
        if document is None:
            told = _("“%(given)s” is no address of a document here that you may see; copy it from the document's page.")
            self.add_error("address", told % {"given": echoed(said["address"])})
            return
        said["document"] = document
        held = document.passages.all()
        if anchor:
            held = held.filter(anchor=anchor)
            if not held:
                told = _("“%(title)s” has no passage “%(given)s”; follow a paragraph's number and copy the address.")
                self.add_error("address", told % {"title": echoed(document), "given": echoed(anchor)})
                return
            if not said["quote"]:
                self.passage, said["quote"] = held[0], held[0].text
                return
        self._by_words(said, held)

    def _document_at(self, address: str) -> tuple[Document | None, str]:
        try:
            parts = urlsplit(address)
            found = resolve(parts.path)
        except (Resolver404, ValueError):
            return None, ""
        if not found.url_name or not found.url_name.startswith("document") or "pk" not in found.kwargs:
            return None, ""
        document = Document.objects.visible_to(self.user).filter(pk=found.kwargs["pk"]).first()
        return document, "".join(unquote(parts.fragment).split())

    def _by_words(self, said: dict[str, Any], held: Any) -> None:
        if not said["quote"]:
            self.add_error("quote", _("Quote the words of the document that are evidence: they are looked up in it."))
            return
        held = list(held)
        place = placed(said["quote"], held)
        if place is None:
            self.add_error("quote", self._not_found(said, held))
            return
        self.passage, said["quote"] = place.passage, place.words

    def _not_found(self, said: dict[str, Any], held: list[Passage]) -> str:
        given = {"title": echoed(said["document"])}
        near = nearest(said["quote"], held)
        if near is None:
            return _("These words stand in no passage of “%(title)s”; copy them from its page.") % given
        given |= {"near": echoed(near.words), "number": near.passage.number or near.passage.label or near.passage.pid}
        told = _("These words do not stand in “%(title)s”; nearest is “%(near)s” (%(number)s): copy what it says.")
        return told % given

    def save(self) -> Evidence:
        """The evidence: proposed by this person, or, where the same was there, that."""
        said = self.cleaned_data
        words = {name: said[name] for name in ("quote", "stance", "value", "unit", "locator", "date", "repeats")}
        if self.passage is not None:
            return propose(self.claim, document=said["document"], passage=self.passage.pid, **words)
        return propose(self.claim, source=said["source"] or self._new_source(), **words)

    def _new_source(self) -> Source:
        said = self.cleaned_data
        known = Source.objects.visible_to(self.user).filter(title=said["new_title"], url=said["new_url"]).first()
        accessed = timezone.localdate().isoformat() if said["new_url"] else ""
        new = {"title": said["new_title"], "url": said["new_url"], "accessed": accessed}
        return known or Source.objects.create(**new, handling=self.claim.handling)


class JudgementForm(forms.Form):
    """What somebody holds a piece of evidence to do to its claim, and why."""

    stance = forms.ChoiceField(choices=Stance.choices, widget=forms.RadioSelect, label=gettext_lazy("It"))
    reason = forms.CharField(
        required=False,
        max_length=LONGEST_REASON,
        label=gettext_lazy("Why"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
