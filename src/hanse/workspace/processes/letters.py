"""What does a reminder say? Its words, its links, and the way to stop it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from hanse.workspace.accounts.models import User
from hanse.workspace.accounts.rights import Handling
from hanse.workspace.addresses import ours
from hanse.workspace.languages import language_of, speaking
from hanse.workspace.mail.models import Letter
from hanse.workspace.mail.posting import post
from hanse.workspace.processes.models import Deadline, Watch
from hanse.workspace.processes.templatetags.processes import by_when

SALT = "hanse.processes.reminders"
HIDDEN = gettext_lazy("A deadline that is handled as restricted")


def write(person: User, calls: Sequence[Any]) -> Letter:
    """Queue one letter that tells of all ``calls``.

    What is restricted is not written into a mail, which other hands carry: only that something is due, and where.
    """
    stop = link("reminders-stop", _token(person))
    headers = {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    with speaking(language_of(person)):
        told = [_told(call) for call in calls]
        context = {"told": told, "reminders": link("reminders"), "stop": stop, "zone": settings.TIME_ZONE}
        context |= {"number": len(told), "when": told[0]["when"], "what": _one_line(told[0]["what"])}
        return post(person, _subject(len(told)), "processes/letter.txt", context, headers=headers)


def _subject(number: int) -> str:
    if number == 1:
        return _("Due %(when)s: %(what)s")
    return ngettext(
        "%(number)s deadline, the first %(when)s: %(what)s",
        "%(number)s deadlines, the first %(when)s: %(what)s",
        number,
    )


def _told(call: Any) -> dict[str, Any]:
    deadline = call.deadline
    hidden = Handling.RESTRICTED in _handlings(deadline)
    return {
        "what": str(HIDDEN) if hidden else f"{deadline} ({deadline.process})",
        "kind": "" if hidden else deadline.get_kind_display(),
        "by": "" if hidden else deadline.by,
        "when": by_when(deadline),
        "link": link("record", "deadlines", deadline.pk),
        "reasons": [
            {"why": why(watch, hidden), "stop": link("reminders-stop", _token(watch.person, watch))}
            for watch in call.watches
        ],
    }


def _handlings(deadline: Deadline) -> set[str]:
    held = {deadline.handling, deadline.process.handling}
    return held | ({deadline.session.handling} if deadline.session else set())


def why(watch: Watch, hidden: bool = False) -> str:
    """Why somebody is told, in words."""
    if watch.city_id and watch.city.handling != Handling.RESTRICTED:
        said = ngettext(
            "This mail comes because you asked to be told %(number)s day before what is due for %(what)s.",
            "This mail comes because you asked to be told %(number)s days before what is due for %(what)s.",
            watch.days,
        )
    elif watch.city_id:
        said = ngettext(
            "This mail comes because you asked to be told %(number)s day before what is due for a city.",
            "This mail comes because you asked to be told %(number)s days before what is due for a city.",
            watch.days,
        )
    elif watch.process_id and not hidden:
        said = ngettext(
            "This mail comes because you asked to be told %(number)s day before every deadline of %(what)s.",
            "This mail comes because you asked to be told %(number)s days before every deadline of %(what)s.",
            watch.days,
        )
    elif watch.deadline_id:
        said = ngettext(
            "This mail comes because you asked to be told %(number)s day before this deadline.",
            "This mail comes because you asked to be told %(number)s days before this deadline.",
            watch.days,
        )
    else:
        said = ngettext(
            "This mail comes because you asked to be told %(number)s day before it.",
            "This mail comes because you asked to be told %(number)s days before it.",
            watch.days,
        )
    return said % {"number": watch.days, "what": watch.city or watch.process}


def _token(person: User, watch: Watch | None = None) -> str:
    return signing.dumps([person.pk, watch.pk if watch else 0], salt=SALT)


def read_token(token: str) -> tuple[int, int] | None:
    """Whose reminders, and which watch (0 for all), a link in a mail stops; None for a link that is not ours."""
    try:
        person, watch = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return int(person), int(watch)


def link(name: str, *arguments: Any) -> str:
    """A whole address for a mail."""
    return address() + reverse(name, args=arguments)


def address() -> str:
    """Where the workspace is; on its own machine, where no address is set."""
    return ours() or "http://localhost:8000"


def _one_line(text: str) -> str:
    return re.sub(r"[\s\x00-\x1f\x7f]+", " ", text).strip()
