"""What is new? The latest calls, pledges, statements, surveys, campaigns and documents, of what somebody may see."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.workspace.campaigns.models import Campaign
from hanse.workspace.documents.models import Document
from hanse.workspace.pledges.models import Call, Pledge, State
from hanse.workspace.statements.models import Version
from hanse.workspace.surveys.models import Survey


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of news: ``record`` can be opened; ``made`` never changes, ``when`` is when it last was news."""

    kind: str
    record: Any
    title: str
    about: str
    made: datetime
    when: datetime

    @property
    def label(self) -> str:
        """What kind of thing it is, in a word."""
        return str(LABELS[self.kind])

    @property
    def address(self) -> str:
        return str(self.record.get_absolute_url())


def _calls(user: Any, most: int) -> Iterable[Item]:
    held = Call.objects.visible_to(user).exclude(opened=None).order_by("-opened", "pk")[:most]
    for each in held:
        yield Item("calls", each, str(each), _("Cities are called to pledge."), each.made, each.opened)


def _pledges(user: Any, most: int) -> Iterable[Item]:
    held = Pledge.objects.visible_to(user).filter(state=State.PUBLISHED).exclude(published=None)
    for each in held.select_related("city").order_by("-published", "pk")[:most]:
        yield Item("pledges", each, str(each), str(each.city), each.made, each.published)


def _statements(user: Any, most: int) -> Iterable[Item]:
    """Each statement once: by its last frozen version, and again when that closes."""
    held = Version.objects.visible_to(user).exclude(frozen_at=None).alias(when=Coalesce("closed_at", "frozen_at"))
    told: set[str] = set()
    for each in held.select_related("statement").defer("canonical").order_by("-when", "-number")[: 2 * most]:
        statement = each.statement
        if statement.pk not in told:
            told.add(statement.pk)
            about, when = str(each.stage().label), each.closed_at or each.frozen_at
            yield Item("statements", statement, str(statement), about, statement.made, when)


def _surveys(user: Any, most: int) -> Iterable[Item]:
    for each in Survey.objects.visible_to(user).exclude(published=None).order_by("-published", "pk")[:most]:
        yield Item("surveys", each, str(each), _("Results of a survey."), each.made, each.published)


def _campaigns(user: Any, most: int) -> Iterable[Item]:
    for each in Campaign.objects.visible_to(user).filter(fictional=False).order_by("-made", "pk")[:most]:
        yield Item("campaigns", each, str(each), each.forum, each.made, each.made)


def _documents(user: Any, most: int) -> Iterable[Item]:
    for each in Document.objects.visible_to(user).defer("warnings").order_by("-added", "pk")[:most]:
        yield Item("documents", each, str(each), each.actor, each.added, each.added)


FROM: dict[str, Callable[[Any, int], Iterable[Item]]] = {
    "pledges": _pledges,
    "statements": _statements,
    "calls": _calls,
    "surveys": _surveys,
    "campaigns": _campaigns,
    "documents": _documents,
}
"""Where news comes from; each has a feed of its own."""
LABELS = {
    "pledges": gettext_lazy("pledge"),
    "statements": gettext_lazy("joint statement"),
    "calls": gettext_lazy("call for pledges"),
    "surveys": gettext_lazy("survey"),
    "campaigns": gettext_lazy("campaign"),
    "documents": gettext_lazy("document"),
}
PLURALS = {
    "pledges": gettext_lazy("Pledges"),
    "statements": gettext_lazy("Joint statements"),
    "calls": gettext_lazy("Calls for pledges"),
    "surveys": gettext_lazy("Surveys"),
    "campaigns": gettext_lazy("Campaigns"),
    "documents": gettext_lazy("Documents"),
}


def latest(user: Any, most: int, kind: str = "") -> list[Item]:
    """At most so many, the latest first; of one kind, or of all."""
    wanted = [FROM[kind]] if kind else FROM.values()
    found = [item for each in wanted for item in each(user, most)]
    return sorted(found, key=lambda item: (item.when, item.address), reverse=True)[:most]
