"""What is there to see in a change: which words came and went, what do they do in a rule, and to whom?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from hanse.wording.direction_edits import Edits, Run, Word
from hanse.wording.direction_norms import PARTIES, Mark, marks, standing


def open_features(edits: Edits, language: str) -> dict[str, float]:
    """The open-ended features of a change, each above 0 and at most 1:

    - ``inserted: consent``, ``struck: prior consent``: words, and pairs of neighbours, that came and went: 1;
    - ``kept: controller``: words that stand in both texts: 1;
    - ``inserted class: exemption``, ``struck class: duty``: words of a class of the lexicon "norms", n / (n + 1);
    - ``inserted class: duty of obliged``: the same by the party named last before them in their sentence
      (``protected``, ``obliged``, ``authority``, ``nobody``).
    """
    found = {f"kept: {word}": 1.0 for word in sorted(edits.kept)}
    for act, text, runs in (("struck", edits.old, edits.struck), ("inserted", edits.new, edits.inserted)):
        found |= {f"{act}: {words}": 1.0 for words in _words(text, runs)}
        counts = Counter(_classes(text, runs, marks(text, language)))
        found |= {f"{act} class: {kind}": count / (1 + count) for kind, count in counts.items()}
    return found


def _words(text: Sequence[Word], runs: Sequence[Run]) -> Iterator[str]:
    for first, end in runs:
        for place in range(first, end):
            yield text[place].text
            if place + 1 < end:
                yield f"{text[place].text} {text[place + 1].text}"


def _classes(text: Sequence[Word], runs: Sequence[Run], known: Sequence[Mark]) -> Iterator[str]:
    bearers = standing(text, known, PARTIES)
    changed = {place for first, end in runs for place in range(first, end)}
    for mark in known:
        if mark.first in changed:
            yield mark.kind
            yield f"{mark.kind} of {bearers[mark.first] or 'nobody'}"
