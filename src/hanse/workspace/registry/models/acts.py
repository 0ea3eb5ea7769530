"""What can be done to a text, by whom, and when? An act is checked against the kind of its instrument."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from hanse.text.dates import days
from hanse.workspace.languages import listed
from hanse.workspace.registry.models.actors import ActorKind

if TYPE_CHECKING:
    from hanse.workspace.registry.models.actors import Actor
    from hanse.workspace.registry.models.instruments import Instrument


class InstrumentKind(models.TextChoices):
    TREATY = "treaty", _("Treaty")
    CONVENTION = "convention", _("Convention")
    PROTOCOL = "protocol", _("Protocol")
    COMPACT = "compact", _("Compact")
    DECLARATION = "declaration", _("Declaration")
    CHARTER = "charter", _("Charter")
    AGREEMENT = "agreement", _("Agreement")
    RESOLUTION = "resolution", _("Resolution")
    COMMUNIQUE = "communique", _("Communiqué")
    CALL = "call", _("Call or plan")


class Level(models.TextChoices):
    GLOBAL = "global", _("Global")
    REGIONAL = "regional", _("Regional")
    BILATERAL = "bilateral", _("Bilateral")
    CITIES = "cities", _("Among cities")


class Act(models.TextChoices):
    SIGNED = "signed", _("Signed")
    RATIFIED = "ratified", _("Ratified")
    ACCEDED = "acceded", _("Acceded")
    SUCCEEDED = "succeeded", _("Succeeded")
    ADOPTED = "adopted", _("Adopted")
    ENDORSED = "endorsed", _("Endorsed")
    AFFIRMED = "affirmed", _("Affirmed")
    VOTED_FOR = "voted for", _("Voted for")
    VOTED_AGAINST = "voted against", _("Voted against")
    ABSTAINED = "abstained", _("Abstained")
    WITHDREW = "withdrew", _("Withdrew")

    @property
    def in_words(self) -> str:
        """As it stands in a sentence: "voted for"."""
        return str(self.label).lower()


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

_BINDING = _(
    "a treaty is adopted, signed, ratified, acceded or succeeded to; votes and endorsements make nobody a party"
)
_WHY: dict[str, Any] = {
    InstrumentKind.TREATY: _BINDING,
    InstrumentKind.CONVENTION: _BINDING,
    InstrumentKind.PROTOCOL: _BINDING,
    InstrumentKind.AGREEMENT: _(
        "its parties adopt, sign or ratify an agreement; votes and endorsements make nobody one"
    ),
    InstrumentKind.COMPACT: _(
        "a compact is not open for signature or ratification: it is adopted, endorsed or affirmed by a resolution that"
        " states vote on"
    ),
    InstrumentKind.RESOLUTION: _("a resolution is adopted without a vote or voted on; nobody signs or ratifies it"),
    InstrumentKind.DECLARATION: _(
        "a declaration of states is adopted, endorsed or voted on; one among cities is signed"
    ),
    InstrumentKind.COMMUNIQUE: _("a communiqué is adopted or endorsed; one among cities is signed"),
    InstrumentKind.CHARTER: _("a charter is signed, adopted or endorsed; only treaties are ratified"),
    InstrumentKind.CALL: _("a call is signed, adopted or endorsed; only treaties are ratified"),
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
    ways = listed(each.in_words for each in Act if each in allowed)
    said = {"act": Act(act).in_words, "instrument": instrument, "why": _WHY[instrument.kind], "ways": ways}
    return _("Nobody %(act)s %(instrument)s: %(why)s. It can be: %(ways)s.") % said


def wrong_actor(act: str, instrument: Instrument, actor: Actor) -> str:
    """Why this actor cannot do this; "" where it can. Among cities, anybody may take part."""
    if instrument.level == Level.CITIES:
        return ""
    said = {"actor": actor, "kind": str(ActorKind(actor.kind).label).lower(), "instrument": instrument}
    if act in VOTES and actor.kind != ActorKind.STATE:
        told = _(
            "%(actor)s (%(kind)s) has no vote on %(instrument)s: states vote. What others do to it is adopted, endorsed"
            " or affirmed."
        )
        return told % said
    if act in BINDS and actor.kind not in _PARTIES:
        told = _(
            "%(actor)s (%(kind)s) cannot become a party to %(instrument)s: states can, and organisations of states. A"
            " text of its own is an instrument among cities."
        )
        return told % said
    return ""


def wrong_date(date: str, instrument: Instrument) -> str:
    """Why this cannot have been then; "" where it can, and where a date is not documented or cannot be read."""
    done, adopted, ended = days(date), days(instrument.adopted), days(instrument.ended)
    if done and adopted and done[1] < adopted[0]:
        told = _("%(instrument)s was adopted on %(adopted)s; nobody did anything to it before, on %(date)s.")
        return told % {"instrument": instrument, "adopted": instrument.adopted, "date": date}
    if done and ended and done[0] > ended[1]:
        told = _("%(instrument)s ended on %(ended)s; nobody did anything to it on %(date)s.")
        return told % {"instrument": instrument, "ended": instrument.ended, "date": date}
    return ""


def why_unsigned(instrument: Instrument) -> str:
    """What to say of an instrument that nobody can sign; "" of one that can be signed."""
    if Act.SIGNED in acts_on(instrument.kind, instrument.level):
        return ""
    return _("Nobody signed it: %(why)s.") % {"why": _WHY[instrument.kind]}
