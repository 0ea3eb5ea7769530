"""How is a text fixed? It is checked, its digest is taken, and from then on it opens for signature."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hanse.errors import RefusedChange
from hanse.saying import colon, comma
from hanse.workspace.languages import called
from hanse.workspace.registry.models import Instrument, InstrumentKind, Level
from hanse.workspace.statements.canonical import canonical, sha256
from hanse.workspace.statements.drafting import locked, outdated
from hanse.workspace.statements.models import Decision, Paragraph, ParagraphKind, Statement, Version
from hanse.workspace.statements.wordings import unprintable


@dataclass(frozen=True, slots=True)
class Readiness:
    """What stands in the way of freezing, what to think of before, and which languages will be part of the text."""

    languages: tuple[str, ...]
    absent: tuple[str, ...]
    problems: tuple[str, ...]
    warnings: tuple[str, ...]


def readiness(draft: Version) -> Readiness:
    """Look at a draft. Three queries."""
    held = list(draft.paragraphs.standing())
    authentic = draft.statement.authentic
    missing = {code: [each for each in held if not each.said(code)] for code in draft.statement.language_codes}
    absent = tuple(code for code, lacking in missing.items() if lacking and code != authentic)
    languages = tuple(code for code in missing if code == authentic or code not in absent)
    problems = [_nothing()] if all(each.kind == ParagraphKind.TITLE for each in held) else []
    if lacking := missing[authentic]:
        said = {"language": called(authentic), "paragraphs": _numbers(lacking)}
        problems.append(_("The authentic text, %(language)s, lacks words in: %(paragraphs)s.") % said)
    problems += _unprintable(held, languages)
    return Readiness(languages, absent, tuple(problems), tuple(_warnings(draft, held, missing, absent, authentic)))


def _unprintable(held: list[Paragraph], languages: tuple[str, ...]) -> list[str]:
    """What the PDF could not show, once it is too late to write it otherwise."""
    texts = {f"{each} ({called(code)})": each.said(code) for code in languages for each in held}
    return [f"{where}{colon()}{sentence}" for where, sentence in unprintable(texts).items()]


def _nothing() -> str:
    return _("There is no paragraph yet.")


def _warnings(draft: Version, held: list[Paragraph], missing: Any, absent: tuple[str, ...], authentic: str) -> Any:
    comments = draft.comments.filter(settled=None).count()
    if comments:
        yield ngettext("%d comment is not settled.", "%d comments are not settled.", comments) % comments
    amendments = draft.amendments.filter(decision=Decision.OPEN).count()
    if amendments:
        said = ngettext("%d amendment is not decided.", "%d amendments are not decided.", amendments)
        yield said % amendments
    for code in absent:
        said = {"language": called(code), "paragraphs": _numbers(missing[code])}
        yield _("%(language)s will not be part of what is signed: it lacks %(paragraphs)s.") % said
    for code in draft.statement.language_codes:
        late = [each for each in held if code != authentic and outdated(each, code, authentic)]
        if late:
            said = {"language": called(code), "paragraphs": _numbers(late)}
            yield _("%(language)s was made of an earlier wording of %(paragraphs)s.") % said


def _numbers(paragraphs: list[Paragraph]) -> str:
    return comma().join(dict.fromkeys(str(each) for each in paragraphs))


def freeze(draft: Version, user: Any) -> Version:
    """Fix the text of a draft: from now on it has a digest and is never altered. An earlier version closes.

    Raises RefusedChange where it is frozen already, or its authentic text is not complete.
    """
    with transaction.atomic():
        draft = locked(draft.pk)
        ready = readiness(draft)
        if ready.problems:
            raise RefusedChange(ready.problems[0].rstrip("."), where=str(draft), do=_("complete it first"))
        now = timezone.now()
        draft.languages, draft.absent = " ".join(ready.languages), " ".join(ready.absent)
        draft.canonical = canonical(draft.paragraphs.standing(), ready.languages)
        draft.sha256, draft.frozen_at, draft.frozen_by = sha256(draft.canonical), now, user
        draft.save()
        draft.amendments.filter(decision=Decision.OPEN).update(
            decision=Decision.REJECTED,
            decided_by=user,
            decided_at=now,
            decided_why=_("The text was frozen before it was decided."),
        )
        draft.statement.versions.exclude(pk=draft.pk).filter(closed_at=None).update(closed_at=now)
        _tell_registry(draft.statement, now)
    return draft


def _tell_registry(statement: Statement, now: Any) -> None:
    """The registry knows the text as a declaration among cities from its first frozen version on."""
    if statement.instrument_id is None:
        statement.instrument = Instrument.objects.create(
            title=statement.title,
            kind=InstrumentKind.DECLARATION,
            level=Level.CITIES,
            adopted=statement.adopted or timezone.localtime(now).date().isoformat(),
            handling=statement.handling,
            description=statement.about,
        )
    statement.frozen = statement.frozen or now
    statement.save()


def agrees(version: Version) -> bool:
    """Whether the words that pages show of a frozen version are those of its digest: looked at each time."""
    shown = canonical(version.paragraphs.standing(), version.languages.split())
    return sha256(shown) == version.sha256 == sha256(version.canonical)
