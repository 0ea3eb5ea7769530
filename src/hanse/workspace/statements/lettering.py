"""How is a signatory printed whose name no font has? In Latin letters, and the page that prints it says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from anyascii import anyascii
from django.utils.translation import gettext as _

NOTHING = "?"
"""For what has no letters at all."""


def lettered(names: Iterable[str]) -> dict[str, str]:
    """Of names those that cannot be printed as they are written, each with how it is printed: where that suffices, only
    the characters that no font has are written otherwise."""
    from hanse.reports.typesetting import unshown

    written = dict.fromkeys(names)
    if all(map(str.isascii, written)):
        return {}
    missed = unshown("\n".join(written))
    found = {name: _in_latin(name, missed) for name in written if missed.intersection(name)}
    if unshown("\n".join(found.values())):
        found = {name: _in_latin(name, frozenset(name)) for name in found}
    return found


def _in_latin(name: str, missed: frozenset[str]) -> str:
    return "".join(anyascii(each) if each in missed else each for each in name).strip() or NOTHING


def sentence(lettered: Mapping[str, str]) -> str:
    """What stands under the signatories; "" where all are printed as they are written."""
    if not lettered:
        return ""
    names = ", ".join(sorted(lettered.values()))
    return _("In Latin letters, for want of a font, and on the page as they are written: %s.") % names
