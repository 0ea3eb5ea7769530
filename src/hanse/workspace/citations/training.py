"""What do people's corrections give to the next training? A table like that of the passages that ship."""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterable

from hanse.workspace.accounts.rights import Handling
from hanse.workspace.citations.models import Correction

COLUMNS = ("stance", "section", "language", "passage")


def as_tsv(*, restricted: bool = False) -> str:
    """The standing corrections, one passage a line, the citation that was judged in ``[[double square brackets]]``.

    Passages on which people differ are left out; those of restricted documents too, and of documents that are gone, for
    nobody knows any more who may see them, unless ``restricted``.
    """
    held = Correction.objects.filter(replaced=None).order_by("made", "pk")
    if not restricted:
        held = held.filter(document__handling__in=(Handling.PUBLIC, Handling.INTERNAL), document__removed=None)
    out = io.StringIO()
    write = csv.writer(
        out, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, escapechar=None, lineterminator="\n"
    )
    write.writerow(COLUMNS)
    for first, stance in _agreed(held):
        write.writerow([stance, _line(first.section), first.language, _line(shown(first))])
    return out.getvalue()


def _agreed(held: Iterable[Correction]) -> list[tuple[Correction, str]]:
    said: dict[tuple[str, str], list[Correction]] = defaultdict(list)
    for each in held:
        said[each.text, str(each.target)].append(each)
    found = []
    for corrections in said.values():
        (stance, number), *others = Counter(each.stance for each in corrections).most_common()
        if not others or others[0][1] < number:
            found.append((corrections[0], stance))
    return found


def shown(correction: Correction) -> str:
    """Its words, with the citation that was judged in double square brackets."""
    if not correction.target:
        return correction.text
    low, high = correction.target
    return f"{correction.text[:low]}[[{correction.text[low:high]}]]{correction.text[high:]}"


def _line(text: str) -> str:
    return " ".join(text.split())
