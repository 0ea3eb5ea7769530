"""How does a document get onto the shelf? Its file under the digest of its bytes, its words in one transaction."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.db import transaction

from hanse.text import document as text
from hanse.workspace.documents import index
from hanse.workspace.documents.models import Document, Furniture, Passage, stored


def keep(chunks: Iterable[bytes]) -> str:
    """Keep a file's bytes in the data directory; their digest. A file appears there whole or not at all."""
    incoming = settings.HANSE_HOME / "files"
    incoming.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with tempfile.NamedTemporaryFile(dir=incoming, prefix=".incoming-", delete=False) as file:
        for chunk in chunks:
            digest.update(chunk)
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    place = stored(digest.hexdigest())
    place.parent.mkdir(parents=True, exist_ok=True)
    os.replace(file.name, place)
    return digest.hexdigest()


Stemmed = list[tuple[text.Passage | text.Furniture, index.Words]]


def stemmed(read: text.Document) -> Stemmed:
    """What the index takes of a Document; the slow part of shelving, for callers who open a transaction around it."""
    return [(block, index.Words.of(block.text, read.language)) for block in read.content]


def shelve(
    read: text.Document, *, data: bytes | None = None, owner: Any = None, words: Stemmed | None = None, **fields: Any
) -> Document:
    """Store a Document as it was read; ``fields`` override what it says of itself. All of it or nothing.

    ``data``, the file's bytes, are kept too where given. ``words`` are those of `stemmed`, for a caller who opens a
    transaction around this: none spans reading or stemming.
    """
    words = stemmed(read) if words is None else words
    sha256 = keep([data]) if data is not None else read.sha256
    said = {
        "title": read.title or read.source or "Untitled",
        "date": read.date or "",
        "actor": read.actor,
        "symbol": read.symbol,
        "kind": read.kind,
        "adopted": read.adopted,
        "handling": read.handling,
        "language": read.language,
        "source": read.source,
        "sha256": sha256,
        "warnings": list(read.warnings),
        "words": sum(len(found) for block, found in words if isinstance(block, text.Passage)),
        "owner": owner,
    }
    with transaction.atomic():
        document = Document.objects.create(**_fitting({**said, **fields}))
        _fill(document, words)
    return document


def _fitting(said: dict[str, Any]) -> dict[str, Any]:
    """Words about the document, each no longer than its column: PostgreSQL takes no more."""
    longest = {field.name: getattr(field, "max_length", None) for field in Document._meta.get_fields()}
    return {name: value[: longest[name]] if isinstance(value, str) else value for name, value in said.items()}


def reshelve(document: Document, read: text.Document, *, words: Stemmed | None = None) -> None:
    """Put a corrected reading in place of a document's text; what is said about it stays."""
    words = stemmed(read) if words is None else words
    with transaction.atomic():
        index.forget(document)
        document.passages.all().delete()
        document.furniture.all().delete()
        document.language, document.sha256, document.source = read.language, read.sha256, read.source
        document.warnings = list(read.warnings)
        document.words = sum(len(found) for block, found in words if isinstance(block, text.Passage))
        document.save()
        _fill(document, words)


def _fill(document: Document, words: Stemmed) -> None:
    passages, keys, furniture = [], [], []
    taken: set[str] = set()
    for order, (block, found) in enumerate(words):
        if isinstance(block, text.Passage):
            passages.append(_passage(document, order, block, taken))
            keys.append(found)
        else:
            furniture.append(
                Furniture(document=document, order=order, text=block.text, kind=block.kind, page=block.page)
            )
    Furniture.objects.bulk_create(furniture)
    stored_passages = Passage.objects.bulk_create(passages)
    index.add(zip((each.pk for each in stored_passages), keys, strict=True))


def _passage(document: Document, order: int, passage: text.Passage, taken: set[str]) -> Passage:
    """``taken`` holds the anchors given so far; the second passage of a number goes by its id."""
    anchor = "".join(passage.number.split())
    anchor = passage.id if not anchor or anchor in taken else anchor
    taken.add(anchor)
    return Passage(
        document=document,
        order=order,
        pid=passage.id,
        anchor=anchor,
        number=passage.number,
        label=passage.label,
        text=passage.text,
        kind=passage.kind,
        status=passage.status,
        part=passage.part,
        page=passage.page,
        level=passage.level,
        chapeau=passage.chapeau,
        headings=list(passage.headings),
        proposals=[asdict(each) for each in passage.proposals],
    )
