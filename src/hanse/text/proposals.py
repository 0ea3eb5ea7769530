"""What is still open in a passage, and who proposes what? Statuses and proposals from its brackets and marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hanse.text.brackets import DELETE, Bracket, balance, brackets
from hanse.text.document import Passage, Proposal, ProposalKind, Status
from hanse.text.numbering import Label

_AD_REF = re.compile(
    r"[\[(（*_–—-]*\s*(?:provisionally\s+)?(?:agreed\s+)?ad\s+ref(?:erendum|\.)?\s*[\])）*_]*", re.IGNORECASE
)
_AGREED = re.compile(
    r"[\[(（]\s*[*_]*\s*(?:text |paragraph |para\.? )?(?:agreed|accordé|convenu|acordado|convenido|согласовано|متفق "
    r"عليه|已商定)\s*[*_]*\s*[\])）]",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“«‘'](.+?)[\"”»’']\s*\.?$", re.DOTALL)
_DELETE = re.compile(rf"{DELETE}\b\s*[:,]?\s*", re.IGNORECASE)
_REPLACE = re.compile(
    r"(?:replace(?:s|d)?|substitute)\b(?:.{0,120}?\b(?:with|by)\b)?\s*[:,]?\s*", re.IGNORECASE | re.DOTALL
)
_INSERT = re.compile(
    r"(?:add|insert|adds|inserts|ajouter|añadir|agregar|добавить)\b(?:\s+(?:here|after|"
    r"before)\b[^:\"“]{0,40})?\s*[:,]?\s*",
    re.IGNORECASE,
)
_RESERVE = re.compile(r"(?:general |scrutiny )?reserv(?:e|es|ation|ations)\b", re.IGNORECASE)
_COMMENT = re.compile(
    r"(?:retain|keep|keeps|support|supports|prefer|prefers|move|merge|placement|question|bracket|brackets|agreed|can "
    r"accept|flexible|comment|"
    r"opposes?|clarif\w+|see|mantener|maintenir|conserver)\b.{0,120}",
    re.IGNORECASE | re.DOTALL,
)
_ALTERNATIVE = re.compile(r"alt(?:ernative|\.)?\s*\d*\s*[:.]?\s*", re.IGNORECASE)
_WORDS = re.compile(r"\w")


def negotiated(passages: Sequence[Passage], labels: Sequence[Label | None]) -> list[Passage]:
    """The passages with status and proposals filled in. ``labels`` are those of the passages, one each.

    A bracket opened in one passage and closed in a later one takes in all passages between.
    """
    inside = _inside(passages)
    result: list[Passage] = []
    for passage, label, (before, after) in zip(passages, labels, inside, strict=True):
        text = passage.text
        if "[" not in text and "［" not in text and "]" not in text and "］" not in text and not before and not after:
            found: tuple[Bracket, ...] = ()
        else:
            found = brackets(text)
        status = _status(passage, found, label, before)
        proposals = tuple(proposal for bracket in found if (proposal := _proposal(text, bracket)))
        if status != "open" or proposals:
            passage = replace(passage, status=status, proposals=passage.proposals + proposals)
        result.append(passage)
    return result


def _inside(passages: Sequence[Passage]) -> list[tuple[bool, bool]]:
    """For every passage: is a bracket of an earlier passage open at its start, and is one left open at its end (and
    closed later)?"""
    counts = [balance(f"{passage.label} {passage.text}") for passage in passages]
    openers: list[int] = []
    pairs: list[tuple[int, int]] = []
    for index, (closing, opening) in enumerate(counts):
        pairs.extend((openers.pop(), index) for _ in range(min(closing, len(openers))))
        openers.extend([index] * opening)
    before, after = [False] * len(passages), [False] * len(passages)
    for first, last in pairs:
        for index in range(first + 1, last + 1):
            before[index] = True
        for index in range(first, last):
            after[index] = True
    return list(zip(before, after, strict=True))


def _status(passage: Passage, found: Sequence[Bracket], label: Label | None, before: bool) -> Status:
    text = passage.text
    edges = f"{passage.label} {text[:60]}\n{text[-60:]}"
    if re.search(r"\bad\s+ref", edges, re.IGNORECASE) and _marks(_AD_REF, text):
        return "agreed ad ref"
    if _marks(_AGREED, text):
        return "agreed"
    if label and label.alternative:
        return "bracketed"
    outside = list(text)
    spans = [(bracket.start, bracket.end) for bracket in found if bracket.depth == 0]
    closing = next((place for place, _ in enumerate(text) if balance(text[: place + 1])[0]), -1) if before else -1
    if before:
        spans.append((0, closing + 1 if closing >= 0 else len(text)))
    if passage.label[:1] in ("[", "［") and balance(passage.label)[1]:
        close = next((place for place in range(len(text)) if balance(text[: place + 1])[0]), len(text) - 1)
        spans.append((0, close + 1))
    for start, end in spans:
        outside[start:end] = " " * (end - start)
    return "bracketed" if spans and not _WORDS.search("".join(outside)) else "open"


def _marks(pattern: re.Pattern[str], text: str) -> bool:
    """True where the mark opens or closes the text, or stands in brackets in it."""
    for match in pattern.finditer(text):
        alone = not _WORDS.search(text[: match.start()]) or not _WORDS.search(text[match.end() :])
        if alone or (match.group()[:1] in "[(（" and match.group().rstrip()[-1:] in "])）"):
            return True
    return False


def _proposal(text: str, bracket: Bracket) -> Proposal | None:
    words = text[slice(*bracket.inner)]
    span = (bracket.start, bracket.end)
    if bracket.kind == "alternative":
        return Proposal("", words, "alternative", span)
    if not bracket.author and bracket.kind != "delete":
        return None
    kind, words = _kind_of(words)
    if kind == "delete" and not words:  # the whole paragraph
        words = " ".join((text[: bracket.start] + " " + text[bracket.end :]).split())
    return Proposal(bracket.author, words, kind, span)


def _kind_of(words: str) -> tuple[ProposalKind, str]:
    kinds: tuple[tuple[re.Pattern[str], ProposalKind], ...] = (
        (_DELETE, "delete"),
        (_REPLACE, "replace"),
        (_INSERT, "insert"),
        (_ALTERNATIVE, "alternative"),
    )
    for pattern, kind in kinds:
        if match := pattern.match(words):
            rest = words[match.end() :].strip()
            quoted = _QUOTED.search(rest)
            if (
                kind == "delete"
                and not quoted
                and re.fullmatch(
                    r"(?:the |this |entire |whole )*(?:para(?:graph)?|sentence|clause|text|OP|PP|article)?\.?", rest
                )
            ):
                rest = ""
            return kind, quoted.group(1) if quoted else rest
    if _RESERVE.match(words):
        return "reserve", words
    return ("comment", words) if _COMMENT.fullmatch(words) else ("insert", words)
