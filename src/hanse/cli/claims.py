"""``hanse claims``: does a text bear out what is claimed of its words?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hanse.cli.input import documents
from hanse.cli.output import complain, print_json

if TYPE_CHECKING:
    from hanse.wording.audit import Audit

_BESIDE = 60
"""Letters shown on either side of a word."""


@click.command(short_help="Audit what is claimed of the words of a text.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--claims", "file", type=click.Path(path_type=Path), help="A TOML file of claims instead of the stored ones."
)
@click.option("--about", default="", metavar="TEXT", help="Only claims on texts with these words in their name.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
def claims(paths: tuple[Path, ...], file: Path | None, about: str, as_json: bool) -> int:
    """Audit what is claimed of the words of a text: supported or contrasted, with every passage.

    Stored are claims on the Global Compacts for Migration and on Refugees; which of them PATH is, you say with --about.
    Each answer tells what its count omits: other words for the same, titles and annexes, footnotes.
    """
    from hanse.wording.audit import audit, read_claims, stored

    chosen = [each for each in (read_claims(file) if file else stored()) if about.casefold() in each.about.casefold()]
    if not chosen:
        complain([f"No claim is about “{about}”."])
        return 2
    if len(texts := list(dict.fromkeys(each.about for each in chosen))) > 1:
        named = "; ".join(texts)
        complain(
            [f"Each claim is judged as if what you gave were the text it is about ({named}); choose with --about."]
        )
    reading = documents(paths)
    complain(reading.refused)
    if not reading.documents:
        return 2
    found = [each for document in reading.documents for each in audit(document, chosen)]
    if as_json:
        print_json(found)
    else:
        click.echo("\n\n".join("\n".join(_lines(each)) for each in found))
    return 1 if reading.refused else 0


def _lines(found: Audit) -> Iterator[str]:
    yield f"{found.claim.says} ({found.claim.about}; {found.claim.source or 'no source given'})"
    times = "once" if found.count == 1 else f"{found.count} times"
    depends = ", but this depends on what is counted:" if found.depends else ""
    yield f"  {found.verdict.upper()} by {found.document}, which has the words {times}{depends}"
    if found.depends:
        for each in found.readings:
            yield f"    {each.count:>4}  {each.verdict:<11} {each.name}"
    for evidence in found.evidence:
        start, end = evidence.place.span
        before, after = evidence.text[max(0, start - _BESIDE) : start], evidence.text[end : end + _BESIDE]
        page = f"page {evidence.page}, " if evidence.page else ""
        yield f"    {page}{evidence.number or evidence.place.passage}: …{before}[{evidence.place.words}]{after}…"
    yield "  What this count omits:"
    for omission in found.omits:
        yield f"    {omission.sentence}"
