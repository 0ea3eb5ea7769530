"""What becomes of evidence when the text that it quotes is deleted, or corrected? It stays, handled as that was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models.signals import post_save, pre_delete, pre_save
from django.dispatch import receiver
from django.utils import timezone

from hanse.text import anchors
from hanse.text.document import Anchor
from hanse.workspace.accounts.rights import Handling
from hanse.workspace.documents.correcting import correcting
from hanse.workspace.documents.models import Document
from hanse.workspace.evidence.circular import rests_on_claim
from hanse.workspace.evidence.models import Evidence, strictest
from hanse.workspace.registry.models import Claim, Source

_LEVELS = list(Handling)


@receiver(pre_delete, sender=Document)
@receiver(pre_delete, sender=Source)
def keep(sender: Any, instance: Any, **_said: Any) -> None:
    """Whoever could not see the text while it stood sees nothing of the evidence afterwards; and what rested on the
    claim's own source still does, when nothing is left by which that could be told."""
    named = Evidence.objects.filter(**{sender._meta.model_name: instance})
    if sender is Document:
        named |= Evidence.objects.filter(source__document=instance)
        named |= Evidence.objects.filter(claim__source__document=instance)
    for each in named.select_related("document", "source", "claim__source__document"):
        levels = (each.handling, instance.handling, *_of_the_text(instance))
        if instance.pk in _taken_from(each):
            each.handling = strictest(*levels)
        each.repeats = rests_on_claim(each, each.claim)
        if getattr(each, f"{sender._meta.model_name}_id") == instance.pk:
            each.gone = timezone.now()
        each.save()


def _taken_from(evidence: Evidence) -> set[str | None]:
    """The keys of what its words stand in."""
    return {evidence.document_id, evidence.source_id, evidence.source.document_id if evidence.source else None}


def _of_the_text(instance: Any) -> list[str]:
    """The handling of the document of a source."""
    held = getattr(instance, "document", None)
    return [held.handling] if held is not None else []


@receiver(pre_save, sender=Evidence)
def as_its_text(sender: Any, instance: Evidence, **_said: Any) -> None:
    instance.handle_as_its_text()


@receiver(post_save, sender=Document)
def tighten(sender: Any, instance: Document, created: bool, **_said: Any) -> None:
    """A claim that was found in a document is seen by no more people than the document is."""
    if created:
        return
    stricter = _LEVELS[: _LEVELS.index(Handling(instance.handling))]
    for each in Evidence.objects.filter(source__document=instance, handling__in=stricter):
        each.handling = instance.handling
        each.save()
    for model, found in ((Claim, {"found_as__document": instance}), (Source, {"document": instance})):
        for each in model._base_manager.filter(**found, handling__in=stricter).distinct():
            if model is Claim or each.claims.filter(found_as__document=instance).exists():
                each.handling = instance.handling
                each.save()


@receiver(correcting, sender=Document)
def follow(document: Document, before: Any, after: Any, **_said: Any) -> Callable[[], list[str]]:
    """Find out where the quotations of a corrected file stand now. What is not found keeps its words, and no place."""
    held = list(Evidence.objects.filter(document=document))
    there = anchors.attach([Anchor(each.quote, each.prefix, each.suffix) for each in held], after)

    def write() -> list[str]:
        for place, each in enumerate(held):
            passage = there.attached[place][0] if place in there.attached else ""
            if passage != each.passage:
                each.passage = passage
                each.save()
        return []

    return write
