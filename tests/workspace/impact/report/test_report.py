"""A report says what was counted, on the screen and on paper alike, and goes on saying it."""

from __future__ import annotations

import html
import re
import time
from typing import Any

import pytest

from hanse.reports.impact import impact_sheet
from tests.reports.printing import body_of, plain, tags_of, text_of
from tests.reports.test_impact import texts
from tests.reports.test_statement import unsigned

ASK = "The Tide Fund shall be open to municipalities directly."


def seen(client: Any, report: Any) -> str:
    """What a reader sees of the page of a report, without addresses and marks."""
    page = client.get(report.get_absolute_url()).content.decode()
    body = page[page.index("<main") : page.index("</main>")]
    body = re.sub(r"<svg.*?</svg>", " ", body, flags=re.DOTALL)
    return plain(html.unescape(re.sub(r"<[^>]+>", " ", body)))


def shown(line: str) -> list[str]:
    """The words of a line that PDFium gives letter by letter as they stand: those without vowel signs."""
    return [word for word in line.split() if unsigned(word) == plain(word)]


def paper(client: Any, report: Any) -> bytes:
    answer = client.get(f"{report.get_absolute_url()}report.pdf")
    assert answer["Content-Type"] == "application/pdf"
    return answer.content


@pytest.mark.parametrize("language", ["en", "fr", "ar", "zh"])
def test_what_is_printed_stands_on_the_screen_and_the_other_way_round(
    counted: Any, pledged: Any, reported: Any, visit: Any, language: str
) -> None:
    from hanse.reports.impact_told import told
    from hanse.workspace.impact.report.settling import settled

    pledged("A hostel for those who arrive")
    report = reported(language=language)
    screen, printed = seen(visit(None), report), unsigned(body_of(paper(visit(None), report)))
    lines = texts(told(settled(report)))
    assert len(lines) > 60
    for line in lines:
        assert plain(line) in screen, line
        for word in shown(line) if language == "ar" else [line]:
            assert unsigned(word).strip(".,:;،؛()«»") in printed, word
    assert plain(ASK) in screen


def test_a_counted_position_is_there_with_its_ask_passage_and_confirmation(counted: Any, reported: Any) -> None:
    sheet = impact_sheet(reported().sheet)
    number = next(each for each in sheet.counters if each.name == "Positions influenced")
    assert number.amount == 1
    assert number.digest
    assert number.rule
    annex = next(each for each in sheet.annexes if each.title == "Positions influenced")
    (item,) = annex.items
    assert [each.words for each in item.asked] == [ASK]
    assert [each.words for each in item.passages] == [ASK]
    assert "Institute of Harbours" in item.confirmed[0].who
    assert item.replies == ()
    (story,) = sheet.stories
    assert [step.outcome for step in story.steps][-1] == "reflected"
    assert len(story.steps) == 2


def test_what_only_the_machine_says_is_in_no_annex(campaign: Any, reported: Any) -> None:
    campaign()
    sheet = impact_sheet(reported(chosen=["positions"]).sheet)
    number = next(each for each in sheet.counters if each.name == "Positions influenced")
    assert number.amount is None
    assert any("proposed by the machine" in each for each in number.beside)
    assert not any(each.title == "Positions influenced" for each in sheet.annexes)


@pytest.mark.parametrize(("audience", "evidence"), [("donor", True), ("council", False), ("public", False)])
def test_the_evidence_item_by_item_is_for_donors(counted: Any, reported: Any, audience: str, evidence: bool) -> None:
    sheet = impact_sheet(reported(audience=audience).sheet)
    assert bool(sheet.annexes) is evidence
    assert sheet.counters
    assert sheet.stories


def test_the_same_report_gives_the_same_bytes_also_when_records_came_since(
    counted: Any, pledged: Any, reported: Any, visit: Any
) -> None:
    pledged("One")
    report = reported()
    before = paper(visit(None), report)
    pledged("Two")
    assert paper(visit(None), report) == before
    assert "Two" not in text_of(before)


def test_an_item_that_was_removed_since_leaves_its_place_and_its_digest(
    pledged: Any, reported: Any, visit: Any
) -> None:
    kept, gone = pledged("A hostel"), pledged("A school of secrets")
    report = reported()
    assert "secrets" in seen(visit(None), report)
    gone.remove()
    for said in (seen(visit(None), report), plain(text_of(paper(visit(None), report)))):
        assert "secrets" not in said
        assert plain("Taken out since, or not public any more. It stays counted.") in said
        assert plain("Counted items: 2") in said
        assert plain(str(kept)) in said


