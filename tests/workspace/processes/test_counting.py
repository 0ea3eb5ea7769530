"""What do practitioners quote, and does it open onto what was counted?"""

from __future__ import annotations

import pytest
from django.utils import timezone

from hanse.workspace.processes import counting
from hanse.workspace.processes.models import Access, Item, Session
from hanse.workspace.registry.models import Attestation
from tests.workspace.processes.conftest import PUBLIC, actor

pytestmark = pytest.mark.django_db


def of(session, user) -> dict[str, counting.Ratio]:
    return {each.name: each for each in counting.of_session(session, user)}


def test_city_speakers_are_counted_over_the_official_programme(otto, table):
    ratio = of(table.first, otto)["programme"]
    assert (ratio.counted, ratio.over, ratio.percent) == (1, 3, "33%")
    assert [str(each) for each in ratio.records] == ["Opening"]
    assert {str(each) for each in ratio.others} == {"Round table 1", "Closing"}
    assert "1 item without a documented speaker" in ratio.note


def test_a_programme_or_speakers_that_are_not_documented_are_not_nought(otto, table):
    bare = of(table.month, otto)["programme"]
    assert (bare.value, bare.in_words) == (None, "not documented")
    Item.objects.create(session=table.month, title="Opening", **PUBLIC)
    silent = of(table.month, otto)["programme"]
    assert (silent.value, silent.in_words) == (None, "not documented")
    assert "not who spoke" in silent.note


def test_of_a_programme_documented_in_part_no_share_is_counted(otto, table):
    table.first.whole_programme = False
    table.first.save()
    ratio = of(table.first, otto)["programme"]
    assert (ratio.value, ratio.counted, ratio.over, ratio.in_words) == (None, 1, None, "1")
    assert ratio.note == "Of 3 documented items; the programme is documented in part, so it is no share."


def test_a_programme_without_any_city_is_nought(otto, table):
    table.month.whole_programme = True
    table.month.save()
    item = Item.objects.create(session=table.month, title="Opening", **PUBLIC)
    Access.objects.create(actor=table.utopia, session=table.month, item=item, function="speaker", **PUBLIC)
    ratio = of(table.month, otto)["programme"]
    assert (ratio.value, ratio.in_words) == (0.0, "0 of 1")


def test_delegations_are_counted_once_each_and_without_a_denominator(otto, table):
    ratio = of(table.first, otto)["delegations"]
    assert (ratio.counted, ratio.over, ratio.value, ratio.in_words) == (1, None, None, "1")
    assert len(ratio.records) == 2
    Access.objects.create(actor=actor("Lost"), session=table.first, route="national delegation", **PUBLIC)
    assert "1 more record of a city in a delegation that is not named" in of(table.first, otto)["delegations"].note


def test_speakers_are_told_from_those_who_came_and_from_those_not_documented(otto, table):
    Access.objects.create(actor=actor("Silent"), session=table.first, **PUBLIC)
    ratio = of(table.first, otto)["speakers"]
    assert (ratio.counted, ratio.over) == (1, 2)
    assert ratio.note == "The function of 1 more city is not documented."


def test_where_no_city_came_in_a_delegation_there_is_no_nought(otto, table):
    Access.objects.create(actor=table.vell, session=table.month, route="invitation", **PUBLIC)
    assert of(table.month, otto)["delegations"].in_words == "not documented"


def test_who_came_says_nothing_of_who_was_refused(otto, table):
    Access.objects.create(actor=table.vell, session=table.month, decision="granted", **PUBLIC)
    ratio = of(table.month, otto)["refusals"]
    assert (ratio.value, ratio.in_words) == (None, "not documented")
    assert ratio.note == "1 record of access granted. Who came says nothing of who was refused."


def test_what_sources_report_stands_beside_what_was_counted(visit, otto, rhea, table):
    said = {"record": table.first, "field": "official programme with city speakers", "value": "85", "unit": "percent"}
    Attestation.objects.create(source=table.report, **said, **PUBLIC)
    ratio = of(table.first, otto)["programme"]
    assert ([each.value for each in ratio.reported], ratio.percent) == (["85"], "33%")
    assert "Reported: <strong>85 percent</strong>" in visit(otto).get(table.first.get_absolute_url()).content.decode()
    table.report.handling = "restricted"
    table.report.save()
    assert not of(table.first, rhea)["programme"].reported


