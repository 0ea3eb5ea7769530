"""What do pages of pledges need? Objectives as short codes."""

from __future__ import annotations

from django import template

from hanse.workspace.pledges.objectives import short

register = template.Library()
register.filter("codes", short)
