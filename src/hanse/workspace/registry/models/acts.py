"""What can be done to a text, by whom, and when? An act is checked against the kind of its instrument."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from hanse.text.dates import days
from hanse.workspace.registry.models.actors import ActorKind

if TYPE_CHECKING:
    from hanse.workspace.registry.models.actors import Actor
    from hanse.workspace.registry.models.instruments import Instrument


class InstrumentKind(models.TextChoices):
    TREATY = "treaty", "Treaty"
    CONVENTION = "convention", "Convention"
    PROTOCOL = "protocol", "Protocol"
    COMPACT = "compact", "Compact"
    DECLARATION = "declaration", "Declaration"
    CHARTER = "charter", "Charter"
    AGREEMENT = "agreement", "Agreement"
    RESOLUTION = "resolution", "Resolution"
    COMMUNIQUE = "communique", "Communiqué"
    CALL = "call", "Call or plan"


class Level(models.TextChoices):
    GLOBAL = "global", "Global"
    REGIONAL = "regional", "Regional"
    BILATERAL = "bilateral", "Bilateral"
    CITIES = "cities", "Among cities"


class Act(models.TextChoices):
    SIGNED = "signed", "Signed"
    RATIFIED = "ratified", "Ratified"
    ACCEDED = "acceded", "Acceded"
    SUCCEEDED = "succeeded", "Succeeded"
    ADOPTED = "adopted", "Adopted"
    ENDORSED = "endorsed", "Endorsed"
    AFFIRMED = "affirmed", "Affirmed"
    VOTED_FOR = "voted for", "Voted for"
    VOTED_AGAINST = "voted against", "Voted against"
    ABSTAINED = "abstained", "Abstained"
    WITHDREW = "withdrew", "Withdrew"


BINDS = frozenset({Act.RATIFIED, Act.ACCEDED, Act.SUCCEEDED})
"""By which a state becomes a party to a treaty; a signature alone does not make it one."""
VOTES = frozenset({Act.VOTED_FOR, Act.VOTED_AGAINST, Act.ABSTAINED})
_TREATY = BINDS | {Act.SIGNED, Act.ADOPTED, Act.WITHDREW}
_VOTED = VOTES | {Act.ADOPTED, Act.ENDORSED, Act.AFFIRMED}
ACTS: dict[str, frozenset[Act]] = {
    InstrumentKind.TREATY: _TREATY,
    InstrumentKind.CONVENTION: _TREATY,
    InstrumentKind.PROTOCOL: _TREATY,
    InstrumentKind.AGREEMENT: _TREATY,
    InstrumentKind.COMPACT: _VOTED | {Act.WITHDREW},
    InstrumentKind.RESOLUTION: _VOTED - {Act.ENDORSED},
    InstrumentKind.DECLARATION: _VOTED | {Act.WITHDREW},
    InstrumentKind.COMMUNIQUE: _VOTED | {Act.WITHDREW},
    InstrumentKind.CHARTER: _VOTED | {Act.SIGNED, Act.WITHDREW},
    InstrumentKind.CALL: _VOTED | {Act.SIGNED, Act.WITHDREW},
}
"""What can be done to an instrument of a kind: nobody ever signed a compact. Source: Vienna Convention on the Law of
Treaties, articles 10 to 16, and Vienna Convention on Succession of States in respect of Treaties, article 17, for
treaties; rules of procedure of the General Assembly for what is voted on."""

_BINDING = "a treaty is adopted, signed, ratified, acceded or succeeded to; votes and endorsements make nobody a party"
_WHY: dict[str, str] = {
    InstrumentKind.TREATY: _BINDING,
    InstrumentKind.CONVENTION: _BINDING,
    InstrumentKind.PROTOCOL: _BINDING,
    InstrumentKind.AGREEMENT: "its parties adopt, sign or ratify an agreement; votes and endorsements make nobody one",
    InstrumentKind.COMPACT: "a compact is not open for signature or ratification: it is adopted, endorsed or affirmed"
    " by a resolution that states vote on",
    InstrumentKind.RESOLUTION: "a resolution is adopted without a vote or voted on; nobody signs or ratifies it",
    InstrumentKind.DECLARATION: "a declaration of states is adopted, endorsed or voted on; one among cities is signed",
    InstrumentKind.COMMUNIQUE: "a communiqué is adopted or endorsed; one among cities is signed",
    InstrumentKind.CHARTER: "a charter is signed, adopted or endorsed; only treaties are ratified",
    InstrumentKind.CALL: "a call is signed, adopted or endorsed; only treaties are ratified",
}
_PARTIES = frozenset({ActorKind.STATE, ActorKind.REGIONAL, ActorKind.INTERNATIONAL})
"""Who can be bound by a treaty: states, and organisations that states gave the power to."""


def acts_on(kind: str, level: str) -> frozenset[Act]:
    """What an actor can do to an instrument. A declaration among cities may be signed; one of states is adopted."""
    signed = {Act.SIGNED} if level == Level.CITIES else set()
    return ACTS[InstrumentKind(kind)] | signed


def wrong_kind(act: str, instrument: Instrument) -> str:
    """Why this cannot be done to this instrument; "" where it can."""
    allowed = acts_on(instrument.kind, instrument.level)
    if act in allowed:
        return ""
    ways = ", ".join(each for each in Act.values if each in allowed)
    return f"Nobody {act} {instrument}: {_WHY[instrument.kind]}. It can be: {ways}."


def wrong_actor(act: str, instrument: Instrument, actor: Actor) -> str:
    """Why this actor cannot do this; "" where it can. Among cities, anybody may take part."""
    if instrument.level == Level.CITIES:
        return ""
    who = ActorKind(actor.kind).label.lower()
    if act in VOTES and actor.kind != ActorKind.STATE:
        return (
            f"{actor} ({who}) has no vote on {instrument}: states vote. What others do to it is adopted, endorsed or"
            " affirmed."
        )
    if act in BINDS and actor.kind not in _PARTIES:
        return (
            f"{actor} ({who}) cannot become a party to {instrument}: states can, and organisations of states. A text of"
            " its own is an instrument among cities."
        )
    return ""


def wrong_date(date: str, instrument: Instrument) -> str:
    """Why this cannot have been then; "" where it can, and where a date is not documented or cannot be read."""
    done, adopted, ended = days(date), days(instrument.adopted), days(instrument.ended)
    if done and adopted and done[1] < adopted[0]:
        return f"{instrument} was adopted on {instrument.adopted}; nobody did anything to it before, on {date}."
    if done and ended and done[0] > ended[1]:
        return f"{instrument} ended on {instrument.ended}; nobody did anything to it on {date}."
    return ""


def why_unsigned(instrument: Instrument) -> str:
    """What to say of an instrument that nobody can sign; "" of one that can be signed."""
    if Act.SIGNED in acts_on(instrument.kind, instrument.level):
        return ""
    return f"Nobody signed it: {_WHY[instrument.kind]}."
