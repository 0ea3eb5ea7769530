"""How are citations told to other programs? As JSON-LD in the words of the Citation Typing Ontology."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from hanse.citing.citations import Citation, Citations
from hanse.citing.exchange import to_cito
from hanse.workspace.addresses import whole
from hanse.workspace.citations.cited import of_document
from hanse.workspace.citations.models import CitingPassage
from hanse.workspace.documents.models import Document


def citing(document: Document, user: Any) -> str:
    """What a document cites."""
    passages = CitingPassage.objects.visible_to(user).filter(document=document).select_related("reference", "document")
    return _graph(passages.order_by("order"))


def cited(document: Document, user: Any) -> str:
    """Who cites a document."""
    passages = of_document(document, user).select_related("reference", "document")
    return _graph(passages.order_by("document", "order"), entity=whole(document.get_absolute_url()))


def _graph(passages: Iterable[CitingPassage], entity: str = "") -> str:
    """Each passage as a citation; whether people judged its stance, or a machine proposed it, is said of each."""
    graph: list[dict[str, Any]] = []
    context: dict[str, str] = json.loads(to_cito("", Citations((), ())))["@context"]
    for each in passages:
        reference = each.reference.as_reference()
        act = Citation(each.pid, (each.start, each.end), each.text, each.section, (), (0,))
        told = to_cito(whole(each.document.get_absolute_url()), Citations((reference,), (act,)), [each.settled])
        [one] = json.loads(told)["@graph"]
        if entity:
            one["cito:hasCitedEntity"] = {"@id": entity}
        elif not (reference.doi or reference.symbol or reference.url):
            one["cito:hasCitedEntity"] = {"@id": whole(each.reference.get_absolute_url())}
        one["@id"] = whole(each.get_absolute_url())
        one["dcterms:provenance"] = "judged by people" if each.judged else "proposed by a machine"
        graph.append(one)
    return json.dumps({"@context": context, "@graph": graph}, ensure_ascii=False, indent=1) + "\n"
