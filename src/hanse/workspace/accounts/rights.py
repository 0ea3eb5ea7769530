"""Who may do what? Roles, rights, and the handling levels that each may see."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db.models import Q, QuerySet, TextChoices
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from hanse.workspace.languages import spoken


class Role(TextChoices):
    """What a person is in this workspace; whoever is not signed in is the public."""

    ADMINISTRATOR = "administrator", _("Administrator")
    OFFICER = "officer", _("Officer")
    REVIEWER = "reviewer", _("Reviewer")
    CITY = "city", _("City focal point")
    RESEARCHER = "researcher", _("Researcher")
    PUBLIC = "public", _("Public")


class Right(TextChoices):
    """One thing that a role may do."""

    READ = "read", _("read and search documents and boards")
    UPLOAD = "upload", _("upload documents")
    EDIT = "edit", _("correct and remove documents")
    CAMPAIGN = "campaign", _("make campaigns, edit asks, start traces")
    REVIEW = "review", _("confirm or override findings")
    RECORD = "record", _("keep the registry: add, correct, import and merge records")
    DESK = "desk", _("run the desk: calls for pledges, joint statements, engagements, surveys")
    COMMENT = "comment", _("comment on pledges and on drafts of statements")
    SPEAK = "speak", _("speak for the cities that one is focal point of: pledge, sign, comment")
    EXPORT = "export", _("download campaigns and boards")
    INVITE = "invite", _("invite people and set their roles")
    AUDIT = "audit", _("read the log of who did what")


class Handling(TextChoices):
    """Who may see a record: everybody, everybody who signs in, or the office and the people named for it."""

    PUBLIC = "public", _("Public")
    INTERNAL = "internal", _("Internal")
    RESTRICTED = "restricted", _("Restricted")


RIGHTS: dict[Role, frozenset[Right]] = {
    Role.ADMINISTRATOR: frozenset(Right) - {Right.SPEAK},
    Role.OFFICER: frozenset(Right) - {Right.INVITE, Right.AUDIT, Right.SPEAK},
    Role.REVIEWER: frozenset({Right.READ, Right.REVIEW, Right.COMMENT, Right.EXPORT}),
    Role.CITY: frozenset({Right.READ, Right.SPEAK, Right.COMMENT, Right.EXPORT}),
    Role.RESEARCHER: frozenset({Right.READ, Right.EXPORT}),
    Role.PUBLIC: frozenset({Right.READ}),
}

SEES: dict[Role, frozenset[Handling]] = {
    Role.ADMINISTRATOR: frozenset(Handling),
    Role.OFFICER: frozenset(Handling),
    Role.REVIEWER: frozenset(Handling),
    Role.CITY: frozenset({Handling.PUBLIC, Handling.INTERNAL}),
    Role.RESEARCHER: frozenset({Handling.PUBLIC, Handling.INTERNAL}),
    Role.PUBLIC: frozenset({Handling.PUBLIC}),
}


class Everybody:
    """Whoever may come once something is handed out: sees what is public, also while the workspace is closed to those
    who are not signed in. No visitor is this; what is printed, frozen and cited is made for it."""

    is_authenticated = is_active = is_anonymous = False
    pk = id = None


EVERYBODY = Everybody()


def role(user: Any) -> Role:
    """The role of a user; the public's for whoever is not signed in or was shut out."""
    return Role(user.role) if user.is_authenticated and user.is_active else Role.PUBLIC


def may(user: Any, right: Right | str) -> bool:
    """Whether a user has a right. The public has none while the workspace is closed to it."""
    if not user.is_authenticated and user is not EVERYBODY and not settings.HANSE_OPEN_TO_PUBLIC:
        return False
    return Right(right) in RIGHTS[role(user)]


def sees(user: Any) -> frozenset[Handling]:
    """The handling levels that a user may see."""
    return SEES[role(user)] if may(user, Right.READ) else frozenset()


