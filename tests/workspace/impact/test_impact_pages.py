"""What the pages of impact show, to whom, in how many questions, and from a counter down to the words of a source."""

from __future__ import annotations

import hashlib
import html
import json
import re

import pytest
from playwright.sync_api import expect

from hanse.workspace.documents.quoted import address, found
from hanse.workspace.engagements.models import Engagement
from hanse.workspace.impact import ready
from hanse.workspace.impact.ledger import Passage, Position, Text
from hanse.workspace.impact.models import Indicator, Snapshot
from hanse.workspace.impact.passages import passages
from hanse.workspace.impact.snapshots import freeze, members
from hanse.workspace.impact.values import Unit
from hanse.workspace.registry.models import Actor, Attestation, Claim, Funding, Source
from tests.workspace.impact.conftest import DAY, PUBLIC

pytestmark = pytest.mark.django_db
QUOTE = "Dakar pledges to open its health centres to everybody"


def text_of(answer) -> str:
    assert answer.status_code == 200
    return " ".join(html.unescape(answer.content.decode()).split())


@pytest.fixture
def attested(pledged, written):
    """A pledge that a document of the office attests, word for word."""
    pledge = pledged("Health centres for everybody")
    text = written(
        "Letter of Dakar", "1. We write to you.", f"2. {QUOTE}, [with or] without papers.", handling="public"
    )
    source = Source.objects.create(title="Letter of Dakar", document=text, **PUBLIC)
    Attestation.objects.create(record=pledge, source=source, quote=QUOTE, **PUBLIC)
    return pledge


def test_an_empty_page_teaches_and_says_no_nought(visit, public):
    page = text_of(visit(None).get("/impact/"))
    assert "Nothing that these indicators count is documented here yet" in page
    assert "Pledges mobilised" in page
    assert 'class="figure"' not in page


def test_the_ledger_is_found_from_impact_and_from_its_indicator_while_it_is_empty(visit, public):
    for path in ("/impact/", "/impact/indicators/positions/"):
        assert 'href="/impact/ledger/"' in text_of(visit(None).get(path))


def test_records_of_money_are_not_drawn_as_money(visit, public, city):
    donor = Actor.objects.create(kind="foundation", name="Fund", **PUBLIC)
    Funding.objects.create(donor=donor, recipient=city, received=5_000, currency="EUR", since="2024", **PUBLIC)
    page = text_of(visit(None).get("/impact/indicators/funds/"))
    assert "EUR 5,000" in page
    assert "New in it" not in page
    assert "By region" not in page


def test_a_number_stands_with_definition_day_target_and_what_is_published(visit, public, pledged, city):
    for number in range(3):
        pledged(f"Pledge {number}")
    said = {"key": "pledges", "name": "Pledges mobilised", "claimed": "city pledges", "baseline": 1, "target": 1200}
    rule = '{"count": [{"kind": "pledges", "where": [{"field": "state", "is": ["published"]}]}]}'
    held = Indicator.objects.create(**said, rule=rule, baseline_on="2019", target_on="2030", **PUBLIC)
    source = Source.objects.create(title="Impact", publisher="A network", date="2024", **PUBLIC)
    for field, about, value in (("city pledges", city, 70), ("value", held, 64)):
        given = {"wording": "W", "field": field, "value": value, "unit": "pledges", "subject": about}
        Claim.objects.create(source=source, quote="q", **given, **PUBLIC)
    for path in ("/impact/", "/impact/indicators/pledges/", f"/indicators/{held.pk}/"):
        page = text_of(visit(None).get(f"{path}?as_of=2026-05-01"))
        assert "<bdi>3</bdi>" in page
        assert "As of 1 May 2026." in page
        assert "Baseline <strong>1</strong>, 2019." in page
        assert "Target <strong>1,200</strong> by 2030." in page
        assert "<bdi>Dakar</bdi> · Published: <strong>70</strong> pledges" in page
        assert "<bdi>Pledges mobilised</bdi>" not in page
        assert "Published: <strong>64</strong> pledges" in page


