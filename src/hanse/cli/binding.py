"""``hanse strength --report``: how binding is a text, paragraph by paragraph, and how did that move?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hanse.wording.binding import Binding, Paragraph

SIGNS = {"new": "+", "stronger": "↑", "weaker": "↓", "as strong": "=", "dropped": "−", "first": " "}
"""Beside the word, so that colour never stands alone."""


def summary(draft: Binding) -> str:
    """One draft in a sentence or two."""
    counted = sum(number for _, number in draft.levels)
    directing = counted - dict(draft.levels)[0]
    if not directing:
        return f"{counted} paragraphs, of which none directs anybody."
    said = (
        f"{counted} paragraphs, {directing} of which direct; of these {draft.binding:.0%} bind (4 or 5), "
        f"{draft.caveated:.0%} have a caveat or hedge, mean level {draft.mean:.1f}."
    )
    if draft.moves:
        said += f" Against the draft before: {', '.join(f'{number} {move}' for move, number in draft.moves)}."
    return said


def text_lines(drafts: Iterable[Binding]) -> Iterator[str]:
    """The report for a terminal."""
    for draft in drafts:
        yield f"{draft.title}"
        yield summary(draft)
        if draft.bearers:
            yield f"Who is to act: {'; '.join(f'{who} {number}' for who, number in draft.bearers[:8])}."
        yield ""
        for each in (*draft.paragraphs, *draft.dropped):
            if each.force is None:
                yield f"      {each.text}"
                continue
            moved = f"{SIGNS[each.move]} {each.move:<10}" if draft.moves else ""
            yield f"{each.force.level}  {each.force.modal or '-':<14}{moved}  {each.number}  {each.text}".rstrip()
            if each.why and each.move in ("stronger", "weaker"):
                yield f"{'':<17}{each.why}"
            for start, end in each.force.caveats:
                yield f"{'':<17}caveat: {each.text[start:end]}"
        yield ""


_STYLE = """
:root { color-scheme: light dark; --ink: #1c2430; --paper: #fdfdfb; --quiet: #5b6675; --line: #d9dde3;
  --mark: #e7edf6; --care: #f6e8d6 }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8ec; --paper: #14181e; --quiet: #a2abb8; --line: #333b47;
  --mark: #24344d; --care: #47331b } }
body { font: 1rem/1.55 Georgia, "Times New Roman", serif; color: var(--ink); background: var(--paper);
  max-width: 60rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.5rem } h2 { font-size: 1.2rem; margin-top: 2.5rem }
p.said { color: var(--quiet); max-width: 44rem }
ol { list-style: none; padding: 0 } li { border-top: 1px solid var(--line); padding: .6rem 0; display: grid;
  grid-template-columns: 3rem 7.5rem 1fr; gap: .75rem }
li.heading { display: block; font-weight: bold; border: 0; padding-top: 1.2rem }
li.dropped p { text-decoration: line-through; color: var(--quiet) }
.level { font-variant-numeric: tabular-nums; font-size: 1.3rem } .move { color: var(--quiet); font-size: .9rem }
li p { margin: 0; overflow-wrap: anywhere } .why { color: var(--quiet); font-size: .9rem }
mark { background: var(--mark); color: inherit; padding: 0 .15em; border-radius: .2em }
mark.caveat { background: var(--care); text-decoration: underline dotted }
@media (max-width: 40rem) { li { grid-template-columns: 2rem 1fr } li > div { grid-column: 1 / -1 } }
"""


def page(drafts: tuple[Binding, ...]) -> str:
    """The report as one page that needs nothing else."""
    sections = "\n".join(_section(draft) for draft in drafts)
    language = escape(drafts[0].language if drafts and drafts[0].language != "und" else "en")
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>How binding is it?</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        "<h1>How binding is it?</h1>\n"
        '<p class="said">Levels: 5 decides, shall, must; 4 will, commit, undertake; 3 should, requests, urges; 2 '
        "encourages, invites; 1 may, considers; 0 directs nobody. The word that directs is marked, caveats and hedges "
        "are underlined. A machine has read this; nobody has judged it yet.</p>\n"
        f"{sections}\n</main>\n</body>\n</html>\n"
    )


def _section(draft: Binding) -> str:
    rows = "\n".join(_row(each, moved=bool(draft.moves)) for each in (*draft.paragraphs, *draft.dropped))
    return f'<h2>{escape(draft.title)}</h2>\n<p class="said">{escape(summary(draft))}</p>\n<ol>\n{rows}\n</ol>'


def _row(each: Paragraph, *, moved: bool) -> str:
    if each.force is None:
        return f'<li class="heading">{escape(each.text)}</li>'
    move = f"{SIGNS[each.move]} {each.move}" if moved else ""
    why = f'<div class="why">{escape(each.why)}</div>' if each.why and each.move in ("stronger", "weaker") else ""
    number = f"{escape(each.number)} " if each.number else ""
    kind = ' class="dropped"' if each.move == "dropped" else ""
    modal = escape(each.force.modal or "directs nobody")
    return (
        f'<li{kind}><span class="level" title="{modal}">{each.force.level}</span>'
        f'<span class="move">{escape(move)}</span><div><p>{number}{_marked(each)}</p>{why}</div></li>'
    )


def _marked(each: Paragraph) -> str:
    """The words, with the directing one and what weakens it marked; no mark stands in another."""
    if each.force is None:
        return escape(each.text)
    spans = [(span, "") for span in ([each.force.modal_span] if each.force.modal_span else [])]
    spans += [(span, ' class="caveat"') for span in (*each.force.caveats, *each.force.hedges)]
    written, at = "", 0
    for (start, end), kind in sorted(spans):
        if start >= at:
            written += f"{escape(each.text[at:start])}<mark{kind}>{escape(each.text[start:end])}</mark>"
            at = end
    return written + escape(each.text[at:])
