"""The first to have a phrase is found, all who may be first are named, and the way it went since is told."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import hanse
from hanse.errors import HanseError
from hanse.text.document import Document, Passage, Proposal
from hanse.tracing.board import Ask


def text(id: str, date: str | None, *paragraphs: str, **said: object) -> Document:
    passages = tuple(Passage(id=f"p{k}", text=words, number=str(k)) for k, words in enumerate(paragraphs, 1))
    return Document(id=id, content=passages, date=date, title=id.title(), language="en", **said)  # type: ignore[arg-type]


def ids(appearances: tuple[hanse.Appearance, ...]) -> list[str]:
    return [each.document for each in appearances]


def test_the_earliest_document_that_has_the_words_is_first_whatever_the_order_given() -> None:
    late = text("late", "2031-05-01", "We stand for harbours that welcome.")
    early = text("early", "2029-02-03", "Nothing here.", "Harbours that welcome are safe harbours.")
    found = hanse.lineage("harbours that welcome", [late, early, text("other", "2028-01-01", "Ports and tides.")])
    assert ids(found.first) == ["early"]
    assert found.first[0].passage.number == "2"
    assert found.first[0].words == "Harbours that welcome"
    assert ids(found.appearances) == ["early", "late"]
    assert found.documents == 3


def test_all_that_had_it_on_the_same_day_are_named() -> None:
    texts = [text(name, "2030-03-03", f"{name} asks for tide schools.") for name in ("Skagen", "Velane", "Quay")]
    found = hanse.lineage("tide schools", [*texts, text("Later", "2030-03-04", "Tide schools for all.")])
    assert ids(found.first) == ["Skagen", "Velane", "Quay"]
    assert "Skagen, 1 (2030-03-03), Velane" in found.said
    assert [tie.child for tie in found.ties] == ["Later"]


def test_a_partial_date_neither_gives_nor_takes_precedence_that_is_not_sure() -> None:
    year = text("year", "2018", "Tide schools.")
    month = text("month", "2018-07", "Tide schools.")
    after = text("after", "2018-09-01", "Tide schools.")
    before = text("before", "2017-12-31", "Tide schools.")
    assert set(ids(hanse.lineage("tide schools", [year, month]).first)) == {"year", "month"}
    assert set(ids(hanse.lineage("tide schools", [month, after, year]).first)) == {"year", "month"}
    assert ids(hanse.lineage("tide schools", [year, month, after, before]).first) == ["before"]
    assert hanse.lineage("tide schools", [year, month]).tie("month") is None


def test_what_has_no_date_is_kept_apart_and_never_dropped() -> None:
    found = hanse.lineage("tide schools", [text("dated", "2030", "Tide schools."), "More tide schools, soon."])
    assert ids(found.first) == ["dated"]
    assert ids(found.undated) == ["text-2"]
    assert found.undated_documents == 1
    assert "may be earlier" in found.said
    assert ids(hanse.lineage("tide schools", text("odd", "last summer", "Tide schools.")).undated) == ["odd"]


def test_agreed_language_is_cited_by_symbol_and_paragraph() -> None:
    adopted = text("dec", "2029-11-14", "The sea.", "Every child may attend school.", symbol="ALC/DEC/4", adopted=True)
    found = hanse.lineage("every child may attend school", [adopted])
    assert found.first[0].adopted
    assert "First in ALC/DEC/4, 2 (2029-11-14)" in found.said


def test_words_are_whole_words() -> None:
    found = hanse.lineage(
        "cities", [text("a", "2030", "Their capacities grow."), text("b", "2031", "The cities grow.")]
    )
    assert ids(found.appearances) == ["b"]


@pytest.mark.parametrize(
    ("said", "how"),
    [
        ("People-centred, Safe reception.", "verbatim"),
        ("people  centred safe\nreception", "verbatim"),
        ("people-centred safe receptions", "close"),
        ("safe and people-centred reception", "paraphrase"),
        ("people-centred and very safe reception", "close"),
        ("people-centred and well lit safe reception", "paraphrase"),
        ("people-centred forts", None),
        ("The safe stood open; many people met the captain at a reception of sailors that centred on fish.", None),
    ],
)
def test_a_phrase_is_found_in_the_forms_that_it_takes(said: str, how: str | None) -> None:
    found = hanse.lineage("people-centred safe reception", [text("a", "2030", said)])
    assert [each.how for each in found.appearances] == ([how] if how else [])


@pytest.mark.parametrize(
    ("said", "how"),
    [
        ("The harbour of towns pays.", "verbatim"),
        ("A harbour town pays.", "close"),
        ("The harbour of our towns pays.", "close"),
        ("The harbour and lit towns pay.", "paraphrase"),
        ("A town as a harbour pays.", None),
        ("Towns lit a harbour of towns.", "verbatim"),
        ("Towns lit a harbour, and lit towns.", "paraphrase"),
        ("The harbour pays.", None),
        ("Towns pay.", None),
    ],
)
def test_two_words_turned_round_are_another_phrase_and_one_of_them_is_none(said: str, how: str | None) -> None:
    found = hanse.lineage("harbour of towns", [text("a", "2030", said)])
    assert [each.how for each in found.appearances] == ([how] if how else [])


def test_a_word_said_twice_is_not_had_by_whoever_says_it_once() -> None:
    found = hanse.lineage("tide by tide", [text("a", "2030", "The tide."), text("b", "2031", "Tide by tide.")])
    assert ids(found.appearances) == ["b"]


def test_the_very_words_and_other_forms_are_counted_apart() -> None:
    texts = [
        text("a", "2030", "Tide schools."),
        text("b", "2031", "A tide school."),
        text("c", "2032", "Tide schools."),
    ]
    found = hanse.lineage("tide schools", texts)
    assert "3 of 3 documents have them: 2 in the very words, 1 in nearly the same words." in found.said
    assert "1 of 1 document has them, in the very words." in hanse.lineage("tide schools", texts[:1]).said


def test_what_bears_no_date_is_said_in_its_number() -> None:
    dated, *bare = (text(id, date, "Tide schools.") for id, date in (("a", "2030"), ("b", None), ("c", None)))
    assert "1 of them bears no date and may be earlier." in hanse.lineage("tide schools", [dated, bare[0]]).said
    assert "2 of them bear no date and may be earlier." in hanse.lineage("tide schools", [dated, *bare]).said
    assert "None of them bears a date, so that nothing tells" in hanse.lineage("tide schools", bare).said
    assert hanse.lineage("tide schools", bare[:1]).said.endswith("It bears no date.")


def test_a_title_that_begins_with_its_date_is_cited_without_it() -> None:
    named = Document("a", (Passage("p1", "Tide schools."),), title="2030-02-01 Rimtown statement", date="2030-02-01")
    assert "First in Rimtown statement (2030-02-01)." in hanse.lineage("tide schools", named).said


def test_unchanged_words_in_another_sentence_are_not_called_an_unchanged_text() -> None:
    texts = [text("a", "2030", "We want tide schools."), text("b", "2031", "Roofs are paid out of tide schools' dues.")]
    (tie,) = hanse.lineage("tide schools", texts).ties
    assert tie.said == "the words unchanged"
    assert tie.why == "the nearest in wording, and nothing else tells"


def test_the_very_words_are_first_and_other_forms_before_them_are_forerunners() -> None:
    texts = [
        text("goal", "2015-09-25", "Facilitate orderly, safe, regular and responsible mooring of ships."),
        text("pact", "2018-12-10", "A pact for safe, orderly and regular mooring."),
    ]
    found = hanse.lineage("safe, orderly and regular mooring", texts)
    assert ids(found.first) == ["pact"]
    assert ids(found.forerunners) == ["goal"]
    tie = found.tie("pact")
    assert tie is not None
    assert tie.parent == "goal"
    assert "“responsible” struck" in tie.words.said
    assert "moved" in tie.words.said
    pact = found.appearance("pact")
    assert [pact.passage.text[a:b] for a, b in tie.words.moved]


def test_where_only_other_forms_stand_the_earliest_of_them_is_first_and_it_is_said() -> None:
    found = hanse.lineage("safe, orderly mooring", [text("a", "2030", "Orderly and safe mooring.")])
    assert ids(found.first) == ["a"]
    assert "not in these very words" in found.said


def test_one_appearance_for_each_document_and_its_other_passages_are_named() -> None:
    found = hanse.lineage("tide schools", [text("a", "2030", "A tide school.", "Tide schools.", "More tide schools.")])
    assert [each.number for each in found.appearances[0].again] == ["1", "3"]
    assert found.appearances[0].passage.number == "2"


def test_it_descends_from_the_text_whose_sentence_it_repeats() -> None:
    sentence = "Port authorities shall open tide schools to children who arrive by sea within ten days."
    texts = [
        text("source", "2029-01-01", sentence, actor="Velane"),
        text("noise", "2029-06-01", "Our budget pays for roofs, and tide schools, and lamps.", actor="Quay"),
        text("copy", "2030-01-01", sentence.replace("ten days", "a month"), actor="Skagen"),
    ]
    tie = hanse.lineage("tide schools", texts).tie("copy")
    assert tie is not None
    assert (tie.parent, tie.basis) == ("source", "alike")
    assert tie.sentence is not None
    assert tie.sentence.said == "“ten days” became “a month”"


def test_where_nothing_but_the_phrase_is_shared_the_tie_says_how_many_are_as_near() -> None:
    texts = [text(f"t{k}", f"20{10 + k}", f"{word} tide schools.") for k, word in enumerate(("Grey", "Old", "Far"))]
    tie = hanse.lineage("tide schools", texts).tie("t2")
    assert tie is not None
    assert (tie.parent, tie.basis, tie.equals) == ("t1", "words", 1)
    assert tie.sentence is None
    assert tie.direction is None


def test_of_equals_one_of_the_same_actor_is_the_parent() -> None:
    actors = {"a": "Velane", "b": "Quay", "c": "Velane"}
    texts = [text(id, f"203{k}", "Tide schools.", actor=actor) for k, (id, actor) in enumerate(actors.items())]
    tie = hanse.lineage("tide schools", texts).tie("c")
    assert tie is not None
    assert tie.parent == "a"


def test_the_version_that_a_draft_says_it_revises_is_its_parent_also_over_one_that_lacks_the_words() -> None:
    texts = [
        text("zero", "2031-01-01", "Lamps and tide schools for all."),
        text("rival", "2031-02-01", "We want: tide schools for all who come."),
        text("rev1", "2031-03-01", "Lamps for all.", parent="zero"),
        text("rev2", "2031-04-01", "Tide schools for all who come.", parent="rev1"),
    ]
    tie = hanse.lineage("tide schools", texts).tie("rev2")
    assert tie is not None
    assert (tie.parent, tie.basis) == ("zero", "stated")


def test_versions_that_name_each_other_as_parents_do_not_go_round() -> None:
    texts = [text("a", "2031", "Tide schools.", parent="b"), text("b", "2031", "Tide schools.", parent="a")]
    assert len(hanse.lineage("tide schools", texts).ties) <= 1


def test_an_ask_is_found_where_it_was_softened() -> None:
    ask = Ask(
        id="A1", text="Each port city shall receive a fair share of the harbour dues for the schools that it runs."
    )
    soft = "Each port city should, where possible, be given a fair share of harbour dues for schools which it runs."
    texts = [
        text("statement", "2030-01-01", ask.text),
        text("draft", "2030-02-01", "The sea is wide.", soft),
        text("other", "2030-03-01", "Schools are run by ministries, and dues are paid at the harbour by ships."),
    ]
    found = hanse.lineage(ask, texts)
    assert ids(found.appearances) == ["statement", "draft"]
    tie = found.tie("draft")
    assert tie is not None
    assert "should" in tie.words.said
    assert tie.basis == "alike" or tie.basis == "words"


def test_other_languages_have_their_own_word_forms() -> None:
    french = Document(
        id="fr", content=(Passage.of("Les autorités locales ouvrent des écoles."),), date="2030", language="fr"
    )
    arabic = Document(id="ar", content=(Passage.of("تفتح المدن مدارس المد للأطفال"),), date="2031", language="ar")
    chinese = Document(id="zh", content=(Passage.of("城市为难民开设学校。"),), date="2032", language="zh")
    held = hanse.Concordance([french, arabic, chinese])
    assert ids(hanse.lineage("autorité locale", held).appearances) == ["fr"]
    assert ids(hanse.lineage("مدارس المد", held).first) == ["ar"]
    assert ids(hanse.lineage("难民", held).first) == ["zh"]


@pytest.mark.parametrize("empty", ["", "  \n", "— … ?"])
def test_a_phrase_without_words_is_refused_in_one_sentence(empty: str) -> None:
    with pytest.raises(HanseError, match=r"there are no words to look for; give a phrase or an ask\.$"):
        hanse.lineage(empty, [text("a", "2030", "Tide schools.")])


def test_a_phrase_that_nobody_has_gives_an_empty_lineage_that_says_so() -> None:
    found = hanse.lineage("sky schools", [text("a", "2030", "Tide schools.")])
    assert not found
    assert found.first == found.appearances == found.ties == ()
    assert found.said == "None of 1 document has these words."
    assert not hanse.lineage("sky schools", [])


def test_only_small_words_are_a_phrase_too() -> None:
    found = hanse.lineage(
        "to be or not to be", [text("a", "2030", "To be, or not to be."), text("b", "2031", "Not so.")]
    )
    assert ids(found.appearances) == ["a"]


def test_two_documents_of_one_id_are_two_texts() -> None:
    found = hanse.lineage("tide schools", [text("a", "2030", "Tide schools."), text("a", "2031", "Tide schools.")])
    assert ids(found.appearances) == ["a", "a-2"]


def test_the_same_question_gives_the_same_bytes() -> None:
    texts = [text(f"t{k}", f"20{10 + k // 3}", f"Word{k} tide schools and lamps {k % 4}.") for k in range(30)]
    one, other = (json.dumps(hanse.lineage("tide schools", texts).to_json()) for _ in range(2))
    assert one == other
    assert json.loads(one)["first"] == ["t0", "t1", "t2"]


def test_every_tie_leads_forward_in_time_and_every_appearance_has_one_parent_at_most() -> None:
    dates = ["2010", "2010-05", "2010-05-03", "2011-01", "2011", "2012-02-02", "2012-02", "2013"]
    texts = [text(f"t{k}", date, f"Lamp {k}. Tide schools, lamp {k % 3}.") for k, date in enumerate(dates)]
    found = hanse.lineage("tide schools", texts)
    place = {each.document: k for k, each in enumerate(found.appearances)}
    assert all(place[tie.parent] < place[tie.child] for tie in found.ties)
    assert len({tie.child for tie in found.ties}) == len(found.ties)
    assert len(found.ties) + len(ids(found.first)) == len(texts)


def test_words_in_brackets_are_found_and_said_to_be_pending() -> None:
    found = hanse.lineage("tide schools", [text("a", "2030", "States open [tide schools] and lamps, and tide ports.")])
    assert found.first[0].pending == "in square brackets"
    assert hanse.lineage("tide ports", [text("a", "2030", "[Lamps and] tide ports.")]).first[0].pending == ""


def test_words_that_only_a_tracked_change_would_insert_are_found_with_who_proposes_them() -> None:
    proposal = Proposal("Northland", "tide ", "insert", (13, 13), tracked=True)
    passage = Passage(id="p1", text="Parties open schools.", number="OP1", proposals=(proposal,))
    draft = Document(id="d", content=(passage,), date="2030", language="en")
    found = hanse.lineage("tide schools", [draft])
    assert found.first[0].pending == "only in a tracked insertion by Northland"
    assert found.first[0].passage.number == "OP1"
    assert found.first[0].words == "tide schools"
    stands = hanse.lineage("schools", [draft]).first[0]
    assert (stands.pending, stands.passage, stands.again) == ("", passage, ())


def test_of_several_passages_that_have_the_words_the_one_that_others_repeat_stands_for_a_document() -> None:
    open_to = "The fund shall be open to port towns directly, without leave of a ministry."
    texts = [
        text("zero", "2031-01-01", "All port towns have lamps.", open_to),
        text("rev", "2031-02-01", "We thank the port towns.", open_to.replace("shall", "may"), parent="zero"),
    ]
    found = hanse.lineage("port towns", texts)
    assert [each.passage.number for each in found.appearances] == ["2", "2"]
    assert found.ties[0].sentence is not None
    assert found.ties[0].sentence.said == "“shall” became “may”"
    assert found.ties[0].direction == "weaker"


WORDS = st.lists(st.sampled_from(["tide", "schools", "lamp", "the", "of", "Tide", "school"]), min_size=1, max_size=12)
DATES = st.sampled_from(["2029", "2030", "2030-02", "2030-02-03", "2031-01-01", None])


@given(
    st.lists(st.tuples(WORDS, DATES), max_size=8),
    st.lists(st.sampled_from(["tide", "schools", "lamp", "of"]), min_size=1, max_size=3),
)
def test_whatever_the_texts_the_first_are_those_of_plain_search(
    texts: list[tuple[list[str], str | None]], phrase: list[str]
) -> None:
    documents = [text(f"t{k}", date, " ".join(words)) for k, (words, date) in enumerate(texts)]
    found = hanse.lineage(" ".join(phrase), documents)
    wanted = f" {' '.join(phrase)} "
    plain = [each for each in documents if wanted in f" {each.passages[0].text.lower()} "]
    verbatim = [each.document for each in (*found.appearances, *found.undated) if each.how == "verbatim"]
    assert sorted(verbatim) == sorted(each.id for each in plain)
    whole = [each.date for each in plain if each.date and len(each.date) == 10]
    if whole and all(each.date is None or each.date in whole for each in plain):
        assert {each.date for each in found.first} == {min(whole)}
    seen = {each.document for each in found.appearances}
    assert all({tie.parent, tie.child} <= seen for tie in found.ties)


def test_a_long_text_against_a_longer_one_takes_no_more_than_a_moment() -> None:
    long = text("long", "2030", "The lamp and the tide schools open to all newcomers. " * 5_000)
    assert not hanse.lineage("tide wells " * 300, long)
    found = hanse.lineage("The tide schools shall be open to all the newcomers who come from the sea in winter.", long)
    assert ids(found.appearances) == ["long"]
