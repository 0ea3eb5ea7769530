"""Which people does a restricted record name?"""

from __future__ import annotations

from typing import Any

from django import template

from hanse.workspace.accounts.naming import Naming, named, names_people
from hanse.workspace.accounts.rights import Handling, Right, may

register = template.Library()


@register.inclusion_tag("accounts/named.html", takes_context=True)
def named_people(context: Any, record: Any) -> dict[str, Any]:
    """``{% named_people record %}``: the people named for a restricted record, with the form to name one more.

    Says nothing of other records, and nothing to those who do not keep records.
    """
    request = context["request"]
    keeps = record is not None and may(request.user, Right.RECORD) and names_people(record)
    if not keeps or record.handling != Handling.RESTRICTED or record._state.adding:
        return {"shown": False}
    return {
        "shown": True,
        "record": record,
        "label": record._meta.label_lower,
        "named": named(record),
        "form": Naming(record=record),
        "request": request,
        "csrf_token": context.get("csrf_token"),
    }
