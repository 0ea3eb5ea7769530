"""What does a report say? Counters, charts, stories, evidence: put together from snapshots, as the public sees it."""

from __future__ import annotations

import json
from collections import Counter as Tally
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hanse.reports.impact import SHARE, Chart, Counter, ImpactSheet, Milestone, Published, Row
from hanse.saying import colon
from hanse.workspace.impact import ready
from hanse.workspace.impact.claimed import beside, published
from hanse.workspace.impact.counting import value
from hanse.workspace.impact.ledger import influenced
from hanse.workspace.impact.models import Report, Snapshot
from hanse.workspace.impact.models.reports import Audience
from hanse.workspace.impact.report.evidence import POSITIONS, annexes
from hanse.workspace.impact.report.stories import stories
from hanse.workspace.impact.snapshots import PUBLIC
from hanse.workspace.impact.splitting import by_region, by_year, over_time
from hanse.workspace.impact.told import in_words
from hanse.workspace.registry.regions import called

STORIES = {Audience.DONOR: 8, Audience.COUNCIL: 5, Audience.PUBLIC: 3}
"""How many stories an audience reads."""
YEARS = 12
"""Years that are drawn one by one; more are drawn in tens."""

Progress = Callable[[float, str], None]


def composed(report: Report, snapshots: Sequence[Snapshot], progress: Progress = lambda *_said: None) -> ImpactSheet:
    """The whole report, in the language that is spoken. Reads the database; the same records give the same sheet."""
    counters: list[Counter] = []
    charts: list[Chart] = []
    for place, each in enumerate(snapshots):
        counters += counted(each, report.prepared_by)
        charts += drawn(each)
        progress(0.6 * (place + 1) / len(snapshots), _("Counting"))
    notes = [_("Counted is what the public may see. Every number opens onto its records on its own page.")]
    if not snapshots:
        notes.append(_("Of what the indicators count, no public record of this period is documented."))
    told = stories(snapshots, STORIES[Audience(report.audience)])
    progress(0.8, _("Gathering the evidence"))
    return ImpactSheet(
        title=report.title,
        language=report.language,
        audience=report.audience,  # type: ignore[arg-type]
        since=report.since.isoformat() if report.since else "",
        until=report.until.isoformat(),
        made=localdate(report.made).isoformat(),
        by=report.prepared_by,
        address=report.get_absolute_url(),
        counters=tuple(sorted(counters, key=lambda each: each.amount is None)),
        charts=tuple(charts),
        stories=told,
        annexes=annexes(snapshots) if report.audience == Audience.DONOR else (),
        notes=tuple(notes),
    )


def counted(snapshot: Snapshot, claimant: str = "") -> Iterator[Counter]:
    """The number that was frozen, as ``claimant`` reports it; of money one for each currency."""
    said = json.loads(snapshot.said)
    indicator = snapshot.indicator
    told = value(indicator, PUBLIC, snapshot.as_of, snapshot.since, snapshot.version)
    rule = indicator.counted_by(snapshot.version) or indicator.counts
    shared: dict[str, Any] = {
        "name": ready.said(indicator, "name"),
        "definition": ready.said(indicator, "definition"),
        "as_of": snapshot.as_of.isoformat(),
        "published": claims(snapshot, claimant),
        "rule": " ".join(in_words(rule)),
        "code": json.dumps(said["rule"], ensure_ascii=False),
        "version": snapshot.version,
        "digest": snapshot.digest,
        "href": snapshot.get_absolute_url(),
        "beside": tuple(filter(None, (told.beside, *(each.words for each in told.apart)))),
        "baseline": _milestone(indicator.baseline, indicator.baseline_on),
        "target": _milestone(indicator.target, indicator.target_on),
    }
    if said["sums"]:
        for each in said["sums"]:
            yield Counter(amount=float(each["amount"]), unit=each["currency"] or _("no currency documented"), **shared)
    elif said["of"] is not None:
        share = said["number"] / said["of"] if said["of"] and said["number"] is not None else None
        yield Counter(amount=share, unit=SHARE, **shared)
    else:
        yield Counter(amount=said["number"] or None, **shared)  # of what has no record nobody knows that it is nought


def claims(snapshot: Snapshot, claimant: str) -> tuple[Published, ...]:
    """What the public may read that is published of the same number, with its subject where that is not it."""
    found = beside(published([snapshot.indicator], PUBLIC).get(snapshot.indicator.key, ()), claimant)
    return tuple(
        Published(
            words=each.claim.wording or str(each.claim),
            amount=" ".join(filter(None, (each.claim.value, each.claim.unit))),
            state=str(getattr(each, "label", each.state)),
            source=str(each.claim.source),
            date=each.claim.source.date,
            href=each.link,
            subject="" if each.of_ours else str(each.subject or _("of whom is not documented")),
        )
        for each in found
    )


def _milestone(amount: Any, on: str) -> Milestone | None:
    return None if amount is None else Milestone(float(amount), on)


def drawn(snapshot: Snapshot) -> Iterator[Chart]:
    """The number by region and by year, where there are two parts at least."""
    name = ready.said(snapshot.indicator, "name")
    regions, years = _split(snapshot)
    several = _(
        "By the country of the city or network. Where a record has several, it stands in each, so the parts can add up "
        "to more than the whole. A small number can mean that little is known here."
    )
    for heading, parts, note in ((_("by region"), regions, several), (_("by year"), _in_tens(years), "")):
        if len(parts) > 1:
            rows = tuple(Row(part, float(number) or None) for part, number in parts)  # nought: nobody documented it
            yield Chart(f"{name}{colon()}{heading}", rows, note=note)


def _in_tens(years: list[tuple[str, int]]) -> list[tuple[str, int]]:
    if len(years) <= YEARS:
        return years
    tens = Tally[str]()
    for year, count in years:
        tens[f"{year[:-1]}0–{year[:-1]}9" if year.isdigit() else year] += count
    return list(tens.items())


def _split(snapshot: Snapshot) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    rule = snapshot.indicator.counted_by(snapshot.version) or snapshot.indicator.counts
    if rule.source == "positions":
        return _split_positions(snapshot)
    regions = by_region(rule, PUBLIC, snapshot.as_of, snapshot.since)
    years = by_year(over_time(rule, PUBLIC, snapshot.as_of, snapshot.since))
    return [(each.called, each.count) for each in regions if each.count], [(str(year), count) for year, count in years]


def _split_positions(snapshot: Snapshot) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """Each passage once in each region of those who asked for it, and in its year."""
    named = set(snapshot.members.filter(kind__in=POSITIONS).values_list("record", flat=True))
    regions, years = Tally[str](), Tally[str]()
    for group in influenced(PUBLIC, snapshot.as_of).units:
        held = [each for each in group if each.key in named]
        regions.update({region for each in held for region in each.regions})
        years.update({each.year for each in held[:1]})
    missing = _("not documented")
    told = [(called(name) if name else missing, count) for name, count in sorted(regions.items())]
    return told, [(year or missing, count) for year, count in sorted(years.items(), key=lambda one: one[0] or "9999")]
