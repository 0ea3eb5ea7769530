"""How do Office files come out the same, byte for byte? Their zip is packed again with one fixed time."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from hanse.tracing.board import Board

EPOCH = datetime(1980, 1, 1)
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def written(text: str) -> str:
    """The text without the characters that XML 1.0 does not admit."""
    return UNPRINTABLE.sub("", text)


def as_of(board: Board) -> datetime:
    """The latest draft's day, as the time at which a file says that it was made; 1980 where no day is known."""
    days = [draft.date for draft in board.drafts if draft.date and re.fullmatch(r"\d{4}-\d{2}-\d{2}", draft.date)]
    try:
        return max((datetime.fromisoformat(day) for day in days), default=EPOCH)
    except ValueError:
        return EPOCH


def settled(package: bytes, moment: datetime) -> bytes:
    """An Office package with its members in their order, all dated 1980, and its own created and modified fixed."""
    stamp = moment.replace(tzinfo=UTC).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    out = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for member in old.infolist():
            content = old.read(member)
            if member.filename == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>" + stamp, content)
            entry = ZipInfo(member.filename, EPOCH.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            new.writestr(entry, content)
    return out.getvalue()
