"""What do the labels of words leave to mend? Names, titles and books whose ends the words' labels missed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from hanse.citing.reference import Reference
from hanse.citing.reference_names import authors
from hanse.citing.reference_runs import Labelled, edited_by
from hanse.citing.reference_tokens import is_town


@dataclass(slots=True)
class Read:
    """The ``fields`` of a string as its labels have them, its list of authors as ``listed``, the place ``after`` that;
    ``note`` where it stands in a footnote."""

    of: Labelled
    ruled: Reference
    note: bool
    fields: dict[str, Any]
    listed: str
    after: int

    def named(self) -> bool:
        """Whether a person is among the authors."""
        return any(each.given for each in authors(self.listed)[0])


def mended(read: Read) -> None:
    """Puts right what the labels of single words missed, in place."""
    _names_into_title(read)
    _whole_title(read)
    _house(read)
    if read.note:
        _of_note(read)
    _without_author(read)
    if _DATED.match(read.of.rest[read.after :]):
        read.fields["title"] = _TRANSLATION.sub("", read.fields["title"])


def _names_into_title(read: Read) -> None:
    """Names that began the title, and the end of a title that was taken for a name."""
    fields, rest = read.fields, read.of.rest
    _compound_into_title(read)
    more = _LAST_NAMED.match(read.listed) if read.note else None
    if more and rest[read.after :].startswith(f", {fields['title']}"):
        read.listed, fields["title"] = more[1], f"{more[2]}, {fields['title']}"
    fields["title"] = _from_colon(fields["title"], read.of)
    if read.listed and (more := _BODY_ON.match(fields["title"])) and not read.named():
        read.listed, fields["title"] = f"{read.listed}, {more[1]}", fields["title"][more.end() :]


def _compound_into_title(read: Read) -> None:
    """A compound that opens the title, behind names with bare initials, where it was taken for a family name."""
    fields, rest = read.fields, read.of.rest
    more = _COMPOUND.fullmatch(read.listed)
    title = rest.find(fields["title"], read.after) if more and fields["title"] else -1
    if more and 0 < title - read.after <= len(": "):
        fields["title"] = more[2] + rest[read.after : title] + fields["title"]
        read.listed, read.after = more[1], read.after - len(more[2]) - 1


def _whole_title(read: Read) -> None:
    fields = read.fields
    if not re.search(r"[^\W\d_]{2}", fields["title"]):
        fields["title"] = ""
    both = f"{fields['title']}: {fields['publisher']}"
    if fields["publisher"] and not fields["place"] and both in read.of.rest:
        fields["title"], fields["publisher"] = both, ""  # a subtitle


def _house(read: Read) -> None:
    """A town that was taken for a publisher, and the book before its editors."""
    fields, rest = read.fields, read.of.rest
    if is_town(fields["publisher"]) and not fields["place"]:
        fields["publisher"], fields["place"] = "", fields["publisher"]
    book = _BOOK_IN.search(rest)
    if book and fields["container"] not in book[1] and not edited_by(rest, book.span(1)):
        fields["container"] = book[1]


def _of_note(read: Read) -> None:
    """What is printed in notes alone: a page in brackets, a sort of piece, a name with the family first."""
    fields = read.fields
    if fields["volume"] and (ends := _BRACKETED.search(read.of.rest)):
        fields["pages"], fields["pinpoint"] = ends[1], ends[2]
    if read.listed:
        fields["title"] = _SORT_OF_NOTE.sub("", fields["title"])
    if _FAMILY.fullmatch(read.listed) and (given := _GIVEN_AFTER.match(fields["title"])):
        read.listed, fields["title"] = f"{read.listed}, {given[1]}", fields["title"][given.end() :]


def _without_author(read: Read) -> None:
    """A title that was taken for an author, and an author for nothing."""
    fields, rest = read.fields, read.of.rest
    if not fields["title"]:
        _title_by_rules(read)
    if not fields["title"] and not read.named():
        before_comma, _, last = read.listed.rpartition(", ")
        if before_comma:
            read.listed, fields["title"] = before_comma, last
        elif not read.ruled.symbol and fields["year"] and (fields["container"] or fields["publisher"]):
            read.listed, fields["title"] = "", read.listed  # a piece without an author begins with its title
    front = None if read.listed or read.note or not fields["title"] else _FRONT.match(rest)
    if front and rest.find(fields["title"]) >= front.end() and front[1][0] not in _QUOTES:
        read.listed = front[1]


def _title_by_rules(read: Read) -> None:
    """The title that the rules read behind a body in which they and the labels agree, where no field has its words."""
    fields, title = read.fields, read.ruled.title
    agreed = read.listed and ", ".join(each.family for each in read.ruled.authors) == read.listed
    free = fields["container"] in (("", title) if read.note else ("",))
    if agreed and free and title and not read.named() and read.of.rest.find(title) > read.after:
        fields["title"], fields["container"] = title, ""
        fields["issue"] = "" if fields["issue"] in title else fields["issue"]


def _from_colon(title: str, of: Labelled) -> str:
    """A title with what stands before its colon, where that is no name nor year: "Cities: A History"."""
    start = of.rest.find(title)
    front = _BEFORE_COLON.search(of.rest[:start]) if title and start > 0 else None
    if front is None or not front[1].strip() or front[1][0] in "“‘«(":
        return title
    held = of.held(front.start(1), front.end(1))
    return front[1] + ": " + title if held <= {"t", "l", "o"} and front.start(1) > 0 else title


_BOOK_IN = re.compile(r"[”’»\"],?\s[Ii]n:?\s([^“”‘«»()]{3,140}?),\s\(?(?:ed\.|eds\.|edited by)\s[A-Z]")
"""A book between "in" and its editors, behind a title in quotation marks."""
_COMPOUND = re.compile(
    r"(.*[^\W\d_]{2} [A-ZÀ-Þ]{1,3}(?:-[A-ZÀ-Þ])?\.) ((?!(?:Abd|Al|Ben|Bin|El)-)[A-ZÀ-Þ][^\W\d_]+(?:-[a-zß-ÿ]+)+)"
)
"""Names with a word behind them that goes on small after its hyphen, as no family does: "Osei K. City-making"."""
_BODY_ON = re.compile(r"([a-zà-ÿ][^,]{2,60}), (?=[A-ZÀ-Þ])")
"""The end of a body's name behind its comma: "Conseil économique, social et environnemental"."""
_QUOTES = "“‘«„\"'"
_FRONT = re.compile(r"^([^\W\d_][^.?!“‘«„\"]{2,120}?)[,.]?\s\(?(?:1[5-9]|20)\d\d[a-z]?(?:\)|,\s|\.\s|\s(?=‘))")
"""What stands before the year at the beginning of a list's entry."""
_DATED = re.compile(r"\.?\s*\((?:1[5-9]|20)\d\d")
_TRANSLATION = re.compile(r"(?<=\S)\s\[[^\[\]]+\]$")
"""The title in the reader's language, which the styles by author and date print in brackets after it."""
_BEFORE_COLON = re.compile(r"(?<=[.,] )([A-ZÀ-Þ][^\W\d_]+(?: [^\W\d_]+){1,6}): $")
_BRACKETED = re.compile(r"[,)] (\d+) \((?!(?:1[5-9]|20)\d\d\))(\d{1,4}(?:[-–]\d+)?)\)\.?$")
"""The first page of an article and, in brackets, the one that is pointed to: "81 (2021), 55 (60)"."""
_FAMILY = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]+(?:-[A-ZÀ-Þ][a-zß-ÿ]+)?")
_GIVEN_AFTER = re.compile(
    r"^([A-ZÀ-Þ][a-zß-ÿ]+(?:-[A-ZÀ-Þ][a-zß-ÿ]+)?(?: ?/ ?[A-ZÀ-Þ][^\W\d_]+, [A-ZÀ-Þ][^\W\d_]+)*), (?=\S)"
)
"""A given name that was taken for the beginning of the title: "Bauböck, Rainer, Transnational Citizenship"."""
_SORT_OF_NOTE = re.compile(r"^(?:Student )?(?:Note|Comment|Book Review|Essay|Review Essay), (?=[A-Z])")
"""What an American law review prints between an author and a title."""
_LAST_NAMED = re.compile(r"^([^,&]+(?:, [^,&]+)*,? (?:and|&|et|y|und) [^\W\d_][^,.]*), ([^,]+)$")
"""A list in spoken order ends with the name after its "and": what a comma parts from it begins the title."""
