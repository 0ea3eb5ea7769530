"""In which texts is a phrase looked for? In those of a campaign, or in all of the office, as far as one sees them.

Of the whole office only the passages are read that can have the phrase: the index of words tells which. A long ask can
be answered in other words, so that for it every passage is read.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from django.db.models import Q, QuerySet, Sum
from django.db.models.functions import Length

import hanse
from hanse.text import document as text
from hanse.workspace.campaigns.audience import audience
from hanse.workspace.campaigns.inputs import Inputs, library_ask, library_text
from hanse.workspace.campaigns.models import Campaign, CampaignDocument
from hanse.workspace.documents import index
from hanse.workspace.documents.models import Document, Passage
from hanse.workspace.documents.query import Query
from hanse.workspace.languages import spoken

AT_ONCE = 2_000_000
"""Characters that are read while the visitor waits, a second or two; more is a job's work."""
_ABOUT = ("pk", "title", "date", "actor", "symbol", "kind", "adopted", "handling", "language", "sha256", "words")


@dataclass(frozen=True)
class Searched:
    """The texts of a campaign, or of the whole office where there is none, that a user sees."""

    phrase: str
    user: Any
    campaign: Campaign | None = None

    @cached_property
    def inputs(self) -> Inputs | None:
        return Inputs.of(self.campaign, audience(self.campaign, self.user)) if self.campaign else None

    @cached_property
    def held(self) -> dict[str, CampaignDocument]:
        """The campaign's texts by the ids that they have in it."""
        if self.inputs is None:
            return {}
        return {each.name: each for each in (*self.inputs.record, *self.inputs.drafts, *self.inputs.statements)}

    @cached_property
    def documents(self) -> QuerySet[Document]:
        """What is searched, as records."""
        visible = Document.objects.visible_to(self.user)
        if self.campaign is None:
            return visible.order_by("date", "title", "pk")
        return visible.filter(pk__in=[each.document_id for each in self.held.values()])

    @cached_property
    def key(self) -> str:
        """A digest of the words, of everything that is searched for them, and of the language in which it is told."""
        about = [list(row) for row in self.documents.order_by("pk").values_list(*_ABOUT)]
        asks = [[each.pk, each.text, each.actor, each.date] for each in self.inputs.asks] if self.inputs else []
        places = [[name, each.parent_id] for name, each in self.held.items()]
        places += sorted(self._revised.items()) if self.campaign is None else []
        said = [hanse.__version__, str(spoken()), self.phrase, self.campaign.pk if self.campaign else ""]
        parts = [*said, about, asks, places]
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()

    @cached_property
    def size(self) -> int:
        """Characters to be read."""
        return self._passages.aggregate(size=Sum(Length("text")))["size"] or 0

    @property
    def too_long(self) -> bool:
        return self.size > AT_ONCE

    @cached_property
    def _passages(self) -> QuerySet[Passage]:
        """The passages that can have the phrase. What is only proposed in one is not in the index of words."""
        found = Passage.objects.visible_to(self.user).filter(document__in=self.documents.order_by())
        return found if self.campaign else found.filter(_may_have(self.phrase, self.documents) | ~Q(proposals=[]))

    def texts(self) -> Iterator[text.Document]:
        """The texts as the library takes them, one by one."""
        if self.inputs is None:
            yield from self._of_office()
            return
        from hanse.tracing.lineage.texts import of_ask

        names = {each.pk: each.name for each in self.inputs.drafts}
        for each in self.held.values():
            yield library_text(each, names.get(each.parent_id))
        for ask in self.inputs.asks:
            if ask.source is None or ask.source.name not in self.held:
                yield of_ask(library_ask(ask))

    @cached_property
    def _revised(self) -> dict[str, str]:
        """For each text of the office the one that it revises: as it says itself, else as a campaign that one sees."""
        drafts = CampaignDocument.objects.visible_to(self.user).filter(
            campaign__in=Campaign.objects.visible_to(self.user), parent__document__in=self.documents.order_by()
        )
        revised = dict(drafts.order_by("pk").values_list("document_id", "parent__document_id"))
        own = self.documents.exclude(parent=None).order_by()
        return {**revised, **dict(own.values_list("pk", "parent_id"))}

    def _of_office(self) -> Iterator[text.Document]:
        passages = self._passages.order_by("document_id", "order")
        kept = {
            pk: [each.as_text() for each in group] for pk, group in groupby(passages, lambda each: each.document_id)
        }
        for each in self.documents:
            yield text.Document(
                id=each.pk,
                content=tuple(kept.get(each.pk, ())),
                title=each.title,
                date=each.date or None,
                language=each.language,
                actor=each.actor,
                symbol=each.symbol,
                kind=each.kind,
                adopted=each.adopted,
                handling=each.handling,
                parent=self._revised.get(each.pk),
            )

    def links(self, found: Iterable[hanse.Appearance]) -> dict[str, str]:
        """The way to each passage on its text's reading page; an ask has none."""
        wanted = Q(pk__in=[])
        texts = {}
        for each in found:
            if self.campaign is not None and each.document not in self.held:
                continue
            key = self.held[each.document].document_id if self.campaign else each.document
            texts[key] = each.document
            wanted |= Q(document=key, pid=each.passage.id)
        passages = Passage.objects.visible_to(self.user).filter(wanted).select_related("document")
        return {texts[each.document_id]: each.get_absolute_url() for each in passages}


def _may_have(phrase: str, documents: QuerySet[Document]) -> Q:
    from hanse.tracing.lineage.places import needed

    any_language = Q(document__language="und")
    for language in sorted(set(documents.order_by().values_list("language", flat=True))):
        words = needed(phrase, language.split("-")[0])
        here = Q(document__language=language)
        phrases = [Query((word,)).phrases(language) for word in words]
        either = Q(pk__in=[])
        for each in phrases:
            either |= Q(pk__in=index.having(each))
        any_language |= here & either if words else here
    return any_language
