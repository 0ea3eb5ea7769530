"""Which paragraphs does an HTML page hold, and which of its words are only the page's furniture?"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from lxml import etree
from lxml import html as parser

from hanse.text.blocks import Block, Change, Run
from hanse.text.characters import normalise
from hanse.text.document import FurnitureKind
from hanse.text.number_formats import letters, roman
from hanse.text.numbering import label_of

_SKIPPED = re.compile(
    "script|style|template|noscript|svg|math|iframe|object|embed|canvas|audio|video|select|option|datalist"
)
_INLINE = re.compile(
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|img|ins|kbd|label|mark|nobr|q|rp|rt|ruby|s|samp|small|"
    "span|strike|strong|sub|sup|time|tt|u|var|wbr|button|input"
)
_FURNITURE = re.compile("nav|footer|aside|menu|form|dialog")
_ROLES = re.compile("navigation|banner|contentinfo|complementary|search|dialog|alert|menu|menubar")
_CLASSES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|footer|sidebar|cookies?|consent|banner|share|sharing|"
    r"social|related|newsletter|"
    r"subscribe|advert|ads?|promo|skip-link|pagination|pager|toolbar|masthead)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NOTES = re.compile(
    r"(?:^|[\s_-])(?:footnotes?|endnotes?|fn|doc-endnotes?|doc-footnote|references?)(?:$|[\s_-])", re.IGNORECASE
)
_TAG = re.compile(r"<[^<>]*>")
_UNSEEN = re.compile(r"<!--.*?-->|<(script|style|head)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_LETTERS = re.compile(r"\w+")
_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z*†‡§¶#]{1,2})[\])]?")
_UNIT = re.compile(r"(?:\b(?:[kcmd]?m|CO|10|ha)|\d)$")
_TOO_MANY = 4000
"""Items above which a list is numbered by digits, as browsers do for Roman numerals."""
_MARKERS = {"1": "{}.", "a": "({})", "A": "{}.", "i": "({})", "I": "{}."}


def blocks(text: str) -> list[Block]:
    """An HTML page's paragraphs as Blocks, in the page's order and with nothing left out but scripts and styles.

    Navigation, page headers and footers, sidebars, forms and notes become furniture; so does what stands outside the
    main content where the page marks it.
    """
    root = _parsed(text)
    if root is None:
        return []
    walk = _Walk(root)
    body = root.find(".//body")
    try:
        walk.element(body if body is not None else root)
        walk.flush()
    except RecursionError:
        walk.found.clear()
    if not walk.found:  # nested beyond all reason: the words are kept, their structure is not
        return [Block.of(words) for words in _TAG.sub("\n", _UNSEEN.sub(" ", text)).split("\n") if words.strip()]
    return walk.found if walk.main is not None else _edges_set_apart(walk.found, text)


def _parsed(text: str) -> Any:
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    try:
        return parser.document_fromstring(
            text, parser=parser.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
        )
    except (etree.ParserError, ValueError):
        return None


def _edges_set_apart(found: list[Block], text: str) -> list[Block]:
    """Where a page does not mark its main content, what trafilatura leaves out before and after it is furniture.

    Headings and numbered paragraphs stay, and so does everything if trafilatura finds less than half of the words.
    """
    from trafilatura import extract

    main = extract(text, output_format="txt", include_comments=False, favor_recall=True) or ""
    known = set(_LETTERS.findall(normalise(main).casefold()))
    words = set(_LETTERS.findall(" ".join(normalise(block.text) for block in found if not block.furniture).casefold()))
    if not words or len(known & words) < len(words) / 2:
        return found
    whole = _compact(main)
    kept = [
        index
        for index, block in enumerate(found)
        if not block.furniture
        and (block.heading or block.label or label_of(block.text.strip()) or _compact(block.text) in whole)
    ]
    if not kept:
        return found
    return [
        block if block.furniture or kept[0] <= index <= kept[-1] else replace(block, furniture="other")
        for index, block in enumerate(found)
    ]


def _compact(text: str) -> str:
    return "".join(_LETTERS.findall(normalise(text).casefold()))


_INHERITED = ("furniture", "heading", "cell", "bold", "struck", "change", "author", "date", "verbatim")
"""What an element hands down to its children, and takes back behind them."""


class _Walk:
    """Goes through the tree once, gathering runs into Blocks."""

    def __init__(self, root: Any) -> None:
        self.found: list[Block] = []
        self.runs: list[Run] = []
        self.main = _main(root)
        self.furniture: FurnitureKind | None = None
        self.heading = self.level = 0
        self.label = ""
        self.mark = False
        self.cell = self.bold = self.struck = self.verbatim = False
        self.change: Change = ""
        self.author, self.date = "", None
        self.lists: list[tuple[str, int]] = []

    def flush(self) -> None:
        """Close the block that is being gathered."""
        runs, self.runs = tuple(self.runs), []
        if not any(normalise(run.text).strip() for run in runs):
            return
        label = "" if self.furniture and self.label == "•" else self.label
        self.label = ""
        self.found.append(
            Block(
                runs,
                label=label,
                level=max(0, len(self.lists) - 1),
                heading=self.heading,
                cell=self.cell,
                furniture=self.furniture,
            )
        )

    def text(self, text: str | None) -> None:
        if text:
            text = text if self.verbatim else re.sub(r"\s+", " ", text)
            note: FurnitureKind | None = "footnote" if self.mark else None
            self.runs.append(Run(text, self.change, self.author, self.date, self.bold, self.struck, furniture=note))

    def _is_mark(self, node: Any) -> bool:
        """A raised number or sign refers to a note, unless it is part of a unit ("km²") or an ordinal."""
        content = "".join(node.itertext()).strip()
        before = self.runs[-1].text if self.runs else ""
        return bool(_MARK.fullmatch(content)) and not _UNIT.search(before)

    def element(self, node: Any) -> None:
        tag = node.tag if isinstance(node.tag, str) else ""
        if tag and not _SKIPPED.fullmatch(tag) and not _hidden(node):
            saved = {name: getattr(self, name) for name in _INHERITED}
            block = not _INLINE.fullmatch(tag) and tag != "br"
            if block:
                self.flush()
            self._enter(tag, node)
            self.mark = self.mark or (tag == "sup" and self._is_mark(node))
            self.text(node.text)
            for child in node:
                self.element(child)
            if block:
                self.flush()
            if tag == "sup":
                self.mark = False
            self._leave(tag)
            for name, value in saved.items():
                setattr(self, name, value)
        self.text(node.tail) if node.getparent() is not None and tag != "body" else None

    def _enter(self, tag: str, node: Any) -> None:
        self.furniture = self.furniture or _furniture(tag, node, self.main)
        if tag == "br":
            self.flush() if self.verbatim or _paragraphs_by_breaks(node) else self.text(" ")
        elif tag == "img":
            self.text(node.get("alt"))
        elif re.fullmatch("h[1-6]", tag):
            self.heading = int(tag[1])
        elif tag in ("ol", "ul"):
            self.lists.append((node.get("type") or ("1" if tag == "ol" else ""), _number(node.get("start"), 1)))
        elif tag == "li":
            self.label = self._label(node)
        elif tag in ("td", "th"):
            self.cell = not _layout_table(node)
        elif tag in ("b", "strong"):
            self.bold = True
        elif tag in ("s", "strike"):
            self.struck = True
        elif tag in ("ins", "del"):
            self.change = "insert" if tag == "ins" else "delete"
            self.author, self.date = node.get("cite") or node.get("data-author") or "", node.get("datetime")
        elif tag == "pre":
            self.verbatim = True

    def _leave(self, tag: str) -> None:
        if tag in ("ol", "ul") and self.lists:
            self.lists.pop()

    def _label(self, node: Any) -> str:
        if not self.lists or not self.lists[-1][0]:
            return "•"
        kind, place = self.lists[-1]
        place = _number(node.get("value"), place)
        self.lists[-1] = (kind, place + 1)
        return _MARKERS.get(kind, "{}.").format(_printed(kind, place))


def _printed(kind: str, place: int) -> str:
    if kind in "aAiI" and 0 < place < _TOO_MANY:
        written = letters(place) if kind in "aA" else roman(place)
        return written.upper() if kind.isupper() else written
    return str(place)


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"\s*-?[0-9]{1,9}\s*", text) else otherwise


def _furniture(tag: str, node: Any, main: Any) -> FurnitureKind | None:
    if tag in ("html", "body", "main", "article"):
        return None
    marks = f"{node.get('class') or ''} {node.get('id') or ''}"
    role = (node.get("role") or "").lower()
    if _NOTES.search(f"{marks} {role}") and tag in ("section", "div", "ol", "aside", "li", "p"):
        return "footnote"
    if tag == "header" and main is not None and not _within(node, main):
        return "header"
    if _FURNITURE.fullmatch(tag) or _ROLES.fullmatch(role):
        return "footer" if tag == "footer" else "other"
    if (
        tag in ("div", "section", "ul", "ol", "p", "span")
        and _CLASSES.search(marks)
        and (main is None or not _within(main, node))
    ):
        return "other"
    return None


def _main(root: Any) -> Any:
    """The element that holds the main content, where the page marks one."""
    for path in (".//main", ".//*[@role='main']", ".//article"):
        found = root.findall(path)
        if len(found) == 1:
            return found[0]
    return None


def _within(node: Any, outer: Any) -> bool:
    return node is outer or any(ancestor is outer for ancestor in node.iterancestors())


def _hidden(node: Any) -> bool:
    return node.get("hidden") is not None or "display:none" in (node.get("style") or "").replace(" ", "").lower()


def _paragraphs_by_breaks(node: Any) -> bool:
    """Two breaks in a row stand for a new paragraph."""
    following, before = node.getnext(), node.getprevious()
    return (following is not None and following.tag == "br" and not (node.tail or "").strip()) or (
        before is not None and before.tag == "br" and not (before.tail or "").strip()
    )


def _layout_table(node: Any) -> bool:
    """A table with one cell in every row only lays the page out."""
    table = next((ancestor for ancestor in node.iterancestors("table")), None)
    return table is None or all(len(row.findall("td") + row.findall("th")) <= 1 for row in table.iter("tr"))
