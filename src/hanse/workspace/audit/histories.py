"""Do the histories of the records still say what the log saw? Each state is digested anew and compared.

The log holds digests; the states themselves are in the histories. Read together, a state that was changed in the
database is found, and one that was taken out of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.apps import apps

from hanse.workspace.audit.models import Entry
from hanse.workspace.audit.states import digest, form

AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class Compared:
    """How many states were compared, how many cannot be since their model has other columns now, and the first row
    of the log whose states are not as it saw them, with a sentence."""

    states: int
    older: int
    broken: int | None
    sentence: str


def compare(progress: Callable[[int], None] = lambda read: None) -> Compared:
    """Compare all histories with the log, oldest row first."""
    states = older = 0
    rows = Entry.objects.exclude(first_state=None).order_by("number")
    for row in rows.iterator(chunk_size=AT_ONCE):
        history = _history(row.model)
        if history is None or form(history) != row.state.partition(":")[0]:
            older += row.count
            continue
        held = _states(history, row)
        if len(held) != row.count or digest(held) != row.state:
            what = f"{row.model} {row.record}".strip() if row.record else f"{row.count:,} of {row.model}"
            said = "missing from" if len(held) < row.count else "not as it was written, in"
            sentence = f"Row {row.number}: what was {row.get_verb_display()} ({what}) is {said} the history."
            return Compared(states, older, row.number, sentence)
        states += row.count
        progress(states)
    told = f"{states:,} states of records are as they were written"
    return Compared(states, older, None, f"{told}; {older:,} have other columns now." if older else f"{told}.")


def _history(label: str) -> Any:
    """The model of a record's history; None where there is none any more."""
    try:
        model = apps.get_model(label)
    except LookupError:
        return None
    kept = getattr(model._meta, "simple_history_manager_attribute", "")
    return getattr(model, kept).model if kept else None


def _states(history: Any, row: Entry) -> list[Any]:
    """The states of a row. Others may have written between the first and the last of many: theirs have another time."""
    held = list(history.objects.filter(history_id__gte=row.first_state, history_id__lte=row.last_state))
    if len(held) <= 1 or len(held) == row.count:
        return held
    ends = {each.history_date for each in held if each.history_id in (row.first_state, row.last_state)}
    return [each for each in held if each.history_date in ends]
