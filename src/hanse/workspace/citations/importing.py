"""How do references come in from another program, and stand in for a list that cannot be read?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from hanse.citing.exchange import from_bibtex, from_csl, from_ris
from hanse.citing.reference import Author
from hanse.citing.reference import Reference as Named
from hanse.citing.reference_list import references
from hanse.errors import DamagedFile
from hanse.text import document as text
from hanse.workspace.citations.reading import fields_of
from hanse.workspace.readable import readable

FORMS = {"bib": from_bibtex, "bibtex": from_bibtex, "ris": from_ris, "json": from_csl}
MOST = 20_000
"""References in one file."""


def read_file(name: str, data: bytes) -> list[dict[str, Any]]:
    """The references of a BibTeX, RIS or CSL-JSON file, as fields. Raises HanseError where it has none."""
    form = FORMS.get(name.rpartition(".")[2].casefold())
    if form is None:
        raise DamagedFile(
            _("%(name)s is none of these: .bib, .ris, .json") % {"name": name},
            do=_("export the references as BibTeX, RIS or CSL-JSON"),
        )
    try:
        words = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DamagedFile(
            _("%(name)s is not in UTF-8") % {"name": name}, do=_("save it in UTF-8, and bring it anew")
        ) from error
    found = [fields_of(each) for each in form(readable(words)) if each.title or each.doi or each.symbol]
    if not found:
        raise DamagedFile(
            _("%(name)s names no reference") % {"name": name},
            do=_("export the references as BibTeX, RIS or CSL-JSON"),
        )
    if len(found) > MOST:
        raise DamagedFile(
            _("%(name)s has %(n)s references, and %(most)s are taken at most")
            % {"name": name, "n": len(found), "most": MOST},
            do=_("leave out those that the text does not cite"),
        )
    return found


def as_list(read: text.Document, imported: Sequence[dict[str, Any]]) -> text.Document:
    """A document whose list of references is the one that was brought."""
    until = references(read).start
    body: list[Any] = []
    for block in read.content:
        if until < len(read.passages) and block is read.passages[until]:
            break
        body.append(block)
    heading = text.Passage(id="imported", text="References", kind="heading")
    entries = [
        text.Passage(id=f"imported-{place}", text=printed(named(each))) for place, each in enumerate(imported, 1)
    ]
    return replace(read, content=(*body, heading, *entries))


def named(fields: dict[str, Any]) -> Named:
    """Stored fields as the library's Reference."""
    said = dict(fields)
    people = tuple(Author(family, given) for family, given in said.pop("authors", []))
    made = Named(text="", authors=people, **said)
    return replace(made, text=printed(made))


def printed(each: Named) -> str:
    """A reference as a list prints it, one shape for all: authors, year, title, where."""
    who = ", ".join(_people(each.authors))
    where = [each.container, each.volume and f"{each.volume}{f'({each.issue})' if each.issue else ''}", each.pages]
    year = f"({each.year}{each.suffix})." if each.year else "(n.d.)."
    parts = [who, year, f"{each.title.rstrip('.')}." if each.title else ""]
    parts += [
        f"{', '.join(filter(None, where))}." if any(where) else "",
        f"{each.publisher}." if each.publisher else "",
    ]
    parts += [f"{each.symbol}." if each.symbol else "", f"https://doi.org/{each.doi}" if each.doi else each.url]
    return " ".join(filter(None, parts))


def _people(authors: Iterable[Author]) -> Iterable[str]:
    for each in authors:
        initials = " ".join(f"{name[0]}." for name in each.given.split() if name)
        yield f"{each.family}, {initials}" if initials else each.family
