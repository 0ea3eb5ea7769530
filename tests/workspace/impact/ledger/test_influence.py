"""Which positions count, which are only claimed, disputed or proposed, and who sees what?"""

from __future__ import annotations

from dataclasses import astuple
from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from hanse.workspace.impact.ledger import annex, in_brief, influenced
from hanse.workspace.impact.models import Claimed, Confirmation, Outside, Reply
from hanse.workspace.registry.models import Membership

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
NOBODY = AnonymousUser()


def states(user, day=TODAY):
    ledger = influenced(user, day)
    counted = [(each.key, each.kind, each.state, each.unit, each.date) for each in ledger.positions]
    assert [astuple(each) for each in in_brief(user, day).positions] == counted  # the number rests on the same
    return {each.ask or each.title: (each.state, each.reason) for each in ledger.positions}


def test_a_number_reads_no_words_of_the_ledger_until_it_is_opened(
    campaign, judged, outside, change, actor, rosa, visit, monkeypatch
):
    from hanse.workspace.impact import ledger

    held = campaign()
    for ask in ("a1", "a3"):
        outside(judged(held, ask, rosa))
    change("Fund opened", [actor("League of Harbours")], [actor("Ministry", "organisation")])
    change("Said alone", [actor("Ring of Towns")])
    assert states(rosa)["Fund opened"] == ("counted", "")
    whole, read = ledger.influenced, []
    monkeypatch.setattr(ledger, "influenced", lambda *asked: read.append(asked) or whole(*asked))
    for path in ("/impact/", "/", "/impact/indicators/positions/"):
        page = visit(rosa).get(path).content.decode()
        assert "Positions influenced" in page
    page = visit(rosa).get("/impact/").content.decode()
    assert "<bdi>2</bdi>" in page
    assert "They answer 3 asks and changes." in page
    assert "1 more is claimed, and nobody outside has confirmed it." in page
    assert not read
    listed = visit(rosa).get("/impact/indicators/positions/counted/").content.decode()
    assert "Fund opened" in listed
    assert "The Tide Fund shall be open" in listed
    assert len(read) == 1


def test_a_number_asks_as_often_for_many_positions_as_for_few(change, actor, django_assert_max_num_queries):
    network, ministry = actor("League of Harbours"), actor("Ministry", "organisation")
    for amount in (2, 40):
        for number in range(amount):
            change(f"Change {number} of {amount}", [network], [ministry])
        with django_assert_max_num_queries(16):
            assert in_brief(NOBODY, TODAY).by_document == sum(n for n in (2, 40) if n <= amount)


def test_what_only_the_machine_says_is_proposed_and_counts_for_nothing(campaign, otto):
    campaign()
    ledger = influenced(otto, TODAY)
    assert states(otto) == dict.fromkeys(("a1", "a2", "a3"), ("proposed", "machine"))
    assert (ledger.by_ask, ledger.by_document, ledger.documents) == (0, 0, 0)


def test_a_reviewer_who_does_not_say_where_they_belong_is_not_outside(campaign, judged, rosa):
    judged(campaign(), "a1", rosa)
    assert states(rosa)["a1"] == ("claimed", "unknown")


def test_a_reviewer_who_states_to_be_outside_makes_it_count(campaign, judged, outside, rosa):
    outside(judged(campaign(), "a1", rosa))
    ledger = influenced(rosa, TODAY)
    assert states(rosa)["a1"] == ("counted", "")
    assert [each.ask for each in ledger] == ["a1"]
    (position,) = ledger
    assert position.outside[0].who == "Institute of Harbours"
    assert position.passage.number == "1"
    assert position.text.title == "Final text"
    assert [each.name for each in position.claimants] == ["City of Port Velane"]
    assert position.also == ("City of Lowmark",)


def test_whoever_made_the_campaign_is_inside_whatever_they_state(campaign, judged, outside, otto):
    outside(judged(campaign(), "a1", otto))
    assert states(otto)["a1"] == ("claimed", "inside")


def test_whoever_wrote_an_ask_is_inside(campaign, judged, outside, olga, visit):
    held = campaign()
    ask = held.asks.get(name="a4")
    ask._history_user = olga
    ask.theme = "Meetings"
    ask.save()
    outside(judged(held, "a1", olga))
    assert states(olga)["a1"] == ("claimed", "inside")