def test_the_page_of_an_indicator_says_how_it_is_counted_in_words_and_code(visit, public, mmc_like):
    page = text_of(visit(None).get("/impact/indicators/processes/"))
    assert "Counted: records of access" in page
    assert '"once_per": "session.process"' in page
    assert "Rule 1 of this indicator." in page
    assert "Africa" in page
    listed = text_of(visit(None).get("/impact/indicators/processes/counted/"))
    assert listed.count("6 records") == 8
    assert text_of(visit(None).get("/impact/indicators/dialogues/counted/?page=2")).count("Dialogue ") >= 50


def test_what_cannot_be_asked_for_is_told_and_nothing_breaks(visit, public, mmc_like, otto, rhea):
    client = visit(None)
    assert "ends before it begins" in text_of(client.get("/impact/?since=2030&as_of=2020"))
    assert "is no date" in text_of(client.get("/impact/?since=yesterday"))
    assert "is no date" in text_of(client.get("/impact/indicators/pledges/?as_of=soon"))
    for path in ("/impact/indicators/nothing/", "/impact/snapshots/nothing/", "/impact/indicators/nothing/counted/"):
        assert client.get(path).status_code == 404
    assert text_of(client.get("/impact/indicators/pledges/?version=99")).count("Rule 1 of") == 1
    assert client.get("/impact/indicators/positions/counted/?unit=x").status_code == 404
    assert visit(rhea).post("/impact/indicators/pledges/freeze/").status_code == 404
    assert visit(otto).get("/impact/indicators/pledges/freeze/").status_code == 405


def test_a_closed_workspace_shows_no_number_to_strangers_and_freezes_what_is_public(visit, pledged, otto, settings):
    settings.HANSE_OPEN_TO_PUBLIC = False
    pledged()
    pledged("Kept back", handling="internal")
    assert visit(None).get("/impact/").status_code == 302
    held = freeze(ready.found("pledges", otto), DAY, otto)
    assert len(members(held.members.all(), otto)) == 1


def test_what_somebody_may_not_see_is_in_no_number_and_no_list(visit, public, pledged, rhea):
    pledged("Open")
    pledged("For members", handling="internal")
    pledged("Hidden", handling="restricted")
    Engagement.objects.create(title="Hidden talk", since="2024", handling="restricted")
    for user, names in ((None, {"Open"}), (rhea, {"Open", "For members"})):
        page = text_of(visit(user).get("/impact/indicators/pledges/counted/"))
        assert {each for each in ("Open", "For members", "Hidden") if f"<bdi>{each}</bdi>" in page} == names
        assert "<bdi>1</bdi>" not in text_of(visit(user).get("/impact/indicators/dialogues/"))


def test_an_indicator_that_the_office_keeps_back_is_not_there_for_others(visit, public, pledged, otto):
    pledged()
    answer = visit(otto).post("/impact/indicators/pledges/keep/")
    held = Indicator.objects.get()
    assert answer.headers["Location"] == f"/indicators/{held.pk}/edit/"
    held.handling = "restricted"
    held.save()
    assert visit(None).get("/impact/indicators/pledges/").status_code == 404
    assert "Pledges mobilised" not in text_of(visit(None).get("/impact/"))
    assert "Pledges mobilised" not in text_of(visit(None).get("/"))
    assert "Pledges mobilised" in text_of(visit(otto).get("/impact/"))


