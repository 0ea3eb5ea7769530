"""Do the facts of instruments, agreements and episodes stand, and does each have a source that a reader can open?"""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest

import hanse.workspace.registry as registry
from hanse.text.dates import days
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.models import BINDS, Act

FACTS = Path(registry.__file__).parent / "facts"
OURS = {
    "instruments": "instrument",
    "objectives": "objective",
    "participations": "participation",
    "terms": "term",
    "episodes": "episode",
}


@cache
def rows(name: str) -> list[dict[str, str]]:
    with (FACTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", [*OURS, "sources-instruments", "attestations-instruments", "claims-instruments"])
def test_a_file_has_the_columns_of_its_kind_and_each_id_once(name):
    kind = KINDS[name.partition("-")[0]]
    assert list(rows(name)[0]) == ["id", "handling", "note", *kind.columns]
    assert max(Counter(row["id"] for row in rows(name)).values()) == 1
    assert all(0 < len(row["id"]) <= 40 and row["handling"] == "public" for row in rows(name))


@pytest.mark.parametrize(("name", "model"), OURS.items())
def test_every_fact_has_a_source(name, model):
    attested = {each["record_id"] for each in rows("attestations-instruments") if each["record_type"] == model}
    assert {row["id"] for row in rows(name)} <= attested


def test_every_source_can_be_opened_and_every_attestation_and_claim_names_one():
    sources = {row["id"]: row for row in rows("sources-instruments")}
    assert all(urlsplit(row["url"]).scheme in {"http", "https"} and row["title"] for row in sources.values())
    for row in (*rows("attestations-instruments"), *rows("claims-instruments")):
        assert row["source"] in sources, row["id"]


def test_what_nobody_opened_is_called_unverified():
    unopened = {each["id"] for each in rows("sources-instruments") if "not opened" in each["note"].lower()}
    said = [each for each in rows("attestations-instruments") if each["source"] in unopened]
    assert unopened
    assert {each["confidence"] for each in said} <= {"unverified", "medium"}


def test_every_claim_quotes_its_passage():
    for row in rows("claims-instruments"):
        assert row["wording"].endswith("."), row["id"]
        assert 10 < len(row["quote"]) < 300, row["id"]


def test_the_compact_for_migration_has_23_objectives_and_the_one_on_refugees_4():
    numbers = {"gcm": set(range(1, 24)), "gcr": {1, 2, 3, 4}}
    for instrument, wanted in numbers.items():
        assert {int(row["number"]) for row in rows("objectives") if row["instrument"] == instrument} == wanted


@pytest.mark.parametrize(("instrument", "votes"), [("gcm", (152, 5, 12)), ("gcr", (181, 2, 3))])
def test_the_votes_by_state_add_up_to_the_recorded_ones(instrument, votes):
    acts = Counter(row["act"] for row in rows("participations") if row["instrument"] == instrument)
    assert (acts[Act.VOTED_FOR], acts[Act.VOTED_AGAINST], acts[Act.ABSTAINED]) == votes


def test_nobody_signed_a_compact_and_kosovo_is_no_party_to_the_migrant_workers_convention():
    assert not [row for row in rows("participations") if row["instrument"] in {"gcm", "gcr"} and row["act"] == "signed"]
    workers = [row for row in rows("participations") if row["instrument"] == "icrmw"]
    parties = {row["actor"] for row in workers if row["act"] in BINDS}
    assert {"mex", "phl", "mar", "tur", "alb", "bih", "aze"} <= parties
    assert "xkx" not in {row["actor"] for row in workers}
    assert {row["act"] for row in workers if row["actor"] == "mne"} == {"signed"}


def test_every_date_can_be_read():
    for name, columns in {"instruments": ("adopted", "in_force", "ended"), "participations": ("date",)}.items():
        for row in rows(name):
            assert all(days(row[column]) for column in columns if row[column]), row["id"]


def test_conflicting_figures_stand_side_by_side():
    said = [each for each in rows("attestations-instruments") if each["record_id"] == "marrakech-mayors"]
    assert {"64", "76", "80", "104"} <= {each["value"] for each in said if each["field"] == "endorsements"}
    refugees = [each for each in rows("attestations-instruments") if each["record_id"] == "gcr"]
    assert len({each["value"] for each in refugees if each["field"] == "who abstained"}) >= 3


def test_each_episode_is_told_by_both_sides():
    told: dict[str, set[str]] = {}
    for each in rows("attestations-instruments"):
        if each["record_type"] == "episode" and each["field"].startswith("account by "):
            told.setdefault(each["record_id"], set()).add(each["field"].removeprefix("account by "))
    for row in rows("episodes"):
        assert {row["by"], row["against"]} <= told[row["id"]], row["id"]
