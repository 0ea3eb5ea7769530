"""What do the list of instruments and the page of one say, on a day and to whom?"""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest

from hanse.workspace.registry.instruments.participation import Participants
from hanse.workspace.registry.models import Actor, Attestation, Instrument, Objective, Participation, Source, Term

pytestmark = pytest.mark.django_db


def state(code: str, name: str = "", **said: object) -> Actor:
    said = {"kind": "state", "country": code.upper(), "handling": "public", "name": name or code.upper(), **said}
    return Actor.objects.get_or_create(id=code, defaults=said)[0]


def text(title: str, kind: str, force: str = "non-binding", level: str = "global", **said: object) -> Instrument:
    said = {"handling": "public", **said}
    return Instrument.objects.create(title=title, kind=kind, force=force, level=level, **said)


def did(actor: Actor, act: str, instrument: Instrument, date: str = "", **said: object) -> Participation:
    said = {"handling": "public", **said}
    return Participation.objects.create(actor=actor, act=act, instrument=instrument, date=date, **said)


def reported(record: object, field: str, value: str, on: str = "", **said: object) -> Attestation:
    source = Source.objects.get_or_create(title="A page", url="https://example.org/", handling="public")[0]
    said = {"handling": "public", "source": source, **said}
    return Attestation.objects.create(record=record, field=field, value=value, on=on, **said)


def words(response: object) -> str:
    body = response.content.decode()
    body = re.sub(r"<svg.*?</svg>", "", body[body.index("<main") : body.index("</main>")], flags=re.S)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", body))).replace(" .", ".").replace(" ,", ",")


@pytest.fixture
def compact() -> Instrument:
    made = text("The Compact", "compact", adopted="2018-12-10", symbol="A/RES/73/195")
    assembly = Actor.objects.create(name="General Assembly", kind="international", handling="public")
    did(assembly, "endorsed", made, "2018-12-19")
    for code, act in {"mex": "voted for", "phl": "voted for", "usa": "voted against", "ita": "abstained"}.items():
        did(state(code), act, made, "2018-12-19")
    return made


@pytest.fixture
def convention() -> Instrument:
    made = text("The Convention", "convention", "binding", adopted="1990-12-18", in_force="2003-07-01")
    mexico, morocco, chile, armenia = state("mex"), state("mar"), state("chl"), state("arm")
    did(mexico, "signed", made, "1991-05-22")
    did(mexico, "ratified", made, "1999-03-08")
    did(morocco, "acceded", made, "1993")
    did(chile, "ratified", made)
    did(armenia, "signed", made, "2013-09-26")
    return made


def told(instrument: Instrument, user: object, day: date = date(2025, 1, 1)) -> str:
    return " ".join(Participants(instrument, user, day).sentences)


def test_what_was_voted_on_is_told_with_its_votes_and_without_a_signature(compact, otto):
    assert told(compact, otto) == (
        "Adopted on 10 December 2018. Endorsed by General Assembly on 19 December 2018, with 2 for, 1 against, 1"
        " abstaining. Nobody signed it: a compact is not open for signature or ratification: it is adopted, endorsed or"
        " affirmed by a resolution that states vote on."
    )


def test_before_the_vote_nothing_of_it_is_told(compact, otto):
    assert told(compact, otto, date(2018, 12, 18)) == "Adopted on 10 December 2018."


def test_parties_are_told_apart_from_those_that_only_signed(convention, otto):
    assert told(convention, otto) == (
        "Adopted on 18 December 1990. 3 parties: 1 acceded and 2 ratified. 2 signed; 1 of them is no party."
    )


def test_who_withdrew_is_no_party_until_it_joins_again(convention, otto):
    did(Actor.objects.get(pk="mex"), "withdrew", convention, "2010-01-01")
    taken = Participants(convention, otto, date(2025, 1, 1))
    assert set(taken.parties) == {"mar", "chl"}
    assert "1 withdrew." in taken.sentences
    assert set(Participants(convention, otto, date(2009, 12, 31)).parties) == {"mar", "mex", "chl"}
    did(Actor.objects.get(pk="mex"), "acceded", convention, "2020-01-01")
    assert "mex" in Participants(convention, otto, date(2025, 1, 1)).parties


def test_steps_count_actors_and_leave_out_what_has_no_date(convention, otto):
    taken = Participants(convention, otto, date(2025, 1, 1))
    assert taken.steps == [(date(1993, 1, 1), 1), (date(1999, 3, 8), 2)]
    assert taken.undated == 1


def test_the_list_sets_hard_and_soft_law_side_by_side_as_of_a_day(compact, convention, visit, otto):
    page = words(visit(otto).get("/instruments/"))
    assert (
        page.index("Binding 1") < page.index("The Convention") < page.index("Contested 0") < page.index("The Compact")
    )
    assert "3 parties · 2 signed" in page
    assert "2 for, 1 against, 1 abstained · endorsed by General Assembly" in page
    then = words(visit(otto).get("/instruments/?as_of=1995"))
    assert "2 parties · 1 signed" in then
    assert "The Compact" not in then


