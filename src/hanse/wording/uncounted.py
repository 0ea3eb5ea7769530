"""Which words that name somebody did no count take up? Those inside longer expressions, and those of the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hanse.text.document import Document, Furniture, Passage
from hanse.wording.named import Lexicon


@dataclass(frozen=True, slots=True)
class Uncounted:
    """Mentions by group that stand elsewhere than in a count of that group."""

    inside: Mapping[tuple[str, str], int]
    """How often words of the first group stand inside an expression that is counted in the second."""
    furniture: Mapping[str, int]
    """In footnotes, headers and other furniture."""
    proposed: Mapping[str, int]
    """In proposals that are not in the base text."""

    @classmethod
    def among(
        cls, found: Iterable[tuple[str, tuple[str, ...]]], documents: Iterable[Document], lexicon: Lexicon
    ) -> Uncounted:
        """Of mentions with the groups inside them, and of what of the documents is no base text."""
        inside = Counter((hidden, group) for group, within in found for hidden in within)
        furniture: Counter[str] = Counter()
        proposed: Counter[str] = Counter()
        for document in documents:
            for block in document.content:
                if isinstance(block, Furniture):
                    furniture.update(each.group for each in lexicon.find(block.text, document.language))
                elif isinstance(block, Passage):
                    for proposal in block.proposals:
                        if proposal.tracked and proposal.kind != "delete":
                            proposed.update(each.group for each in lexicon.find(proposal.text, document.language))
        return cls(inside, furniture, proposed)
