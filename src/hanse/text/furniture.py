"""What on the pages is not the text? Running headers, footers and page numbers, found by their repetition."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from hanse.text.blocks import Block
from hanse.text.characters import squeezed
from hanse.text.document import FurnitureKind
from hanse.text.numbering import label_of

PAGE_NUMBER = re.compile(
    r"[-–—|\s]*(?:(?:page|p\.|página|pág\.|seite|стр\.?|страница|صفحة|第)\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|of|de|"
    r"sur|von|из|من)\s*\d{1,4})?\s*页?[-–—|\s]*"
    r"|\d{1,4}\s*\|\s*page|page\s*\|\s*\d{1,4}",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_EDGE = 3
"""How many blocks at the top and bottom of a page may be furniture."""


def set_apart(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with `Block.furniture` set on the headers, footers and page numbers of pages.

    What stands at the top or bottom of at least two pages and of a third of all, its numbers apart, is furniture. So
    are page numbers. Blocks that say of themselves what they are stay as they are.
    """
    pages: dict[int, list[int]] = defaultdict(list)
    for index, block in enumerate(blocks):
        if block.page is not None and not block.furniture and not block.cell and block.text.strip():
            pages[block.page].append(index)
    result = [_alone(block) for block in blocks]
    if len(pages) < 2:
        return result
    for top in (True, False):
        edges = {page: _edge(indices, top) for page, indices in pages.items()}
        seen = Counter(key for indices in edges.values() for key in {_key(blocks[index]) for index in indices})
        for indices in edges.values():
            for index in indices:
                if furniture := _kind(blocks[index], seen[_key(blocks[index])], len(pages), top):
                    result[index] = replace(result[index], furniture=furniture)
                else:
                    break
    return result


def repeated_edges(pages: Sequence[Sequence[str]]) -> dict[tuple[int, int], FurnitureKind]:
    """``(page, line)`` of the lines at the top and bottom of pages that are headers, footers or page numbers."""
    found: dict[tuple[int, int], FurnitureKind] = {}
    if len(pages) < 2:
        return found
    filled = [[index for index, line in enumerate(page) if line.strip()] for page in pages]
    for top in (True, False):
        edges = [_edge(indices, top) if len(indices) > 1 else [] for indices in filled]
        seen = Counter(
            key for page, edge in zip(pages, edges, strict=True) for key in {_line_key(page[at]) for at in edge}
        )
        for number, (page, edge) in enumerate(zip(pages, edges, strict=True)):
            for at in edge:
                kind = _kind(Block.of(page[at]), seen[_line_key(page[at])], len(pages), top)
                if kind is None:
                    break
                found[number, at] = kind
    return found


def _line_key(line: str) -> str:
    return _DIGITS.sub("#", squeezed(line).casefold())


def _alone(block: Block) -> Block:
    """A paragraph that is nothing but a number, in a text without pages, is a page number left over."""
    if block.page is None and not block.furniture and not block.cell and not block.label and not block.heading:
        text = squeezed(block.text)
        if PAGE_NUMBER.fullmatch(text) and any(character.isdigit() for character in text):
            return replace(block, furniture="page number")
    return block


def _edge(indices: Sequence[int], top: bool) -> list[int]:
    reach = min(_EDGE, max(1, len(indices) - 1))
    return list(indices[:reach]) if top else list(reversed(indices[-reach:]))


def _kind(block: Block, pages: int, of: int, top: bool) -> FurnitureKind | None:
    text = squeezed(block.text)
    if len(text) > 200 or block.label:
        return None
    if PAGE_NUMBER.fullmatch(text) and re.search(r"\d|page", text):
        return "page number"
    if pages >= 2 and pages * 3 >= of and not block.heading and label_of(text) is None:
        return "header" if top else "footer"
    return None


def _key(block: Block) -> str:
    return _line_key(block.text)
