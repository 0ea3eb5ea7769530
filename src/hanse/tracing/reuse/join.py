"""Which pairs of passages share enough to be compared? One Ibis expression, the same on every engine.

Equality joins on fingerprints, weighted by how few passages hold them. Weights are whole numbers, so that every engine
comes to the same sums.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import ibis
import ibis.expr.types as ir

from hanse.tracing.reuse.fingerprints import OF_WORDING, WHOLE
from hanse.tracing.reuse.weights import COMMON, ENOUGH, OF_A_COMMON_RUN, RAREST

_PAIR = ("a", "b", "weight", "rarity")


@dataclass(frozen=True)
class Bounds:
    """What is compared: passages before ``split`` with those from it on; each with each where it is None."""

    split: int | None = None
    common: int = COMMON


def candidates(prints: ir.Table, bounds: Bounds) -> ir.Table:
    """Pairs of passage numbers ``a < b``, in order, never of one document unless that is on both sides.

    Beside them how many fingerprints they share (``prints``) and the sum of the rarities of these (``rarity``).

    ``prints`` has the columns ``fingerprint`` (64 bits, its kind in the two lowest), ``passage`` and ``document``
    (32 bits, numbered in one order).
    """
    shared = holders(prints, bounds)
    rare = prints.join(shared.filter(shared.holders <= bounds.common), "fingerprint")
    rare = rare.select("fingerprint", "passage", "document", rarity=_rarity(rare))
    common = shared.filter((shared.holders > bounds.common) & (_kind(shared) != OF_WORDING))
    met = prints.join(common, "fingerprint")
    together = [_each_with_each(rare, bounds), _with_the_first(met, bounds)]
    pairs = ibis.union(*together)
    summed = pairs.group_by("a", "b").aggregate(
        weight=pairs.weight.sum(), rarity=pairs.rarity.sum().cast("int64"), prints=pairs.count().cast("int64")
    )
    return summed.filter(summed.weight >= ENOUGH).order_by("a", "b").select("a", "b", "rarity", "prints")


def holders(prints: ir.Table, bounds: Bounds) -> ir.Table:
    """The fingerprints that two passages to be compared could share: how many have each, and which has it first."""
    by_print = prints.group_by("fingerprint")
    if bounds.split is None:
        held = by_print.aggregate(
            holders=prints.count(), first=prints.passage.min(), first_document=prints.document.min()
        )
        return held.filter(held.holders > 1)
    beyond = prints.passage >= bounds.split
    held = by_print.aggregate(
        holders=prints.count(), first=prints.passage.min(where=beyond), sources=prints.count(where=~beyond)
    )
    return held.filter((held.sources > 0) & (held.sources < held.holders))


def commonest(prints: ir.Table, bounds: Bounds) -> ir.IntegerScalar:
    """How many fingerprints are common."""
    shared = holders(prints, bounds)
    return shared.filter(shared.holders > bounds.common).count()


def _each_with_each(rare: ir.Table, bounds: Bounds) -> ir.Table:
    other = rare.view()
    met = rare.join(other, "fingerprint", rname="{name}_b")
    if bounds.split is None:
        met = met.filter((met.passage < met.passage_b) & (met.document != met.document_b))
    else:
        met = met.filter((met.passage < bounds.split) & (met.passage_b >= bounds.split))
    enough = (_kind(met) == OF_WORDING).ifelse(met.rarity, ENOUGH)
    return met.select("rarity", a=met.passage, b=met.passage_b, weight=enough.cast("int64")).select(*_PAIR)


def _with_the_first(met: ir.Table, bounds: Bounds) -> ir.Table:
    """Passages with a common fingerprint, each beside the first that has it: the first target, if there are targets."""
    weight = (_kind(met) == WHOLE).ifelse(ENOUGH, OF_A_COMMON_RUN).cast("int64")
    met = met.mutate(weight=weight, rarity=ibis.literal(1, "int64"))
    if bounds.split is None:
        met = met.filter(met.document != met.first_document)
        return met.select("weight", "rarity", a=met["first"], b=met.passage).select(*_PAIR)
    met = met.filter(met.passage < bounds.split)
    return met.select("weight", "rarity", a=met.passage, b=met["first"]).select(*_PAIR)


def _rarity(shared: ir.Table) -> Any:
    """As `rarity`."""
    steps = ((shared.holders <= 1 << power, RAREST - power) for power in range(1, RAREST - 1))
    return ibis.cases(*steps, else_=1).cast("int64")


def _kind(table: ir.Table) -> Any:
    return table.fingerprint & 3
