"""Which number does Word show before this paragraph? Its numbering part followed as Word follows it.

A number belongs to an abstract list: all lists (``w:num``) made from one abstract list count on together, unless a
``startOverride`` makes one of them begin anew. ECMA-376, 17.9.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from hanse.text.docx_package import Element, W
from hanse.text.docx_styles import Styles, switch, value, whole
from hanse.text.number_formats import written

_DEPTH = 9
SYMBOLS = {
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0a8": "◦", "\uf0d8": "➢", "\uf0fc": "✓", "\uf076": "❖",
    "\uf02d": "-", "\uf0e0": "→", "\uf06e": "■", "\uf06f": "□", "\uf071": "❑",
}  # fmt: skip
"""Bullets of the Symbol and Wingdings fonts, which live in the private use area."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    text: str = ""
    form: str = "decimal"
    start: int = 0
    restart: int | None = None
    """Restarts after a paragraph of this level (1 outermost) or a higher one; 0 never; None after any higher one."""
    legal: bool = False
    """All numbers in Arabic digits."""
    style: str = ""
    """The paragraph style tied to this level."""


@dataclass(frozen=True, slots=True)
class List:
    """One ``w:num``: levels, the abstract list whose count it shares, and the levels that begin anew."""

    abstract: str
    levels: dict[int, Level]
    overrides: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The numbering part. ``root`` may be None: a file without automatic numbers."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[str, Element] = {}
        self._numbers: dict[str, Element] = {}
        self._lists: dict[str, List | None] = {}
        if root is not None:
            for abstract in root.iter(f"{W}abstractNum"):
                self._abstracts[abstract.get(f"{W}abstractNumId", "")] = abstract
            for number in root.iter(f"{W}num"):
                self._numbers[number.get(f"{W}numId", "")] = number

    def place(self, paragraph: Element) -> tuple[str, int] | None:
        """The list (``numId``) and level (0 outermost) of a paragraph, its own or its style's; None if unnumbered."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        number, level = value(own, "numId"), value(own, "ilvl")
        if number is None:
            number, inherited = self._by_style(self._styles.of(paragraph))
            level = level if level is not None else inherited
        if number is None or number == "0" or self.list(number) is None:
            return None
        return number, min(max(whole(level) or 0, 0), _DEPTH - 1)

    def _by_style(self, style: str) -> tuple[str | None, str | None]:
        """Number and level that a style gives. The level tied to the style counts more than the one it names."""
        for name, element in self._styles.chain(style):
            found = element.find(f"{W}pPr/{W}numPr")
            number = value(found, "numId")
            if found is None or (number is None and value(found, "ilvl") is None):
                continue
            if number is None:
                number, _ = self._by_style(value(element, "basedOn") or "")
            chosen = self.list(number) if number else None
            if chosen is None:
                return number, None
            tied = {level.style: index for index, level in chosen.levels.items() if level.style}
            for ancestor in (style, name):
                if ancestor in tied:
                    return number, str(tied[ancestor])
            return number, value(found, "ilvl")
        return None, None

    def list(self, number: str) -> List | None:
        """The list with this ``numId``, or None where the file lacks it."""
        if number not in self._lists:
            self._lists[number] = self._resolved(number)
        return self._lists[number]

    def _resolved(self, number: str, seen: frozenset[str] = frozenset()) -> List | None:
        element = self._numbers.get(number)
        abstract = value(element, "abstractNumId")
        if element is None or abstract not in self._abstracts or number in seen:
            return None
        definition = self._abstracts[abstract]
        linked = value(definition, "numStyleLink")
        base: List | None = None
        if linked:
            for _, style in self._styles.chain(linked):
                other = value(style.find(f"{W}pPr"), "numPr/numId")
                base = self._resolved(other, seen | {number}) if other else None
                break
        if base is None:
            base = List(abstract, dict(map(_level, definition.iter(f"{W}lvl"))))
        levels, overrides = dict(base.levels), dict(base.overrides)
        for override in element.iter(f"{W}lvlOverride"):
            index = whole(override.get(f"{W}ilvl")) or 0
            redefined = override.find(f"{W}lvl")
            if redefined is not None:
                levels[index] = _level(redefined)[1]
            start = whole(value(override, "startOverride"))
            if start is not None:
                overrides[index] = start
                levels[index] = replace(levels.get(index, Level()), start=start)
        return List(base.abstract, levels, overrides)


class Count:
    """A running count over a document: feed it the numbered paragraphs in order."""

    def __init__(self, numbering: Numbering, language: str = "en") -> None:
        self._numbering = numbering
        self._language = language
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, number: str, index: int) -> str:
        """The label of the next paragraph of list ``number`` at level ``index``, as Word shows it."""
        chosen = self._numbering.list(number)
        if chosen is None:
            return ""
        count = self._counts.setdefault(chosen.abstract, [None] * _DEPTH)
        level = chosen.levels.get(index, Level())
        now = count[index]
        begins = index in chosen.overrides and (number, index) not in self._begun
        self._begun.add((number, index))
        count[index] = level.start if now is None or begins else now + 1
        for deeper in range(index + 1, _DEPTH):
            restart = chosen.levels.get(deeper, Level()).restart
            if restart is None or (restart and index < restart):
                count[deeper] = None
        return self._text(chosen, index, count)

    def _text(self, chosen: List, index: int, count: list[int | None]) -> str:
        level = chosen.levels.get(index, Level())
        if level.form == "bullet":
            return "".join(SYMBOLS.get(character, character) for character in level.text).strip() or "•"

        def number(match: re.Match[str]) -> str:
            other = int(match.group(1)) - 1
            if other > index:
                return ""
            source = chosen.levels.get(other, Level())
            current = count[other]
            form = source.form
            if level.legal and form != "none":
                form = "decimal"
            return written(source.start if current is None else current, form, self._language)

        return re.sub(r"%([1-9])", number, level.text).strip()


def _level(element: Element) -> tuple[int, Level]:
    return whole(element.get(f"{W}ilvl")) or 0, Level(
        text=value(element, "lvlText") or "",
        form=value(element, "numFmt") or "decimal",
        start=whole(value(element, "start")) or 0,
        restart=whole(value(element, "lvlRestart")),
        legal=bool(switch(element, "isLgl")),
        style=value(element, "pStyle") or "",
    )
