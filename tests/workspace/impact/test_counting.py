"""What a rule counts: by dates, by what makes two records one, in money and in shares, for who may see it."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

from benchmarks.counters import fill
from hanse.errors import HanseError
from hanse.workspace.engagements.models import Engagement, Submission
from hanse.workspace.impact import ready
from hanse.workspace.impact.counting import counted as count
from hanse.workspace.impact.models import Indicator
from hanse.workspace.impact.rules import Rule, canonical
from hanse.workspace.impact.splitting import by_objective, by_region, by_year, over_time
from hanse.workspace.impact.told import in_words
from hanse.workspace.pledges.models.pledges import Partnership
from hanse.workspace.processes.models import Access, Item, Process, Session
from hanse.workspace.registry.models import Actor, Attestation, Funding, Source
from tests.workspace.impact.conftest import DAY, PUBLIC

pytestmark = pytest.mark.django_db


def rule(**said):
    return Rule.read(json.dumps(said))


def test_a_joint_pledge_counts_once(pledged, counted):
    made = pledged()
    for name in ("Tunis", "Accra"):
        other = Actor.objects.create(kind="city", name=name, country="TUN", **PUBLIC)
        Partnership.objects.create(pledge=made, city=other)
    assert counted("pledges").number == 1


def test_what_has_no_documented_date_is_counted_and_told_apart_but_in_no_period(pledged, counted):
    pledged(pledged="")
    pledged(pledged="2022")
    pledged(pledged="2024-03")
    whole = counted("pledges")
    assert (whole.number, whole.undated) == (3, 1)
    assert "Of these 1 without a documented date." in whole.beside
    earlier = counted("pledges", date(2023, 1, 1))
    assert (earlier.number, earlier.undated) == (2, 1)
    period = counted("pledges", DAY, date(2024, 1, 1))
    assert (period.number, period.undated) == (1, 1)
    assert "1 more has no documented date and is not in it." in period.beside


def counts(kind, *where, once_per="", **said):
    """A rule of one part, as JSON."""
    return json.dumps({"count": [{"kind": kind, "where": where, "once_per": once_per}], **said})


@pytest.mark.parametrize(
    ("written", "since", "until", "there"),
    [
        ("2024", "2024-01-01", "2024-12-31", 1),
        ("2024-05", "2024-05-01", "2024-05-31", 1),
        ("2024-05-01", "2024-05-01", "2024-05-31", 1),
        ("2024", "2024-05-01", "2024-12-31", 0),
        ("2024?", "2024-05-01", "2024-12-31", 0),
        ("2024?", "2024-01-01", "2024-05-31", 1),
        ("2024-05~", "2024-05-01", "2024-05-20", 1),
        ("202X", "2020-01-01", "2020-12-31", 1),
        ("202X", "2024-01-01", "2024-12-31", 0),
        ("2023-12-31", "2024-01-01", "2024-12-31", 0),
    ],
)
def test_a_partial_date_counts_in_the_period_of_the_first_day_that_it_can_mean(
    city, counted, written, since, until, there
):
    Submission.objects.create(title="Paper", by=city, addressee=city, date=written, **PUBLIC)
    found = counted("contributions", date.fromisoformat(until), date.fromisoformat(since))
    assert (found.number, found.undated) == (there, 0)
    assert len(found.members[0:9]) == there


def test_money_is_added_by_currency_and_never_across(city, counted):
    donor = Actor.objects.create(kind="foundation", name="Fund", **PUBLIC)
    for received, currency in ((100, "EUR"), ("250.50", "eur"), (7, "USD"), (None, "EUR")):
        said = {"donor": donor, "recipient": city, "received": received, "currency": currency, "since": "2024"}
        Funding.objects.create(**said, committed=10_000, **PUBLIC)
    found = counted("funds")
    assert [(each.currency, each.amount) for each in found.sums] == [("EUR", Decimal("350.50")), ("USD", Decimal(7))]
    assert found.figure == "EUR 350.5; USD 7"
    assert found.unsaid == 1
    assert len(found.members) == 3


def test_a_share_of_the_programme_is_counted_over_programmes_known_whole(city, counted):
    process = Process.objects.create(title="Forum", **PUBLIC)
    whole = Session.objects.create(process=process, title="A", since="2024", whole_programme=True, **PUBLIC)
    part = Session.objects.create(process=process, title="B", since="2024", **PUBLIC)
    items = [Item.objects.create(session=whole, title=f"Item {n}", **PUBLIC) for n in range(20)]
    Item.objects.create(session=whole, title="Beside", official=False, **PUBLIC)
    beside = Item.objects.create(session=part, title="Unknown", **PUBLIC)
    for item in [*items[:17], beside]:
        for _ in range(2):
            Access.objects.create(actor=city, session=item.session, item=item, function="speaker", **PUBLIC)
    Access.objects.create(actor=city, session=whole, item=items[19], function="speaker", handling="restricted")
    found = counted("programme")
    assert (found.number, found.of, found.figure) == (17, 20, "85%")


def test_nothing_documented_is_not_nought_of_a_share(counted):
    assert counted("programme").figure == "not documented"
    assert counted("funds").figure == "not documented"


def test_what_states_say_of_local_authorities_is_counted_over_those_of_whom_it_is_said(counted):
    source = Source.objects.create(title="National report", **PUBLIC)
    for name, said in (("A", "yes"), ("B", "no"), ("C", "yes")):
        state = Actor.objects.create(kind="state", name=name, **PUBLIC)
        for _ in range(2):
            given = {"record": state, "field": "local authorities involved", "value": said, "on": "2024"}
            Attestation.objects.create(source=source, **given, **PUBLIC)
    found = counted("national-support")
    assert (found.number, found.of) == (2, 3)


def test_the_words_are_made_from_the_rule():
    words = " ".join(in_words(ready.ready("processes").counts))
    assert "records of access (actor · kind: City or City network; decision: not Refused or Asked for" in words
    assert "Those of the same session · process count once" in words
    assert "Placed in time by: session · beginning." in words
    assert "committed" not in " ".join(in_words(ready.ready("funds").counts))
    assert "Added up: received" in " ".join(in_words(ready.ready("funds").counts))


def test_the_words_name_no_record_that_the_public_may_not_see(city):
    process = Process.objects.create(title="Quiet talks", handling="restricted")
    session = Session.objects.create(process=process, title="First round", since="2024", **PUBLIC)
    said = counts("access", {"field": "session", "is": [session.pk]}, {"field": "actor", "is": [city.pk]})
    words = " ".join(in_words(Rule.read(said)))
    assert "Dakar" in words
    assert "First round" not in words
    assert "Quiet talks" not in words


def test_every_ready_rule_reads_the_same_again_and_is_said_in_words():
    for key in ready.READY:
        held = ready.ready(key)
        assert canonical(Rule.read(held.rule)) == held.rule
        assert all(in_words(held.counts))
        held.full_clean(exclude=["id"])


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("[]", "no object"),
        ("{nonsense", "no JSON"),
        ("{}", "counts nothing"),
        ('{"count": [{"kind": "pledge"}]}', "there is no kind “pledge”"),
        ('{"count": [{"kind": "pledges", "where": [{"field": "colour", "is": ["red"]}]}]}', "no field “colour”"),
        ('{"count": [{"kind": "pledges", "where": [{"field": "state", "is": ["gone"]}]}]}', "there is no state “gone”"),
        ('{"count": [{"kind": "pledges", "where": [{"field": "note", "is": ["x"]}]}]}', "there is no field “note”"),
        ('{"count": [{"kind": "submissions", "where": [{"field": "document.title", "is": ["x"]}]}]}', "no tie “docum"),
        ('{"count": [{"kind": "pledges", "date": "title"}]}', "is no date"),
        ('{"count": [{"kind": "pledges", "wher": []}]}', "does not know “wher”"),
        ('{"source": "astrology"}', "there is no source “astrology”"),
        ('{"count": [{"kind": "items", "having": [{"kind": "access", "by": "actor"}]}]}', "does not point to it"),
        ("[" * 9_000, "no JSON"),
        ('{"count": ' * 900 + "1" + "}" * 900, "no list"),
        ('{"count": [{"kind": "pledges", "date": 5}]}', "“date” is no list"),
        ('{"count": [{"kind": "pledges", "date": {"pledged": 1}}]}', "“date” is no list"),
        (counts("cities", {"field": "latitude", "is": ["north"]}), "“north” is no number"),
        (counts("cities", {"field": "latitude", "is": ["NaN"]}), "“NaN” is no number"),
        (counts("pledges", {"field": "first", "is": ["soon"]}), "“soon” is no date"),
        (counts("processes", {"field": "state_led", "is": ["yes"]}), "there are true, false"),
        (counts("pledges", {"field": "title", "is": ["a\0b"]}), "is no text"),
        (counts("pledges", {"field": "title", "is": ["a\ud800"]}), "is no text"),
        (json.dumps({"source": "survey", "question": "\0"}), "is no text"),
        (counts("funding", sum="title", currency="currency"), "no field “title”"),
        (counts("funding", sum="conditions", currency="currency"), "there are committed, received"),
        (counts("funding", sum="received", currency="first"), "no field “first”"),
        (counts("funding", sum="received", currency="donor.name"), "no field “donor.name”"),
        (counts("attestations", {"field": "source.document", "documented": True}), "no field “document”"),
        (counts("claims", {"field": "owner.email", "is": ["x"]}), "no tie “owner”"),
        (counts("pledges", {"field": "city.password", "documented": True}), "no field “password”"),
        (counts("recognitions", once_per="pledge.city"), "no field “city”"),
        (counts("recognitions", {"field": "pledge.city.name", "is": ["x"]}), "no tie “city”"),
    ],
)
def test_a_rule_that_cannot_be_counted_is_refused_with_what_there_is(said, told):
    with pytest.raises(HanseError) as refused:
        Rule.read(said)
    assert told in str(refused.value)


def test_a_changed_rule_is_a_new_version_and_the_old_one_still_computes(pledged, public):
    pledged()
    pledged(status="fulfilled")
    held = ready.kept(ready.ready("pledges"))
    held.name = "Other name"
    held.save()
    assert held.version == 1
    changed = {"field": "status", "is": ["fulfilled"]}
    held.rule = canonical(rule(count=[{"kind": "pledges", "where": [changed]}]))
    held.save()
    held = Indicator.objects.get()
    assert held.version == 2
    assert count(held.counts, public, DAY).number == 1
    assert count(held.counted_by(1), public, DAY).number == 2
    assert held.counted_by(3) is None


def test_several_parts_with_the_same_thing_in_common_count_it_once(city, public):
    process = Process.objects.create(title="Forum", **PUBLIC)
    session = Session.objects.create(process=process, title="A", since="2024", **PUBLIC)
    Access.objects.create(actor=city, session=session, function="speaker", **PUBLIC)
    Engagement.objects.create(title="Talk", since="2024", session=session, **PUBLIC)
    parts = [{"kind": kind, "once_per": "session"} for kind in ("access", "engagements")]
    found = count(rule(count=parts), public, DAY)
    assert found.number == 1
    assert [each.title for each in found.members[0:10]] == ["A"]
    assert found.members[0:10][0].of == 2
    assert over_time(rule(count=parts), public, DAY) == [(date(2024, 1, 1), 1)]


def test_what_counts_once_stands_at_its_first_documented_date_beside_undated_records(city, public):
    other = Actor.objects.create(kind="network", name="Other", **PUBLIC)
    for written in ("", "2023-05", "2021-05"):
        Submission.objects.create(title=f"Paper {written}", by=city, addressee=other, date=written, **PUBLIC)
    Submission.objects.create(title="Undated", by=other, addressee=other, date="", **PUBLIC)
    said = rule(count=[{"kind": "submissions", "once_per": "by"}])
    assert (count(said, public, DAY).number, count(said, public, DAY).undated) == (2, 1)
    assert over_time(said, public, DAY) == [(date(2021, 5, 1), 1)]


def test_a_number_divides_by_region_objective_and_time(pledged, public):
    kenya = Actor.objects.create(kind="city", name="Nairobi", country="KEN", **PUBLIC)
    pledged(toward="gcm 7, gcm 15", pledged="2019")
    pledged(toward="gcm 7", pledged="2021-05", city=kenya)
    pledged(pledged="")
    held = ready.ready("pledges").counts
    regions = {each.name: (each.count, each.countries) for each in by_region(held, public, DAY)}
    assert regions["Africa"] == (3, 2)
    assert regions["Asia"] == (0, 0)
    assert [(each.name, each.count) for each in by_objective(held, public, DAY)] == [("GCM 7", 2), ("GCM 15", 1)]
    steps = over_time(held, public, DAY)
    assert steps == [(date(2019, 1, 1), 1), (date(2021, 5, 1), 2)]
    assert by_year(steps) == [(2019, 1), (2020, 0), (2021, 1)]


def test_a_page_of_members_has_each_once_and_all_pages_have_all(mmc_like, counted):
    found = counted("contributions")
    titles = [each.key for start in range(0, 60, 7) for each in found.members[start : start + 7]]
    assert len(titles) == len(set(titles)) == found.number
    one = counted("processes")
    unit = one.members[0:1][0]
    assert unit.of == 6
    behind = one.members.behind(unit.key)
    assert len(behind) == len({each.key for each in behind[0:50]}) == 6


def test_the_benchmark_fills_a_workspace_of_which_every_number_is_known(db, counted):
    assert fill(400) == 400 + 200
    found = {key: counted(key).number for key in ("pledges", "dialogues", "contributions", "processes", "programme")}
    assert found == {"pledges": 140, "dialogues": 80, "contributions": 40, "processes": 20, "programme": 20}