def test_what_was_closed_since_leaves_no_word(counted: Any, pledged: Any, reported: Any, visit: Any, otto: Any) -> None:
    pledge = pledged("A school of secrets")
    report = reported()
    pledge.handling = "restricted"
    pledge.save()
    counted.handling = "restricted"
    counted.save()
    for reader in (None, otto):
        said = seen(visit(reader), report) + plain(text_of(paper(visit(reader), report)))
        assert "secrets" not in said
        assert plain(ASK) not in said
        assert plain("Small Accord") not in said


def test_an_indicator_that_is_closed_since_says_nothing(pledged: Any, reported: Any, visit: Any) -> None:
    from hanse.workspace.impact.models import Indicator

    pledged("A hostel")
    report = reported()
    indicator = Indicator.objects.get(key="pledges")
    indicator.handling = "restricted"
    indicator.save()
    said = seen(visit(None), report)
    assert plain("Pledges mobilised") not in said
    assert plain("This indicator is not public any more.") in said


def test_what_is_closed_takes_no_chart_of_a_longer_name_with_it(pledged: Any, reported: Any) -> None:
    from hanse.workspace.impact.models import Indicator
    from hanse.workspace.impact.report.settling import settled

    for year in ("2025-02", "2026-02"):
        pledged(f"A hostel of {year}", pledged=year)
    rule = '{"count": [{"kind": "pledges"}]}'
    short = Indicator.objects.create(key="short", name="Pledges", rule=rule, handling="public")
    report = reported(since="", until="2026-06-30")
    before = {each.title for each in settled(report).charts}
    Indicator.objects.filter(pk=short.pk).update(handling="restricted")
    after = {each.title for each in settled(report).charts}
    assert before - after == {each for each in before if each.startswith("Pledges:")}
    assert before - after
    assert any(each.startswith("Pledges mobilised:") for each in after)


def test_a_report_that_is_internal_is_for_those_who_sign_in(reported: Any, visit: Any, milo: Any) -> None:
    report = reported(handling="internal")
    assert visit(None).get(report.get_absolute_url()).status_code == 404
    assert visit(None).get(f"{report.get_absolute_url()}report.pdf").status_code == 404
    assert plain(report.title) not in plain(visit(None).get("/impact/reports/").content.decode())
    assert visit(milo).get(report.get_absolute_url()).status_code == 200


def test_only_the_office_makes_reports(visit: Any, milo: Any, rosa: Any, db: None) -> None:
    for person in (None, milo, rosa):
        assert visit(person).get("/impact/reports/new/").status_code in (302, 404)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"title": ""}, "required"),
        ({"audience": "press"}, 'aria-invalid="true"'),
        ({"since": "2025-12-31", "until": "2025-01-01"}, "ends before it begins"),
        ({"until": "2999-01-01"}, "still to come"),
        ({"until": "spring"}, 'aria-invalid="true"'),
        ({"language": "tlh"}, 'aria-invalid="true"'),
        ({"chosen": ["nothing"]}, 'class="chosen wrong"'),
    ],
)
def test_what_cannot_be_reported_is_said_in_a_sentence(visit: Any, otto: Any, said: Any, told: str) -> None:
    given = {"title": "x", "audience": "donor", "language": "en", "until": "2025-01-01", "handling": "public"}
    page = visit(otto).post("/impact/reports/new/", given | said).content.decode()
    assert told in page
    assert "jobs/" not in page.split("<main")[1].split("</main>")[0]


def test_nothing_documented_is_said_to_be_so(reported: Any, visit: Any) -> None:
    report = reported(chosen=["pledges"])
    assert plain("not documented") in seen(visit(None), report)
    assert [tag for tag in tags_of(paper(visit(None), report)) if tag.kind == "H1"]


def test_a_report_says_once_what_it_says(reported: Any) -> None:
    from hanse.errors import RefusedChange

    report = reported()
    with pytest.raises(RefusedChange):
        report.hold("{}")
    with pytest.raises(RefusedChange):
        report.delete()


def test_while_it_is_made_the_office_sees_how_far_it_is_and_others_see_nothing(
    visit: Any, otto: Any, settings: Any
) -> None:
    given = {"title": "Soon", "audience": "donor", "language": "en", "until": "2025-01-01", "handling": "public"}
    address = visit(otto).post("/impact/reports/new/", given)["Location"]
    assert "Report: Soon" in visit(otto).get("/jobs/").content.decode()
    assert "job-state" in visit(otto).get(address).content.decode()
    assert visit(None).get(address).status_code == 404
    assert "Soon" not in visit(None).get("/impact/reports/").content.decode()


