"""Which addresses are there? Every pattern of the resolver, and an example of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from hanse.workspace.registry.kinds import KINDS

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
_PART = re.compile(r"\(\?P<(?P<of_regex>\w+)>(?:[^()]|\([^()]*\))*\)|<(?:(?P<converter>\w+):)?(?P<name>\w+)>")


@dataclass(frozen=True, slots=True)
class Route:
    """A pattern: its text, its name with namespaces, and the view behind it."""

    pattern: str
    name: str
    view: Any

    @property
    def has_arguments(self) -> bool:
        return bool(_PART.search(self.pattern))

    def example(self, arguments: dict[str, str]) -> str:
        """An address that it takes. Raises LookupError for an argument that nothing is known for."""
        asked = arguments.get(f"{self.name} ?", "")
        path = _PART.sub(lambda part: self._value(part, arguments), self.pattern.strip("^$"))
        return f"/{path}?{asked}" if asked else f"/{path}"

    def _value(self, part: re.Match[str], arguments: dict[str, str]) -> str:
        named = f"{self.name} {part['name'] or part['of_regex']}"
        upto = part.string[: part.end()]
        if named in arguments:
            return arguments[named]
        if upto in arguments:
            return arguments[upto]
        if (of_kind := re.fullmatch(r"(?:api/v1/)?([-\w]+)/<(?:slug:)?pk>", upto)) and of_kind[1] in KINDS:
            return f"seen-{of_kind[1]}"[:40]
        raise LookupError(f"{self.pattern} ({self.name}): say in world.py what stands for {upto!r}")


def routes() -> list[Route]:
    """All of them, in the order in which they are tried."""
    return list(_walk(get_resolver().url_patterns, "", ()))


def _walk(patterns: list[Any], before: str, spaces: tuple[str, ...]) -> Iterator[Route]:
    for each in patterns:
        pattern = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from _walk(each.url_patterns, pattern, (*spaces, *filter(None, [each.namespace])))
        elif isinstance(each, URLPattern):
            yield Route(pattern, ":".join((*spaces, each.name or "")), each.callback)
