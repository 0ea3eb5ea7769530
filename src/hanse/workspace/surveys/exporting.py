"""How do published results leave the house? One row an option, each with its question, n, response rate and date."""

from __future__ import annotations

import csv
import io

from django.utils import timezone

from hanse.workspace.registry.exchange.formulas import quoted
from hanse.workspace.surveys.counting import FEWEST, Option, Result, response, results
from hanse.workspace.surveys.models import Survey

HEADER = (
    "survey",
    "date",
    "invited",
    "answered",
    "response_rate",
    "question_number",
    "question",
    "kind",
    "n",
    "option_number",
    "option",
    "count",
    "share_of_n",
    "in_share",
    "share_definition",
    "share_count",
    "share",
)


def as_csv(survey: Survey, language: str) -> bytes:
    """UTF-8 with a byte order mark; what is hidden has empty cells, and what a spreadsheet could run is quoted."""
    asked = response(survey)
    until = timezone.localtime(asked.until).date().isoformat() if asked.until else ""
    rate = f"{asked.rate:.4f}" if asked.rate is not None else ""
    begin = [survey.said(language)[0], until, str(asked.invited), str(asked.answered), rate]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADER)
    for each in results(survey, language):
        writer.writerows([quoted(cell) for cell in [*begin, *row]] for row in _rows(each))
    return ("\ufeff" + out.getvalue()).encode()


def _rows(result: Result) -> list[list[str]]:
    n = f"under {FEWEST}" if result.hidden else str(result.n)
    named = [str(result.number), result.wording, result.question.kind, n]
    share = result.share
    total = [share.definition, str(share.count), f"{share.share:.4f}"] if share else ["", "", ""]
    rows = [[*named, *_told(each), *total] for each in result.options]
    return rows or [[*named, "", "", "", "", "", *total]]


def _told(option: Option) -> list[str]:
    return [
        str(option.number),
        option.label,
        str(option.count),
        f"{option.share:.4f}",
        "yes" if option.counts else "no",
    ]
