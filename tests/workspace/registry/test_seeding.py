"""Starting facts come in whole, once, and never over what people made; and every one of them has a source."""

from __future__ import annotations

import csv
import itertools
import shutil
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner

from hanse.cli import hanse
from hanse.errors import HanseError
from hanse.text.dates import days
from hanse.workspace.accounts.rights import Handling
from hanse.workspace.registry.exchange.columns import header
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.models import Actor, Attestation, Claim, Membership, Name, Office, Reprisal, Source
from hanse.workspace.registry.seeding import FACTS, WHY, fact_sheets, seed

UNSOURCED = frozenset({"attestations", "claims", "sources"})
"""Kinds that are what is said, or who says it: they need nobody to say so."""


@pytest.fixture
def seeded(facts: None, db: None) -> None:
    """The starting facts are there."""


@cache
def rows() -> dict[str, dict[str, dict[str, str]]]:
    """All starting facts, by plural and id, straight from the files."""
    found: dict[str, dict[str, dict[str, str]]] = defaultdict(dict)
    for each in fact_sheets():
        found[each.sheet.kind.plural] |= {row["id"]: row for row in each.sheet.rows}
    return found


def attested(record_type: str, record_id: str, field: str) -> set[str]:
    said = rows()["attestations"].values()
    of = [each for each in said if (each["record_type"], each["record_id"]) == (record_type, record_id)]
    return {each["value"] for each in of if each["field"] == field}


def test_all_facts_come_in_and_a_second_time_change_nothing(db):
    seeded = seed()
    assert seeded.added > 5000
    assert (seeded.changed, seeded.unchanged, seeded.kept) == (0, 0, ())
    again = seed()
    assert (again.added, again.changed, again.unchanged) == (0, 0, seeded.added)


def test_each_record_says_in_its_history_that_it_is_a_starting_fact_and_of_nobody(seeded):
    entry = Actor.objects.get(pk="uclg").history.get()
    assert (entry.history_change_reason, entry.history_user) == (WHY, None)


def test_a_researcher_sees_the_facts_but_for_a_case_that_the_office_has_to_judge(seeded, rhea):
    assert Actor.objects.visible_to(rhea).filter(pk="anvita").exists()
    restricted = Reprisal.objects.get(pk="lucano-2018")
    assert restricted.handling == Handling.RESTRICTED
    assert not Reprisal.objects.visible_to(rhea).filter(pk="lucano-2018").exists()


def test_what_a_person_edited_or_removed_since_is_left_alone_and_named(seeded, otto):
    city = Actor.objects.get(pk="dhaka")
    city.note, city._history_user = "Seat of the office.", otto
    city.save()
    gone = Membership.objects.get(pk="riace-recosol")
    gone._history_user = otto
    gone.remove()
    again = seed()
    assert set(again.kept) == {"city dhaka", "membership riace-recosol"}
    assert (again.added, again.changed) == (0, 0)
    assert Actor.objects.get(pk="dhaka").note == "Seat of the office."
    assert Membership.objects.get(pk="riace-recosol").removed
    assert all(each.startswith("attestation ") for each in again.left_out)
    assert "2 left as people made them, " in again.sentence


def test_what_names_a_removed_record_is_left_out_and_what_names_a_merged_one_finds_where_it_stands(seeded, otto):
    _removed("iash", otto)
    merged = _removed("uto", otto)
    merged.merged_into_id = "uclg"
    merged.save()
    Attestation.objects.filter(record_id="uto").update(record_id="uclg")
    Name.objects.filter(actor="uto").update(actor="uclg")
    again = seed()
    assert {"network iash", "network uto"} <= set(again.kept)
    assert sum(each.startswith("membership ") for each in again.left_out) == 36
    assert (again.added, again.changed) == (0, 0)


def test_a_fact_that_was_corrected_in_the_sheet_is_brought_up_to_date(seeded, tmp_path):
    folder = _copied(tmp_path)
    _replace(folder / "networks.csv", "Global Parliament of Mayors,GPM", "Global Parliament of Mayors,G.P.M.")
    assert seed(folder).changed == 1
    assert Actor.objects.get(pk="gpm").acronym == "G.P.M."


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        ("networks.csv", "2004-05-05", "2004-15-05", "networks.csv, row "),
        ("memberships.csv", ",iash,", ",nobody,", "column network"),
        ("states.csv", "abw,public", "abw,public,", "states.csv, row 2: has"),
    ],
)
def test_a_broken_sheet_is_refused_whole_with_row_and_column(db, tmp_path, file, old, new, sentence):
    folder = _copied(tmp_path)
    _replace(folder / file, old, new)
    with pytest.raises(HanseError) as refused:
        seed(folder)
    assert sentence in refused.value.sentence
    assert not Actor.objects.exists()
    assert not Source.objects.exists()


