"""What is there to be asked for? A workspace with something behind every address, and the people who ask for it."""

from __future__ import annotations

import re
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.core import signing
from django.db.models import Model
from django.utils import timezone

from hanse.text import document as text
from hanse.workspace.accounts.models import Link, Named, User
from hanse.workspace.accounts.rights import Handling, Role
from hanse.workspace.api.models import Token
from hanse.workspace.briefings.models import Briefing
from hanse.workspace.campaigns.folder_in import import_folder
from hanse.workspace.campaigns.models import Deadline, Position
from hanse.workspace.campaigns.retracing import retrace
from hanse.workspace.documents.shelf import keep, shelve
from hanse.workspace.engagements.models import CalendarDraft
from hanse.workspace.focal_points.models import FocalPoint
from hanse.workspace.jobs.models import Job
from hanse.workspace.mail.models import Letter
from hanse.workspace.pledges.models import Match, Partnership, Pledge, Report, State
from hanse.workspace.pledges.models import Question as Field
from hanse.workspace.processes.letters import SALT as OF_REMINDERS
from hanse.workspace.processes.models import FeedKey, Watch
from hanse.workspace.registry.models import Actor, Record
from hanse.workspace.registry.models.duplicates import Judgement
from hanse.workspace.registry.models.imports import Import, NameJudgement
from hanse.workspace.statements import drafting, inviting
from hanse.workspace.statements.freezing import freeze
from hanse.workspace.statements.models import Amendment, Comment, Edition, ParagraphKind, Signature, Statement
from hanse.workspace.surveys import inviting as asking
from hanse.workspace.surveys import running
from hanse.workspace.surveys.models import Question, Survey
from tests.workspace.campaigns.conftest import files
from tests.workspace.matrix.proof import prove
from tests.workspace.matrix.registry import Registry

CAST = {
    "ada": Role.ADMINISTRATOR,
    "otto": Role.OFFICER,
    "olga": Role.OFFICER,
    "rosa": Role.REVIEWER,
    "tala": Role.CITY,
    "milo": Role.CITY,
    "rhea": Role.RESEARCHER,
    "nils": Role.PUBLIC,
}
"""Who signs in. Nils has an account and no part in anything; Tala and Milo speak for Tunis and Montréal."""
SHUT_OUT = "iris"
"""Whose account was closed while she was signed in."""
FOUND = {"unread": [[2, "name", "nobody is called so"]], "unread_count": 1, "sheets": []}
"""What a sheet that was looked at came to."""
BODIES = {
    "pledge-offer-answer": {"say": "declined"},
    "pledge-step": {"do": "unpublish", "why": "An address"},
    "pledge-joint": {"say": "yes"},
    "statement-paragraph-change": {"do": "out"},
    "citations-watch": {"work": "work1"},
    "citing-passage-evidence": {"claim": "seen-claims"},
}
"""What is sent with a POST, by the name of the page, where without it nobody gets anything; else nothing."""
Arguments = dict[str, str]


class World:
    """All of it, in the database; ``people`` by name, and ``arguments``: what stands for each part of an address.

    An argument is looked for under the address up to it, as ``campaigns/<str:pk>``, or under the name of the page and
    the argument, as ``pledge-draft pk``; under ``statement-amend ?`` is what has to be asked behind the address.
    """

    def __init__(self, home: Path) -> None:
        self.people = {name: _person(name, role) for name, role in CAST.items()}
        self.people[SHUT_OUT] = _person(SHUT_OUT, Role.OFFICER)
        self.arguments: Arguments = {}
        self.cities = {name: _speaks(self.people[name], city) for name, city in (("tala", "tunis"), ("milo", "quebec"))}
        self.document = shelved("The minutes", self.people["otto"])
        self.registry = Registry("seen", "Harbour", Handling.PUBLIC, document=self.document)
        for part in (
            _people,
            _office,
            _registry,
            _campaign,
            _pledges,
            _statement,
            _engagements,
            _survey,
            _briefing,
            prove,
        ):
            part(self, home) if part is _campaign else part(self)

    def handle(self, handling: str) -> None:
        """Make all records so handled, but the cities that somebody speaks for."""
        spoken_for = [city.pk for city in self.cities.values()]
        for model in _descendants(Record):
            model.objects.exclude(pk__in=spoken_for).update(handling=handling)
        for row in (self.document, self.campaign, self.briefing):
            type(row).objects.filter(pk=row.pk).update(handling=handling)
        type(self.document).objects.update(handling=handling)


