"""What to ask for? Derived by plain rules, each of which says why."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import F
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hanse.places.folding import spaced
from hanse.saying import colon
from hanse.text.dates import days
from hanse.workspace.accounts.rights import Handling
from hanse.workspace.briefings import campaigning
from hanse.workspace.briefings.lines import Line
from hanse.workspace.briefings.meeting import Meeting
from hanse.workspace.briefings.sections import pledges
from hanse.workspace.briefings.sections.positions import RANK
from hanse.workspace.briefings.sections.statements import by_statement
from hanse.workspace.campaigns.models.positions import Stance
from hanse.workspace.engagements.models import Application, FundingCall
from hanse.workspace.languages import day, listed
from hanse.workspace.pledges.light import INACTIVE, RED, YELLOW, light_of
from hanse.workspace.registry.models import VOTES, Act, ActorKind, Instrument
from hanse.workspace.registry.models.acts import wrong_actor
from hanse.workspace.statements.models import Stage, Statement


def lines(meeting: Meeting) -> list[Line]:
    """The most pressing first: what waits for them, our asks, what they owe, what they could join."""
    return [line for rule in RULES for line in rule(meeting)]


def clearances(meeting: Meeting) -> list[Line]:
    """Permissions that our city waits for and the counterpart gives."""
    found = []
    for each in meeting.own.pending:
        words = spaced(each.authority)
        own_state = meeting.counterpart.kind == ActorKind.STATE and meeting.counterpart.country == meeting.ours.country
        if any(f" {name} " in f" {words} " for name in meeting.names) or (own_state and _of_a_state(each.authority)):
            gates = each.membership.network if each.membership else each.instrument or each.project
            said = {"what": each.what, "authority": each.authority}
            text = _("Ask for the permission: %(what)s, %(authority)s") % said
            found.append(Line(text, each, (meeting.ours,), why=_waiting(each.due, gates)))
    return found


def _waiting(due: str, gates: Any) -> str:
    if due and gates:
        why = _("they give it, and we wait for it, needed by %(day)s, for %(what)s")
    elif due:
        why = _("they give it, and we wait for it, needed by %(day)s")
    else:
        why = _("they give it, and we wait for it, for %(what)s") if gates else _("they give it, and we wait for it")
    return why % {"day": day(due), "what": gates}


_OF_A_STATE = (
    *("minist", "government", "parliament", "gouvernement", "parlement", "gobierno", "parlamento", "governo"),
    *("министер", "правительств", "парламент", "وزار", "حكوم", "برلمان", "政府", "部"),
)
"""Beginnings of what authorities of states are called, in the six languages; councils of cities are none."""


def _of_a_state(authority: str) -> bool:
    return any(each in authority.lower() for each in _OF_A_STATE)


def open_asks(meeting: Meeting) -> list[Line]:
    """Our asks that are open, and on which the counterpart has a position."""
    found = sorted(campaigning.positions(meeting), key=lambda each: (each.state, RANK[Stance(each.position.stance)]))
    return [_ask(each) for each in found]


def _ask(each: campaigning.Held) -> Line:
    wanted = {
        Stance.OPEN: _("Win them for: “%s”"),
        Stance.CHAMPION: _("Thank them for backing, and ask them to table: “%s”"),
        Stance.OPPOSED: _("Ask what would change their mind on: “%s”"),
    }[Stance(each.position.stance)]
    if each.state:
        wanted = _("Ask them to take up with their state: “%s”")
    theirs = {
        Stance.OPEN: _("their delegation is open to it; %(outcome)s"),
        Stance.CHAMPION: _("their delegation backs it; %(outcome)s"),
        Stance.OPPOSED: _("their delegation opposes it; %(outcome)s"),
    }
    states = {
        Stance.OPEN: _("%(state)s, their state, is open to it; %(outcome)s"),
        Stance.CHAMPION: _("%(state)s, their state, backs it; %(outcome)s"),
        Stance.OPPOSED: _("%(state)s, their state, opposes it; %(outcome)s"),
    }
    said = {"state": each.position.delegation, "outcome": _standing(each.on)}
    why = (states if each.state else theirs)[Stance(each.position.stance)] % said
    ask, levels = each.on.ask, (Handling.RESTRICTED, each.on.level)
    return Line(wanted % ask.text, ask, why=why, source=each.source, href=each.href, levels=levels)


def _standing(on: campaigning.OpenAsk) -> str:
    if not on.outcome:
        return _("no draft of “%s” is traced yet") % on.ask.campaign
    said = _("%(outcome)s in “%(draft)s” (machine proposed)") if on.proposed else _("%(outcome)s in “%(draft)s”")
    return said % {"outcome": on.outcome, "draft": on.draft}


def votes(meeting: Meeting) -> list[Line]:
    """Votes that the counterpart cast against what we took part in."""
    found = []
    for key, acts in meeting.joined.items():
        against = [each for each in acts if each.act in VOTES - {Act.VOTED_FOR}]
        if against and key in meeting.joined_by_us:
            ours = meeting.joined_by_us[key][-1]
            said = {"instrument": acts[0].instrument, "vote": against[-1].get_act_display().lower()}
            why = _("they %(vote)s it; we %(act)s it") % {**said, "act": ours.get_act_display().lower()}
            text = _("Ask what keeps them from %(instrument)s") % said
            found.append(Line(text, against[-1], (acts[0].instrument, ours), why=why))
    return found


def follow_ups(meeting: Meeting) -> list[Line]:
    """What is open since an engagement with them, and nobody of ours took on: theirs to do."""
    found = []
    for each in meeting.dealings.open:
        if each.owner_id is None:
            said = {"engagement": each.engagement, "day": day(each.due)}
            why = _("open since “%(engagement)s”; nobody of ours has taken it on")
            if each.due and each.overdue(meeting.today):
                why = _("open since “%(engagement)s”, overdue since %(day)s; nobody of ours has taken it on")
            elif each.due:
                why = _("open since “%(engagement)s”, by %(day)s; nobody of ours has taken it on")
            why %= said
            found.append(Line(_("Ask whether it is done: %s") % each.what, each, (each.engagement,), why=why))
    return found


def money(meeting: Meeting) -> list[Line]:
    """What the counterpart committed to us, and has not paid in full as far as is documented."""
    found = []
    for each in meeting.own.funding:
        owed = each.committed is not None and (each.received is None or each.received < each.committed)
        if each.donor_id == meeting.counterpart.pk and each.recipient_id == meeting.ours.pk and owed:
            received = _("received: not documented")
            if each.received is not None:
                received = _("received: %s") % _amount(each.currency, each.received)
            why = _("committed: %(sum)s; %(received)s") % {
                "sum": _amount(each.currency, each.committed),
                "received": received,
            }
            what = each.project or _("what they committed")
            found.append(Line(_("Ask when the rest is paid: %s") % what, each, _those(each.project), why=why))
    return found


def calls(meeting: Meeting) -> list[Line]:
    """Calls for funding of the counterpart's that are open, those that close first before the others."""
    held = FundingCall.objects.visible_to(meeting.user).filter(donor=meeting.counterpart).known(meeting.today)
    applied = Application.objects.visible_to(meeting.user).filter(applicant=meeting.ours, call__in=held.values("pk"))
    asked = {each.call_id: each for each in applied}
    return [_call(each, asked.get(each.pk)) for each in held.order_by(F("last").asc(nulls_last=True), "folded", "pk")]


