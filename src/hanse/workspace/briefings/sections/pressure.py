"""Who pressed whom? Episodes of leverage with the counterpart, and reprisals; only for those who may see them."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext as _

from hanse.saying import colon
from hanse.workspace.actors.pictures import lasted
from hanse.workspace.briefings.lines import Line
from hanse.workspace.briefings.meeting import Meeting
from hanse.workspace.registry.models import Episode, Reprisal

MOST = 20


def lines(meeting: Meeting) -> list[Line]:
    """Reprisals against the counterpart or by it, then episodes; the latest first."""
    either = Q(against=meeting.counterpart) | Q(by=meeting.counterpart)
    reprisals = Reprisal.objects.visible_to(meeting.user).filter(either).known(meeting.today)
    episodes = Episode.objects.visible_to(meeting.user).filter(either).known(meeting.today)
    return [
        *(_reprisal(each) for each in reprisals.select_related("against", "by").order_by("-first", "pk")[:MOST]),
        *(_episode(each) for each in episodes.select_related("against", "by").order_by("-first", "pk")[:MOST]),
    ]


def _reprisal(each: Reprisal) -> Line:
    text = _("%(act)s against %(who)s by %(by)s, %(when)s") if each.by else _("%(act)s against %(who)s, %(when)s")
    text %= {"act": each.act[:1].upper() + each.act[1:], "who": each.against, "by": each.by, "when": lasted(each)}
    told = f"{text}{colon()}{each.outcome}" if each.outcome else text
    return Line(told, each, tuple(filter(None, (each.against, each.by))))


def _episode(each: Episode) -> Line:
    said = {"title": each, "by": each.by, "against": each.against, "lever": each.get_lever_display().lower()}
    text = _("%(title)s: %(by)s to %(against)s, %(lever)s, %(when)s") % {**said, "when": lasted(each)}
    return Line(text, each, (each.by, each.against))
