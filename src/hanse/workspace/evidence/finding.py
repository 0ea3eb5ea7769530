"""Which claims does a document make? Sentences that a rule finds; people accept them one by one, or dismiss them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.db.models import Max, Q
from django.utils.translation import gettext as _
from markupsafe import Markup

from hanse.errors import RefusedChange
from hanse.places.folding import spaced
from hanse.reports.marks import Layer, marked
from hanse.wording.asserted import Assertion, asserted
from hanse.workspace.documents.models import Document, Passage
from hanse.workspace.evidence.models import Decided, Decision, Evidence, FoundBy, Stance
from hanse.workspace.evidence.proposing import propose
from hanse.workspace.evidence.values import counted
from hanse.workspace.registry.fields import exactly
from hanse.workspace.registry.models import Actor, Claim, Instrument, Source
from hanse.workspace.registry.said import number

KEPT_FOR = 24 * 3600
_NAME = re.compile(r"\b[A-ZÀ-Ý][\w’'-]+(?:(?: (?:of|on|for|the|de|des|du|la|del|y|et))* [A-ZÀ-Ý][\w’'-]+)+")
_THE = re.compile(r"^(?:the|les|las|los|la|le|el|l['’])\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence of a document that counts what was done: what a claim made of it would say, and who else speaks of it.

    ``decision`` is what somebody made of it; ``rivals`` are claims of the same thing with another number.
    """

    assertion: Assertion
    passage: Passage
    decision: Decision | None
    subject: Any
    rivals: tuple[Claim, ...]

    @property
    def key(self) -> str:
        return sentence_key(self.assertion, self.passage)

    @property
    def sentence(self) -> str:
        return " ".join(self.passage.text[slice(*self.assertion.sentence)].split())

    @property
    def value(self) -> str:
        return f"{self.assertion.value:.12g}"

    @property
    def unit(self) -> str:
        said = self.assertion
        return f"{said.unit} ({said.qualifier})" if said.qualifier else said.unit

    @property
    def words(self) -> Markup:
        """The sentence with number and verb marked."""
        start, end = self.assertion.sentence
        spans = sorted([self.assertion.number, self.assertion.verb_span])
        return marked(self.passage.text[start:end], [Layer("aligned", [(a - start, b - start) for a, b in spans])])


def sentence_key(assertion: Assertion, passage: Passage) -> str:
    """The same for the same number in the same sentence, wherever a corrected file has it."""
    sentence = " ".join(passage.text[slice(*assertion.sentence)].split())
    number_in = " ".join(passage.text[slice(*assertion.number)].split())
    return hashlib.sha256(f"{sentence}\n{number_in}".encode()).hexdigest()


def found(document: Document, user: Any, only: str = "") -> list[Found]:
    """The claims of a document that the user is known to see, in its order; each sentence once, or that of a key."""
    said = _assertions(document)
    wanted = {each.passage for each in said}
    passages = {each.pid: each for each in document.passages.filter(pid__in=wanted)}
    for each in passages.values():
        each.document = document
    decided = {each.sentence: each for each in Decision.objects.filter(document=document).select_related("claim")}
    rows: dict[str, Found] = {}
    for each in said:
        passage = passages.get(each.passage)
        if passage is None:
            continue
        key = sentence_key(each, passage)
        if key not in rows and only in ("", key):
            subject = _subject(each, passage, user)
            rows[key] = Found(each, passage, decided.get(key), subject, _rivals(each, passage, subject, user))
    return list(rows.values())


def one(document: Document, key: str, user: Any) -> Found | None:
    """The sentence of that key, as it stands now."""
    return next(iter(found(document, user, key)), None)


def _assertions(document: Document) -> Sequence[Assertion]:
    newest = document.passages.aggregate(n=Max("pk"))["n"] or 0
    key = f"asserted-{document.pk}-{newest}-{document.language}"
    held = cache.get(key)
    if held is None:
        held = asserted(document.as_text())
        cache.set(key, held, KEPT_FOR)
    return held


def _subject(said: Assertion, passage: Passage, user: Any) -> Any:
    """The instrument that the sentence names, else the actor that it says did it; None where neither is clear."""
    names = _names(said, passage)
    held = Instrument.objects.visible_to(user)
    for name in sorted(names, key=len, reverse=True):
        meant = list(held.filter(Q(folded=spaced(name)) | Q(short__iexact=name) | Q(title__iexact=name))[:2])
        if len(meant) == 1:
            return meant[0]
    if said.subject is None:
        return None
    who = _THE.sub("", passage.text[slice(*said.subject)]).strip()
    meant = exactly(Actor.objects.visible_to(user), who, user) if who else []
    return meant[0] if len(meant) == 1 else None


