"""What are the fields of a reference string once every word has its label? Their texts, and the kind that they make."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from hanse.citing.reference import Author, Kind, Reference
from hanse.citing.reference_cleaning import cleaned, paragraph
from hanse.citing.reference_labels import LABELS, Labelling
from hanse.citing.reference_names import authors
from hanse.citing.reference_tokens import known, signs, tokens

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
    before = rule_labels(rest, spans, ruled)
    seen = signs(rest, spans, before, note=note, about=about(ruled))
    path = "".join(LABELS[each] for each in model.labels(seen))
    fields = {name: _field(label, rest, spans, path) for label, name in _FIELDS.items()}
    if not fields["pages"] and (both := _twice(rest, spans, path))[0]:
        fields["pages"], fields["pinpoint"] = (cleaned("p", each, "") for each in both)
    fields["pinpoint"] = fields["pinpoint"] or paragraph(rest)
    year = re.search(r"(?<!\d)(\d{4})(?!\d)([a-z])?", fields["year"])
    fields["year"], fields["suffix"] = (year[1], year[2] or "") if year else ("", "")
    listed, after = _run(rest, spans, path, "a")
    if note and (more := _LAST_NAMED.match(listed)) and rest[after:].startswith(f", {fields['title']}"):
        listed, fields["title"] = more[1], f"{more[2]}, {fields['title']}"
    fields["title"] = _whole(fields["title"], rest, spans, path)
    if note and fields["volume"] and (ends := _BRACKETED.search(rest)):
        fields["pages"], fields["pinpoint"] = ends[1], ends[2]
    if note and listed:
        fields["title"] = _SORT_OF_NOTE.sub("", fields["title"])
    if note and _FAMILY.fullmatch(listed) and (given := _GIVEN_AFTER.match(fields["title"])):
        listed, fields["title"] = f"{listed}, {given[1]}", fields["title"][given.end() :]
    if not fields["title"] and not any(each.given for each in authors(listed)[0]):
        before_comma, _, last = listed.rpartition(", ")
        if before_comma:
            listed, fields["title"] = before_comma, last
        elif not ruled.symbol and fields["year"] and (fields["container"] or fields["publisher"]):
            listed, fields["title"] = "", listed  # a piece without an author begins with its title
    inverted = not note and not ruled.number and bool(_LISTED.match(rest[after:]))
    people, others = authors(_listed(listed), inverted=inverted)
    kind = model.kind(kind_signs(rest, spans, path, ruled, people))
    if kind in ("web-page", "news", "journal-article") and not fields["container"]:
        fields["container"], fields["publisher"] = fields["publisher"], ""
    if note and fields["pages"] and not fields["pinpoint"] and kind in ("book", "thesis", "report", "working-paper"):
        fields["pages"], fields["pinpoint"] = "", fields["pages"]  # of a whole work a note gives no pages but its own
    if fields["container"] in _NO_SERIES:
        fields["container"] = ""
    return Parts(kind, people, others, fields)


def _whole(title: str, rest: str, spans: list[tuple[int, int]], path: str) -> str:
    """A title with what stands before its colon, where that is no name nor year: "Cities: A History"."""
    start = rest.find(title)
    front = _BEFORE_COLON.search(rest[:start]) if title and start > 0 else None
    if front is None or not front[1].strip() or front[1][0] in "“‘«(":
        return title
    held = {label for (a, b), label in zip(spans, path, strict=True) if a >= front.start(1) and b <= front.end(1)}
    return front[1] + ": " + title if held <= {"t", "l", "o"} and front.start(1) > 0 else title


_BEFORE_COLON = re.compile(r"(?<=[.,] )([A-ZÀ-Þ][^\W\d_]+(?: [^\W\d_]+){1,6}): $")


def about(ruled: Reference) -> str:
    """Which marks were taken out of a string."""
    return "".join(letter for letter, value in (("D", ruled.doi), ("w", ruled.url), ("s", ruled.symbol)) if value)


def _listed(names: str) -> str:
    """A list of authors without what stands for a year, nor the stop that ends it: in "Osei K, Haddad S." no other
    initial has one."""
    names = _NO_YEAR.sub("", names)
    first = names.partition(",")[0]
    bare = names.endswith(".") and "." not in names[:-1] and re.search(r" [A-ZÀ-Þ]{1,3}(?:-[A-Z])?\.?$", first)
    return names[:-1] if bare else names


_BRACKETED = re.compile(r"[,)] (\d+) \((?!(?:1[5-9]|20)\d\d\))(\d{1,4}(?:[-–]\d+)?)\)\.?$")
"""The first page of an article and, in brackets, the one that is pointed to: "81 (2021), 55 (60)"."""
_FAMILY = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]+(?:-[A-ZÀ-Þ][a-zß-ÿ]+)?")
_GIVEN_AFTER = re.compile(
    r"^([A-ZÀ-Þ][a-zß-ÿ]+(?:-[A-ZÀ-Þ][a-zß-ÿ]+)?(?: ?/ ?[A-ZÀ-Þ][^\W\d_]+, [A-ZÀ-Þ][^\W\d_]+)*), (?=\S)"
)
"""A given name that was taken for the beginning of the title: "Bauböck, Rainer, Transnational Citizenship"."""
_SORT_OF_NOTE = re.compile(r"^(?:Student )?(?:Note|Comment|Book Review|Essay|Review Essay), (?=[A-Z])")
"""What an American law review prints between an author and a title."""
_LISTED = re.compile(r"\.?\s*,?\s*(?:\((?:\d{4}|n\.\s?d|s\.\s?f)|\d{4}[a-z]?\b|n\.\s?d|\. \S)|\.\s")
"""What follows a list of authors that begins with a family, in a list of references."""
_LAST_NAMED = re.compile(r"^([^,&]+(?:, [^,&]+)*,? (?:and|&|et|y|und) [^\W\d_][^,.]*), ([^,]+)$")
"""A list in spoken order ends with the name after its "and": what a comma parts from it begins the title."""
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


def kind_signs(
    rest: str, spans: list[tuple[int, int]], path: str, ruled: Reference, people: tuple[Author, ...]
) -> list[str]:
    """What tells the kind of work."""
    house = _sort(_text(rest, spans, path, "u"))
    within = _sort(_text(rest, spans, path, "c"))
    low = rest.lower()
    there = "".join(label for label in "cviplune" if label in path)
    body = bool(people) and not people[0].given
    cues = [name for name, pattern in _CUES.items() if re.search(pattern, low)]
    sorts = {known(word, frozenset()) for word in re.findall(r"[^\W\d_]+", rest)}
    cues += [f"has {name}" for name in ("thesis", "month", "news", "series", "chapter", "web") if name in sorts]
    cues += [name for name, pattern in _WHOLE.items() if re.search(pattern, ruled.text.lower())]
    own = bool(people) and body and _text(rest, spans, path, "u") in (people[0].family, "Author")
    return [
        "1",
        f"h={there}",
        *(f"l={label}" for label in there),
        f"rule={ruled.kind}",
        f"rule={ruled.kind} h={there}",
        f"u={house}",
        f"u={house} h={there}",
        f"u={house} body={body}",
        f"c={within}",
        f"c={within} h={there}",
        f"body={body}",
        f"body={body} h={there}",
        f"own={own} body={body}",
        f"body={body} u={house} c={within}",
        f"body={body} h={there} url={bool(ruled.url)} doi={bool(ruled.doi)}",
        f"url={bool(ruled.url)}",
        f"url={bool(ruled.url)} h={there}",
        *(f"cue={cue}" for cue in cues),
        *(f"cue={cue} rule={ruled.kind}" for cue in cues),
        *(f"cue={cue} h={there}" for cue in cues),
        *(f"cue={cue} body={body} c={within} u={house}" for cue in cues),
        f"quoted={bool(re.search('[“«„‘]', rest))}",
        f"quoted={bool(re.search('[“«„‘]', rest))} h={there}",
    ]


_CUES = {
    "thesis": r"\b(?:thesis|dissertation|diss\.|tesis|thèse|dissertationsschrift|habilitation)",
    "working": r"working paper|discussion paper|occasional paper|documento de trabajo"
    r"|document de travail|\bwp\b|arbeitspapier",
    "series": r"\b(?:report|brief|briefing|informe|rapport|bericht|research series|policy note|study)\b",
    "within": r"[.,”’\"»] ?(?:in|en|dans):? ",
    "editors": r"\b(?:eds?|editors?|hrsg|dirs?|coords?)\b",
    "pages": r"\bpp?\.",
    "day": r"\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:january|february"
    r"|march|april|may|june|july|august|september|october|november|december) \d{1,2}",
    "paper": r"\b(?:guardian|times|post|monde|país|zeitung|reuters|economist|herald|nation|spiegel"
    r"|politico|news|tribune|star)\b",
    "blog": r"\bblog\b|website|\.(?:org|com)\b",
    "meeting": r"\bproc\.|\bproceedings|\bconf(?:\.|erence\b)|\bsymposium|\bworkshop\b|\bcongress\b|\bannu\. meeting",
    "volume": r"\bvol\.|\d\s?\(\d{1,3}\)|\d;\s?\d",
}
_WHOLE = {
    "online": r"\[(?:internet|online)",
    "pdf": r"\.pdf\b",
    "accessed": r"\b(?:accessed|viewed|retrieved|cited|consultado|consulté)\b",
}


def _sort(name: str) -> str:
    """What sort of publisher or container a name speaks of."""
    held = {known(word, frozenset()) for word in re.findall(r"[^\W\d_]+", name)}
    return next((each for each in ("university", "press", "news", "journal", "series", "body") if each in held), "-")


def _field(label: str, rest: str, spans: list[tuple[int, int]], path: str) -> str:
    text, end = _run(rest, spans, path, label)
    return cleaned(label, text, rest[end : end + 12])


def _text(rest: str, spans: list[tuple[int, int]], path: str, label: str) -> str:
    return _run(rest, spans, path, label)[0]


_EDITED = re.compile(r"\b(?:eds?\.|edited by)", re.IGNORECASE)
_AT = re.compile(r",?\s*(?:at|here|hier|ici|esp\.)\s*(?:pp?\.\s*)?")


def _twice(rest: str, spans: list[tuple[int, int]], path: str) -> tuple[str, str]:
    """Pages and pinpoint where both were taken for what a note points to: "88–90, at 90"."""
    runs = [(spans[run.start()][0], spans[run.end() - 1][1]) for run in re.finditer("n+", path)]
    for (first, last), (begin, end) in pairwise(runs):
        if _AT.fullmatch(rest[last:begin]):
            return rest[first:last], rest[begin:end]
    return "", ""


_SHAPES = {
    "y": re.compile(r"\d{4}"),
    "v": re.compile(r"\d|^[IVXLC]+$"),
    "p": re.compile(r"\d|^[ivxlc]+$"),
    "n": re.compile(r"\d|^[ivxlc]+$"),
}
"""What a field of numbers must hold."""


def _run(rest: str, spans: list[tuple[int, int]], path: str, label: str) -> tuple[str, int]:
    """The longest run of a label, of numbers only such as have their shape; and where it ends."""
    runs = [(spans[run.start()][0], spans[run.end() - 1][1]) for run in re.finditer(f"{label}+", path)]
    if shape := _SHAPES.get(label):
        runs = [run for run in runs if shape.search(rest[slice(*run)])]
    if label == "t":
        runs = _rejoined(rest, runs)
    if label == "c" and len(runs) > 1 and _EDITED.search(rest[runs[0][1] : runs[1][0]]):
        runs = runs[:1]  # what follows "ed." are names
    if not runs:
        return "", 0
    first, last = max(runs, key=lambda run: run[1] - run[0])
    return rest[first:last], last


def _rejoined(rest: str, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs of a title with no more than a word in brackets between them: "Forging (New) Lock-ins"."""
    found: list[tuple[int, int]] = []
    for first, last in runs:
        if found and re.fullmatch(
            r"\s*(?:\([^()\s]+\)?|\d{4}(?=\s*\))|\S{1,3}|[‘’“”].{0,20}[‘’“”])?\s*", rest[found[-1][1] : first]
        ):
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found
