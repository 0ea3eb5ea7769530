"""How does a campaign leave the house? As the folder that ``hanse trace`` reads back to the same board."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Iterable, Iterator
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.utils.translation import gettext as _

from hanse.errors import UnreadableFile
from hanse.workspace.campaigns.audience import stricter, up_to
from hanse.workspace.campaigns.inputs import Inputs
from hanse.workspace.campaigns.models import AskRecord, Campaign, CampaignDocument, Review
from hanse.workspace.campaigns.models.texts import As

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""One time for all members, so that the same campaign gives the same bytes."""


def packed(campaign: Campaign, audience: str) -> IO[bytes]:
    """A zip of all that an audience may see: original files, asks.csv, campaign.toml, and verdicts beside them.

    Raises UnreadableFile where a file is no longer in the data directory.
    """
    inputs = Inputs.of(campaign, audience)
    out = tempfile.TemporaryFile()  # noqa: SIM115 the caller streams it
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for path, content in _members(campaign, inputs, audience):
            entry = ZipInfo(path, LONG_AGO)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, content)
    out.seek(0)
    return out


def _members(campaign: Campaign, inputs: Inputs, audience: str) -> Iterator[tuple[str, bytes]]:
    held = (*inputs.statements, *inputs.drafts, *inputs.record)
    yield "campaign.toml", settings(campaign, held).encode()
    yield "asks/asks.csv", _table(ASK_COLUMNS, (_ask(each) for each in inputs.asks))
    yield "reviews.csv", _table(REVIEW_COLUMNS, _reviews(campaign, inputs, audience))
    for each in held:
        if not each.document.file.is_file():
            raise UnreadableFile(_("its file is gone from the data directory"), where=each.path, do=_("upload it anew"))
        yield each.path, each.document.file.read_bytes()


def settings(campaign: Campaign, held: Iterable[CampaignDocument]) -> str:
    """campaign.toml: everything said outright, so that nothing hangs on file names."""
    lines = [f"title = {_quoted(campaign.title)}", f"forum = {_quoted(campaign.forum)}"]
    lines += ["fictional = true"] if campaign.fictional else []
    paths = {each.pk: each.path for each in held}
    for each in held:
        said = each.document
        about = {
            "file": each.path,
            "title": said.title,
            "date": said.date,
            "actor": said.actor,
            "symbol": said.symbol,
            "kind": said.kind,
            "parent": paths.get(each.parent_id, ""),
            "handling": said.handling,
        }
        lines += ["", "[[documents]]", *(f"{key} = {_quoted(value)}" for key, value in about.items() if value)]
        lines += [f"adopted = {'true' if said.adopted else 'false'}"] if each.role == As.RECORD else []
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A TOML basic string; JSON's escapes are TOML's, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


ASK_COLUMNS = ("id", "actor", "date", "text", "kind", "theme", "handling")
REVIEW_COLUMNS = ("ask", "draft", "verdict", "outcome", "machine", "note", "reviewer", "date")


def _ask(ask: AskRecord) -> tuple[str, ...]:
    handling = stricter(ask.handling, ask.source.document.handling if ask.source else ask.handling)
    return (ask.name, ask.actor, ask.date, ask.text, ask.kind, ask.theme, handling)


def _reviews(campaign: Campaign, inputs: Inputs, audience: str) -> Iterator[tuple[str, ...]]:
    """Verdicts given with no more in sight than this audience has; made plain, unlike asks.csv, which is read back."""
    from hanse.reports.tables import defused

    asks, drafts = {each.pk for each in inputs.asks}, {each.pk: each.path for each in inputs.drafts}
    kept: Iterable[Review] = campaign.reviews.filter(audience__in=up_to(audience)).select_related("ask", "reviewer")
    for each in sorted(kept, key=lambda review: (review.ask.order, drafts.get(review.draft_id, ""), review.made)):
        if each.ask_id in asks and each.draft_id in drafts:
            said = (each.verdict, each.outcome, each.machine, each.note, str(each.reviewer))
            yield tuple(map(defused, (each.ask.name, drafts[each.draft_id], *said, f"{each.changed:%Y-%m-%d}")))


def _table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().encode()
