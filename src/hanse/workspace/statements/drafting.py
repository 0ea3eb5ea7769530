"""How does a draft come about? Paragraph by paragraph; amendments are decided with a reason, and nothing is lost."""

from __future__ import annotations

import hashlib
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hanse.errors import RefusedChange
from hanse.workspace.statements.canonical import plain
from hanse.workspace.statements.models import (
    Amendment,
    Change,
    Decision,
    Paragraph,
    ParagraphKind,
    Statement,
    Version,
)

MOST_PARAGRAPHS = 300
NUMBERED = {ParagraphKind.PREAMBULAR: "PP{}", ParagraphKind.OPERATIVE: "{}"}


def begin(statement: Statement, user: Any) -> Version:
    """The draft of a statement: the one there is, or a new one that begins with the text of the last version."""
    with transaction.atomic():
        Statement.objects.select_for_update().get(pk=statement.pk)
        if draft := statement.draft:
            return draft
        before = statement.current
        draft = Version.objects.create(statement=statement, number=before.number + 1 if before else 1)
        draft.authors.add(user)
        if before is None:
            texts = {statement.authentic: plain(statement.title)}
            Paragraph.objects.create(version=draft, place=0, kind=ParagraphKind.TITLE, texts=texts)
        else:
            _copy(before, draft)
    return draft


def _copy(before: Version, draft: Version) -> None:
    for each in before.paragraphs.standing():
        kept = {name: getattr(each, name) for name in ("place", "number", "kind", "texts", "of")}
        Paragraph.objects.create(version=draft, **kept)


def seen_as(wording: str) -> str:
    """What a form says of the wording that its writer saw: so nobody writes over what another changed meanwhile."""
    return hashlib.sha256(plain(wording).encode()).hexdigest()[:16]


def write(paragraph: Paragraph, language: str, wording: str, user: Any, *, seen: str | None = None) -> None:
    """Put a wording in the place of a paragraph's in one language.

    Raises RefusedChange where the version is frozen, or somebody else changed the wording since it was ``seen``.
    """
    with transaction.atomic():
        draft = locked(paragraph.version_id)
        held = Paragraph.objects.get(pk=paragraph.pk)
        if seen is not None and seen != seen_as(held.said(language)):
            raise RefusedChange(
                _("somebody changed it since you opened it"), where=str(held), do=_("compare, then save again")
            )
        if plain(wording) == held.said(language):
            return
        held.texts = {**held.texts, language: plain(wording)}
        if not plain(wording):
            held.texts.pop(language)
        _based(held, language, draft.statement.authentic)
        held.save()
        draft.authors.add(user)


def _based(paragraph: Paragraph, language: str, authentic: str) -> None:
    """Note of which authentic wording a translation is."""
    if language != authentic:
        paragraph.of = {**paragraph.of, language: seen_as(paragraph.said(authentic))}


def outdated(paragraph: Paragraph, language: str, authentic: str) -> bool:
    """Whether a translation is of an earlier authentic wording."""
    made_of = paragraph.of.get(language)
    return bool(paragraph.said(language)) and bool(made_of) and made_of != seen_as(paragraph.said(authentic))


def add(draft: Version, kind: str, texts: dict[str, str], user: Any, *, after: Paragraph | None = None) -> Paragraph:
    """A new paragraph behind another, or at the end. Raises RefusedChange where there are too many."""
    with transaction.atomic():
        draft = locked(draft.pk)
        held = list(draft.paragraphs.standing())
        if len(held) >= MOST_PARAGRAPHS:
            raise RefusedChange(_("a statement has at most %d paragraphs") % MOST_PARAGRAPHS, where=str(draft))
        worded = {language: plain(text) for language, text in texts.items() if plain(text)}
        new = Paragraph(version=draft, place=len(held), kind=kind, texts=worded)
        for language in worded:
            _based(new, language, draft.statement.authentic)
        new.save()
        where = held.index(after) + 1 if after in held else len(held)
        _place([*held[:where], new, *held[where:]])
        draft.authors.add(user)
    return Paragraph.objects.get(pk=new.pk)


