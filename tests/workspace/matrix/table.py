"""What is everybody to get? The table of addresses and methods, one line for each answer that the cast gets.

``for`` says who a page is for. It was judged by a person, and is never written by a program for a page that has it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.workspace.matrix.asking import REFUSED
from tests.workspace.matrix.routes import METHODS, Route

TABLE = Path(__file__).with_name("urls.tsv")
SIGNED_IN = ("ada", "otto", "olga", "rosa", "tala", "milo", "rhea", "nils")
COLUMNS = (*SIGNED_IN, "public", "closed", "iris")
"""The cast; then anybody who is not signed in while the workspace is open to the public, and while it is not; and
somebody who was shut out."""
READERS = {
    "everybody": COLUMNS,
    "readers": (*SIGNED_IN, "public"),
    "signed-in": SIGNED_IN,
    "strangers": ("public", "closed", "iris"),
    "members": SIGNED_IN[:-1],
    "office": SIGNED_IN[:3],
    "reviewers": SIGNED_IN[:4],
    "cities": ("tala", "milo"),
    "nobody": (),
    **{name: (name,) for name in SIGNED_IN},
}
Row = dict[str, str]


def read() -> list[Row]:
    with TABLE.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def cells() -> dict[tuple[str, str, str], str]:
    """By pattern, method and name: the status."""
    return {
        (row["pattern"], method, name): row[name]
        for row in read()
        for method in row["methods"].split()
        for name in COLUMNS
    }


def meant(said: str) -> set[str]:
    """Whom ``for`` names: "office tala" are four."""
    return {name for each in said.split() for name in READERS[each]}


def served(rows: Iterable[Row]) -> set[str]:
    """Who gets anything by any method."""
    return {name for row in rows for name in COLUMNS if row[name] not in REFUSED}


def rows_of(route: Route, answers: Mapping[str, Mapping[str, str]], said: str) -> list[Row]:
    """The lines of one page: methods with the same answers to all share one. ``answers``: by method, then by name."""
    methods: dict[tuple[str, ...], list[str]] = {}
    for method in METHODS:
        methods.setdefault(tuple(answers[method][name] for name in COLUMNS), []).append(method)
    first = {"pattern": route.pattern, "name": route.name, "for": said or _proposed(answers)}
    return [
        first | {"methods": " ".join(found)} | dict(zip(COLUMNS, got, strict=True)) for got, found in methods.items()
    ]


def _proposed(answers: Mapping[str, Mapping[str, str]]) -> str:
    got = {name for said in answers.values() for name, status in said.items() if status not in REFUSED}
    words, left = [], set(got)
    for word, names in READERS.items():
        if names and left.issuperset(names):
            words.append(word)
            left -= set(names)
    return " ".join(words) or "nobody"


def write(rows: Iterable[Row]) -> None:
    with TABLE.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(
            file, ["pattern", "name", "for", "methods", *COLUMNS], delimiter="\t", lineterminator="\n"
        )
        writer.writeheader()
        writer.writerows(rows)