@pytest.mark.parametrize("name", ["City of Port Velane", "port velane", "City of Lowmark"])
def test_whoever_states_to_be_of_a_claimant_of_the_same_passage_is_inside(campaign, judged, outside, rosa, name):
    outside(judged(campaign(), "a1", rosa), name)
    assert states(rosa)["a1"] == ("claimed", "inside")


def test_a_member_of_a_claimant_and_a_network_of_it_are_no_outsiders(campaign, judged, outside, actor, rosa):
    city, network = actor("City of Port Velane", "city"), actor("League of Harbours")
    tie = Membership.objects.create(actor=city, network=network, handling="public")
    outside(judged(campaign(), "a1", rosa), "", organisation=network)
    assert states(rosa)["a1"] == ("claimed", "inside")
    tie.until = "2020"
    tie.save()
    assert states(rosa)["a1"] == ("counted", "")


def test_a_focal_point_of_the_asking_city_stays_inside_as_a_reviewer(campaign, judged, outside, actor, rosa):
    from hanse.workspace.focal_points.models import FocalPoint

    FocalPoint.objects.create(person=rosa, city=actor("City of Port Velane", "city"))
    outside(judged(campaign(), "a1", rosa))
    assert states(rosa)["a1"] == ("claimed", "inside")
    (position,) = (each for each in influenced(rosa, TODAY).positions if each.ask == "a1")
    assert position.confirmed[0].who == "City of Port Velane"


def test_an_organisation_that_may_not_be_seen_is_not_named_and_makes_nobody_an_outsider(
    campaign, judged, outside, actor, rosa, cem
):
    secret = actor("City of Port Velane, quiet office", "organisation", handling="restricted")
    outside(judged(campaign(), "a1", rosa), "", organisation=secret)
    (seen,) = (each for each in influenced(rosa, TODAY).positions if each.ask == "a1")
    assert seen.confirmed[0].who == str(secret)
    for user in (cem, NOBODY):
        (position,) = (each for each in influenced(user, TODAY).positions if each.ask == "a1")
        assert (position.state, position.reason) == ("claimed", "unknown")
        assert "quiet office" not in str(position)


def test_a_statement_lapses_when_others_ask_for_the_same_passage_since(campaign, judged, outside, rosa):
    outside(judged(campaign(), "a1", rosa), claimants="City of Port Velane")
    assert states(rosa)["a1"] == ("claimed", "unknown")


def test_two_asks_for_one_passage_count_twice_by_ask_and_once_by_document(campaign, judged, outside, rosa):
    held = campaign()
    for ask in ("a1", "a2", "a3"):
        outside(judged(held, ask, rosa))
    ledger = influenced(rosa, TODAY)
    assert (ledger.by_ask, ledger.by_document, ledger.documents) == (3, 2, 1)
    assert [[each.ask for each in unit] for unit in ledger.units] == [["a1", "a3"], ["a2"]]


def test_the_same_file_in_two_campaigns_is_one_document(campaign, judged, outside, rosa):
    for title in ("Small Accord", "Same Accord"):
        outside(judged(campaign(title=title), "a1", rosa))
    ledger = influenced(rosa, TODAY)
    assert (ledger.by_ask, ledger.by_document, ledger.documents) == (2, 1, 1)


def test_reviewers_who_differ_make_it_disputed(campaign, judged, outside, rosa, olga):
    held = campaign()
    outside(judged(held, "a1", rosa))
    judged(held, "a1", olga, "partly reflected")
    assert states(rosa)["a1"] == ("disputed", "disagree")


def test_an_override_from_outside_decides_whether_it_is_a_position_at_all(campaign, judged, outside, rosa):
    held = campaign()
    outside(judged(held, "a1", rosa, "not reflected"))
    outside(judged(held, "a2", rosa, "weakened"))
    ledger = influenced(rosa, TODAY)
    assert states(rosa) == {"a2": ("counted", ""), "a3": ("proposed", "machine")}
    assert [each.met for each in ledger] == ["in part"]
    assert ledger.left_out["judged otherwise"] == 1


