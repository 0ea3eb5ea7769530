"""Can a manuscript's references stand? Held or not, contrasted elsewhere, its own, never cited, and what has none."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy

from hanse.workspace.citations.elsewhere import Row, passages_of, rows
from hanse.workspace.citations.models import Paper, StanceKind
from hanse.workspace.documents.models import Document
from hanse.workspace.registry.exchange.formulas import quoted

COLUMNS = (
    "number",
    "reference",
    "title",
    "year",
    "DOI",
    "symbol",
    "held here",
    "cited in the text",
    "supported elsewhere",
    "contrasted elsewhere",
    "by the same authors",
    "contrasting passages",
    "problem",
)
SIDES: dict[str, tuple[Any, Callable[[Row], bool]]] = {
    "all": (gettext_lazy("All references"), lambda row: True),
    "contrasted": (gettext_lazy("Contrasted elsewhere"), lambda row: row.contrasts > 0),
    "not-held": (gettext_lazy("Not held here"), lambda row: not row.held),
    "uncited": (gettext_lazy("Never cited in the text"), lambda row: not row.cited),
    "own": (gettext_lazy("By the same authors"), lambda row: row.reference.own),
}


@dataclass(frozen=True, slots=True)
class Check:
    """A document's references, and what looks like a citation without one."""

    rows: Sequence[Row]
    unanswered: Sequence[dict[str, str]]

    def side(self, name: str) -> list[Row]:
        """The references of one question of `SIDES`."""
        return [row for row in self.rows if SIDES[name][1](row)]

    def counts(self) -> list[tuple[str, Any, int]]:
        return [(name, label, len(self.side(name))) for name, (label, _of) in SIDES.items()]


def check(document: Document, user: Any) -> Check:
    """Check the references of a document, as a reader may see what is held."""
    paper = Paper.objects.filter(document=document).first()
    return Check(rows(document, user), paper.unanswered if paper else ())


def as_csv(found: Check, user: Any) -> str:
    """The check as a table, its headings in English as all tables' are; last what looks like a citation without a
    reference."""
    out = io.StringIO()
    write = csv.writer(out)
    write.writerow(COLUMNS)
    against = passages_of([row for row in found.rows if row.contrasts], user, StanceKind.CONTRASTS)
    for row in found.rows:
        each = row.reference
        said = " | ".join(f"{passage.document}: {passage.text}" for passage in against.get(each.pk, ()))
        told = [
            each.order + 1,
            each.text,
            each.title,
            each.year,
            each.doi,
            each.fields.get("symbol", ""),
            " | ".join(str(thing) for thing in row.held),
            row.cited,
            row.supports,
            row.contrasts,
            "yes" if each.own else "",
            said,
            "" if row.cited else "never cited in the text",
        ]
        write.writerow([quoted(str(cell)) for cell in told])
    for mark in found.unanswered:
        missing = ["", mark["text"], *[""] * 9, mark["sentence"], "cited in the text without a reference"]
        write.writerow([quoted(str(cell)) for cell in missing])
    return out.getvalue()
