"""Who speaks of cities when they speak of migration, by year and by speaker? Every number opens onto its passages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from hanse.figures.shares import Column, shares
from hanse.wording.trend import Speech, Year
from hanse.workspace.accounts.rights import Right, needs, reading
from hanse.workspace.documents.forms import Filters
from hanse.workspace.documents.models import Document
from hanse.workspace.jobs.work import start
from hanse.workspace.registry.pictures import Pictures, pictures
from hanse.workspace.visibility.counting import moving_of, places_of
from hanse.workspace.visibility.lexicons import lexicon_of
from hanse.workspace.visibility.models import Counted
from hanse.workspace.visibility.passages import Shown, behind
from hanse.workspace.visibility.seen import Asked, offered
from hanse.workspace.visibility.trending import NOBODY, Corpus, documents_of, opened

TEXTS, SPEAKERS = 20, 100
"""On one page: texts with their passages, and speakers."""
WHAT = {
    "texts": gettext_lazy("all texts"),
    "migration": gettext_lazy("texts on migration"),
    "both": gettext_lazy("texts that speak of cities where they speak of migration"),
}


@dataclass(frozen=True, slots=True)
class Behind:
    """A text behind a number, with the passages on migration, or those in which cities are named near it."""

    document: Document
    speech: Speech
    passages: list[Shown]


@reading
def trend(request: HttpRequest) -> HttpResponse:
    """The page; with a year, a speaker or both in the address, what is behind that number."""
    held = Document.objects.visible_to(request.user)
    filters = Filters(request.GET, held)
    asked = Asked.of(request)
    corpus = Corpus(filters.chosen(held), asked.lexicon)
    year, actor = request.GET.get("year", "")[:20], request.GET.get("actor", "")[:400]
    context: dict[str, Any] = {
        "filters": filters,
        "asked": asked,
        "versions": offered(),
        "corpus": corpus,
        "any": bool(corpus.titles),
    }
    if year or actor or "what" in request.GET:
        what = request.GET.get("what", "both")
        return _behind(request, context, corpus, year, actor, what if what in WHAT else "both")
    context |= {
        "nobody": NOBODY,
        "pictures": drawn(request, corpus.years),
        "page": Paginator(corpus.speakers, SPEAKERS).get_page(request.GET.get("page")),
    }
    return render(request, "visibility/trend.html", context)


@needs(Right.EXPORT)
@require_POST
def count(request: HttpRequest) -> HttpResponse:
    """Start the job that counts with a version that is not in force."""
    asked = lexicon_of(request.POST.get("lexicon", ""))
    if asked is None:
        return redirect("wording-trend")
    title = _("Counting who is named, with an older lexicon")
    return redirect("job", pk=start("visibility.count", title=title, owner=request.user, lexicon=asked.sha256).pk)


def _behind(
    request: HttpRequest, context: dict[str, Any], corpus: Corpus, year: str, actor: str, what: str
) -> HttpResponse:
    text = request.GET.get("text", "")[:40]
    chosen = corpus.chosen(year=year, actor=actor, what=what, text=text)
    page = Paginator(chosen, TEXTS).get_page(request.GET.get("page"))
    speeches = list(page)
    kept, documents = opened(corpus, speeches), documents_of(corpus, speeches)
    shown = [_shown(each, documents[each.document], kept[each.document], what, corpus) for each in speeches]
    said = {"page": page, "shown": shown, "year": year, "actor": actor, "what": str(WHAT[what]), "nobody": NOBODY}
    return render(request, "visibility/trend_behind.html", {**context, **said})


def _shown(speech: Speech, document: Document, kept: Counted, what: str, corpus: Corpus) -> Behind:
    if what == "migration":
        return Behind(document, speech, behind(document, moving_of(kept, document, corpus.lexicon)))
    return Behind(document, speech, behind(document, places_of(kept.body["near"], document.pk)))


def drawn(request: HttpRequest, years: tuple[Year, ...]) -> Pictures | None:
    """A column a year; None for fewer than two years."""
    if len(years) < 2:
        return None
    columns = [_column(request, each) for each in years]
    title = _("Texts on migration, and those of them that speak of cities there, by year")
    key = _("Hollow: texts on migration. Full: those that speak of cities there. Above: their share.")
    return pictures(lambda width: shares(columns, width=width, title=title, theme="page"), key)


def _column(request: HttpRequest, year: Year) -> Column:
    said = {"year": year.year, "both": year.of_both, "all": year.of_migration}
    name = _("%(year)s: %(both)s of %(all)s texts on migration speak of cities there") % said
    query = request.GET.copy()
    query["year"], query["what"] = str(year.year), "both"
    query.pop("page", None)
    return Column(str(year.year), year.of_migration, year.of_both, name, f"?{query.urlencode()}")