def test_a_snapshot_is_made_cited_downloaded_and_outlives_its_records(visit, public, pledged, otto):
    gone, hidden, _kept = (pledged(title) for title in ("Taken out", "Closed later", "Still there"))
    answer = visit(otto).post("/impact/indicators/pledges/freeze/", {"as_of": "2026-05-01"})
    held = Snapshot.objects.get()
    assert answer.headers["Location"] == f"/impact/snapshots/{held.pk}/"
    assert "it is the same" in text_of(visit(None).get(held.get_absolute_url()))
    gone.remove()
    hidden.handling = "restricted"
    hidden.save()
    page = text_of(visit(None).get(held.get_absolute_url()))
    assert "<bdi>3</bdi>" in page
    assert "it is 1: records were added, corrected, removed or closed since" in page
    assert "Still there" in page
    assert ("Taken out" in page, gone.pk in page) == (False, True)
    assert ("Closed later" in page, hidden.pk in page) == (False, False)
    assert "1 record on this page may not be shown any more" in page
    told = json.loads(visit(None).get(f"{held.get_absolute_url()}json/").content)
    assert hashlib.sha256(told["frozen"].encode()).hexdigest() == told["sha256"]
    assert sorted(each["state"] for each in told["members"]) == ["removed", "seen", "withheld"]
    assert hidden.pk not in json.dumps(told)
    assert json.loads(told["frozen"])["number"] == 3


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"as_of": "soon"}, "is no date"),
        ({"as_of": "2026-05-01", "since": "once"}, "is no date"),
        ({"as_of": "2026-05-01", "since": "2026-06"}, "The period ends before it begins."),
    ],
)
def test_what_is_no_day_or_period_freezes_nothing(visit, public, pledged, otto, said, told):
    pledged()
    assert told in text_of(visit(otto).post("/impact/indicators/pledges/freeze/", said, follow=True))
    assert not Snapshot.objects.exists()


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Auckland"])
@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_the_first_and_the_last_day_are_counted_in_every_time_zone(visit, public, pledged, zone, day, settings):
    settings.TIME_ZONE = zone
    assert visit(None).get(f"/impact/?as_of={day}").status_code == 200
    assert visit(None).get(f"/impact/?since={day}&as_of=9999").status_code == 200


def test_the_pages_ask_as_many_questions_for_few_records_as_for_many(
    visit, public, pledged, django_assert_max_num_queries
):
    client = visit(None)
    for amount in (2, 60):
        for number in range(amount):
            pledged(f"Pledge {number}", toward="gcm 7")
        Engagement.objects.bulk_create(
            Engagement(title=f"E {number}", since="2024", handling="public") for number in range(amount)
        )
        client.get("/impact/")
        for path, most in (
            ("/impact/", 30),
            ("/impact/indicators/pledges/", 20),
            ("/impact/indicators/pledges/counted/", 16),
        ):
            with django_assert_max_num_queries(most):
                client.get(path)


def test_a_quote_is_marked_in_its_document_and_what_is_not_there_is_told(visit, public, attested):
    text = Source.objects.get().document
    page = text_of(visit(None).get(address(text.get_absolute_url(), QUOTE)))
    assert f'<mark id="quote" class="hit">{QUOTE}</mark>' in page
    across = text_of(visit(None).get(f"{text.get_absolute_url()}?quote=everybody,+[with+or]+without"))
    assert '<mark id="quote" class="hit">everybody, </mark><span class="bracket' in across
    assert '<mark class="hit"> without</mark>' in across
    missing = text_of(visit(None).get(f"{text.get_absolute_url()}?quote=not+in+it+<b>"))
    assert "These words do not stand in this text as it is held here" in missing
    assert "<b>" not in visit(None).get(f"{text.get_absolute_url()}?quote=no<b>thing").content.decode()


def test_a_quote_is_found_whatever_its_spaces_and_marks(written):
    text = written("T", "1. He said: “local  action” – now.", "2. local action again, with other words of its own.")
    passages = list(text.passages.all())
    assert found(passages, 'said: "local action" - now')[0] == "p1"
    assert found(passages, "local action", near="p2")[0] == "p2"
    assert found(passages, "Something else … again, with other words of its own.")[0] == "p2"
    assert found(passages, "  ") is None
    assert found(passages, "ab") is None


