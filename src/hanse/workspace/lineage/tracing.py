"""How is a lineage traced and drawn for a visitor?"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hanse.text import document as text
from hanse.workspace.lineage.searched import Searched


def body(searched: Searched, told: Callable[[int], None] = lambda read: None) -> str:
    """The lineage of the phrase in the texts searched, as HTML; ``told`` hears how many texts were read.

    Raises HanseError where the phrase has no words.
    """
    from hanse.reports.lineage import (
        body as drawn,
    )  # the engine takes a second to load, which the server need not spend
    from hanse.tracing.lineage import lineage

    def counted() -> Iterator[text.Document]:
        for read, each in enumerate(searched.texts(), 1):
            told(read)
            yield each

    found = lineage(searched.phrase, counted())
    return str(drawn(found, searched.links((*found.appearances, *found.undated))))
