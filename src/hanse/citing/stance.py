"""Does a passage support what it cites, contrast with it, or only mention it?"""

from __future__ import annotations

from dataclasses import dataclass

from hanse.citing.cues import Cue
from hanse.citing.function import function_of
from hanse.citing.stance_features import named
from hanse.citing.stance_model import STANCES, StanceModel, model, read
from hanse.text.document import Document, Passage, Span
from hanse.text.given import wording

_TELLING = {
    "supports": ("agree", "not differ"),
    "contrasts": ("differ", "not agree"),
    "mentions": ("report", "use", "define"),
    "unsure": ("open", "agree", "differ", "not agree", "not differ"),
}


@dataclass(frozen=True, slots=True)
class Stance:
    """What the author of a passage does with what is cited there."""

    label: str
    """supports | contrasts | mentions | unsure; unsure is not mentions: the passage leaves it undecided."""
    confidence: float
    """How likely the label is, 0 to 1."""
    cues: tuple[Span, ...] = ()
    """The words that speak for the label, as half-open code-point offsets into the text."""
    function: str = "background"
    """What the citation is there for, whatever the stance: background | method | result."""
    target: Span | None = None
    """The citation that was judged; None where the passage shows none."""


def stance(
    text: str | Passage | Document,
    section: str | None = None,
    *,
    target: Span | None = None,
    language: str | None = None,
    learned: StanceModel | None = None,
) -> Stance:
    """The stance of a passage of one to three sentences toward one citation in it, and the citation's function.

    ``section`` is the title of the section where it stands. The citation judged is the one at ``target`` (half-open
    code points), else the one in ``[[double square brackets]]``, else the first. ``language`` is "en", "fr" or "es",
    told from the text where not given. ``learned`` is a model from `retrained`, in place of the one that ships.
    Raises HanseError for what is no text and for a target outside it.
    """
    text = wording(text)
    reading = read(text, section, language, target)
    chances = (learned or model()).chances(reading)
    best = int(chances.argmax())
    label = STANCES[best]
    told = tuple(cue.span for cue in reading.cues if _tells(cue, label))
    purpose = function_of(text, section, reading.vector)[0]
    return Stance(label, round(float(chances[best]), 4), told, purpose, reading.passage.target)


def _tells(cue: Cue, label: str) -> bool:
    return named(cue) in _TELLING[label]
