"""How is a version printed? As the page shows it: text, signatories by region, digest, address; once a language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from hanse.workspace.documents.shelf import keep
from hanse.workspace.languages import speaking
from hanse.workspace.mail.posting import address_of
from hanse.workspace.registry import regions
from hanse.workspace.statements.counting import Signatories, country, rule, signatories
from hanse.workspace.statements.lettering import lettered, sentence
from hanse.workspace.statements.models import Edition, Occasion, ParagraphKind, Signature, Timing, Version
from hanse.workspace.statements.rules import closed_on

if TYPE_CHECKING:
    from hanse.reports.statement import Signed


class Workspace:
    """Who prints: sees all signatures, for those of a version are handled as their statement is."""

    is_authenticated = is_active = True
    role = "administrator"


def print_all(version: Version, occasion: str, progress: Callable[[float, str], None]) -> None:
    """Make and keep the PDF of every language; those of before are replaced, except where later endorsements make them
    others. Raises UnprintableText."""
    day, begun = timezone.localdate(), timezone.now()
    if occasion == Occasion.CLOSING:
        day = min(day, closed_on(version))
    languages = version.languages.split()
    for done, language in enumerate(languages):
        progress(done / len(languages), language)
        signed = signatories(version, Workspace(), timezone.localdate() if occasion != Occasion.CLOSING else day)
        sha256 = keep([pdf(version, language, signed)])
        said = {"as_of": day, "signatures": signed.count, "made": begun}
        which = {"version": version, "language": language, "occasion": occasion}
        with transaction.atomic():
            if occasion == Occasion.LATER:
                Edition.objects.update_or_create(**which, sha256=sha256, defaults=said)
            else:
                Edition.objects.update_or_create(**which, defaults={"sha256": sha256, **said})


def pdf(version: Version, language: str, signed: Signatories) -> bytes:
    """The PDF of a version in one language, with those who had signed."""
    from hanse.reports.statement import Group, Paragraph, StatementSheet, statement_pdf

    held = list(version.paragraphs.standing())
    title = next((each.said(language) for each in held if each.kind == ParagraphKind.TITLE), str(version.statement))
    with speaking(language):
        otherwise = lettered(names_of(signed))
        groups = tuple(
            Group(regions.called(region.name), tuple(_signed(each, otherwise) for each in region.signatures))
            for region in signed.regions
        )
        counting = " ".join(filter(None, (rule(), sentence(otherwise))))
    codes = version.languages.split()
    sheet = StatementSheet(
        title=title,
        language=language,
        date=version.statement.adopted or timezone.localtime(version.frozen_at).date(),
        sha256=version.sha256,
        address=address_of("statement-version", version.statement_id, version.number),
        authentic=codes[0],
        paragraphs=tuple(
            Paragraph(each.number, each.said(language)) for each in held if each.kind != ParagraphKind.TITLE
        ),
        groups=groups,
        as_of=signed.day,
        counting=counting,
        withdrawn=len(signed.withdrawn),
        versions=tuple(each for each in codes if each != language),
    )
    return statement_pdf(sheet)


def names_of(signed: Signatories) -> Iterator[str]:
    """What is printed of the signatories as somebody wrote it."""
    for each in signed.all:
        yield from (each.city.name, country(each.city), each.name, each.office)


def _signed(each: Signature, otherwise: Mapping[str, str]) -> Signed:
    from hanse.reports.statement import Signed

    mark = "" if each.timing == Timing.IN_TIME else str(each.timing)
    city, state, name, office = (
        otherwise.get(said, said) for said in (each.city.name, country(each.city), each.name, each.office)
    )
    return Signed(city, state, name, office, each.since, mark)
