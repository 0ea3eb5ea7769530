"""What does a visitor ask of a document's words? Which lexicon, and which parts of the text."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.wording.named import Lexicon, shipped
from hanse.wording.visibility import PARTS, WHOLE, Visibility
from hanse.workspace.documents.library import names
from hanse.workspace.documents.models import Document
from hanse.workspace.visibility import counting
from hanse.workspace.visibility.lexicons import in_force, version_of
from hanse.workspace.visibility.models import LexiconVersion, Reading

MOST_DIGITS = 10
"""A number of a version has fewer."""
LABELS = {
    "text": gettext_lazy("the text"),
    "heading": gettext_lazy("titles and headings"),
    "annex": gettext_lazy("annexes"),
    "furniture": gettext_lazy("footnotes, headers and footers"),
}
"""What a document is made of."""


@dataclass(frozen=True)
class Asked:
    """With which lexicon a visitor wants to count, and which parts; ``version`` where an older one was named."""

    lexicon: Lexicon
    take: tuple[str, ...] = WHOLE
    version: LexiconVersion | None = None

    @classmethod
    def of(cls, request: HttpRequest) -> Asked:
        """As the address says; the lexicon in force and the whole text, where it says nothing."""
        said = request.GET.getlist("take")
        take = tuple(part for part in PARTS if part in said) or WHOLE
        number = request.GET.get("lexicon", "")
        if not number:
            lexicon = in_force()
            return cls(lexicon, take, None)
        is_number = number.isdecimal() and len(number) < MOST_DIGITS
        version = LexiconVersion.objects.filter(number=int(number)).first() if is_number else None
        if version is None:
            raise Http404
        return cls(version.lexicon, take, version)

    @property
    def whole(self) -> bool:
        return self.take == WHOLE

    @property
    def parts(self) -> list[tuple[str, str, bool]]:
        """What can be taken in and left out: name, label, whether it is in."""
        return [(part, str(label), part in self.take) for part, label in LABELS.items()]

    @property
    def query(self) -> str:
        """What of the address says this, to be kept in links; "" for what needs no saying."""
        said = [] if self.whole else [("take", part) for part in self.take]
        said += [("lexicon", self.version.number)] if self.version else []
        return urlencode(said)

    @property
    def called(self) -> str:
        return called(self.lexicon)


def called(lexicon: Lexicon) -> str:
    """A lexicon in words: the library's own by the library's number, or the office's by the first with these words."""
    known = None if lexicon.sha256 == shipped().sha256 else version_of(lexicon.sha256)
    return _called(lexicon, known.number if known and not known.shipped else None)


def called_each(versions: Iterable[LexiconVersion]) -> dict[int, str]:
    """Versions in words, by number: two with the same words are called the same."""
    numbers = LexiconVersion.objects.order_by("-number").values_list("sha256", "number")
    first = dict(numbers)
    return {each.number: _called(each.lexicon, None if each.shipped else first[each.sha256]) for each in versions}


def offered() -> list[tuple[LexiconVersion, str]]:
    """The newest versions to choose from, each with what it is called."""
    versions = list(LexiconVersion.objects.all()[:50])
    names = called_each(versions)
    return [(each, names[each.number]) for each in versions]


def _called(lexicon: Lexicon, number: int | None) -> str:
    if lexicon.sha256 == shipped().sha256:
        return _("the lexicon that comes with Hanse, version %(version)s") % {"version": lexicon.version}
    if number is None:
        return _("an older lexicon of Hanse, version %(version)s") % {"version": lexicon.version}
    return _("version %(number)s of this office’s lexicon") % {"number": number}


def named(document: Document, asked: Asked) -> Visibility | None:
    """Who is named in a document; None for one that is too long to be counted while somebody waits, until the worker
    has counted it."""
    if asked.whole and (kept := counting.counted(document, asked.lexicon)):
        return counting.told(kept.body, document.pk, asked.lexicon)
    key = digest("named", state(document), asked.lexicon.sha256, *asked.take)
    if kept := Reading.objects.filter(key=key).first():
        return counting.told(kept.body, document.pk, asked.lexicon)
    if document.words > counting.AT_ONCE:
        return None
    body = counting.stored(document.as_text(), asked.lexicon, asked.take)
    if not asked.whole:
        Reading.keep(key, body)
    return counting.told(json.loads(json.dumps(body)), document.pk, asked.lexicon)


def state(document: Document) -> str:
    """A name of the document's text as it is now."""
    return names(Document.objects.filter(pk=document.pk)).get(document.pk, document.pk)


def digest(*parts: str) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()
