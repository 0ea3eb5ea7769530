"""An impact report made by hand: counters with and without evidence, charts, stories, an annex."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from hanse.reports.impact import (
    Annex,
    Chart,
    Counter,
    ImpactSheet,
    Item,
    Milestone,
    Published,
    Quote,
    Row,
    Step,
    Story,
    Voice,
)

PASSAGE = {
    "en": "Parties shall hear every city before a harbour is closed to arriving ships.",
    "fr": "Les parties entendent chaque ville avant la fermeture d’un port aux navires qui arrivent.",
    "es": "Las partes oirán a cada ciudad antes de que se cierre un puerto a los barcos que llegan.",
    "ar": "يجب على الأطراف أن تستمع إلى كل مدينة قبل إغلاق أي ميناء.",
    "zh": "各方在关闭港口之前应听取每座城市的意见。",
    "ru": "Стороны заслушивают каждый город, прежде чем закрыть порт для прибывающих судов.",
}
ASKED = {
    "en": "Every city shall be heard before a harbour is closed.",
    "fr": "Chaque ville est entendue avant la fermeture d’un port.",
    "es": "Se oirá a cada ciudad antes de cerrar un puerto.",
    "ar": "يجب الاستماع إلى كل مدينة قبل إغلاق أي ميناء.",
    "zh": "关闭港口之前应听取每座城市的意见。",
    "ru": "Каждый город заслушивается до закрытия порта.",
}
TITLE = {
    "en": "What came of it",
    "fr": "Ce qu’il en est advenu",
    "es": "Lo que resultó",
    "ar": "ما الذي تحقق",
    "zh": "成果",
    "ru": "Что из этого вышло",
}


def item(number: int, language: str = "en", **changed: Any) -> Item:
    fields: dict[str, Any] = {
        "number": number,
        "title": f"OP{number}: {TITLE[language]}",
        "date": "2031-06-02",
        "kind": "finding",
        "claimants": ("Brackwater", "Saint Orla"),
        "asked": (Quote(ASKED[language], "Letter of Brackwater, para. 3", "https://hanse.example/asks/a1/", language),),
        "passages": (Quote(PASSAGE[language], f"Compact of the Strait, OP{number}", "", language),),
        "confirmed": (
            Voice("Norvania", "confirms", "So it came about.", "2031-07-01", "Minutes, page 4", "", "stands outside"),
        ),
        "replies": (),
        "rivals": ("Proposals of the Lantern Relief, para. 2, 15 January 2031",),
        "digest": sha256(str(number).encode()).hexdigest(),
    }
    return Item(**(fields | changed))


def sheet(language: str = "en", items: int = 3, **changed: Any) -> ImpactSheet:
    """A small report in a language; any field can be changed."""
    fields: dict[str, Any] = {
        "title": TITLE[language],
        "language": language,
        "audience": "donor",
        "since": "2030-01-01",
        "until": "2031-12-31",
        "made": "2032-01-15",
        "by": "Union of Estuary Towns",
        "address": "https://hanse.example/impact/reports/r1/",
        "counters": (
            Counter(
                "Positions influenced",
                61,
                "Passages and changes that somebody outside the claimants confirmed.",
                "2031-12-31",
                baseline=Milestone(12, "2029-12-31"),
                target=Milestone(80, "2032-12-31"),
                published=(
                    Published("influenced more than sixty positions", "60", "Yearbook", "2031", "https://x.example/"),
                    Published("sixty-four positions", "64"),
                ),
                proposed=7,
                undated=2,
                rule="Findings that at least one reviewer outside the claimants confirmed, once per passage.",
                code='{"source": "positions"}',
                version=3,
                digest="ab" * 32,
                href="https://hanse.example/impact/snapshots/s1/",
            ),
            Counter("Share with city speakers", 0.124, "Sessions with a city speaker.", "2031-12-31", unit="share"),
            Counter("Funds unlocked", 1250000.5, "Committed amounts.", "2031-12-31", unit="USD"),
            Counter("Partners more able", None, "", "2031-12-31"),
        ),
        "charts": (Chart("By region", (Row("Africa", 31), Row("الدول العربية", 20), Row("Europe", None))),),
        "stories": (
            Story(
                "Heard before a harbour closes",
                "Brackwater",
                "2030-02-03",
                Quote(ASKED[language], "Letter of Brackwater, para. 3", "", language),
                (
                    Step("Zero draft", "2030-03-01", "not reflected", None, "No passage carries more than a tenth."),
                    Step(
                        "Compact of the Strait",
                        "2031-06-02",
                        "reflected",
                        Quote(PASSAGE[language], "OP1", "", language),
                        "It stands here at the strength asked.",
                        "Confirmed by a reviewer of Norvania.",
                    ),
                ),
                adopted=True,
            ),
        ),
        "annexes": (Annex("Positions influenced", tuple(item(n, language) for n in range(1, items + 1))),),
    }
    return ImpactSheet(**(fields | changed))
