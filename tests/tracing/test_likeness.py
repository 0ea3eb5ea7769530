import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import hanse
from hanse.text.document import Document, Passage
from hanse.tracing.likeness.features import FAMILIES
from hanse.tracing.likeness.level import head
from tests.strategies import any_words, sentences

DUTY = "Each municipality shall keep a register of newcomers and report to the harbour board every spring."
REWORDED = "Municipalities shall keep a register of all newcomers, and report to the harbour board each year."
HOUSING = (
    "The council shall let vacant dwellings to families who arrive during the winter.",
    "Rents are fixed each spring by a panel of tenants, owners and two members of the council.",
    "A family that finds work in the district may keep its dwelling for six more years.",
)
FERRY = (
    "Ferries between the two islands sail hourly unless fog is thick. The keeper of the lighthouse rings a bell before "
    "departure, and passengers with bicycles board first at the northern pier."
)
ASIDE = "Ferries between the two islands sail hourly except when the lighthouse keeper rings the bell."


@given(sentences(1, 40, any_words), sentences(1, 40, any_words))
@settings(max_examples=60, deadline=None)
def test_it_makes_no_difference_which_passage_comes_first(a, b):
    assert hanse.likeness(a, b) == hanse.likeness(b, a)


@given(st.text(max_size=80), st.text(max_size=80))
@settings(max_examples=150, deadline=None)
def test_any_two_strings_have_a_score_a_level_and_finite_features(a, b):
    found = hanse.likeness(a, b)
    assert 0.0 <= found.score <= 1.0
    assert found.level in range(5)
    assert all(abs(value) < 100 for value in found.features.values())
    assert (found.level == 4) == (found.score == 1.0)


@given(st.text(max_size=120))
@settings(max_examples=80, deadline=None)
def test_a_text_is_identical_to_itself(text):
    found = hanse.likeness(text, text)
    assert (found.score, found.level) == (1.0, 4)


def test_the_same_words_in_other_type_are_identical():
    found = hanse.likeness("Cities shall, without delay, house REFUGEES.", "cities shall without delay house refugees")
    assert (found.score, found.level) == (1.0, 4)


def test_texts_without_a_common_word_are_unrelated():
    found = hanse.likeness("Mayors welcome newcomers.", "Ferries sail hourly.")
    assert (found.score, found.level) == (0.0, 0)


def test_another_form_of_a_word_is_the_same_word_but_not_identical():
    found = hanse.likeness("mayors", "mayor")
    assert 0.3 < found.score < 1.0
    assert found.level < 4


def test_function_words_in_common_make_no_likeness():
    found = hanse.likeness(DUTY, ASIDE)
    assert found.level == 0
    assert found.score < 0.1


def test_the_more_is_changed_the_less_alike_they_are():
    words = DUTY.split()
    changed = [" ".join([*words[: len(words) - k], *ASIDE.split()[:k]]) for k in (0, 1, 4, 8, 15)]
    scores = [hanse.likeness(DUTY, text).score for text in changed]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] == 1.0
    assert scores[-1] < 0.2


def test_a_text_without_words_is_like_another_without_words_and_like_nothing_else():
    assert hanse.likeness("", "  ").level == 4
    assert hanse.likeness("", DUTY).level == 0
    assert hanse.likeness("", DUTY).score == 0.0


def test_one_word_is_enough():
    assert hanse.likeness("mayors", "mayors").level == 4
    assert hanse.likeness("mayors", "ferries").level == 0
    assert 0.0 < hanse.likeness("mayors", DUTY.replace("Each municipality", "Mayors")).score < 0.5


@pytest.mark.parametrize(
    ("text", "revised", "other"),
    [
        ("各城市应保护移民的权利并提供住房", "各城市应保护移民的权利并提供教育", "渡船每小时从岛上出发"),
        (
            "تحمي المدن حقوق المهاجرين وتوفر السكن لهم",
            "تحمي المدن حقوق المهاجرين وتوفر التعليم",
            "تبحر العبارات كل ساعة",
        ),
        (
            "Города защищают права мигрантов и дают жильё",
            "Города защищают права мигрантов",
            "Паромы ходят ежечасно",
        ),
    ],
)
def test_other_scripts_are_compared_by_their_own_words(text, revised, other):
    assert hanse.likeness(text, text).level == 4
    assert hanse.likeness(text, revised).score > 0.5 > hanse.likeness(text, other).score


def test_strings_passages_and_documents_are_taken_alike():
    plain = hanse.likeness(DUTY, REWORDED)
    assert hanse.likeness(Passage.of(DUTY), Document.of(REWORDED)) == plain


def test_what_is_no_text_is_refused_with_a_sentence():
    with pytest.raises(hanse.HanseError, match="a NoneType is no text; hand over a str"):
        hanse.likeness(DUTY, None)


def test_every_pair_has_the_same_features_in_the_same_order():
    names = list(hanse.likeness(DUTY, REWORDED).features)
    assert list(hanse.likeness("", "").features) == names
    assert list(hanse.likeness("x", DUTY).features) == names
    assert len(names) == len(set(names))
    assert all(type(value) is float for value in hanse.likeness(DUTY, REWORDED).features.values())


def test_texts_of_a_hundred_thousand_words_are_compared():
    dice = random.Random(3)
    words = [f"w{dice.randrange(20_000)}" for _ in range(100_000)]
    found = hanse.likeness(" ".join(words), " ".join(words[:50_000] + words[60_000:]))
    assert found.score > 0.9


@pytest.mark.parametrize(
    ("other", "level"),
    [
        (FERRY, 0),
        (f"{FERRY} {HOUSING[0]}", 1),
        (f"{HOUSING[0]} {HOUSING[1]} {FERRY}", 1),
        (f"{HOUSING[0]} {HOUSING[1]}", 2),
        (f"{HOUSING[1]} {HOUSING[0]} {HOUSING[2]}".replace("spring", "autumn"), 3),
        (" ".join(HOUSING).replace("spring", "autumn").replace("six", "nine"), 3),
        (" ".join(HOUSING).upper(), 4),
    ],
)
def test_the_level_falls_as_less_of_a_passage_is_kept(other, level):
    assert hanse.likeness(" ".join(HOUSING), other).level == level


def test_the_more_words_are_exchanged_the_lower_the_level():
    words = f"{' '.join(HOUSING)} {DUTY}".split()
    strange = [f"strange{k}" for k in range(len(words))]
    levels = [hanse.likeness(" ".join(words), " ".join(words[k:] + strange[:k])).level for k in range(len(words) + 1)]
    assert levels == sorted(levels, reverse=True)
    assert set(levels) == {0, 1, 2, 3, 4}


def test_the_head_reads_features_that_there_are():
    found = hanse.likeness(DUTY, REWORDED).features
    assert set(head().weights) <= set(found)
    assert all(weight >= 0 for weight in head().weights.values())
    assert list(head().cuts) == sorted(head().cuts)


def test_families_of_features_share_no_name():
    assert set(FAMILIES) == {"bags", "runs", "blocks", "sequence", "alignment", "unshared", "rare", "kept", "sizes"}
