"""What are the fields of a reference string once every word has its label? Their texts, and the kind that they make."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from hanse.citing.reference import Author, Kind, Reference
from hanse.citing.reference_cleaning import cleaned, paragraph
from hanse.citing.reference_kinds import kind_signs, sort_of
from hanse.citing.reference_labels import LABELS, Labelling
from hanse.citing.reference_mending import Read, mended
from hanse.citing.reference_names import authors
from hanse.citing.reference_runs import Labelled, coded
from hanse.citing.reference_tokens import signs, tokens

_FIELDS = {
    "t": "title",
    "y": "year",
    "c": "container",
    "v": "volume",
    "i": "issue",
    "p": "pages",
    "u": "publisher",
    "l": "place",
    "n": "pinpoint",
}


@dataclass(frozen=True, slots=True)
class Parts:
    """A string in its fields; ``authors`` as they are printed."""

    kind: Kind
    authors: tuple[Author, ...]
    others: bool
    fields: dict[str, Any]


def parts(rest: str, ruled: Reference, model: Labelling, *, note: bool) -> Parts:
    """A string without its marks, by the model; ``ruled`` is what the rules read in it."""
    spans = tokens(rest)
    seen = signs(rest, spans, rule_labels(rest, spans, ruled), note=note, about=about(ruled))
    of = coded(Labelled(rest, spans, "".join(LABELS[each] for each in model.labels(seen))))
    read = Read(of, ruled, note, _fields(of), *of.run("a"))
    mended(read)
    inverted = not note and not ruled.number and bool(_LISTED.match(rest[read.after :]))
    people, others = authors(_listed(read.listed), inverted=inverted)
    if note and not read.fields["pages"] and _FIRST_PAGE.search(rest):
        of = Labelled(rest, spans, of.path.replace("n", "p"))
        read.fields["pages"], read.fields["pinpoint"] = read.fields["pinpoint"], ""
    kind = model.kind(kind_signs(of, ruled, people))
    _of_kind(kind, read.fields, people, note=note)
    return Parts(kind, people, others, read.fields)


def _fields(of: Labelled) -> dict[str, Any]:
    """The fields as the labels have them, each without the signs that stand around it."""
    fields: dict[str, Any] = {}
    for label, name in _FIELDS.items():
        text, end = of.run(label)
        fields[name] = cleaned(label, text, of.rest[end : end + 24])
    if not fields["pages"] and (both := of.twice())[0]:
        fields["pages"], fields["pinpoint"] = (cleaned("p", each, "") for each in both)
    fields["pinpoint"] = fields["pinpoint"] or paragraph(of.rest)
    year = re.search(r"(?<!\d)(\d{4})(?!\d)([a-z])?", fields["year"])
    fields["year"], fields["suffix"] = (year[1], year[2] or "") if year else (_only_year(of), "")
    return fields


def _of_kind(kind: Kind, fields: dict[str, Any], people: tuple[Author, ...], *, note: bool) -> None:
    """What a kind of work has no field for goes to the one that it has, in place."""
    if kind == "report" and not (fields["publisher"] or fields["issue"]) and _of_body(fields["container"], people):
        fields["container"], fields["publisher"] = "", fields["container"]
    alone = kind != "web-page" or not fields["place"]  # "Cardiff: Public Health Wales" is a publisher on the web too
    if kind in ("web-page", "news", "journal-article") and not fields["container"] and alone:
        fields["container"], fields["publisher"] = fields["publisher"], ""
    if kind == "news" and fields["pinpoint"] and not fields["pages"]:
        fields["pages"], fields["pinpoint"] = fields["pinpoint"], ""
    if note and fields["pages"] and not fields["pinpoint"] and kind in ("book", "thesis", "report", "working-paper"):
        fields["pages"], fields["pinpoint"] = "", fields["pages"]  # of a whole work a note gives no pages but its own
    if fields["container"] in _NO_SERIES:
        fields["container"] = ""


def _of_body(container: str, people: tuple[Author, ...]) -> bool:
    """Whether what was taken for a container is the body that published the work, or wrote it."""
    return sort_of(container) == "body" or any(each.family == container for each in people)


def _only_year(of: Labelled) -> str:
    """The one year that stands in a string and is no part of any field; else an empty string."""
    if _NO_YEAR.search(of.rest) or re.search(r"\b(?:forthcoming|in press|n\.\s?d)\b", of.rest):
        return ""
    if first := re.search(r"\(((?:1[5-9]|20)\d\d)/\d{4}\)", of.rest):
        return first[1]  # the edition that was used, and the first one
    return of.unlabelled_year()


def about(ruled: Reference) -> str:
    """Which marks were taken out of a string."""
    return "".join(letter for letter, value in (("D", ruled.doi), ("w", ruled.url), ("s", ruled.symbol)) if value)


def _listed(names: str) -> str:
    """A list of authors without what stands for a year, nor the stop that ends it: in "Osei K, Haddad S." no other
    initial has one."""
    names = _NO_YEAR.sub("", names)
    first = names.partition(",")[0]
    initials = re.search(r" [A-ZÀ-Þ]{1,3}(?:-[A-Z])?\.?$", first) or re.search(r" [A-ZÀ-Þ]{1,3}(?:-[A-Z])?,", names)
    bare = names.endswith(".") and "." not in names[:-1] and initials
    return names[:-1] if bare else names


_FIRST_PAGE = re.compile(r"»,? .*, (?:n[°º.]+ ?\d+(?:, (?:19|20)\d\d)?|n[°º.]+ ?\d+/(?:19|20)\d\d), p\. \d+\.?$")
"""A page behind the number of an issue, with no other, is the first of an article: "2015, n° 4, p. 9"."""
_LISTED = re.compile(r"\.?\s*,?\s*(?:\((?:\d{4}|n\.\s?d|s\.\s?f)|\d{4}[a-z]?\b|n\.\s?d|\. \S)|\.\s")
"""What follows a list of authors that begins with a family, in a list of references."""
_NO_YEAR = re.compile(r"[\s,(]*\b(?:n\.\s?d|s\.\s?[fd]|forthcoming|in press)\b\.?[\s,)]*$")
_NO_SERIES = {"Report", "Reports", "Publication", "Report No", "No"}


def rule_labels(rest: str, spans: list[tuple[int, int]], ruled: Reference) -> list[str]:
    """What the rules took every token for."""
    found = ["o"] * len(spans)
    for label in "tculpvin":
        value = getattr(ruled, _FIELDS[label])
        if value:
            _mark(rest, spans, value, label, found)
    if ruled.year:
        _mark(rest, spans, ruled.year + ruled.suffix, "y", found)
    for author in ruled.authors:
        for name in (author.family, author.given):
            if name:
                _mark(rest, spans, name, "a", found, first=True)
    return found


def _mark(
    rest: str, spans: list[tuple[int, int]], value: str, label: str, found: list[str], *, first: bool = False
) -> None:
    pattern = re.escape(value).replace("–", "[-–—−]")
    places = [match.span() for match in re.finditer(rf"(?<!\w){pattern}", rest)]
    for start, end in places if not first else places[:1]:
        inside = [k for k, (a, b) in enumerate(spans) if a >= start and b <= end]
        if inside and all(found[k] == "o" or (first and found[k] == "a") for k in inside):
            for k in inside:
                found[k] = label
            return
