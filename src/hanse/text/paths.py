"""On what does a numbered paragraph hang? Its whole path, its chapeau and its depth, from the labels before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from hanse.text.numbering import Label, Style

_SCOPES = re.compile(
    r"(?i:article|artículo|articulo|artigo|articolo|artikel|статья|madde|objecti\w+|objetivo|obiettivo|ziel|цель|"
    r"goal|annex\w*|anexo|appendix|"
    r"приложение|schedule|part|section|chapter|commitment|pillar|theme|title)|المادة|مادة|第.+[条條章节節]|附件|目标|الهدف|المرفق"
)
_ARTICLES = re.compile(r"(?i:art|статья|madde|clause|rule|regulation)|المادة|مادة|第.+[条條]")
_LEVELS: dict[Style, int] = {"op": 1, "pp": 1, "digit": 1, "multi": 1, "heading": 1}
_LETTERED: tuple[Style, ...] = ("paren", "rparen", "dot", "bullet")
_LEADS_IN = re.compile(
    r"\b(?:hereby|therefore|including|namely|as follows|shall|will|should|must|to|by|that)\s*$|"
    r"[:：؛][\s\])”\"]*$|[—–]\s*$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Line:
    """A paragraph on its way to a place in the tree: what was read off it, and what was found out."""

    id: str
    text: str
    label: Label | None = None
    level: int | None = None
    """Depth in an automatic list; None where the number is typed."""
    heading: int = 0
    number: str = ""
    chapeau: str | None = None
    depth: int = 0
    item: bool = False


_Key = tuple[Style, str, int]
"""Style, alphabet and depth of an automatic list (-1 where the number is typed)."""


@dataclass(slots=True)
class _Frame:
    """An open list: its style, the place reached, and what its members share."""

    key: _Key
    value: int
    number: str
    """Of the latest member: what members of an inner list hang on."""
    parent: str
    chapeau: str | None
    id: str
    lead: str | None = None
    """Id of the latest unnumbered paragraph under it that leads into a list."""


@dataclass(slots=True)
class _Tree:
    frames: list[_Frame] = field(default_factory=list)
    scope: str = ""
    local: bool = False
    """True where paragraphs are numbered anew in this article or annex."""
    lead: str | None = None
    """Id of the paragraph just before, if it leads into a list."""
    before: str | None = None
    """Id of the paragraph just before."""


def place(lines: Sequence[Line]) -> None:
    """Fill in ``number``, ``chapeau``, ``depth`` and ``item`` of every line, in place."""
    local = _restarting(lines)
    tree = _Tree()
    for index, line in enumerate(lines):
        label = line.label
        if line.heading and not (label and label.style in ("op", "pp")):
            _open_scope(tree, line, label, local)
        elif label is None:
            _unnumbered(tree, line)
        else:
            _numbered(tree, line, label, _next_label(lines, index))


def _open_scope(tree: _Tree, line: Line, label: Label | None, local: set[str]) -> None:
    tree.frames.clear()
    tree.lead = tree.before = None
    line.number = label.number if label else ""
    if label and label.style == "keyword" and _SCOPES.match(label.number):
        tree.scope, tree.local = label.number, line.id in local
    elif label and label.style in ("digit", "multi"):
        tree.frames.append(
            _Frame(_key(line, label, label.values[0][0]), label.values[0][1], label.number, "", None, line.id)
        )
    elif line.heading <= 1:
        tree.scope, tree.local = "", line.id in local
        if line.id in local and label:
            tree.scope = label.number
    tree.before = line.id if label else None


def _unnumbered(tree: _Tree, line: Line) -> None:
    """A paragraph without a number closes bulleted lists; numbers go on after it."""
    while tree.frames and tree.frames[-1].key[0] == "bullet":
        tree.frames.pop()
    leads = bool(_LEADS_IN.search(line.text))
    tree.lead = line.id if leads else None
    for frame in tree.frames:
        frame.lead = line.id if leads else None
    tree.before = line.id


def _numbered(tree: _Tree, line: Line, label: Label, following: Label | None) -> None:
    alphabet, value = _chosen(tree, line, label, following)
    key = _key(line, label, alphabet)
    frame = _sibling(tree, key, value)
    if frame is None:
        frame = _opened(tree, line, label, key)
    elif frame.lead and frame.lead == tree.before:  # a new paragraph leads in just before
        frame.chapeau = frame.lead if label.style in ("digit", *_LETTERED) else frame.chapeau
    frame.value, frame.id, frame.lead = value, line.id, None
    line.chapeau = frame.chapeau
    frame.number = _path(tree, frame, label)
    line.number = "" if label.style == "bullet" else frame.number
    line.depth = len(tree.frames) - 1
    line.item = frame.chapeau is not None or (label.style not in _LEVELS and label.style != "keyword")
    tree.lead = line.id if _LEADS_IN.search(line.text) else None
    tree.before = line.id


def _key(line: Line, label: Label, alphabet: str) -> _Key:
    return label.style, alphabet, line.level if line.level is not None else -1


def _sibling(tree: _Tree, key: _Key, value: int) -> _Frame | None:
    """The open list that this label goes on with; lists inside it are closed, and the list itself if it starts anew."""
    for depth in range(len(tree.frames) - 1, -1, -1):
        frame = tree.frames[depth]
        if _family(frame.key) != _family(key):
            continue
        anew = (
            value <= frame.value
            if key[0] not in _LEVELS
            else value == 1 and frame.key == key and frame.lead is not None
        )
        if key[0] == "bullet" or key[0] == "keyword" or not anew:
            del tree.frames[depth + 1 :]
            frame.key = key
            return frame
        del tree.frames[depth:]
        return None
    return None


def _family(key: _Key) -> tuple[str, str, int]:
    """ "1." and "1.1" are members of one list, as are "(b)" and "(b bis)"."""
    if key[0] in ("digit", "multi"):
        return "digit", "", key[2]
    return key


def _opened(tree: _Tree, line: Line, label: Label, key: _Key) -> _Frame:
    """A new list: inside the open ones, or from the ground for level-one numbers."""
    if line.level is not None:
        while tree.frames and tree.frames[-1].key[2] >= line.level:
            tree.frames.pop()
    elif label.style in ("op", "pp", "digit", "multi", "keyword"):
        tree.frames.clear()
    if tree.frames and tree.frames[-1].lead:  # an unnumbered paragraph leads in: the items before it are closed
        while len(tree.frames) > 1 and tree.frames[-1].key[0] not in _LEVELS:
            tree.frames.pop()
    innermost = tree.frames[-1] if tree.frames else None
    lead = (innermost.lead if innermost else None) or tree.lead
    if lead is None and innermost is not None and (tree.before == innermost.id or label.style != "bullet"):
        lead = innermost.id
    if label.style in ("op", "pp", "multi", "keyword", "heading"):
        lead = None
    frame = _Frame(key, 0, "", innermost.number if innermost else "", lead, line.id)
    tree.frames.append(frame)
    return frame


def _path(tree: _Tree, frame: _Frame, label: Label) -> str:
    style, own = label.style, label.number
    if style == "bullet":
        return frame.parent
    if style in ("op", "pp", "multi", "keyword"):
        return own
    ground = frame.parent or tree.scope
    if style == "digit":
        if frame.parent:
            return f"{frame.parent}({own})"
        return f"{tree.scope}({own})" if tree.local and tree.scope else own
    if style == "heading":
        return own
    if not ground and style == "rparen" and own.strip("()").isdigit():
        return own.strip("()")
    return f"{ground}{own}"


def _chosen(tree: _Tree, line: Line, label: Label, following: Label | None) -> tuple[str, int]:
    """Is "(i)" the first roman or the ninth letter? The lists that are open, and what comes next, decide."""
    values = dict(label.values)
    if len(values) < 2:
        return next(iter(values.items()), ("", 0))
    onward = dict(following.values) if following else {}
    reached = {frame.key[1]: frame.value for frame in tree.frames if frame.key[0] == label.style}
    successors = [name for name, value in values.items() if reached.get(name) == value - 1 and value > 1]
    starts_roman = [name for name, value in values.items() if name.endswith("roman") and value == 1]
    if starts_roman and onward.get(starts_roman[0]) == 2:
        return starts_roman[0], 1
    if successors:
        innermost = max(successors, key=list(reached).index)
        return innermost, values[innermost]
    going_on = [name for name, value in values.items() if onward.get(name) == value + 1]
    roman = next(name for name in values if name.endswith("roman"))
    if len(going_on) == 1:
        return going_on[0], values[going_on[0]]
    letter = label.number.strip("()").split()[0].lower()
    chosen = (
        roman if letter in ("i", "v", "x") or len(set(letter)) > 1 else next(name for name in values if name != roman)
    )
    return chosen, values[chosen]


def _next_label(lines: Sequence[Line], index: int) -> Label | None:
    style = lines[index].label
    for line in lines[index + 1 : index + 12]:
        if line.label and style and line.label.style == style.style:
            return line.label
    return None


def _restarting(lines: Sequence[Line]) -> set[str]:
    """Ids of the headings under which paragraphs are numbered anew, so that the heading belongs to their path."""
    firsts: list[tuple[Line, int]] = []
    scope: Line | None = None
    seen_ground = False
    for line in lines:
        if line.heading and line.label and line.label.style in ("keyword", "heading"):
            scope = line
        elif line.label and line.label.style == "digit" and not line.heading and line.level in (None, 0):
            if scope is None:
                seen_ground = True
            elif not firsts or firsts[-1][0] is not scope:
                firsts.append((scope, line.label.values[0][1]))
    restarts = sum(1 for _, first in firsts[0 if seen_ground else 1 :] if first == 1)
    articles = [line for line, first in firsts if line.label and _ARTICLES.match(line.label.number) and first == 1]
    if restarts:
        kinds = {line.label.word or line.label.style for line, first in firsts if first == 1 and line.label}
        return {
            line.id
            for line, first in firsts
            if first == 1 and line.label and (line.label.word or line.label.style) in kinds
        }
    return {line.id for line in articles} if len(firsts) == len(articles) == 1 else set()
