"""What happens between filing and the public page? Returned, accepted, looked through for what exposes, published."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from hanse.errors import RefusedChange
from hanse.workspace.accounts.rights import Handling
from hanse.workspace.pledges import letters, sensitive
from hanse.workspace.pledges.asking import name_of, questions
from hanse.workspace.pledges.models import Override, Pledge, State
from hanse.workspace.registry.models import Actor, ActorKind, Tier

CORE_LABELS = {
    "title": gettext_lazy("Title"),
    "description": gettext_lazy("Description"),
    "partners": gettext_lazy("Partners"),
}
CATEGORY = {
    "address": gettext_lazy("an address"),
    "coordinates": gettext_lazy("coordinates"),
    "person": gettext_lazy("a person’s name"),
    "contact": gettext_lazy("contact data"),
    "few": gettext_lazy("a count under 10"),
    "district": gettext_lazy("a place below the municipality"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """Something flagged in a field of a pledge; ``reason`` is why it may stay, where somebody said so."""

    kind: str
    field: str
    label: str
    words: str
    before: str
    after: str
    reason: str = ""
    by: Any = None

    @property
    def key(self) -> tuple[str, str, str]:
        return (self.kind, self.field, self.words)

    @property
    def what(self) -> Any:
        return CATEGORY[self.kind]


def found(pledge: Pledge) -> list[Found]:
    """All that is flagged in what would be public of a pledge, with what was decided of it."""
    decided = {(each.kind, each.field, each.words): each for each in pledge.overrides.select_related("by")}
    seen: dict[tuple[str, str, str], Found] = {}
    people = known_people()
    for field, label, text in public_texts(pledge):
        for each in sensitive.flags(text, people=people):
            words = each.words[:300]
            key = (each.kind, field, words)
            known = decided.get(key)
            around = text[max(0, each.start - 50) : each.start], text[each.end : each.end + 50]
            seen.setdefault(
                key,
                Found(
                    each.kind,
                    field,
                    label,
                    words,
                    *around,
                    known.reason if known else "",
                    known.by if known else None,
                ),
            )
    return list(seen.values()) + _districts(pledge, decided)


def open_flags(pledge: Pledge) -> list[str]:
    """What is flagged and nobody has decided: as words for a sentence."""
    return [f"{each.what} ({_quoted(each.words)})" for each in found(pledge) if not each.reason]


def flagged(texts: Iterable[str]) -> list[str]:
    """What is flagged in some texts, as words for a sentence."""
    people = known_people()
    found = [each for text in texts for each in sensitive.flags(text, people=people)]
    return [f"{CATEGORY[each.kind]} ({_quoted(each.words)})" for each in found]


def looked_through(text: str) -> tuple[sensitive.Flag, ...]:
    """Flags of a text, with the names of office-holders whom the registry knows."""
    return sensitive.flags(text, people=known_people())


def known_people() -> frozenset[str]:
    """Office-holders of the registry, by name."""
    held = Actor.objects.standing().filter(kind=ActorKind.PERSON)
    return frozenset(held.order_by().values_list("name", flat=True))


def public_texts(pledge: Pledge) -> list[tuple[str, str, str]]:
    """The texts of a pledge that its page shows: name of the input, label, text."""
    texts = [(name, str(label), getattr(pledge, name)) for name, label in CORE_LABELS.items()]
    for each in questions(pledge.call):
        value = pledge.answers.get(name_of(each), "")
        texts.append((name_of(each), each.label, "\n".join(value) if isinstance(value, list) else value))
    return [each for each in texts if each[2]]


def _districts(pledge: Pledge, decided: Any) -> list[Found]:
    """Cities of a pledge that are districts: a place below the municipality may be the shelter's."""
    if pledge._state.adding or not pledge.city_id:
        return []
    cities = [pledge.city, *(each.city for each in pledge.partnerships.select_related("city"))]
    told = []
    for each in cities:
        if each.tier == Tier.DISTRICT:
            known = decided.get(("district", "city", each.name[:300]))
            reason, by = (known.reason, known.by) if known else ("", None)
            told.append(Found("district", "city", _("City"), each.name[:300], "", "", reason, by))
    return told


def override(pledge: Pledge, kind: str, field: str, words: str, reason: str, user: Any) -> bool:
    """Let something flagged be published as it is; False where nothing such is flagged."""
    if not any(each.key == (kind, field, words) for each in found(pledge)):
        return False
    Override.objects.update_or_create(
        pledge=pledge, kind=kind, field=field, words=words, defaults={"reason": reason, "by": user}
    )
    return True


def give_back(pledge: Pledge, message: str, user: Any) -> bool:
    """Return a pledge to its city with a letter; False where it is not before the office."""
    return _step(pledge, {State.FILED, State.ACCEPTED}, State.RETURNED, message, letters.returned, message, user)


def accept(pledge: Pledge, user: Any) -> bool:
    return _step(pledge, {State.FILED}, State.ACCEPTED, _("Accepted."), letters.accepted, user)


def publish(pledge: Pledge, user: Any, handling: str = Handling.PUBLIC) -> bool:
    """Make an accepted pledge public, or its members'; False where it is not accepted.

    Raises RefusedChange while anything flagged is undecided.
    """
    with transaction.atomic():
        held = Pledge.objects.select_for_update().get(pk=pledge.pk)
        if held.state != State.ACCEPTED:
            return False
        if flagged := open_flags(held):
            what = _("it would show %(what)s") % {"what": flagged[0]}
            if left := len(flagged) - 1:
                what = ngettext("it would show %(what)s and %(n)s more", "it would show %(what)s and %(n)s more", left)
                what %= {"what": flagged[0], "n": left}
            raise RefusedChange(what, where=str(held), do=_("take it out, or say why it may stay"))
        held.handling, held.published = handling, held.published or timezone.now()
        held.state = State.PUBLISHED
        held.pledged = held.pledged or timezone.localdate().isoformat()
        held.revision += 1
        held._change_reason = _("Published.")
        held.save()
        letters.published(held, user)
    return True


def unpublish(pledge: Pledge, why: str) -> bool:
    """Take a pledge off the public pages again; it stays accepted."""
    return _step(pledge, {State.PUBLISHED}, State.ACCEPTED, why or _("Taken off the public pages."))


def _step(pledge: Pledge, before: Any, after: State, why: str, letter: Any = None, *said: Any) -> bool:
    """Move a pledge on, once, with an entry in its history and a letter."""
    with transaction.atomic():
        held = Pledge.objects.select_for_update().get(pk=pledge.pk)
        if held.state not in before:
            return False
        held.state, held.revision, held._change_reason = after, held.revision + 1, why
        held.save()
        if letter is not None:
            letter(held, *said)
    return True


def _quoted(words: str) -> str:
    return _("“%(title)s”") % {"title": words}
