import numpy as np
from sklearn.dummy import DummyClassifier

from benchmarks.clough import containment
from benchmarks.heads import connected, features, told


def test_pairs_that_share_a_text_directly_or_by_way_of_others_are_one_group():
    assert connected([("a", "b"), ("c", "d"), ("d", "e"), ("b", "f"), ("g", "g")]) == ["a", "c", "c", "a", "g"]


def test_a_later_pair_joins_two_groups():
    assert len(set(connected([("a", "b"), ("c", "d"), ("b", "c")]))) == 1


def test_no_pair_is_told_by_a_head_that_has_seen_its_group():
    class Remembers(DummyClassifier):
        def fit(self, rows, labels):
            self.seen = set(rows[:, 0])
            return super().fit(rows, labels)

        def predict(self, rows):
            assert not self.seen & set(rows[:, 0])
            return super().predict(rows)

    groups = np.repeat(np.arange(20), 3)
    labels = np.arange(60) % 2
    assert len(told(Remembers(), None, groups.reshape(-1, 1), labels, groups)) == 60


def test_named_features_come_in_the_order_in_which_they_are_named():
    pairs = [("mayors keep the register", "mayors keep a register"), ("mayors", "ferries")]
    assert features(pairs, ("words_dice", "length_ratio")).shape == (2, 2)
    assert features(pairs, ("length_ratio",)).tolist() == [[1.0], [1.0]]


def test_containment_counts_the_trigrams_of_the_answer():
    assert containment("one two three four", "zero one two three") == 0.5
    assert containment("one two", "one two") == 0.0
