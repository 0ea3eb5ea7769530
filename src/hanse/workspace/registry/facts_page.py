"""What do the starting facts hold, of which regions, and where do their sources differ? Written from the sheets.

``python -m hanse.workspace facts > docs/reference/facts.md`` writes the page.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

from hanse.text.dates import days
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.models import Confidence
from hanse.workspace.registry.regions import side_by_side
from hanse.workspace.registry.seeding import FACTS, fact_sheets

Row = dict[str, str]
Facts = dict[str, dict[str, Row]]
"""Rows by plural and id."""
_ABOUT = """# Reference: the starting facts

`hanse seed` loads these into the registry; `make run` does so by itself. This page is written from the sheets in
`src/hanse/workspace/registry/facts/`, by `python -m hanse.workspace facts`.

Every record has at least one attestation with a source. A source's note says whether its page was opened for this
collection, and how: most were read in stored copies, whose day is not known, so that no day of access is given. Nothing
here is complete: what stands here was sourced, what is missing is not documented.
"""
_REGIONS = """## Of which regions

By region of the United Nations (M49). The sources that could be read speak of some regions far more than of others; so
do the sheets, and no figure made from them should hide it.
"""
_CONFLICTS = """## Where sources differ

All values are kept, with who says them; none is the winner. Counts for different days are no conflict, nor is a year
beside a day of that year. Counts with no day may hold for different days.
"""
_UNVERIFIED = """## What is not verified

These attestations come from an earlier reading, or from a page that could not be opened again: take them as hints.
"""


def page(folder: Path = FACTS) -> str:
    """The whole page, in Markdown."""
    facts = _facts(folder)
    parts = [_ABOUT, *_kinds(facts), _REGIONS, *_regions(facts), _CONFLICTS, *_conflicts(facts)]
    parts += [_UNVERIFIED, *_unverified(facts)]
    return "\n".join(parts).rstrip() + "\n"


def _facts(folder: Path) -> Facts:
    found: Facts = defaultdict(dict)
    for each in fact_sheets(folder):
        found[each.sheet.kind.plural] |= {row["id"]: row for row in each.sheet.rows}
    return found


def _kinds(facts: Facts) -> Iterator[str]:
    yield "## What there is\n"
    rows = [(KINDS[plural].labels, str(len(records))) for plural, records in facts.items()]
    yield from _table(("kind", "records"), rows)
    sure = Counter(each["confidence"] or Confidence.HIGH for each in facts["attestations"].values())
    said = ", ".join(f"{sure[level]} {level}" for level in Confidence.values)
    doubted = sum(bool(each["doubt"]) for each in facts["claims"].values())
    yield f"Confidence of the attestations: {said}. Of the claims, {doubted} have something that speaks against them.\n"


def _regions(facts: Facts) -> Iterator[str]:
    country = {key: row["country"] for plural in _ACTORS for key, row in facts[plural].items()}
    counted = {
        "cities": [row["country"] for row in facts["cities"].values()],
        "memberships": [country.get(row["actor"], "") for row in facts["memberships"].values()],
        "seats of networks": [row["country"] for row in facts["networks"].values()],
        "sessions": [row["country"] for row in facts["sessions"].values()],
        "access": [country.get(row["actor"], "") for row in facts["access"].values()],
    }
    rows = [(name, *map(str, numbers)) for name, numbers in side_by_side(*counted.values())]
    yield from _table(("region", *counted), rows)


_ACTORS = ("cities", "networks", "states", "organisations", "office-holders")


def _conflicts(facts: Facts) -> Iterator[str]:
    said: dict[tuple[str, str, str, str], list[Row]] = defaultdict(list)
    for row in facts["attestations"].values():
        if row["field"] and not row["field"].startswith(_ACCOUNT):
            said[row["record_type"], row["record_id"], row["field"], row.get("on", "")].append(row)
    rows = [
        (_called(facts, type_, key), field, on or "no day", _values(of))
        for (type_, key, field, on), of in said.items()
        if any(_differ(a["value"], b["value"]) for a, b in combinations(of, 2))
    ]
    yield from _table(("record", "field", "for the day", "values, and who says so"), sorted(rows))


_ACCOUNT = "account by "
"""What a side says of an episode: told beside the other's, not against it."""


def _differ(one: str, other: str) -> bool:
    """Two values that cannot both hold; of dates, those with no day in common."""
    first, second = days(one), days(other)
    if first and second and not (one.isdecimal() and len(one) < 4):
        return first[1] < second[0] or second[1] < first[0]
    return one.casefold() != other.casefold()


def _values(of: Iterable[Row]) -> str:
    by_value: dict[str, list[str]] = defaultdict(list)
    for row in of:
        by_value[f"{row['value']} {row.get('unit', '')}".strip()].append(row["source"])
    return "; ".join(f"{value} ({', '.join(sorted(set(names)))})" for value, names in sorted(by_value.items()))


def _unverified(facts: Facts) -> Iterator[str]:
    found: dict[tuple[str, str, str, str], int] = Counter()
    for row in facts["attestations"].values():
        if row["confidence"] == Confidence.UNVERIFIED:
            called = _called(facts, row["record_type"], row["record_id"]) or f"{row['record_type']}, several"
            found[called, row["field"] or "the record", row["value"], row["source"]] += 1
    rows = [(name.replace(", several", f": {times}"), *rest) for (name, *rest), times in found.items()]
    yield from _table(("record", "field", "value", "source"), sorted(rows))


def _called(facts: Facts, record_type: str, record_id: str) -> str:
    """A record by its name or title; "" where it has none of its own."""
    for plural, kind in KINDS.items():
        if kind.name == record_type and (row := facts.get(plural, {}).get(record_id)):
            if holder := row.get("person"):
                return f"{facts['office-holders'][holder]['name']}, {row.get('title', '')}"
            return row.get("name") or row.get("short") or row.get("title") or ""
    return record_id


def _table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(header)} |\n|{' --- |' * len(header)}"
    yield "\n".join(f"| {' | '.join(map(_cell, row))} |" for row in rows) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
