"""Which rows mean records that are there, and which say the same twice?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.utils.translation import gettext as _

from hanse.errors import HanseError
from hanse.workspace.registry.exchange.draft import Draft
from hanse.workspace.registry.exchange.identity import Identities
from hanse.workspace.registry.exchange.references import same_name
from hanse.workspace.registry.kinds import Kind


def match(kind: Kind, drafts: list[Draft], user: Any, attribute: Callable[[str], str]) -> Iterable[Draft]:
    """Give rows without an id the id of the record that they mean; those that got one of a record that is there.

    ``attribute`` is that of a column: a reference is compared by its id.
    """
    loose = [each for each in drafts if each.going and not each.whole and not each.cells.get("id", "").strip()]
    held = Identities(kind, [each.values for each in loose], user)
    meant_exactly = {ids[0] for each in loose if len(ids := held.by_key.get(held.key(each.values), [])) == 1}
    found = {each.id: each for each in drafts if each.whole}
    for each in drafts:
        if each.going and not each.whole and each.cells.get("id", "").strip():
            _add(held, found, each)
    matched = []
    for each in loose:
        try:
            meant = held.meant(each.values, meant_exactly | found.keys())
        except HanseError as error:
            each.refuse("", error)
            continue
        if meant in found:
            repeat(kind, each, found[meant], attribute)
        elif meant:
            each.id = meant
            found[meant] = each
            matched.append(each)
        else:
            _add(held, found, each)
    return matched


def _add(held: Identities, found: dict[str, Draft], each: Draft) -> None:
    """A new record of the file: later rows can mean it, if they agree in everything that identifies it."""
    held.add(each.id, held.key(each.values), each.values.get("geonames_id"), exactly=True)
    found[each.id] = each


def repeat(kind: Kind, each: Draft, twin: Draft, attribute: Callable[[str], str], *, elsewhere: bool = False) -> None:
    """A second row of one record: it may only say the same. ``elsewhere``: the first one is in another sheet."""
    for name, cell in each.cells.items():
        if name != "id" and cell.strip() and not _alike(each, twin, name, attribute(name)):
            said = {"row": twin.row, "kind": kind.label, "cell": twin.cells.get(name, "")}
            wrong = _("row %(row)d has the same %(kind)s with “%(cell)s” here")
            if elsewhere:
                wrong = _("row %(row)d of another sheet has the same %(kind)s with “%(cell)s” here")
            each.refuse(name, HanseError(wrong % said, do=_("leave one of the two out, or give them ids")))
            return
    each.same_as, each.id = twin, twin.id


def _alike(each: Draft, twin: Draft, name: str, attribute: str) -> bool:
    """Whether two rows say the same in a column; what it names is not looked up yet where it identifies nothing."""
    if attribute in each.values or attribute in twin.values:
        return each.values.get(attribute) == twin.values.get(attribute)
    return same_name(each.cells[name]) == same_name(twin.cells.get(name, ""))
