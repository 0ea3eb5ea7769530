"""How does an authored paper look as a journal sets it? Typst: hyphenated columns, running heads, notes at the foot."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime

import typst

from benchmarks.gold.manuscript import Paper, Run

FONTS = ("Libertinus Serif", "New Computer Modern")


def pdf(paper: Paper) -> bytes:
    """The paper as PDF; the same paper gives the same bytes."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)
    made = typst.Compiler(font_paths=fonts).compile(
        "\n".join(_source(paper)).encode(), format="pdf", timestamp=datetime(2024, 1, 1, tzinfo=UTC)
    )
    assert isinstance(made, bytes)
    return made


def _source(paper: Paper) -> Iterator[str]:
    yield f"#set document(title: {_quoted(paper.title)}, author: {_quoted('; '.join(paper.authors))})"
    yield (
        f"#set page(width: {15 if paper.columns == 1 else 17.6}cm, height: 20cm, margin: 2cm, "
        f"columns: {paper.columns}, "
        f"numbering: {_quoted('1')}, header: context if counter(page).get().first() > 1 "
        f"[#text(size: 8pt)[{_shown(paper.running_head)} #h(1fr) #counter(page).display()]])"
    )
    font = FONTS[sum(map(ord, paper.id)) % 2]
    yield f"#set text(font: {_quoted(font)}, size: 9.5pt, lang: {_quoted(paper.language)}, hyphenate: true)"
    yield "#set par(justify: true, leading: 0.55em, spacing: 0.55em, first-line-indent: 1.2em)"
    yield "#show heading: it => block(above: 1.1em, below: 0.7em, text(size: 10.5pt, it.body))"
    head = f"#text(size: 15pt, hyphenate: false)[{_shown(paper.title)}] \\ #v(0.3em) {_shown(', '.join(paper.authors))}"
    scope = ', scope: "parent"' if paper.columns > 1 else ""
    yield f"#place(top + center, float: true{scope}, clearance: 1.5em)[{head}]"
    for block in paper.blocks:
        yield ""
        if isinstance(block, str):
            yield f"#heading(level: 1)[{_shown(block)}]"
        else:
            yield " ".join("".join(map(_run, sentence.runs)) for sentence in block)
    if paper.list_heading:
        yield from _list(paper)


def _list(paper: Paper) -> Iterator[str]:
    yield f"\n#heading(level: 1)[{_shown(paper.list_heading)}]"
    yield "#set par(first-line-indent: 0pt, hanging-indent: 1.5em, spacing: 0.7em)"
    yield "#set text(size: 8.5pt)"
    for number, (_, text) in enumerate(paper.references, 1):
        before = {"brackets": f"[{number}] ", "superscript": f"{number}. "}.get(paper.marks, "")
        yield f"\n{_shown(before + text)}"


def _run(run: Run) -> str:
    if run.note:
        return f"#footnote[{''.join(map(_run, run.note))}]"
    return f"#super[{_shown(run.text)}]" if run.raised else _shown(run.text)


def _shown(text: str) -> str:
    return f"#{_quoted(text)};"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