def _descendants(model: type[Model]) -> list[type[Model]]:
    found = [each for child in model.__subclasses__() for each in _descendants(child)]
    return found if model._meta.abstract else [model, *found]


def _person(name: str, role: Role) -> User:
    return User.objects.create_user(f"{name}@example.org", "correct horse battery", name=name.title(), role=role)


def _speaks(person: User, key: str) -> Actor:
    name, country = {"tunis": ("Tunis", "TUN"), "quebec": ("Montréal", "CAN")}[key]
    city = Actor.objects.create(pk=key, name=name, kind="city", country=country, handling=Handling.PUBLIC)
    FocalPoint.objects.create(person=person, city=city)
    return city


def shelved(title: str, owner: User, **told: Any) -> Any:
    """A document of one passage, public unless told otherwise."""
    passage = text.Passage(id="p1", text="Cities share what they learn of harbours.", number="1", label="1.")
    said = text.Document(id=title, content=(passage,), title=title, language="en", source=f"{title}.txt")
    made = shelve(said, handling=Handling.PUBLIC, owner=owner)
    type(made).objects.filter(pk=made.pk).update(sha256=keep([title.encode()]), **told)
    return made


def _people(world: World) -> None:
    """An account of somebody's, a focal point, somebody who is named, and links."""
    tala, otto = world.people["tala"], world.people["otto"]
    named = Named.objects.create(person=tala, model="registry.clearance", record="seen-clearances", by=otto)
    invited = User.objects.create_user("invited@example.org", name="Invited", role=Role.RESEARCHER)
    world.arguments |= {
        "people/<int:pk>": str(invited.pk),
        "person pk": str(tala.pk),
        "speak pk": str(tala.pk),
        "hand-over pk": str(tala.pk),
        "people/cities/<int:pk>": str(tala.speaks_for.get().pk),
        "people/named/<int:pk>": str(named.pk),
        "people/named/<str:model>": "registry.clearance",
        "people/named/<str:model>/<slug:pk>": "seen-clearances",
        "people/welcome/<slug:token>": Link.make(invited),
        "account/sessions/<int:pk>": "1",
    }


def _office(world: World) -> None:
    """A job of otto's, a token, feeds and reminders of his."""
    otto = world.people["otto"]
    job = Job.objects.create(kind="lineage.trace", title="Tracing", owner=otto, arguments={"phrase": "harbours"})
    Token.make(otto, "our dashboard")
    key = FeedKey.renew(otto)
    watch = Watch.objects.create(person=otto, process=world.registry.held["processes"])
    world.arguments |= {
        "jobs/<slug:pk>": job.pk,
        "lineage/of-job/<str:pk>": job.pk,
        "api/tokens/<int:pk>": str(Token.objects.get().pk),
        "feeds/<slug:token>": key,
        "feeds/<slug:token>/<slug:of>": "cities",
        "feeds/<slug:token>/<slug:of>/<slug:pk>": "seen-cities",
        "reminders/<int:pk>": str(watch.pk),
        "reminders/stop/<str:token>": signing.dumps([otto.pk, watch.pk], salt=OF_REMINDERS),
    }


def _registry(world: World) -> None:
    """An import on its way, and judgements about names and pairs."""
    otto, city = world.people["otto"], world.registry.held["cities"]
    gone = Actor.objects.create(pk="thrown", kind="city", name="Thrown", country="MAR", handling=Handling.PUBLIC)
    gone.remove()
    sheet = b"name,country\nQuillon,CHL\n"
    held = Import.objects.create(
        name="cities.csv", sha256=keep([sheet]), kind="cities", owner=otto, stage="looked", found=FOUND
    )
    name = NameJudgement.judge("Quillon", "CHL", otto, actor=city)
    pair = Judgement.objects.create(one=world.cities["milo"], other=world.cities["tala"], verdict="different", by=otto)
    world.arguments |= {
        "documents/<slug:pk>": world.document.pk,
        "document-restore pk": shelved("Thrown away", otto, removed=timezone.now()).pk,
        "record-bring-back pk": gone.pk,
        "registry/import/<slug:pk>": held.pk,
        "registry/import/<slug:pk>/names/<int:judgement>": str(name.pk),
        "registry/duplicates/judgements/<int:pk>": str(pair.pk),
        "registry/merge/<slug:pk>": city.pk,
        "registry/suggest/<slug:what>": "cities",
        "registry/<kind:kind>": "cities",
        "<kind:kind>": "cities",
        "<kind:kind>/<slug:pk>": "seen-cities",
        "<kind:kind>/<slug:pk>/history/<int:entry>": str(city.history.latest().pk),
        "<kind:kind>/export.<slug:form>": "csv",
        "processes/<slug:pk>": "seen-processes",
        "cities/<slug:pk>": "seen-cities",
        "sessions/<slug:pk>": "seen-sessions",
        "figure plural": "processes",
        "figure pk": "seen-processes",
        "figure name": "sessions",
        "figure which": "counted",
        "news/<slug:kind>": "pledges",
        "api/v1/<plural>": "cities",
        "api/v1/<plural>/<pk>": "seen-cities",
        "api/v1/downloads/<name>": "cities.csv",
        "api/v1/documents/<pk>": world.document.pk,
    }


