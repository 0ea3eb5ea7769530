"""What somebody may not see leaves no trace: every address answers as if it had never been written.

A small registry holds one public record of every kind. Then hidden ones of every kind join it, tied to the public ones
in every way that there is. Every page, list, feed, export and API call must answer with the same bytes as before.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from django.db import transaction

from hanse.workspace.accounts.models import User
from hanse.workspace.accounts.rights import SEES, Handling, Role
from hanse.workspace.evidence.models import Judgement as Judged
from hanse.workspace.impact.ready import READY
from hanse.workspace.processes.models import Access, FeedKey
from hanse.workspace.registry.kinds import KINDS, Kind
from hanse.workspace.registry.models import Actor, Membership, Record
from hanse.workspace.visibility.models import TextMeant, WordsClaimed
from tests.workspace.matrix import desk
from tests.workspace.matrix.proof import COUNTS, SAYS, cite
from tests.workspace.matrix.registry import ACTORS, Registry
from tests.workspace.matrix.routes import routes
from tests.workspace.matrix.world import World, shelved

pytestmark = pytest.mark.timeout(1200)
WORD = "Zzyxomma"
"""In every text of every hidden record."""
DAYS = ("", "?as_of=2016-05")
MAY_DO_WITHOUT = (
    ("cities", "parent"),
    ("networks", "parent"),
    ("projects", "lead"),
    ("instruments", "body"),
    ("instruments", "document"),
    ("processes", "convenor"),
    ("processes", "instrument"),
    ("sessions", "host"),
    ("sources", "document"),
    ("clearances", "document"),
    ("pledges", "call"),
    ("pledges", "matches"),
    ("calls", "previous"),
    ("changes", "same_as"),
    ("confirmations", "source"),
    ("replies", "source"),
)
"""What a record names and is not hidden by."""
HIDDEN_WITH = (
    ("evidence", "source"),
    ("evidence", "document"),
    ("changes", "actor"),
    ("confirmations", "by"),
    ("replies", "by"),
)
"""What a record may do without, and is hidden by where it names it."""
WORK = "work1"
"""What papers cite, by its key."""


@pytest.fixture
def seen(db, written):
    """One public record of each kind, and a key of nobody's."""
    made = Registry(
        "seen",
        "Harbour",
        Handling.PUBLIC,
        document=written("Minutes", f"1. {SAYS}", f"2. {COUNTS[0]}", handling="public"),
    )
    for plural, name in MAY_DO_WITHOUT:
        _point(made, plural, name, None)
    cite(made.document, WORK)
    return made


def hide(seen: Registry, handling: str, document: Any) -> list[Any]:
    """Hidden records of every kind by themselves, hidden ones tied to public ones, public ones tied to hidden ones."""
    alone = Registry("hid", WORD, handling, document=document)
    aside = Registry("aside", WORD, handling, tied=seen, document=document)
    _public_ties(seen, alone)
    _removed(seen)
    _proof(seen, alone, document)
    _proof(seen, aside, document)
    cite(document, WORK, "contrasts", of=seen.document)
    return [*alone.held.values(), *aside.held.values()]


def _public_ties(seen: Registry, hidden: Registry) -> None:
    """Public records that need a hidden one are hidden; in what they may do without, they do not name it."""
    for kind in KINDS.values():
        record = seen.held[kind.plural]
        for field in kind.model._meta.concrete_fields:
            named = field.related_model in _models() or (kind.plural, field.name) in HIDDEN_WITH
            if not named or field.name == "merged_into":
                continue
            other = hidden.named(field)
            if not field.null or (kind.plural, field.name) in HIDDEN_WITH:
                said = {each.attname: getattr(record, each.attname) for each in kind.model._meta.concrete_fields}
                said |= {"id": f"to-{kind.plural}-{field.name}"[:40], field.attname: other.pk}
                if field.name == "statement":
                    said["version_id"] = other.versions.get().pk
                kind.model(**said).save()
    said_of = {"attestations": "record", "claims": "subject", "translations": "record"}
    for plural, about in said_of.items():
        record = seen.held[plural]
        said = {each.attname: getattr(record, each.attname) for each in record._meta.concrete_fields}
        said |= {"language": "ru"} if plural == "translations" else {}
        for of in ("cities", "memberships", "reprisals", "access"):
            made = type(record)(**{**said, "id": f"{about}-{of}"})
            setattr(made, about, hidden.held[of])
            made.save()
    for plural, name in MAY_DO_WITHOUT:
        _point(seen, plural, name, hidden)


