import numpy as np

from hanse.tracing.align import align
from hanse.tracing.information import Coder
from hanse.tracing.seeds import seeded


def test_runs_are_followed_and_every_word_is_used_once():
    partner = seeded(np.array([1, 2, 3, 4, 9, 1, 2, 3]), np.array([7, 1, 2, 3, 4, 5]))
    assert partner.tolist() == [1, 2, 3, 4, -1, -1, -1, -1]


def test_texts_of_many_thousand_words_are_aligned_without_a_table():
    words = [f"word{k % 997}x{k}" for k in range(9000)]
    coder = Coder()
    found = align(coder.code(" ".join(words[1000:7000]), "en"), coder.code(" ".join(["start", *words]), "en"))
    assert found.coverage == 1.0
    changed = [word if k % 50 else "other" for k, word in enumerate(words[1000:7000])]
    found = align(coder.code(" ".join(changed), "en"), coder.code(" ".join(words), "en"))
    assert 0.9 < found.coverage < 1.0
