"""Which sentence of an authored paper cites which references? The source of a paper says so, and is read here.

A source is a TOML file. Its ``body`` has one sentence on each line, a blank line between paragraphs, ``# `` before
headings. ``{key, key|as printed}`` cites; ``#`` in what is printed stands for the numbers of the keys. ``{fn:…}`` is a
note, in which ``@key`` stands for the number of the note that first cites the key. Where no key stands before the bar,
it is a citation that no reference answers.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

PAPERS = Path(__file__).resolve().parent / "papers"
UNSEEN = PAPERS.parent / "unseen"
"""Papers written after the reading was last changed."""
_CROSS = re.compile(r"@([a-z][a-z0-9]*)")
_NUMBERED_PARAGRAPH = re.compile(r"\d+\. ")


@dataclass(frozen=True)
class Run:
    """A piece of a sentence: plain, a citation of ``cites``, raised above the line, or the mark of a ``note``."""

    text: str
    cites: tuple[str, ...] = ()
    raised: bool = False
    note: tuple[Run, ...] = ()
    number: int = 0
    """The number of the note."""


@dataclass(frozen=True)
class Sentence:
    section: str
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The sentence without marks of notes and without raised numbers."""
        return "".join(run.text for run in self.runs if not run.raised and not run.note)

    @property
    def markers(self) -> list[dict[str, Any]]:
        """Each citation as printed, what it cites, and the number of the note it stands in (0: the text itself)."""
        return [
            {"text": each.text.strip(), "cites": list(each.cites), "note": run.number}
            for run in self.runs
            for each in run.note or (run,)
            if each.cites
        ]

    @property
    def cites(self) -> list[str]:
        """The keys that the sentence cites, in its text or in its notes, each once."""
        return list(dict.fromkeys(key for marker in self.markers for key in marker["cites"]))


@dataclass(frozen=True)
class Paper:
    id: str
    title: str
    authors: tuple[str, ...]
    language: str
    style: str
    format: str
    """``pdf`` or ``docx``."""
    setter: str
    """``typst``, ``reportlab`` or ``word``."""
    columns: int
    marks: str
    """``author-year``, ``brackets``, ``superscript``, ``footnotes`` or ``endnotes``."""
    running_head: str
    list_heading: str
    """What stands above the list of references; empty where there is none, and the first note holds the full form."""
    references: tuple[tuple[str, str], ...]
    blocks: tuple[str | tuple[Sentence, ...], ...]
    """Headings and paragraphs, in order."""

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(sentence for block in self.blocks if not isinstance(block, str) for sentence in block)

    @property
    def notes(self) -> Iterator[tuple[int, tuple[Run, ...]]]:
        return ((run.number, run.note) for sentence in self.sentences for run in sentence.runs if run.note)

    def gold(self) -> dict[str, Any]:
        """The references in printed order, and every citing passage with the keys of what it cites."""
        return {
            "id": self.id,
            "format": self.format,
            "style": self.style,
            "marks": self.marks,
            "language": self.language,
            "title": self.title,
            "listed": bool(self.list_heading),
            "references": [
                {"key": key, "number": number, "text": text} for number, (key, text) in enumerate(self.references, 1)
            ],
            "passages": [
                {
                    "id": f"{self.id}-{number:02d}",
                    "section": sentence.section,
                    "text": sentence.text,
                    "cites": sentence.cites,
                    "markers": sentence.markers,
                    "notes": ["".join(each.text for each in run.note) for run in sentence.runs if run.note],
                }
                for number, sentence in enumerate(self.sentences, 1)
                if sentence.cites
            ],
        }


def papers(folder: Path = PAPERS) -> list[Paper]:
    """All authored papers of a folder, by id."""
    return [paper(path) for path in sorted(folder.glob("*.toml"))]