def _names(said: Assertion, passage: Passage) -> list[str]:
    sentence = passage.text[slice(*said.sentence)]
    return [_THE.sub("", each) for each in _NAME.findall(sentence)]


def _rivals(said: Assertion, passage: Passage, subject: Any, user: Any) -> tuple[Claim, ...]:
    """Claims about the same subject, or that name the same thing, which count the same and arrive at another number."""
    query = Q(pk=None)
    if subject is not None:
        query |= Q(subject_id=subject.pk)
    for name in _names(said, passage):
        query |= Q(wording__icontains=name) | Q(quote__icontains=name)
    claims = Claim.objects.visible_to(user).filter(query).exclude(value="").select_related("source")
    mine = counted(said.unit)
    alike = [each for each in claims if mine & counted(each.unit)]
    return tuple(each for each in alike if number(each.value) != round(said.value))[:5]


def accept(each: Found, user: Any, **said: Any) -> Claim:
    """Make a claim of a sentence; its source is the document, its handling the document's. ``said``: wording, value,
    unit and subject as somebody corrected them. Raises RefusedChange where it was decided on already."""
    document = each.passage.document
    with transaction.atomic():
        _undecided(each)
        claim = Claim(
            wording=said.get("wording") or each.sentence,
            value=said.get("value", each.value),
            unit=said.get("unit", each.unit),
            source=_source_of(document, user),
            quote=each.sentence,
            locator=each.passage.number or each.passage.label,
            handling=document.handling,
        )
        if (subject := said.get("subject", each.subject)) is not None:
            claim.subject = subject
        claim.save()
        _decide(each, user, Decided.CLAIM, claim=claim)
    return claim


def as_evidence(each: Found, claim: Claim, user: Any) -> Evidence:
    """Propose the sentence as evidence of a claim that stands already: it contrasts one of another number."""
    start, end = each.assertion.sentence
    same = number(claim.value) == round(each.assertion.value)
    with transaction.atomic():
        _undecided(each)
        made = propose(
            claim,
            document=each.passage.document,
            passage=each.passage.pid,
            quote=each.passage.text[start:end],
            stance=Stance.SUPPORTS if same else Stance.CONTRASTS,
            value=each.value,
            unit=each.unit,
            found_by=FoundBy.RULE,
            cues=[each.assertion.verb],
        )
        _decide(each, user, Decided.EVIDENCE, claim=claim, evidence=made)
    return made


def dismiss(each: Found, user: Any) -> None:
    """Note that a sentence makes no claim worth keeping."""
    with transaction.atomic():
        _undecided(each)
        _decide(each, user, Decided.DISMISSED)


def take_back(decision: Decision) -> None:
    """Undo a decision: a claim that it made is taken out of sight, and so is evidence that nobody has judged. Raises
    RefusedChange where the claim has evidence by now."""
    with transaction.atomic():
        if decision.decided == Decided.CLAIM and decision.claim is not None:
            if decision.claim.evidence.standing().exists():
                raise RefusedChange(
                    _("the claim has evidence by now"),
                    where=str(decision.claim),
                    do=_("remove the claim on its own page if it must go"),
                )
            decision.claim.remove()
        made = decision.evidence if decision.decided == Decided.EVIDENCE else None
        if made is not None and not made.judgements.standing().exists():
            made.remove()
        decision.delete()


def _undecided(each: Found) -> None:
    """One at a time for each document: of two who send at once, the second is told."""
    Document._base_manager.select_for_update().filter(pk=each.passage.document_id).values_list("pk").first()
    if Decision.objects.filter(document=each.passage.document_id, sentence=each.key).exists():
        raise RefusedChange(_("somebody has decided on this sentence already"), do=_("look at the page anew"))


def _decide(each: Found, user: Any, decided: str, **made: Any) -> None:
    Decision.objects.create(document=each.passage.document, sentence=each.key, decided=decided, by=user, **made)


def _source_of(document: Document, user: Any) -> Source:
    known = Source.objects.visible_to(user).filter(document=document, handling=document.handling).first()
    said = {"title": document.title, "publisher": document.actor, "date": document.date[:12]}
    return known or Source.objects.create(**said, document=document, handling=document.handling)
