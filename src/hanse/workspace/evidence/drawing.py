"""How does a badge look? A line of words in a frame, drawn as SVG: the state first, by word and by mark."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from hanse.saying import colon
from hanse.workspace.evidence.states import Label

HEIGHT = 24
MARKS: dict[Label, str] = {
    "open": '<circle cx="13" cy="12" r="4.5" fill="none" stroke="#fff" stroke-width="1.6"/>',
    "supported": '<path d="M8.5 12.5l3 3 6-7" fill="none" stroke="#fff" stroke-width="2"/>',
    "contrasted": '<path d="M9 8l8 8m0-8l-8 8" fill="none" stroke="#fff" stroke-width="2"/>',
    "disputed": '<path d="M8 10h10M8 14.5h10M16 6.5l-6 11" fill="none" stroke="#fff" stroke-width="1.7"/>',
}
COLOURS: dict[Label, str] = {
    "open": "#55514a",
    "supported": "#17593a",
    "contrasted": "#932a1b",
    "disputed": "#7a4a00",
}
FONT = "system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, sans-serif"


def drawn(label: Label, words: Sequence[str]) -> SafeString:
    """The badge: the first word on the state's colour with its mark, the others beside it."""
    first, *others = words
    beside = " · ".join(others)
    left, right = 30 + width(first), 16 + width(beside)
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" width="{all}" height="{height}" viewBox="0 0 {all} {height}"'
        ' role="img" aria-label="{said}"><title>{said}</title>'
        '<rect width="{all}" height="{height}" rx="3" fill="#fff"/>'
        '<rect x=".5" y=".5" width="{inner}" height="{inside}" rx="3" fill="none" stroke="{colour}"/>'
        '<path d="M3 0h{flat}v{height}H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z" fill="{colour}"/>{mark}'
        '<g font-family="{font}" font-size="12">{texts}</g></svg>',
        all=left + right,
        inner=left + right - 1,
        inside=HEIGHT - 1,
        height=HEIGHT,
        flat=left - 3,
        said=colon().join(filter(None, (first, beside))),
        colour=COLOURS[label],
        mark=SafeString(MARKS[label]),
        font=FONT,
        texts=format_html_join(
            "",
            '<text x="{}" y="16" fill="{}" font-weight="{}" textLength="{}" lengthAdjust="spacingAndGlyphs">{}</text>',
            ((23, "#fff", 600, width(first), first), (left + 8, "#1d1b18", 400, width(beside), beside)),
        ),
    )


def width(words: str) -> int:
    """So many pixels take some words at twelve: broad letters of East Asia twice as many."""
    return round(sum(12 if ord(letter) > 0x2E80 else 6.4 for letter in words))
