"""What happens when a person says what a passage's stance is? It is kept, and decides what is shown."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.db import transaction
from django.utils import timezone

from hanse.citing.context import language_of
from hanse.workspace.citations.models import CitingPassage, Correction, StanceKind


def judge(passage: CitingPassage, person: Any, stance: str, why: str = "") -> Correction:
    """A person's word on a passage; an earlier one of the same person is kept as replaced.

    What most people say is shown; where they are divided, it is unsure.
    """
    stance = StanceKind(stance)
    with transaction.atomic():
        held = CitingPassage.objects.select_for_update().get(pk=passage.pk)
        before = held.corrections.filter(person=person, replaced=None)
        same = before.filter(stance=stance, why=why).first()
        if same:
            return same
        before.update(replaced=timezone.now())
        said = Correction.objects.create(
            passage=held,
            document_id=held.document_id,
            person=person,
            stance=stance,
            why=why,
            proposed=held.stance,
            text=held.text,
            target=held.target,
            section=held.section,
            language=language_of(held.text, held.document.language) or held.document.language,
        )
        _settle(held)
    return said


def take_back(passage: CitingPassage, person: Any) -> None:
    """A person's word on a passage does not stand any more; it is kept."""
    with transaction.atomic():
        held = CitingPassage.objects.select_for_update().get(pk=passage.pk)
        held.corrections.filter(person=person, replaced=None).update(replaced=timezone.now())
        _settle(held)


def _settle(passage: CitingPassage) -> None:
    said = Counter(passage.corrections.filter(replaced=None).values_list("stance", flat=True))
    passage.judged = _most(said) if said else ""
    passage.settled = passage.judged or passage.stance
    passage.save(update_fields=["judged", "settled"])


def _most(said: Counter[str]) -> str:
    (first, number), *others = said.most_common()
    return StanceKind.UNSURE if others and others[0][1] == number else first
