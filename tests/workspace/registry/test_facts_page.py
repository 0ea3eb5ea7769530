"""The page on the starting facts is written from the sheets, and says where sources differ and what is not verified."""

from __future__ import annotations

from pathlib import Path

import pytest

from hanse.workspace.registry.facts_page import page

WRITTEN = Path(__file__).parents[3] / "docs/reference/facts.md"


def test_the_written_page_is_what_the_sheets_say():
    written = WRITTEN.read_text(encoding="utf-8")
    assert written == page(), "python -m hanse.workspace facts > docs/reference/facts.md"


@pytest.fixture
def told(tmp_path):
    """The page of a small folder: an actor in Morocco with values that conflict, agree, and are of different days."""
    (tmp_path / "networks.csv").write_text("id,handling,note,name,country\nn,public,,Net,MAR\n")
    rows = [
        "a1,public,,actor,n,since,1984,,,one,high",
        "a2,public,,actor,n,since,1985,,,two,high",
        "a3,public,,actor,n,until,2010,,,one,high",
        "a4,public,,actor,n,until,2010-05,,,two,high",
        "a5,public,,actor,n,members,50,cities,2010,one,high",
        "a6,public,,actor,n,members,60,cities,2011,two,high",
        "a7,public,,actor,n,place,Rabat|Salé,,,two,unverified",
    ]
    header = "id,handling,note,record_type,record_id,field,value,unit,on,source,confidence"
    (tmp_path / "attestations.csv").write_text("\n".join([header, *rows]) + "\n")
    return page(tmp_path)


def test_values_that_cannot_both_hold_are_listed_with_who_says_them(told):
    assert "| Net | since | no day | 1984 (one); 1985 (two) |" in told


def test_a_month_within_a_year_and_counts_of_different_days_are_no_conflict(told):
    conflicts = told.split("## Where sources differ")[1].split("## What is not verified")[0]
    assert "until" not in conflicts
    assert "members" not in conflicts


def test_what_is_not_verified_is_listed_with_its_source(told):
    assert "| Net | place | Rabat\\|Salé | two |" in told.split("## What is not verified")[1]


def test_every_region_has_its_line_those_with_nothing_too(told):
    assert "| Africa | 0 | 0 | 1 | 0 | 0 |" in told
    assert "| Oceania | 0 | 0 | 0 | 0 | 0 |" in told
