"""On which day? Every list, count and map shows the registry as it stood on a day: ``?as_of=2010-05``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from hanse.errors import echoed
from hanse.text.dates import days


@dataclass(frozen=True, slots=True)
class AsOf:
    """The day that is shown; ``given`` is what was asked for, and ``problem`` why it could not be taken."""

    day: date
    given: str = ""
    problem: str = ""

    @property
    def past(self) -> bool:
        """Whether somebody travelled: the page says so."""
        return bool(self.given) and not self.problem


@dataclass(frozen=True, slots=True)
class Count:
    """How many held on a day: ``dated`` by their documented beginning, ``undated`` without one, told apart."""

    dated: int
    undated: int

    @property
    def total(self) -> int:
        return self.dated + self.undated

    def told(self, held: str) -> str:
        """What is ``held``, "12 cities", with what no date places."""
        if not self.undated:
            return held
        if not self.dated:
            return _("%(held)s, beginning not documented") % {"held": held}
        numbers = {"dated": grouped(self.dated), "undated": grouped(self.undated)}
        told = _("%(held)s: %(dated)s since a documented date, %(undated)s more whose beginning is not documented")
        return told % {"held": held, **numbers}


def grouped(number: int) -> str:
    """A number with its thousands set apart, as the language of the page does it."""
    return number_format(number, force_grouping=True)


def as_of(request: HttpRequest) -> AsOf:
    """The day of a request: today, or the last day that its ``as_of`` can mean."""
    return read(request.GET.get("as_of", ""))


def read(given: str) -> AsOf:
    """The day that is meant: today for nothing, the last day of what is given otherwise."""
    given = given.strip()
    today = timezone.localdate()
    if not given:
        return AsOf(today)
    meant = days(given)
    if meant is None:
        problem = _("“%(given)s” is no date; write 2010, 2010-05 or 2010-05-31. Today is shown.")
        return AsOf(today, given, problem % {"given": echoed(given)})
    return AsOf(meant[1], given)
