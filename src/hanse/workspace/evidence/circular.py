"""Does evidence rest on the source in which the claim is made? Then it is no independent support."""

from __future__ import annotations

from urllib.parse import urlsplit

from hanse.workspace.evidence.models import Evidence
from hanse.workspace.registry.models import Claim


def rests_on_claim(evidence: Evidence, claim: Claim) -> bool:
    """Whether the evidence is of the claim's own source: the same record, text, bytes or address; or somebody says
    that it repeats that source.

    Reads ``evidence.source``, ``evidence.document`` and ``claim.source`` with its document: select them with it.
    """
    if evidence.repeats or evidence.source_id == claim.source_id:
        return True
    own, other = claim.source, evidence.source
    texts = {evidence.document_id, other.document_id if other else None} - {None}
    if own.document_id in texts:
        return True
    if evidence.sha256 and own.document_id and evidence.sha256 == own.document.sha256:
        return True
    return bool(other and (place := address(other.url)) and place == address(own.url))


def address(url: str) -> str:
    """An address as it is compared: without scheme, "www.", a closing slash and the place within the page."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:  # brackets that hold no address of the sixth version
        return ""
    return f"{host}{parts.path.rstrip('/')}?{parts.query}" if host else ""
