"""``hanse cite``: what does a paper refer to, and which of its sentences cite what?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hanse.cli.input import documents
from hanse.cli.output import complain, plain, print_json
from hanse.text.document import Document

if TYPE_CHECKING:
    from hanse.citing.citations import Citations
    from hanse.citing.reference import Reference
    from hanse.citing.stance import Stance
    from hanse.citing.unanswered import Unanswered

FORMATS = ("bibtex", "ris", "csl", "cito")


@click.command(short_help="List the references of papers and the sentences that cite them.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--to", "form", type=click.Choice(FORMATS), default=None, help="Print the references in this format.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
def cite(paths: tuple[Path, ...], form: str | None, as_json: bool) -> int:
    """List the references of papers, and every sentence that cites with what it cites and what it does to it.

    References are numbered from 1 in the order of the list, or of the notes where there is no list. Last come the
    citations that no reference answers (a place and a year in brackets may be among them), and the references that
    nothing cites. Beside each stance stands its confidence, from 0 to 1. What could not be read is told on stderr. With
    --to cito each citation is a relation of the Citation Typing Ontology, as JSON-LD.
    """
    from hanse.citing.citations import citations

    reading = documents(paths)
    complain(reading.refused)
    if not reading.documents:
        return 2
    found = [(document, citations(document)) for document in reading.documents]
    complain([warning for _, read in found for warning in read.warnings])
    if form:
        click.echo(_exported(found, form), nl=False)
    elif as_json:
        print_json([_row(document, read) for document, read in found])
    else:
        for document, read in found:
            _tell(document, read)
    return 1 if reading.refused else 0


def _exported(found: list[tuple[Document, Citations]], form: str) -> str:
    from hanse.citing.exchange import to_bibtex, to_cito, to_csl, to_ris

    if form == "cito":
        return "".join(
            to_cito(document.id, read, [told.label for told in _stances(document, read)]) for document, read in found
        )
    references = [reference for _, read in found for reference in read.references]
    return {"bibtex": to_bibtex, "ris": to_ris, "csl": to_csl}[form](references)


def _row(document: Document, read: Citations) -> dict[str, Any]:
    from hanse.citing.unanswered import uncited

    return {
        "document": document.id,
        "references": [{"number": place, **plain(each)} for place, each in enumerate(read.references, 1)],
        "citations": [
            {
                **plain(each),
                "cites": [cite + 1 for cite in each.cites],
                "stance": told.label,
                "confidence": told.confidence,
            }
            for each, told in zip(read, _stances(document, read), strict=True)
        ],
        "unanswered": plain(_unanswered(document, read)),
        "uncited": [place + 1 for place in uncited(read)],
    }


def _tell(document: Document, read: Citations) -> None:
    pairs = sum(len(each.cites) for each in read)
    counts = f"{len(read.references)} references, {len(read)} citing sentences"
    click.echo(f"{document.id}: {counts}, {pairs} citing passages (a sentence and one reference that it cites)")
    for place, reference in enumerate(read.references, 1):
        click.echo(f"{place:>5}  {_named(reference)}")
    for each, told in zip(read, _stances(document, read), strict=True):
        cited = ", ".join(str(cite + 1) + (" (own)" if cite in each.own else "") for cite in each.cites)
        click.echo(f"  [{cited}]  {told.label:<9} {told.confidence:.2f}  {each.text}")
    _tell_lacking(document, read)


def _tell_lacking(document: Document, read: Citations) -> None:
    from hanse.citing.unanswered import uncited

    if lacking := _unanswered(document, read):
        click.echo(f"{len(lacking)} cited without a reference:")
        for each in lacking:
            click.echo(f"  {each.text}:  {each.sentence}")
    if never := uncited(read):
        click.echo(f"{len(never)} never cited in the text:")
        for place in never:
            click.echo(f"{place + 1:>5}  {_named(read.references[place])}")


def _unanswered(document: Document, read: Citations) -> list[Unanswered]:
    from hanse.citing.unanswered import unanswered

    return unanswered(document, read)


def _named(reference: Reference) -> str:
    names = "; ".join(author.family for author in reference.authors) + (" et al." if reference.others else "")
    told = (names, reference.year + reference.suffix, reference.title, reference.symbol or reference.container)
    return ". ".join(each for each in told if each) or reference.text


def _stances(document: Document, read: Citations) -> list[Stance]:
    """The stance of each sentence that cites toward the first work that it cites."""
    from hanse.citing.context import context, judged_citation, language_of
    from hanse.citing.stance import stance
    from hanse.text.sentences import sentences

    words = {passage.id: passage.text for passage in document.passages}
    spans = {each: sentences(words[each], document.language) for each in {citation.passage for citation in read}}
    told = []
    for each in read:
        start, end = context(words[each.passage], spans[each.passage], each.span)
        judged = words[each.passage][start:end]
        marked = (judged_citation(judged, each.text, marker) for marker in each.markers)
        target = next((span for span in marked if span), None)
        spoken = language_of(judged, document.language)
        told.append(stance(judged, each.section or None, target=target, language=spoken))
    return told
