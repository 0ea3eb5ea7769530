"""Under which address do people find the workspace, where it is written outside of a page?"""

from __future__ import annotations

from django.conf import settings


def ours() -> str:
    """The address that was set, else the one that ``hanse up`` listens on; "" where neither is known.

    For links alone: never take it for a word on whom to trust, which only HANSE_ADDRESS has.
    """
    return str(settings.HANSE_ADDRESS or settings.HANSE_LISTENS_AT)


def whole(path: str) -> str:
    """The whole address of a path of ours, as ``/statements/x/``; the path alone where none is known."""
    return ours() + path
