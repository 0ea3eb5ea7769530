"""What did a later wording do to an earlier one: put in, struck, kept, moved?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import LCSseq

from hanse.text.document import Span
from hanse.text.tokens import Token, tokens
from hanse.tracing.lineage.value import Change


def change(old: str, old_span: Span, new: str, new_span: Span, language: str = "") -> Change:
    """The change from a stretch of ``old`` to a stretch of ``new``, word by word, whatever the case and punctuation.

    The longest sequence of words that both have stays; spans are into the whole texts.
    """
    before, after = _words(old, old_span, language), _words(new, new_span, language)
    gone, come = [False] * len(before), [False] * len(after)
    edits: list[tuple[range, range]] = []
    for step in LCSseq.opcodes([each.form for each in before], [each.form for each in after]):
        a, b, c, d = step.src_start, step.src_end, step.dest_start, step.dest_end
        if step.tag == "equal":
            continue
        gone[a:b], come[c:d] = [True] * (b - a), [True] * (d - c)
        if edits and edits[-1][0].stop == a and edits[-1][1].stop == c:
            edits[-1] = (range(edits[-1][0].start, b), range(edits[-1][1].start, d))
        else:
            edits.append((range(a, b), range(c, d)))
    moved_from, moved_to = _moved(before, gone, after, come)
    put_in = [k for k in range(len(after)) if come[k] and k not in moved_to]
    struck = [k for k in range(len(before)) if gone[k] and k not in moved_from]
    return Change(
        kept=_spans(after, [k for k in range(len(after)) if not come[k]]),
        put_in=_spans(after, put_in),
        struck=_spans(before, struck),
        moved=_spans(after, sorted(moved_to)),
        edits=_edits(old, before, set(struck), new, after, set(put_in), edits),
        carried=tuple(new[a:b] for a, b in _spans(after, sorted(moved_to))),
    )


def _words(text: str, span: Span, language: str) -> list[Token]:
    found = tokens(text[slice(*span)], language)
    return [Token(each.start + span[0], each.end + span[0], each.form, each.key) for each in found]


def _moved(
    before: Sequence[Token], gone: Sequence[bool], after: Sequence[Token], come: Sequence[bool]
) -> tuple[set[int], set[int]]:
    """Words that went in one place and came in another."""
    went = Counter(token.form for token, flag in zip(before, gone, strict=True) if flag)
    came = Counter(token.form for token, flag in zip(after, come, strict=True) if flag)
    both = went & came
    return _first(before, gone, both.copy()), _first(after, come, both.copy())


def _first(words: Sequence[Token], flags: Sequence[bool], wanted: Counter[str]) -> set[int]:
    found = set()
    for k, token in enumerate(words):
        if flags[k] and wanted[token.form] > 0:
            wanted[token.form] -= 1
            found.add(k)
    return found


def _spans(words: Sequence[Token], places: Iterable[int]) -> tuple[Span, ...]:
    """The characters of these words, neighbours run together."""
    spans: list[Span] = []
    last = -2
    for k in places:
        if k == last + 1:
            spans[-1] = (spans[-1][0], words[k].end)
        else:
            spans.append((words[k].start, words[k].end))
        last = k
    return tuple(spans)


def _edits(
    old: str,
    before: Sequence[Token],
    struck: set[int],
    new: str,
    after: Sequence[Token],
    put_in: set[int],
    places: Sequence[tuple[range, range]],
) -> tuple[tuple[str, str], ...]:
    """What went and what came, place by place."""
    found = []
    for here, there in places:
        gone = " … ".join(old[a:b] for a, b in _spans(before, [k for k in here if k in struck]))
        come = " … ".join(new[a:b] for a, b in _spans(after, [k for k in there if k in put_in]))
        if gone or come:
            found.append((gone, come))
    return tuple(found)
