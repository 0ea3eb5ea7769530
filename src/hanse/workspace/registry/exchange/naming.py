"""Which actor does each name of a sheet mean? Judged ones first, then those that are here, then the gazetteer.

Nothing is guessed: a name is sure where one actor of the registry has it, or one place does; all others wait in a queue
until a person has judged them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hanse.errors import HanseError
from hanse.workspace.keys import key
from hanse.workspace.registry.exchange.options import Option, actor_option, facts, inhabitants, place_option
from hanse.workspace.registry.exchange.present import Here, Present
from hanse.workspace.registry.exchange.references import same_name
from hanse.workspace.registry.models import ActorKind, Meant, NameJudgement
from hanse.workspace.registry.shown import country as name_of_country

SURE = 0.9
"""A place found with less than this is one that was misspelt, and is asked about."""
LARGE = 15_000
"""Inhabitants from which a place is meant by its name alone; of a smaller one a sheet says the country, or a person."""
OFFERED = 8
"""So many candidates are offered for a name."""
Asked = tuple[str, str, str]
"""A name as it is written, its country's alpha-3 code or "", its GeoNames id or ""."""


@dataclass(frozen=True, slots=True)
class Decision:
    """``actor`` is an id; ``new`` is the row of a city that is not here yet; ``out`` leaves the row out; ``why`` and
    ``options`` are of a doubtful name."""

    actor: str = ""
    new: dict[str, str] | None = None
    out: bool = False
    why: str = ""
    options: tuple[Option, ...] = ()

    @property
    def doubtful(self) -> bool:
        return bool(self.why)


