"""What became of one ask in one text?"""

from __future__ import annotations

from collections.abc import Iterable

from hanse.text.document import Document, Passage
from hanse.tracing.align import align
from hanse.tracing.asked import Asked
from hanse.tracing.board import Ask, Outcome, Uptake
from hanse.tracing.chance import expected, surprisal
from hanse.tracing.change import likeness_of_change
from hanse.tracing.given import several
from hanse.tracing.information import Coded, Coder
from hanse.tracing.judgement import Judgement
from hanse.tracing.past import Past, novelty
from hanse.tracing.place import Version, passage_document
from hanse.tracing.why import why

Text = str | Passage | Document

REVISES = 0.20
"""Share of an earlier text's information that ask and new text must both have to count as revisions of it."""
TYPICAL = 3.0
"""Rare words shared, each counted by the square of its weight, at which substance is as likely as boilerplate."""

_FEATURES = "coverage recall fit loss novel surprisal shared rare precision exact longest verbatim"
_NOTHING = dict.fromkeys(_FEATURES.split(), 0.0)
"""The features of a pair that shares nothing."""


def uptake(ask: Text | Ask, new: Text, record: Iterable[Text] = ()) -> Uptake:
    """What ``new`` does with ``ask``, given earlier texts.

    ``score`` ranks pairs: without a record it is the coverage, discounted where the words are boilerplate; with one it
    is the least that any earlier text leaves: where ask and new text revise it, how alike they change it, else the
    coverage that is novel. ``coverage`` is the share of the ask's information in ``new`` (1.0 for identical text),
    ``novel`` the share of the covered part found in no record text, ``expected`` the chance matches at least as
    strong, ``substantive`` 1 where the match is no boilerplate. With a record, an empty ask asks for deletion: the
    score is 1 if ``new`` is empty.
    """
    coder = Coder()
    wording = ask.text if isinstance(ask, Ask) else _words(ask)
    text = passage_document(new, "new")
    earlier = [passage_document(each, f"record-{k}") for k, each in enumerate(several(record), 1)]
    if not wording.strip() or not _words(text).strip():
        return _of_nothing(wording, text, bool(earlier))
    asked = Asked(wording, coder.code(wording), kind=ask.kind if isinstance(ask, Ask) else "add")
    past = Past.of(Version.of(each, coder) for each in earlier)
    found = Version.of(text, coder).answer(asked, coder)
    if found is None:
        return _absent(wording)
    echoes = past.echoes(found.alignment, coder)
    novel = novelty(found.alignment, echoes)
    nats = surprisal(found.alignment)
    rare = found.alignment.rare
    substantive = rare / (rare + TYPICAL)
    score = found.coverage * (0.5 + 0.5 * substantive)
    if earlier:
        score = _score_of_change(coder, wording, _words(text), [_words(each) for each in earlier], found, novel)
    return Uptake(
        score=min(1.0, score),
        coverage=found.coverage,
        novel=novel,
        expected=expected(found.alignment, past.shelf.size),
        substantive=substantive,
        outcome=found.outcome,
        how=found.how if found.outcome != "not reflected" else None,
        ask_spans=found.ask_spans,
        new_spans=found.spans,
        why=why(found.outcome, found.passage, found.how, found.reasons),
        features=_features(found, novel, nats),
    )


def _score_of_change(coder: Coder, ask: str, new: str, record: list[str], found: Judgement, novel: float) -> float:
    """The least of what every earlier text leaves: where ask and new text revise one, the likeness of their changes;
    elsewhere the coverage that is novel."""
    asked, text = coder.code(ask), coder.code(new)
    revised = [old for old in map(coder.code, record) if _revises(asked, old) and _revises(text, old)]
    likeness = [likeness_of_change(old, asked, text) for old in revised]
    return min(likeness) if likeness else found.coverage * novel


def _revises(text: Coded, old: Coded) -> bool:
    """Whether a text has enough of an earlier one to be a revision of it; anything revises an empty text."""
    return align(old, text).coverage >= REVISES if old.tokens else True


def _features(found: Judgement, novel: float, nats: float) -> dict[str, float]:
    alignment = found.alignment
    return {
        "coverage": found.coverage,
        "recall": found.overlap.recall,
        "fit": found.overlap.fit,
        "loss": found.overlap.loss,
        "novel": novel,
        "surprisal": nats,
        "shared": alignment.shared,
        "rare": alignment.rare,
        "precision": alignment.precision,
        "exact": alignment.exact,
        "longest": float(alignment.longest),
        "verbatim": float(alignment.verbatim),
    }


def _of_nothing(ask: str, new: Document, has_record: bool) -> Uptake:
    """An ask without words, or a text without words."""
    emptied = not ask.strip() and has_record and not _words(new).strip()
    outcome: Outcome = "reflected" if emptied else "not reflected"
    reason = (
        "The ask is empty and so is the text: the deletion was made."
        if emptied
        else "The ask has no words."
        if not ask.strip()
        else "The text has no words."
    )
    return Uptake(float(emptied), float(emptied), 0.0, 0.0, 0.0, outcome, None, (), (), reason, _NOTHING)


def _absent(ask: str) -> Uptake:
    reason = "No passage of the text shares enough words with the ask."
    return Uptake(0.0, 0.0, 0.0, 0.0, 0.0, "not reflected", None, (), (), reason, _NOTHING)


def _words(value: Text) -> str:
    if isinstance(value, Document):
        return "\n".join(passage.text for passage in value.passages)
    return value.text if isinstance(value, Passage) else value
