"""How did a text move from draft to draft: who is named in it, and how binding it is?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from hanse.figures.levels import Draft, levels
from hanse.wording.binding import Binding
from hanse.wording.omitted import called
from hanse.wording.visibility import Visibility
from hanse.workspace.accounts.rights import reading
from hanse.workspace.documents.models import Document
from hanse.workspace.languages import day
from hanse.workspace.registry.pictures import Pictures, pictures
from hanse.workspace.visibility.forces import all_read, drafts, pairs
from hanse.workspace.visibility.seen import Asked, named, offered
from hanse.workspace.visibility.views.bound import MOVES

MOST = 16
"""Drafts on the page; the latest."""


@dataclass(frozen=True, slots=True)
class Step:
    """One draft: how binding it is, and how that moved; None where it is too long to be read while somebody waits."""

    document: Document
    binding: Binding | None
    directing: int
    moves: list[tuple[str, str, str, int]]
    named: Visibility | None


@dataclass(frozen=True, slots=True)
class Cell:
    """How often a group is named in a draft, and by how many times more than in the one before."""

    document: Document
    group: str
    mentions: int
    per_thousand: float
    more: int | None


@reading
def of_document(request: HttpRequest, pk: str) -> HttpResponse:
    """The page."""
    document = get_object_or_404(Document.objects.visible_to(request.user), pk=pk)
    asked = Asked.of(request)
    chain = drafts(document, request.user)
    wanted = pairs(chain)[-MOST:]
    context: dict[str, Any] = {
        "document": document,
        "tab": "drafts",
        "asked": asked,
        "left_out": len(chain) - len(wanted),
    }
    if len(chain) > 1:
        found, left = all_read(wanted)
        steps = [_step(each.document, found.get(each.document.pk), asked) for each in wanted]
        context |= {"steps": steps, "too_long": left, "groups": groups(steps), "pictures": drawn(steps)}
        context["versions"] = offered()
    return render(request, "visibility/drafts.html", context)


def _step(document: Document, binding: Binding | None, asked: Asked) -> Step:
    moves = [(move, *MOVES[move], number) for move, number in binding.moves] if binding else []
    directing = sum(number for level, number in binding.levels if level) if binding else 0
    return Step(document, binding, directing, moves, named(document, asked))


def groups(steps: list[Step]) -> list[tuple[str, list[Cell | None]]]:
    """A row for each group: what every draft has of it."""
    names = next((list(each.named.total) for each in steps if each.named), [])
    return [(called(count.group), _cells(count.group, steps)) for count in names]


def _cells(group: str, steps: list[Step]) -> list[Cell | None]:
    found: list[Cell | None] = []
    before: int | None = None
    for each in steps:
        if each.named is None:
            found.append(None)
            before = None
            continue
        count = each.named.count(group)
        more = None if before is None else count.mentions - before
        found.append(Cell(each.document, group, count.mentions, count.per_thousand, more))
        before = count.mentions
    return found


def drawn(steps: list[Step]) -> Pictures | None:
    """One bar a draft; None where no two drafts were read."""
    read = [each for each in steps if each.binding]
    if len(read) < 2:
        return None
    bars = [
        Draft(
            f"{each.document.title} ({day(each.document.date)})",
            tuple((level, number) for level, number in each.binding.levels if level) if each.binding else (),
            reverse("document-binding", args=[each.document.pk]),
        )
        for each in read
    ]
    title = _("How many paragraphs direct somebody, by level, draft after draft")
    key = _("One bar a draft: the fuller the colour, the higher the level, which stands in it. Numbers are paragraphs.")
    return pictures(lambda width: levels(bars, width=width, title=title, theme="page"), key)
