"""Which passages of one corpus stand in another?"""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import hanse
from hanse.errors import HanseError
from hanse.text.document import Document, Passage
from hanse.tracing.reuse import comparison
from hanse.tracing.reuse.fingerprints import SHARED
from hanse.tracing.reuse.weights import COMMON, RAREST, rarity
from tests.strategies import any_words, sentences

ASK = "Mayors shall have a seat at the table wherever ferry permits for the lantern harbour are negotiated"
REPLY = "We agree that mayors shall have a seat at the table wherever ferry permits are discussed at all"


def document(id: str, *texts: str, language: str = "en") -> Document:
    return Document(id, tuple(Passage(f"p{k}", text) for k, text in enumerate(texts, 1)), language=language)


def test_a_shared_passage_is_found_with_its_words_and_spans():
    (match,) = hanse.reuse(document("ask", "Something else.", ASK), [document("draft", "No word of it.", REPLY)])
    assert (match.source, match.source_passage.id) == ("ask", "p2")
    assert (match.target, match.target_passage.id) == ("draft", "p2")
    assert match.longest == 11
    assert match.places == (0, 1)
    assert 0 < match.score <= 1
    quoted = [ASK[start:end].casefold() for start, end in match.source_spans]
    assert quoted[0] == "mayors shall have a seat at the table wherever ferry permits"
    assert next(REPLY[start:end].casefold() for start, end in match.target_spans) == quoted[0]
    assert len(match.source_spans) == len(match.target_spans)


def test_identical_passages_are_found_however_short_and_are_covered_whole():
    matches = hanse.reuse(["Thank you.", ASK], ["Thank you.", ASK])
    assert [(each.places, each.coverage, each.target_coverage, each.how) for each in matches] == [
        ((0, 2), 1.0, 1.0, "verbatim"),
        ((1, 3), 1.0, 1.0, "verbatim"),
    ]


def test_documents_of_one_id_are_compared_like_any_others():
    same = document("draft", ASK)
    assert [each.coverage for each in hanse.reuse([same], [same])] == [1.0]
    assert [(each.source, each.target) for each in hanse.reuse([same, same])] == [("draft", "draft")]


def test_within_one_corpus_every_pair_comes_once_and_none_with_itself():
    matches = hanse.reuse([document("a", ASK, ASK), document("b", ASK), document("c", ASK)])
    pairs = [(each.source, each.source_passage.id, each.target) for each in matches]
    assert pairs == [("a", "p1", "b"), ("a", "p1", "c"), ("a", "p2", "b"), ("a", "p2", "c"), ("b", "p1", "c")]


def test_a_light_revision_without_a_long_run_is_found_by_its_wording():
    old = (
        "orchards, lanterns and ferries need a harbour budget; orchards, lanterns and ferries need permits for bridges"
    )
    new = (
        "the lanterns, orchards or ferries need harbour budgets: lanterns, orchards or ferries need permits at bridges"
    )
    (match,) = hanse.reuse(old, new)
    assert match.longest < SHARED
    assert match.how != "verbatim"


@pytest.mark.parametrize(
    ("mine", "theirs", "shared"),
    [
        (
            "在移民政策方面地方政府应当享有充分的参与权利",
            "会议认为地方政府应当享有充分的参与权利。",
            "地方政府应当享有充分的参与权利",
        ),
        (
            "ينبغي أن تشارك البلديات في تخطيط مراكز الاستقبال في المرفأ",
            "قررنا أنه ينبغي أن تشارك البلديات في تخطيط مراكز الاستقبال",
            "ينبغي أن تشارك البلديات في تخطيط مراكز الاستقبال",
        ),
    ],
)
def test_chinese_and_arabic_passages_are_found(mine: str, theirs: str, shared: str):
    (match,) = hanse.reuse(mine, theirs)
    start, end = match.source_spans[0]
    assert shared in mine[start:end]


@given(
    sentences(SHARED, 25, any_words),
    *(sentences(0, 20, any_words) for _ in range(4)),
)
@settings(max_examples=25, deadline=None)
def test_every_run_of_eight_words_that_two_passages_share_is_found(run, before, after, start, end):
    matches = hanse.reuse(f"{before} {run} {after}", f"{start} {run} {end}")
    assert len(matches) == 1


@given(st.lists(sentences(1, 30), min_size=2, max_size=8))
@settings(max_examples=20, deadline=None)
def test_the_same_corpora_give_the_same_matches_and_scores_within_bounds(texts):
    first, second = hanse.reuse(texts), hanse.reuse(texts)
    assert first == second
    for each in first:
        assert 0 <= each.score <= 1
        assert 0 <= each.coverage <= 1
        assert 0 <= each.rarity <= 1
        assert 0 <= each.substantive <= 1
        assert each.expected >= 0


def test_common_wording_is_said_and_still_meets_the_first_that_has_it():
    texts = [f"{ASK} number {name}." for name in map(str, range(COMMON + 5))]
    matches = hanse.reuse(texts)
    assert {each.places for each in matches} >= {(0, place) for place in range(1, len(texts))}
    assert all(each.rarity < 0.5 for each in matches)
    assert "boilerplate" in matches.notes[0]


def test_what_only_two_passages_have_is_rarer_than_what_many_have():
    matches = hanse.reuse([ASK, ASK, *(f"{REPLY} {k}" for k in range(9))])
    assert rarity(2) == RAREST - 1 > rarity(9)
    by_places = {each.places: each.rarity for each in matches}
    assert by_places[0, 1] > by_places[2, 3]


def test_very_long_passages_are_compared_along_the_runs_that_they_share():
    filler = [" ".join(f"{letter}word{k}" for k in range(4000)) for letter in "ab"]
    source, target = (f"{each} {ASK} {each[::-1]}" for each in filler)
    (match,) = hanse.reuse(source, target)
    assert match.longest == len(ASK.split())
    assert source[slice(*match.source_spans[0])] == ASK


def test_passages_without_a_word_are_counted():
    assert hanse.reuse(["***", ASK, ASK]).notes == ("1 passage without a word could not be compared.",)


def test_nothing_at_all_gives_nothing():
    assert hanse.reuse([]) == ()
    assert hanse.reuse("", []) == ()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"engine": "postgres"}, "“postgres” is no engine that Hanse knows; use duckdb"),
        ({"memory": "much"}, "“much” is no amount of memory; write it as 2GB or 1500MB."),
        ({"memory": "5MB"}, "5MB of memory are too little; give 1200MB or more."),
        ({"scratch": "/dev/null/nowhere"}, "/dev/null/nowhere: the corpora could not be kept there"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(options: dict[str, str], said: str):
    with pytest.raises(HanseError) as error:
        hanse.reuse([ASK], **options)
    assert error.value.sentence.startswith(said)


def test_scratch_is_empty_again_when_a_comparison_ends_or_breaks(tmp_path):
    hanse.reuse([ASK, REPLY], scratch=tmp_path)

    def breaking():
        yield ASK
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        hanse.reuse(breaking(), scratch=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_error_of_whoever_takes_the_matches_is_not_blamed_on_the_disk():
    def take():
        with comparison([ASK, ASK]) as found:
            assert len(list(found.matches)) == 1
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        take()


def test_a_spark_address_where_nobody_listens_is_told_at_once():
    began = time.monotonic()
    with pytest.raises(HanseError, match="could not be reached"):
        hanse.reuse([ASK, REPLY], engine="spark://127.0.0.1:9")
    assert time.monotonic() - began < 60
