"""Where does a clause speak of the party asked about, and where of other parties?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from hanse.text.document import Span
from hanse.wording.flat import flat
from hanse.wording.lexicon import lexicon

AGENT, OTHER, BOTH = "AGENT", "OTHER", "BOTH"
ROLES = frozenset([AGENT, OTHER, BOTH])
_TOKEN = re.compile(r"'s\b|'(?=\s|$)|[^\W_]+|[,.;:()]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign of a clause; a party is told by its role, "AGENT's" in the genitive."""

    form: str
    span: Span

    @property
    def role(self) -> str:
        """AGENT, OTHER or BOTH; empty for what is no party."""
        bare = self.form.removesuffix("'s")
        return bare if bare in ROLES else ""

    @property
    def owning(self) -> bool:
        """Whether this is a party in the genitive."""
        return bool(self.role) and self.form.endswith("'s")


@cache
def words(key: str) -> frozenset[str]:
    """One list of the lexicon of duties."""
    return frozenset(lexicon("en", "duties")[key].split())


def tokens(text: str, agent: str) -> list[Token]:
    """The words and signs of ``text``, parties marked: ``agent`` by its words, others by what contracts call them."""
    raw = [(match.group(), match.span()) for match in _TOKEN.finditer(flat(text))]
    wanted = flat(agent).split()
    found: list[Token] = []
    at = 0
    while at < len(raw):
        form, span = raw[at]
        if _is_agent([each for each, _ in raw[at : at + len(wanted)]], wanted):
            at += len(wanted)
            _name(found, Token(AGENT, (span[0], raw[at - 1][1][1])))
            continue
        at += 1
        if form in ("'s", "'"):
            if found and found[-1].form in ROLES:
                found[-1] = Token(f"{found[-1].form}'s", (found[-1].span[0], span[1]))
            else:
                found.append(Token(form, span))
        elif form in words("both"):
            _name(found, Token(BOTH, span))
        elif form in words("parties") or form.rstrip("s") in words("parties"):
            _name(found, Token(OTHER, span))
        else:
            found.append(Token(form, span))
    return found


def _name(found: list[Token], party: Token) -> None:
    """Add a party; "the" before it says nothing, for some contracts have it and some have not."""
    if found and found[-1].form == "the":
        found.pop()
    found.append(party)


def _is_agent(there: list[str], wanted: list[str]) -> bool:
    return bool(wanted) and (there == wanted or there == [*wanted[:-1], f"{wanted[-1]}s"])
