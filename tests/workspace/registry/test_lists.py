"""What does a list show, on which day, and how is something found in it?"""

from __future__ import annotations

import html
import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.models import (
    Actor,
    Attestation,
    Instrument,
    Membership,
    Name,
    Office,
    Participation,
    Source,
)

pytestmark = pytest.mark.django_db


def actor(name: str, kind: str = "city", **said: object) -> Actor:
    return Actor.objects.create(name=name, kind=kind, **{"handling": "public", **said})


def shown(client: object, path: str) -> list[str]:
    return [str(record) for record, _ in client.get(path).context["lines"]]


@pytest.mark.parametrize("words", ["izmir", "İZMİR", "smyrna", "ibb", "Σμύρνη"])
def test_a_city_is_found_by_any_of_its_names(words, visit, rhea):
    city = actor("İzmir", acronym="İBB")
    actor("Elsewhere")
    for name in ("Smyrna", "Σμύρνη"):
        Name.objects.create(actor=city, name=name, handling="public")
    assert shown(visit(rhea), f"/organisations/?q={words}") == []
    found = visit(rhea).get("/registry/suggest/cities/", {"q": words}).content.decode()
    assert "İzmir [" in found
    assert "Elsewhere" not in found


def test_a_tie_is_found_by_the_names_of_what_it_ties(visit, rhea):
    tie = Membership.objects.create(actor=actor("Évora"), network=actor("League", "network"), handling="public")
    Membership.objects.create(actor=actor("Faro"), network=actor("Bund", "network"), handling="public")
    office = Office.objects.create(person=actor("A. Mayor", "person"), body=tie.actor, title="Mayor", handling="public")
    assert shown(visit(rhea), "/memberships/?q=evora") == [str(tie)]
    assert shown(visit(rhea), "/offices/?q=evora") == shown(visit(rhea), "/offices/?q=mayor") == [str(office)]
    assert shown(visit(rhea), f"/memberships/?network={tie.network_id}") == [str(tie)]
    assert shown(visit(rhea), "/memberships/?network=nothing") == []


@pytest.mark.parametrize("plural", list(KINDS))
def test_records_of_every_kind_can_be_searched(plural, visit, rhea):
    assert visit(rhea).get(f"/{plural}/?q=bay").status_code == 200


def test_a_list_is_filtered_by_region_country_and_choice(visit, rhea):
    actor("Bund", "international", country="MAR")
    actor("Verein", "university", country="DEU")
    client = visit(rhea)
    assert shown(client, "/organisations/?region=Africa") == ["Bund"]
    assert shown(client, "/organisations/?country=DEU") == ["Verein"]
    assert shown(client, "/organisations/?kind=university") == ["Verein"]
    assert "Nothing passes these filters" in client.get("/organisations/?q=zzz").content.decode()


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/organisations/?region=Atlantis", "There is no region “Atlantis” among the organisations here; there are"),
        ("/organisations/?country=ZZZ", "there are Germany (DEU); Morocco (MAR)."),
        ("/organisations/?kind=guild", "There is no kind “guild” among the organisations here; there are"),
        ("/organisations/?grade=founder", "Organisations are not filtered by grade."),
        ("/processes/?country=FRA&region=Asia", "Processes are not filtered by country or region."),
        ("/sessions/?country=FRA", "Sessions and deadlines are not filtered by country."),
        ("/organisations/?nonsense=1&page=1&as_of=2020", "Organisations are not filtered by nonsense."),
        ("/calendar/?process=zzz", "There is no process “zzz” here that you may see."),
        ("/calendar/?city=zzz", "There is no city “zzz” here that you may see."),
        ("/calendar/?nonsense=1", "Sessions and deadlines are not filtered by nonsense."),
        ("/calendar/?kind=picnic", "There is no kind “picnic” here; there are"),
        ("/organisations/?when=never", "there is at any time (always)."),
        ("/memberships/?network=nobody", "There is no network “nobody” here that you may see."),
        ("/instruments/?force=brute", "There is no force “brute” among the instruments here"),
        ("/episodes/?lever=crowbar", "There is no lever “crowbar” among the episodes here"),
    ],
)
def test_a_filter_that_does_not_exist_is_told_and_nothing_is_counted(path, said, visit, otto):
    actor("Bund", "international", country="MAR")
    actor("Verein", "university", country="DEU")
    client = visit(otto)
    page = client.get(path).content.decode()
    assert said in page
    assert "Show all" in page
    assert "Bund" not in page
    assert 'class="count"' not in page
    plural, _, asked = path.strip("/").partition("/")
    if plural in {"calendar", "processes", "sessions"}:
        return
    sheet = client.get(f"/{plural}/export.csv{asked}")
    assert sheet.status_code == 422
    assert said in sheet.content.decode()


def test_a_long_name_is_repeated_in_a_message_with_its_end_left_out(visit, otto):
    client = visit(otto)
    page = client.get("/organisations/?region=" + "Atlantis" * 40).content.decode()
    assert f"“{'Atlantis' * 9}Atlanti…”" in page
    said = {"name": "Verein " * 40, "kind": "university", "handling": "public"}
    added = client.post("/registry/organisations/add/", said, follow=True)
    assert "…” is in the registry." in added.content.decode()