def test_refusals_are_counted_over_documented_decisions(otto, table):
    ratio = of(table.first, otto)["refusals"]
    assert (ratio.counted, ratio.over) == (1, 4)
    assert tuple(ratio.records) == (table.refused,)


def test_sessions_with_a_city_are_counted_over_those_whose_access_is_documented(otto, table):
    ratios = {each.name: each for each in counting.of_process(table.process, otto, timezone.localdate())}
    ratio = ratios["sessions"]
    assert (ratio.counted, ratio.over) == (1, 1)
    assert ratio.note == "Of 2 more sessions no access is documented."
    Access.objects.create(actor=table.utopia, session=table.month, **PUBLIC)
    ratios = {each.name: each for each in counting.of_process(table.process, otto, timezone.localdate())}
    assert (ratios["sessions"].counted, ratios["sessions"].over) == (1, 2)


def test_a_process_counts_what_had_begun_by_the_day(otto, table):
    early = {each.name: each for each in counting.of_process(table.process, otto, table.first.first.replace(year=2017))}
    assert not early["sessions"].documented


def test_what_is_restricted_is_in_no_count(rhea, otto, table):
    table.vell.handling = "restricted"
    table.vell.save()
    assert of(table.first, otto)["programme"].counted == 1
    assert of(table.first, rhea)["programme"].counted == 0
    assert table.spoke not in of(table.first, rhea)["delegations"].records


def test_every_figure_shows_its_rule_and_opens_onto_its_records(visit, otto, table):
    page = visit(otto).get(table.first.get_absolute_url()).content.decode()
    for ratio in counting.of_session(table.first, otto):
        assert ratio.title in page
        for each in (*ratio.records, *ratio.others):
            assert each.get_absolute_url() in page


def test_a_session_of_no_documented_day_is_counted_with_its_process(otto, table):
    Access.objects.create(actor=table.vell, session=table.undated, **PUBLIC)
    ratios = {each.name: each for each in counting.of_process(table.process, otto, timezone.localdate())}
    assert {str(each) for each in ratios["sessions"].records} == {"First meeting", "Meeting of friends"}
    assert isinstance(ratios["sessions"].records[0], Session)


def test_of_many_counted_records_the_first_are_named_and_all_can_be_read_in_pages(visit, otto, table):
    many = [actor(f"Town {number:03}") for number in range(120)]
    for each in many:
        Access.objects.create(actor=each, session=table.first, function="attendee", **PUBLIC)
    page = visit(otto).get(table.first.get_absolute_url()).content.decode()
    address = f"/sessions/{table.first.pk}/figures/speakers/others/"
    assert f'<a href="{address}">all 121</a>' in page
    pages = [visit(otto).get(f"{address}?page={number}").content.decode() for number in (1, 2)]
    assert "Counted over, and not like that: 121" in pages[0]
    assert all(any(f"{each} at First meeting" in page for page in pages) for each in many)
    process = f"/processes/{table.process.pk}/figures/speakers/counted/?as_of=2019"
    assert "Port Vell at First meeting" in visit(otto).get(process).content.decode()
    assert visit(otto).get(address.replace("speakers", "guests")).status_code == 404


def test_the_records_of_a_figure_are_those_that_the_reader_sees(visit, rhea, otto, table):
    table.vell.handling = "restricted"
    table.vell.save()
    address = f"/sessions/{table.first.pk}/figures/delegations/counted/"
    assert "Port Vell" in visit(otto).get(address).content.decode()
    assert "Port Vell" not in visit(rhea).get(address).content.decode()
    table.first.handling = "restricted"
    table.first.save()
    assert visit(rhea).get(address).status_code == 404


def test_a_figure_asks_no_more_often_for_more_records(otto, table, django_assert_max_num_queries):
    for number in range(60):
        Access.objects.create(actor=actor(f"Town {number:03}"), session=table.first, function="attendee", **PUBLIC)
    with django_assert_max_num_queries(4):
        ratios = counting.of_session(table.first, otto)
    ratio = {each.name: each for each in ratios}["speakers"]
    with django_assert_max_num_queries(1):
        assert len([str(each) for each in ratio.others[:20]]) == 20
