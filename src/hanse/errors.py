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


class HanseError(Exception):
    """Anything that Hanse refuses: ``what`` is wrong, ``where``, and what to ``do``."""

    def __init__(self, what: str, *, where: str = "", do: str = "") -> None:
        self.what, self.where, self.do = what, where, do
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
