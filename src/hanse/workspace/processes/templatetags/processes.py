"""How do pages of processes say when, where and how much?"""

from __future__ import annotations

from typing import Any

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from hanse.workspace.processes import agenda, places
from hanse.workspace.processes.models import Deadline

register = template.Library()
register.filter("where", places.where)


@register.filter
def dates(record: Any) -> str:
    """When a dated record was, as far as it is documented: "20 to 24 January 2020", "January 2020"."""
    return agenda.in_words(record.since, record.until)


@register.filter
def by_when(deadline: Deadline) -> str:
    """ "11 July 2018, 18:00"; "the end of 11 July 2018" where no hour is documented."""
    when = timezone.localtime(deadline.when)
    if deadline.to_the_end_of_the_day:
        return _("the end of %(day)s") % {"day": date_format(when, "DATE_FORMAT")}
    return date_format(when, "DATETIME_FORMAT")
