import gzip
import json
import math
import os
import random
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings

import hanse
from hanse.text.document import Document, Passage
from hanse.tracing.align import align
from hanse.tracing.background import Background, background
from hanse.tracing.chance import Chance, expected, nothing, shipped
from hanse.tracing.information import Coder
from tests.strategies import any_words, sentences

ASK = "Mayors of harbour towns shall audit every ferry contract with the migration office before the winter session."
OTHER = "Glaciers shrink."
DATA = Path(os.environ.get("HANSE_DATA") or Path(__file__).resolve().parents[2].parent / "shared" / "data")
SPEECHES = DATA / "ungdc_2015_2024" / "ungdc.jsonl.gz"


def match(ask: str, text: str):
    coder = Coder()
    return align(coder.code(ask), coder.code(text))


@given(sentences(1, 30, any_words), sentences(1, 30, any_words))
@settings(max_examples=60, deadline=None)
def test_it_is_a_number_and_never_below_nought(ask, text):
    found = hanse.uptake(ask, text).expected
    assert math.isfinite(found)
    assert found >= 0


@given(sentences(1, 30, any_words), sentences(1, 30, any_words))
@settings(max_examples=60, deadline=None)
def test_no_match_is_weaker_than_none(ask, text):
    found = match(ask, text)
    assert expected(found) <= nothing(len(found.ask.tokens), len(found.passage.tokens))


def test_a_text_that_shares_nothing_is_as_good_as_every_text_of_its_size():
    assert hanse.uptake(ASK, OTHER).expected == 1.0
    earlier = "The minister opened the exhibition and thanked the jury. " * 200
    assert hanse.uptake(ASK, OTHER, record=[earlier]).expected == pytest.approx(9 * 200 / 2)


def test_identical_text_of_one_long_sentence_is_never_chance():
    assert hanse.uptake(ASK, ASK).expected < 1e-6


def test_every_word_more_that_is_shared_makes_chance_less_likely():
    words = ASK.split()
    found = [hanse.uptake(ASK, " ".join(words[:end])).expected / end for end in range(6, len(words) + 1)]
    assert all(later < earlier for earlier, later in pairwise(found))


def test_rare_words_are_less_likely_than_common_ones():
    common = "the international community and the United Nations"
    rare = "the lamplighters' orchard and the harbour ferry"
    assert expected(match(rare, rare)) < expected(match(common, common)) / 10


def test_a_formula_of_the_charter_says_less_than_as_many_words_of_ones_own():
    formula = "the purposes and principles of the Charter of the United Nations"
    own = "the ferries and lanterns of the council of the harbour towns"
    assert expected(match(own, own), 100_000) < expected(match(formula, formula), 100_000) / 1000


def test_more_prose_gives_more_chances_in_proportion():
    found = match(ASK, ASK)
    assert expected(found, 200_000) == pytest.approx(2 * expected(found, 100_000))


def test_a_record_smaller_than_the_text_searched_counts_as_much_as_the_text():
    found = match(ASK, ASK)
    assert expected(found, prose=10, searched=5_000) == expected(found, searched=5_000)


def test_a_longer_ask_has_more_chances_to_share_the_same_words():
    shared = "every ferry contract with the migration office"
    short, long = f"Audit {shared}.", f"{OTHER} Birds sing at dawn. Audit {shared}. Snow falls on pines in the north."
    assert expected(match(short, f"{shared} lapsed")) < expected(match(long, f"{shared} lapsed"))


def test_a_number_in_place_of_another_is_no_surprise():
    ask = "We recall resolution 1881 (1927) and paragraph 733 of the annex."
    same = expected(match(ask, ask))
    other = expected(match(ask, "We recall resolution 4117 (1903) and paragraph 268 of the annex."))
    assert same < other / 1000


def test_a_break_costs_less_than_the_words_behind_it_bring():
    changed = ASK.replace("every ferry contract", "each ferry contract")
    first_part = ASK.partition("every")[0]
    assert shipped().strongest(match(ASK, changed)) > shipped().strongest(match(ASK, first_part + "all contracts"))


def test_a_passage_of_a_document_is_one_of_as_many_chances_as_the_document_has_words():
    passages = [ASK, *(f"Clause {k} concerns the pavement of street {k}." for k in range(60))]
    document = Document("d", tuple(Passage(f"p{k}", text) for k, text in enumerate(passages)), language="en")
    alone, inside = hanse.uptake(ASK, ASK).expected, hanse.uptake(ASK, document).expected
    assert 10 * alone < inside < 1e-4


@pytest.mark.parametrize(
    ("plain", "long"),
    [
        (
            "les villes et les États",
            "Les maires des ports vérifient chaque contrat de navette avec le bureau du climat",
        ),
        ("las ciudades y los Estados", "Las alcaldesas de los puertos revisan cada contrato de barcas con la oficina"),
    ],
)
def test_without_a_background_words_count_by_their_number(plain, long):
    assert expected(match(plain, plain), 100_000) > 1
    assert expected(match(long, long), 2_000) < 0.01


def test_unknown_words_of_an_unknown_language_are_no_surprise_each():
    words = "τα σχολεία ανοίγουν νωρίς"
    assert expected(match(words, words), 100_000) > expected(match(ASK, ASK), 100_000) * 1000


def test_a_background_counts_speeches_and_what_others_say():
    said = [("A", ["we", "thank", "you"]), ("B", ["we", "thank", "all"]), ("C", ["we", "go"]), ("D", ["we", "come"])]
    made = Background.of([*said, ("E", ["we", "we"])])
    assert (made.documents, made.words) == (5, 12)
    assert made.frequencies(["we", "thank"]).tolist() == [5, 0]
    assert made.occurrences(["we"]).tolist() == [round(6 * 3 / 5)]


def test_a_background_is_read_as_it_was_written(tmp_path):
    made = Background.of((speaker, ["we", "meet", "here"]) for speaker in "ABCDEF")
    made.write(tmp_path / "own.npz")
    read = Background.read(tmp_path / "own.npz")
    assert read.frequencies(["we", "meet", "here"], 3).tolist() == [6]
    assert read.occurrences(["we"]).tolist() == made.occurrences(["we"]).tolist()
    assert Chance(read).strongest(match("we meet here", "we meet here")) > 0


def test_the_background_knows_phrases():
    known, unknown = background().occurrences(["the", "united", "nations", "harbour"], 3)
    assert known > 1000 > unknown == 0


@pytest.mark.skipif(not SPEECHES.exists(), reason="no speeches here")
def test_speeches_of_different_countries_match_about_as_often_as_expected():
    with gzip.open(SPEECHES, "rt", encoding="utf-8") as lines:
        every = [json.loads(line) for line in lines]
    dice, coder = random.Random(3), Coder()
    speeches = dice.sample(every, 150)
    asks = [(s, text) for s in speeches for text in dice.choices(s["text"].split(". "), k=8) if len(text.split()) > 3]
    found = []
    for speech in speeches[:60]:
        other = [text for s, text in asks if s["country"] != speech["country"] and s["year"] != speech["year"]]
        whole = coder.code(speech["text"], "en")
        found += [expected(align(coder.code(text), whole)) for text in dice.sample(other, 30)]
    values = np.array(found)
    assert np.mean(values <= 1) > 0.5
    assert 0.5 < np.mean(values <= 0.1) / 0.1 < 2
    assert 0.2 < np.mean(values <= 0.01) / 0.01 < 3
