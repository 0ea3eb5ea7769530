"""Which caveats does the draft have that were not asked for, and which does it do without?"""

from __future__ import annotations

from hanse.wording.caveats import implied
from hanse.wording.changes import Change
from hanse.wording.flat import flat
from hanse.wording.phrases import Hit
from hanse.wording.view import View, conditional

_FAMILY = {"national circumstances": "national", "national law": "national"}


def caveats(ask: View, draft: View) -> list[Change]:
    """What lets the bearer do less, and the ask did not have, by type."""
    own = {_FAMILY.get(hit.label, hit.label) for hit in [*ask.caveats, *ask.chapeau_caveats]}
    own |= implied(ask.flattened, ask.language)
    if conditional(ask):
        own.add("unless")
    found = []
    for hit in draft.caveats:
        words = draft.text[hit.start : hit.end]
        if (
            _FAMILY.get(hit.label, hit.label) not in own
            and flat(words) not in ask.flattened
            and not _asked(ask, hit, draft)
        ):
            found.append(Change("weakened", "caveat", None, (hit.start, hit.end), f"the caveat “{words}” was added"))
    found += _uncovered(ask, draft)
    for hit in draft.chapeau_caveats:
        words = draft.chapeau[hit.start : hit.end]
        if _FAMILY.get(hit.label, hit.label) not in own and flat(words) not in ask.flattened:
            found.append(Change("weakened", "caveat", None, None, f"the chapeau adds the caveat “{words}”"))
    return found


def _asked(ask: View, hit: Hit[str], draft: View) -> bool:
    """Is the condition what was asked for: "no permit unless cities were heard", "hear cities before permits"?"""
    inside = [term.key in ask.keys for term in draft.content if hit.start < term.start < hit.end]
    return hit.label in ("unless", "condition") and len(inside) > 1 and 2 * sum(inside) >= len(inside)


def _uncovered(ask: View, draft: View) -> list[Change]:
    """The ask's own caveat that the draft does without."""
    kept = {_FAMILY.get(hit.label, hit.label) for hit in [*draft.caveats, *draft.chapeau_caveats]}
    return [
        Change("stronger", "caveat", (hit.start, hit.end), None, f"“{ask.text[hit.start : hit.end]}” is gone")
        for hit in ask.caveats
        if _FAMILY.get(hit.label, hit.label) not in kept
    ]
