"""In which order do the drafts stand? By date, then by name; a parent before its branches."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import PurePosixPath

from hanse.text.document import Document
from hanse.tracing.campaign.files import CampaignFile, natural
from hanse.tracing.campaign.settings import DocumentSettings
from hanse.tracing.dates import overlap


@dataclass(frozen=True)
class Entry:
    """A file of the campaign with all that is known of it before it is read."""

    file: CampaignFile
    said: DocumentSettings
    name: str
    """The file's name without date and suffix."""
    date: str | None
    id: str

    @property
    def title(self) -> str:
        return self.said.title or self.name


def in_order(entries: Iterable[Entry]) -> tuple[list[Entry], list[str]]:
    """Dated drafts in their order, with a warning for every two that may be of the same day and are no branches."""
    ordered = sorted(entries, key=lambda entry: (entry.date or "", natural(entry.file.name), entry.file.path))
    warnings = [
        f"{after.file.path}: has the same date as {before.file.path} and was put after it by its name."
        for before, after in pairwise(ordered)
        if overlap(before.date or "", after.date or "") and not (before.said.parent or after.said.parent)
    ]
    return ordered, warnings


def with_parents(
    drafts: tuple[Document, ...], entries: Iterable[Entry], is_withheld: Callable[[str], bool]
) -> tuple[tuple[Document, ...], list[str]]:
    """The drafts with their parents' ids, every parent before its children, and what is wrong with the parents.

    A parent for which ``is_withheld`` is passed over in silence.
    """
    names = {entry.id: entry for entry in entries}
    parents: dict[str, str] = {}
    warnings = []
    for draft in drafts:
        wanted = names[draft.id].said.parent
        if not wanted:
            continue
        parent = _meant(wanted, [names[each.id] for each in drafts if each.id != draft.id])
        if parent is not None:
            parents[draft.id] = parent
        elif not is_withheld(wanted):
            warnings.append(f"{names[draft.id].file.path}: its parent “{wanted}” is not among the drafts.")
    order: list[Document] = []
    waiting = list(drafts)
    while waiting:
        known = {"", *(draft.id for draft in order)}
        ready = next((each for each in waiting if parents.get(each.id, "") in known), None)
        if ready is None:
            warnings.append(f"{names[waiting[0].id].file.path}: is its own ancestor; its parent was ignored.")
            parents.pop(waiting[0].id)
            continue
        waiting.remove(ready)
        order.append(replace(ready, parent=parents.get(ready.id)))
    return tuple(order), warnings


def _meant(wanted: str, entries: Iterable[Entry]) -> str | None:
    """The id of the draft that ``wanted`` names by path, name, name without suffix, id or title."""
    wanted = wanted.casefold()
    for entry in entries:
        name = PurePosixPath(entry.file.name)
        names = (entry.file.path, entry.file.name, name.stem, entry.id, entry.title, entry.name)
        if wanted in (each.casefold() for each in names):
            return entry.id
    return None
