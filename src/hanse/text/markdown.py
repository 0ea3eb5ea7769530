"""Which paragraphs does a Markdown file hold?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from hanse.text.blocks import Block, Run
from hanse.text.characters import normalise
from hanse.text.document import FurnitureKind
from hanse.text.plain import starts_anew

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)\n---[ \t]*(?:\n|$)", re.DOTALL)


def blocks(text: str) -> list[Block]:
    """A Markdown text's paragraphs as Blocks: headings with their level, list items with their label and depth, table
    cells, struck and bold text as such. Front matter is furniture."""
    text = normalise(text).replace("\f", "\n")
    found: list[Block] = []
    if front := _FRONT_MATTER.match(text):
        found.append(_furniture(front.group(1)))
        text = text[front.end() :]
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return found + _Walk().blocks(parser.parse(text))


def _furniture(text: str, kind: FurnitureKind = "other") -> Block:
    return Block((Run(text),), furniture=kind)


class _Walk:
    """Goes through the tokens once, with the open lists on a stack."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self.lists: list[tuple[bool, int]] = []
        self.label = ""
        self.heading = 0
        self.cell = False

    def blocks(self, tokens: Sequence[Token]) -> list[Block]:
        for token in tokens:
            self._take(token)
        return self.found

    def _take(self, token: Token) -> None:
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open"):
            self.lists.append((kind.startswith("ordered"), int(token.attrGet("start") or 1)))
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self.lists.pop()
        elif kind == "list_item_open":
            ordered, _ = self.lists[-1]
            self.label = f"{token.info}{token.markup}" if ordered else token.markup
        elif kind == "list_item_close":
            self.label = ""
        elif kind == "heading_open":
            self.heading = int(token.tag[1])
        elif kind == "heading_close":
            self.heading = 0
        elif kind in ("td_open", "th_open"):
            self.cell = True
        elif kind in ("td_close", "th_close"):
            self.cell = False
        elif kind == "inline":
            self._inline(token)
        elif kind in ("code_block", "fence"):
            for part in re.split(r"\n\s*\n", token.content):
                self._add((Run(part),))
        elif kind == "html_block":
            self._html(token.content)

    def _inline(self, token: Token) -> None:
        for runs in _paragraphs(_runs(token.children or [])):
            self._add(runs)

    def _html(self, content: str) -> None:
        if content.lstrip().startswith("<!--"):
            return
        from hanse.text.html import blocks as html_blocks

        self.found.extend(html_blocks(content))

    def _add(self, runs: tuple[Run, ...]) -> None:
        if not any(run.text.strip() for run in runs):
            return
        level = max(0, len(self.lists) - 1)
        self.found.append(Block(runs, label=self.label, level=level, heading=self.heading, cell=self.cell))
        self.label = ""


def _paragraphs(runs: tuple[Run, ...]) -> list[tuple[Run, ...]]:
    """Runs parted before lines that begin with a number which Markdown does not know: "(a)", "a."."""
    parts: list[list[Run]] = [[]]
    before = ""
    for index, run in enumerate(runs):
        after = "".join(other.text for other in runs[index + 1 :]).split("\n", 1)[0]
        if run.text == "\n" and before and starts_anew(before, after):
            parts.append([])
            before = ""
            continue
        parts[-1].append(run)
        before = "" if run.text == "\n" else before + run.text
    return [tuple(part) for part in parts]


def _runs(tokens: Sequence[Token]) -> tuple[Run, ...]:
    runs: list[Run] = []
    bold = struck = 0
    change = ""
    for token in tokens:
        if token.type in ("strong_open", "strong_close"):
            bold += token.nesting
        elif token.type in ("s_open", "s_close"):
            struck += token.nesting
        elif token.type == "html_inline":
            tag = re.match(r"<(/?)(ins|del|s|strike|b|strong|br)\b", token.content, re.IGNORECASE)
            if tag:
                closing, name = bool(tag.group(1)), tag.group(2).lower()
                change = (
                    "" if closing and name in ("ins", "del") else {"ins": "insert", "del": "delete"}.get(name, change)
                )
                struck += {"s": 1, "strike": 1}.get(name, 0) * (-1 if closing else 1)
                bold += {"b": 1, "strong": 1}.get(name, 0) * (-1 if closing else 1)
                if name == "br":
                    runs.append(Run(" "))
        elif token.type in ("softbreak", "hardbreak"):
            runs.append(_run("\n", bold, struck, change))
        elif token.type == "image" or token.content:
            runs.append(_run(token.content, bold, struck, change))
    return tuple(runs)


def _run(text: str, bold: int, struck: int, change: str) -> Run:
    return Run(text, change=change, bold=bold > 0, struck=struck > 0)  # type: ignore[arg-type]
