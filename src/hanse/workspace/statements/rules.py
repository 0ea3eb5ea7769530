"""May this city sign this version now? The rules, each with the sentence that says why not."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from hanse.saying import semicolon
from hanse.text.dates import days
from hanse.workspace.accounts.rights import Handling
from hanse.workspace.prepared import Prepared
from hanse.workspace.registry.models import Clearance, Cleared
from hanse.workspace.statements.models import Signature, Stage, Timing, Version
from hanse.workspace.statements.models.statements import whole_day


def why_not_open(version: Version) -> str:
    """The sentence to whoever would sign a version that takes no signatures today; "" where it takes them."""
    if not version.frozen:
        return _("This text is a draft still: it opens for signature when it is frozen.")
    if version.closed_at and version.superseded:
        return _("This version was replaced by a later one, which has to be signed anew.")
    stage = version.stage()
    if stage == Stage.AHEAD:
        opens = written(whole_day(version.statement.opens))
        return _("It opens for signature on %s.") % opens
    if stage == Stage.CLOSED:
        return _("It closed for signature on %s and takes no more signatures.") % written(closed_on(version))
    return ""


def why_not_invited(version: Version) -> str:
    """The sentence to whoever would invite to sign a version that nobody can sign any more; "" where some can, or
    will."""
    return "" if version.stage() == Stage.AHEAD else why_not_open(version)


def written(day: date | None) -> str:
    """A day as people write it, in the language of the page."""
    return date_format(day, "j F Y") if day else ""


def closed_on(version: Version) -> date:
    """The last day on which a closed version could be signed."""
    by_date = whole_day(version.statement.closes)
    by_hand = timezone.localtime(version.closed_at).date() if version.closed_at else None
    return min(each for each in (by_date, by_hand, date.max) if each)


def uncleared(city: Any, version: Version) -> str:
    """The sentence that names the permissions that a city still lacks for signing; "" where it lacks none.

    A permission gates it that names the statement's instrument, or that gates nothing in particular and so binds the
    city always. One that is restricted is not named: links are carried by many hands.
    """
    held = _CLEARANCES.all(city=city.pk)
    waiting = sorted((each for each in held if _gates(each, version)), key=lambda each: (each.due, each.pk))
    named = [each for each in waiting if each.handling != Handling.RESTRICTED]
    if named:
        lines = [f"{each} ({each.get_status_display().lower()})" for each in named]
        said = {"city": city, "clearances": semicolon().join(lines)}
        return _("%(city)s cannot sign yet. It needs: %(clearances)s.") % said
    if waiting:
        return _("%s cannot sign yet: a permission that it needs is not granted. The secretariat knows which.") % city
    return ""


_CLEARANCES = Prepared(lambda city: Clearance.objects.standing().filter(city=city).order_by())


def _gates(clearance: Clearance, version: Version) -> bool:
    if clearance.status == Cleared.GRANTED:
        return False
    if clearance.instrument_id is None:
        return clearance.membership_id is None and clearance.project_id is None
    return bool(clearance.instrument_id == version.statement.instrument_id)


def standing(city: Any, version: Version) -> Signature | None:
    """The signature of a city that stands under a version."""
    return Signature.objects.standing().filter(city=city, version=version, until="").select_related("city").first()


def why_not_withdrawn(version: Version) -> str:
    """The sentence to whoever would withdraw a signature that cannot be withdrawn any more; "" where it can."""
    if version.stage() in {Stage.ROLLING, Stage.CLOSED}:
        said = written(closed_on(version))
        return _("Signatures could be withdrawn until it closed, on %s; this one stands.") % said
    return ""


def timing(version: Version, day: date) -> Timing:
    """Whether a signature of a day is in time, late, or one of those that may come after closing."""
    closed = closed_on(version) if version.stage() in {Stage.ROLLING, Stage.CLOSED} else None
    closed = closed or whole_day(version.statement.closes)
    if closed is None or day <= closed:
        return Timing.IN_TIME
    return Timing.ROLLING if version.statement.rolling else Timing.LATE


def check_entry(signature: Signature) -> None:
    """What the office enters, by a form or a sheet. Raises ValidationError; sets the version that is meant."""
    if not (signature.statement_id and signature.city_id):
        return
    version = _version_of(signature)
    signature.version, signature.number = version, version.number
    if not signature._state.adding:
        _check_change(signature)
    _check_days(signature, version)
    if not signature.stands:
        return
    other = standing(signature.city, version)
    if other and other.pk != signature.pk:
        raise ValidationError({"city": already(other)})
    if signature._state.adding and (lacking := uncleared(signature.city, version)):
        raise ValidationError({"city": lacking})


def already(signature: Signature) -> str:
    """The sentence to whoever signs for a city that has signed."""
    said = {"city": signature.city, "day": written(signature.first) if signature.first else _("a day not documented")}
    return _("%(city)s signed this version already, on %(day)s.") % said


def _version_of(signature: Signature) -> Version:
    frozen = signature.statement.versions.exclude(frozen_at=None)
    version = frozen.filter(number=signature.number).first() if signature.number else frozen.last()
    if version is None:
        raise ValidationError(
            {"number": _("There is no frozen version of that number: only what is frozen is signed.")}
        )
    version.statement = signature.statement
    return version


def _check_change(signature: Signature) -> None:
    before = Signature._base_manager.filter(pk=signature.pk).first()
    if before is None:
        return
    if (before.city_id, before.version_id) != (signature.city_id, signature.version_id):
        raise ValidationError(_("A signature is one city’s under one version; withdraw it and enter the other."))
    if before.until and not signature.until:
        raise ValidationError({"until": _("It was withdrawn; a city that comes back signs anew.")})


def _check_days(signature: Signature, version: Version) -> None:
    """A text that a meeting adopted before it was frozen here can have been signed from then on."""
    given, withdrawn, today = days(signature.since), days(signature.until), timezone.localdate()
    if given and given[0] > today:
        raise ValidationError({"since": _("This day has not come yet.")})
    begins = days(version.statement.adopted) or (timezone.localtime(version.frozen_at).date(),) * 2
    if given and given[1] < begins[0]:
        said = written(begins[0])
        raise ValidationError({"since": _("Nobody can have signed it before %s, when the text was fixed.") % said})
    if given and version.stage() == Stage.AHEAD:
        raise ValidationError({"since": why_not_open(version)})
    signature.timing = timing(version, given[0]) if given else Timing.IN_TIME
    if not withdrawn:
        return
    if withdrawn[0] > today:
        raise ValidationError({"until": _("This day has not come yet.")})
    if not signature.why_withdrawn.strip():
        raise ValidationError({"why_withdrawn": _("Say why it was withdrawn.")})
    if version.stage() in {Stage.ROLLING, Stage.CLOSED} and withdrawn[0] > closed_on(version):
        raise ValidationError({"until": why_not_withdrawn(version)})
