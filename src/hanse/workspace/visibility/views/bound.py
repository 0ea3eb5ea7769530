"""How binding is a text, paragraph by paragraph, and how did that move from draft to draft?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy
from django.views.decorators.http import require_POST
from markupsafe import Markup

from hanse.figures.force import Bar, force
from hanse.reports.marks import Layer, marked
from hanse.wording.binding import Binding, Paragraph
from hanse.workspace.accounts.rights import Right, needs, reading
from hanse.workspace.documents.models import Document
from hanse.workspace.jobs.work import start
from hanse.workspace.registry.pictures import Pictures, pictures
from hanse.workspace.visibility.forces import Pair, all_read, drafts, pairs

SHOWN = 150
"""Paragraphs on one page."""
MOST_BARS = 400
"""Paragraphs that are drawn."""
MOVES = {
    "new": ("+", pgettext_lazy("paragraph", "new")),
    "stronger": ("↑", gettext_lazy("stronger")),
    "weaker": ("↓", gettext_lazy("weaker")),
    "as strong": ("=", gettext_lazy("as strong")),
    "dropped": ("−", pgettext_lazy("paragraph", "dropped")),
}
LEVELS = {
    5: gettext_lazy("shall, must, decides"),
    4: gettext_lazy("will, commits"),
    3: gettext_lazy("should, requests"),
    2: gettext_lazy("encourages, invites"),
    1: gettext_lazy("may, considers"),
    0: gettext_lazy("directs nobody"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph as the page shows it."""

    paragraph: Paragraph
    words: Markup
    address: str
    sign: str
    moved: str
    says: str
    """What its level means."""


@reading
def of_document(request: HttpRequest, pk: str) -> HttpResponse:
    """The page."""
    document = get_object_or_404(Document.objects.visible_to(request.user), pk=pk)
    pair = next(each for each in pairs(drafts(document, request.user)) if each.document.pk == pk)
    found, left = all_read([pair])
    context: dict[str, Any] = {"document": document, "tab": "binding", "before": pair.before}
    if left:
        return render(request, "visibility/binding.html", {**context, "too_long": True})
    told = found[pk]
    only = request.GET.get("only", "")
    lines = [each for each in _lines(pair, told) if _fits(each, only)]
    context |= {
        "found": told,
        "directing": sum(number for level, number in told.levels if level),
        "levels": [(level, str(LEVELS[level]), number, f"level-{level}") for level, number in told.levels],
        "moves": [(move, *MOVES[move], number) for move, number in told.moves],
        "page": Paginator(lines, SHOWN).get_page(request.GET.get("page")),
        "only": only,
        "pictures": drawn(document, told) if not only else None,
    }
    return render(request, "visibility/binding.html", context)


@needs(Right.READ)
@require_POST
def read(request: HttpRequest, pk: str) -> HttpResponse:
    """Start the job that reads what is too long to wait for."""
    document = get_object_or_404(Document.objects.visible_to(request.user), pk=pk)
    if not request.user.is_authenticated:
        return redirect("document-binding", pk=pk)
    title = (_("How binding is “%(title)s”") % {"title": document.title})[:300]
    return redirect("job", pk=start("visibility.bind", title=title, owner=request.user, document=pk).pk)


def _fits(line: Line, only: str) -> bool:
    """Whether a line is of the level ("level-5") or the move ("weaker") that was asked for; of any for none."""
    force = line.paragraph.force
    if only.startswith("level-"):
        return force is not None and line.paragraph.move != "dropped" and f"level-{force.level}" == only
    if only == "loosened":
        return force is not None and bool(force.level and (force.caveats or force.hedges))
    return line.paragraph.move == only if only in MOVES else line.paragraph.move != "dropped"


def _lines(pair: Pair, found: Binding) -> list[Line]:
    here = _addresses(pair.document)
    there = _addresses(pair.before) if found.dropped and pair.before else {}
    every = [(each, here) for each in found.paragraphs] + [(each, there) for each in found.dropped]
    return [_line(each, addresses.get(each.passage, "")) for each, addresses in every]


def _addresses(document: Document) -> dict[str, str]:
    found = {}
    for each in document.passages.only("pid", "anchor", "document_id"):
        each.document = document
        found[each.pid] = each.get_absolute_url()
    return found


def _line(each: Paragraph, address: str) -> Line:
    sign, moved = MOVES.get(each.move, ("", ""))
    says = str(LEVELS[each.force.level]) if each.force else ""
    return Line(each, _marked(each), address, sign if each.force else "", str(moved) if each.force else "", says)


def _marked(each: Paragraph) -> Markup:
    if each.force is None:
        return Markup.escape(each.text)
    force = each.force
    layers = [
        Layer("mention", [force.bearer_span] if force.bearer_span else []),
        Layer("hit", [force.modal_span] if force.modal_span else []),
        Layer("caveat", [*force.caveats, *force.hedges]),
    ]
    return marked(each.text, layers)


def drawn(document: Document, found: Binding) -> Pictures | None:
    """The strip of all paragraphs; None where none directs anybody."""
    forces = [each for each in found.paragraphs if each.force is not None]
    if not any(each.force and each.force.level for each in forces):
        return None
    addresses = _addresses(document)
    bars = [_bar(each, addresses.get(each.passage, "")) for each in forces[:MOST_BARS]]
    described = ngettext(
        "%(n)d bar; the same levels are in the list.", "%(n)d bars; the same levels are in the list.", len(bars)
    ) % {"n": len(bars)}
    title = _("The force of each paragraph, from the first to the last")
    key = _("One bar a paragraph, as high as its level; hollow where a caveat or hedge loosens it.")
    if len(forces) > MOST_BARS:
        key = f"{key} {_('The first %(most)d are drawn.') % {'most': MOST_BARS}}"
    return pictures(lambda width: force(bars, width=width, title=title, description=described, theme="page"), key)


def _bar(each: Paragraph, address: str) -> Bar:
    level = each.force.level if each.force else 0
    loosened = bool(each.force and (each.force.caveats or each.force.hedges))
    name = _("%(number)s: level %(level)d") % {"number": each.number or "¶", "level": level}
    return Bar(level, loosened, name, address)