def _proof(seen: Registry, hidden: Registry, document: Any) -> None:
    """A judgement of hidden evidence, and a hidden claim that counts otherwise what the public document counts."""
    judge = User.objects.get_or_create(email="judge@example.org", name=WORD, role=Role.REVIEWER)[0]
    Judged.objects.create(evidence=hidden.held["evidence"], judge=judge, stance="contrasts")
    claim = hidden.held["claims"]
    type(claim).objects.filter(pk=claim.pk).update(wording=f"{WORD} {COUNTS[0]}", value="149", unit="cities")
    about = WordsClaimed.objects.create(claim=claim, about=str(seen.document), words=["harbour|harbours"], least=9)
    TextMeant.objects.create(claimed=about, document=document)


def _point(seen: Registry, plural: str, name: str, hidden: Registry | None) -> None:
    model = type(seen.held[plural])
    other = hidden.named(model._meta.get_field(name)) if hidden else None
    model.objects.filter(pk=seen.held[plural].pk).update(**{name: other})


def _models() -> set[type[Record]]:
    return {kind.model for kind in KINDS.values()}


def _removed(seen: Registry) -> None:
    """What was removed, and what was merged away, is hidden too."""
    gone = Actor.objects.create(id="gone", kind="city", name=f"{WORD} gone", handling="public", country="MAR")
    Membership.objects.create(id="gone-m", actor=gone, network=seen.held["networks"], handling="public", since="2012")
    Access.objects.create(id="gone-a", actor=gone, session=seen.held["sessions"], handling="public", function="speaker")
    gone.remove()


def addresses(key: str = "", document: str = "") -> Iterator[str]:
    """All that can be read, for every kind."""
    yield from ("/", "/registry/", "/registry/export.zip", "/documents/", "/lineage/?q=harbour", "/api/", "/reminders/")
    yield from ("/calendar/", "/calendar.ics", "/calendar/?city=seen-cities", "/calendar/?as_of=2015")
    yield from ("/processes/seen-processes/calendar.ics", "/cities/seen-cities/calendar.ics")
    yield from ("/instruments/ratification-gap/", "/instruments/readmission/", "/api/v1/downloads", "/api/v1/documents")
    yield from (f"/registry/suggest/{what}/?q={word}" for what in ("actor", "document") for word in ("z", "h"))
    if key:
        yield from (f"/feeds/{key}/calendar.ics", f"/feeds/{key}/cities/seen-cities/calendar.ics")
    if document:
        yield from _of_proof(document)
    for kind in KINDS.values():
        yield from _of(kind)


def _of(kind: Kind) -> Iterator[str]:
    plural = kind.plural
    yield from (f"/{plural}/{day}" for day in DAYS)
    yield from (f"/{plural}/?q={WORD[:5]}", f"/registry/suggest/{plural}/?q={WORD[:4]}", f"/{plural}/export.csv")
    yield from (f"/{plural}/seen-{plural}/{day}" for day in DAYS)
    yield from (f"/api/v1/{plural}?q={word}" for word in ("", WORD[:5]))
    yield from (f"/api/v1/{plural}/seen-{plural}", f"/api/v1/downloads/{plural}.json")
    for field in kind.fields():
        if field.is_relation and field.related_model in _models():
            named = ACTORS.get(field.name) if field.related_model is Actor else None
            named = named or next(each.plural for each in KINDS.values() if each.model is field.related_model)
            yield from (f"/{plural}/?{field.name}=hid-{named}", f"/api/v1/{plural}?{field.name}=hid-{named}")


def secrets() -> Iterator[str]:
    """What only a keeper may open, and what is hidden itself: not there, before and after."""
    for plural in KINDS:
        yield from (f"/{plural}/hid-{plural}/", f"/api/v1/{plural}/hid-{plural}", f"/{plural}/seen-{plural}/history/")
        yield from (f"/{plural}/seen-{plural}/edit/", f"/api/v1/{plural}/seen-{plural}/history")
    yield from ("/registry/duplicates/", "/registry/import/", "/registry/merge/seen-cities/", "/cities/gone/")


