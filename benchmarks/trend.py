"""Which states speak of cities when they speak of migration, by year, and how many seconds does a corpus take?"""

from __future__ import annotations

from time import perf_counter

from benchmarks.data import rows_packed
from benchmarks.figures import Figure, Result
from hanse.text.document import Document, Passage
from hanse.wording.trend import Trend, trend


def run() -> Result:
    speeches = rows_packed("ungdc_2015_2024", "*.jsonl.gz")
    documents = [
        Document(
            id=f"{row['country']}-{row['year']}",
            content=(Passage.of(row["text"]),),
            date=str(row["year"]),
            actor=row["country"],
            language="en",
        )
        for row in speeches
    ]
    start = perf_counter()
    found = trend(documents)
    seconds = perf_counter() - start
    words = sum(each.words for each in found.speeches)
    both = sum(year.of_both for year in found.years)
    return Result(
        "trend",
        (
            Figure("speeches a second", len(documents) / seconds, "speeches/s"),
            Figure("words a second", words / seconds, "words/s"),
            Figure("speeches that speak of cities near migration, share of those on migration", _share(found)),
        ),
        rows=len(documents),
        notes=(f"of {len(documents):,} speeches {both:,} speak of cities in a sentence on migration or beside one",),
        tables=(_table(found),),
    )


def _share(found: Trend) -> float:
    moving = sum(year.of_migration for year in found.years)
    return sum(year.of_both for year in found.years) / moving if moving else 0.0


def _table(found: Trend) -> str:
    lines = [
        "| year | speeches | on migration | and on cities there | share | mentions per 1,000 words |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    lines += [
        f"| {each.year} | {each.speeches} | {each.of_migration} | {each.of_both} | {each.share:.2f} "
        f"| {each.per_thousand:.3f} |"
        for each in found.years
    ]
    return "\n".join(lines)
