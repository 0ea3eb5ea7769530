"""The peers say 1 of a copy and 0 of what shares nothing."""

from __future__ import annotations

import pytest

pytest.importorskip("sklearn")
pytest.importorskip("datasketch")
pytest.importorskip("text_matcher")

from benchmarks import peers
from benchmarks.lid_documents import LEAST_WORDS, passages

OLD = "The council shall meet once a year and publish the minutes of every meeting in print."
ASK = "The council shall meet once a year with all mayors and publish the minutes of every meeting in braille."
OTHER = "Lanterns are lit at dusk."


def test_the_same_edit_is_wholly_alike_and_no_edit_is_not():
    assert peers.joint_edit(OLD, ASK, ASK) == 1.0
    assert peers.joint_edit(OLD, ASK, OLD) == 0.0
    assert peers.joint_edit(OLD, OLD, OLD) == 1.0


@pytest.mark.parametrize("measure", [peers.trigram_containment, peers.minhash])
def test_a_copy_is_wholly_contained_and_another_text_not_at_all(measure):
    assert measure(ASK, ASK) == 1.0
    assert measure(ASK, OTHER) == 0.0


def test_text_matcher_finds_a_copy_amid_other_words_and_crashes_on_a_text_without_words():
    before, after = "Ferries sail north past the granary. ", " Ropes hang dry behind orchard walls tonight."
    mine, theirs = f"{before}{ASK}{after}", f"Treasurers count ladders every second winter. {ASK} Nobody sings here."
    assert peers.text_matcher(mine, theirs) > 0.5
    assert peers.text_matcher("", ASK) is None


def test_shingles_of_a_short_text_are_the_text():
    assert peers.shingles("two words") == {("two", "words")}
    assert peers.shingles("") == set()


def test_bills_lose_markup_and_line_numbers_but_no_words():
    lines = "\n".join(f"{k} The clerk shall keep register {k}a of lamps, ladders and ropes. {k}" for k in range(1, 19))
    found = list(passages(f"<p class='x'>{lines}</p><script>var x = 1;</script>"))
    assert " ".join(passage.text for passage in found).count("register") == 18
    assert not any("<" in passage.text or "var" in passage.text for passage in found)
    assert all(len(passage.text.split()) >= LEAST_WORDS for passage in found[:-1])
    assert len({passage.id for passage in found}) == len(found)
