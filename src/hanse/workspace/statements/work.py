"""What takes long, and what is kept in order unasked? PDF files; versions close on their day."""

from __future__ import annotations

from hanse.workspace.jobs.upkeep import upkeep
from hanse.workspace.jobs.work import Step, work
from hanse.workspace.statements import closing
from hanse.workspace.statements.models import Version
from hanse.workspace.statements.printing import print_all
from hanse.workspace.statements.telling import tell


@work(closing.PRINT)
def print_(step: Step, version: str, occasion: str) -> str:
    """The PDF files of a version, one a language. The statement's address."""
    held = Version.objects.select_related("statement").get(pk=version)
    print_all(held, occasion, lambda share, words: step(share, words))
    return held.statement.get_absolute_url()


@upkeep
def close_due() -> bool:
    """Close what came to its last day."""
    return closing.close_due()


@upkeep
def renew_due() -> bool:
    """Print anew what was endorsed after closing."""
    return closing.renew_due()


@upkeep
def signatures() -> bool:
    """Tell the registry and the signers of new signatures."""
    return tell()