def paper(path: Path) -> Paper:
    """One paper, read from its source; raises ValueError where a citation names no reference."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    listed = tuple(_reference(line) for line in told["references"].strip().splitlines())
    numbers = {key: number for number, (key, _) in enumerate(listed, 1)}
    if len(numbers) < len(listed):
        raise ValueError(f"{path.name}: a key stands twice in the list of references")
    blocks = _numbered(_blocks(told["body"], numbers, told["marks"]))
    given = {name: told[name] for name in ("title", "language", "style", "format", "columns", "marks")}
    return Paper(
        id=path.stem,
        authors=tuple(told["authors"]),
        setter=told.get("setter", "word"),
        running_head=told["running_head"],
        list_heading=told["list_heading"],
        references=listed,
        blocks=tuple(blocks),
        **given,
    )


def _reference(line: str) -> tuple[str, str]:
    key, text = line.split(" | ", 1)
    return key.strip(), text.strip()


def _blocks(body: str, numbers: dict[str, int], marks: str) -> Iterator[str | tuple[Sentence, ...]]:
    section = ""
    paragraph: list[Sentence] = []
    for line in [*body.strip().splitlines(), ""]:
        ends = not line.strip() or line.startswith("# ") or _NUMBERED_PARAGRAPH.match(line)
        if ends and paragraph:
            yield tuple(paragraph)
            paragraph = []
        if line.startswith("# "):
            section = line[2:].strip()
            yield section
        elif line.strip():
            paragraph.append(Sentence(section, tuple(_runs(line.strip(), numbers, marks))))


def _runs(text: str, numbers: dict[str, int], marks: str) -> Iterator[Run]:
    """The pieces of a sentence or of a note; braces may stand inside the braces of a note."""
    plain = 0
    while (opened := text.find("{", plain)) >= 0:
        if opened > plain:
            yield Run(text[plain:opened])
        closed = _closing(text, opened)
        inside = text[opened + 1 : closed]
        if inside.startswith("fn:"):
            yield Run("", note=tuple(_runs(inside[3:], numbers, marks)))
        else:
            yield _citation(inside, numbers, marks)
        plain = closed + 1
    if plain < len(text):
        yield Run(text[plain:])


def _closing(text: str, opened: int) -> int:
    depth = 0
    for place in range(opened, len(text)):
        depth += {"{": 1, "}": -1}.get(text[place], 0)
        if not depth:
            return place
    raise ValueError(f"a brace is not closed: {text[opened : opened + 40]}")


def _citation(inside: str, numbers: dict[str, int], marks: str) -> Run:
    named, printed = inside.split("|", 1)
    keys = tuple(key.strip() for key in named.split(",") if key.strip())
    if unknown := [key for key in keys if key not in numbers]:
        raise ValueError(f"cited, but not in the list of references: {', '.join(unknown)}")
    if "#" not in printed:
        return Run(printed, keys)
    before, after = printed.split("#", 1)
    meant = _ranges(sorted(numbers[key] for key in keys), "," if marks == "superscript" else ", ")
    if marks == "superscript":
        return Run(before + meant + after, keys, raised=True)
    return Run(f"{before}[{meant}{after}]", keys)


def _ranges(numbers: list[int], between: str) -> str:
    """3, 5-7: three or more in a row are drawn together."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    parts = []
    for low, high in spans:
        parts += [f"{low}–{high}"] if high - low > 1 else [str(each) for each in range(low, high + 1)]
    return between.join(parts)


def _numbered(blocks: Iterator[str | tuple[Sentence, ...]]) -> Iterator[str | tuple[Sentence, ...]]:
    """Notes get their numbers, and what points to an earlier note (``@key``) the number of that note."""
    first: dict[str, int] = {}
    number = 0
    for block in blocks:
        if isinstance(block, str):
            yield block
            continue
        sentences = []
        for sentence in block:
            runs = []
            for run in sentence.runs:
                if run.note:
                    number += 1
                    for key in (key for each in run.note for key in each.cites):
                        first.setdefault(key, number)
                    note = tuple(replace(each, text=_crossed(each.text, first)) for each in run.note)
                    run = replace(run, text=str(number), note=note, number=number)
                runs.append(run)
            sentences.append(replace(sentence, runs=tuple(runs)))
        yield tuple(sentences)


def _crossed(text: str, first: dict[str, int]) -> str:
    return _CROSS.sub(lambda found: str(first[found[1]]), text)
