"""What does the board show? One row an ask, one column a draft, in every cell the outcome and on whose word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hanse.reports import phrases
from hanse.reports.board import MET_RANK
from hanse.reports.finding import slug
from hanse.tracing.board import OUTCOMES
from hanse.workspace.campaigns.inputs import Inputs
from hanse.workspace.campaigns.judging import SAYS, STANDINGS, Judgement, Standing, judgement, verdicts
from hanse.workspace.campaigns.models import AskRecord, Campaign, CampaignDocument, TraceRun
from hanse.workspace.languages import listed, spoken

MOVED = ("better", "worse", "as before")
COLUMNS = ("ask_id", "draft_id", "outcome", "provenance", "met", "reinstated", "judged")


@dataclass(frozen=True, slots=True)
class Square:
    """One cell as the page shows it; ``face`` is the same for all cells of the same finding in a language."""

    draft: str
    tone: str
    address: str
    face: SafeString


@dataclass(frozen=True, slots=True)
class Row:
    ask: AskRecord
    squares: tuple[Square | None, ...]
    """None where the cell is not traced yet."""
    judgements: tuple[Judgement | None, ...]
    mets: tuple[str | None, ...]
    """None where the cell is not traced yet, or where people put another outcome in the place of the machine's."""

    @property
    def moved(self) -> str:
        """How those who asked fare in the latest draft, against the one before; empty where that cannot be told."""
        before, now = (MET_RANK.get(each) for each in self.mets[-2:]) if len(self.mets) > 1 else (None, None)
        if before is None or now is None:
            return ""
        return "better" if now > before else "worse" if now < before else "as before"

    @property
    def latest(self) -> Judgement | None:
        return next((each for each in reversed(self.judgements) if each), None)


@dataclass(frozen=True, slots=True)
class Count:
    """How many asks have an outcome in the latest draft; ``judged`` of them by people."""

    outcome: str
    number: int
    judged: int


@dataclass(frozen=True)
class Grid:
    campaign: Campaign
    drafts: tuple[CampaignDocument, ...]
    rows: tuple[Row, ...]
    run: TraceRun | None
    stale: frozenset[str]
    """Keys of drafts whose column is not up to date."""

    @classmethod
    def of(cls, campaign: Campaign, audience: str) -> Grid:
        """A constant number of queries, and no text but the asks' own."""
        inputs = Inputs.of(campaign, audience)
        run = campaign.runs.filter(audience=audience).defer("watch").first()
        made = run.columns if run else {}
        stale = frozenset(key for key, digest in inputs.columns().items() if made.get(key) != digest)
        said = verdicts(campaign, audience)
        found = {
            (row[0], row[1]): row[2:]
            for row in campaign.findings.filter(audience=audience).values_list(*COLUMNS).iterator(chunk_size=5000)
        }
        columns = tuple((draft.pk, draft.document.title) for draft in inputs.drafts)
        base = campaign.get_absolute_url()
        rows = tuple(_row(ask, columns, found, said, base) for ask in inputs.asks)
        return cls(campaign, inputs.drafts, rows, run, stale)

    @property
    def gone(self) -> bool:
        """Whether something that was traced is no longer there."""
        return bool(self.run and set(self.run.columns) - {draft.pk for draft in self.drafts})

    def counts(self) -> list[Count]:
        latest = [row.judgements[-1] for row in self.rows if row.judgements and row.judgements[-1]]
        numbers = Counter(each.outcome for each in latest)
        judged = Counter(each.outcome for each in latest if each.standing in ("confirmed", "overridden"))
        return [Count(outcome, numbers[outcome], judged[outcome]) for outcome in OUTCOMES]

    def movements(self) -> list[tuple[str, int]]:
        """How many asks fare better, worse and as before; empty where no two drafts are traced."""
        numbers = Counter(row.moved for row in self.rows)
        return [(each, numbers[each]) for each in MOVED] if any(numbers[each] for each in MOVED) else []

    def standings(self) -> dict[Standing, int]:
        """How many cells stand on whose word."""
        return dict(Counter(each.standing for row in self.rows for each in row.judgements if each))

    def whose_word(self) -> str:
        """How many findings stand on whose word, as a sentence."""
        said = dict.fromkeys(STANDINGS, 0) | self.standings()
        if said["disputed"]:
            told = ngettext(
                "%(proposed)s finding proposed by the machine, %(confirmed)s confirmed and %(overridden)s overridden "
                "by reviewers, %(disputed)s on which reviewers disagree.",
                "%(proposed)s findings proposed by the machine, %(confirmed)s confirmed and %(overridden)s overridden "
                "by reviewers, %(disputed)s on which reviewers disagree.",
                said["proposed"],
            )
        else:
            told = ngettext(
                "%(proposed)s finding proposed by the machine, %(confirmed)s confirmed and %(overridden)s overridden "
                "by reviewers.",
                "%(proposed)s findings proposed by the machine, %(confirmed)s confirmed and %(overridden)s overridden "
                "by reviewers.",
                said["proposed"],
            )
        return told % said

    def chosen(self, wanted: Mapping[str, str]) -> tuple[Row, ...]:
        """The rows that pass: ``outcome`` in ``draft`` or any, ``moved``, ``actor``, ``theme``, ``standing``, ``q``."""
        places = [k for k, draft in enumerate(self.drafts) if wanted.get("draft") in ("", None, draft.pk)]
        return tuple(row for row in self.rows if _passes(row, wanted, places))

    def actors(self) -> list[str]:
        return sorted({row.ask.actor for row in self.rows if row.ask.actor})

    def themes(self) -> list[str]:
        return sorted({row.ask.theme for row in self.rows if row.ask.theme})


