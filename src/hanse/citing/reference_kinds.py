"""What tells the kind of a work? Signs of the whole string, for `hanse.citing.reference_labels.Labelling.kind`."""

from __future__ import annotations

import re

from hanse.citing.reference import Author, Reference
from hanse.citing.reference_runs import Labelled
from hanse.citing.reference_tokens import is_house, known


def kind_signs(of: Labelled, ruled: Reference, people: tuple[Author, ...]) -> list[str]:
    """What tells the kind of work: its parts and their order, its house, its author, and words such as "thesis"."""
    rest, printed = of.rest, of.text("u")
    house = sort_of(printed)
    within = sort_of(of.text("c"))
    low = rest.lower()
    there = "".join(label for label in "cviplune" if label in of.path)
    body = bool(people) and not people[0].given
    cues = [name for name, pattern in _CUES.items() if re.search(pattern, low)]
    sorts = {known(word, frozenset()) for word in _words(rest)}
    cues += [f"has {name}" for name in ("thesis", "month", "news", "series", "chapter", "web") if name in sorts]
    cues += [name for name, pattern in _WHOLE.items() if re.search(pattern, ruled.text.lower())]
    own = bool(people) and body and _same_body(people[0].family, printed)
    author = sort_of(people[0].family) if body else "-"
    press = bool(printed) and is_house(printed)
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
        f"author={author} body={body} own={own}",
        f"author={author} h={there}",
        f"press={press} body={body} own={own}",
        f"press={press} body={body} h={there} url={bool(ruled.url)}",
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
    "thesis": r"\b(?:thesis|dissertation|diss\.|tesis|thèse|dissertationsschrift|habilitation|dissertação"
    r"|tesi di|tese de|mémoire de|ph\.?d\b|doctorat\b|mestrado)",
    "working": r"working paper|discussion paper|occasional paper|documento de trabajo"
    r"|document de travail|\bwp\b|arbeitspapier",
    "series": r"\b(?:report|brief|briefing|informe|rapport|bericht|research series|policy note|study)\b",
    "within": r"[.,”’\"»] ?(?:in|en|dans):? |\bchap(?:ter|\.)? \d+ (?:in|of) ",
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


def _same_body(author: str, publisher: str) -> bool:
    """Whether a body published its own work, under its name or its initials: "IOM"."""
    if not publisher or publisher == "Author":
        return bool(publisher)
    letters = "".join(re.findall(r"\b[A-ZÀ-Þ]", author))
    return publisher in author or author in publisher or (len(publisher) > 1 and publisher in letters)


def _words(text: str) -> list[str]:
    """The words of a text, those with a hyphen whole and in their parts: "Ouest-France"."""
    return re.findall(r"[^\W\d_]+", text) + re.findall(r"[^\W\d_]+-[^\W\d_]+", text)


def sort_of(name: str) -> str:
    """What sort of publisher or container a name speaks of."""
    held = {known(word, frozenset()) for word in _words(name)}
    return next((each for each in ("university", "press", "news", "journal", "series", "body") if each in held), "-")
