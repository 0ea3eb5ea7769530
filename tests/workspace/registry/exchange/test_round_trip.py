"""Does an import take back what an export gave, and nothing else?"""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from hanse.workspace.registry.exchange.columns import EVERYTHING, row_of, rows_from
from hanse.workspace.registry.exchange.exporting import csv_of, everything, xlsx_of
from hanse.workspace.registry.exchange.rows import Sheet
from hanse.workspace.registry.exchange.sheets import table
from hanse.workspace.registry.exchange.taking import take_in_all
from hanse.workspace.registry.exchange.whole import sheets_of_zip
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.models import (
    Actor,
    Attestation,
    Claim,
    Funding,
    Instrument,
    Membership,
    Name,
    Project,
    Source,
    Term,
)

pytestmark = pytest.mark.django_db
PHASES = [Phase.explicit, Phase.reuse, Phase.generate]
"""Making a failure smaller takes minutes with a database."""
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20) | st.sampled_from(
    ["=1+1", "+49 30", "-", "@here", "\tx", "\r", "'=1+1", "''@x", " x ", "a\nb", "_x000D_", "x;=1", "'"]
)
NAME = TEXT.filter(str.strip)
DAY = st.sampled_from(["", "2010", "2010-05", "2010-05-31", "2011~", "199X"])
HANDLING = st.sampled_from(["public", "internal", "restricted"])
DEGREES = st.none() | st.floats(-90, 90)


@st.composite
def registries(draw):
    """Records to be made, some naming others: a list of functions that make them, by what was made before."""
    made = []
    cities = draw(st.integers(1, 4))
    for place in range(cities + 2):
        kind = "network" if place == 0 else draw(st.sampled_from(["city", "city", "state", "university", "person"]))
        said = {"id": f"actor-{place}", "kind": kind, "name": draw(NAME), "note": draw(TEXT)}
        said |= {"country": draw(st.sampled_from(["", "BGD"])), "latitude": draw(DEGREES), "handling": draw(HANDLING)}
        said |= {"since": draw(DAY), "description": draw(TEXT), "acronym": draw(st.sampled_from(["", "A", "=A"]))}
        parent = f"actor-{draw(st.integers(0, place - 1))}" if place and draw(st.booleans()) else None
        made.append((Actor, {**said, "parent_id": parent}))
        if draw(st.booleans()):
            made.append((Name, {"actor_id": f"actor-{place}", "name": draw(NAME), "former": draw(st.booleans())}))
    for place in range(1, cities + 1):
        for _ in range(draw(st.integers(0, 2))):
            tie = {"actor_id": f"actor-{place}", "network_id": "actor-0", "since": draw(DAY)}
            made.append((Membership, {**tie, "grade": draw(st.sampled_from(["member", "leader"])), "note": draw(TEXT)}))
    amount = st.none() | st.decimals(0, 10**9, places=2)
    made.append((Source, {"id": "source", "title": draw(NAME), "date": draw(DAY)}))
    made.append((Instrument, {"id": "compact", "title": draw(NAME), "kind": "compact", "body_id": "actor-1"}))
    made.append((Project, {"id": "project", "title": draw(NAME), "partners": draw(TEXT)}))
    funding = {"donor_id": "actor-0", "recipient_id": "actor-1", "project_id": "project"}
    made.append((Funding, {**funding, "committed": draw(amount), "received": draw(amount)}))
    term = {"instrument_id": "compact", "giver_id": "actor-1", "gives": "money", "what": draw(NAME)}
    made.append((Term, {**term, "amount": draw(amount)}))
    about = {"source_id": "source", "value": draw(TEXT), "quote": draw(TEXT)}
    made.append((Attestation, {**about, "record_id": "actor-0", "field": "members"}))
    made.append((Claim, {"source_id": "source", "wording": draw(NAME), "quote": draw(NAME), "subject_id": "actor-0"}))
    return made


