"""How are words of a passage marked for the eye? Spans become HTML, nested properly and escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup, escape

from hanse.text.document import Span

Kind = Literal["aligned", "caveat", "mention", "hit", "struck"]

ELEMENT: dict[Kind, str] = {"aligned": "mark", "caveat": "span", "mention": "strong", "hit": "mark", "struck": "s"}


@dataclass(frozen=True, slots=True)
class Layer:
    """One reason to mark words: ``spans`` in the text, the ``kind``, a ``label`` that stands after each span.

    The kind is the CSS class too, but for aligned words, of which a page has thousands: those are a bare ``mark``.

    ``numbered`` writes each span's place in ``spans`` as ``data-pair``, so that a page can light up its counterpart.
    """

    kind: Kind
    spans: Sequence[Span]
    label: str = ""
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Insertion:
    """Words that somebody would put in at an offset of the text, and who."""

    at: int
    text: str
    author: str = ""


def marked(text: str, layers: Iterable[Layer] = (), insertions: Sequence[Insertion] = ()) -> Markup:
    """The text as HTML with every layer's spans marked; the first layer is outermost and never broken up.

    Insertions, in the order of their offsets, are shown in their places as ``ins``, each followed by its author.
    Everything is escaped. Spans are half-open code-point offsets; what lies outside the text is cut off, and a span
    that overlaps an earlier one of its own layer keeps only what is left.
    """
    settled = tuple((layer, _settled(layer.spans, len(text))) for layer in layers)
    return Markup(_nested(_Page(text, tuple(insertions)), 0, len(text), settled))


@dataclass(frozen=True, slots=True)
class _Page:
    text: str
    insertions: tuple[Insertion, ...]

    def plain(self, start: int, end: int) -> str:
        """A stretch without marks, with the insertions that fall into it; one at the very end follows the last word."""
        if not self.insertions:
            return str(escape(self.text[start:end]))
        pieces, at = [], start
        for each in self.insertions:
            if start <= each.at < end or (each.at >= end == len(self.text) and (start < end or not end)):
                place = min(each.at, end)
                label = f'<small class="label">{escape(each.author)}</small>' if each.author else ""
                space = " " if place and each.text[:1].isalnum() and not self.text[place - 1].isspace() else ""
                pieces += [str(escape(self.text[at:place])), space, f"<ins>{escape(each.text)}</ins>{label}"]
                at = place
        return "".join([*pieces, str(escape(self.text[at:end]))])


Settled = tuple[Layer, tuple[tuple[int, int, int], ...]]


def _settled(spans: Sequence[Span], length: int) -> tuple[tuple[int, int, int], ...]:
    """Spans in order, clipped, without overlap, each with its place in the original sequence."""
    kept: list[tuple[int, int, int]] = []
    reached = 0
    for start, end, place in sorted((start, end, place) for place, (start, end) in enumerate(spans)):
        start, end = max(start, reached), min(end, length)
        if start < end:
            kept.append((start, end, place))
            reached = end
    return tuple(kept)


def _nested(page: _Page, start: int, end: int, layers: tuple[Settled, ...]) -> str:
    if not layers:
        return page.plain(start, end)
    (layer, spans), inner = layers[0], layers[1:]
    pieces: list[str] = []
    at = start
    for first, last, place in spans:
        left, right = max(first, start), min(last, end)
        if left >= right:
            continue
        pieces.append(_nested(page, at, left, inner))
        pieces.append(_wrapped(layer, place, _nested(page, left, right, inner), closing=right == last))
        at = right
    pieces.append(_nested(page, at, end, inner))
    return "".join(pieces)


def _wrapped(layer: Layer, place: int, content: str, *, closing: bool) -> str:
    element = ELEMENT[layer.kind]
    name = "" if layer.kind == "aligned" else f' class="{layer.kind}"'
    pair = f' data-pair="{place}"' if layer.numbered else ""
    label = f'<small class="label">{escape(layer.label)}</small>' if layer.label and closing else ""
    return f"<{element}{name}{pair}>{content}</{element}>{label}"


def joined(
    asked: str, ask_spans: Sequence[Span], drafted: str, draft_spans: Sequence[Span]
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Paired spans with neighbours run together wherever no word stands between them on either side.

    In: two texts and their paired spans (same length). Out: fewer, longer pairs, for display only.
    """
    runs: list[tuple[Span, Span]] = []
    for ask, draft in sorted(zip(ask_spans, draft_spans, strict=True), key=lambda pair: (pair[1], pair[0])):
        if runs and _touch(asked, runs[-1][0], ask) and _touch(drafted, runs[-1][1], draft):
            runs[-1] = ((runs[-1][0][0], ask[1]), (runs[-1][1][0], draft[1]))
        else:
            runs.append((ask, draft))
    return tuple(ask for ask, _ in runs), tuple(draft for _, draft in runs)


def _touch(text: str, left: Span, right: Span) -> bool:
    return left[1] <= right[0] and not any(character.isalnum() for character in text[left[1] : right[0]])