def _campaign(world: World, home: Path) -> None:
    """A small campaign, traced, with a position of a delegation."""
    world.packed = home / "campaign.zip"
    with zipfile.ZipFile(world.packed, "w") as archive:
        for inside, content in files().items():
            archive.writestr(inside, content)
    world.campaign = campaign = import_folder(world.packed, world.people["otto"], handling=Handling.PUBLIC)
    retrace(campaign, lambda share, words: None, lambda: False)
    ask, held = campaign.asks.first(), campaign.texts.filter(role="draft").first()
    due = Deadline.objects.create(campaign=campaign, what="The silence ends", when=timezone.now() + timedelta(days=3))
    position = Position.objects.create(campaign=campaign, delegation="Quillon", ask=ask, stance="open", note="Told.")
    world.arguments |= {
        "campaigns/<str:pk>": campaign.pk,
        "campaigns/<str:pk>/cells/<str:ask>": ask.pk,
        "campaigns/<str:pk>/cells/<str:ask>/<str:draft>": held.pk,
        "campaigns/<str:pk>/asks/<str:ask>": ask.pk,
        "campaigns/<str:pk>/texts/<str:text>": held.pk,
        "campaigns/<str:pk>/download/<str:name>": "board.csv",
        "campaigns/<str:pk>/delegations/<str:position>": position.pk,
        "campaigns/<str:pk>/dates/<str:deadline>": due.pk,
        "api/v1/campaigns/<pk>": campaign.pk,
    }


def _pledges(world: World) -> None:
    """Pledges of Tunis on their way, made with Montréal, and one that is public, reported on and offered help."""
    now, call = timezone.now(), world.registry.held["calls"]
    Field.objects.create(call=call, place=1, key="amount", type="money", label="Budget", means="amount")

    def pledge(state: str, **said: Any) -> Pledge:
        said |= {"city": world.cities["tala"], "call": call, "author": world.people["tala"], "handling": "public"}
        made = Pledge.objects.create(pk=f"plan-{state}", title=f"Keys, {state}", state=state, pledged="2026", **said)
        Partnership.objects.create(pledge=made, city=world.cities["milo"])
        return made

    pledge(State.DRAFT)
    filed = pledge(State.FILED, filed=now)
    shown = pledge(State.PUBLISHED, filed=now, published=now, status="fulfilled")
    Report.objects.create(pledge=shown, status="fulfilled", narrative="Done.", on=now.date(), once="r")
    Match.objects.create(pledge=shown, actor=world.cities["milo"], offers="skills", what="Teachers", once="m")
    practice = world.registry.held["practices"]
    world.arguments |= {
        "calls/<slug:pk>": call.pk,
        "pledges/<slug:pk>": shown.pk,
        "pledge-draft pk": "plan-draft",
        **{f"{name} pk": filed.pk for name in ("pledge-withdraw", "pledge-review", "pledge-comment", "pledge-decide")},
        **{f"{name} pk": filed.pk for name in ("pledge-joint", "pledge-joint-record")},
        "pledges/<slug:pk>/joint/<slug:city>": "quebec",
        "pledges/<slug:pk>/reports/<int:number>": str(shown.reports.get().pk),
        "pledges/<slug:pk>/offers/<int:number>": str(shown.offers.get().pk),
        "pledges/layouts/<slug:layout>": "gcm",
        "pledges/layouts/<slug:layout>.<slug:form>": "csv",
        "practices/<slug:pk>": practice.pk,
    }


