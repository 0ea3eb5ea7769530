"""How binding is each draft of a text? Read once for a pair of drafts, and kept for whoever sees both."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from hanse.wording.binding import Binding, Paragraph, binding
from hanse.wording.strength import Strength
from hanse.workspace.documents.library import names
from hanse.workspace.documents.models import Document
from hanse.workspace.documents.versions import versions
from hanse.workspace.languages import spoken
from hanse.workspace.visibility.models import Reading
from hanse.workspace.visibility.seen import digest

AT_ONCE = 120_000
"""Words that are read while somebody waits, a second or two."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A draft, and the one before it, where there is one that the reader may see."""

    before: Document | None
    document: Document


def drafts(document: Document, user: Any) -> list[Document]:
    """The versions of a text that a user may see, in the order of their dates; an undated one comes last.

    A file that is here more than once is one version: the document itself, or the copy that came in nearest to it, as
    one that lies in the same campaign does.
    """
    keys = {document.pk, *versions(document, user)}
    held = list(Document.objects.visible_to(user).filter(pk__in=keys))
    held.sort(key=lambda each: (each.pk != document.pk, abs(each.added - document.added), each.pk))
    once: dict[str, Document] = {}
    for each in held:
        once.setdefault(each.sha256 or each.pk, each)
    return sorted(once.values(), key=lambda each: (not each.date, each.date, each.added, each.pk))


def pairs(chain: Sequence[Document]) -> list[Pair]:
    """Each draft with the one that it revises, where the chain has that, else with the one before it."""
    by_key = {each.pk: each for each in chain}
    return [
        Pair(by_key.get(each.parent_id or "") or (chain[place - 1] if place else None), each)
        for place, each in enumerate(chain)
    ]


def kept(asked: Sequence[Pair]) -> dict[str, Binding]:
    """What was read before of pairs, by the later document's key."""
    keys = _keys(asked)
    held = dict(Reading.objects.filter(key__in=keys.values()).values_list("key", "body"))
    return {pk: told(held[key]) for pk, key in keys.items() if key in held}


def read(pair: Pair) -> Binding:
    """Read a pair of drafts and keep what was found."""
    texts = [each.as_text() for each in (pair.before, pair.document) if each is not None]
    found = binding(texts)[-1]
    Reading.keep(_keys([pair])[pair.document.pk], json.loads(json.dumps(asdict(found))))
    return found


def all_read(asked: Sequence[Pair]) -> tuple[dict[str, Binding], list[Pair]]:
    """Pairs as they were read, read now where that takes no time; and those that are too long for it."""
    found, left, room = kept(asked), [], AT_ONCE
    for each in asked:
        if each.document.pk in found:
            continue
        size = each.document.words + (each.before.words if each.before else 0)
        if size > room:
            left.append(each)
            continue
        room -= size
        found[each.document.pk] = read(each)
    return found, left


def _keys(asked: Sequence[Pair]) -> dict[str, str]:
    """Where each pair is kept: by both texts as they are now, and by the language in which it is told."""
    every = {each.pk for pair in asked for each in (pair.before, pair.document) if each is not None}
    states = names(Document.objects.filter(pk__in=every))

    def state(document: Document | None) -> str:
        return f"{states.get(document.pk, document.pk)}.{document.language}" if document else ""

    return {
        pair.document.pk: digest("binding", state(pair.before), state(pair.document), str(spoken())) for pair in asked
    }


def told(body: dict[str, Any]) -> Binding:
    """A reading that was kept, as the library tells it."""
    tupled = {name: _pairs(body[name]) for name in ("levels", "bearers", "moves")}
    paragraphs = {name: tuple(map(_paragraph, body[name])) for name in ("paragraphs", "dropped")}
    return Binding(**{**body, **tupled, **paragraphs})


def _paragraph(body: dict[str, Any]) -> Paragraph:
    return Paragraph(**{**body, "force": _strength(body["force"]) if body["force"] else None})


def _strength(body: dict[str, Any]) -> Strength:
    spans = {name: tuple(body[name]) if body[name] else None for name in _SPANS}
    return Strength(**{**body, **spans, **{name: _pairs(body[name]) for name in ("caveats", "hedges")}})


_SPANS = ("modal_span", "bearer_span", "negation_span")


def _pairs(rows: Sequence[Sequence[Any]]) -> tuple[Any, ...]:
    return tuple(tuple(each) for each in rows)
