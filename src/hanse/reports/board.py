"""How does the board look as a page? One self-contained HTML file that works from a mail attachment."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from hanse import saying
from hanse.reports import handling, phrases
from hanse.reports.finding import TEMPLATES, UNJUDGED, Judged, Places, article, day, sources, template
from hanse.reports.marks import Layer, marked
from hanse.saying import gettext, ngettext, pgettext
from hanse.text.document import Document
from hanse.tracing.board import OUTCOMES, Ask, Board, Cell, Met, Outcome, Watch


def html(
    board: Board, *, judged: Judged = UNJUDGED, include_restricted: bool = False, language: str | None = None
) -> str:
    """The board as one page: no request leaves it, and all of it can be read without its script.

    ``language`` (BCP 47) is that of the page; without one, that which the library speaks (`hanse.saying`).
    ``judged`` findings are told and counted apart from those that the machine alone proposed.
    Raises RestrictedDocument where the board holds something restricted and ``include_restricted`` is not set.
    """
    handling.permit(board, include_restricted=include_restricted)
    with saying.speaking(language or saying.spoken()):
        return _page(board, judged)


def _page(board: Board, judged: Judged) -> str:
    style, script = _style(), _file("board.js")
    places = Places(board)
    rows = _rows(board, places, judged)
    moves = movements(board)
    return template("board.html").render(
        board=board,
        title=board.title or gettext("Untitled campaign"),
        restricted=bool(handling.restricted(board)),
        latest=board.drafts[-1] if board.drafts else None,
        places=places,
        judged=judged,
        traced=traced(board),
        machine=machine(board, judged),
        tally=tally(board),
        movements=moves,
        movement_choices=[(each.name, phrases.MOVED[each.name]) for each in moves if each.rows],
        moved={ask.id: each.name for each in moves for ask in each.rows},
        rows=rows,
        outcomes=[
            (each, phrases.OUTCOME[each]) for each in OUTCOMES if any(cell.outcome == each for cell in board.cells)
        ],
        mets=[
            (each, shown) for each, shown in phrases.MET_SHORT.items() if any(cell.met == each for cell in board.cells)
        ],
        actors=_choices(ask.actor for ask in board.asks),
        themes=_choices(ask.theme for ask in board.asks),
        watch=_watch(board),
        sources=_quoted(board, places),
        style=Markup(style),
        script=Markup(script),
        policy=_policy(style, script),
    )


def traced(board: Board) -> str:
    """How many asks went through how many drafts."""
    drafts = ngettext("%(num)s draft", "%(num)s drafts", len(board.drafts), num=len(board.drafts))
    return ngettext(
        "%(num)s ask traced through %(drafts)s.",
        "%(num)s asks traced through %(drafts)s.",
        len(board.asks),
        num=len(board.asks),
        drafts=drafts,
    )


def machine(board: Board, judged: Judged) -> str:
    """Who found it: the machine alone, or how many findings a person has judged."""
    count = sum((cell.ask, cell.draft) in judged for cell in board.cells)
    if not count:
        return phrases.machine()
    return ngettext(
        "%(num)s of %(all)s findings judged by a person, the others machine proposed.",
        "%(num)s of %(all)s findings judged by a person, the others machine proposed.",
        count,
        num=count,
        all=len(board.cells),
    )


@cache
def _file(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _style() -> str:
    return "\n".join(_file(name) for name in ("tokens.css", "finding.css", "board.css"))


def _policy(style: str, script: str) -> str:
    """Nothing may be loaded; only this page's own style and script run, by their hashes."""
    own = f"style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    return f"default-src 'none'; {own}; base-uri 'none'; form-action 'none'"


def _hash(content: str) -> str:
    return f"sha256-{b64encode(hashlib.sha256(content.encode()).digest()).decode()}"


@dataclass(frozen=True, slots=True)
class Row:
    """One ask with its cells, and the articles behind them."""

    ask: Ask
    cells: tuple[Cell, ...]
    findings: tuple[Markup, ...]