def _call(call: FundingCall, asked: Application | None) -> Line:
    until = _("their call is open until %s") % day(call.until) if call.until else _("their call is open")
    if call.amount is not None:
        until = listed([until, _amount(call.currency, call.amount)])
    if asked is None:
        text, rest = _("Ask what an application for “%s” needs"), _("nothing of ours is documented")
    else:
        text = _("Ask how our application for “%s” stands")
        rest = _("ours is %s") % asked.get_status_display().lower()
    return Line(text % call, call, _those(call.donor, asked), why=f"{until}; {rest}")


def others(meeting: Meeting) -> list[Line]:
    """Open funding of the counterpart's to others: it gives, and not to us."""
    given = [each for each in meeting.theirs.funding if each.donor_id == meeting.counterpart.pk]
    open_now = [each for each in given if each.last is None or each.last >= meeting.today]
    if not open_now or any(each.recipient_id == meeting.ours.pk for each in given):
        return []
    first = open_now[0]
    more = len(open_now) - 1
    why = _("they fund %(who)s")
    if more:
        why = ngettext("they fund %(who)s and %(n)d more", "they fund %(who)s and %(n)d more", more)
    why %= {"who": first.recipient, "n": more}
    return [Line(_("Ask what they would fund with us"), first, (first.recipient, *_those(first.project)), why=why)]


