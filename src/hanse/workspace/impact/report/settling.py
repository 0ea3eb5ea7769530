"""What of a report may still be shown? All of it, but for what was taken out or closed since: its place says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, cast

from django.utils.translation import gettext as _

from hanse.reports.impact import Annex, Counter, ImpactSheet, Item, Story, impact_sheet
from hanse.saying import colon
from hanse.workspace.addresses import ours, whole
from hanse.workspace.impact.models import Report, Snapshot
from hanse.workspace.impact.report.composing import claims
from hanse.workspace.impact.report.evidence import annexes
from hanse.workspace.impact.report.stories import again
from hanse.workspace.impact.snapshots import PUBLIC
from hanse.workspace.languages import speaking


def settled(report: Report) -> ImpactSheet:
    """A report as it was made, without what the public may not see any more; to everybody the same.

    Nothing is added that came since, and no number changes. What is gone leaves its place, and a note.
    """
    frozen = impact_sheet(report.sheet)
    with speaking(report.language):
        held = list(Snapshot.objects.visible_to(PUBLIC).filter(reports=report).select_related("indicator"))
        by_digest = {each.digest: each for each in held}
        closed = {each.name for each in frozen.counters if each.digest not in by_digest}
        shown = replace(
            frozen,
            counters=tuple(_counter(each, by_digest.get(each.digest), report.prepared_by) for each in frozen.counters),
            charts=tuple(each for each in frozen.charts if each.title.rpartition(colon())[0] not in closed),
            stories=tuple(map(_story, frozen.stories, again(frozen.stories, held))),
            annexes=_annexes(frozen.annexes, annexes(held), closed),
        )
    address = shown.address if ours() else ""
    return cast("ImpactSheet", _addressed(replace(shown, address=address)))


def _addressed(part: Any) -> Any:
    """The same with whole addresses, under which it can be opened from a file; paths where ours is not known."""
    if isinstance(part, tuple):
        return tuple(map(_addressed, part))
    if isinstance(part, str):
        return whole(part) if part.startswith("/") else part
    if not is_dataclass(part):
        return part
    held = {field.name: getattr(part, field.name) for field in fields(part)}
    return replace(
        part,  # type: ignore[type-var]
        **{
            name: _addressed(value)
            for name, value in held.items()
            if name in ("href", "address") or not isinstance(value, str)
        },
    )


def _counter(frozen: Counter, snapshot: Snapshot | None, claimant: str) -> Counter:
    if snapshot is None:
        note = _("This indicator is not public any more.")
        return Counter("—", None, "", frozen.as_of, version=frozen.version, digest=frozen.digest, note=note)
    now = {(each.words, each.source) for each in claims(snapshot, claimant)} if frozen.published else set()
    kept = tuple(each for each in frozen.published if (each.words, each.source) in now)
    return replace(frozen, published=kept, note=frozen.note if kept == frozen.published else _gone())


def _gone() -> str:
    return _("Something that stood here was taken out since, or is not public any more.")


def _story(frozen: Story, now: Story | None) -> Story:
    if now is None:
        note = _("This story was taken out since, or is not public any more.")
        return Story("—", "", "", replace(frozen.asked, words="—", where="", href=""), (), note=note)
    told = {each.passage.words for each in now.steps if each.passage}
    why = {each.why for each in now.steps}
    steps = tuple(
        replace(
            each,
            passage=each.passage if each.passage and each.passage.words in told else None,
            why=each.why if each.why in why else "",
            judged=each.judged if each.judged in {one.judged for one in now.steps} else "",
        )
        for each in frozen.steps
        if each.draft in {one.draft for one in now.steps}
    )
    actor = frozen.actor if frozen.actor == now.actor else now.actor
    return replace(frozen, steps=steps, actor=actor, note=frozen.note if steps == frozen.steps else _gone())


def _annexes(frozen: Sequence[Annex], now: Sequence[Annex], closed: set[str]) -> tuple[Annex, ...]:
    items = {leaf: item for annex in now for item in annex.items for leaf in item.digest.split()}
    return tuple(
        replace(
            annex,
            title="—" if annex.title in closed else annex.title,
            items=tuple(_item(each, _found(each, items)) for each in annex.items),
        )
        for annex in frozen
    )


def _found(item: Item, now: dict[str, Item]) -> Item | None:
    return next((now[leaf] for leaf in item.digest.split() if leaf in now), None)


def _item(frozen: Item, now: Item | None) -> Item:
    """What was frozen of it and is still there."""
    if now is None:
        note = _("Taken out since, or not public any more. It stays counted.")
        return Item(frozen.number, "", claim=False, digest=frozen.digest, note=note)
    kept = replace(
        frozen,
        title=now.title,
        kind=now.kind,
        group=frozen.group and now.group,
        claimants=_both(frozen.claimants, now.claimants),
        asked=_both(frozen.asked, now.asked, _words),
        passages=_both(frozen.passages, now.passages, _words),
        confirmed=_both(frozen.confirmed, now.confirmed, _said),
        replies=_both(frozen.replies, now.replies, _said),
        rivals=_both(frozen.rivals, now.rivals),
    )
    return replace(kept, note=now.note if kept == frozen else " ".join(filter(None, (_gone(), now.note))))


def _both(frozen: Sequence[Any], now: Sequence[Any], by: Any = lambda each: each) -> tuple[Any, ...]:
    there = {by(each) for each in now}
    return tuple(each for each in frozen if by(each) in there)


def _words(quote: Any) -> str:
    return str(quote.words)


def _said(voice: Any) -> tuple[str, str, str]:
    return voice.who, voice.words, voice.says