def test_what_a_rival_had_before_is_shared_and_shows_the_rival(campaign, judged, outside, rosa):
    rival = "1. The Tide Fund shall be open to municipalities directly.\n"
    held = campaign({"record/2030-01-01 Harbour proposal.txt": rival})
    outside(judged(held, "a1", rosa))
    (position,) = influenced(rosa, TODAY)
    assert position.provenance == "shared"
    assert "Harbour proposal" in {each.title for each in (position.origin, *position.rivals)}


def test_agreed_language_is_left_out_and_said_to_be(campaign, judged, outside, rosa):
    agreed = "Resolution adopted by the Assembly\n\n1. The Tide Fund shall be open to municipalities directly.\n"
    held = campaign({"record/2030-01-01 Resolution 12.txt": agreed})
    outside(judged(held, "a1", rosa))
    ledger = influenced(rosa, TODAY)
    assert "a1" not in states(rosa)
    assert ledger.left_out["agreed language"] == 2


def test_of_a_past_day_the_version_of_that_day_counts(campaign, judged, outside, rosa, monkeypatch):
    held = campaign()
    outside(judged(held, "a1", rosa))
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: date(2032, 1, 1))
    assert influenced(rosa, date(2031, 12, 31)).by_ask == 1
    assert influenced(rosa, date(2031, 3, 15)).by_ask == 0
    assert influenced(rosa, date(2030, 1, 1)).positions == ()


def test_an_example_counts_for_nothing(campaign, judged, outside, rosa):
    held = campaign()
    outside(judged(held, "a1", rosa))
    held.fictional = True
    held.save()
    assert influenced(rosa, TODAY).positions == ()


def test_a_restricted_campaign_leaves_no_trace_for_the_public(campaign, judged, outside, rosa, cem):
    held = campaign(handling="restricted")
    outside(judged(held, "a1", rosa))
    assert influenced(rosa, TODAY).by_ask == 1
    for user in (cem, NOBODY):
        assert influenced(user, TODAY).positions == ()
        assert influenced(user, TODAY).left_out == {}


def test_a_restricted_ask_of_a_public_campaign_leaves_no_trace_either(campaign, judged, outside, rosa):
    from hanse.workspace.campaigns.retracing import retrace

    held = campaign()
    held.asks.filter(name__in=("a1", "a2")).update(handling="restricted")
    retrace(held, lambda share, words: None, lambda: False)
    outside(judged(held, "a1", rosa))
    outside(judged(held, "a3", rosa))
    assert influenced(rosa, TODAY).by_ask == 2
    assert set(states(NOBODY)) == {"a3"}
    (position,) = influenced(NOBODY, TODAY).positions
    assert position.also == ()


def test_a_change_that_nobody_outside_confirmed_is_claimed(change, actor, otto):
    change("A fund opened", [actor("League")])
    assert states(otto) == {"A fund opened": ("claimed", "unconfirmed")}


def test_a_change_confirmed_outside_counts_once_whoever_claims_it(change, actor, otto):
    change("A fund opened", [actor("League"), actor("Union"), actor("Forum")], [actor("Ministry", "international")])
    ledger = influenced(otto, TODAY)
    assert (ledger.by_ask, ledger.by_document, ledger.changes) == (1, 1, 1)
    assert [each.name for each in ledger.counted[0].claimants] == ["League", "Union", "Forum"]


def test_claimants_do_not_confirm_one_another(change, actor, otto):
    league, union = actor("League"), actor("Union")
    change("A fund opened", [league, union], [union])
    assert states(otto) == {"A fund opened": ("claimed", "inside")}


def test_a_part_of_a_claimant_is_inside(change, actor, otto):
    league = actor("League")
    change("A fund opened", [league], [actor("League, Africa office", parent=league)])
    assert states(otto) == {"A fund opened": ("claimed", "inside")}


def test_a_person_without_a_body_is_outside_only_where_it_is_said_how_that_is_known(change, actor, otto):
    made = change("A fund opened", [actor("League")])
    said = Confirmation.objects.create(change=made, who="A former minister", words="Yes.", handling="public")
    assert states(otto) == {"A fund opened": ("claimed", "unknown")}
    said.outside = "Retired; sits on no board."
    said.save()
    assert states(otto) == {"A fund opened": ("counted", "")}


