"""Which country does a code stand for? ISO 3166-1, alpha-2 and alpha-3, and the few other codes in use beside it."""

from __future__ import annotations

from functools import cache

from hanse.errors import HanseError
from hanse.places.countries import COUNTRIES, known
from hanse.places.folding import fold
from hanse.text.given import no_text

_OTHER = {"UK": "GBR", "EL": "GRC", "KOS": "XKX", "RKS": "XKX", "XK": "XKX"}
"""The European Union's codes for the United Kingdom and Greece, and Kosovo's."""


def alpha3(code: str) -> str:
    """A country's alpha-3 code, from either of its codes, in either case. Raises HanseError where there is none."""
    if not isinstance(code, str):
        raise no_text(code)
    found = alpha3_or_none(code)
    if found is None:
        said = " ".join(code.split())[:40]
        raise HanseError(f"there is no country with the code “{said}”", do="give ISO 3166-1, as TUR or TR")
    return found


def alpha3_or_none(code: str) -> str | None:
    """The same, None where there is no such country."""
    wanted = code.strip().upper()
    return _OTHER.get(wanted) or _codes().get(wanted)


@cache
def _codes() -> dict[str, str]:
    return {code: each.alpha3 for each in COUNTRIES.values() for code in (each.alpha2, each.alpha3)}


def is_a_name(text: str) -> bool:
    """Whether ``text`` is, as it stands, a name or code of one country or of several."""
    return fold(text) in known() or f"={text.casefold()}" in known() or (text.isupper() and text in _codes())


def named(text: str) -> tuple[str, ...]:
    """The alpha-3 codes of the countries of this very name."""
    return known().get(fold(text)) or known().get(f"={text.casefold()}") or ()