def take_out(paragraph: Paragraph, user: Any) -> None:
    """Take a paragraph out of the draft; it can be put back. The title stays."""
    if paragraph.kind == ParagraphKind.TITLE:
        raise RefusedChange(_("a statement has a title"), where=str(paragraph.version), do=_("reword it instead"))
    _set_removed(paragraph, timezone.now(), user)


def put_back(paragraph: Paragraph, user: Any) -> None:
    """Where it stood."""
    _set_removed(paragraph, None, user)


def _set_removed(paragraph: Paragraph, removed: Any, user: Any) -> None:
    with transaction.atomic():
        draft = locked(paragraph.version_id)
        held = Paragraph.objects.get(pk=paragraph.pk)
        others = list(draft.paragraphs.standing().exclude(pk=held.pk))
        held.removed = removed
        held.save()
        if removed is None:
            others.insert(max(held.place, 1), held)
        _place(others)
        draft.authors.add(user)


def move(paragraph: Paragraph, steps: int, user: Any) -> None:
    """Up (-1) or down (1) among its like; the title stays first."""
    with transaction.atomic():
        draft = locked(paragraph.version_id)
        held = list(draft.paragraphs.standing())
        here = held.index(paragraph)
        there = here + steps
        if here > 0 and 0 < there < len(held):
            held[here], held[there] = held[there], held[here]
            _place(held)
            draft.authors.add(user)


def set_kind(paragraph: Paragraph, kind: str, user: Any) -> None:
    """Make a paragraph one of another kind; numbers follow."""
    with transaction.atomic():
        draft = locked(paragraph.version_id)
        held = Paragraph.objects.get(pk=paragraph.pk)
        if held.kind == kind or ParagraphKind.TITLE in (held.kind, kind):
            return
        held.kind = kind
        held.save()
        _place(list(draft.paragraphs.standing()))
        draft.authors.add(user)


def _place(paragraphs: list[Paragraph]) -> None:
    """Places and numbers follow from the order."""
    counts = dict.fromkeys(NUMBERED, 0)
    for place, each in enumerate(paragraphs):
        number = ""
        if each.kind in NUMBERED:
            counts[each.kind] += 1
            number = NUMBERED[each.kind].format(counts[each.kind])
        if (each.place, each.number) != (place, number):
            each.place, each.number = place, number
            each.save()


def locked(pk: str) -> Version:
    """A draft, held so that no other changes it meanwhile. Raises RefusedChange where it is frozen."""
    draft = Version.objects.select_for_update(of=("self",)).select_related("statement").get(pk=pk)
    if draft.frozen:
        raise RefusedChange(_("it is frozen"), where=str(draft), do=_("begin a new version"))
    return draft


def accept(amendment: Amendment, user: Any, why: str = "", *, seen: str | None = None) -> None:
    """Put an amendment into the text. Raises RefusedChange where it is decided, or the wording was changed."""
    with transaction.atomic():
        held = _open(amendment)
        if held.change == Change.WORDING:
            write(held.paragraph, held.language, held.text, user, seen=seen)
        elif held.change == Change.AWAY:
            take_out(held.paragraph, user)
        else:
            held.paragraph = add(held.version, held.kind, {held.language: held.text}, user, after=held.after)
        _decide(held, Decision.ACCEPTED, user, why)
        if held.author_id:
            held.version.authors.add(held.author)


def reject(amendment: Amendment, user: Any, why: str) -> None:
    """Leave the text as it is, and say why."""
    with transaction.atomic():
        _decide(_open(amendment), Decision.REJECTED, user, why)


def take_back(amendment: Amendment, user: Any) -> None:
    """Its author thought better of it."""
    with transaction.atomic():
        _decide(_open(amendment), Decision.TAKEN_BACK, user, "")


def _open(amendment: Amendment) -> Amendment:
    locked(amendment.version_id)
    held = Amendment.objects.select_related("version", "paragraph", "after", "author").get(pk=amendment.pk)
    if not held.open:
        said = held.get_decision_display().lower()
        raise RefusedChange(_("it was %s already") % said, where=_("This amendment"), do=_("propose another"))
    return held


def _decide(amendment: Amendment, decision: Decision, user: Any, why: str) -> None:
    amendment.decision, amendment.decided_by, amendment.decided_at = decision, user, timezone.now()
    amendment.decided_why = why
    amendment.save()
