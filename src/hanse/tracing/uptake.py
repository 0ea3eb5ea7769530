"""What became of one ask in one text?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, replace

from hanse.text.document import Document, Passage
from hanse.text.given import has_words
from hanse.tracing.across.answering import answer
from hanse.tracing.across.meaning import Meaning
from hanse.tracing.across.semantic import Vectors
from hanse.tracing.asked import Asked
from hanse.tracing.board import Ask, Uptake
from hanse.tracing.chance import expected, nothing, surprisal
from hanse.tracing.change import Agreement, agreement
from hanse.tracing.given import passage_document, several
from hanse.tracing.information import Coded, Coder
from hanse.tracing.judgement import Judgement
from hanse.tracing.past import NEIGHBOURS, Past, novelty
from hanse.tracing.place import Version
from hanse.tracing.stretch import joined
from hanse.tracing.substance import shared_substance, substance
from hanse.tracing.why import why
from hanse.wording.features import Features

Text = str | Passage | Document

LEAST_ECHO = 0.1
"""Share of the ask's or the text's information that an earlier passage must have to be compared with."""
_MATCH = (
    *("coverage", "recall", "fit", "loss", "novel", "surprisal"),
    *("shared", "rare", "substance", "precision", "exact", "longest", "verbatim"),
)
UNCHANGED = Agreement(0.0, 0.0, 0.0, 0.0, 0.0, 0.0)


def uptake(
    ask: Text | Ask, new: Text, record: Iterable[Text] = (), *, semantic: bool | Vectors | None = None
) -> Uptake:
    """What ``new`` does with ``ask``, given earlier texts.

    ``score`` ranks pairs: without a record it is the coverage, discounted where the words are boilerplate; with one it
    is the least that any earlier passage leaves of the likeness of the changes that ask and new text make to it
    (`hanse.tracing.change`). ``coverage`` is the share of the ask's information in ``new`` (1.0 for identical text),
    ``novel`` the share of the covered part found in no record text, ``expected`` the chance matches at least as
    strong, ``substantive`` 1 where the match is no boilerplate. With a record, an empty ask asks for deletion: the
    score is 1 if ``new`` is empty. An ask that strikes a part is partly taken up where the whole is struck.
    An ask of several paragraphs is held against the whole of ``new``; spans are then those of its passages joined by
    line breaks, else of the passage that answers.
    Where ask and text are of different languages, ``coverage`` is their likeness in meaning; ``semantic`` as in
    `hanse.tracing.trace.trace`.

    ``features`` are the numbers behind it, always of the same names. Of the shared words: ``coverage``, ``recall``,
    ``fit``, ``loss`` (as in `hanse.tracing.overlap`), ``novel``, ``precision`` (the ask's share of the stretch of
    text), ``exact`` (share to the letter), ``verbatim`` (0 or 1), all from 0 to 1; ``shared`` and ``rare`` (sums of
    information and of its squares), ``substance`` (of telling words), ``surprisal`` (nats), ``longest`` (words in a
    row). Of the change to the earlier text: ``change`` (its likeness, 0 to 1), and the sums of information that it is
    made from: what is put in and struck, asked (``change_asked_in``, ``change_asked_out``), made
    (``change_made_in``, ``change_made_out``) and both (``change_both_in``, ``change_both_out``).
    """
    coder = Coder()
    wording = ask.text if isinstance(ask, Ask) else _words(ask)
    text = passage_document(new, "new")
    earlier = [passage_document(each, f"record-{k}") for k, each in enumerate(several(record), 1)]
    past = Past.of(Version.of(each, coder) for each in earlier)
    if not has_words(wording) or not has_words(_words(text)):
        return _of_nothing(coder, wording, _words(text), past)
    asked = Asked(wording, coder.code(wording), kind=ask.kind if isinstance(ask, Ask) else "add")
    version = Version.of(text, coder)
    if len(text.passages) > 1 and _of_several_paragraphs(ask):
        version = _as_one(version, coder)
    found = answer(asked, version, coder, Meaning.wanted(semantic))
    if found is None:
        return _absent(nothing(len(asked.coded.tokens), version.shelf.size, past.shelf.size))
    novel = novelty(found.alignment, past.echoes(found.alignment, coder))
    substantive = substance(found.alignment)
    whole = len(version.placed) == 1
    changed = _changed(coder, asked.coded, coder.code(_words(text) if whole else found.passage.text), past)
    score = changed.likeness if earlier else found.coverage * (0.5 + 0.5 * substantive)
    if earlier and found.chance is not None:
        score = found.coverage * novel
    return Uptake(
        score=min(1.0, score),
        coverage=found.coverage,
        novel=novel,
        expected=found.chance
        if found.chance is not None
        else expected(found.alignment, past.shelf.size, version.shelf.size),
        substantive=substantive,
        outcome=found.outcome,
        how=found.how if found.outcome != "not reflected" else None,
        ask_spans=found.ask_spans,
        new_spans=found.spans,
        why=why(found.outcome, _named(found), found.how, found.reasons, found_by=found.found_by),
        features=Features(_of_match(found, novel) | _of_change(changed)),
    )


def _of_several_paragraphs(ask: Text | Ask) -> bool:
    """Whether what is asked is a text of its own, which no single passage can answer."""
    if isinstance(ask, Document):
        return len(ask.passages) > 1
    return len((ask if isinstance(ask, str) else ask.text).strip().splitlines()) > 1


def _as_one(version: Version, coder: Coder) -> Version:
    """All passages of a text as one, with line breaks between them; it stands in no preamble as a whole."""
    whole, _ = joined(version.placed, between="\n")
    return Version.of(replace(version.document, content=(replace(whole, part="", chapeau=None),)), coder)


def _named(found: Judgement) -> Passage | None:
    """The passage that a sentence names: none that has nothing of the ask."""
    return found.passage if found.outcome != "not reflected" or found.near or found.coverage else None


def _changed(coder: Coder, ask: Coded, new: Coded, past: Past) -> Agreement:
    """How the changes of both to an earlier passage agree, for the passage that leaves the least; to an empty text
    where there is none. What an empty text strikes are the passages that the ask revises."""
    near = {row for text in (ask, new) for row in past.shelf.likely(text, least=LEAST_ECHO, most=NEIGHBOURS)}
    compared = [agreement(past.shelf.passages[row], ask, new) for row in sorted(near)]
    if not new.tokens:
        compared = [each for each in compared if each.asked_out]
    return min(compared or [agreement(coder.code(""), ask, new)], key=lambda each: each.likeness)


def _of_match(found: Judgement, novel: float) -> dict[str, float]:
    """Features of the words that ask and new text share."""
    alignment = found.alignment
    return {
        "coverage": found.coverage,
        "recall": found.overlap.recall,
        "fit": found.overlap.fit,
        "loss": found.overlap.loss,
        "novel": novel,
        "surprisal": surprisal(alignment),
        "shared": alignment.shared,
        "rare": alignment.rare,
        "substance": shared_substance(alignment),
        "precision": alignment.precision,
        "exact": alignment.exact,
        "longest": float(alignment.longest),
        "verbatim": float(alignment.verbatim),
    }


def _of_change(changed: Agreement) -> dict[str, float]:
    """Features of what ask and new text change in the earlier text."""
    return {"change": changed.likeness} | {f"change_{name}": value for name, value in asdict(changed).items()}


def _of_nothing(coder: Coder, ask: str, new: str, past: Past) -> Uptake:
    """An ask without words, or a text without words."""
    emptied = bool(not has_words(ask) and past.versions and not has_words(new))
    changed = UNCHANGED
    if has_words(ask) and past.versions:
        changed = _changed(coder, coder.code(ask), coder.code(""), past)
    reason = (
        "The ask has no words and neither has the text: the deletion was made."
        if emptied
        else "The ask has no words."
        if not has_words(ask)
        else "The text has no words."
    )
    return Uptake(
        score=1.0 if emptied else changed.likeness,
        coverage=float(emptied),
        novel=0.0,
        expected=nothing(len(coder.code(ask).tokens), len(coder.code(new).tokens), past.shelf.size),
        substantive=0.0,
        outcome="reflected" if emptied else "not reflected",
        how=None,
        ask_spans=(),
        new_spans=(),
        why=reason,
        features=Features(dict.fromkeys(_MATCH, 0.0) | _of_change(changed)),
    )


def _absent(expected: float) -> Uptake:
    reason = "No passage of the text shares enough words with the ask."
    features = Features(dict.fromkeys(_MATCH, 0.0) | _of_change(UNCHANGED))
    return Uptake(0.0, 0.0, 0.0, expected, 0.0, "not reflected", None, (), (), reason, features)


def _words(value: Text) -> str:
    return "\n".join(passage.text for passage in passage_document(value, "text").passages)
