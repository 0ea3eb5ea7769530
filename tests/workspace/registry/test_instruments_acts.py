"""What can be done to a text, by whom, and when?"""

from __future__ import annotations

from itertools import product

import pytest
from django.core.exceptions import ValidationError

from hanse.workspace.registry.exchange.taking import take_in
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.models import ACTS, Act, Actor, Instrument, InstrumentKind, Participation

pytestmark = pytest.mark.django_db

TREATIES = {InstrumentKind.TREATY, InstrumentKind.CONVENTION, InstrumentKind.PROTOCOL, InstrumentKind.AGREEMENT}


def instrument(kind: str = "compact", level: str = "global", **said: object) -> Instrument:
    said = {"title": f"A {kind}", "handling": "public", "force": "non-binding", **said}
    return Instrument.objects.create(kind=kind, level=level, **said)


def actor(kind: str = "state", name: str = "Freedonia") -> Actor:
    return Actor.objects.create(name=name, kind=kind, handling="public")


def problem(act: str, of: Instrument, by: Actor | None = None, date: str = "") -> dict[str, list[str]]:
    """What is wrong with an act, by field; empty where nothing is."""
    try:
        Participation(actor=by or actor(), instrument=of, act=act, date=date).full_clean()
    except ValidationError as error:
        return error.message_dict
    return {}


def test_nobody_signs_the_global_compact_and_the_message_says_what_can_be_done_to_it():
    said = problem("signed", instrument(title="Global Compact for Migration"))
    assert said == {
        "act": [
            "Nobody signed Global Compact for Migration: a compact is not open for signature or ratification: it is"
            " adopted, endorsed or affirmed by a resolution that states vote on. It can be: adopted, endorsed,"
            " affirmed, voted for, voted against, abstained, withdrew."
        ]
    }


@pytest.mark.parametrize(("kind", "act"), list(product(InstrumentKind.values, Act.values)))
def test_every_act_is_allowed_or_refused_by_the_kind_alone_and_a_refusal_names_what_is_allowed(kind, act):
    said = problem(act, instrument(kind))
    if act in ACTS[kind]:
        assert not said
    else:
        assert said["act"][0].startswith(f"Nobody {act} A {kind}: ")
        ways = said["act"][0].rsplit("It can be: ", 1)[1].rstrip(".").split(", ")
        assert set(ways) == ACTS[kind]


@pytest.mark.parametrize("kind", [each for each in InstrumentKind.values if each not in TREATIES])
def test_only_treaties_are_ratified_acceded_or_succeeded_to(kind):
    text = instrument(kind)
    assert all(problem(act, text) for act in ("ratified", "acceded", "succeeded"))


@pytest.mark.parametrize("kind", ["declaration", "communique", "resolution", "compact"])
def test_among_cities_a_text_may_be_signed(kind):
    assert not problem("signed", instrument(kind, "cities"), actor("city", "Altona"))


def test_a_city_becomes_no_party_to_a_treaty_and_has_no_vote_among_states():
    treaty, text, city = instrument("convention"), instrument("compact"), actor("city", "Altona")
    assert problem("ratified", treaty, city)["act"] == [
        "Altona (city) cannot become a party to A convention: states can, and organisations of states. A text of its"
        " own is an instrument among cities."
    ]
    assert "Altona (city) has no vote on A compact: states vote." in problem("voted for", text, city)["act"][0]
    assert not problem("endorsed", text, city)


def test_the_european_union_may_be_a_party_and_has_no_vote():
    union = actor("regional", "Union")
    assert not problem("ratified", instrument("convention"), union)
    assert problem("voted for", instrument("compact"), union)


def test_an_act_before_the_text_stood_or_after_its_end_is_refused_and_a_partial_date_gets_the_benefit():
    text = instrument("convention", adopted="1990-12-18", ended="2000")
    assert problem("signed", text, date="1990-12-17") == {
        "date": ["A convention was adopted on 1990-12-18; nobody did anything to it before, on 1990-12-17."]
    }
    assert problem("ratified", text, date="2001-01-01") == {
        "date": ["A convention ended on 2000; nobody did anything to it on 2001-01-01."]
    }
    for date in ("1990-12-18", "1990", "1990-12", "199X", "2000-12-31", "2000", ""):
        assert not problem("signed", text, date=date), date


def test_a_state_has_one_vote_until_the_first_one_is_removed():
    text, state = instrument("compact"), actor()
    first = Participation.objects.create(actor=state, instrument=text, act="voted for")
    assert "Freedonia voted for A compact already, and has one vote." in problem("abstained", text, state)["act"][0]
    first.full_clean()
    first.remove()
    assert not problem("abstained", text, state)


def test_an_import_refuses_the_row_in_the_same_words_and_takes_the_others():
    text, state = instrument("compact", title="Compact"), actor()
    rows = [
        {"actor": state.pk, "instrument": text.pk, "act": "signed", "date": "2018-12-10"},
        {"actor": state.pk, "instrument": text.pk, "act": "voted for", "date": "2018-12-19"},
        {"actor": actor("city", "Altona").pk, "instrument": text.pk, "act": "voted for", "date": ""},
    ]
    taken = take_in(KINDS["participations"], rows)
    assert [each.row for each in taken.added] == [3]
    assert [(each.row, each.column) for each in taken.refused] == [(2, "act"), (4, "act")]
    assert "Nobody signed Compact: a compact is not open for signature" in taken.refused[0].sentence


def test_of_two_votes_of_a_state_in_one_sheet_the_second_is_refused():
    text, state = instrument("compact", title="Compact"), actor()
    acts = ["voted for", "endorsed", "abstained", "voted for"]
    taken = take_in(KINDS["participations"], [{"actor": state.pk, "instrument": text.pk, "act": act} for act in acts])
    assert [each.row for each in taken.added] == [2, 3]
    assert [(each.row, each.column) for each in taken.refused] == [(4, "act")]
    assert "Freedonia voted for Compact already, and has one vote." in taken.refused[0].sentence
    assert set(Participation.objects.values_list("act", flat=True)) == {"voted for", "endorsed"}


def test_an_instrument_takes_no_kind_that_contradicts_what_was_done_to_it():
    text = instrument("convention", title="Convention")
    ratified = Participation.objects.create(actor=actor(), instrument=text, act="ratified")
    text.full_clean()
    text.kind = "compact"
    with pytest.raises(ValidationError) as refused:
        text.full_clean()
    said = refused.value.message_dict["kind"][0]
    assert said.startswith("Somebody is recorded to have ratified it. Nobody ratified Convention: a compact")
    assert said.endswith("Correct that first.")
    ratified.remove()
    text.full_clean()