class Naming:
    """Decides all names of a sheet together, so that each is context for the others."""

    def __init__(self, user: Any, handling: str) -> None:
        self.handling = handling
        self.present = Present(user)
        self.countries: frozenset[str] = frozenset()
        """Those that the sheet gives."""
        self.coming: dict[Any, dict[str, str]] = {}
        """New cities of this sheet, by place or by name and country."""
        self.judged = {
            (each.name, each.country): each
            for each in NameJudgement.objects.standing().select_related("actor").order_by("when", "pk")
        }

    def decide(
        self, asked: Iterable[Asked], progress: Callable[[int, int], None] | None = None
    ) -> dict[Asked, Decision]:
        """What each name means."""
        from hanse.places.resolving import resolve_all

        found: dict[Asked, Decision] = {}
        open_: list[Asked] = []
        given = list(dict.fromkeys(asked))
        self.countries = frozenset(country for _, country, _ in given if country)
        for each in given:
            settled = self._judged(each) or self._by_id(each)
            if settled is not None:
                found[each] = settled
            else:
                open_.append(each)
        answers = resolve_all([(name, country or None) for name, country, _ in open_], progress)
        for each, answer in zip(open_, answers, strict=True):
            found[each] = self._decided(each, None if isinstance(answer, HanseError) else answer)
        return found

    def _judged(self, asked: Asked) -> Decision | None:
        judged = self.judged.get((same_name(asked[0])[:300], asked[1]))
        if judged is None:
            return None
        if judged.meant == Meant.OUT:
            return Decision(out=True)
        if judged.meant == Meant.ACTOR:
            actor = judged.actor
            while actor is not None and actor.merged_into_id:
                actor = actor.merged_into
            return Decision(actor=actor.pk) if actor is not None and actor.pk in self.present.by_id else None
        if judged.meant == Meant.PLACE:
            return self._at(judged.place, asked[0], named=False)
        here = [each for each in self.present.called(*asked[:2]) if each.kind == ActorKind.LOCAL_GOVERNMENT]
        return Decision(actor=here[0].id) if len(here) == 1 else self._new(asked)

    def _by_id(self, asked: Asked) -> Decision | None:
        """A cell that holds an id, or "name [id]"."""
        cell = asked[0].strip()
        given = cell.rpartition("[")[2].removesuffix("]") if cell.endswith("]") else cell
        return Decision(actor=given) if given in self.present.by_id else None

    def _decided(self, asked: Asked, answer: Any) -> Decision:
        here = self.present.called(*asked[:2])
        place = answer if answer is not None and not isinstance(answer, tuple) and answer.score >= SURE else None
        if place is not None and place.kind == "country":
            return self._state(asked, here, place)
        if asked[2]:
            return self._numbered(asked, here, place)
        if len(here) == 1 and (asked[1] or not isinstance(answer, tuple)) and self._agrees(here[0], place):
            return Decision(actor=here[0].id)
        if not here and place is not None and (beside := self._beside(asked, place, answer)):
            return beside
        if not here and place is not None and (said := self._unlikely(asked, place)):
            return self._doubt(asked, said, answer)
        if not here and place is not None:
            return self._at(facts(place), asked[0]) or self._doubt(asked, _("several actors are in this place"), answer)
        return self._doubt(asked, _why(here, _namesakes(asked, answer)), answer)

    def _agrees(self, here: Here, place: Any) -> bool:
        """Whether the gazetteer does not say that the name is of another place than the actor."""
        if place is None or not here.geonames_id or here.kind != ActorKind.LOCAL_GOVERNMENT:
            return True
        return here.geonames_id == place.geonames_id

    def _beside(self, asked: Asked, place: Any, answer: Any) -> Decision | None:
        """A local government that lies where a place does, under a name like this, if at another GeoNames id."""
        alike, spelled = self.present.beside(asked[0], place)
        if len(alike) == 1:
            return Decision(actor=alike[0].id)
        if not spelled:
            return None
        found = self._doubt(
            asked, _("%(name)s of the registry lies there, under another name") % {"name": spelled[0].name}, answer
        )
        said = tuple(actor_option(each, _("lies there, and is called nearly so")) for each in spelled)
        rest = tuple(each for each in found.options if each.key not in {option.key for option in said})
        return Decision(why=found.why, options=(*said, *rest)[:OFFERED])

    def _unlikely(self, asked: Asked, place: Any) -> str:
        """Why a place is not what a name without a country surely means: it is small, and nothing speaks for it."""
        from hanse.places.gazetteer import gazetteer

        if asked[1] or place.country in self.countries or place.kind != "city" or _tells_where(place):
            return ""
        if self.present.in_place(facts(place)):
            return ""
        entry = gazetteer().city(place.geonames_id) if place.geonames_id else None
        if entry is not None and (entry.population >= LARGE or entry.capital):
            return ""
        said = {"name": place.name, "country": name_of_country(place.country)}
        if entry is None or not entry.population:
            return _("no country is given, and %(name)s in %(country)s is a small place") % said
        people = {"people": inhabitants(entry.population)}
        return _("no country is given, and %(name)s in %(country)s is a small place of %(people)s") % {**said, **people}

    def _state(self, asked: Asked, here: list[Here], place: Any) -> Decision:
        states = self.present.states.get(place.country, []) or [each for each in here if each.kind == ActorKind.STATE]
        if len(states) == 1 and not [each for each in here if each.kind != ActorKind.STATE]:
            return Decision(actor=states[0].id)
        why = _("a country and something else have this name") if states else _("it is the name of a country")
        return self._doubt(asked, why, place)

    def _numbered(self, asked: Asked, here: list[Here], place: Any) -> Decision:
        """A sheet that gives the GeoNames id says which place it is."""
        number = int(asked[2])
        there = self.present.by_place.get(number, [])
        both = [each for each in there if each in here] or there
        if len(both) == 1:
            return Decision(actor=both[0].id)
        if both:
            return self._doubt(asked, _("several actors are in this place"), place)
        return self._at(_numbered_place(number, asked, place), asked[0]) or self._doubt(asked, _("unclear"), place)

    def _at(self, place: dict[str, Any], written: str, *, named: bool = True) -> Decision | None:
        """The actor in a place, or a new city there; None where several are there."""
        there = self.present.in_place(place)
        if len(there) == 1:
            return Decision(actor=there[0].id)
        if len(there) > 1:
            alike = [each for each in there if same_name(each.name) == same_name(written)]
            return Decision(actor=alike[0].id) if len(alike) == 1 else None
        mark = place.get("geonames_id") or (same_name(place["name"]), place["country"])
        if mark not in self.coming:
            row = {"id": key(), "handling": self.handling, "name": place["name"], "place": place["name"]}
            row |= {name: str(place[name]) for name in ("geonames_id", "latitude", "longitude") if place.get(name)}
            row |= {"country": place["country"], "tier": "region" if place.get("kind") == "region" else ""}
            self.coming[mark] = {name: cell for name, cell in row.items() if cell}
        other = written if named and same_name(written) != same_name(place["name"]) else ""
        return Decision(new={**self.coming[mark], "@other": other})

    def _new(self, asked: Asked) -> Decision:
        mark = (same_name(asked[0]), asked[1])
        if mark not in self.coming:
            row = {"id": key(), "handling": self.handling, "name": " ".join(asked[0].split()), "country": asked[1]}
            self.coming[mark] = {name: cell for name, cell in row.items() if cell}
        return Decision(new={**self.coming[mark], "@other": ""})

    def _doubt(self, asked: Asked, why: str, answer: Any) -> Decision:
        places = [each for each in _namesakes(asked, answer) if each.kind != "country"]
        here = self.present.called(*asked[:2]) or self.present.named(asked[0])
        there = [
            each
            for place in places
            for each in self.present.by_place.get(place.geonames_id or 0, [])
            if each not in here
        ]
        options = [actor_option(each, _("has this name")) for each in here]
        reasons = {each.geonames_id: tuple(each.reasons) for each in places}
        options += [
            actor_option(each, *(reasons.get(each.geonames_id) or (_("lies in a place of this name"),)))
            for each in dict.fromkeys(there)
        ]
        taken = {each.geonames_id for each in (*here, *there)}
        options += [place_option(each) for each in places if each.geonames_id not in taken]
        return Decision(why=why, options=tuple(options[:OFFERED]))


def _namesakes(asked: Asked, answer: Any) -> tuple[Any, ...]:
    """All places that could be meant, where one is the likeliest too: whoever is asked can choose another."""
    if answer is None or isinstance(answer, tuple):
        return answer or ()
    from hanse.places.resolving import could_mean

    return could_mean(asked[0], asked[1] or None)


def _tells_where(place: Any) -> bool:
    """Whether the name itself said a region or country: "Gotham, Nottinghamshire"."""
    return any(reason.startswith("in ") for reason in place.reasons)


def _why(here: Sequence[Here], places: Sequence[Any]) -> str:
    if len(here) > 1:
        said = ngettext(
            "%(n)d actor of the registry has this name", "%(n)d actors of the registry have this name", len(here)
        )
        return said % {"n": len(here)}
    if here:
        return _("an actor of the registry has this name, and other places do too")
    if len(places) > 1:
        return ngettext("%(n)d place could be meant", "%(n)d places could be meant", len(places)) % {"n": len(places)}
    return _("only a similar name is known") if places else _("no place of this name is known")


def _numbered_place(number: int, asked: Asked, place: Any) -> dict[str, Any]:
    from hanse.places.gazetteer import gazetteer

    if place is not None and place.geonames_id == number:
        return facts(place)
    entry = gazetteer().city(number)
    if entry is not None:
        return facts(entry)
    return {"name": " ".join(asked[0].split()), "country": asked[1], "geonames_id": number}


def told(decision: Decision) -> dict[str, Any]:
    """A doubt as it is kept until somebody judges it."""
    return {"why": decision.why, "options": [asdict(each) for each in decision.options]}
