"""``{% linked_data record %}``: its JSON-LD, where all may read the page. Data, so no policy of scripts bars it."""

from __future__ import annotations

import json
from typing import Any

from django import template
from django.utils.safestring import mark_safe

from hanse.workspace.api.linked import linked
from hanse.workspace.registry.models import Record

register = template.Library()
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}
"""Nothing in a value can end the element that it stands in."""


@register.simple_tag(takes_context=True)
def linked_data(context: Any, record: Any) -> str:
    if not isinstance(record, Record) or "request" not in context:
        return ""
    said = linked(getattr(record, "as_written", record), context["request"].build_absolute_uri("/").rstrip("/"))
    if said is None:
        return ""
    text = json.dumps(said, ensure_ascii=False).translate(ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')
