"""What do other ways of measuring reuse say of a pair of texts? Each in a few lines, as its authors describe it."""

from __future__ import annotations

import contextlib
import difflib
import io

from hanse.text.tokens import tokens


def joint_edit(old: str, ask: str, new: str) -> float:
    """Jaccard of the word 1- to 3-grams that two revisions of a text insert and delete."""
    mine, theirs = _edits(old, ask), _edits(old, new)
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 1.0


def trigram_containment(ask: str, new: str) -> float:
    """Share of the ask's word trigrams that the new text has (Clough & Stevenson 2011)."""
    mine, theirs = shingles(ask), shingles(new)
    return len(mine & theirs) / len(mine) if mine else float(not theirs)


def minhash(ask: str, new: str, permutations: int = 128) -> float:
    """Jaccard of the word trigrams as MinHash estimates it (Broder 1997; the ``datasketch`` package)."""
    from datasketch import MinHash

    signatures = []
    for text in (ask, new):
        signature = MinHash(num_perm=permutations, seed=1)
        signature.update_batch([" ".join(run).encode() for run in sorted(shingles(text))])
        signatures.append(signature)
    return float(signatures[0].jaccard(signatures[1]))


def text_matcher(ask: str, new: str) -> float | None:
    """Share of the shorter text's words in the matches of the ``text-matcher`` package; None where it crashes.

    It does on short texts that are the same from the first word to the last.
    Its list of stop words has to be downloaded, so they are kept.
    """
    from text_matcher.matcher import Matcher, Text

    with contextlib.redirect_stdout(io.StringIO()):
        try:
            mine, theirs = Text(ask, "ask", removeStopwords=False), Text(new, "new", removeStopwords=False)
            matches = Matcher(mine, theirs, removeStopwords=False).extended_matches
        except (IndexError, ValueError, ZeroDivisionError, UnboundLocalError):
            return None
    shorter = min(len(mine.tokens), len(theirs.tokens)) or 1
    return min(1.0, sum(min(match.sizeA, match.sizeB) + 2 for match in matches) / shorter)


def shingles(text: str, size: int = 3) -> set[tuple[str, ...]]:
    """Runs of ``size`` folded words; the whole text where it is shorter, nothing where it has no words."""
    forms = [token.form for token in tokens(text, "en")]
    if len(forms) < size:
        return {tuple(forms)} if forms else set()
    return {tuple(forms[start : start + size]) for start in range(len(forms) - size + 1)}


def _edits(old: str, new: str) -> set[tuple[str, tuple[str, ...]]]:
    before, after = ([token.form for token in tokens(text, "en")] for text in (old, new))
    found = set()
    for tag, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for n in (1, 2, 3):
            found |= {("deleted", tuple(before[i : i + n])) for i in range(a, b - n + 1)}
            found |= {("inserted", tuple(after[i : i + n])) for i in range(c, d - n + 1)}
    return found
