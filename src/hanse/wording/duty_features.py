"""What can a head learn of duties and rights from? Who stands before and behind each directing word, not of what."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hanse.text.given import Text, wording
from hanse.wording.duties import Duty, read
from hanse.wording.features import Features
from hanse.wording.parties import AGENT, OTHER, Token, tokens

REACH = 40
"""Tokens behind a directing word in which parties count as concerned."""


def duty_features(text: Text, agent: str) -> Features:
    """Signs by readable name, 1.0 each: "OTHER:obligation>to AGENT" is a duty of another toward the agent."""
    there = tokens(wording(text), wording(agent))
    laid = list(read(there))
    return Features(dict.fromkeys([*_shape(there, laid), *_around(there), *_laid(there, laid)], 1.0))


def _shape(there: list[Token], laid: list[Duty]) -> Iterator[str]:
    yield f"directing words: {min(len(laid), 5)}"
    yield f"mentions of the agent: {min(sum(each.role == AGENT for each in there), 4)}"
    yield f"mentions of others: {min(sum(each.role == OTHER for each in there), 4)}"
    yield f"length: {min(len(there) // 12, 8)}"
    yield f"opens: {there[0].form if there else ''}"


def _around(there: list[Token]) -> Iterator[str]:
    """The words beside every mention of the agent."""
    forms = [each.form for each in there]
    for place, each in enumerate(there):
        if each.role == AGENT:
            for width in (1, 2, 3):
                yield f"before: {' '.join(forms[max(0, place - width) : place + 1])}"
                yield f"behind: {' '.join(forms[place : place + width + 1])}"
            yield f"beside: {' '.join(forms[max(0, place - 1) : place + 2])}"


def _laid(there: list[Token], laid: list[Duty]) -> Iterator[str]:
    main = False
    for duty, stop in zip(laid, _stops(there, laid), strict=True):
        where = f"{duty.condition} " if duty.condition else ""
        behind = there[duty.end : stop]
        modal = f"{duty.modal} not" if duty.negated else duty.modal
        for what in (duty.kind, modal, f"{modal} {duty.verb}", f"{duty.kind} {duty.verb}"):
            yield f"{where}{duty.party}:{what}"
        if not duty.condition:
            yield f"{'later' if main else 'first'} {duty.party}:{duty.kind}"
            main = True
        yield from _agents_of_passive(duty, where, behind)
        yield from _concerned(duty, where, behind[:REACH])


def _stops(there: list[Token], laid: list[Duty]) -> Iterator[int]:
    for duty, following in pairwise(laid):
        yield following.start if following.start > duty.at else following.at
    if laid:
        yield len(there)


def _agents_of_passive(duty: Duty, where: str, behind: list[Token]) -> Iterator[str]:
    if duty.kind.startswith("passive") or duty.kind == "be":
        by = next((b.form for a, b in pairwise(behind) if a.form == "by" and b.role and not b.owning), "")
        if by:
            yield f"{where}by {by}:{duty.kind}"
            yield f"{where}by {by}:{duty.modal}"


def _concerned(duty: Duty, where: str, behind: list[Token]) -> Iterator[str]:
    named = set()
    for place, each in enumerate(behind):
        if not each.role:
            continue
        named.add(each.form)
        before = behind[place - 1].form if place else duty.verb
        after = behind[place + 1].form if place + 1 < len(behind) else ""
        for what in (duty.kind, f"{duty.kind} {duty.verb}"):
            yield f"{where}{duty.party}:{what}>{each.form}"
            yield f"{where}{duty.party}:{what}>{before} {each.form}"
            if each.owning:
                yield f"{where}{duty.party}:{what}>{each.form} {after}"
        yield f"{where}{duty.party}>{before} {each.form} {after}"
    for party in (AGENT, OTHER):
        if party not in named:
            yield f"{where}{duty.party}:{duty.kind}>no {party}"