def _of_proof(document: str) -> Iterator[str]:
    """What the public document proves and cites, and what all of it adds up to."""
    yield from ("/citations/", f"/citations/works/{WORK}/", "/wording/claims/", "/wording/lexicon/", "/impact/reports/")
    yield from (
        f"{page}{day}" for page in ("/impact/", "/impact/ledger/", "/wording/", "/wording/trend/") for day in DAYS
    )
    yield from ("/impact/?since=2010", "/impact/ledger/positions.csv", "/impact/ledger/positions.json")
    for key in (*READY, "seen-indicators"):
        yield from (f"/impact/indicators/{key}/{page}" for page in ("", "?as_of=2016-05", "counted/"))
    yield from (f"/claims/seen-claims/{page}" for page in ("badge.svg", "embed/"))
    pages = (
        "cited/",
        "cited/badge.svg",
        "cited/citations.jsonld",
        "references/",
        "references/references.bib",
        "claims/",
    )
    wording = ("", "binding/", "drafts/", "claims/")
    yield from (f"/documents/{document}/{page}" for page in ("", *pages, *(f"wording/{each}" for each in wording)))


def walk(client: Any, key: str, document: str) -> dict[str, tuple[int, str]]:
    """By address: the status, and the text of the answer without what differs by the visit."""
    return {address: _answer(client.get(address)) for address in addresses(key, document)}


def _answer(response: Any) -> tuple[int, str]:
    body = b"".join(response.streaming_content) if response.streaming else response.content
    if body[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(body)) as held:
            body = b"\n".join(name.encode() + b"\n" + held.read(name) for name in sorted(held.namelist()))
    text = body.decode("utf-8", "replace")
    text = re.sub(r"csrf[^>]*|X-CSRFToken[^}]*|As of \d+ \w+ \d+, \d\d:\d\d", "", text)
    known = response.get("ETag", "") if "html" not in response.get("Content-Type", "") else ""
    return response.status_code, text + known


@pytest.mark.slow
@pytest.mark.parametrize("who", ["public", "rhea"])
def test_every_address_answers_as_if_what_is_hidden_were_not_there(who, request, visit, seen, written, settings):
    settings.HANSE_OPEN_TO_PUBLIC = True
    person = None if who == "public" else request.getfixturevalue(who)
    client, key = visit(person), FeedKey.renew(person) if person else ""
    before = walk(client, key, seen.document.pk)
    handling = Handling.RESTRICTED if person else Handling.INTERNAL
    hide(seen, handling, written(f"{WORD} note", f"1. {WORD} says: {COUNTS[0]}", handling=handling))
    after = walk(client, key, seen.document.pk)
    assert {status for status, _ in before.values()} <= {200, 302, 404}
    named = [address for address, (_, text) in after.items() if WORD.casefold() in text.casefold()]
    changed = [address for address in before if before[address] != after[address]]
    assert (named, changed) == ([], [])
    assert {client.get(address).status_code for address in secrets()} <= {302, 404}


@pytest.mark.slow
def test_no_page_of_the_matrix_tells_of_drafts_and_restricted_records(db, home, visit, settings):
    """Every address of the resolver, for two in turn of those who may not see them."""
    settings.HANSE_OPEN_TO_PUBLIC = True
    world = World(home)
    for plural, name in MAY_DO_WITHOUT:
        _point(world.registry, plural, name, None)
    own = ("account", "mfa")
    known = [each.example(world.arguments) for each in routes() if not each.name.startswith(own)]
    browsers = {name: visit(world.people.get(name)) for name in ("milo", "rhea", "nils", "public")}
    asked = [(name, address) for place, address in enumerate(known) for name in _in_turn(browsers, place)]
    before = {(name, address): _first(browsers[name], address) for name, address in asked}
    desk.hide(world, WORD)
    note = shelved(f"{WORD} note", world.people["otto"], handling=Handling.RESTRICTED)
    hide(world.registry, Handling.RESTRICTED, note)
    after = {(name, address): _first(browsers[name], address) for name, address in asked}
    named = [page for page, (status, text) in after.items() if WORD in text or status >= 500]
    changed = [page for page in before if before[page] != after[page]]
    assert (named, changed) == ([], [])


def _in_turn(names: Iterable[str], place: int) -> list[str]:
    """Two of those who ask, others for the next address: over the addresses of a room everybody does."""
    listed = list(names)
    return [listed[(place + step) % len(listed)] for step in (0, len(listed) // 2)]


def _first(client: Any, address: str) -> tuple[int, str]:
    """What is answered, as if nobody had asked before; forms that can be sent once bear a mark of their own."""
    with transaction.atomic():
        status, text = _answer(client.get(address))
        transaction.set_rollback(True)
    return status, re.sub(r'name="(mark|once)" value="\w+"', "", text)


def test_a_city_sees_of_the_registry_what_a_researcher_sees():
    """Otherwise the walk over every kind has to be made for cities too; what they see of their own is not hidden."""
    assert SEES[Role.CITY] == SEES[Role.RESEARCHER]
