"""What proves it and what it adds up to: passages on both sides of a claim, a paper that cites, counts, a report."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from hanse.text import document as text
from hanse.workspace.accounts.rights import Handling
from hanse.workspace.campaigns.models import Review
from hanse.workspace.citations.models import CitingPassage, Held, Paper, Reference
from hanse.workspace.citations.models.papers import State
from hanse.workspace.documents.shelf import shelve
from hanse.workspace.evidence import finding
from hanse.workspace.evidence.judging import judge
from hanse.workspace.evidence.proposing import propose
from hanse.workspace.impact.models import Outside, Report
from hanse.workspace.impact.report.making import make
from hanse.workspace.impact.snapshots import freeze
from hanse.workspace.visibility import lexicons
from hanse.workspace.visibility.models import WordsClaimed

SAYS = "Cities share what they learn of harbours."
"""What a document says that cites."""
COUNTS = ("150 cities signed the Harbour Declaration.", "32 states endorsed the Harbour Compact.")
"""What another document claims: the one is not decided on, the other was dismissed."""


def prove(world: Any) -> None:
    """Write them."""
    _evidence(world)
    _found(world)
    _citations(world)
    _visibility(world)
    _impact(world)


def _evidence(world: Any) -> None:
    held = world.registry.held["evidence"]
    said = judge(held, world.people["rosa"], "supports", "It says so.")
    gone = propose(held.claim, document=world.document, passage="p1", stance="mentions")
    gone.remove()
    world.arguments |= {
        "evidence/<slug:pk>": held.pk,
        "evidence-return pk": gone.pk,
        "evidence/judgements/<slug:pk>": said.pk,
    }


def _found(world: Any) -> None:
    passages = tuple(text.Passage(id=f"p{place}", text=said, number="") for place, said in enumerate(COUNTS))
    said = text.Document(id="count", content=passages, title="The count", language="en", source="count.txt")
    document = shelve(said, handling=Handling.PUBLIC, owner=world.people["otto"])
    waiting, dismissed = finding.found(document, world.people["otto"])
    finding.dismiss(dismissed, world.people["otto"])
    pages = ("document-claims", "document-claim", "document-claim-undo")
    world.arguments |= {
        **{f"{page} pk": document.pk for page in pages},
        "document-claim key": waiting.key,
        "document-claim-undo key": dismissed.key,
    }


def _citations(world: Any) -> None:
    passage = cite(world.document, "work1")
    world.arguments |= {
        "citations/works/<slug:key>": passage.reference.work,
        "citations/passages/<slug:pk>": passage.pk,
        "documents/<slug:pk>/references/references.<slug:form>": "bib",
    }


def cite(document: Any, work: str, stance: str = "supports", of: Any = None) -> CitingPassage:
    """Make a document a paper whose first passage cites a work, and another document where ``of`` is given."""
    Paper.objects.update_or_create(document=document, defaults={"state": State.READ})
    key = hashlib.sha256(f"{document.pk} {work}".encode()).hexdigest()[:16]
    named = Reference.objects.create(id=key, document=document, order=0, text="Barr, Harbours.", work=work)
    if of is not None:
        Held.objects.create(reference=named, document=of, by="title")
    words = document.passages.order_by("pk").first()
    return CitingPassage.objects.create(
        id=key,
        reference=named,
        document=document,
        order=0,
        pid=words.pid,
        start=0,
        end=len(words.text),
        text=words.text,
        stance=stance,
        settled=stance,
    )


def _visibility(world: Any) -> None:
    claim = world.registry.held["claims"]
    ours = lexicons.in_force()
    words = {"cities": (*ours.words["cities"]["en"], "harbour towns")}
    lexicons.add(lexicons.changed(ours, "en", words, 1), why="Harbours", author=world.people["otto"])
    WordsClaimed.objects.create(claim=claim, about="The minutes", words=["harbour|harbours"], least=1)
    world.arguments |= {
        "wording/lexicon/edit/<slug:language>": "en",
        "wording/lexicon/<int:number>": "1",
        "documents/<slug:pk>/wording/claims/<slug:claim>": claim.pk,
    }


def _impact(world: Any) -> None:
    """A snapshot, a report that was made, and a finding that somebody outside confirmed."""
    indicator = world.registry.held["indicators"]
    kept = freeze(indicator, date(2026, 3, 1), world.people["otto"])
    report = Report.objects.create(
        id="report",
        title="What became of it",
        audience="public",
        language="fr",
        until=date(2026, 3, 1),
        handling=Handling.PUBLIC,
    )
    report.snapshots.add(kept)
    make(report)
    found = _confirmed(world)
    world.arguments |= {
        "impact/indicators/<slug:key>": indicator.key,
        "impact/snapshots/<slug:pk>": kept.pk,
        "impact/reports/<slug:pk>": report.pk,
        "impact/ledger/<str:ask>": found.ask_id,
        "impact/ledger/<str:ask>/<str:draft>": found.draft_id,
        "impact/ledger/positions.<str:form>": "csv",
    }


def _confirmed(world: Any) -> Review:
    ask, draft = world.campaign.asks.first(), world.campaign.texts.get(document__title="Revision 1")
    found = ask.findings.filter(draft=draft).order_by("audience").last()
    said = Review.objects.create(
        campaign=world.campaign,
        ask=ask,
        draft=draft,
        reviewer=world.people["rosa"],
        verdict="confirm",
        outcome=found.outcome,
        machine=found.outcome,
        judged=found.judged,
        audience=found.audience,
    )
    Outside.objects.create(review=said, name="Institute of Harbours", claimants=ask.actor)
    return said