def _row(ask: AskRecord, drafts: tuple[tuple[str, str], ...], found: Any, said: Any, base: str) -> Row:
    squares: list[Square | None] = []
    judgements: list[Judgement | None] = []
    mets: list[str | None] = []
    for draft, title in drafts:
        cell = found.get((ask.pk, draft))
        if cell is None:
            squares.append(None)
            judgements.append(None)
            mets.append(None)
            continue
        outcome, provenance, met, reinstated, wordings = cell
        told = judgement(outcome, wordings, said.get((ask.pk, draft), ()))
        shown = face(spoken(), told.outcome, told.standing, told.earlier, provenance, met, reinstated, outcome)
        squares.append(Square(title, slug(told.outcome), f"{base}cells/{ask.pk}/{draft}/", shown))
        judgements.append(told)
        mets.append(met if told.outcome == outcome else None)
    return Row(ask, tuple(squares), tuple(judgements), tuple(mets))


@cache
def face(
    language: str,
    outcome: str,
    standing: Standing,
    earlier: bool,
    provenance: str,
    met: str,
    reinstated: bool,
    machine: str,
) -> SafeString:
    """What stands in a cell: glyph, outcome, provenance, met, and on whose word; ``language`` is that of the page."""
    if outcome == machine:
        words = [phrases.PROVENANCE_SHORT.get(provenance, ""), phrases.MET_SHORT[met]]
    else:
        words = [_("machine: %(outcome)s") % {"outcome": phrases.called(machine)}]
    words += [_("reinstated")] if reinstated else []
    return format_html(
        '<span class="outcome"><svg class="glyph" aria-hidden="true"><use href="#g-{}"/></svg>{}</span>'
        '<span class="more">{}</span><span class="standing s-{}">{}</span>',
        slug(outcome),
        phrases.called(outcome),
        listed(filter(None, words)),
        standing,
        _("judged on an earlier wording") if earlier else SAYS[standing],
    )


def _passes(row: Row, wanted: Mapping[str, str], places: list[int]) -> bool:
    ask = row.ask
    words = wanted.get("q", "").casefold().split()
    text = f"{ask.name} {ask.text} {ask.actor} {ask.theme}".casefold()
    cells = [row.judgements[k] for k in places]
    return (
        wanted.get("actor", "") in ("", ask.actor)
        and wanted.get("theme", "") in ("", ask.theme)
        and wanted.get("moved", "") in ("", row.moved)
        and all(word in text for word in words)
        and (not wanted.get("outcome") or any(each and each.outcome == wanted["outcome"] for each in cells))
        and (not wanted.get("standing") or any(each and each.standing == wanted["standing"] for each in cells))
    )