def make(records):
    from django.contrib.contenttypes.models import ContentType

    of_actor = ContentType.objects.get_for_model(Actor)
    for place, (model, said) in enumerate(records):
        if model is Attestation:
            said = {**said, "record_type": of_actor}
        if model is Claim:
            said = {**said, "subject_type": of_actor}
        model.objects.create(**{"id": f"r-{place}", **said})


def registry():
    """Every row of every kind."""
    return {
        plural: [row_of(kind, each, EVERYTHING) for each in rows_from(kind.records(), kind)]
        for plural, kind in KINDS.items()
    }


def emptied():
    for kind in reversed(KINDS.values()):
        kind.records().delete()


@settings(max_examples=10, phases=PHASES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records=registries())
def test_any_export_gives_the_same_registry_in_an_empty_house_and_changes_nothing_in_its_own(records, ada):
    with transaction.atomic():
        make(records)
        before = registry()
        sheets = sheets_of_zip(everything(ada), "registry.zip")
        again = take_in_all(sheets, user=ada)
        assert [each for taken in again for each in (*taken.added, *taken.changed, *taken.refused)] == []
        assert registry() == before
        emptied()
        taken = take_in_all(sheets, user=ada)
        assert [each for told in taken for each in told.refused] == []
        assert registry() == before
        transaction.set_rollback(True)


@settings(max_examples=6, phases=PHASES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records=registries(), form=st.sampled_from([csv_of, xlsx_of]))
def test_the_sheet_of_a_list_is_taken_back_unchanged(records, form, ada, tmp_path):
    with transaction.atomic():
        make(records)
        before = registry()
        for kind in KINDS.values():
            name = "list.csv" if form is csv_of else "list.xlsx"
            (tmp_path / name).write_bytes(b"".join(form(kind, kind.records().visible_to(ada), ada)))
            if not before[kind.plural]:
                continue
            found = table(tmp_path / name, name)
            rows = [dict(zip(found.header, cells, strict=True)) for cells in found.rows]
            (taken,) = take_in_all([Sheet(kind, rows, found.numbers)], user=ada)
            assert (taken.added, taken.changed, taken.refused) == ((), (), ()), kind.plural
        assert registry() == before
        transaction.set_rollback(True)


def test_no_cell_of_an_export_can_be_run_as_a_formula(ada):
    for place, name in enumerate(["=HYPERLINK(1)", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "  =1"]):
        Actor.objects.create(id=f"a{place}", kind="city", name=name, handling="public")
    kind = KINDS["cities"]
    text = b"".join(csv_of(kind, kind.records().visible_to(ada), ada)).decode("utf-8-sig")
    for cell in ("=HYPERLINK(1)", "+1+1", "-2+3", "@SUM(A1)"):
        assert f",'{cell}," in text
        assert f",{cell}," not in text


def test_an_export_says_nothing_of_what_the_reader_may_not_see(rhea):
    hidden = Actor.objects.create(id="quiet", kind="city", name="Quiet", handling="restricted")
    league = Actor.objects.create(id="league", kind="network", name="League", handling="public")
    Actor.objects.create(id="part", kind="city", name="Part", handling="public", parent=hidden)
    Membership.objects.create(actor=hidden, network=league, handling="public")
    found = {sheet.kind.plural: sheet.rows for sheet in sheets_of_zip(everything(rhea), "registry.zip")}
    assert [row["id"] for row in found["cities"]] == ["part"]
    assert found["cities"][0]["parent"] == ""
    assert found["memberships"] == []


def test_amounts_keep_their_cents(ada, tmp_path):
    donor = Actor.objects.create(id="d", kind="foundation", name="D", handling="public")
    Funding.objects.create(id="f", donor=donor, recipient=donor, committed=Decimal("1234567890123.45"))
    kind = KINDS["funding"]
    (tmp_path / "f.xlsx").write_bytes(b"".join(xlsx_of(kind, kind.records(), ada)))
    found = table(tmp_path / "f.xlsx", "f.xlsx")
    assert dict(zip(found.header, found.rows[0], strict=True))["committed"] == "1234567890123.45"
