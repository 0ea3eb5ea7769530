"""What does an impact report say? Every line of it in words, ready for paper and for the screen alike."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, get_args

from hanse import saying
from hanse.errors import HanseError
from hanse.figures.bars import bars
from hanse.figures.picture import Theme
from hanse.reports import frame, phrases, qr
from hanse.reports.glyphs import glyphs
from hanse.reports.impact import (
    SHARE,
    Annex,
    Audience,
    Chart,
    Counter,
    Day,
    ImpactSheet,
    Item,
    Milestone,
    Published,
    Quote,
    Step,
    Story,
    Voice,
)
from hanse.reports.typesetting import pieces

Data = dict[str, Any]
HEADINGS = {"": "number", SHARE: "share"}
"""What stands above a column of numbers, by their unit; above any other, money: "amount"."""


def told(sheet: ImpactSheet, theme: Theme = "light") -> Data:
    """The report's lines, said in its language, as templates take them: texts, lists and dictionaries of these.

    ``theme`` is that of the charts. Raises HanseError for an unknown audience.
    """
    if sheet.audience not in get_args(Audience):
        raise HanseError(
            f"there is no audience “{sheet.audience}”", where="audience", do="give donor, council or public"
        )
    with saying.speaking(sheet.language):
        return _Told(sheet.language, theme).sheet(sheet)


class _Told:
    """Says the parts of a report in one language."""

    def __init__(self, language: str, theme: Theme) -> None:
        self.language, self.theme = language, theme
        self.say = frame.words(language)["impact"]
        self.day = partial(frame.day, language=language)

    def sheet(self, sheet: ImpactSheet) -> Data:
        return {
            "title": " ".join(sheet.title.split()),
            "printed": str(sheet.made),
            "say": self.say,
            "audience": self.say[sheet.audience],
            "facts": [(name, said) for name, said in self._head(sheet) if said],
            "address": sheet.address,
            "code": qr.svg(sheet.address),
            "counters": [self._counter(each) for each in sheet.counters],
            "charts": [self._chart(each) for each in sheet.charts],
            "glyphs": glyphs(),
            "stories": [self._story(each) for each in sheet.stories],
            "method": [self._method(each) for each in sheet.counters],
            "annexes": [self._annex(each) for each in sheet.annexes],
            "notes": [pieces(each) for each in sheet.notes],
        }

    def _head(self, sheet: ImpactSheet) -> Iterator[tuple[str, str]]:
        yield self.say["period"], self._period(sheet.since, sheet.until)
        yield self.say["audience"], self.say[sheet.audience]
        yield self.say["by"], sheet.by
        yield self.say["made"], self.day(sheet.made)

    def _period(self, since: Day, until: Day) -> str:
        pattern = "between" if since and until else "since" if since else "until" if until else "ever"
        return self._filled(pattern, since=self.day(since), until=self.day(until))

    def _filled(self, pattern: str, **values: object) -> str:
        said = str(self.say[pattern])
        for name, value in values.items():
            said = said.replace(f"{{{name}}}", str(value))
        return said

    def _amount(self, amount: float | None, unit: str) -> str:
        if amount is None:
            return str(self.say["not_documented"])
        if unit == SHARE:
            return phrases.share(amount)
        number = saying.counted(amount)
        return f"{number}\u00a0{unit}" if unit else number

    def _counter(self, counter: Counter) -> Data:
        lines = [self._filled("as_of", date=self.day(counter.as_of))]
        lines += [self._milestone(name, each, counter.unit) for name, each in self._milestones(counter) if each]
        apart = [
            self._filled(name, count=saying.counted(count))
            for name, count in (("proposed", counter.proposed), ("undated", counter.undated))
            if count
        ]
        return {
            "name": counter.name,
            "amount": self._amount(counter.amount, counter.unit),
            "documented": counter.amount is not None,
            "definition": counter.definition or self.say["no_definition"],
            "lines": [*lines, *apart, *counter.beside],
            "published": [self._published(each) for each in counter.published],
            "href": counter.href,
            "note": counter.note,
        }

    def _milestones(self, counter: Counter) -> tuple[tuple[str, Milestone | None], ...]:
        return ("baseline", counter.baseline), ("target", counter.target)

    def _milestone(self, name: str, milestone: Milestone | None, unit: str) -> str:
        assert milestone
        amount = self._amount(milestone.amount, unit)
        return self._filled(name if milestone.date else f"{name}_undated", amount=amount, date=self.day(milestone.date))

    def _published(self, claim: Published) -> Data:
        where = saying.comma().join(filter(None, (claim.source, self.day(claim.date) if claim.date else "")))
        quote = Quote(claim.words, where, claim.href, claim.language)
        amount = saying.colon().join(filter(None, (claim.subject, claim.amount)))
        return {"amount": amount, "state": claim.state, "quote": self._quote(quote)}

    def _quote(self, quote: Quote) -> Data:
        return {
            "words": quote.words,
            "runs": [[line, []] for line in pieces(quote.words)],
            "where": quote.where or self.say["no_source"],
            "href": quote.href,
            "language": quote.language,
        }

    def _chart(self, chart: Chart) -> Data:
        rows = [(row.name, self._amount(row.amount, chart.unit)) for row in chart.rows]
        told = saying.semicolon().join(f"{name}{saying.colon()}{amount}" for name, amount in rows)
        drawn = [(row.name, row.amount, said) for row, (_, said) in zip(chart.rows, rows, strict=True)]
        alt = f"{chart.title}{saying.colon()}{told}"
        svg = bars(drawn, title=chart.title, description=told, theme=self.theme)
        heading = self.say[HEADINGS.get(chart.unit, "amount")]
        return {"title": chart.title, "alt": alt, "svg": svg, "heading": heading, "rows": rows, "note": chart.note}

    def _story(self, story: Story) -> Data:
        last = story.steps[-1] if story.steps else None
        ending = self.say["no_steps"]
        if last:
            pattern = "ended" if story.adopted else "stands"
            ending = self._filled(pattern, draft=last.draft, outcome=phrases.OUTCOME[last.outcome])
        about = filter(None, (story.actor, self.day(story.date) if story.date else self.say["undated_text"]))
        return {
            "title": story.title,
            "about": saying.comma().join(about),
            "asked": self._quote(story.asked),
            "steps": [self._step(each) for each in story.steps],
            "ending": ending,
            "note": story.note,
        }

    def _step(self, step: Step) -> Data:
        return {
            "draft": step.draft,
            "date": self.day(step.date) if step.date else self.say["undated_text"],
            "outcome": step.outcome,
            "said": phrases.OUTCOME[step.outcome],
            "passage": self._quote(step.passage) if step.passage else None,
            "why": step.why,
            "judged": step.judged,
        }

    def _method(self, counter: Counter) -> Data:
        facts = (
            ("rule", counter.rule),
            ("code", counter.code),
            ("version", saying.counted(counter.version)),
            ("digest", counter.digest),
            ("snapshot", counter.href),
        )
        missing = self.say["not_documented"]
        held = [(self.say[name], said or missing) for name, said in facts]
        return {"name": counter.name, "facts": held, "href": counter.href}

    def _annex(self, annex: Annex) -> Data:
        count = saying.counted(annex.units or len(annex.items))
        named: dict[str, list[Data]] = {each.group: [] for each in annex.items if each.group}
        alone: list[Data] = []
        for each in annex.items:
            named.get(each.group, alone).append(self._item(each))
        return {
            "title": annex.title,
            "count": self._filled("items", count=count),
            "groups": [{"name": name, "items": items} for name, items in (*named.items(), ("", alone)) if items],
            "note": annex.note,
        }

    def _item(self, item: Item) -> Data:
        missing = self.say["not_documented"]
        lists = (("claimants", item.claimants), ("rivals", item.rivals))
        return {
            "number": saying.counted(item.number),
            "title": item.title,
            "about": saying.comma().join(
                each for each in (item.kind, self.day(item.date) if item.date else self.say["undated_text"]) if each
            ),
            "facts": [
                (self.say[name], saying.semicolon().join(said) or missing) for name, said in lists if said or item.claim
            ],
            "quotes": [
                (self.say[name], [self._quote(each) for each in said])
                for name, said in (("asked", item.asked), ("passages", item.passages))
                if said or item.claim or name == "passages"
            ],
            "voices": [
                (self.say[name], [self._voice(each) for each in said])
                for name, said in (("confirmed", item.confirmed), ("replies", item.replies))
                if said or item.claim
            ],
            "missing": missing,
            "digest": item.digest,
            "note": item.note,
        }

    def _voice(self, voice: Voice) -> Data:
        said = (voice.who, voice.says, self.day(voice.date) if voice.date else "")
        return {
            "said": saying.comma().join(filter(None, said)),
            "words": voice.words,
            "source": voice.source,
            "href": voice.href,
            "why": voice.why,
        }
