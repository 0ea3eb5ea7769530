"""What does the worker count? Every document with the lexicon in force, without being asked; with an older one, when
somebody asks."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from hanse.errors import HanseError
from hanse.workspace.documents.models import Document
from hanse.workspace.jobs.upkeep import upkeep
from hanse.workspace.jobs.work import Step, work
from hanse.workspace.visibility.counting import count, waiting
from hanse.workspace.visibility.forces import drafts, kept, pairs, read
from hanse.workspace.visibility.lexicons import in_force, keep_shipped, lexicon_of

AT_ONCE = 150_000
"""Words that are counted between two jobs: a few seconds' work."""


@upkeep
def count_what_is_new() -> bool:
    """Count some of the documents that were not counted as they are now; whether there are more."""
    lexicon, standing = in_force(), Document.objects.filter(removed=None)
    missing = waiting(standing, lexicon)
    if missing:
        keep_shipped()
    words = 0
    for done, document in enumerate(_each(missing), 1):
        count(document, lexicon)
        words += document.words
        if words > AT_ONCE:
            return done < len(missing)
    return False


@work("visibility.count")
def count_again(step: Step, lexicon: str) -> str:
    """Count the documents that whoever started the job may see with a lexicon, by its digest; the trend's address.

    Raises HanseError for a lexicon that is not known here.
    """
    wanted = lexicon_of(lexicon)
    if wanted is None:
        raise HanseError(_("this version of the lexicon is not known here"), do=_("choose one of the list"))
    missing = waiting(Document.objects.visible_to(step.job.owner), wanted)
    for done, document in enumerate(_each(missing)):
        said = {"number": done + 1, "total": len(missing)}
        step(done / len(missing), _("Counting document %(number)s of %(total)s") % said)
        count(document, wanted)
    return f"/wording/trend/?lexicon={lexicon}"


@work("visibility.bind")
def bind(step: Step, document: str) -> str:
    """Read how binding a text and its drafts are, as whoever started the job sees them; the address of the page.

    Raises HanseError for a document that is gone.
    """
    found = Document.objects.visible_to(step.job.owner).filter(pk=document).first()
    if found is None:
        raise HanseError(_("the document is gone, or can no longer be seen"), do=_("choose another"))
    wanted = pairs(drafts(found, step.job.owner))
    done = kept(wanted)
    for number, pair in enumerate(wanted, 1):
        if pair.document.pk not in done:
            said = {"number": number, "total": len(wanted)}
            step(number / (len(wanted) + 1), _("Reading draft %(number)s of %(total)s") % said)
            read(pair)
    return f"/documents/{found.pk}/wording/binding/"


def _each(keys: list[str]) -> Iterator[Document]:
    for key in keys:
        yield from Document.objects.filter(pk=key)
