"""How many fields of a reference string are read right? Two hundred authored strings in six styles."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import Any

import numpy as np

from benchmarks.figures import Figure, Result, bootstrap
from benchmarks.gold import STYLES, references
from hanse.citing.reference import Reference
from hanse.citing.references import reference

FIELDS = (
    "kind", "authors", "others", "year", "title", "container", "volume", "issue", "pages", "publisher", "place",
    "doi", "url", "symbol", "pinpoint",
)  # fmt: skip


def run() -> Result:
    rows = references()
    told: list[tuple[int, str, str, bool]] = []
    errors: Counter[str] = Counter()
    whole = []
    for place, row in enumerate(rows):
        read = reference(row["string"], note=row["style"] == "footnote")
        wrong = 0
        for field in FIELDS:
            given, found = comparable(row[field], field), comparable(_found(read, field), field)
            if not given and not found:
                continue  # a field that is rightly empty earns nothing
            right = given == found
            told.append((place, row["style"], field, right))
            if not right:
                wrong += 1
                errors[f"{row['style']} {field} {'missed' if not found else 'made up' if not given else 'other'}"] += 1
        whole.append(wrong == 0)
    right = np.array([each[3] for each in told])
    owners = [each[0] for each in told]
    return Result(
        "reference strings",
        (
            Figure(
                "fields right",
                float(right.mean()),
                goal=0.95,
                interval=bootstrap(lambda k: float(right[k].mean()), len(right), groups=owners),
            ),
            *(
                Figure(f"fields right, {style}", float(np.mean([each[3] for each in told if each[1] == style])))
                for style in STYLES
            ),
            Figure("strings wholly right", float(np.mean(whole))),
        ),
        rows=len(rows),
        details={"errors": dict(errors.most_common(40)), "per field": _per_field(told)},
        notes=(
            "a field counts where the gold or the reading has it, so that one made up is an error too",
            "the strings were run nine times for these figures, and those of each field were looked at between the "
            "runs; neither the strings nor the rows that failed were, and the model is fitted on works that templates "
            "make up and on eight hundred and eighty strings marked by hand",
        ),
    )


def comparable(value: Any, field: str) -> Any:
    """A field without what makes no difference: case, kinds of dash and quotation mark, spaces, stops of initials."""
    if field == "authors":
        return [(comparable(each["family"], ""), comparable(each["given"].replace(".", " "), "")) for each in value]
    if isinstance(value, bool):
        return value
    text = re.sub(r"[‐‑‒–—−-]+", "-", str(value).casefold())
    return re.sub(r"\s+", "", re.sub("[“”«»‘’'\"]", "'", text))


def _found(read: Reference, field: str) -> Any:
    if field == "authors":
        return [{"family": each.family, "given": each.given} for each in read.authors]
    return getattr(read, field)


def _per_field(told: list[tuple[int, str, str, bool]]) -> dict[str, float]:
    found: dict[str, list[bool]] = defaultdict(list)
    for _, _, field, right in told:
        found[field].append(right)
    return {field: round(sum(values) / len(values), 3) for field, values in found.items()}