def _rows(board: Board, places: Places, judged: Judged) -> tuple[Row, ...]:
    return tuple(
        Row(
            ask,
            tuple(board.cell(ask.id, draft.id) for draft in board.drafts),
            tuple(
                article(board, ask, draft, board.cell(ask.id, draft.id), places, judged.get((ask.id, draft.id), ""))
                for draft in board.drafts
            ),
        )
        for ask in board.asks
    )


@dataclass(frozen=True, slots=True)
class Count:
    """Which asks have this outcome in the latest draft; ``before``: how many stand before them in the bar."""

    outcome: Outcome
    rows: tuple[Ask, ...]
    before: int


def tally(board: Board) -> tuple[Count, ...]:
    """How many asks have which outcome in the latest draft, best first; empty where there is no draft."""
    if not board.drafts:
        return ()
    counts: list[Count] = []
    before = 0
    for outcome in OUTCOMES:
        rows = tuple(ask for ask in board.asks if board.cell(ask.id, board.drafts[-1].id).outcome == outcome)
        counts.append(Count(outcome, rows, before))
        before += len(rows)
    return tuple(counts)


@dataclass(frozen=True, slots=True)
class Movement:
    """Which asks fare so in the latest draft, against the one before, for those who asked."""

    name: str
    rows: tuple[Ask, ...]


MET_RANK: dict[Met, int] = {"no": 0, "open": 1, "in part": 2, "yes": 3}


def movements(board: Board) -> tuple[Movement, ...]:
    """Better, worse and as before; empty where there is no draft before the latest."""
    if len(board.drafts) < 2:
        return ()
    rows: dict[str, list[Ask]] = {"better": [], "worse": [], "as before": []}
    for ask in board.asks:
        before, now = (MET_RANK[board.cell(ask.id, draft.id).met] for draft in board.drafts[-2:])
        rows["better" if now > before else "worse" if now < before else "as before"].append(ask)
    return tuple(Movement(name, tuple(asks)) for name, asks in rows.items())


def _choices(values: Iterable[str]) -> list[tuple[str, str]]:
    return [(value, value) for value in sorted({each for each in values if each})]


@dataclass(frozen=True, slots=True)
class Mention:
    """A watch row with its mentions marked; ``gone`` where the passage is no longer in the draft."""

    watch: Watch
    passage: Markup
    before: Markup | None
    gone: bool


def _watch(board: Board) -> list[tuple[Document, list[Mention]]]:
    shown = []
    for draft in board.drafts:
        entries = [_mention(draft, each) for each in board.watch if each.draft == draft.id]
        if entries:
            shown.append((draft, entries))
    return shown


def _mention(draft: Document, row: Watch) -> Mention:
    before = marked(row.before.text, (Layer("mention", row.before_mentions),)) if row.before else None
    return Mention(
        row, marked(row.passage.text, (Layer("mention", row.mentions),)), before, row.passage not in draft.passages
    )


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage that some finding points to, quoted once."""

    anchor: str
    name: str
    words: Markup
    about: str
    language: str


def _quoted(board: Board, places: Places) -> tuple[Quoted, ...]:
    """Origins and rivals, then the statements' passages in which asks were found."""
    languages = {text.id: text.language for text in (*board.record, *board.drafts, *board.statements)}
    quoted: dict[str, Quoted] = {}
    for each in sources(board):
        anchor = places.source(each.document, each.passage.id)
        adopted = pgettext("text", "adopted") if each.adopted else ""
        about = saying.comma().join(part for part in (each.actor, day(each.date), adopted) if part)
        language = languages.get(each.document, "und")
        quoted[anchor] = Quoted(anchor, phrases.cited(each), marked(each.passage.text), about, _tag(language))
    for text in board.statements:
        for passage in text.passages:
            found = [ask.span for ask in board.asks if ask.document == text.id and ask.passage == passage.id]
            anchor = places.source(text.id, passage.id)
            if found and anchor not in quoted:
                words = marked(passage.text, (Layer("aligned", [span for span in found if span]),))
                name = f"{phrases.document(text)}{saying.comma()}{phrases.paragraph(passage)}"
                about = saying.comma().join(part for part in (text.actor, day(text.date)) if part)
                quoted[anchor] = Quoted(anchor, name, words, about, _tag(text.language))
    return tuple(quoted.values())


def _tag(language: str) -> str:
    return "" if language == "und" else language
