import numpy as np
from scipy.sparse import csr_matrix

from hanse.citing.cues import cues, words
from hanse.citing.function import FUNCTIONS, function
from hanse.citing.function_section import part
from hanse.citing.softmax import fitted
from hanse.citing.stance_model import STANCES, shipped
from hanse.citing.stance_passage import citing_passage


def test_a_softmax_learns_what_a_line_divides():
    rows = csr_matrix(np.array([[1.0, 0.0], [0.9, 0.1], [0.0, 1.0], [0.2, 0.8]]))
    told = fitted(rows, np.array([0, 0, 1, 1]), 2, penalty=0.001)
    assert told.chances(rows).argmax(axis=1).tolist() == [0, 0, 1, 1]
    assert np.allclose(told.chances(rows).sum(axis=1), 1)


def test_a_covered_passage_keeps_every_offset():
    passage = "As Okafor and Silva (2014, p. 3) say [2, 5], and (Varga 2012; Lam 2010) too. See A/RES/73/195."
    read = citing_passage(passage)
    assert len(read.text) == len(passage)
    assert passage[slice(*read.target)] == "Okafor and Silva (2014, p. 3)"
    assert [passage[a:b] for a, b in read.others] == ["[2, 5]", "(Varga 2012; Lam 2010)", "A/RES/73/195"]
    assert len(read.sentences) == 2


def test_a_negation_before_a_cue_turns_it_round():
    far = citing_passage("No mayor came; this contradicts Varga (2012).")
    assert ("differ", False) in [(cue.kind, cue.denied) for cue in cues(far, words(far), "en")]
    near = citing_passage("Our data do not contradict Varga (2012).")
    assert ("differ", True) in [(cue.kind, cue.denied) for cue in cues(near, words(near), "en")]


def test_every_passage_that_ships_has_one_target_and_a_known_stance():
    assert len(shipped()) >= 800
    for each in shipped():
        assert each.stance in STANCES
        assert each.text.count("[[") == 1


def test_sections_are_told_by_their_titles_in_three_languages():
    assert [part(title) for title in ("2. Methods", "Discusión", "État de l'art", "", None)] == [
        "method",
        "discussion",
        "opening",
        "",
        "",
    ]


def test_function_is_one_of_three_and_sure_to_a_degree():
    label, sure = function("Primers were designed as previously described (Smith et al., 2010).", "Methods")
    assert label == "method"
    assert label in FUNCTIONS
    assert 1 / 3 <= sure <= 1