def test_a_sheet_of_no_kind_or_in_no_utf_8_is_refused_by_name(tmp_path):
    (tmp_path / "towns.csv").write_text("id\n")
    with pytest.raises(HanseError, match=r"towns\.csv: is named after no kind"):
        fact_sheets(tmp_path)
    (tmp_path / "towns.csv").rename(tmp_path / "cities.csv")
    (tmp_path / "cities.csv").write_bytes(b"id,name\nx,Z\xfcrich\n")
    with pytest.raises(HanseError, match=r"cities\.csv: cannot be read as CSV in UTF-8"):
        fact_sheets(tmp_path)


def test_the_command_prints_the_counts_and_names_what_it_left(db, monkeypatch, otto):
    monkeypatch.setattr("hanse.workspace.serve.prepare", lambda data: None)
    first = CliRunner().invoke(hanse, ["seed"])
    assert first.exit_code == 0
    assert "added, 0 changed" in first.stdout
    city = Actor.objects.get(pk="riace")
    city.note, city._history_user = "Edited.", otto
    city.save()
    again = CliRunner().invoke(hanse, ["seed"])
    assert "1 left as people made them." in again.stdout
    assert "Left as people made it: city riace." in again.stderr


def test_a_data_folder_that_is_not_there_is_refused_in_a_sentence_and_not_made(tmp_path):
    missing = tmp_path / "varr"
    said = CliRunner().invoke(hanse, ["seed", "--data", str(missing)])
    assert said.exit_code == 2
    assert said.stderr == f"{missing}: there is no such folder; give the one that hanse up keeps the workspace in.\n"
    assert not missing.exists()


def test_every_fact_is_attested_by_a_source():
    named = {kind.plural: kind.name for kind in KINDS.values()}
    said = {(each["record_type"], each["record_id"]) for each in rows()["attestations"].values()}
    bare = [
        f"{plural} {key}"
        for plural, records in rows().items()
        if plural not in UNSOURCED
        for key in records
        if (named[plural], key) not in said
    ]
    assert bare == []


def test_every_source_can_be_opened_and_is_used():
    used = {each["source"] for plural in ("attestations", "claims") for each in rows()[plural].values()}
    assert [key for key, each in rows()["sources"].items() if not each["url"].startswith(("https://", "http://"))] == []
    assert sorted(used ^ set(rows()["sources"])) == []


def test_every_date_is_one_and_no_end_is_before_its_beginning():
    for plural, records in rows().items():
        for key, row in records.items():
            dates = {name: row[name] for name in ("since", "until", "on", "date", "adopted") if row.get(name)}
            assert all(days(given) for given in dates.values()), f"{plural} {key}: {dates}"
            if row.get("since") and row.get("until"):
                assert days(row["since"])[0] <= days(row["until"])[1], f"{plural} {key}"


def test_every_sheet_has_the_columns_of_its_kind_and_ids_that_can_be_read():
    for each in fact_sheets():
        assert all(set(row) <= set(header(each.sheet.kind)) for row in each.sheet.rows)
    assert {"uclg", "anvita", "iash"} <= set(rows()["networks"])
    assert {"deu", "mar", "ecu"} <= set(rows()["states"])


def test_states_are_all_of_iso_3166_with_their_m49_numbers():
    assert len(rows()["states"]) == 250
    assert attested("actor", "mar", "m49") == {"504"}
    members = [each for each in rows()["attestations"].values() if each["value"] == "member state"]
    assert len(members) == 193


def test_conflicting_figures_stand_side_by_side():
    assert {"1984", "1985", "1985-04"} <= attested("actor", "metropolis", "since")
    assert {"1986", "1989", "1991"} <= attested("actor", "eurocities", "since")
    assert {"50", "150"} <= attested("session", "gccm-2017", "cities") | attested("session", "gccm-2017", "signatories")
    marrakech = {each["value"] for each in rows()["attestations"].values() if each["record_id"] == "marrakech-mayors"}
    assert {"64", "76", "104"} <= marrakech


