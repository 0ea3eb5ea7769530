"""What does an item say when it is read on from a chapeau that forbids or lets off?"""

from __future__ import annotations

from dataclasses import replace

from hanse.text.document import Span
from hanse.wording.changes import Change
from hanse.wording.flat import WORD
from hanse.wording.polarity import negators
from hanse.wording.view import View, whole


def denying(view: View) -> bool:
    """Does the chapeau deny what stands below it ("shall be forbidden:", "shall not be required:")?"""
    if not view.chapeau:
        return False
    above = whole(view.chapeau, None, view.language)
    if above.force.negated:
        return True
    if not above.force.modal_span:
        return any(not each.verb or view.language != "en" for each in negators(above))
    start, end = above.force.modal_span
    verbs = [each for each in negators(above) if each.verb and each.start >= start]
    return any(set(WORD.findall(above.flattened, end, max(end, verb.start))) <= _BETWEEN for verb in verbs)


_BETWEEN = frozenset(["be", "also", "hereby", "henceforth", "etre", "ser", "s", "se"])
"""What may stand between a directive word and a verb that denies."""


def read_on(view: View) -> View:
    """The item as the end of its chapeau's sentence; as it is, where it has a directive word of its own."""
    if not view.chapeau or view.force.modal_span:
        return view
    return whole(f"{_stem(view)} {view.text[slice(*view.region)]}", None, view.language)


def _stem(view: View) -> str:
    return view.chapeau.rstrip(" :;,.–—-")


def put_back(change: Change, ask: View, draft: View) -> Change:
    """The change with its spans in the items, none where the word stands in the chapeau."""
    return replace(change, kind="chapeau", asked=_moved(change.asked, ask), drafted=_moved(change.drafted, draft))


def _moved(span: Span | None, view: View) -> Span | None:
    if span is None or not view.chapeau or view.force.modal_span:
        return span
    by = view.region[0] - len(_stem(view)) - 1
    return (span[0] + by, span[1] + by) if span[0] + by >= view.region[0] else None
