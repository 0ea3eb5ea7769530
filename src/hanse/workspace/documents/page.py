"""How is a document shown? Line by line: its passages with numbers, permalinks, brackets and proposals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from hanse.text.brackets import Bracket, brackets
from hanse.text.document import Span
from hanse.workspace.documents.models import Document, Furniture, Passage
from hanse.workspace.documents.quoted import ANCHOR


@dataclass(frozen=True, slots=True)
class Line:
    """One passage or piece of furniture; ``page`` only where a new page begins."""

    block: Passage | Furniture
    page: int | None
    words: SafeString

    @property
    def is_passage(self) -> bool:
        return isinstance(self.block, Passage)

    @property
    def number(self) -> SafeString:
        """The passage's number as its permalink; a pilcrow where it has none."""
        passage = self.block
        if not passage.number:
            link = '<a class="number none" href="#{}" aria-label="{}">¶</a>'
            return format_html(link, passage.anchor, _("Permalink to this passage"))
        path = format_html(' title="{}"', passage.number) if passage.number != passage.label else ""
        shown = passage.label or passage.number
        return format_html('<a class="number" href="#{}"{}>{}</a>', passage.anchor, path, shown)

    @property
    def heading(self) -> int:
        """2 to 5 for a heading, else 0."""
        if not self.is_passage or self.block.kind not in {"title", "heading"}:
            return 0
        return 2 if self.block.kind == "title" else min(3 + self.block.level, 5)


def lines(document: Document, *, furnished: bool = False, marked: tuple[str, Span] | None = None) -> list[Line]:
    """The whole document in its order; furniture only where asked for. ``marked``: a span in the passage of an id."""
    blocks: list[Any] = list(document.passages.all())
    if furnished:
        blocks = sorted([*blocks, *document.furniture.all()], key=lambda block: block.order)
    found, page = [], None
    for block in blocks:
        begins = block.page if block.page != page else None
        page = block.page if block.page is not None else page
        passage = isinstance(block, Passage)
        mark = marked[1] if marked and passage and block.pid == marked[0] else (0, 0)
        found.append(
            Line(
                block=block,
                page=begins,
                words=with_brackets(block.text, mark) if passage else mark_safe(escape(block.text)),
            )
        )
    return found


def with_brackets(text: str, mark: Span = (0, 0)) -> SafeString:
    """The text as HTML, each bracket of negotiation as a ``<span class="bracket">`` that tells its author and kind, and
    the span ``mark`` as a ``<mark>``, of which the first piece has the id "quote"."""
    found = brackets(text)
    words = _nested(text, (0, len(text)), list(found), mark)
    return mark_safe(words.replace("<mark", f'<mark id="{ANCHOR}"', 1) if mark[0] < mark[1] else words)


def _nested(text: str, span: Span, inside: list[Bracket], mark: Span) -> str:
    """Escaped text of a span, with the brackets that lie in it; ``inside`` in order of their start, outermost first."""
    pieces, at = [], span[0]
    while inside:
        outer, *rest = inside
        within = [each for each in rest if each.end <= outer.end]
        inside = [each for each in rest if each.start >= outer.end]
        pieces.append(_marked(text, (at, outer.start), mark))
        author = format_html(' data-author="{}"', outer.author) if outer.author else ""
        words = _nested(text, (outer.start, outer.end), within, mark)
        pieces.append(f'<span class="bracket {outer.kind}"{author}>{words}</span>')
        at = outer.end
    pieces.append(_marked(text, (at, span[1]), mark))
    return "".join(pieces)


def _marked(text: str, span: Span, mark: Span) -> str:
    """Escaped text of a span, what of it is marked in a ``<mark>``."""
    start, end = (min(max(each, span[0]), span[1]) for each in mark)
    if start == end:
        return escape(text[span[0] : span[1]])
    before, within, after = (escape(text[a:b]) for a, b in ((span[0], start), (start, end), (end, span[1])))
    return f'{before}<mark class="hit">{within}</mark>{after}'
