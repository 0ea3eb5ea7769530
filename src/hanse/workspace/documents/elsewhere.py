"""Where do a document's words also stand? Each match as two quotations, among the documents that the visitor sees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy, pgettext_lazy
from markupsafe import Markup

from hanse.errors import HanseError
from hanse.reports import phrases
from hanse.reports.marks import Layer, joined, marked
from hanse.text import document as text
from hanse.text.document import Span
from hanse.workspace.accounts.rights import reading
from hanse.workspace.documents.library import doubt, held, names, place, unfit
from hanse.workspace.documents.models import Document, Passage
from hanse.workspace.documents.versions import versions

if TYPE_CHECKING:
    from hanse.tracing.reuse.match import Match

PART = 300
"""Passages of a document that are looked up for one page: a second's work."""
SHOWN = 25
"""Matches on one page."""
QUOTED = 1_600
"""Characters of a passage that are quoted; of a longer one, those around the first shared words."""
AROUND = 200
"""Characters that are quoted before these."""
HOW = {
    "verbatim": gettext_lazy("Verbatim"),
    "close": pgettext_lazy("words", "Close"),
    "paraphrase": gettext_lazy("Paraphrase"),
}
SUBSTANCE = 0.5
"""Below this, what is shared is boilerplate (`hanse.tracing.substance`)."""


@dataclass(frozen=True, slots=True)
class Found:
    """Matches, the most substantive first; how many of the visible documents are not in the library yet."""

    matches: tuple[Match, ...] = ()
    documents: int = 0
    """Other documents that were compared."""
    pending: int = 0
    notes: tuple[str, ...] = ()
    """What could not be compared, or only in part."""
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """One match on the page. ``here`` and ``there`` are quotations of this document and of ``document``."""

    document: Document
    here: Markup
    here_called: str
    here_address: str
    there: Markup
    there_called: str
    there_address: str
    how: str
    words: int
    longest: int
    share_here: str
    share_there: str
    substantive: bool


@reading
def elsewhere(request: HttpRequest, pk: str) -> HttpResponse:
    """The page."""
    found = get_object_or_404(Document.objects.visible_to(request.user), pk=pk)
    parts = Paginator(found.passages.all(), PART)
    part = parts.get_page(request.GET.get("part"))
    what = look_up(found, list(part), request.user)
    same = versions(found, request.user)
    of_versions = "versions" in request.GET
    apart = [each for each in what.matches if (key_of(each.target) in same) == of_versions]
    page = Paginator(apart, SHOWN).get_page(request.GET.get("page"))
    context = {
        "document": found,
        "part": part,
        "what": what,
        "page": page,
        "shown": shown(found, list(page), request.user),
        "of_versions": of_versions,
        "elsewhere_count": len(apart) if not of_versions else len(what.matches) - len(apart),
        "versions_count": len(apart) if of_versions else len(what.matches) - len(apart),
    }
    return render(request, "documents/elsewhere.html", context)


def look_up(document: Document, passages: Sequence[Passage], user: Any) -> Found:
    """What of these passages stands in other documents that a user sees; it is as if there were no others."""
    from hanse.tracing.reuse.library import Library  # takes a second to load, which the server need not spend

    visible = names(Document.objects.visible_to(user).exclude(pk=document.pk))
    wanted = set(visible.values())
    if not place().exists():
        return Found(pending=len(wanted))
    draft = text.Document(document.pk, tuple(each.as_text() for each in passages), language=document.language)
    try:
        with Library(place(), create=False) as library:
            allowed = wanted & held(library)
            matches = library.query(draft, allowed=allowed)
    except HanseError as error:
        if unfit(error):
            doubt()
        return Found(pending=len(wanted), broken=True)
    ranked = tuple(sorted(matches, key=lambda each: (-each.substantive, -each.score)))
    return Found(ranked, len(allowed), len(wanted) - len(allowed), matches.notes)


def key_of(name: str) -> str:
    """The key of the document that has this name in the library."""
    return name.split(".")[0]


def shown(document: Document, matches: Sequence[Match], user: Any) -> list[Shown]:
    """Matches with the records that they are of; one whose document went away meanwhile is left out."""
    documents = Document.objects.visible_to(user).in_bulk({key_of(each.target) for each in matches})
    wanted = Q(pk__in=[])
    for each in matches:
        wanted |= Q(document=document, pid=each.source_passage.id)
        wanted |= Q(document=key_of(each.target), pid=each.target_passage.id)
    passages = Passage.objects.visible_to(user).filter(wanted).select_related("document")
    addresses = {(each.document_id, each.pid): each.get_absolute_url() for each in passages}
    rows = []
    for each in matches:
        there = documents.get(key_of(each.target))
        here_at = addresses.get((document.pk, each.source_passage.id))
        there_at = addresses.get((key_of(each.target), each.target_passage.id))
        if there is not None and here_at and there_at:
            rows.append(_shown(each, there, here_at, there_at))
    return rows


def _shown(match: Match, there: Document, here_at: str, there_at: str) -> Shown:
    mine, its = match.source_passage, match.target_passage
    my_spans, its_spans = joined(mine.text, match.source_spans, its.text, match.target_spans)
    return Shown(
        document=there,
        here=quotation(mine.text, my_spans),
        here_called=phrases.paragraph(mine),
        here_address=here_at,
        there=quotation(its.text, its_spans),
        there_called=phrases.paragraph(its),
        there_address=there_at,
        how=HOW[match.how],
        words=match.words,
        longest=match.longest,
        share_here=phrases.share(match.coverage),
        share_there=phrases.share(match.target_coverage),
        substantive=match.substantive >= SUBSTANCE,
    )


def quotation(words: str, spans: Sequence[Span]) -> Markup:
    """A passage with the shared words marked; of a long one what stands around them, with dots for the rest."""
    start = 0
    if len(words) > QUOTED and spans:
        start = max(0, min(min(spans)[0] - AROUND, len(words) - QUOTED))
        start = words.find(" ", start) + 1 if start else 0
    end = len(words) if len(words) - start <= QUOTED else words.rfind(" ", start, start + QUOTED)
    end = end if end > start else start + QUOTED
    inside = [(max(a, start) - start, min(b, end) - start) for a, b in spans if a < end and b > start]
    quoted = marked(words[start:end], [Layer("aligned", inside)])
    return Markup("{}{}{}").format("… " if start else "", quoted, " …" if end < len(words) else "")
