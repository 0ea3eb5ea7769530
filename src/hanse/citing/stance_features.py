"""What can be counted of a citing passage that bears on its stance?"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from hanse.citing.cues import JUDGING, Cue, Words
from hanse.citing.function_section import part
from hanse.citing.stance_evidence import evidence
from hanse.citing.stance_passage import CitingPassage

NEAR = 6
"""Words between a cue and the citation that it is taken to speak of."""
WORDS = 0.35
"""Of single words and pairs beside the cues, of which there are fewer."""
_LISTED = """
T O # ; : ( ) ? the a an of in on by for from with without to at as than that this these those it its they them
their he his she her we our us i my one two both all some any each every other another such same more most less
least fewer only also too even just still yet but however although though while whereas if whether or and not no
nor none never neither nothing hardly is are was were be been has have had do does did may might can could would
should will must who whom which what where when how why here there so thus then once since until after before
because rather instead far much many few little half again already first second third last later earlier recent
recently we're cannot n't ' against between within outside across under over like unlike per true right wrong case
cases
"""
_COMMON = frozenset(_LISTED.split())
"""Words that stand for themselves; of others only the beginning counts."""


def features(passage: CitingPassage, read: Words, found: tuple[Cue, ...], section: str | None) -> Mapping[str, float]:
    """Names and values; the names of what is not there are left out."""
    counted: dict[str, float] = {}
    _cues(counted, passage, read, found)
    _together(counted, found)
    _shape(counted, passage, read)
    _words(counted, passage, read)
    sentences = tuple((read.after(start), read.after(end)) for start, end in passage.sentences)
    evidence(counted, read, sentences, passage.sentences.index(passage.sentence), found)
    counted[f"part {part(section)}"] = 0.5
    return counted


def _cues(counted: dict[str, float], passage: CitingPassage, read: Words, found: tuple[Cue, ...]) -> None:
    at = read.after(passage.target[0]) if passage.target else -1
    start, end = (read.after(place) for place in passage.sentence)
    first, last = (read.after(place) for place in passage.clause)
    judged = []
    for cue in found:
        name = named(cue)
        counted[name] = min(2.0, counted.get(name, 0.0) + 1.0)
        inside = start <= cue.at[0] < end
        where = "earlier" if cue.at[0] < start else "later" if not inside else "before" if cue.at[0] < at else "after"
        counted[f"{name} {where}"] = 1.0
        if first <= cue.at[0] < last:
            counted[f"{name} in clause"] = 1.0
        if cue.kind in JUDGING:
            judged.append((cue, _nearest(cue, read)))
            counted[f"{name} of {judged[-1][1]}"] = 1.0
            counted[f"cue {' '.join(read.forms[cue.at[0] : cue.at[1]])}"[:40] + ("!" if cue.denied else "")] = WORDS
    if judged:
        counted[f"last {named(judged[-1][0])}"] = 1.0
        counted[f"first {named(judged[0][0])}"] = 1.0
        near = min((each[0] for each in judged), key=lambda cue: abs(cue.at[0] - at))
        counted[f"nearest {named(near)}"] = 1.0


def named(cue: Cue) -> str:
    """The kind of a cue, turned round where it is denied."""
    return f"not {cue.kind}" if cue.denied else cue.kind


def _nearest(cue: Cue, read: Words) -> str:
    """Of which citation a cue speaks: the first after it, else the first before it, if near."""
    within = range(cue.at[0], min(len(read.forms), cue.at[1] + NEAR))
    back = range(cue.at[0] - 1, max(-1, cue.at[0] - NEAR), -1)
    return next((read.forms[k] for k in (*within, *back) if read.forms[k] in "TO"), "none")


def _together(counted: dict[str, float], found: tuple[Cue, ...]) -> None:
    names = {named(cue) for cue in found}
    for one, other in (
        ("agree", "differ"),
        ("agree", "own"),
        ("differ", "own"),
        ("agree", "open"),
        ("differ", "open"),
        ("deny", "own"),
        ("report", "turn"),
        ("past", "deny"),
        ("concede", "agree"),
        ("concede", "differ"),
        ("report", "own"),
        ("turn", "own"),
        ("past", "own"),
        ("agree", "deny"),
    ):
        if one in names and other in names:
            counted[f"{one} + {other}"] = 1.0
    if not names & {"agree", "differ", "open", "not agree", "not differ"}:
        counted["no judging cue"] = 1.0
        for kind in ("own", "use", "report", "define", "plan", "past", "deny", "limit", "turn"):
            if kind in names:
                counted[f"no judging cue, {kind}"] = 1.0


def _shape(counted: dict[str, float], passage: CitingPassage, read: Words) -> None:
    start, end = (read.after(place) for place in passage.sentence)
    at = read.after(passage.target[0]) if passage.target else -1
    counted[f"sentences {min(3, len(passage.sentences))}"] = 0.5
    counted[f"length {min(4, len(read.forms) // 12)}"] = 0.5
    counted[f"others {min(3, len(passage.others))}"] = 0.5
    if passage.target:
        counted["target opens" if at - start <= 1 else "target closes" if end - at <= 3 else "target inside"] = 0.5
        if passage.sentence[1] < len(passage.text.rstrip()):
            counted["more follows"] = 0.5
        if start > 0:
            counted["more precedes"] = 0.5


def _words(counted: dict[str, float], passage: CitingPassage, read: Words) -> None:
    forms = [form if form in _COMMON or not form.isalpha() or len(form) < 4 else form[:7] for form in read.forms]
    at = read.after(passage.target[0]) if passage.target else -1
    for form in forms:
        counted[f"w {form}"] = WORDS
    for one, other in pairwise(forms):
        counted[f"w {one} {other}"] = WORDS
    for k in range(max(0, at - 3), min(len(forms), at + 4)):
        if at >= 0 and k != at:
            counted[f"{'left' if k < at else 'right'} {forms[k]}"] = WORDS
