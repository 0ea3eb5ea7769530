"""What are the fields of a reference string once every word has its label? Their texts, and the kind that they make."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from hanse.citing.reference import Author, Kind, Reference
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
    seen = signs(rest, spans, before, note=note)
    path = "".join(LABELS[each] for each in model.labels(seen))
    fields = {name: _clean(label, _text(rest, spans, path, label)) for label, name in _FIELDS.items()}
    year = re.match(r"(\d{4})([a-z])?", fields["year"])
    fields["year"], fields["suffix"] = (year[1], year[2] or "") if year else ("", "")
    people, others = authors(_listed(_text(rest, spans, path, "a")))
    kind = model.kind(kind_signs(rest, spans, path, ruled, people))
    if kind in ("web-page", "news", "journal-article") and not fields["container"]:
        fields["container"], fields["publisher"] = fields["publisher"], ""
    if fields["container"] in _NO_SERIES:
        fields["container"] = ""
    return Parts(kind, people, others, fields)


def _listed(names: str) -> str:
    """A list of authors without what stands for a year, nor the stop that ends it: in "Osei K, Haddad S." no other
    initial has one."""
    names = _NO_YEAR.sub("", names)
    first = names.partition(",")[0]
    bare = names.endswith(".") and "." not in names[:-1] and re.search(r" [A-ZÀ-Þ]{1,3}(?:-[A-Z])?\.?$", first)
    return names[:-1] if bare else names


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
        f"url={bool(ruled.url)}",
        f"url={bool(ruled.url)} h={there}",
        *(f"cue={cue}" for cue in cues),
        *(f"cue={cue} rule={ruled.kind}" for cue in cues),
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
}


def _sort(name: str) -> str:
    """What sort of publisher or container a name speaks of."""
    held = {known(word, frozenset()) for word in re.findall(r"[^\W\d_]+", name)}
    return next((each for each in ("university", "press", "news", "journal", "series", "body") if each in held), "-")


def _text(rest: str, spans: list[tuple[int, int]], path: str, label: str) -> str:
    """The longest run of a label."""
    runs = [match.span() for match in re.finditer(f"{label}+", path)]
    if not runs:
        return ""
    first, last = max(runs, key=lambda run: spans[run[1] - 1][1] - spans[run[0]][0])
    return rest[spans[first][0] : spans[last - 1][1]]


def _unquoted(text: str) -> str:
    """Without the marks around the whole of it, or the one that is left of a pair; those within stay."""
    for opened, closed in ("“”", "«»", "„“", "‘’", '""', "''"):
        inner = text.rstrip(",.; ")
        begins, ends = text.startswith(opened), inner.endswith(closed)
        if begins and ends and (opened == closed or inner.count(opened) == 1):
            return inner[1:-1].strip(" ,.;")
        if ends and not begins and (opened == closed or inner.count(closed) > inner.count(opened)):
            return inner[:-1].strip(" ,;")
        if begins and opened != closed and text.count(opened) > text.count(closed):
            return text[1:].strip()
    return text


def _clean(label: str, text: str) -> str:
    text = text.strip().strip(",;:").strip()
    if label == "t":
        return _unquoted(text).rstrip(",;:").rstrip(".").strip()
    if label in "pn":
        return re.sub(r"\s*[-–—−]\s*", "–", text.rstrip("."))
    if label in "cl" and text.endswith(".") and "." not in text[:-1]:
        text = text[:-1]
    if label == "c":
        return text.strip('“”«»" ')
    return text.rstrip(".") if label == "u" and not re.search(r"\b[A-Z]\.$|\b(?:Inc|Ltd|Co)\.$", text) else text
