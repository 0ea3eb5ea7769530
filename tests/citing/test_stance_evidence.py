import pytest

from hanse.citing.cues import cues, words
from hanse.citing.stance_evidence import evidence
from hanse.citing.stance_passage import citing_passage


def counted(text):
    passage = citing_passage(text)
    within = words(passage)
    made = {}
    sentences = tuple((within.after(start), within.after(end)) for start, end in passage.sentences)
    evidence(made, within, sentences, passage.sentences.index(passage.sentence), cues(passage, within, "en"))
    return made


@pytest.mark.parametrize(
    ("told", "size"),
    [
        ("Two of the nineteen did.", "share few"),
        ("Seventeen of our nineteen did.", "share most"),
        ("None of the nineteen did.", "share none"),
        ("Forty-one of forty-six did.", "share most"),
        ("Two thirds did.", "share most"),
        ("Three in ten did.", "share few"),
    ],
)
def test_how_many_did_what_was_expected_is_read_as_a_share(told, size):
    assert f"{size} against expectation" in counted(f"[[Okafor 2014]] expected the towns to report. {told}")


def test_the_opposite_of_what_was_expected_is_seen():
    assert "expected, turned" in counted("[[Okafor 2014]] expected the offices to close. All are open today.")
    assert "expected, turned" in counted("[[Okafor 2014]] expected the offices to close. They did not close.")
    assert "expected, kept" in counted("[[Okafor 2014]] expected the offices to close. The offices closed in May.")


def test_a_single_sentence_has_nothing_beside_it():
    assert not [name for name in counted("Our results confirm [[Okafor 2014]].") if "around" in name]