def test_the_list_is_filtered_by_kind_force_and_level(compact, convention, visit, otto):
    assert "The Compact" not in words(visit(otto).get("/instruments/?force=binding"))
    assert "The Convention" not in words(visit(otto).get("/instruments/?kind=compact"))
    assert "Nothing passes these filters" in words(visit(otto).get("/instruments/?level=cities"))


def test_objectives_are_a_table_that_can_be_linked_to(compact, visit, otto):
    for number in (7, 2):
        Objective.objects.create(instrument=compact, number=number, title=f"Aim {number}", handling="public")
    page = visit(otto).get(compact.get_absolute_url()).content.decode()
    assert page.index('id="objective-2"') < page.index('id="objective-7"')
    assert 'href="#objective-7"' in page


def test_documented_parties_stand_beside_the_reported_ones(convention, visit, otto):
    reported(convention, "parties", "4", "2015-03-14", unit="states")
    page = words(visit(otto).get(convention.get_absolute_url()))
    assert "Documented here: 3. Reported for 14 March 2015: 4, says A page" in page


def test_conflicting_reports_all_stand_and_the_undated_are_named(visit, otto):
    made = text("Declaration of Mayors", "declaration", level="cities", adopted="2018-12-08")
    for value, on in (("64", "2020"), ("80", "2018-12-08"), ("76", ""), ("104", "")):
        reported(made, "endorsements", value, on)
    page = words(visit(otto).get(made.get_absolute_url()))
    assert "Reported without a date, and therefore not drawn: 76, 104." in page or "104, 76." in page
    assert all(f"Endorsements {value}" in page for value in (64, 80, 76, 104))


def test_an_agreement_is_an_exchange_with_what_became_of_it(visit, otto):
    made = text("The Statement", "agreement", "contested", "bilateral", adopted="2016-03-18")
    union = Actor.objects.create(id="eu", name="Union", kind="regional", handling="public")
    turkey = state("tur", "Turkey")
    said = {"instrument": made, "handling": "public", "since": "2016-03-18"}
    money = Term.objects.create(
        giver=union, receiver=turkey, gives="money", what="Three billion.", amount=3_000_000_000, currency="EUR",
        kept="partly", **said,
    )  # fmt: skip
    Term.objects.create(giver=union, receiver=turkey, gives="visas", what="No visas.", kept="withheld", **said)
    Term.objects.create(giver=turkey, receiver=union, gives="hosting", what="Host them.", kept="delivered", **said)
    reported(money, "paid", "2500000000", "2020-03", unit="EUR")
    page = words(visit(otto).get(made.get_absolute_url()))
    assert "Union gives ◐ 1 partly delivered ✕ 1 withheld" in page
    assert "Turkey gives ● 1 delivered" in page
    assert "Promised: 3,000,000,000 EUR" in page
    assert "Paid, March 2020: 2,500,000,000 EUR A page" in page
    assert "Three billion." not in words(visit(otto).get(f"{made.get_absolute_url()}?as_of=2016-03-17"))


def test_what_is_restricted_leaves_no_trace(convention, visit, rhea):
    quiet = state("qui", "Quietland", handling="restricted")
    did(quiet, "ratified", convention, "2001-01-01")
    text("Secret Pact", "treaty", "binding", handling="restricted")
    reported(convention, "parties", "4", "2015", handling="restricted")
    for path in ("/instruments/", convention.get_absolute_url(), "/instruments/ratification-gap/"):
        page = words(visit(rhea).get(path))
        assert "Quietland" not in page, path
        assert "Secret Pact" not in page, path
    assert "3 parties" in words(visit(rhea).get("/instruments/"))
    assert "Reported for" not in words(visit(rhea).get(convention.get_absolute_url()))


def test_empty_pages_teach(visit, otto):
    for path in ("/instruments/", "/episodes/", "/instruments/ratification-gap/", "/instruments/readmission/"):
        assert 'class="empty"' in visit(otto).get(path).content.decode(), path


def test_a_long_act_leads_to_the_list_of_all(convention, visit, otto, monkeypatch):
    monkeypatch.setattr("hanse.workspace.registry.instruments.participation.MOST", 1)
    page = visit(otto).get(convention.get_absolute_url()).content.decode()
    assert f'/participations/?instrument={convention.pk}&amp;act=ratified">All 2</a>' in page
    listed = words(visit(otto).get(f"/participations/?instrument={convention.pk}&act=ratified"))
    assert "2 participation" in listed


def test_a_list_of_parties_that_is_known_up_to_a_day_says_so(convention, visit, otto):
    reported(convention, "parties listed as known", "3", "2010-01-02")
    reported(convention, "parties listed as known", "3", "2015-03-14")
    client = visit(otto)
    assert "whole on 14 March 2015, later ones only where known):" in words(client.get(convention.get_absolute_url()))
    assert "whole on 2 January 2010" in words(client.get(f"{convention.get_absolute_url()}?as_of=2012"))
    assert "whole on 14 March 2015" in words(client.get("/instruments/"))
    gap = words(client.get("/instruments/ratification-gap/"))
    assert gap.count("whole on 14 March 2015") == 2
