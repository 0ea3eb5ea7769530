"""Which items of the ask's list are missing from the draft?"""

from __future__ import annotations

import re

from hanse.wording.changes import Change
from hanse.wording.shrunk import hits
from hanse.wording.terms import Term
from hanse.wording.view import View

_AND = r"(?:and|or|et|ou|y|e|o|u|as well as|ainsi que|asi como)"
_SPLIT = re.compile(rf"\s*,\s*(?:{_AND}\s+)?|\s+{_AND}\s+|/")


def elements(ask: View, draft: View) -> list[Change]:
    """Items of the ask's list that the draft has not, where it has others of the same list."""
    found: list[Change] = []
    for items in _lists(ask):
        missing = [item for item in items if not _present(item, ask, draft)]
        if not missing or len(missing) == len(items) or _generalised(ask, draft):
            continue
        names = " and ".join(f"“{ask.text[item[0].start : item[-1].end]}”" for item in missing[:3])
        span = (missing[0][0].start, missing[0][-1].end)
        verb = "is" if len(missing) == 1 else "are"
        found.append(Change("partly", "element", span, None, f"{names} {verb} missing"))
    return found[:1]


def _lists(view: View) -> list[list[list[Term]]]:
    """Enumerations: for each the items, for each item its deciding terms."""
    found: list[list[list[Term]]] = []
    start, end = view.region
    for clause in re.finditer(r"[^;:.()]+", view.flattened[start:end]):
        base = start + clause.start()
        pieces, at = [], 0
        for gap in _SPLIT.finditer(clause.group()):
            pieces.append((base + at, base + gap.start()))
            at = gap.end()
        pieces.append((base + at, base + len(clause.group())))
        if len(pieces) > 1:
            found += _runs(view, pieces)
    return found


def _runs(view: View, pieces: list[tuple[int, int]]) -> list[list[list[Term]]]:
    inside = [[t for t in view.content if a <= t.start < b and t.start not in view.caveat_terms] for a, b in pieces]
    words = [len(view.flattened[a:b].split()) for a, b in pieces]
    runs: list[list[list[Term]]] = []
    place = 0
    while place < len(pieces) - 1:
        last = place + 1
        while last < len(pieces) - 1 and words[last] <= 4 and inside[last]:
            last += 1
        items = [inside[place][-1:], *(inside[at] for at in range(place + 1, last)), inside[last][:1]]
        items = [item for item in items if item and not _named(view, item[0])]
        if len(items) > 1 and (len(items) > 2 or _likes(items)):
            runs.append(items)
        place = last
    return runs


def _likes(items: list[list[Term]]) -> bool:
    """Two items are a list where both are known words of the field, of different classes."""
    return all(item[0].classed for item in items) and items[0][0].key != items[1][0].key


def _present(item: list[Term], ask: View, draft: View) -> bool:
    keys = draft.everywhere
    return any(
        term.key in keys or _kin(term.word, keys, draft.flattened) or _compound(ask, term) in _joined(draft.flattened)
        for term in item
    ) or _abbreviated(item, draft)


def _joined(flattened: str) -> str:
    return flattened.replace("-", "")


def _compound(view: View, term: Term) -> str:
    """The whole hyphenated word of which the term is a part, written together."""
    start, end = term.start, term.end
    while start > 0 and (view.flattened[start - 1].isalnum() or view.flattened[start - 1] == "-"):
        start -= 1
    while end < len(view.flattened) and (view.flattened[end].isalnum() or view.flattened[end] == "-"):
        end += 1
    word = view.flattened[start:end]
    return _joined(word) if "-" in word else "\0"


def _abbreviated(item: list[Term], draft: View) -> bool:
    """Does an acronym of the draft stand for the item ("HR" for human rights)?"""
    initials = "".join(word[0] for term in item for word in term.word.split())
    return len(initials) > 1 and initials.upper() in re.findall(r"\b[A-Z]{2,}\b", draft.text)


def _kin(word: str, keys: frozenset[str], flattened: str) -> bool:
    """Words of one root (account, accountability), and words written together (multi-lingual, multilingual)."""
    if len(word) < 5:
        return False
    return any(each[:5] == word[:5] for each in keys if len(each) > 4) or word in flattened.replace("-", "")


def _named(view: View, term: Term) -> bool:
    """A proper name, which the draft may abbreviate or spell out."""
    return not term.classed and view.text[term.start].isupper() and term.start > view.region[0] + 3


def _generalised(ask: View, draft: View) -> bool:
    """ "... and other services" stands for what was listed."""
    return bool(hits(draft, "other")) and not hits(ask, "other")
