"""Which words that name somebody did no count take up? Those inside longer expressions, and those of other parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from hanse.text.document import Document, Passage
from hanse.wording.named import Lexicon


@dataclass(frozen=True, slots=True)
class Uncounted:
    """Mentions by group that stand elsewhere than in a count of that group."""

    inside: tuple[tuple[str, str, int], ...] = ()
    """How often words of the first group stand inside an expression that is counted in the second."""
    left: tuple[tuple[str, str, int], ...] = ()
    """In parts of the documents that are not counted: group, part ("furniture" among them), mentions."""
    proposed: tuple[tuple[str, int], ...] = ()
    """In proposals that are not in the base text."""

    @classmethod
    def among(
        cls,
        found: Iterable[tuple[str, tuple[str, ...]]],
        left: Iterable[tuple[str, str]],
        documents: Iterable[Document],
        lexicon: Lexicon,
    ) -> Uncounted:
        """Of mentions with the groups inside them, of those of parts ``left`` out (group, part), and of what of the
        documents is only proposed."""
        inside = Counter((hidden, group) for group, within in found for hidden in within)
        proposed: Counter[str] = Counter()
        for document in documents:
            for block in document.content:
                if isinstance(block, Passage):
                    for proposal in block.proposals:
                        if proposal.tracked and proposal.kind != "delete":
                            proposed.update(each.group for each in lexicon.find(proposal.text, document.language))
        return cls(
            tuple((*pair, number) for pair, number in sorted(inside.items())),
            tuple((*pair, number) for pair, number in sorted(Counter(left).items())),
            tuple(sorted(proposed.items())),
        )
