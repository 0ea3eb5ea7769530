"""What can go wrong, as one small tree; every message says what is wrong, where, and what to do.

HanseError
├── UnreadableFile        a file could not become a Document
│   ├── EmptyFile         nothing in it
│   ├── EncryptedFile     a password is needed
│   ├── NoTextLayer       a scan: pictures of pages, no text
│   ├── DamagedFile       truncated, or not the format that its name says
│   ├── OversizedFile     larger than the limit, packed or unpacked
│   └── UnsupportedFile   a format that Hanse does not read
├── BadCampaign           a campaign folder that cannot be traced as it stands
│   ├── UndatedDraft      a draft whose place in the order is unknown
│   └── DuplicateFile     the same file twice
├── UnprintableText       a text cannot be set as an accessible PDF
├── RefusedChange         a record cannot be restored, merged or parted as asked
└── RestrictedDocument    an export would have carried what must not leave
"""

import re

ECHOED = 80
"""Letters of a name or a cell that a message repeats."""


class HanseError(Exception):
    """Anything that Hanse refuses: ``what`` is wrong, ``where``, and what to ``do``; what they quote is cut short."""

    def __init__(self, what: str, *, where: str = "", do: str = "") -> None:
        self.what, self.do = _brief(what), _brief(do)
        self.where = where if "/" in where or "\\" in where else echoed(where)
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """One sentence for a person: ``where: what; do.``"""
        place = f"{self.where}: " if self.where else ""
        remedy = f"; {self.do}" if self.do else ""
        return f"{place}{self.what}{remedy}."


class UnreadableFile(HanseError):
    """A file could not become a Document."""


class EmptyFile(UnreadableFile):
    """Nothing in it."""


class EncryptedFile(UnreadableFile):
    """A password is needed."""


class NoTextLayer(UnreadableFile):
    """A scan: pictures of pages, no text."""


class DamagedFile(UnreadableFile):
    """Truncated, or not the format that its name says."""


class OversizedFile(UnreadableFile):
    """Larger than the limit, packed or unpacked."""


class UnsupportedFile(UnreadableFile):
    """A format that Hanse does not read."""


class BadCampaign(HanseError):
    """A campaign folder that cannot be traced as it stands."""


class UndatedDraft(BadCampaign):
    """A draft whose place in the order is unknown."""


class DuplicateFile(BadCampaign):
    """The same file twice."""


class UnprintableText(HanseError):
    """A text cannot be set as an accessible PDF: a sign that no font has, or a part that it may not lack."""


class RefusedChange(HanseError):
    """A record of the registry cannot be restored, merged or parted as asked."""


class RestrictedDocument(HanseError):
    """An export would have carried what must not leave the house."""


def echoed(said: object) -> str:
    """A name as a message repeats it: the end of a long one is left out."""
    name = str(said)
    return name if len(name) <= ECHOED else f"{name[: ECHOED - 1].rstrip()}…"


def _brief(sentence: str) -> str:
    return re.sub(r"“([^“”]+)”", lambda quoted: f"“{echoed(quoted[1])}”", sentence)
