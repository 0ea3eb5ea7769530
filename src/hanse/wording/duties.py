"""What does a clause lay upon a party, and what does it give: duty, right, permission, prohibition, or freedom of them?

The words that direct are followed from left to right, each with the party before it. Written for English contracts and
agreements; the seven kinds are those of LexDeMod (Sancheti et al., EMNLP 2022).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from hanse.text.document import Span
from hanse.text.given import Text, wording
from hanse.wording.lexicon import lexicon
from hanse.wording.parties import AGENT, BOTH, OTHER, ROLES, Token, tokens, words

KINDS = ("obligation", "entitlement", "prohibition", "permission", "no_obligation", "no_entitlement")
NOBODY, NEITHER, IT = "NOBODY", "NEITHER", "IT"


@dataclass(frozen=True, slots=True)
class Duty:
    """One directing word, whom it binds or frees, and to what."""

    kind: str
    """One of KINDS, or what else the word does: "passive", "be", "acknowledge", "grant", "fail" ..."""
    party: str
    """AGENT, OTHER or BOTH before the word; "of AGENT", "AGENT's" where something of theirs stands there; NOBODY."""
    modal: str
    negated: bool
    verb: str
    """What is to be done, as it stands there."""
    condition: str
    """"if" or "that" where the word stands in a clause of condition or relation; else empty."""
    at: int
    """Which token the directing word is, and where its clause starts and its object begins."""
    start: int
    end: int
    span: Span


def duties(text: Text, agent: str) -> tuple[Duty, ...]:
    """The directing words of ``text``, as they concern ``agent`` ("tenant", "the employer", "States").

    Raises HanseError for what is no text.
    """
    return tuple(read(tokens(wording(text), wording(agent))))


def modalities(text: Text, agent: str) -> tuple[str, ...]:
    """The KINDS that a text holds for ``agent``, by rule and without anything learned; empty where it holds none.

    What another must do for the agent is the agent's right; what another need not do, none.
    """
    there = tokens(wording(text), wording(agent))
    found = set()
    laid = [duty for duty in read(there) if not duty.condition]
    for number, duty in enumerate(laid):
        stops = [each.start for each in laid[number + 1 : number + 2] if each.start > duty.at]
        behind = there[duty.end : min(stops, default=len(there))]
        found |= {kind for kind in _own(duty, behind) if kind in KINDS}
        found |= {kind for kind in _mirrored(duty, behind) if kind in KINDS}
    return tuple(kind for kind in KINDS if kind in found)


def _own(duty: Duty, behind: list[Token]) -> Iterator[str]:
    if duty.party in (AGENT, BOTH):
        yield {"waive": "no_entitlement", "reserve": "entitlement"}.get(duty.kind, duty.kind)
    if duty.kind.startswith("passive") and _by_agent(behind):
        yield {"passive_may": "permission", "passive_not": "prohibition"}.get(duty.kind, "obligation")


def _by_agent(behind: list[Token]) -> bool:
    return any(a.form == "by" and b.role == AGENT for a, b in pairwise(behind))


def _mirrored(duty: Duty, behind: list[Token]) -> Iterator[str]:
    if duty.party == OTHER and any(each.form == AGENT for each in behind[:12]):
        yield {"obligation": "entitlement", "no_obligation": "no_entitlement"}.get(duty.kind, "")


def read(there: list[Token]) -> Iterator[Duty]:
    """The directing words among tokens, left to right."""
    at, before = 0, NOBODY
    while at < len(there):
        form = there[at].form
        if form in words("modals"):
            duty = _modal(there, at, before)
        elif form in _VERBS and at and _verb_may_stand(there[at - 1], form):
            duty = _performed(there, at, before)
        else:
            at += 1
            continue
        yield duty
        before = duty.party if duty.party != NOBODY else before
        at = max(duty.end, at + 1)


_VERBS = {form: name for name, forms in lexicon("en", "duties")["verbs"].items() for form in forms.split()}


def _verb_may_stand(before: Token, form: str) -> bool:
    if before.form in ROLES or before.form in words("before_verb"):
        return True
    return before.form == "and" and form in ("agrees", "covenants", "agree")


def _modal(there: list[Token], at: int, before: str) -> Duty:
    forms = [each.form for each in there]
    negated, end = _verb_at(there, at)
    party, start = _party(there, at)
    inverted = next((each for each in forms[at + 1 : end] if each in ROLES or each == "neither"), "")
    if inverted:
        party = inverted if inverted in ROLES else NEITHER
        negated = negated or bool({"no", "not", "never", "neither", "nor"} & set(forms[max(0, at - 4) : at]))
    if party != NOBODY and {"no", "neither", "nor"} & set(forms[max(0, start - 2) : start + 1]):
        negated = True
    if party == NEITHER:
        party, negated = BOTH, True
    if "no" in forms[max(0, at - 5) : at] or (party == NOBODY and "nothing" in forms[max(0, at - 6) : at]):
        negated = True
    modal = forms[at]
    verb, after = forms[end] if end < len(forms) else "", forms[end + 1 : end + 7]
    return Duty(
        kind=_kind(modal, negated, verb, after),
        party=_meant(there, party, start, at, before),
        modal=modal,
        negated=negated,
        verb=_named_verb(verb, after),
        condition=_condition(forms, start),
        at=at,
        start=start,
        end=end,
        span=there[at].span,
    )


def _named_verb(verb: str, after: list[str]) -> str:
    if verb not in ("be", "have"):
        return verb
    what = next((each for each in after if not each.endswith("ly") and each not in ("the", "a", "no", "any")), "")
    return f"{verb} {what}"


def _performed(there: list[Token], at: int, before: str) -> Duty:
    """A verb that is itself the act: agrees to, waives, reserves, has the right."""
    forms = [each.form for each in there]
    negated, end = _verb_at(there, at)
    party, start = _party(there, at)
    verb, after = forms[end] if end < len(forms) else "", forms[end + 1 : end + 7]
    kind = _VERBS[forms[at]]
    if kind == "agree" and verb == "to":
        kind, verb, end = "prohibition" if negated else "obligation", after[0] if after else "", end + 1
    elif kind == "agree" and verb == "that":
        kind = "agree that"
    elif kind in ("be", "have"):
        kind, verb = _kind("is", negated, kind, [verb, *after]), f"{kind} {verb}"
    elif kind in ("waive", "reserve"):
        kind = "no_entitlement" if kind == "waive" else "entitlement"
    return Duty(
        kind=kind,
        party=_meant(there, party, start, at, before),
        modal=forms[at],
        negated=negated,
        verb=verb,
        condition=_condition(forms, start),
        at=at,
        start=start,
        end=end,
        span=there[at].span,
    )


def _verb_at(there: list[Token], at: int) -> tuple[bool, int]:
    """Whether the directing word is denied, and which token its verb is."""
    negated, place, steps = there[at].form == "cannot", at + 1, 0
    while place < len(there) and steps < 14:
        form = there[place].form
        if form == "(":
            place = next((k for k in range(place, len(there)) if there[k].form == ")"), len(there))
        elif form == ",":
            place = _behind_insertion(there, place)
        elif form in ("not", "never"):
            negated = True
        elif not (there[place].role or form in words("skipped") or form.endswith("ly")):
            break
        place, steps = place + 1, steps + 1
    return negated, place


def _behind_insertion(there: list[Token], comma: int) -> int:
    """The comma that closes what one opened, where no other directing word stands between them."""
    for place in range(comma + 1, min(len(there), comma + 26)):
        if there[place].form in words("modals"):
            return comma
        if there[place].form == ",":
            return place
    return comma


def _party(there: list[Token], at: int) -> tuple[str, int]:
    """Who stands before a directing word, and from which token on."""
    depth = seen = 0
    for place in range(at - 1, -1, -1):
        form = there[place].form
        if form in "()":
            depth = max(0, depth + (1 if form == ")" else -1))
        elif depth == 0:
            if form in ";.:" or seen >= 40:
                return NOBODY, place + 1
            seen += 1
            if there[place].role:
                return _standing(there, place)
            if form in words("modals") and seen > 1:
                return NOBODY, place + 1
    return NOBODY, 0


def _standing(there: list[Token], place: int) -> tuple[str, int]:
    role, before = there[place].form, there[place - 1].form if place else ""
    if there[place].owning:
        return role, place
    if place >= 2 and before in ("and", "or", "nor") and there[place - 2].form in ROLES - {role}:
        return (NEITHER if before == "nor" else BOTH), place - 2
    return (f"of {role}", place) if before in words("before_party") else (role, place)


def _meant(there: list[Token], party: str, start: int, at: int, before: str) -> str:
    """The party, or what a pronoun or an "and" carries on."""
    if party != NOBODY and not party.startswith("of "):
        return party
    between = [each.form for each in there[start:at]]
    if between and between[-1] in ("and", "or"):
        return f"{before} too"
    return IT if {"it", "they"} & set(between[-2:]) else party


def _condition(forms: list[str], start: int) -> str:
    for form in reversed(forms[max(0, start - 6) : start]):
        if form in ",;.":
            return ""
        if form in words("conditions"):
            return "if"
        if form in words("relatives"):
            return "that"
    return ""


def _kind(modal: str, negated: bool, verb: str, after: list[str]) -> str:
    if modal == "need":
        return "no_obligation" if negated else "obligation"
    behind = [each for each in after if not each.endswith("ly") and each not in ("also", "further", "hereby")]
    permissive = modal in words("permissive")
    if verb in ("be", "is", "are"):
        return _being(negated, permissive, behind, after)
    if verb in ("have", "has", "retain", "reserve") and (had := _having(negated, behind, after)):
        return had
    if verb in words("waiving"):
        return "no_entitlement"
    if verb in words("receiving"):
        return "no_entitlement" if negated else "entitlement"
    if permissive:
        return "prohibition" if negated else "permission"
    return "prohibition" if negated else "obligation"


def _being(negated: bool, permissive: bool, behind: list[str], after: list[str]) -> str:
    if behind[:1] == ["not"]:
        negated, behind = not negated, behind[1:]
    first = behind[0] if behind else ""
    for known, plain, denied in (
        ("obliged", "obligation", "no_obligation"),
        ("entitled", "entitlement", "no_entitlement"),
        ("permitted", "permission", "prohibition"),
        ("prohibited", "prohibition", "permission"),
    ):
        if first in words(known):
            return denied if negated else plain
    if first == "under" and words("duties") & set(after):
        return "no_obligation" if negated or "no" in behind[:2] else "obligation"
    if first == "deemed":
        return "deemed"
    if first.endswith("ed") or first in words("participles"):
        return "passive_not" if negated else "passive_may" if permissive else "passive"
    return "be_not" if negated else "be"


def _having(negated: bool, behind: list[str], after: list[str]) -> str:
    denied = negated or "no" in behind[:2] or behind[:1] == ["any"]
    for each in after:
        if each in words("rights"):
            return "no_entitlement" if denied else "entitlement"
        if each in words("duties"):
            return "no_obligation" if denied else "obligation"
    return ""
