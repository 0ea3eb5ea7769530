"""What does the page of a draft show? Each paragraph with its wordings, and what is said and proposed of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from hanse.workspace.languages import called, direction
from hanse.workspace.statements.differences import Stretch, differences
from hanse.workspace.statements.drafting import outdated, seen_as
from hanse.workspace.statements.forms import AmendmentForm, CommentForm, ParagraphForm
from hanse.workspace.statements.models import Amendment, Change, Comment, Paragraph, Version


@dataclass(frozen=True, slots=True)
class Proposal:
    """An amendment with its visible differences from what stands now; ``moved``: the wording was changed since."""

    amendment: Amendment
    stretches: list[Stretch]
    seen: str
    moved: bool
    own: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as the page shows it: ``text`` in the language shown, ``authentic`` beside it."""

    paragraph: Paragraph
    text: str
    authentic: str
    late: bool
    proposals: list[Proposal]
    comments: list[Comment]

    @property
    def talk(self) -> int:
        """What waits for an answer."""
        return sum(each.amendment.open for each in self.proposals) + sum(not each.settled for each in self.comments)


class DraftPage:
    """All of a draft that somebody who sees it may know, read once."""

    def __init__(self, draft: Version, language: str, user: Any, writes: bool) -> None:
        self.draft, self.language, self.user, self.writes = draft, language, user, writes
        self.authentic = draft.statement.authentic
        self.comments: dict[str | None, list[Comment]] = defaultdict(list)
        for each in draft.comments.select_related("person", "settled_by"):
            self.comments[each.paragraph_id].append(each)
        self.proposals: dict[str | None, list[Proposal]] = defaultdict(list)
        for each in draft.amendments.select_related("author", "decided_by", "paragraph", "after"):
            about = each.after_id if each.change == Change.NEW else each.paragraph_id
            self.proposals[about].append(self._proposal(each))

    def _proposal(self, amendment: Amendment) -> Proposal:
        now = amendment.paragraph.said(amendment.language) if amendment.paragraph else ""
        before = now if amendment.open and amendment.change != Change.NEW else amendment.base
        stretches = differences(before, amendment.text)
        moved = amendment.open and amendment.change == Change.WORDING and now != amendment.base
        own = amendment.author_id is not None and amendment.author_id == self.user.pk
        return Proposal(amendment, stretches, seen_as(now), moved, own)

    @cached_property
    def lines(self) -> list[Line]:
        return [self._line(each) for each in self.draft.paragraphs.standing()]

    def _line(self, each: Paragraph) -> Line:
        return Line(
            each,
            each.said(self.language),
            each.said(self.authentic) if self.translating else "",
            outdated(each, self.language, self.authentic) if self.translating else False,
            self.proposals[each.pk],
            self.comments[each.pk],
        )

    @property
    def translating(self) -> bool:
        """Whether another language than the authentic one is shown, beside that."""
        return self.language != self.authentic

    @property
    def whole(self) -> list[Comment]:
        """What is said of the whole text."""
        return self.comments[None]

    @cached_property
    def gone(self) -> list[Paragraph]:
        """What was taken out, and can be put back."""
        return list(self.draft.paragraphs.exclude(removed=None)) if self.writes else []

    @cached_property
    def languages(self) -> list[dict[str, Any]]:
        """Each with how many paragraphs it lacks."""
        held = list(self.draft.paragraphs.standing())
        return [
            {
                "code": code,
                "name": called(code),
                "direction": direction(code),
                "missing": sum(not each.said(code) for each in held),
                "late": sum(outdated(each, code, self.authentic) for each in held) if code != self.authentic else 0,
                "shown": code == self.language,
            }
            for code in self.draft.statement.language_codes
        ]

    @property
    def waiting(self) -> int:
        """Amendments to decide and comments to settle."""
        return sum(line.talk for line in self.lines) + sum(not each.settled for each in self.whole)

    def forms(self) -> dict[str, Any]:
        """Empty forms."""
        return {
            "adding": ParagraphForm(auto_id="add_%s"),
            "commenting": CommentForm(auto_id="say_%s"),
            "amending": AmendmentForm(draft=self.draft, auto_id="amend_%s", initial={"language": self.language}),
        }