def reports(meeting: Meeting) -> list[Line]:
    """Pledges that go on and of which no report was given for over a year."""
    found = []
    for each in pledges.held(meeting):
        light = light_of(each, meeting.today)
        if light in (YELLOW, RED, INACTIVE) and each.city_id == meeting.counterpart.pk:
            words = str(light.words)
            said = {"light": words[:1].lower() + words[1:], "status": each.get_status_display().lower()}
            why = _("%(light)s; %(status)s") % said
            found.append(Line(_("Ask how their pledge stands: %s") % each, each, (each.city,), why=why))
    return found


def signatures(meeting: Meeting) -> list[Line]:
    """Joint statements open for signature that we signed or carry, and the counterpart has not signed."""
    if meeting.counterpart.kind != ActorKind.LOCAL_GOVERNMENT:
        return []
    ours, theirs = by_statement(meeting, meeting.ours), by_statement(meeting, meeting.counterpart)
    carried = set(meeting.ours.statements.visible_to(meeting.user).values_list("pk", flat=True))
    wanted = (set(ours) | carried) - set(theirs)
    found = []
    for each in Statement.objects.visible_to(meeting.user).filter(pk__in=wanted).order_by("closes", "pk"):
        version = each.current
        if version is None or version.stage(meeting.today) not in {Stage.OPEN, Stage.ROLLING}:
            continue
        why = _open_for_signature(each.pk in carried, each.closes)
        rest = (ours[each.pk],) if each.pk in ours else (meeting.ours,)
        found.append(Line(_("Invite them to sign “%s”") % each, each, rest, why=why))
    return found


def _open_for_signature(carried: bool, closes: str) -> str:
    if closes:
        why = _("we carry it; it is open until %(day)s") if carried else _("we signed it; it is open until %(day)s")
        return why % {"day": day(closes)}
    return _("we carry it; it is open for signature") if carried else _("we signed it; it is open for signature")


def instruments(meeting: Meeting) -> list[Line]:
    """What we took part in, the counterpart could join, and has not."""
    found = []
    for key, acts in meeting.joined_by_us.items():
        instrument = acts[0].instrument
        over = days(instrument.ended)
        if (over and over[1] < meeting.today) or getattr(instrument, "statement", None):
            continue
        done = {each.act for each in meeting.joined.get(key, ())}
        if way := _way(instrument, done, meeting.counterpart):
            why = _("we %(act)s it %(when)s; nothing of theirs is documented")
            if done:
                why = _("we %(act)s it %(when)s; they signed, and are no party")
            why %= {
                "act": acts[-1].get_act_display().lower(),
                "when": day(acts[-1].date) if acts[-1].date else _("on a day not documented"),
            }
            found.append(
                Line(f"{way}{colon()}{instrument}", acts[-1], (instrument, *meeting.joined.get(key, ())), why=why)
            )
    return found


def _way(instrument: Instrument, done: set[str], counterpart: Any) -> str:
    """What the counterpart could do to an instrument that it has not joined; "" where nothing is to be asked."""
    possible = {act for act in instrument.acts if not wrong_actor(act, instrument, counterpart)}
    if done == {Act.SIGNED} and Act.RATIFIED in possible and counterpart.kind == ActorKind.STATE:
        return _("Ask them to ratify")
    if done:
        return ""
    asked = {
        Act.SIGNED: _("Ask them to sign"),
        Act.ENDORSED: _("Ask them to endorse"),
        Act.AFFIRMED: _("Ask them to affirm"),
        Act.ACCEDED: _("Ask them to accede to"),
    }
    return next((words for act, words in asked.items() if act in possible), "")


def _those(*records: Any) -> tuple[Any, ...]:
    return tuple(each for each in records if each is not None)


def _amount(currency: str, value: Any) -> str:
    return f"{currency} {number_format(round(value), decimal_pos=0, force_grouping=True)}".strip()


RULES: tuple[Callable[[Meeting], list[Line]], ...] = (
    clearances,
    open_asks,
    follow_ups,
    money,
    calls,
    votes,
    signatures,
    instruments,
    reports,
    others,
)
"""In the order in which they are told."""
