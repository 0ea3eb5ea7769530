"""``hanse read``: what does a file say, as numbered passages?"""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hanse.cli.input import documents
from hanse.cli.output import complain, plain, print_json

if TYPE_CHECKING:
    from hanse.text.document import Document, Passage

INPUT = click.Path(path_type=Path)


@click.command(short_help="Read files into numbered passages.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=INPUT)
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
def read(paths: tuple[Path, ...], as_json: bool) -> int:
    """Read files (PDF, DOCX, HTML, TXT, Markdown) into numbered passages.

    A folder stands for all files in it. What cannot be read is named on stderr with the reason, and the rest goes on.
    """
    reading = documents(paths)
    complain(reading.refused)
    for document in reading.documents:
        complain(f"{document.source or document.id}: {warning}" for warning in document.warnings)
    if not reading.documents:
        return 2
    if as_json:
        print_json(
            {
                "documents": [document_json(document) for document in reading.documents],
                "refused": [
                    {"where": error.where, "what": error.what, "do": error.do, "error": type(error).__name__}
                    for error in reading.refused
                ],
            }
        )
    else:
        click.echo("\n\n".join(document_text(document) for document in reading.documents))
    return 1 if reading.refused else 0


def document_json(document: Document) -> dict[str, Any]:
    """A Document as ``hanse read --json`` has it."""
    return {
        "id": document.id,
        "file": document.source,
        "title": document.title,
        "date": document.date,
        "language": document.language,
        "passages": [
            {
                "id": passage.id,
                "number": passage.number,
                "label": passage.label,
                "text": passage.text,
                "status": passage.status,
                "page": passage.page,
                "kind": passage.kind,
                "part": passage.part,
                "level": passage.level,
                "chapeau": passage.chapeau,
                "headings": list(passage.headings),
                "proposals": plain(passage.proposals),
            }
            for passage in document.passages
        ],
        "furniture": plain(document.furniture),
        "warnings": list(document.warnings),
    }


def document_text(document: Document) -> str:
    """A Document for reading: every passage with its number, status and proposals."""
    lines = [f"{document.title or document.source or document.id} ({document.language})", ""]
    for passage in document.passages:
        head = f"{passage.number}  " if passage.number else ""
        standing = f" [{passage.status}]" if _unsaid(passage) else ""
        lines += textwrap.wrap(f"{head}{passage.text}{standing}", 100, subsequent_indent="    ", break_long_words=False)
        for proposal in passage.proposals:
            said = f"    {proposal.author or 'unnamed'}, {proposal.kind}: {proposal.text}"
            lines += textwrap.wrap(said, 100, subsequent_indent="        ", break_long_words=False)
    return "\n".join(lines)


def _unsaid(passage: Passage) -> bool:
    """Whether the passage has a standing that its own words do not give."""
    return passage.status != "open" and f"[{passage.status}]" not in passage.text
