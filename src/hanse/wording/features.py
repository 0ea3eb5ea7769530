"""What was measured of a text or of two, by name: a dictionary that nobody can change, so that it can be hashed."""

from __future__ import annotations

from typing import Any, NoReturn


class Features(dict[str, float]):
    """Measures by readable name. Prints, pickles and turns into JSON as a dict does; ``|`` gives a plain dict."""

    __slots__ = ()

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[type[Features], tuple[dict[str, float]]]:
        return Features, (dict(self),)

    def __repr__(self) -> str:
        return f"Features({super().__repr__()})"

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        raise TypeError("features cannot be changed; make a dict of them first")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse
