"""How does a pledge come to be written? Begun under a call, kept as it is typed, taken from last cycle, filed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from hanse.errors import RefusedChange
from hanse.workspace.focal_points.models import cities_of
from hanse.workspace.pledges import letters
from hanse.workspace.pledges.asking import PledgeForm, name_of, questions
from hanse.workspace.pledges.fields import control
from hanse.workspace.pledges.models import WITH_CITY, Asks, Call, Partnership, Pledge, State
from hanse.workspace.pledges.objectives import code, codes, instruments, written
from hanse.workspace.registry.models import Actor, Objective

CORE = ("title", "description", "since", "until", "partners")
"""What every pledge answers; each has a column of its own."""
MOST_TYPED = 100_000
"""Characters of one input that a draft keeps, judged or not."""
_MARK = re.compile(r"[a-z0-9]{10}")


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of an attempt to keep a draft: whether it was written, and what has to be said."""

    done: bool
    said: tuple[str, ...] = ()
    stale: bool = False


def begin(
    call: Call, city: Actor, user: Any, *, mark: str = "", source: Pledge | None = None, matches: Pledge | None = None
) -> Pledge:
    """A new draft of a city under a call; with ``source`` it begins with that pledge's words. ``matches`` is the pledge
    of somebody else that this one is to match.

    ``mark`` is the form's own: sent twice it is one draft. Raises RefusedChange where the call takes no pledges.
    """
    if not call.open:
        raise RefusedChange(closed(call), where=str(call), do=_("ask the secretariat whether it opens again"))
    if _MARK.fullmatch(mark):
        known = Pledge.objects.filter(pk=mark).first()
        if known is not None and known.author_id == user.pk and known.city_id == city.pk:
            return known
    fields: dict[str, Any] = {"call": call, "cycle": call.cycle, "city": city, "author": user, "state": State.DRAFT}
    pledge = Pledge(handling=call.handling, matches=matches, **fields)
    if _MARK.fullmatch(mark) and not Pledge.objects.filter(pk=mark).exists():
        pledge.pk = mark
    if source is not None:
        _take_over(pledge, source, call)
    pledge._change_reason = _("Begun from “%(title)s”.") % {"title": source} if source else _("Begun.")
    try:
        with transaction.atomic():
            pledge.save(force_insert=True)
    except IntegrityError:  # the same form, sent at the same moment
        return Pledge.objects.get(pk=pledge.pk, author=user, city=city)
    return pledge


def closed(call: Call) -> str:
    """Why a call takes nothing, as a clause."""
    if call.state == "draft":
        return _("it has not been opened yet")
    ended = call.closed or call.deadline
    return _("it closed on %(day)s") % {"day": f"{timezone.localtime(ended):%Y-%m-%d %H:%M}"}


def earlier(call: Call, user: Any) -> Any:
    """Pledges of the user's cities from the call of the last cycle, that a new one can begin with."""
    if call.previous_id is None:
        return Pledge.objects.none()
    mine = Pledge.objects.visible_to(user).filter(call=call.previous_id, city__in=cities_of(user))
    return mine.exclude(state__in=[State.DRAFT, State.WITHDRAWN]).select_related("city")


def _take_over(pledge: Pledge, source: Pledge, call: Call) -> None:
    """The words of another pledge where the form asks the same; objectives only of this call's instruments."""
    pledge.title, pledge.description, pledge.partners = source.title, source.description, source.partners
    asked = {name_of(each) for each in call.questions.all()}
    pledge.answers = {name: value for name, value in source.answers.items() if _question_of(name) in asked}
    offered = {each.pk for each in call.instruments.all()}
    pledge.toward = ", ".join(each for each in codes(source.toward) if each.rpartition(" ")[0] in offered)


def _question_of(name: str) -> str:
    return re.sub(r"_(?:amount|currency)$", "", name)


def typed(pledge: Pledge) -> QueryDict:
    """What stands in the inputs of a pledge's form."""
    data = QueryDict(mutable=True)
    for name in CORE:
        data[name] = getattr(pledge, name)
    for name, value in pledge.answers.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    _tick_objectives(pledge, data)
    if "joint" not in data:
        data["joint"] = "\n".join(
            f"{each.city} [{each.city_id}]" for each in pledge.partnerships.select_related("city")
        )
    return data


def _tick_objectives(pledge: Pledge, data: QueryDict) -> None:
    """Where a pledge names objectives that were not ticked in this form, they are."""
    asked = [name_of(each) for each in questions(pledge.call) if each.type == Asks.OBJECTIVES]
    if asked and pledge.toward and not any(name in pledge.answers for name in asked):
        held = (
            Objective.objects.standing().filter(instrument__in=instruments(pledge.toward)).select_related("instrument")
        )
        data.setlist(asked[0], [each.pk for each in held if code(each) in codes(pledge.toward)])


def form_of(pledge: Pledge, user: Any, *, check: bool, data: Any = None) -> PledgeForm:
    """The form of a pledge with what was typed; judged only with ``check``."""
    return PledgeForm(typed(pledge) if data is None else data, call=pledge.call, user=user, check=check)


def keep(pledge: Pledge, data: Any, user: Any, *, revision: int | None, by_hand: bool = False) -> Kept:
    """Keep what was typed, as it was typed. What cannot be stored is said and left as it was.

    ``revision`` is what the form was opened with: where the draft has moved on since, nothing is written. ``by_hand``
    makes an entry in the history; what is kept while somebody types does not.
    """
    form = form_of(pledge, user, check=False, data=data)
    answers, said = dict(pledge.answers), []
    for name, several in form.inputs():
        if name not in data and not several and name != "joint":
            continue
        values = data.getlist(name) if several else [data.get(name, "")]
        whole, sentence = _storable(values, form.fields[_question_of(name)].label)
        said += [sentence] if sentence else []
        if whole is not None:
            answers[name] = whole if several else whole[0]
    judged = form_of(pledge, user, check=True, data=raw(answers))
    columns = _columns(pledge, judged, answers)
    with transaction.atomic():
        held = Pledge.objects.select_for_update().get(pk=pledge.pk)
        if held.state not in WITH_CITY:
            return Kept(False, (_("It is no draft any more: %(state)s.") % {"state": held.get_state_display()},))
        if revision is not None and held.revision != revision:
            return Kept(False, (_stale(held),), stale=True)
        for name, value in {**columns, "answers": answers, "revision": held.revision + 1}.items():
            setattr(held, name, value)
        if not by_hand:
            held.skip_history_when_saving = True
        held.save()
        _ask_partners(held, judged, by_hand)
    for name in (*columns, "answers", "revision"):
        setattr(pledge, name, getattr(held, name))
    return Kept(True, tuple(said))


def _storable(values: list[str], label: Any) -> tuple[list[str] | None, str]:
    """Values that a database takes; None with a sentence where one holds a character that it cannot."""
    for value in values:
        if met := control(value):
            told = _("“%(label)s” holds a character that no text can (%(met)s); take it out to have it kept.")
            return None, told % {"label": label, "met": met}
    if any(len(value) > MOST_TYPED for value in values):
        told = _("“%(label)s” had %(held)s characters; the first %(most)s are kept.")
        longest = max(map(len, values))
        return [value[:MOST_TYPED] for value in values], told % {
            "label": label,
            "held": f"{longest:,}",
            "most": f"{MOST_TYPED:,}",
        }
    return values, ""


def raw(answers: dict[str, Any]) -> QueryDict:
    """Answers as they were kept, as a form takes them."""
    data = QueryDict(mutable=True)
    for name, value in answers.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return data


def _columns(pledge: Pledge, judged: PledgeForm, answers: dict[str, Any]) -> dict[str, Any]:
    """What goes into the record's own columns; what is not right yet stays among the answers as it was typed."""
    good = judged.cleaned_data
    columns: dict[str, Any] = {}
    for name in CORE:
        if name in answers and not answers[name].strip():
            columns[name] = ""
            del answers[name]
        elif name in answers and name in good:
            columns[name] = good[name]
            del answers[name]
    if any(each.type == Asks.OBJECTIVES for each in judged.questions):
        chosen = [each for each in judged.questions if each.type == Asks.OBJECTIVES]
        picked = {pk for each in chosen for pk in answers.get(name_of(each), [])}
        columns["toward"] = written(Objective.objects.standing().filter(pk__in=picked))
    return columns


def _ask_partners(pledge: Pledge, judged: PledgeForm, by_hand: bool) -> None:
    """Partnerships as the draft names them; the names stay as they were typed until all are known. What is kept while
    somebody types parts nobody from a pledge: a name that is being written anew is not there for a moment."""
    if "joint" not in judged.cleaned_data:
        return
    wanted = {each.pk for each in judged.cleaned_data["joint"]} - {pledge.city_id}
    if by_hand:
        pledge.partnerships.exclude(city__in=wanted).delete()
    held = set(pledge.partnerships.values_list("city", flat=True))
    for pk in sorted(wanted - held):
        Partnership.objects.get_or_create(pledge=pledge, city_id=pk)


def _stale(held: Pledge) -> str:
    last = held.history.order_by("-history_id").select_related("history_user").first()
    who = last.history_user if last and last.history_user else _("somebody")
    return _("This draft was changed meanwhile, last by %(who)s. What you typed is still on this page.") % {"who": who}


def problems(pledge: Pledge, user: Any) -> dict[str, list[str]]:
    """What has to be put right before a pledge can be filed: sentences by input."""
    form = form_of(pledge, user, check=True)
    return {name: [str(each) for each in told] for name, told in form.errors.items()}


def file(pledge: Pledge, user: Any) -> bool:
    """Hand a pledge in as it was looked at; False where it was handed in already.

    Raises RefusedChange where the call is closed, or somebody wrote on since ``pledge`` was read. What was returned may
    be handed in again after the call's end.
    """
    with transaction.atomic():
        call = Call.objects.select_for_update().filter(pk=pledge.call_id).first()
        held = Pledge.objects.select_for_update().get(pk=pledge.pk)
        if held.state not in WITH_CITY:
            return False
        if held.state == State.DRAFT and call is not None and not call.open:
            raise RefusedChange(closed(call), where=str(call), do=_("your draft is kept"))
        if held.revision != pledge.revision:
            raise RefusedChange(
                _("somebody wrote on while it was filed"), where=str(held), do=_("look through it, then file it")
            )
        held.state, held.filed = State.FILED, timezone.now()
        held.pledged = held.pledged or timezone.localdate().isoformat()
        held.revision += 1
        held._change_reason = _("Filed.")
        held.save()
        letters.filed(held, user)
        _ask_anew(held)
        letters.joint(held)
    return True


SAID = ("title", "description", "toward", "partners", "since", "until", "matches_id", "city_id", "answers")
"""What a city agrees to when it pledges jointly."""


def _ask_anew(pledge: Pledge) -> None:
    """Whoever agreed to another text than the one that is filed now did not agree to this one."""
    for tie in pledge.partnerships.exclude(agreed=None):
        before = pledge.history.filter(history_date__lte=tie.agreed).order_by("-history_date", "-history_id").first()
        if before and any(getattr(before, name) != getattr(pledge, name) for name in SAID):
            tie.earlier, tie.agreed, tie.note = tie.agreed, None, ""
            tie.save()


def withdraw(pledge: Pledge, why: str) -> bool:
    """Take a pledge back before it is public; False where it is, or was taken back already."""
    with transaction.atomic():
        before = WITH_CITY | {State.FILED, State.ACCEPTED}
        if not Pledge.objects.filter(pk=pledge.pk, state__in=before).update(state=State.WITHDRAWN):
            return False
        held = Pledge.objects.get(pk=pledge.pk)
        held._change_reason = why or _("Withdrawn.")
        held.save()
    return True


def bring_back(pledge: Pledge) -> bool:
    """Make a withdrawn pledge a draft again."""
    with transaction.atomic():
        if not Pledge.objects.filter(pk=pledge.pk, state=State.WITHDRAWN).update(state=State.DRAFT):
            return False
        held = Pledge.objects.get(pk=pledge.pk)
        held._change_reason = _("Brought back.")
        held.save()
    return True
