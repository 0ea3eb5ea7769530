"""A change has a direction."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hanse.text.document import Document, Passage
from hanse.wording.direction import direction
from tests.effort import calls

CHANGES = [
    ("stronger", "States may fund cities.", "States shall fund cities."),
    ("stronger", "States should, where possible, fund cities.", "States should fund cities."),
    ("stronger", "Promote access to housing.", "Guarantee access to housing."),
    ("weaker", "States shall fund cities.", "States should fund cities."),
    ("weaker", "States shall fund cities.", "States shall, as appropriate, fund cities."),
    ("weaker", "States shall ensure access to housing.", "States shall promote access to housing."),
    ("neutral", "States shall fund cities.", "States shall fund municipalities."),
    ("neutral", "States shall fund cities.", "States shall fund cities."),
    ("weaker", "States shall fund cities.", "States shall not fund cities."),
]


@pytest.mark.parametrize(("label", "old", "new"), CHANGES)
def test_the_label_follows_force_caveats_and_graded_verbs(label: str, old: str, new: str) -> None:
    assert direction(old, new).label == label


RULES = [
    (
        "stronger",
        "Schools shall record each refusal.",
        "Schools shall promptly record each refusal and inform the pupil.",
    ),
    ("weaker", "Schools shall record each refusal.", "Schools shall record each serious refusal."),
    ("weaker", "Banks shall inform clients.", "Banks shall inform clients, except in the case of small transfers."),
    (
        "stronger",
        "Banks shall inform clients, unless public security demands otherwise.",
        "Banks shall inform clients.",
    ),
    ("stronger", "Landlords may enter a flat.", "Landlords may enter a flat only in emergencies."),
    ("weaker", "Towns shall shelter families.", "Towns shall shelter families only in winter."),
    ("weaker", "Les écoles doivent inscrire chaque enfant.", "Les écoles peuvent inscrire chaque enfant."),
    ("stronger", "La ville informe la famille.", "La ville informe la famille par écrit et sans délai."),
    ("stronger", "Las escuelas podrán inscribir al niño.", "Las escuelas deberán inscribir al niño."),
    ("weaker", "El banco informará al cliente.", "El banco informará al cliente, salvo en caso de fraude."),
]


@pytest.mark.parametrize(("label", "old", "new"), RULES)
def test_the_label_follows_what_the_changed_words_do_in_a_rule(label: str, old: str, new: str) -> None:
    assert direction(old, new).label == label


FORMALITIES = [
    ("See Article 5.", "See Articles 5 and 6."),
    ("", "The Commission shall be empowered to adopt delegated acts in accordance with Article 12."),
    ("La ville publie le rapport visé à l'article 4.", "La ville publie le rapport visé à l'article 4, paragraphe 2."),
    ("The School shall inform pupils", "the school shall inform pupils."),
]


@pytest.mark.parametrize(("old", "new"), FORMALITIES)
def test_references_procedure_and_punctuation_are_neutral(old: str, new: str) -> None:
    assert direction(old, new).label == "neutral"


def test_a_passage_added_or_deleted_pulls_with_all_its_words() -> None:
    right = "Every tenant shall have the right to a remedy."
    relief = "This duty shall not apply to small firms."
    assert [direction("", right).label, direction(right, "").label] == ["stronger", "weaker"]
    assert [direction("", relief).label, direction(relief, "").label] == ["weaker", "stronger"]
    assert direction(right, "").features["deleted"] == 1
    assert direction("", right).words == ((), ((0, len(right) - 1),))


@pytest.mark.parametrize(("old", "new"), [("", ""), (" \n", ""), ("…", "!"), ("Cities act.", "cities  act")])
def test_where_no_word_changed_nothing_did(old: str, new: str) -> None:
    found = direction(old, new)
    assert (found.label, found.score, found.words) == ("neutral", 0.0, ((), ()))
    assert not any(name.startswith(("inserted:", "struck:")) for name in found.features)


def test_the_changed_words_are_shown_on_both_sides() -> None:
    old, new = "States shall fund cities.", "States should fund cities."
    struck, inserted = direction(old, new).words
    assert [old[slice(*span)] for span in struck] == ["shall"]
    assert [new[slice(*span)] for span in inserted] == ["should"]


def test_changes_inside_quotations_are_shown_too() -> None:
    old, new = "The annex “Housing for all” is adopted.", "The annex “Shelter for all” is adopted."
    struck, inserted = direction(old, new).words
    assert [old[slice(*span)] for span in struck] == ["Housing"]
    assert [new[slice(*span)] for span in inserted] == ["Shelter"]


def test_a_stretch_rewritten_but_for_an_article_is_shown_as_one() -> None:
    old, new = "Towns build schools for the young, as before.", "Towns run clinics for the elderly, as before."
    struck, inserted = direction(old, new).words
    assert [old[slice(*span)] for span in struck] == ["build schools for the young"]
    assert [new[slice(*span)] for span in inserted] == ["run clinics for the elderly"]


def test_the_features_name_the_words_their_classes_and_the_party_they_are_said_of() -> None:
    features = direction("Employers may inform the worker.", "Employers shall fully inform the worker.").features
    assert {"struck: may", "inserted: shall", "inserted: shall fully", "kept: inform"} <= set(features)
    assert features["struck class: permission"] == features["inserted class: duty of obliged"] == 0.5
    assert {"pull", "level", "caveats", "shifts", "size"} <= set(features)
    assert "kept: shall" not in features


def test_the_same_rule_has_the_same_classes_in_three_languages() -> None:
    found = [
        direction("", "Every worker shall have the right to a remedy, unless the law forbids it."),
        direction("", "Tout travailleur a le droit de recours, à moins que la loi ne l'interdise."),
        direction("", "Todo trabajador tendrá derecho de recurso, salvo que la ley lo prohíba."),
    ]
    for each in found:
        assert {f"inserted class: {kind}" for kind in ("right", "safeguard", "exemption", "protected")} <= set(
            each.features
        )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("国は都市を支援する。", "国は都市を支援できる。"),
        ("يجب على الدول", "يجوز للدول"),
        ("Города строят.", "Города растут."),
    ],
)
def test_of_other_languages_the_changed_words_are_told_and_no_direction(old: str, new: str) -> None:
    found = direction(old, new)
    assert found.label == "neutral"
    assert all(found.words)
    assert direction(old, new, language="xx").label == "neutral"


def test_passages_and_documents_count_as_their_text() -> None:
    old, new = "States may fund cities.", "States shall fund cities."
    wanted = direction(old, new)
    passages = Passage(id="1", text=old), Passage(id="1", text=new)
    assert direction(*passages) == wanted
    documents = [Document(id="1", content=(each,)) for each in passages]
    assert direction(*documents) == wanted


def test_a_text_of_four_times_the_length_is_four_times_the_work() -> None:
    short, long = (
        " ".join(
            f"Town {number} shall open a school for each child, and it may ask for help." for number in range(size)
        )
        for size in (200, 800)
    )
    less = calls(lambda: direction(short, short.replace("Town 100 shall", "Town 100 may")))
    found = []
    more = calls(lambda: found.append(direction(long, long.replace("Town 400 shall", "Town 400 may"))))
    assert more < 5 * less
    assert [long[slice(*span)] for span in found[0].words[0]] == ["shall"]


TOKENS = [
    "may",
    "shall",
    "not",
    "unless",
    "if",
    "only",
    "consent",
    "Article",
    "5",
    "the",
    "of",
    ".",
    ",",
    "ñ",
    "–",
    "国",
]
WORDS = st.lists(st.sampled_from(TOKENS))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60) | WORDS.map(" ".join), st.text(max_size=60) | WORDS.map(" ".join))
def test_the_score_stays_between_minus_one_and_one_and_the_spans_in_order(old: str, new: str) -> None:
    found = direction(old, new)
    assert -1 <= found.score <= 1
    assert all(-1 <= value <= 1 for value in found.features.values())
    for text, spans in zip((old, new), found.words, strict=True):
        edges = [edge for span in spans for edge in span]
        assert edges == sorted(edges)
        assert all(0 <= start < end <= len(text) for start, end in spans)
    assert direction(old, new) == found


@pytest.mark.parametrize(
    "new",
    [
        "各国应当与市长协商。",
        "Les États doivent consulter les maires avant de signer l’accord du port.",
        "Los Estados deben consultar a los alcaldes antes de firmar el acuerdo del puerto.",
    ],
)
def test_texts_of_two_languages_have_no_direction(new: str) -> None:
    found = direction("States shall consult mayors before they sign the harbour accord.", new)
    assert (found.label, found.score, found.words, dict(found.features)) == ("neutral", 0.0, ((), ()), {})


def test_of_two_empty_texts_nothing_was_deleted() -> None:
    assert direction("", "").features["deleted"] == 0