def test_initiatives_programmes_and_mechanisms_are_no_membership_networks():
    natures = {key: row["nature"] for key, row in rows()["networks"].items()}
    assert natures["mayors-mechanism"] == "mechanism"
    assert natures["mc2cm"] == natures["clip"] == "programme"
    assert natures["mmc"] == natures["cities-with-refugees"] == "initiative"
    assert natures["seebruecke-safe-harbours"] == natures["from-the-sea-to-the-city"] == "civil society"
    members = {row["network"] for row in rows()["memberships"].values() if row["grade"] == "member"}
    assert {natures[each] for each in members} <= {"membership", "initiative"}
    assert all("indirect" in each["unit"] for each in rows()["attestations"].values() if each["value"] == "240000")


def test_memberships_keep_their_grades_dates_and_ends(seeded):
    assert Membership.objects.filter(network="iash", since="").count() == 36
    assert Membership.objects.filter(network="anvita", grade="founder", since="2018-09-26").count() == 9
    riace = Membership.objects.get(actor="riace", network="recosol")
    assert (riace.ended, riace.until) == ("expelled", "2019-10")
    assert Office.objects.get(pk="careme-grande-synthe").until == "2019-07"


def test_offices_say_how_they_ended_removal_and_death_too():
    offices = rows()["offices"]
    ends = {key: (row["until"], row["ended"]) for key, row in offices.items()}
    assert ends["schubert-potsdam"] == ("2025-05", "removed")
    assert ends["covas-sao-paulo"] == ("2021-05-16", "died")
    assert ends["lucano-riace-2024"] == ("", "")
    assert {"2018-10-03", "2018-10-16"} == attested("office", "lucano-riace-2004", "suspended")


def test_what_the_seeds_state_is_claimed_with_its_passage_and_what_speaks_against_it(seeded):
    assert Claim.objects.count() >= 60
    dialogue = Claim.objects.get(pk="claim-hld-2016")
    assert (dialogue.value, dialogue.subject.since) == ("2016", "2006-09-14")
    assert "In 2016 Kofi Annan" in dialogue.quote
    assert "2006" in dialogue.doubt
    assert "Calabria" in Claim.objects.get(pk="claim-riace-puglia").doubt
    assert not Attestation.objects.filter(record_id="riace", value__icontains="puglia").exists()


def _removed(pk: str, by: Any) -> Actor:
    actor = Actor.objects.get(pk=pk)
    actor._history_user = by
    actor.remove()
    return actor


def _copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FACTS, tmp_path / "facts"))


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_files_are_written_as_csv_writes_them():
    for each in fact_sheets():
        text = each.path.read_text(encoding="utf-8")
        assert "\r" not in text, each.path.name
        with each.path.open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file))[:3] == ["id", "handling", "note"], each.path.name


def test_nobody_is_twice_in_one_network_at_one_time():
    seen: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in rows()["memberships"].values():
        seen[row["actor"], row["network"]].append(row)
    for both, ties in seen.items():
        for one, other in itertools.combinations(ties, 2):
            assert _apart(one, other) or _apart(other, one), both


def _apart(earlier: dict[str, str], later: dict[str, str]) -> bool:
    return bool(earlier["until"] and later["since"]) and days(earlier["until"])[1] <= days(later["since"])[0]


def test_no_tie_begins_before_its_network():
    founded = {key: row["since"] for key, row in rows()["networks"].items()}
    for key, row in rows()["memberships"].items():
        if row["since"] and founded[row["network"]]:
            assert days(founded[row["network"]])[0] <= days(row["since"])[1], key


def test_nobody_holds_a_city_s_first_office_beside_another_without_an_end():
    open_now = [row["body"] for row in rows()["offices"].values() if not row["until"] and row["title"] == "Mayor"]
    assert len(open_now) == len(set(open_now))


def test_an_open_office_says_on_which_day_it_was_last_attested():
    said = rows()["attestations"].values()
    dated = {each["record_id"] for each in said if each["record_type"] == "office" and each["on"]}
    assert [key for key, row in rows()["offices"].items() if not row["until"] and key not in dated] == []


def test_a_function_is_given_only_where_a_source_gives_it():
    for key, row in rows()["access"].items():
        assert {row["function"]} - {""} == attested("access", key, "function"), key


def test_no_source_has_a_bare_site_for_its_page_unless_it_says_so():
    told = ("only the site is known", "front page", "site of one page", "copy of the gazetteer")
    for key, row in rows()["sources"].items():
        address = urlsplit(row["url"])
        bare = not address.path.strip("/") and not address.query
        assert not bare or any(words in row["note"] for words in told), key


def test_what_is_no_state_says_so():
    for key, row in rows()["states"].items():
        member = row["description"].startswith(("Member state", "Non-member observer state"))
        assert member != bool(row["note"]), key