def test_of_a_position_the_words_that_were_taken_up_are_marked_in_the_draft(visit, public, written):
    text = written("Final text", "1. Preamble.", "2. The Fund shall be open to cities directly.", handling="public")
    position = Position(
        key="k",
        kind="finding",
        state="counted",
        reason="",
        title="The Fund shall be open to cities",
        claimants=(),
        address="/impact/ledger/a/d/",
        unit="u",
        text=Text("t", "Final text", "2031-04-27", address=text.get_absolute_url()),
        passage=Passage("p2", "2", "The Fund shall be open to cities directly."),
        spans=(((0, 8), (0, 8)), ((9, 32), (9, 32))),
    )
    (words,) = passages([Unit("finding", "k", position.title, position.address, records=(position,))], None)
    assert words.quote == "The Fund shall be open to cities"
    page = text_of(visit(None).get(words.address))
    assert '<mark id="quote" class="hit">The Fund shall be open to cities</mark> directly.' in page


def test_from_a_counter_on_the_front_page_to_the_words_in_a_source_in_three_clicks(
    see, public, attested, transactional_db
):
    page = see("/")
    page.get_by_role("link", name="1 Pledges mobilised").click()
    page.get_by_role("link", name="read it in its place").click()
    page.wait_for_url("**/documents/**")
    marked = page.locator("mark#quote")
    expect(marked).to_have_text(QUOTE)
    expect(marked).to_be_visible()


def test_the_pages_look_right(see, public, mmc_like, attested, otto, transactional_db):
    from tests.workspace.looks import LOOKS

    source = Source.objects.create(title="Impact", publisher="A network", date="2024-02", **PUBLIC)
    network = Actor.objects.create(kind="network", name="A network", **PUBLIC)
    given = {"wording": "The network mobilised 70 pledges.", "field": "city pledges", "value": "70", "unit": "pledges"}
    Claim.objects.create(source=source, quote="70 pledges", subject=network, **given, **PUBLIC)
    for look in LOOKS:
        see("/impact/", look=look, name="impact")
        see("/impact/indicators/pledges/", otto, look=look, name="indicator")
        see("/impact/indicators/processes/counted/", look=look, name="counted")
    page = see("/impact/indicators/pledges/", otto)
    page.get_by_role("button", name="Freeze this value").click()
    page.wait_for_url("**/impact/snapshots/**")
    path = page.url.split("/", 3)[3]
    for look in LOOKS:
        see(f"/{path}", look=look, name="snapshot")
        see("/impact/indicators/positions/", look=look, name="nothing")
        see("/", look=look, name="front")


def test_a_snapshot_lists_what_counts_once_with_its_records(visit, public, city, otto):
    from hanse.workspace.processes.models import Access, Process, Session

    held = []
    for title, sessions in (("Forum of Tides", 2), ("Harbour Compact", 1)):
        process = Process.objects.create(title=title, since="2018", state_led=True, handling="public")
        for number in range(sessions):
            meeting = Session.objects.create(process=process, title=f"M{number}", since="2022", handling="public")
            held.append(Access.objects.create(actor=city, session=meeting, function="speaker", handling="public"))
    listed = visit(None).get("/impact/indicators/processes/counted/").content.decode()
    for number, said in ((2, "2 records"), (1, "1 record")):
        assert re.search(rf'<a [^>]*href="[^"]*unit=[^"]*">{said}</a>', listed), number
    snapshot = freeze(ready.found("processes", public), DAY, otto)
    page = visit(None).get(snapshot.get_absolute_url()).content.decode()
    assert 'What was counted <span class="count">2</span>' in page
    assert "3 records" in page
    assert page.index("Forum of Tides</bdi>") < page.index("2 records") < page.index("1 record<")
    assert all(each.get_absolute_url() in page for each in held)
    Session.objects.filter(process__title="Harbour Compact").update(handling="restricted")
    page = visit(None).get(snapshot.get_absolute_url()).content.decode()
    assert 'What was counted <span class="count">2</span>' in page
    assert "Harbour" not in page
    assert page.count("counted, not shown") == 1
