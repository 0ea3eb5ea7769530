"""What is printed in place of a character that no font has? Its code, for a text of others cannot be written anew."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from hanse.errors import UnprintableText
from hanse.reports.typesetting import missing, typeset

_HALF = re.compile("[\ud800-\udfff]")


def typeset_all(template: str, data: Mapping[str, Any], *, language: str) -> bytes:
    """As `typeset`, with the code in place of every character that no font has: ``[U+1F680]``.

    The template finds in ``data["coded"]`` whether there are any, so that the page says it.
    Raises UnprintableText where the document lacks what makes it accessible.
    """
    coded: frozenset[str] = frozenset()
    while True:
        try:
            return typeset(template, {**_coded(data, coded), "coded": bool(coded)}, language=language)
        except UnprintableText as refused:
            missed = missing(refused) or _halves(data, coded)
            if not missed - coded:
                raise
            coded |= missed


def _coded(data: Any, missed: frozenset[str]) -> Any:
    if isinstance(data, str):
        return "".join(f"[U+{ord(each):04X}]" if each in missed else each for each in data) if missed else data
    if isinstance(data, Mapping):
        return {key: _coded(value, missed) for key, value in data.items()}
    return [_coded(value, missed) for value in data] if isinstance(data, list | tuple) else data


def _halves(data: Any, coded: frozenset[str]) -> frozenset[str]:
    """Halves of characters, which cannot even be handed on."""
    if isinstance(data, str):
        return frozenset(_HALF.findall(data)) - coded
    values = data.values() if isinstance(data, Mapping) else data if isinstance(data, list | tuple) else ()
    return frozenset().union(*(_halves(value, coded) for value in values))
