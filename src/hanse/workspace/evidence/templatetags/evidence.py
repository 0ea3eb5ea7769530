"""What do the pages of claims need? Their states in words."""

from __future__ import annotations

from django import template

from hanse.workspace.evidence import saying

register = template.Library()
register.filter("called_state", saying.called)
register.filter("judged_counts", saying.judged)
register.filter("counted_apart", saying.apart)
register.filter("why_state", saying.why)
