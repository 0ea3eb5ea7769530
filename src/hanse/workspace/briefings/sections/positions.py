"""Where does the counterpart stand on our open asks, and what does it ask for itself? With the passages."""

from __future__ import annotations

from django.utils.translation import gettext as _

from hanse.workspace.accounts.rights import Handling
from hanse.workspace.briefings import campaigning
from hanse.workspace.briefings.campaigning import Held
from hanse.workspace.briefings.lines import Line
from hanse.workspace.briefings.meeting import Meeting
from hanse.workspace.campaigns.models import AskRecord
from hanse.workspace.campaigns.models.positions import Stance

RANK = {Stance.OPEN: 0, Stance.OPPOSED: 1, Stance.CHAMPION: 2}


def lines(meeting: Meeting) -> list[Line]:
    """Who is to be won over first; then what it asks for itself."""
    held = sorted(campaigning.positions(meeting), key=lambda each: (each.state, RANK[Stance(each.position.stance)]))
    asks = campaigning.own_asks(meeting)
    sources = campaigning.sources_of(asks, meeting.user)
    return [_line(each) for each in held] + [_ask(each, *sources.get(each.pk, ("", ""))) for each in asks]


def _line(each: Held) -> Line:
    who = _("%s (its state)") % each.position.delegation if each.state else each.position.delegation
    said = {"who": who, "stance": each.position.get_stance_display().lower(), "ask": each.on.ask.text}
    return Line(
        _("%(who)s: %(stance)s. Ask: “%(ask)s”") % said,
        each.on.ask,
        quote=each.quote,
        source=each.source,
        href=each.href,
        levels=(Handling.RESTRICTED,),
    )


def _ask(ask: AskRecord, source: str, href: str) -> Line:
    said = {"text": ask.text, "campaign": ask.campaign}
    return Line(
        _("It asks itself: “%(text)s” (%(campaign)s)") % said,
        ask,
        source=source or str(ask.campaign),
        href=href or ask.campaign.get_absolute_url(),
    )
