"""What does this style say? Word's styles followed from based-on to based-on: headings, weight, numbering."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hanse.text.docx_package import Element, W

_HEADING = re.compile(r"heading (\d)$")
_OFF = frozenset({"0", "false", "off", "none"})


def value(element: Element | None, path: str) -> str | None:
    """``w:val`` of the child at ``path`` ("numPr/numId", names without prefix), or None where there is none."""
    for name in path.split("/"):
        if element is None:
            return None
        element = element.find(W + name)
    return None if element is None else element.get(f"{W}val", "")


def switch(properties: Element | None, *names: str) -> bool | None:
    """An on-off property of a run: on if any of the names is on; None where none of them is given."""
    given = [found for name in names for found in [value(properties, name)] if found is not None]
    return any(found not in _OFF for found in given) if given else None


def whole(text: str | None) -> int | None:
    """A whole number as Word writes it, or None for what is none."""
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,9}", text) else None


class Styles:
    """The styles part. ``root`` may be None: a file without styles."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._default: dict[str, str] = {}
        self._defaults: Element | None = None
        if root is None:
            return
        self._defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        for style in root.iter(f"{W}style"):
            name = style.get(f"{W}styleId", "")
            self._styles[name] = style
            if style.get(f"{W}default") in ("1", "true", "on"):
                self._default[style.get(f"{W}type", "paragraph")] = name

    def of(self, paragraph: Element) -> str:
        """The id of a paragraph's style, the default style's where it names none."""
        named = value(paragraph.find(f"{W}pPr"), "pStyle")
        return named if named in self._styles else self._default.get("paragraph", "")

    def chain(self, style: str | None) -> Iterator[tuple[str, Element]]:
        """A style and those that it is based on, nearest first."""
        seen: set[str] = set()
        while style and style not in seen and style in self._styles:
            seen.add(style)
            yield style, self._styles[style]
            style = value(self._styles[style], "basedOn")

    def name(self, style: str) -> str:
        """The style's built-in name in lower case ("heading 1" in every language of Word)."""
        return (value(self._styles.get(style), "name") or style).casefold()

    def heading(self, paragraph: Element) -> int:
        """The heading level from 1 (a title is 1), or 0."""
        own = value(paragraph.find(f"{W}pPr"), "outlineLvl")
        if own is not None:
            return _outline(own)
        for style, element in self.chain(self.of(paragraph)):
            name = self.name(style)
            if name in ("title", "subtitle"):
                return 1 if name == "title" else 2
            if found := _HEADING.match(name) or re.match(r"heading(\d)$", style.casefold()):
                return int(found.group(1))
            level = value(element.find(f"{W}pPr"), "outlineLvl")
            if level is not None:
                return _outline(level)
        return 0

    def contents_entry(self, paragraph: Element) -> bool:
        """Whether the paragraph is a line of a table of contents, by its style."""
        return any(
            re.match(r"(toc \d|table of figures$)", self.name(style)) for style, _ in self.chain(self.of(paragraph))
        )

    def is_on(self, run: Element | None, paragraph_style: str, *names: str) -> bool:
        """Whether a run is bold (or struck ...): its own word first, else its styles, which toggle each other.

        ECMA-376, 17.7.3: a toggle property that both the paragraph's and the run's style switch on is off.
        """
        own = switch(run, *names)
        if own is not None:
            return own
        by_paragraph = self._inherited(paragraph_style, *names)
        by_run = self._inherited(value(run, "rStyle"), *names)
        if by_paragraph is None and by_run is None:
            return bool(switch(self._defaults, *names))
        return bool(by_paragraph) != bool(by_run)

    def _inherited(self, style: str | None, *names: str) -> bool | None:
        for _, element in self.chain(style):
            found = switch(element.find(f"{W}rPr"), *names)
            if found is not None:
                return found
        return None

    @property
    def language(self) -> str:
        """The language of the document's defaults ("en-GB"), or an empty string."""
        return value(self._defaults, "lang") or ""


def _outline(level: str) -> int:
    depth = whole(level)
    return depth + 1 if depth is not None and 0 <= depth < 9 else 0
