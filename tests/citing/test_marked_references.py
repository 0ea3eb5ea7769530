"""Reference strings that nobody made by a template are read right in nineteen fields of twenty, in every style."""

from __future__ import annotations

import time
from collections import defaultdict

from benchmarks.citing_references import FIELDS, _found, comparable
from hanse.citing.references import reference
from tests.citing.marked_references import marked


def test_nineteen_fields_of_twenty_are_right_and_in_no_style_are_many_wrong():
    told: dict[str, list[bool]] = defaultdict(list)
    for each in marked():
        read = reference(each.string, note=each.note)
        for field in FIELDS:
            given, found = comparable(each.fields[field], field), comparable(_found(read, field), field)
            if given or found:
                told[each.style].append(given == found)
    every = [right for of in told.values() for right in of]
    assert sum(every) / len(every) >= 0.95
    assert min(sum(of) / len(of) for of in told.values()) >= 0.92


def test_five_thousand_references_take_seconds():
    strings = [(each.string, each.note) for each in marked()]
    reference(strings[0][0])
    begun = time.process_time()
    for string, note in strings:
        reference(string, note=note)
    assert (time.process_time() - begun) / len(strings) * 5000 < 30