def test_what_was_done_to_an_instrument_is_listed_from_its_day_on(visit, rhea):
    compact = Instrument.objects.create(title="Compact", kind="compact", adopted="2018-12", handling="public")
    for act, day in (("adopted", "2018-12-10"), ("endorsed", "201X"), ("affirmed", "")):
        said = {"actor": actor(act, "state"), "instrument": compact, "act": act, "date": day, "handling": "public"}
        Participation.objects.create(**said)
    client = visit(rhea)
    assert len(shown(client, "/participations/?as_of=2018-12-09")) == 2
    assert len(shown(client, "/participations/?as_of=2018-12-10")) == 3
    assert len(shown(client, "/participations/?as_of=2018-12")) == 3
    assert client.get("/participations/?as_of=2018-12").context["list"].count.undated == 1
    assert not shown(client, "/participations/?as_of=2009")
    assert len(shown(client, "/participations/?as_of=2009&when=always")) == 3


def test_the_day_travels_with_the_links_and_back_to_today(visit, rhea):
    actor("Bund", "international", since="2005", handling="public")
    page = visit(rhea).get("/organisations/?as_of=2010-05&q=bund").content.decode()
    assert "As of 31 May 2010" in page
    assert "?as_of=2010-05" in page
    assert '<a href="/organisations/?q=bund">back to today</a>' in page
    assert 'name="q" value="bund"' in page
    wrong = visit(rhea).get("/organisations/?as_of=lately").content.decode()
    assert "is no date; write 2010, 2010-05 or 2010-05-31" in wrong


def test_the_registry_counts_what_stands_on_the_day(visit, rhea, otto):
    league = actor("League", "network", since="1990")
    for since in ("2001", "2015", ""):
        Membership.objects.create(actor=actor(f"C{since}"), network=league, since=since, handling="public")
    counts = {
        held.kind.plural: held.count
        for _, group in visit(rhea).get("/registry/?as_of=2010").context["groups"]
        for held in group
    }
    assert (counts["memberships"].dated, counts["memberships"].undated) == (1, 1)
    assert "reprisals" not in counts
    assert "Reprisals" in visit(otto).get("/registry/").content.decode()


DAYS = st.dates(date(1990, 1, 1), date(2024, 12, 31))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(begin=DAYS, length=st.integers(0, 4000), precision=st.sampled_from([4, 7, 10]))
def test_a_membership_is_listed_on_exactly_the_days_between(visit, rhea, begin, length, precision):
    Membership.objects.all().delete()
    end = begin + timedelta(days=length)
    since, until = begin.isoformat()[:precision], end.isoformat()[:precision]
    league, _ = Actor.objects.get_or_create(name="League", kind="network", handling="public")
    city, _ = Actor.objects.get_or_create(name="City", kind="city", handling="public")
    tie = Membership.objects.create(actor=city, network=league, since=since, until=until, handling="public")
    client = visit(rhea)
    around = [tie.first, tie.last, tie.first - timedelta(days=1), tie.last + timedelta(days=1), begin, end]
    for day in around:
        listed = bool(shown(client, f"/memberships/?as_of={day.isoformat()}"))
        assert listed == (tie.first <= day <= tie.last), (since, until, day)
    today = timezone.localdate()
    assert bool(shown(client, "/memberships/")) == (tie.first <= today <= tie.last)


def test_a_long_list_is_read_on_from_the_record_that_ended_the_page_before(db, visit, otto):
    source = Source.objects.create(title="Yearbook", handling="public")
    port = Actor.objects.create(kind="city", name="Port", handling="public")
    Attestation.objects.bulk_create(
        Attestation(record=port, source=source, field=f"field {number % 7}", value="1", handling="public")
        for number in range(310)
    )

    def listed(address: str) -> tuple[list[str], dict[str, str]]:
        page = visit(otto).get(f"/attestations/{address}").content.decode()
        ways = {way: html.unescape(to) for to, way in re.findall(r'<a href="([^"]*)" rel="(prev|next)"', page)}
        return re.findall(r'<li><a href="/attestations/([^/"]+)/"', page), ways

    by_number = [listed(f"?page={number}")[0] for number in (1, 2, 3, 4)]
    found, ways = listed("")
    on = [found]
    while "next" in ways:
        assert "after=" in ways["next"]
        found, ways = listed(ways["next"])
        on.append(found)
    assert on == by_number
    assert [len(each) for each in on] == [100, 100, 100, 10]
    back = [found]
    while "prev" in ways:
        found, ways = listed(ways["prev"])
        back.insert(0, found)
    assert back == by_number
    assert listed("?page=2&after=nobody")[0] == by_number[1]


def test_a_list_of_what_is_said_asks_no_more_often_for_more_of_it(db, visit, otto):
    source = Source.objects.create(title="Yearbook", handling="public")
    league = Actor.objects.create(kind="network", name="League", handling="public")
    browser = visit(otto)

    def said(numbers):
        for number in numbers:
            port = Actor.objects.create(kind="city", name=f"Port {number}", handling="public")
            tie = Membership.objects.create(actor=port, network=league, handling="public")
            Attestation.objects.create(record=tie, source=source, field="since", value="2001", handling="public")

    def asked(last):
        browser.get("/attestations/")  # what is kept between visits is there then
        with CaptureQueriesContext(connection) as queries:
            assert f"Port {last} in League" in browser.get("/attestations/").content.decode()
        return len(queries)

    said(range(3))
    few = asked(2)
    said(range(3, 30))
    assert asked(29) == few