def _statement(world: World) -> None:
    """A statement that is frozen, open for signature and signed by a city, with the next draft under discussion."""
    otto, tunis = world.people["otto"], world.cities["tala"]
    made = Statement.objects.create(pk="quiet", title="Quiet Harbours", languages="en", handling="public", rolling=True)
    draft = drafting.begin(made, otto)
    drafting.add(draft, ParagraphKind.OPERATIVE, {"en": "Cities share what they learn."}, otto)
    version = freeze(draft, otto)
    token = inviting.invite(version, tunis, "mayor@example.org", by=otto)
    invitation = version.invitations.get()
    said = {"name": "Ines Barr", "office": "Mayor", "mandate": "council", "since": "2026-03-12", "handling": "public"}
    signed = Signature.objects.create(
        pk="sig", city=world.registry.held["cities"], statement=made, version=version, **said
    )
    file = keep([b"%PDF-1.7"])
    Edition.objects.create(version=version, language="en", occasion="preview", as_of=timezone.localdate(), sha256=file)
    nextone = drafting.begin(made, otto)
    paragraph = nextone.paragraphs.get(place=1)
    comment = Comment.objects.create(version=nextone, paragraph=paragraph, person=otto, text="Of harbours.")
    amended = Amendment.objects.create(version=nextone, paragraph=paragraph, language="en", text="Ports.", author=otto)
    world.arguments |= {
        "statements/<slug:pk>": made.pk,
        "statements/<slug:pk>/versions/<int:number>": "1",
        "statements/<slug:pk>/versions/<int:number>/<slug:occasion>": "preview",
        "statements/<slug:pk>/versions/<int:number>/<slug:occasion>/<str:language>": "en",
        "statements/<slug:pk>/draft/paragraphs/<slug:paragraph>": paragraph.pk,
        "statement-amend ?": f"paragraph={paragraph.pk}",
        "statement-asks ?": f"campaign={world.campaign.pk}",
        "statements/<slug:pk>/draft/comments/<slug:comment>": comment.pk,
        "statements/<slug:pk>/draft/amendments/<slug:amendment>": amended.pk,
        "statements/<slug:pk>/invitations/<slug:invitation>": invitation.pk,
        "statements/<slug:pk>/sign/<slug:city>": tunis.pk,
        "signatures/<slug:pk>": signed.pk,
        "sign/<str:token>": token,
        "sign/<str:token>/<str:language>": "en",
        "sign/withdraw/<str:token>": signing.dumps(signed.pk, salt="statements.withdraw"),
    }


def _engagements(world: World) -> None:
    """A calendar of otto's on its way; engagements themselves are in the registry."""
    draft = CalendarDraft.objects.create(owner=world.people["otto"], name="mine.ics", kind="meeting", handling="public")
    world.arguments |= {
        "engagements/<slug:pk>": "seen-engagements",
        "engagements/<slug:pk>/attended/<slug:participant>": "seen-engagement-participants",
        "engagements/from-calendar/<slug:pk>": draft.pk,
        "follow-ups/<slug:pk>": "seen-follow-ups",
    }


def _survey(world: World) -> None:
    """A survey that is open, with a question and somebody asked."""
    closes = timezone.now() + timedelta(days=7)
    survey = Survey.objects.create(pk="survey", title="Partner survey", handling="public", closes=closes)
    draft = Survey.objects.create(pk="draft", title="Next survey", handling="public", closes=closes)
    planned = Question.objects.create(survey=draft, place=1, kind="yes-no", text="And then?", share="1")
    asked = Question.objects.create(survey=survey, place=1, kind="yes-no", text="Would you come again?", share="1")
    running.open_(survey)
    asking.invite(survey, [asking.Asked("partner@example.org")], by=world.people["otto"])
    letter = Letter.objects.filter(once__startswith="survey").get()
    world.arguments |= {
        "surveys/<slug:pk>": survey.pk,
        "surveys/<slug:pk>/questions/<int:question>": str(asked.pk),
        "survey-question pk": draft.pk,
        "survey-question question": str(planned.pk),
        "survey-round pk": "seen-surveys",
        "survey-csv pk": "seen-surveys",
        "surveys/<slug:pk>/claims/<int:question>": str(asked.pk),
        "surveys/<slug:pk>/translations/<str:language>": "fr",
        "surveys/<slug:pk>/invitations/<slug:invitation>": survey.invitations.get().pk,
        "surveys/answer/<str:token>": re.search(r"/surveys/answer/([^/]+)/", letter.text).group(1),
    }


def _briefing(world: World) -> None:
    """A briefing of otto's, internal as the mildest."""
    world.briefing = Briefing.objects.create(
        counterpart=world.registry.held["cities"],
        ours=world.cities["tala"],
        day="2026-12-01",
        occasion="Meeting",
        by=world.people["otto"],
        sha256=keep([b"%PDF-1.7"]),
    )
    world.arguments |= {
        "briefings/<str:pk>": world.briefing.pk,
        "briefings/of/<slug:counterpart>": "seen-cities",
    }
