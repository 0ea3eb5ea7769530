"""How does a half-written answer wait without anybody reading it? Sealed with the personal link, of which we keep none.

The key comes from the link's token (HKDF with SHA-256, RFC 5869); the workspace keeps only another digest of that. So
neither the office nor whoever holds the database reads a draft. It is gone once the answer is filed or the survey ends.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from hanse.workspace.surveys.models import Invitation

_MADE_AT = 0
"""What a seal would say of when it was made: nothing."""


def keep(invitation: Invitation, token: str, typed: Mapping[str, list[str]]) -> None:
    """Keep what was typed, by the names of the inputs; nothing where the answer was filed meanwhile."""
    sealed = _seal(token).encrypt_at_time(json.dumps(dict(typed)).encode(), _MADE_AT).decode()
    Invitation.objects.filter(pk=invitation.pk, answered=False).update(draft=sealed)


def kept(invitation: Invitation, token: str) -> dict[str, Any] | None:
    """What was typed before; {} where nothing was, None where it was sealed with another link."""
    if not invitation.draft:
        return {}
    try:
        opened: dict[str, Any] = json.loads(_seal(token).decrypt(invitation.draft.encode()))
    except InvalidToken:
        return None
    return opened


def _seal(token: str) -> Fernet:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"hanse.surveys.draft").derive(token.encode())
    return Fernet(base64.urlsafe_b64encode(derived))
