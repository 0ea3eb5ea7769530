"""What has the desk that others are not to know of? Drafts of every kind, and what is restricted."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from hanse.workspace.accounts.models import Named, User
from hanse.workspace.accounts.rights import Handling, Role
from hanse.workspace.briefings.models import Briefing
from hanse.workspace.campaigns.folder_in import import_folder
from hanse.workspace.campaigns.retracing import retrace
from hanse.workspace.impact.models import FindingReply
from hanse.workspace.jobs.models import Job
from hanse.workspace.pledges.models import Pledge, State
from hanse.workspace.statements import drafting
from hanse.workspace.statements.freezing import freeze
from hanse.workspace.statements.inviting import invite
from hanse.workspace.statements.models import ParagraphKind, Statement, Version
from hanse.workspace.surveys import running
from hanse.workspace.surveys.models import Question, Survey
from tests.workspace.matrix.world import World


def hide(world: World, word: str) -> None:
    """Write them, with a word in every text."""
    otto, tala = world.people["otto"], world.people["tala"]
    for state in State.values:
        _pledge(world, word, state)
    _statement(word, Handling.PUBLIC, otto)
    invite(freeze(_statement(word, Handling.RESTRICTED, otto), otto), world.cities["milo"], "m@example.org", by=otto)
    closes = timezone.now() + timedelta(days=3)
    survey = Survey.objects.create(title=word, handling=Handling.PUBLIC, closes=closes)
    Question.objects.create(survey=survey, place=1, kind="yes-no", text=word, share="1")
    running.open_(survey)
    about = {"counterpart": world.registry.held["cities"], "ours": world.cities["tala"], "day": "2026-12-01"}
    Briefing.objects.create(occasion=word, handling=Handling.RESTRICTED, by=otto, **about)
    Named.objects.create(person=tala, model="registry.clearance", record="hid-clearances", by=otto)
    User.objects.create_user("another@example.org", name=word, role=Role.RESEARCHER)
    _replied(world, word)
    Job.objects.create(kind="lineage.trace", title=word, owner=otto, arguments={"phrase": word})


def _replied(world: World, word: str) -> None:
    """To a finding of the public campaign; and a campaign that is restricted, as far as its findings."""
    ask, draft = world.campaign.asks.first(), world.campaign.texts.filter(role="draft").last()
    said = {"by": word, "says": "denies", "words": word, "date": "2031-05-01", "handling": Handling.RESTRICTED}
    FindingReply.objects.create(ask=ask, draft=draft, **said)
    hidden = import_folder(world.packed, world.people["otto"], handling=Handling.RESTRICTED)
    type(hidden).objects.filter(pk=hidden.pk).update(title=word)
    retrace(hidden, lambda share, words: None, lambda: False)


def _pledge(world: World, word: str, state: str) -> None:
    shown = state == State.PUBLISHED
    Pledge.objects.create(
        title=f"{word} {state}",
        state=state,
        pledged="2026",
        city=world.cities["tala"],
        call=world.registry.held["calls"],
        handling=Handling.RESTRICTED if shown else Handling.PUBLIC,
        published=timezone.now() if shown else None,
    )


def _statement(word: str, handling: str, user: User) -> Version:
    made = Statement.objects.create(title=word, languages="en", handling=handling)
    draft = drafting.begin(made, user)
    drafting.add(draft, ParagraphKind.OPERATIVE, {"en": word}, user)
    return draft