def test_some_hundred_items_are_reported_and_printed_in_seconds(pledged: Any, reported: Any, visit: Any) -> None:
    for number in range(300):
        pledged(f"Pledge {number}", pledged=f"{2019 + number % 6}")
    report = reported()
    began = time.process_time()
    made = paper(visit(None), report)
    assert time.process_time() - began < 5
    assert plain("Counted items: 300") in plain(text_of(made))


def test_more_years_than_a_page_holds_are_drawn_in_tens(pledged: Any, reported: Any) -> None:
    for year in (1994, 1999, 2003, 2024):
        pledged(f"A hostel of {year}", pledged=str(year))
    (chart,) = [each for each in impact_sheet(reported().sheet).charts if each.title.endswith("by year")]
    assert [(row.name, row.amount) for row in chart.rows] == [
        ("1990–1999", 2),
        ("2000–2009", 1),
        ("2010–2019", None),
        ("2020–2029", 1),
    ]


def test_what_is_documented_is_read_first(pledged: Any, reported: Any) -> None:
    pledged("A hostel", pledged="2024")
    sheet = impact_sheet(reported(chosen=["dialogues", "networks", "pledges"]).sheet)
    assert [each.amount for each in sheet.counters] == [1, None, None]


def test_a_report_shows_what_has_a_value_or_what_was_chosen(pledged: Any, reported: Any, visit: Any) -> None:
    pledged("A hostel", pledged="2024")
    assert [each.name for each in impact_sheet(reported().sheet).counters] == ["Pledges mobilised"]
    report = reported(chosen=["dialogues"], title="Chosen")
    assert [each.name for each in impact_sheet(report.sheet).counters] == ["Dialogues facilitated"]
    assert [each.indicator.key for each in report.snapshots.all()] == ["dialogues"]
    assert plain("Pledges mobilised") not in seen(visit(None), report)
    nothing = reported(until="2019-01-01", title="Before")
    assert nothing.snapshots.count() == 0
    assert plain("no public record of this period is documented") in seen(visit(None), nothing)


def test_what_others_publish_does_not_stand_as_if_it_were_said_of_who_reports(
    pledged: Any, reported: Any, actor: Any, visit: Any
) -> None:
    from hanse.workspace.registry.models import Claim, Source

    pledged("A hostel", pledged="2024")
    source = Source.objects.create(title="Impact", date="2024", handling="public")

    def claimed(name: str, value: str, **said: Any) -> None:
        given = {"wording": f"{name}: {value}", "field": "city pledges", "value": value, "unit": "pledges"}
        Claim.objects.create(source=source, quote="q", handling="public", **given, **said)

    def amounts(**said: Any) -> list[tuple[str, str]]:
        (counter,) = impact_sheet(reported(**said).sheet).counters
        return sorted((each.subject, each.amount) for each in counter.published)

    claimed("League", "120", subject=actor("League of Harbours"))
    claimed("Nobody", "9")
    others = [("League of Harbours", "120 pledges"), ("of whom is not documented", "9 pledges")]
    assert amounts() == others
    said = seen(visit(None), reported(title="Labelled"))
    assert plain("League of Harbours: 120 pledges") in said
    claimed("Union", "64", subject=actor("Union of Estuary Towns"))
    assert amounts() == [("Union of Estuary Towns", "64 pledges")]
    assert len(amounts(prepared_by="")) == 3


def test_a_column_of_counts_is_not_headed_as_money(pledged: Any, reported: Any, visit: Any) -> None:
    for year in ("2023", "2024"):
        pledged(f"A hostel of {year}", pledged=year)
    report = reported()
    page = visit(None).get(report.get_absolute_url()).content.decode()
    assert '<th scope="col" class="number">Number</th>' in page
    assert ">Amount<" not in page
    assert "Amount" not in text_of(paper(visit(None), report))


def test_who_may_read_a_report_is_changed_by_the_office_with_its_history(
    pledged: Any, reported: Any, visit: Any, otto: Any, rosa: Any, milo: Any
) -> None:
    pledged("A hostel", pledged="2024")
    report = reported()
    address, before = report.get_absolute_url(), report.digest
    for person in (None, milo, rosa):
        assert visit(person).post(address, {"handling": "restricted"}).status_code == 404
        assert "Who may read it" not in visit(person).get(address).content.decode()
    assert "Choose who may read it" in visit(otto).post(address, {"handling": "x"}, follow=True).content.decode()
    page = visit(otto).post(address, {"handling": "restricted"}, follow=True).content.decode()
    assert "Who may read this report was changed." in page
    assert "<del>Public</del> <ins>Restricted</ins>" in page
    assert "<strong>Otto</strong>" in page
    for person in (None, milo):
        for path in (address, f"{address}report.pdf"):
            assert visit(person).get(path).status_code == 404
        assert "What came of it" not in visit(person).get("/impact/reports/").content.decode()
        assert visit(person).post(address, {"handling": "public"}).status_code == 404
    visit(otto).post(address, {"handling": "internal"})
    visit(otto).post(address, {"handling": "internal"})
    assert visit(milo).get(address).status_code == 200
    assert [each.handling for each in report.history.order_by("history_id")] == ["public", "restricted", "internal"]
    report.refresh_from_db()
    assert report.digest == before


