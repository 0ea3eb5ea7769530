import numpy as np
import pytest

from hanse.citing import encoder
from hanse.citing.softmax import Softmax, moved
from hanse.citing.stance_passage import OTHER, TARGET, citing_passage
from hanse.citing.wordpieces import LONGEST, number, pieces


def _words(ids):
    named = {number(each): each for each in ("[unused1]", "[unused2]", "[UNK]", "cities", "mayor", "##s", ".")}
    return [named.get(each, "?") for each in ids]


def test_words_are_cut_in_small_letters_without_accents():
    assert _words(pieces("Cities. MAYORS.")) == ["cities", ".", "?", "."]
    assert pieces("Málaga réfugiés") == pieces("malaga refugies")


def test_a_word_that_is_not_known_is_cut_into_pieces_and_one_of_no_known_letters_is_unknown():
    cut = pieces("municipalitarianism")
    assert len(cut) > 1
    assert number("[UNK]") not in cut
    assert _words(pieces("\u0f40\u0f0b"))[0] == "[UNK]"
    assert _words(pieces("x" * (LONGEST + 1))) == ["[UNK]"]


def test_citations_are_one_piece_each_however_long():
    assert _words(pieces(f"{TARGET * 9} mayor {OTHER * 20}.")) == ["[unused1]", "mayor", "[unused2]", "."]


def test_of_a_long_passage_the_part_with_the_citation_judged_is_read():
    covered = "cities " * 500 + TARGET * 5 + " mayor" * 40
    ids, parts = encoder.numbered(covered, "Results " * 100)
    assert len(ids) == len(parts) <= encoder.LONGEST + encoder.TITLE + 3
    assert number("[unused1]") in ids
    assert parts.tolist() == sorted(parts.tolist())


def test_a_passage_has_one_vector_whoever_is_cited():
    one = encoder.meaning(citing_passage("Our results contradict [[Okafor 2014]].").text, "Results")
    same = encoder.meaning(citing_passage("Our results contradict [[Haddad and Silva 2019, p. 4]].").text, "Results")
    other = encoder.meaning(citing_passage("Our results confirm [[Okafor 2014]].").text, "Results")
    assert one.shape == (len(encoder.heads().stance.weights),)
    assert np.array_equal(one, same)
    assert not np.allclose(one, other)


def test_the_vector_knows_which_of_two_citations_is_judged():
    silva, okafor = (
        encoder.meaning(citing_passage(f"Unlike {a}, we find a clear effect, as did {b}.").text, None)
        for a, b in (("[[Silva 2011]]", "(Okafor 2014)"), ("(Silva 2011)", "[[Okafor 2014]]"))
    )
    assert not np.allclose(silva, okafor)


@pytest.mark.parametrize("covered", ["", " ", TARGET, "\x00", "🙂" * 400])
def test_odd_passages_have_a_vector(covered):
    assert np.isfinite(encoder.meaning(covered, None)).all()


def test_a_softmax_is_moved_no_farther_than_is_asked_for():
    known = Softmax(np.array([[2.0, -2.0], [0.0, 0.0]]), np.zeros(2))
    rows, gold = np.array([[1.0, 0.0]]), np.array([1])
    little, much = (moved(known, rows, gold, np.array([worth]), penalty=0.1) for worth in (0.1, 10.0))
    still = moved(known, rows, np.array([0]), np.array([1.0]), penalty=0.1)
    assert abs(still.weights - known.weights).max() < 0.1
    assert (rows @ little.weights).argmax() == 0
    assert (rows @ much.weights).argmax() == 1
    assert np.array_equal(much.weights[1], known.weights[1])
