"""What do people hear of a pledge by mail? That it was filed, returned, accepted, published; that a city is asked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from hanse.workspace.accounts.models import User
from hanse.workspace.accounts.rights import Handling, Role
from hanse.workspace.focal_points.models import FocalPoint
from hanse.workspace.mail.posting import address_of, post
from hanse.workspace.pledges.models import Pledge
from hanse.workspace.registry.models import Actor

OFFICE = (Role.ADMINISTRATOR, Role.OFFICER)


def called(pledge: Pledge) -> Any:
    """A pledge as a letter names it: what is restricted is not written into one."""
    return _("A pledge") if pledge.handling == Handling.RESTRICTED else _("“%(title)s”") % {"title": pledge}


def filed(pledge: Pledge, by: Any) -> None:
    """To the office: there is something to review."""
    for officer in User.objects.filter(role__in=OFFICE, is_active=True):
        _post(officer, pledge, _("Filed: %(pledge)s"), "filed", "pledge-review", f"filed {pledge.revision}", by=by)


def returned(pledge: Pledge, message: str, by: Any) -> None:
    """To the city: what has to be changed."""
    for person in speakers(pledge.city):
        about = f"returned {pledge.revision}"
        _post(person, pledge, _("Returned: %(pledge)s"), "returned", "pledge-draft", about, by=by, message=message)


def accepted(pledge: Pledge, by: Any) -> None:
    for person in speakers(pledge.city):
        _post(person, pledge, _("Accepted: %(pledge)s"), "accepted", "", f"accepted {pledge.revision}", by=by)


def published(pledge: Pledge, by: Any) -> None:
    cities = [pledge.city, *(each.city for each in pledge.partnerships.exclude(agreed=None).select_related("city"))]
    for person in {each.pk: each for city in cities for each in speakers(city)}.values():
        _post(person, pledge, _("Published: %(pledge)s"), "published", "", f"published {pledge.revision}", by=by)


def joint(pledge: Pledge) -> None:
    """To cities that are to pledge jointly and have not agreed yet."""
    for each in pledge.partnerships.filter(agreed=None).select_related("city"):
        once = f"joint {each.pk} {each.earlier:%Y%m%d%H%M%S%f}" if each.earlier else f"joint {each.pk}"
        for person in speakers(each.city):
            said = {"city": each.city, "earlier": each.earlier}
            _post(person, pledge, _("Pledge jointly? %(pledge)s"), "joint", "", once, **said)


def offered(match: Any) -> None:
    """To the city whose pledge is offered something."""
    for person in speakers(match.pledge.city):
        _post(person, match.pledge, _("An offer to %(pledge)s"), "offered", "", f"offer {match.pk}", match=match)


def speakers(city: Actor) -> Iterable[User]:
    """Who speaks for a city now."""
    return [each.person for each in FocalPoint.objects.at_work().filter(city=city).select_related("person")]


def _post(person: User, pledge: Pledge, subject: Any, letter: str, page: str, about: str, **said: Any) -> None:
    where = address_of(page, pledge.pk) if page else address_of("record", "pledges", pledge.pk)
    context = {"pledge": called(pledge), "city": pledge.city, "where": where, **said}
    post(
        person,
        subject,
        f"pledges/letters/{letter}.txt",
        context,
        once=f"pledge {pledge.pk} {about} {person.pk}",
    )
