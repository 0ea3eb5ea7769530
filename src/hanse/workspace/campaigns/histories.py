"""Who changed what in a campaign, and when? Asks, texts, verdicts, positions, dates, in one list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import Any

from hanse.workspace.accounts.rights import Eyes, Right, eyes, may, sees
from hanse.workspace.campaigns.audience import audience, up_to
from hanse.workspace.campaigns.models import AskRecord, Campaign, CampaignDocument, Deadline, Position, Review

QUIET = {"order", "start", "end", "passage", "judged", "audience", "machine", "campaign", "changed", "name", "path"}
"""Fields that say nothing to a person."""
MANY = 5
"""So many asks at once are counted, not listed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One change: who, when, ``did`` what to which ``things``; each changed field with what was there, and is now."""

    who: str
    when: datetime
    did: str
    things: tuple[str, ...]
    fields: tuple[tuple[str, str, str], ...] = ()

    @property
    def what(self) -> str:
        asks = [each for each in self.things if each.startswith("ask ")]
        if len(asks) < MANY:
            return f"{self.did} {', '.join(self.things)}"
        others = [each for each in self.things if not each.startswith("ask ")]
        return f"{self.did} {', '.join([*others, f'{len(asks)} asks ({asks[0][4:]} to {asks[-1][4:]})'])}"

    def with_(self, other: Entry) -> Entry | None:
        """Both as one, where somebody did the same to several things within a minute; else None."""
        alike = (self.who, self.did) == (other.who, other.did) and not (self.fields or other.fields)
        near = abs((self.when - other.when).total_seconds()) < 60
        return replace(self, things=(*other.things, *self.things)) if alike and near else None


def history(campaign: Campaign, user: Any) -> list[Entry]:
    """All changes that a user may know of, newest first."""
    level = audience(campaign, user)
    texts = {each.pk: each for each in campaign.texts.select_related("document")}
    asks = {each.pk: each for each in campaign.asks.select_related("source__document")}
    seen = {key for key, each in texts.items() if _in_sight(each, user)}
    eyes_of = eyes(user)
    known = {key for key, each in asks.items() if _known(each, eyes_of)}
    entries = [
        *_told(Campaign.history.filter(id=campaign.pk, handling__in=sees(user)), lambda e: "the campaign"),
        *_told(_of(CampaignDocument, campaign, id__in=seen), lambda e: f"“{texts[e.id].document.title}”"),
        *_told(_asks(campaign, known, user), lambda e: f"ask {e.name}"),
        *_told(_of(Deadline, campaign), lambda e: f"“{e.what}”"),
        *_verdicts(campaign, level, asks, texts, known, seen),
    ]
    if may(user, Right.CAMPAIGN):
        entries += _told(_of(Position, campaign), lambda e: f"the position of {e.delegation} on {asks[e.ask_id].name}")
    told: list[Entry] = []
    for entry in sorted(entries, key=lambda each: each.when, reverse=True):
        both = told[-1].with_(entry) if told else None
        told[-1:] = [both] if both else [*told[-1:], entry]
    return told


def _in_sight(text: CampaignDocument, user: Any) -> bool:
    """Removed documents are known to those who may bring them back."""
    return eyes(user).see(text.document) and (text.document.removed is None or may(user, Right.EDIT))


def _known(ask: AskRecord, eyes_of: Eyes) -> bool:
    return eyes_of.see(ask) and (ask.source is None or eyes_of.see(ask.source.document))


def _of(model: Any, campaign: Campaign, **more: Any) -> Any:
    return model.history.filter(campaign=campaign, **more).select_related("history_user")


def _asks(campaign: Campaign, known: set[str], user: Any) -> list[Any]:
    """Changes of asks, but none from a time when the ask was above what the user sees."""
    entries = _of(AskRecord, campaign, id__in=known).order_by("id", "-history_date", "-history_id")
    return [each for each in entries if each.handling in sees(user)]


def _told(entries: Any, called: Any) -> list[Entry]:
    told = []
    for _, group in groupby(sorted(entries, key=lambda e: (e.id, e.history_id)), key=lambda e: e.id):
        before = None
        for entry in group:
            fields = _fields(entry, before) if before is not None and entry.history_type == "~" else ()
            if entry.history_type != "~" or fields or before is None:
                told.append(Entry(_who(entry), entry.history_date, _did(entry, fields), (called(entry),), fields))
            before = entry
    return told


def _fields(entry: Any, before: Any) -> tuple[tuple[str, str, str], ...]:
    held = {field.name for field in entry.instance_type._meta.get_fields()}
    delta = entry.diff_against(before, excluded_fields=(QUIET & held) | ({"source", "parent"} & held))
    return tuple((each.field.replace("_", " "), _shown(each.old), _shown(each.new)) for each in delta.changes)


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if value not in (None, "") else "nothing"


def _did(entry: Any, fields: tuple[tuple[str, str, str], ...]) -> str:
    changed = {name: new for name, _, new in fields}
    if changed.get("taken out"):
        return "took out" if changed["taken out"] == "yes" else "brought back"
    if changed.get("discarded"):
        return "discarded" if changed["discarded"] == "yes" else "brought back"
    if set(changed) == {"proposed"}:
        return "accepted"
    return {"+": "added", "-": "took away"}.get(entry.history_type, "changed")


def _who(entry: Any) -> str:
    return str(entry.history_user) if entry.history_user else "the workspace"


def _verdicts(
    campaign: Campaign, level: str, asks: dict[str, Any], texts: dict[str, Any], known: set[str], seen: set[str]
) -> list[Entry]:
    """Verdicts given with no more in sight than this user has, or where the finding is the same without it."""
    same = {
        (ask, draft, judged, outcome)
        for ask, draft, judged, outcome in campaign.findings.filter(audience=level).values_list(
            "ask_id", "draft_id", "judged", "outcome"
        )
    }
    told = []
    for each in _of(Review, campaign, ask__in=known, draft__in=seen).select_related("reviewer"):
        open_to_all = each.audience in up_to(level)
        if not open_to_all and (each.ask_id, each.draft_id, each.judged, each.machine) not in same:
            continue
        verb = "confirmed" if each.verdict == "confirm" else "overrode"
        where = f"{asks[each.ask_id].name} in “{texts[each.draft_id].document.title}”"
        note = (("note", "", each.note),) if each.note and open_to_all else ()
        what = f"{where}: {each.outcome}" + (f", not {each.machine}" if verb == "overrode" else "")
        told.append(Entry(str(each.reviewer), each.history_date, verb, (what,), note))
    return told
