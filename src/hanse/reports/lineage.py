"""How does a lineage look as a page? The first who had the words, the family tree, and every appearance in its turn."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from hanse import figures, saying
from hanse.errors import RestrictedDocument
from hanse.reports import phrases
from hanse.reports.finding import TEMPLATES, anchors, template
from hanse.reports.marks import Layer, marked
from hanse.reports.pieces import difference
from hanse.saying import Said, gettext, noop
from hanse.text.document import Passage
from hanse.tracing.board import How
from hanse.tracing.lineage.descent import sentence_around
from hanse.tracing.lineage.value import Appearance, Lineage, Tie

WIDE, NARROW = 760, 216
"""Widths of the tree in pixels, for a desk and for a phone; the names of its lanes come on top."""
AROUND = 220
"""Characters of a passage before and after the words that are quoted."""
QUOTED = 6
"""So many of the first are quoted at the top; all stand in the list."""

OPEN = 60
"""So many appearances are listed openly; of more, the others wait folded."""
HOW_MEANS = Said[How](
    {"verbatim": noop("the very words"), "close": noop("nearly the same words"), "paraphrase": noop("changed words")}
)
HOW_SAYS = Said[How](
    {"verbatim": noop("The very words"), "close": noop("Nearly the same words"), "paraphrase": noop("Changed words")}
)


def html(lineage: Lineage, *, include_restricted: bool = False, language: str | None = None) -> str:
    """The lineage as one self-contained page: no request leaves it.

    ``language`` (BCP 47) is that of the page; without one, that which the library speaks (`hanse.saying`).
    Raises RestrictedDocument where it holds something restricted and ``include_restricted`` is not set.
    """
    restricted = [each for each in _all(lineage) if each.handling == "restricted"]
    if restricted and not include_restricted:
        raise RestrictedDocument(
            f"restricted: {restricted[0].title or restricted[0].document}",
            where="this lineage",
            do="leave it out, or say explicitly that restricted documents may leave",
        )
    with saying.speaking(language or saying.spoken()):
        return _page(lineage, bool(restricted))


def _page(lineage: Lineage, restricted: bool) -> str:
    style = "\n".join((TEMPLATES / name).read_text(encoding="utf-8") for name in ("tokens.css", "lineage.css"))
    named = anchors((each.document for each in _all(lineage)), "a.")
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return template("lineage.html").render(
        lineage=lineage,
        style=Markup(style),
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        restricted=restricted,
        body=body(lineage, {id: f"#{anchor}" for id, anchor in named.items()}, named),
    )


def body(lineage: Lineage, links: Mapping[str, str], named: Mapping[str, str] | None = None) -> Markup:
    """What every page about a lineage shows.

    ``links`` leads from each document's id to its passage; ``named`` gives the places in the list their names.
    """
    named = named or anchors((each.document for each in _all(lineage)), "a.")
    pictures = [_picture(lineage, width, links) for width in (WIDE, NARROW)] if lineage.appearances else []
    return Markup(
        template("lineage_body.html").render(
            lineage=lineage,
            first=[_row(lineage, each, links, named) for each in lineage.first],
            rows=[_row(lineage, each, links, named) for each in lineage.appearances],
            undated=[_row(lineage, each, links, named) for each in lineage.undated],
            pictures=pictures,
            quoted=QUOTED,
            open=OPEN,
            how_means=HOW_MEANS,
            how_says=HOW_SAYS,
            lineage_anchor=named.get,
        )
    )


def _picture(lineage: Lineage, width: int, links: Mapping[str, str]) -> Markup:
    names = {links[each.document]: _name(each) for each in _all(lineage) if each.document in links}
    title = gettext("How “%(phrase)s” travelled", phrase=lineage.phrase)
    chart = figures.lineage(lineage, width=width, links=links)
    return Markup(figures.svg(chart, title=title, description=lineage.said, theme="page", names=names))


@dataclass(frozen=True, slots=True)
class Row:
    """One appearance as it is shown."""

    appearance: Appearance
    anchor: str
    link: str
    name: str
    words: Markup
    change: Markup
    """What changed against its parent, put in and struck; empty where nothing did, or where there is no parent."""
    parent: Appearance | None
    way: str
    """ "stronger" or "weaker", where the change made it so."""
    why: str
    """On what the tie to the parent rests."""
    is_first: bool

    @property
    def language(self) -> str:
        return "" if self.appearance.language == "und" else self.appearance.language


def _row(lineage: Lineage, each: Appearance, links: Mapping[str, str], named: Mapping[str, str]) -> Row:
    tie = lineage.tie(each.document)
    return Row(
        each,
        named[each.document],
        links.get(each.document, ""),
        _name(each),
        excerpt(each),
        _change(lineage, tie) if tie else Markup(""),
        lineage.appearance(tie.parent) if tie else None,
        tie.direction if tie and tie.direction and tie.direction != "neutral" else "",
        tie.why if tie else "",
        each in lineage.first,
    )


def _all(lineage: Lineage) -> tuple[Appearance, ...]:
    return (*lineage.appearances, *lineage.undated)


def _name(each: Appearance) -> str:
    """As it is cited: symbol or title, and paragraph."""
    return f"{saying.apart(each.name)}{_paragraph(each.passage)}"


def _paragraph(passage: Passage) -> str:
    return f"{saying.comma()}{phrases.paragraph(passage)}" if passage.number or passage.page else ""


def excerpt(each: Appearance) -> Markup:
    """The passage, or of a long one what stands around the words, with the words marked."""
    text, (first, last) = each.passage.text, each.span
    start = text.rfind(" ", 0, max(0, first - AROUND)) + 1 if first > AROUND else 0
    end = text.find(" ", last + AROUND) if last + AROUND < len(text) else -1
    end = len(text) if end < 0 else end
    moved = [(a - start, b - start) for a, b in each.spans]
    before, after = Markup("… ") if start else Markup(""), Markup(" …") if end < len(text) else Markup("")
    return before + marked(text[start:end], (Layer("aligned", moved),)) + after


def _change(lineage: Lineage, tie: Tie) -> Markup:
    """The words, or where both sentences are akin the sentence, with what went and what came."""
    told = tie.sentence or tie.words
    if not told.changed:
        return Markup("")
    old, new = (_stretch(lineage.appearance(id), told is tie.sentence) for id in (tie.parent, tie.child))
    return redline(old, new)


def redline(old: str, new: str) -> Markup:
    """The new text as it is written, what is new in it underlined, and what went struck before it."""
    parts: list[tuple[str, str]] = []
    for piece in difference(new, old):
        if piece.change == "insert" and parts and parts[-1][0] == "ins":
            parts.insert(-1, ("del", piece.text))
        elif piece.text:
            parts.append(({"insert": "del", "delete": "ins", "": ""}[piece.change], piece.text))
    shown = Markup("")
    blank = True
    for place, (element, text) in enumerate(parts):
        words = text.strip()
        if element == "del":
            following = parts[place + 1][1] if place + 1 < len(parts) else ""
            before = "" if blank or not words else " "
            after = " " if following[:1].isalnum() or following[:1] in tuple('([“"') else ""
            shown += Markup("{}<del>{}</del>{}").format(before, words, after) if words else ""
            blank = bool(after) if words else blank
            continue
        text = text.lstrip() if blank else text
        words = text.strip()
        head, _, tail = text.partition(words) if words else (text, "", "")
        shown += Markup("{}<ins>{}</ins>{}").format(head, words, tail) if element and words else text
        blank = text[-1:].isspace() if text else blank
    return shown


def _stretch(each: Appearance, sentence: bool) -> str:
    if not sentence:
        return each.words
    start, end = sentence_around(each)
    return each.passage.text[start:end]
