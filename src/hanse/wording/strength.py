"""How strongly does a sentence bind, and whom?"""

from __future__ import annotations

from dataclasses import dataclass

from hanse.text.document import Span


@dataclass(frozen=True, slots=True)
class Strength:
    """The force of a passage's main clause. Spans are half-open code-point offsets into the text given.

    ``level``: 5 decides, shall, must; 4 will, commit, undertake; 3 should, requests, urges, calls upon; 2 encourages,
    invites, recommends; 1 may, consider, takes note; 0 none (preambular participles, descriptions).
    """

    level: int
    modal: str = ""
    """The directive word as it stands in the text; empty where there is none."""
    modal_span: Span | None = None
    negated: bool = False
    bearer: str = ""
    """Who is obliged, as it stands in the text; empty where nobody is named."""
    bearer_span: Span | None = None
    caveats: tuple[Span, ...] = ()
    """What lets the bearer do less: "as appropriate", "in accordance with national law"."""
    hedges: tuple[Span, ...] = ()
    """Effort instead of result ("endeavour to", "seek to") and diluted verbs."""
    language: str = "en"


def strength(text: str, agent: str | None = None, *, chapeau: str | None = None) -> Strength:
    """The strength of ``text``. ``agent`` asks for one party's duties; ``chapeau`` is the lead-in of a bare item."""
    raise NotImplementedError
