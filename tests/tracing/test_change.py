import pytest
from hypothesis import given, settings

from hanse.tracing.change import agreement, change
from hanse.tracing.information import Coder
from tests.strategies import sentences

OTHER = "Lanterns, orchards, ferries, ladders and granaries fall to the treasurer of the northern league."
OLD = "The council shall meet once a year and shall publish the minutes of every meeting in print."
ASK = "The council shall meet with mayors once a year and shall publish the minutes of every meeting in print."


def agreed(old: str, ask: str, new: str):
    coder = Coder()
    return agreement(coder.code(old), coder.code(ask), coder.code(new))


def test_the_same_change_agrees_wholly():
    assert agreed(OLD, ASK, ASK).likeness == 1.0


def test_no_change_agrees_with_nothing():
    assert agreed(OLD, ASK, OLD).likeness == 0.0
    assert agreed(OLD, OLD, OLD).likeness == 0.0


def test_a_long_stretch_struck_is_worth_little_more_than_a_short_one():
    coder = Coder()
    old = coder.code(OLD)
    (_, short), *_ = change(old, coder.code("The council shall meet once a year.")).struck
    tail = OLD.replace(" in print", "")
    (_, shorter), *_ = change(old, coder.code(tail)).struck
    assert shorter < short < 3 * shorter


def test_the_nearer_the_ends_of_what_is_struck_the_more_it_agrees():
    ask = "The council shall publish the minutes of every meeting in print."
    same = agreed(OLD, ask, ask).both_out
    near = agreed(OLD, ask, "The council shall meet and shall publish the minutes of every meeting in print.").both_out
    far = agreed(OLD, ask, "The council shall meet once a year and shall publish in print.").both_out
    assert same > near > far == 0


def test_rare_words_put_in_by_both_count_more_than_common_ones():
    rare = agreed(OLD, OLD.replace("print", "braille"), OLD.replace("print", "braille"))
    common = agreed(OLD, OLD.replace("print", "time"), OLD.replace("print", "time"))
    assert rare.both_in > common.both_in


def test_what_is_not_made_counts_more_than_what_was_not_asked_for():
    more = f"{ASK} The harbour master shall keep the lamps."
    assert agreed(OLD, ASK, more).likeness > agreed(OLD, more, ASK).likeness


def test_a_text_that_is_no_revision_strikes_nothing_and_has_only_what_is_new_in_it():
    coder = Coder()
    text = coder.code(
        "Harbour lamps are lit at dusk by keepers who publish the minutes of every meeting in their logs."
    )
    found = change(coder.code(f"{OLD} {OTHER}"), text)
    assert not found.struck
    words = {text.tokens[k].form: int(stem) for k, stem in enumerate(text.stems)}
    assert (words["harbour"],) in found.put_in
    assert (words["minutes"],) not in found.put_in


@given(sentences(0, 30), sentences(0, 30), sentences(0, 30))
@settings(max_examples=80, deadline=None)
def test_what_agrees_is_never_more_than_what_is_asked_or_made(old, ask, new):
    found = agreed(old, ask, new)
    assert 0 <= found.both_in <= min(found.asked_in, found.made_in) + 1e-9
    assert 0 <= found.both_out <= min(found.asked_out, found.made_out) + 1e-9
    assert 0 <= found.likeness <= 1
    assert agreed(old, ask, ask).likeness in (0.0, pytest.approx(1.0))