def test_a_claimant_who_is_only_named_is_no_outsider_whatever_is_said_of_it(change, actor, otto):
    made = change("A fund opened", [actor("League of Harbours")])
    said = {"words": "Yes.", "outside": "They say so.", "handling": "public"}
    Confirmation.objects.create(change=made, who="league of harbours", **said)
    assert states(otto) == {"A fund opened": ("claimed", "inside")}


def test_a_denial_stands_until_it_is_settled(change, actor, otto):
    made = change("A fund opened", [actor("League")], [actor("Ministry", "state")], [actor("Bank", "company")])
    assert states(otto) == {"A fund opened": ("disputed", "denied")}
    denial = made.confirmations.get(says="denies")
    denial.settled, denial.settlement = "2024-08", "They had meant another fund."
    denial.save()
    assert states(otto) == {"A fund opened": ("counted", "")}


def test_a_reply_that_denies_it_is_a_denial(change, actor, otto):
    house = actor("White Harbour", "state")
    made = change("A fund opened", [actor("League")], [actor("Ministry", "state")], actor=house)
    Reply.objects.create(change=made, words="We meant to anyway.", says="denies", handling="public")
    assert [each.who for each in influenced(otto, TODAY).positions[0].replies] == ["White Harbour"]
    assert states(otto) == {"A fund opened": ("disputed", "denied")}


def test_two_records_of_one_change_count_once_with_what_hangs_on_both(change, actor, otto):
    league, union, ministry = actor("League"), actor("Union"), actor("Ministry", "state")
    first = change("A fund opened", [league], [ministry])
    change("The fund was opened", [union], [union], same_as=first)
    ledger = influenced(otto, TODAY)
    assert ledger.by_document == 1
    assert {each.name for each in ledger.counted[0].claimants} == {"League", "Union"}
    assert [each.where for each in ledger.counted[0].confirmed] == ["outside", "inside"]


def test_what_was_the_same_as_a_removed_record_stays_one_change(change, actor, otto):
    ministry = actor("Ministry", "state")
    first = change("A fund opened", [actor("League")], [ministry])
    for title in ("The fund was opened", "Fund open"):
        change(title, [actor(f"Union of {title}")], [ministry], same_as=first)
    first.remove()
    assert influenced(otto, TODAY).by_document == 1


def test_a_change_counts_from_its_day_and_without_one_always(change, actor, otto):
    ministry = actor("Ministry", "state")
    change("A fund opened", [actor("League")], [ministry])
    change("A door opened", [actor("Union")], [ministry], date="")
    assert [each.title for each in influenced(otto, date(2023, 1, 1))] == ["A door opened"]
    assert influenced(otto, date(2024, 6, 1)).by_ask == 2


def test_the_public_counts_public_evidence_only(change, actor, otto):
    made = change("A fund opened", [actor("League")], [actor("Ministry", "state")])
    made.confirmations.update(handling="internal")
    assert influenced(otto, TODAY).by_ask == 1
    assert states(NOBODY) == {"A fund opened": ("claimed", "unconfirmed")}
    made.handling = "restricted"
    made.save()
    assert states(NOBODY) == {}


def test_the_annex_has_what_counts_in_a_period_and_says_what_no_date_places(change, actor, otto):
    ministry = actor("Ministry", "state")
    change("A fund opened", [actor("League")], [ministry])
    change("A law passed", [actor("Union")], [ministry], date="2025-02-01")
    change("A door opened", [actor("Forum")], [ministry], date="")
    found = annex(otto, date(2024, 1, 1), date(2024, 12, 31))
    assert [(item.number, item.first.title) for item in found.items] == [(1, "A fund opened")]
    assert found.undated == 1
    assert [item.first.title for item in annex(otto).items] == ["A fund opened", "A law passed", "A door opened"]
    assert annex(otto) == annex(otto)


def test_a_claim_or_a_statement_that_is_withdrawn_takes_its_number_along(
    campaign, judged, outside, rosa, change, actor
):
    held = outside(judged(campaign(), "a1", rosa))
    made = change("A fund opened", [actor("League")], [actor("Ministry", "state")])
    assert influenced(rosa, TODAY).by_ask == 2
    Claimed.objects.get(change=made).remove()
    assert influenced(rosa, TODAY).by_ask == 1
    held.review.delete()
    assert influenced(rosa, TODAY).by_ask == 0
    assert Outside.history.count() == 2
