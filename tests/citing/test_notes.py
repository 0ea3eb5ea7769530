"""What points back in a note is tied to what came before, in English, Spanish, French and German."""

from __future__ import annotations

import pytest

from hanse.citing.linking import Works
from hanse.citing.notes import NotesRead
from hanse.text.document import Document

FULL = [
    "Alexander Betts, Survival Migration (Ithaca: Cornell University Press, 2013), 29.",
    "Sonia Parella, «El giro local», Revista CIDOB, vol. 12, n. 3 (2017), pp. 51-70, p. 55.",
    "Smaïn Laacher, Ce qu’immigrer veut dire, Paris, Karthala, 2012, p. 30.",
]


def cited(*notes: str) -> list[tuple[int, ...]]:
    """What each note cites, by the place of the full form among the notes before."""
    read = NotesRead(Document(id="paper", title="", content=()), Works([]), listed=False)
    found = []
    for number, text in enumerate(notes, 1):
        markers = read._read(text)
        read._cited[number] = [cite for marker in markers for cite in marker.cites]
        found.append(tuple(read._cited[number]))
    return found


def test_a_full_form_is_a_work_of_its_own():
    assert cited(*FULL) == [(0,), (1,), (2,)]


@pytest.mark.parametrize(
    ("note", "means"),
    [
        ("Ibid., 31.", (2,)),
        ("Ibídem, p. 33.", (2,)),
        ("Ídem.", (2,)),
        ("Vgl. ebd., S. 31.", (2,)),
        ("Betts, Survival, 12.", (0,)),
        ("Betts, op. cit., p. 40.", (0,)),
        ("Betts (n 1) 33.", (0,)),
        ("See Betts, supra note 1, at 34.", (0,)),
        ("Parella, ob. cit., p. 60.", (1,)),
        ("Véase Parella, «El giro local», cit., p. 61.", (1,)),
        ("Vid. nota 2, p. 52.", (1,)),
        ("Vid. supra, nota 2.", (1,)),
        ("Laacher, op. cit., p. 44; Betts, Survival Migration, 50.", (2, 0)),
        ("S. Laacher, précité, note 3, p. 12.", (2,)),
        ("Cf. Parella, art. cit., p. 58.", (1,)),
        ("Laacher, a. a. O., S. 9.", (2,)),
    ],
)
def test_a_short_form_is_the_work_that_it_points_back_to(note: str, means: tuple[int, ...]):
    assert cited(*FULL, note)[-1] == means


def test_the_number_of_an_issue_is_no_note():
    assert cited(FULL[0], FULL[1])[1] == (1,)


@pytest.mark.parametrize(
    ("note", "means"),
    [
        ("Betts, Survival, 41–44. Parella, «El giro local», 9, counts fewer.", (0, 1)),
        ("Betts (n 1) 33, and for the costs Sofía Arana, The Price of a Letter (Quay 2019) 5.", (0, 3)),
        (
            "Parella, ob. cit., anexo. El recuento fue corregido por M. Oribe, «¿Y el mar?», Puertos, 2013, pág. 8.",
            (1, 3),
        ),
        ("Above all Ada Brenner, “Lists,” Rolls 22 (2009): 88–91.", (3,)),
        ("Examples stand in Observatory of Small Ports, Yearbook 2010 (Geneva 2011) 301.", (3,)),
        ("Ada Brenner, Rolls and Lists (Quay 2009) 30. Contra Betts (n 1) 77.", (3, 0)),
        ("Ibid., p. 12, drawing on A/HRC/30/49.", (2, 3)),
    ],
)
def test_a_note_may_name_several_works_and_lead_up_to_them_with_words(note: str, means: tuple[int, ...]):
    assert cited(*FULL, note)[-1] == means


@pytest.mark.parametrize(
    "note",
    [
        "K. Lund, «Three Ports», en A. Berg y P. Holm (eds.), Law in the North, Oslo, Havn, 1981, pág. 90.",
        "D. Marsh and P. Holm, ‘Municipal Treaties’ (1999) 33 Atlantic Law Review 401, 404.",
        "J. Vera, Old Ports, 2nd ed., New York, Ferry House, 2001, p. 8.",
    ],
)
def test_editors_second_authors_and_towns_of_print_begin_no_further_work(note: str):
    assert cited(*FULL, note)[-1] == (3,)
