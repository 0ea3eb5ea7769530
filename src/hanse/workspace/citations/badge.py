"""How is a tally drawn for other sites? A small picture with words and numbers, without colour alone."""

from __future__ import annotations

from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hanse.workspace.citations.cited import Tally
from hanse.workspace.citations.models import StanceKind

INK, PAPER, RULE, SOFT = "#1f1d1a", "#fdfcf9", "#8a8375", "#5b564d"
COLOURS = {
    StanceKind.SUPPORTS: "#17593a",
    StanceKind.CONTRASTS: "#932a1b",
    StanceKind.UNSURE: "#4c3c96",
    StanceKind.MENTIONS: "#55514a",
}
CELL, HEIGHT = 92, 46


def svg(tally: Tally, title: str) -> str:
    """The picture: 0 0 0 0 is drawn too. Standing alone it needs no script, style or font of ours."""
    width = CELL * len(tally.counts) + 12
    told = "; ".join(f"{each.stance.label}: {each.total}" for each in tally.counts)
    judged = ngettext("%(n)s judged by people", "%(n)s judged by people", tally.judged) % {"n": tally.judged}
    cells = "".join(_cell(each.stance, each.total, 6 + CELL * place) for place, each in enumerate(tally.counts))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{HEIGHT + 18}" role="img"'
        f' viewBox="0 0 {width} {HEIGHT + 18}"><title>{escape(title)}: {escape(told)}. {escape(judged)}.</title>'
        f'<rect x=".5" y=".5" width="{width - 1}" height="{HEIGHT + 17}" rx="3" fill="{PAPER}" stroke="{RULE}"/>'
        f'{cells}<text x="{width / 2:g}" y="{HEIGHT + 9}" fill="{SOFT}" font-size="10.5" text-anchor="middle"'
        f' font-family="sans-serif">{escape(judged)} · {escape(_("the rest proposed"))} · Hanse</text></svg>'
    )


def _cell(stance: StanceKind, number: int, x: int) -> str:
    middle = x + CELL / 2
    return (
        f'<text x="{middle:g}" y="22" fill="{COLOURS[stance]}" font-size="18" font-weight="600" text-anchor="middle"'
        f' font-family="Georgia, serif">{number}</text><text x="{middle:g}" y="38" fill="{INK}" font-size="12"'
        f' text-anchor="middle" font-family="sans-serif">{escape(stance.label)}</text>'
    )
