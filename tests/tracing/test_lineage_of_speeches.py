"""Ten common migration phrases in ten years of General Debate: each first appearance, checked by plain search."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest

import hanse
from hanse.text.document import Document, Passage

PHRASES = (
    "safe, orderly and regular migration",
    "Global Compact on Refugees",
    "root causes of migration",
    "irregular migration",
    "forced displacement",
    "internally displaced persons",
    "host communities",
    "human trafficking",
    "migrant workers",
    "climate refugees",
)


@pytest.fixture(scope="module")
def speeches(shared: Path) -> hanse.Concordance:
    found = sorted((shared / "data" / "ungdc_2015_2024").glob("*.jsonl.gz"))
    if not found:
        pytest.skip("the speeches of the General Debate are not there")
    documents = []
    for file in found:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        documents += [
            Document(
                id=f"{row['country']}-{row['year']}",
                content=tuple(Passage(id=f"p{k}", text=each) for k, each in enumerate(row["text"].split("\n"), 1)),
                date=str(row["year"]),
                actor=row["country"],
                language="en",
            )
            for row in rows
        ]
    return hanse.Concordance(documents)


def searched(phrase: str, document: Document) -> bool:
    """Plain search: the very letters, whatever the case and white space, not in the midst of a word."""
    wanted = re.compile(rf"(?<!\w){re.escape(phrase.casefold())}(?!\w)")
    return any(wanted.search(" ".join(passage.text.casefold().split())) for passage in document.passages)


@pytest.mark.slow
@pytest.mark.parametrize("phrase", PHRASES)
def test_the_first_appearance_is_the_one_that_plain_search_finds(speeches: hanse.Concordance, phrase: str) -> None:
    found = hanse.lineage(phrase, speeches)
    plain = [document for document in speeches.documents if searched(phrase, document)]
    earliest = min(document.date or "" for document in plain)
    assert {each.document for each in found.first} == {each.id for each in plain if each.date == earliest}
    assert {each.date for each in found.first} == {earliest}
    verbatim = {each.document for each in found.appearances if each.how == "verbatim"}
    assert {each.id for each in plain} <= verbatim
    assert all(tie.parent in {each.document for each in found.appearances} for tie in found.ties)
