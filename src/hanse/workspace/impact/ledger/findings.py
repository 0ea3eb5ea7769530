"""Which asks were taken up, and count? Positions made of the findings of campaigns."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import Q
from django.urls import reverse

from hanse.places.folding import spaced
from hanse.tracing.met import met
from hanse.workspace.accounts.rights import sees
from hanse.workspace.campaigns.audience import stricter
from hanse.workspace.campaigns.models import Review
from hanse.workspace.impact.ledger.asked import Found, adopted, found
from hanse.workspace.impact.ledger.belonging import Belonging, region
from hanse.workspace.impact.ledger.positions import Brief, Claimant, Other, Passage, Position, Said, Text
from hanse.workspace.impact.ledger.reviewers import Reviewers, Stands, asking
from hanse.workspace.impact.ledger.rule import Standing, left_out, of_finding
from hanse.workspace.impact.models.outside import FindingReply


def positions(user: Any, day: date) -> tuple[list[Position], Counter[str]]:
    """The positions among the findings that somebody may see, and by reason how many met ones are none."""
    return _told(found(user, day), user, day)


def one(user: Any, ask: str, draft: str, day: date) -> Position | None:
    """One position, by the keys of its ask and version; None where there is none to be seen."""
    told, _ = _told(found(user, day, (ask, draft)), user, day)
    return next((each for each in told if each.key == key_of(ask, draft)), None)


def key_of(ask: str, draft: str) -> str:
    return f"finding-{ask}-{draft}"


def briefs(user: Any, day: date) -> list[Brief]:
    """The same positions by what counts of them alone: no words are read."""
    kept, _ = _sorted_out(found(user, day, words=False))
    standing = Standings(kept, user, day)
    return [
        Brief(key_of(*each.place), "finding", standing.of(each)[0].state, unit(each), each.draft.document.date)
        for each in kept
    ]


def _told(placed: list[Found], user: Any, day: date) -> tuple[list[Position], Counter[str]]:
    kept, out = _sorted_out(placed)
    standing = Standings(kept, user, day, named=True)
    replies = _replies(kept, user)
    return [_position(each, standing, replies.get(each.place, ())) for each in kept], out


class Standings:
    """Where each of some findings stands: all that ask for the same passage claim it together.

    ``named``: the claimants of those that nobody judged are looked up, too.
    """

    def __init__(self, kept: Sequence[Found], user: Any, day: date, *, named: bool = False) -> None:
        self._groups: dict[str, list[Found]] = defaultdict(list)
        for each in kept:
            self._groups[unit(each)].append(each)
        reviews = [review for each in kept for review in each.reviews]
        judged = [one for group in self._groups.values() if any(each.reviews for each in group) for one in group]
        names = {name for each in (kept if named else judged) for name in asking(each.ask.actor)}
        self._who = Reviewers(reviews)
        self.known = Belonging(names | self._who.names(reviews), self._who.keys(reviews), user, day)

    def claimants(self, each: Found) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for one in self._groups[unit(each)] for name in asking(one.ask.actor)))

    def of(self, each: Found) -> tuple[Standing, list[tuple[Review, Stands]]]:
        """By the rule, with who judged it from where."""
        if not each.reviews:
            return of_finding(()), []
        claimants, owner = self.claimants(each), each.campaign.owner_id
        stands = [(review, self._who.where(review, owner, claimants, self.known)) for review in each.reviews]
        return of_finding((review.outcome, stand.where) for review, stand in stands), stands


def _sorted_out(placed: Iterable[Found]) -> tuple[list[Found], Counter[str]]:
    """Those that are positions influenced if they are confirmed; of the other met ones, how many by reason."""
    kept, out = [], Counter[str]()
    for each in placed:
        held = [left_out(each.ask.kind, outcome, each.provenance) for outcome in outcomes(each)]
        if None in held:
            kept.append(each)
        elif held[0] != "not met" or met(each.ask.kind, each.machine) in ("yes", "in part"):
            out["judged otherwise" if held[0] == "not met" else held[0]] += 1
    return kept, out


def outcomes(each: Found) -> list[str]:
    """What people hold for true; what the machine does, where nobody judged."""
    return sorted({review.outcome for review in each.reviews}) or [each.machine]


def unit(each: Found) -> str:
    """The same for all asks that one passage of a text answers; of what is gone, for the same contested words."""
    document = each.draft.document
    where = f"gone {spaced(each.ask.text)}" if each.passage is None else each.passage
    return f"{document.sha256 or document.pk} {where}"


def _position(each: Found, standings: Standings, replies: Sequence[Said]) -> Position:
    standing, stands = standings.of(each)
    agreed = outcomes(each)
    outcome = agreed[0] if len(agreed) == 1 else each.machine
    own = asking(each.ask.actor)
    ask, said = each.ask, each.cell
    return Position(
        key=key_of(*each.place),
        kind="finding",
        state=standing.state,
        reason=standing.reason,
        title=ask.text,
        claimants=tuple(_claimant(name, standings.known) for name in own),
        address=reverse("ledger-finding", args=each.place),
        unit=unit(each),
        date=each.draft.document.date,
        asked=ask.text,
        asked_on=ask.date,
        ask=ask.name,
        source=ask.source.document.title if ask.source else "",
        campaign=each.campaign.title,
        text=_text(each),
        passage=_passage(said["draft_passage"]),
        spans=tuple(((a, b), (c, d)) for (a, b), (c, d) in zip(said["ask_spans"], said["draft_spans"], strict=False)),
        outcome=outcome,
        met=met(ask.kind, outcome),
        provenance=each.provenance,
        origin=_other(said["origin"]),
        rivals=tuple(_other(rival) for rival in said["rivals"] if rival != said["origin"]),
        also=tuple(name for name in standings.claimants(each) if name not in own),
        confirmed=tuple(_said(review, stand) for review, stand in stands),
        replies=tuple(replies),
        handling=_strictest(each),
    )


def _claimant(name: str, known: Belonging) -> Claimant:
    actor = known.actor(name)
    if actor is None:
        return Claimant(name)
    return Claimant(name, actor.pk, region(actor), actor.country, address=actor.get_absolute_url())


def _said(review: Review, stand: Any) -> Said:
    return Said(
        who=stand.of,
        says=review.outcome,
        words=review.note,
        date=review.changed.date().isoformat(),
        where=stand.where,
        why=stand.why,
        person=str(review.reviewer),
        key=review.pk,
    )


def _text(each: Found) -> Text:
    document = each.draft.document
    return Text(
        document.sha256 or document.pk,
        document.title,
        document.date,
        document.symbol,
        document.actor,
        adopted(each.draft),
        document.get_absolute_url(),
    )


def _passage(said: Mapping[str, Any] | None) -> Passage | None:
    return Passage(said["id"], said["number"], said["text"], said["page"]) if said else None


def _other(said: Mapping[str, Any] | None) -> Any:
    if said is None:
        return None
    words = said["passage"]
    return Other(said["title"], said["date"] or "", said["actor"], said["symbol"], words["number"], words["text"])


def _strictest(each: Found) -> str:
    level = stricter(stricter(each.campaign.handling, each.ask.handling), each.draft.document.handling)
    return stricter(level, each.ask.source.document.handling) if each.ask.source else level


def _replies(kept: Iterable[Found], user: Any) -> dict[tuple[str, str], list[Said]]:
    places = {each.place for each in kept}
    told: dict[tuple[str, str], list[Said]] = defaultdict(list)
    held = FindingReply.objects.filter(Q(handling__in=sorted(sees(user))), draft__in={draft for _, draft in places})
    for each in held:
        if (each.ask_id, each.draft_id) in places:
            said = Said(each.by, each.says, each.words, each.date, each.source, key=each.pk)
            told[each.ask_id, each.draft_id].append(said)
    return told
