"""Where is somebody signed in, and how is that ended?"""

from __future__ import annotations

import re
from typing import Any

from allauth.usersessions.models import UserSession
from django.http import HttpRequest
from django.utils.translation import gettext as _

from hanse.workspace.accounts.signals import sessions_ended

_BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone|iPad", "iOS"),
    ("Windows", "Windows"),
    ("Macintosh", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


def sessions(request: HttpRequest) -> list[dict[str, Any]]:
    """The sessions of the visitor, the present one first, with the browser in words."""
    if not UserSession.objects.filter(session_key=request.session.session_key).exists():
        UserSession.objects.create_from_request(request)
    mine = UserSession.objects.purge_and_list(request.user)
    told = [{"session": each, "browser": browser(each.user_agent), "here": _here(each, request)} for each in mine]
    return sorted(told, key=lambda each: (not each["here"], -each["session"].created_at.timestamp()))


def _here(session: UserSession, request: HttpRequest) -> bool:
    return session.session_key == request.session.session_key


def browser(agent: str) -> str:
    """A browser as people call it: "Firefox on Windows"; what a strange one says of itself."""
    name = next((said for mark, said in _BROWSERS if f"{mark}/" in agent), "")
    system = next((said for mark, said in _SYSTEMS if re.search(mark, agent)), "")
    if name and system:
        return _("%(browser)s on %(system)s") % {"browser": name, "system": system}
    return name or system or agent[:60] or _("a program that does not say its name")


def end(person: Any, by: Any, *, but: str = "", only: int | None = None) -> int:
    """End a person's sessions, all, or all but that of the key ``but``, or one; how many there were."""
    found = UserSession.objects.filter(user_id=person.pk).exclude(session_key=but)
    ended = list(found if only is None else found.filter(pk=only))
    for each in ended:
        each.end()
    if ended:
        sessions_ended.send(sender=UserSession, person=person, by=by, count=len(ended))
    return len(ended)
