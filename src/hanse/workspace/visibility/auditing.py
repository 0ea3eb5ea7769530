"""What does a document say to the claims about words? Each answered, with its passages and what the count omits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.wording.audit import Audit, audit
from hanse.workspace.documents.models import Document
from hanse.workspace.evidence.models import Evidence
from hanse.workspace.evidence.proposing import propose
from hanse.workspace.visibility.matching import OTHER, SAME, about
from hanse.workspace.visibility.models import TextMeant, WordsClaimed
from hanse.workspace.visibility.passages import Shown, behind

VERDICTS = {"supported": gettext_lazy("Supported"), "contrasted": gettext_lazy("Contrasted")}
STANCES = {"supported": "supports", "contrasted": "contrasts"}
MOST_PROPOSED = 12
"""Passages that are proposed as evidence at once."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one document says to one claim; ``match`` is whether the claim is about this text."""

    claimed: WordsClaimed
    audit: Audit
    match: str
    passages: list[Shown]
    kin: list[Shown]
    """Where local government is named in other words."""

    @property
    def verdict(self) -> str:
        return str(VERDICTS[self.audit.verdict])

    @property
    def readings(self) -> list[tuple[str, int, str, bool]]:
        """Each reading, its count, its verdict, whether that is another than the first one's."""
        return [
            (each.name, each.count, str(VERDICTS[each.verdict]), each.verdict != self.audit.verdict)
            for each in self.audit.readings
        ]


def claims_seen(user: Any) -> Any:
    """The claims about words that a user may see, with what they are about."""
    held = WordsClaimed.objects.visible_to(user).select_related("claim", "claim__source")
    return held.prefetch_related("claim__subject")


def matches(document: Document, claims: Iterable[WordsClaimed]) -> list[tuple[WordsClaimed, str]]:
    """The claims with whether they are about this document: those that are first."""
    said = set(TextMeant.objects.filter(document=document).values_list("claimed_id", flat=True))
    found = [(each, about(each, document, said=each.pk in said)) for each in claims]
    return sorted(found, key=lambda each: (SAME, "draft", OTHER).index(each[1]))


def answers(document: Document, asked: Sequence[tuple[WordsClaimed, str]]) -> list[Answer]:
    """What a document says to claims; its text is read once."""
    if not asked:
        return []
    found = audit(document.as_text(), [each.spec for each, _match in asked])
    return [_answer(document, *each, said) for each, said in zip(asked, found, strict=True)]


def _answer(document: Document, claimed: WordsClaimed, match: str, said: Audit) -> Answer:
    passages = behind(document, [each.place for each in said.evidence])
    return Answer(claimed, said, match, passages, behind(document, [each.place for each in said.kin]))


def put_forward(answer: Answer, document: Document) -> list[Evidence]:
    """Propose what a document says as evidence of the claim: its passages, or, where the words are absent, the text
    as a whole. What was proposed before stays as it is."""
    said = answer.audit
    found = {
        "stance": STANCES[said.verdict],
        "document": document,
        "found_by": "audit",
        "value": str(said.count),
        "unit": ", ".join(answer.claimed.words)[:200],
        "cues": [each.place.words for each in said.evidence] + [each.sentence for each in said.omits],
    }
    places = list(dict.fromkeys(each.place.passage for each in said.evidence))[:MOST_PROPOSED]
    if not places:
        locator = _("the whole text, in which the words stand nowhere")
        return [propose(answer.claimed.claim, **found, locator=locator)]
    numbers = {each.place.passage: each.number for each in said.evidence}
    return [propose(answer.claimed.claim, **found, passage=each, locator=numbers[each][:200]) for each in places]
