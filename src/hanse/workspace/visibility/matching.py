"""Is this document the text that a claim is about? By its symbol, by its title, or because a person said so."""

from __future__ import annotations

import re
from typing import Any

from django.db.models import Q

from hanse.places.folding import spaced
from hanse.workspace.documents.models import Document, symbol_key
from hanse.workspace.visibility.models import WordsClaimed

MOST = 60
"""Documents that are looked at for a claim."""
SAME, DRAFT, OTHER = "same", "draft", "other"
_DRAFT = re.compile(r"\b(draft|zero|rev|revised|revision|projet|avant projet|borrador|proyecto|compilation|proposal)\b")


def about(claimed: WordsClaimed, document: Document, *, said: bool) -> str:
    """ "same", "draft" for an earlier state of it, or "other". ``said``: a person said that it is the text."""
    if said:
        return SAME
    titles, symbols = names(claimed)
    if document.symbol_key and document.symbol_key in symbols:
        return SAME
    title = spaced(document.title)
    if not any(each and each in title for each in titles):
        return OTHER
    if title in titles and drafted(title) and not (document.symbol_key and symbols):
        return SAME
    draft = drafted(f"{document.title} {document.kind} {document.source}")
    if document.symbol_key and symbols:
        return OTHER if not draft else DRAFT
    return DRAFT if draft else SAME


def drafted(words: str) -> bool:
    """Does a title or the name of a file say that the text is a draft?"""
    return _DRAFT.search(spaced(words)) is not None


def names(claimed: WordsClaimed) -> tuple[list[str], set[str]]:
    """What the text is called, folded, and its symbols: of the claim, and of the record that it is about."""
    subject: Any = claimed.claim.subject
    titles = [claimed.about, getattr(subject, "title", ""), getattr(subject, "name", "")]
    symbols = [claimed.symbol, getattr(subject, "symbol", "")]
    long = [spaced(each) for each in titles if each]
    return [each for each in long if len(each) > 8], {symbol_key(each) for each in symbols if each}


def texts_of(claimed: WordsClaimed, documents: Any) -> Any:
    """Of ``documents`` those that may be the text: by a symbol, by the longest word of its title, or said to be."""
    _titles, symbols = names(claimed)
    wanted = Q(symbol_key__in=symbols) | Q(pk__in=claimed.texts.values("document"))
    for each in (claimed.about, getattr(claimed.claim.subject, "title", "")):
        if word := max(each.split(), key=len, default=""):
            wanted |= Q(title__icontains=word)
    return documents.filter(wanted).order_by("date", "title", "pk")[:MOST]
