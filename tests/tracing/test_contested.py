"""An ask to delete that only says so holds nothing that can be looked for."""

import pytest

import hanse
from hanse import Ask, Document, Passage
from hanse.tracing.contested import REMARK, instructs

QUOTAS = "States shall set yearly quotas for herring in the strait."
HOUSING = "Cities shall house those who arrive by ferry."

INSTRUCTIONS = [
    "We ask that the paragraph on herring quotas be deleted.",
    "Paragraph 4 should be deleted.",
    "Delete paragraph 4.",
    "Please remove the reference to quotas.",
    "The city of Rimtown asks that article 5 be struck out.",
    "We oppose any mention of quotas.",
    "OP5(a)",
    "Supprimer le paragraphe 4.",
    "Nous demandons que le paragraphe sur les quotas soit supprimé.",
    "Pedimos que se suprima el párrafo sobre las cuotas.",
    "Que se supriman las cuotas.",
    "El párrafo 4 debe suprimirse.",
]
CONTESTED = [
    QUOTAS,
    "as appropriate",
    "Personal data shall be deleted after five years.",
    "Remove barriers to trade between ports.",
    "Calls upon States to remove barriers to movement.",
    "The provisions of article 5 shall apply to vessels.",
    "Supprimer les obstacles au commerce.",
    "Los datos se suprimirán al cabo de cinco años.",
]


@pytest.mark.parametrize("text", INSTRUCTIONS)
def test_an_instruction_is_told_from_contested_words(text: str) -> None:
    assert instructs(Ask("a", text, kind="delete"))
    assert instructs(Ask("a", text, kind="oppose"))
    assert not instructs(Ask("a", text, kind="retain"))


@pytest.mark.parametrize("text", CONTESTED)
def test_words_of_a_text_are_no_instruction(text: str) -> None:
    assert not instructs(Ask("a", text, kind="delete"))


def draft(id: str, *passages: str) -> Document:
    return Document(id=id, title=id, content=tuple(Passage.of(each, f"p{k}") for k, each in enumerate(passages, 1)))


@pytest.mark.parametrize("text", INSTRUCTIONS)
def test_an_instruction_is_never_said_to_be_met_and_is_warned_of(text: str) -> None:
    board = hanse.trace([Ask("a1", text, kind="delete")], [draft("d1", HOUSING, QUOTAS), draft("d2", HOUSING)])
    assert {cell.met for cell in board.cells} == {"open"}
    assert all(REMARK in cell.why for cell in board.cells)
    assert len(board.warnings) == 1
    assert board.warnings[0].startswith("a1: says what is to be done and holds no words of the text")


def test_the_absence_of_contested_words_is_what_was_asked() -> None:
    board = hanse.trace([Ask("a1", QUOTAS, kind="delete")], [draft("d1", HOUSING, QUOTAS), draft("d2", HOUSING)])
    assert [(cell.outcome, cell.met) for cell in board.cells] == [("reflected", "no"), ("deleted", "yes")]
    assert not board.warnings


def test_words_that_a_version_has_whole_are_the_contested_ones_whatever_they_sound_like() -> None:
    order = "Delete paragraph 4 of the annex to the harbour accord."
    board = hanse.trace([Ask("a1", order, kind="delete")], [draft("d1", HOUSING, order), draft("d2", HOUSING)])
    assert [(cell.outcome, cell.met) for cell in board.cells] == [("reflected", "no"), ("deleted", "yes")]


def test_the_sentence_of_a_deleted_cell_names_the_nearest_passage() -> None:
    weak = "Ports talk of herring and weather in the strait."
    first, second = hanse.trace([QUOTAS], [draft("d1", HOUSING, QUOTAS), draft("d2", HOUSING, weak)]).cells
    assert (first.outcome, second.outcome) == ("reflected", "deleted")
    assert second.nearest is not None
    assert second.why.endswith("no passage of this version has it; the nearest is “Ports talk of herring …”.")