class Handled(QuerySet):
    """Records with a handling level. ``visible_to(user)`` is the only door to them in any view.

    A queryset whose model keeps the level elsewhere names the way there in ``handling``.
    """

    handling = "handling"

    def visible_to(self, user: Any) -> Handled:
        """What this user may know of: the rest is as if it were not there."""
        return self.filter(sight(self.model, user, self.handling.removesuffix("handling")))


def sight(model: Any, user: Any, way: str = "") -> Q:
    """A condition: the user may see the record, by its handling level or because it names the user.

    ``way`` leads from ``model`` to the record that has the level, as ``"document__"``.
    """
    seen = Q(**{f"{way}handling__in": sorted(sees(user))})
    named = named_for(user)
    if named:
        for step in filter(None, way.split("__")):
            model = model._meta.get_field(step).related_model
        keys = named.get(model._meta.label_lower)
        if keys:
            seen |= Q(**{f"{way}pk__in": keys})
    return seen


@dataclass(frozen=True, slots=True)
class Eyes:
    """What somebody sees: handling ``levels``, and of the others the records that name them, by model."""

    levels: frozenset[str]
    named: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def see(self, record: Any) -> bool:
        """Whether a record with a handling level of its own is seen."""
        return record.handling in self.levels or str(record.pk) in self.named.get(record._meta.label_lower, ())


def eyes(user: Any) -> Eyes:
    """Somebody's, for what asks of one record after the other; a queryset asks with ``visible_to``."""
    return Eyes(sees(user), named_for(user))


def sight_key(user: Any) -> str:
    """The same for people who see the same of everything, and for nobody else: for whatever is kept between requests.

    It changes with the role, with the records that name somebody, with what rooms above say decides (`decides_sight`),
    and with the language of the page.
    """
    if not may(user, Right.READ):
        return "nothing"
    own = [*(f"{model}={','.join(sorted(keys))}" for model, keys in sorted(named_for(user).items()))]
    own += [f"{name}={','.join(sorted(map(str, decides(user))))}" for name, decides in sorted(_DECIDES.items())]
    own = [each for each in own if not each.endswith("=")]
    particular = [hashlib.sha256(";".join(own).encode()).hexdigest()[:20]] if own else []
    return "-".join([spoken(), str(role(user)), *sorted(sees(user)), *particular])


Decides = Callable[[Any], Iterable[Any]]
_DECIDES: dict[str, Decides] = {}


def decides_sight(name: str) -> Callable[[Decides], Decides]:
    """Register what else decides what somebody sees: ``@decides_sight("cities")`` over a user, as keys of it."""

    def register(function: Decides) -> Decides:
        _DECIDES[name] = function
        return function

    return register


def named_for(user: Any) -> dict[str, list[str]]:
    """The restricted records that name a user, by model; asked for once a request. The office sees them anyway."""
    if not user.is_authenticated or not may(user, Right.READ) or Handling.RESTRICTED in sees(user):
        return {}
    known = getattr(user, "_named_for", None)
    if known is None:
        known = user._named_for = {}
        for model, key in user.named_for.values_list("model", "record"):
            known.setdefault(model, []).append(key)
    return known


View = Callable[..., HttpResponse]


def needs(right: Right | str) -> Callable[[View], View]:
    """A view for those who have a right. To the others it does not exist: 404, not 403."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not may(request.user, right):
                raise Http404
            return view(request, *args, **kwargs)

        guarded.hanse_right = Right(right)  # type: ignore[attr-defined]
        return guarded

    return decorate


def public(view: View) -> View:
    """A view that needs no sign-in. Every other does: `hanse.workspace.accounts.middleware`."""
    return login_not_required(view)


def reading(view: View) -> View:
    """A view of what may be read: open to the public where the workspace is, else behind the sign-in."""
    guarded = needs(Right.READ)(view)
    guarded.hanse_reading = True  # type: ignore[attr-defined]
    return guarded


def context(request: HttpRequest) -> dict[str, Any]:
    """What every template knows: the visitor's role."""
    user = getattr(request, "user", None)
    return {"role": role(user)} if user is not None else {}
