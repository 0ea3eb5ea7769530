"""Who changed what in a campaign, and when? Asks, texts, verdicts, positions, dates, in one list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext, pgettext_lazy

from hanse.reports import phrases
from hanse.workspace.accounts.rights import Eyes, Right, eyes, may, sees
from hanse.workspace.campaigns.audience import audience, up_to
from hanse.workspace.campaigns.models import AskRecord, Campaign, CampaignDocument, Deadline, Position, Review
from hanse.workspace.languages import day, listed

QUIET = {"order", "start", "end", "passage", "judged", "audience", "machine", "campaign", "changed", "name", "path"}
"""Fields that say nothing to a person."""
MANY = 5
"""So many asks at once are counted, not listed."""
DID = {
    "added": gettext_lazy("added %(things)s"),
    "changed": gettext_lazy("changed %(things)s"),
    "took away": gettext_lazy("took away %(things)s"),
    "took out": gettext_lazy("took out %(things)s"),
    "brought back": gettext_lazy("brought back %(things)s"),
    "discarded": gettext_lazy("discarded %(things)s"),
    "accepted": gettext_lazy("accepted %(things)s"),
    "confirmed": gettext_lazy("confirmed %(things)s"),
    "overrode": gettext_lazy("overrode %(things)s"),
}
FIELDS = {
    "actor": gettext_lazy("actor"),
    "by": pgettext_lazy("column", "by"),
    "date": gettext_lazy("date"),
    "delegation": gettext_lazy("delegation"),
    "discarded": pgettext_lazy("column", "discarded"),
    "document": gettext_lazy("document"),
    "end": pgettext_lazy("column", "end"),
    "fictional": pgettext_lazy("column", "fictional"),
    "forum": gettext_lazy("forum"),
    "handling": gettext_lazy("handling"),
    "kind": gettext_lazy("kind"),
    "note": pgettext_lazy("column", "note"),
    "owner": gettext_lazy("owner"),
    "paragraph": gettext_lazy("paragraph"),
    "proposed": pgettext_lazy("column", "proposed"),
    "role": pgettext_lazy("column", "role"),
    "stance": gettext_lazy("stance"),
    "taken_out": pgettext_lazy("column", "taken out"),
    "text": gettext_lazy("text"),
    "theme": gettext_lazy("theme"),
    "title": gettext_lazy("title"),
    "what": pgettext_lazy("column", "what"),
    "when": pgettext_lazy("column", "when"),
}
"""What the fields are called whose changes are told."""

Change = tuple[str, Any, Any]
"""A field's name, what it held, and what it holds."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What was changed, in words; ``ask`` is the name of an ask, where it is one."""

    words: str
    ask: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One change: who, when, ``did`` what (of `DID`) to which ``things``; each changed field with what was there, and
    is now."""

    who: str
    when: datetime
    did: str
    things: tuple[Thing, ...]
    fields: tuple[tuple[str, str, str], ...] = ()

    @property
    def what(self) -> str:
        asks = [each.ask for each in self.things if each.ask]
        named = [each.words for each in self.things if not each.ask or len(asks) < MANY]
        if len(asks) >= MANY:
            many = ngettext(
                "%(number)s ask (%(first)s to %(last)s)", "%(number)s asks (%(first)s to %(last)s)", len(asks)
            )
            named.append(many % {"number": len(asks), "first": asks[0], "last": asks[-1]})
        return str(DID[self.did]) % {"things": listed(named)}

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
        *_told(Campaign.history.filter(id=campaign.pk, handling__in=sees(user)), lambda e: Thing(_("the campaign"))),
        *_told(
            _of(CampaignDocument, campaign, id__in=seen),
            lambda e: Thing(_("“%(title)s”") % {"title": texts[e.id].document.title}),
        ),
        *_told(_asks(campaign, known, user), lambda e: Thing(_("ask %(name)s") % {"name": e.name}, e.name)),
        *_told(_of(Deadline, campaign), lambda e: Thing(_("“%(title)s”") % {"title": e.what})),
        *_verdicts(campaign, level, asks, texts, known, seen),
    ]
    if may(user, Right.CAMPAIGN):
        entries += _told(_of(Position, campaign), lambda e: _position(e, asks))
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


def _position(entry: Any, asks: dict[str, AskRecord]) -> Thing:
    said = {"delegation": entry.delegation, "ask": asks[entry.ask_id].name}
    return Thing(_("the position of %(delegation)s on %(ask)s") % said)


def _told(entries: Any, called: Any) -> list[Entry]:
    told = []
    for _pk, group in groupby(sorted(entries, key=lambda e: (e.id, e.history_id)), key=lambda e: e.id):
        before = None
        for entry in group:
            changed = _changed(entry, before) if before is not None and entry.history_type == "~" else ()
            if entry.history_type != "~" or changed or before is None:
                fields = tuple(_field(entry, each) for each in changed)
                told.append(Entry(_who(entry), entry.history_date, _did(entry, changed), (called(entry),), fields))
            before = entry
    return told


def _changed(entry: Any, before: Any) -> tuple[Change, ...]:
    held = {field.name for field in entry.instance_type._meta.get_fields()}
    delta = entry.diff_against(before, excluded_fields=(QUIET & held) | ({"source", "parent"} & held))
    return tuple((each.field, each.old, each.new) for each in delta.changes)


def _field(entry: Any, change: Change) -> tuple[str, str, str]:
    """A change in words."""
    name, old, new = change
    field = entry.instance_type._meta.get_field(name)
    return str(FIELDS.get(name, field.verbose_name)), _shown(field, old), _shown(field, new)


def _shown(field: Any, value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if value in (None, ""):
        return pgettext("a field holds", "nothing")
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "DATETIME_FORMAT")
    if field.name == "date":
        return day(value)
    if field.model is AskRecord and field.name == "kind":
        return phrases.KIND[value]
    return str(dict(field.flatchoices).get(value, value)).lower() if field.choices else str(value)


def _did(entry: Any, changed: tuple[Change, ...]) -> str:
    now = {name: new for name, _old, new in changed}
    if "taken_out" in now:
        return "took out" if now["taken_out"] else "brought back"
    if "discarded" in now:
        return "discarded" if now["discarded"] else "brought back"
    if set(now) == {"proposed"}:
        return "accepted"
    return {"+": "added", "-": "took away"}.get(entry.history_type, "changed")


def _who(entry: Any) -> str:
    return str(entry.history_user) if entry.history_user else _("the workspace")


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
        note = ((str(FIELDS["note"]), "", each.note),) if each.note and open_to_all else ()
        said = {
            "ask": asks[each.ask_id].name,
            "draft": texts[each.draft_id].document.title,
            "outcome": phrases.called(each.outcome),
            "machine": phrases.called(each.machine),
        }
        if verb == "overrode":
            what = _("%(ask)s in “%(draft)s”: %(outcome)s, not %(machine)s") % said
        else:
            what = _("%(ask)s in “%(draft)s”: %(outcome)s") % said
        told.append(Entry(str(each.reviewer), each.history_date, verb, (Thing(what),), note))
    return told
