"""What does a document refer to, and what of it is held here?"""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse

from hanse.citing import reference as library
from hanse.workspace.accounts.rights import Handled

_HELD = ("document", "source", "instrument")
_ONE_THING = Q()
for _each in _HELD:
    _ONE_THING |= Q(**{f"{other}__isnull": other != _each for other in _HELD})


class References(Handled):
    handling = "document__handling"

    def visible_to(self, user: Any) -> References:
        return super().visible_to(user).filter(document__removed=None)

    def published(self) -> References:
        """Without those of manuscripts."""
        return self.exclude(document__paper__manuscript=True)


class Reference(models.Model):
    """One entry of a document's references.

    Its key follows from document and words, so that reading anew changes nothing that did not change. ``work`` is the
    same for references that name the same work; it follows from the reference alone, so that none that is hidden
    decides about one that is seen.
    """

    id = models.CharField(primary_key=True, max_length=16, editable=False)
    document = models.ForeignKey("documents.Document", on_delete=models.CASCADE, related_name="references")
    order = models.PositiveIntegerField()
    text = models.TextField()
    fields = models.JSONField(default=dict)
    work = models.CharField(max_length=16, db_index=True)
    doi = models.CharField(max_length=200, blank=True, db_index=True)
    symbol_key = models.CharField(max_length=100, blank=True, db_index=True)
    title_start = models.CharField(max_length=16, blank=True, db_index=True)
    year = models.CharField(max_length=4, blank=True)
    own = models.BooleanField(default=False)
    """Shares an author with the document."""

    objects = References.as_manager()

    class Meta:
        ordering = ["document", "order"]

    def __str__(self) -> str:
        return self.title or self.text

    @property
    def title(self) -> str:
        return str(self.fields.get("title", "") or self.fields.get("symbol", ""))

    @property
    def names(self) -> str:
        """Its authors' families as a text names them: "Okafor and Silva", "Okafor et al."."""
        families = [family for family, _ in self.fields.get("authors", [])]
        if len(families) > 2 or (families and self.fields.get("others")):
            return f"{families[0]} et al."
        return " & ".join(families)

    def as_reference(self) -> library.Reference:
        """The library's Reference."""
        said = dict(self.fields)
        authors = tuple(library.Author(family, given) for family, given in said.pop("authors", []))
        return library.Reference(text=self.text, authors=authors, **said)

    def get_absolute_url(self) -> str:
        return reverse("work", args=[self.work])


class Held(models.Model):
    """That a reference names something that is held here, and how that was told."""

    reference = models.ForeignKey(Reference, on_delete=models.CASCADE, related_name="held")
    document = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.CASCADE, related_name="referred"
    )
    source = models.ForeignKey(
        "registry.Source", null=True, blank=True, on_delete=models.CASCADE, related_name="referred"
    )
    instrument = models.ForeignKey(
        "registry.Instrument", null=True, blank=True, on_delete=models.CASCADE, related_name="referred"
    )
    by = models.CharField(max_length=10)
    """doi | symbol | title (with the year or an author)."""

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=_ONE_THING, name="held_is_one_thing"),
            *(
                models.UniqueConstraint(
                    fields=["reference", each], condition=Q(**{f"{each}__isnull": False}), name=f"held_once_{each}"
                )
                for each in _HELD
            ),
        ]