@pytest.fixture
def sessions(city: Any) -> None:
    """Two processes: one with two sessions in 2018 and 2022, one with a single one; a city was in each."""
    from hanse.workspace.processes.models import Access, Process, Session

    for title, years in (("Forum of Tides", ("2018-12-10", "2022-05")), ("Harbour Compact", ("2023",))):
        process = Process.objects.create(title=title, since="2018", state_led=True, handling="public")
        for year in years:
            held = Session.objects.create(process=process, title=f"{title} {year}", since=year, handling="public")
            Access.objects.create(actor=city, session=held, function="speaker", handling="public")


def test_the_evidence_lists_what_counts_once_with_its_records_and_the_dates_of_the_rule(
    sessions: None, reported: Any, visit: Any
) -> None:
    report = reported()
    sheet = impact_sheet(report.sheet)
    (number,) = sheet.counters
    (annex,) = sheet.annexes
    assert (number.amount, annex.units, len(annex.items)) == (2, 2, 3)
    assert [(each.number, each.group, each.date) for each in annex.items] == [
        (1, "Forum of Tides: 2 records", "2018-12-10"),
        (2, "Forum of Tides: 2 records", "2022-05"),
        (3, "Harbour Compact: 1 record", "2023"),
    ]
    printed = plain(text_of(paper(visit(None), report)))
    for said in (seen(visit(None), report), printed):
        assert plain("Counted items: 2") in said
        assert said.count(plain("Forum of Tides: 2 records")) == 1
        assert plain("10 December 2018") in said


def test_a_record_of_a_group_that_is_closed_since_says_of_no_group(sessions: None, reported: Any, visit: Any) -> None:
    from hanse.workspace.impact.report.settling import settled
    from hanse.workspace.processes.models import Session

    report = reported()
    Session.objects.filter(title="Harbour Compact 2023").update(handling="restricted")
    (annex,) = settled(report).annexes
    assert [each.group for each in annex.items] == ["Forum of Tides: 2 records"] * 2 + [""]
    assert annex.units == 2
    assert plain("Harbour Compact") not in seen(visit(None), report)


def test_regions_say_that_they_can_add_up_to_more_and_years_without_any_are_not_nought(
    sessions: None, city: Any, actor: Any, reported: Any
) -> None:
    from hanse.workspace.processes.models import Access, Session

    peru = actor("Callao")
    peru.country = "PER"
    peru.save()
    Access.objects.create(actor=peru, session=Session.objects.first(), function="speaker", handling="public")
    regions, years = impact_sheet(reported().sheet).charts
    assert "add up to more than the whole" in regions.note
    assert [(row.name, row.amount) for row in years.rows] == [
        ("2018", 1),
        *((str(year), None) for year in range(2019, 2023)),
        ("2023", 1),
    ]


def test_a_period_has_no_beginning_unless_one_is_given(visit: Any, otto: Any) -> None:
    page = visit(otto).get("/impact/reports/new/").content.decode()
    since, until = (re.search(rf'<input[^>]*name="{name}"[^>]*>', page) for name in ("since", "until"))
    assert since is not None
    assert until is not None
    assert "value=" not in since[0]
    assert "value=" in until[0]


def test_asks_that_one_passage_answers_are_one_in_report_and_snapshot(
    campaign: Any, judged: Any, outside: Any, rosa: Any, reported: Any, visit: Any
) -> None:
    held = campaign()
    for ask in ("a1", "a2", "a3"):
        outside(judged(held, ask, rosa))
    report = reported(chosen=["positions"])
    (annex,) = impact_sheet(report.sheet).annexes
    assert (annex.units, len(annex.items)) == (2, 2)
    page = visit(None).get(report.snapshots.get().get_absolute_url()).content.decode()
    assert 'What was counted <span class="count">2</span>' in page
    assert plain("3 records") in plain(page)
    assert page.count("2 records") == 1
