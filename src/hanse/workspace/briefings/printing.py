"""How is a briefing printed? Two pages, what to ask for first, a few lines a section, every line with its source."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from hanse.workspace.addresses import ours, whole
from hanse.workspace.briefings.lines import Kept, Section, ended
from hanse.workspace.briefings.models import Briefing
from hanse.workspace.languages import speaking
from hanse.workspace.mail.posting import address_of

LINES, LINES_OF_ASKS = 5, 7
"""What a mayor reads of a section; the page has the rest."""


def pdf(briefing: Briefing, sections: Sequence[Section], restricted: Collection[Kept] = ()) -> bytes:
    """The sections on two pages; lines among ``restricted`` are marked so. Raises UnprintableText."""
    from hanse.reports.briefing import briefing_pdf

    return briefing_pdf(sheet(briefing, sections, restricted))


def sheet(briefing: Briefing, sections: Sequence[Section], restricted: Collection[Kept] = ()) -> Any:
    """What `hanse.reports.briefing` prints of it."""
    from hanse.reports import briefing as printed

    with speaking(briefing.language):
        return printed.Briefing(
            title=_("%(counterpart)s, for %(ours)s") % {"counterpart": briefing.counterpart, "ours": briefing.ours},
            counterpart=f"{briefing.counterpart} ({briefing.counterpart.get_kind_display().lower()})",
            occasion=briefing.occasion,
            date=briefing.day,
            language=briefing.language,
            address=address_of("briefing", briefing.pk),
            sections=tuple(_section(each, restricted) for each in sections),
            made=timezone.localtime(briefing.made).date(),
        )


def short(section: Section) -> tuple[Kept, ...]:
    """The lines of a section that are printed, and stand first on the page."""
    return section.lines[: LINES_OF_ASKS if section.name == "ask" else LINES]


def _section(section: Section, restricted: Collection[Kept]) -> Any:
    from hanse.reports import briefing as printed

    first = short(section)
    lines = tuple(_line(each, each in restricted) for each in first)
    return printed.Section(section.heading, lines, more=len(section.lines) - len(first))


def _line(line: Kept, restricted: bool) -> Any:
    from hanse.reports import briefing as printed

    said = {"text": ended(line.text), "why": line.because}
    text = _("%(text)s Why: %(why)s") % said if line.why else line.text
    marked = _("%(text)s [restricted]") % {"text": text} if restricted else text
    return printed.Line(marked, line.quote, line.source, _whole(line.href))


def _whole(address: str) -> str:
    """An address that can be opened from a file; "" where the workspace does not know its own."""
    if address.startswith("/"):
        return whole(address) if ours() else ""
    return address
