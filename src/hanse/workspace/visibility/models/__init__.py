"""What does this room keep? Versions of the lexicon, what was counted with them, and what claims say of words."""

from hanse.workspace.visibility.models.counts import Counted
from hanse.workspace.visibility.models.lexicons import LexiconVersion
from hanse.workspace.visibility.models.readings import Reading
from hanse.workspace.visibility.models.specs import TextMeant, WordsClaimed

__all__ = ["Counted", "LexiconVersion", "Reading", "TextMeant", "WordsClaimed"]
