import numba.core.caching
from hypothesis import given, settings

from hanse.tracing.align import _compiled, align
from hanse.tracing.information import Coder
from hanse.tracing.matching import Shelf
from tests.strategies import any_words, sentences


def aligned(ask: str, passage: str, language: str = "en"):
    coder = Coder()
    return align(coder.code(ask, language), coder.code(passage, language))


@given(sentences(3, 60, any_words))
@settings(max_examples=150, deadline=None)
def test_identical_text_is_covered_whole_and_verbatim_in_every_script(text):
    found = aligned(text, text, "")
    assert found.coverage == 1.0
    assert found.verbatim


@given(sentences(), sentences(0, 20), sentences(0, 20))
@settings(max_examples=150, deadline=None)
def test_asked_words_are_verbatim_wherever_they_stand_in_a_longer_passage(ask, before, after):
    found = aligned(ask, f"{before} {ask} {after}")
    assert found.verbatim
    assert found.coverage == 1.0


@given(sentences(), sentences())
@settings(max_examples=200, deadline=None)
def test_spans_are_paired_and_quote_both_texts(ask, passage):
    mine, theirs = aligned(ask, passage).spans()
    assert len(mine) == len(theirs)
    for text, spans in ((ask, mine), (passage, theirs)):
        for start, end in spans:
            assert 0 <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()


@given(sentences(), sentences())
@settings(max_examples=200, deadline=None)
def test_no_alignment_covers_more_than_its_bound(ask, passage):
    coder = Coder()
    asked = coder.code(ask, "en")
    shelf = Shelf.of([coder.code(passage, "en")])
    found = align(asked, shelf.passages[0])
    assert found.coverage <= shelf.bounds(asked)[0] + 1e-5


def test_what_was_reordered_is_found_in_several_rounds():
    found = aligned(
        "access to housing in the harbour district, and legal aid for migrant workers",
        "legal aid for migrant workers, and access to housing in the harbour district",
    )
    assert found.coverage > 0.95
    assert not found.verbatim


def test_an_inflected_word_aligns_with_its_stem():
    found = aligned("municipal shelters for displaced families", "the municipal shelter for a displaced family")
    assert found.coverage > 0.9
    assert found.exact < 1.0


def test_texts_without_a_common_word_share_nothing():
    found = aligned("mayors attend the plenary", "ports charge higher fees")
    assert found.coverage == 0.0
    assert found.spans() == ((), ())


def test_rare_words_weigh_more_than_common_ones():
    coder = Coder()
    coded = coder.code("the world needs statelessness registers", "en")
    weight = dict(zip([token.form for token in coded.tokens], coded.weights.tolist(), strict=True))
    assert weight["the"] < weight["world"] < weight["statelessness"]


def test_where_no_machine_code_may_be_kept_it_is_made_anew(monkeypatch):
    monkeypatch.setattr(numba.core.caching.CompileResultCacheImpl, "_locator_classes", [])
    assert _compiled(lambda number: number + 1)(1) == 2
