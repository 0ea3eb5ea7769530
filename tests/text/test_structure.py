"""Blocks become Passages: numbers with their whole path, chapeaux, headings, parts, tracked changes."""

from __future__ import annotations

import hanse
from hanse.text.blocks import Block, Run
from hanse.text.document import Document, Furniture, Passage
from hanse.text.structure import content


def read(*paragraphs: str) -> tuple[Passage, ...]:
    return hanse.read("\n\n".join(paragraphs).encode(), name="draft.txt").passages


def numbers(*paragraphs: str) -> list[str]:
    return [passage.number for passage in read(*paragraphs)]


def test_items_carry_the_path_of_what_they_hang_on() -> None:
    labels = ["OP5 Calls for:", "(a) A;", "(b) B:", "(i) I;", "(ii) II;", "(c) C;", "OP12 bis Ends."]
    assert numbers(*labels) == ["OP5", "OP5(a)", "OP5(b)", "OP5(b)(i)", "OP5(b)(ii)", "OP5(c)", "OP12 bis"]


def test_the_ninth_letter_is_no_roman_one() -> None:
    letters = [f"({letter}) word;" for letter in "abcdefghij"]
    assert numbers("12. Lead:", *letters)[-3:] == ["12(h)", "12(i)", "12(j)"]


def test_a_roman_one_after_the_eighth_letter_is_told_by_the_two_after_it() -> None:
    letters = [f"({letter}) word;" for letter in "abcdefgh"]
    assert numbers("12. Lead:", *letters, "(i) word;", "(ii) word;", "(i) last.")[-4:-1] == [
        "12(h)",
        "12(h)(i)",
        "12(h)(ii)",
    ]


def test_paragraphs_numbered_anew_in_each_article_carry_the_article() -> None:
    text = ["Article 1", "1. One.", "2. Two:", "(a) a.", "Article 2", "1. One.", "Article 4", "Nothing else."]
    assert numbers(*text) == [
        "Article 1",
        "Article 1(1)",
        "Article 1(2)",
        "Article 1(2)(a)",
        "Article 2",
        "Article 2(1)",
        "Article 4",
        "",
    ]


def test_paragraphs_numbered_through_keep_their_own_number() -> None:
    text = ["OBJECTIVE 1: Ports", "16. We agree.", "(a) a;", "OBJECTIVE 2: Piers", "17. We agree.", "(a) a."]
    assert numbers(*text) == ["Objective 1", "16", "16(a)", "Objective 2", "17", "17(a)"]


def test_items_without_a_numbered_paragraph_hang_on_their_objective() -> None:
    assert numbers("OBJECTIVE 1: Ports", "We agree to:", "(a) one;", "(b) two.")[-1] == "Objective 1(b)"


def test_an_annex_counts_anew() -> None:
    assert numbers("1. One.", "2. Two.", "ANNEX I", "1. One.")[-1] == "Annex I(1)"


def test_decimal_numbers_are_whole_paths() -> None:
    assert numbers("1.1 Ports open.", "1.1.1 Piers open.", "(a) one;", "1.2 They close.") == [
        "1.1",
        "1.1.1",
        "1.1.1(a)",
        "1.2",
    ]


def test_years_and_quantities_are_no_numbers() -> None:
    lines = ["2030 is the year.", "12 towns signed.", "1.5 million people.", "5. March 2018", "10-11 May it rains."]
    assert set(numbers(*lines)) == {""}


def test_the_chapeau_is_the_paragraph_that_leads_in() -> None:
    passages = read(
        "3. Towns agree.", "To this end they will:", "(a) meet;", "(b) write:", "- letters;", "Free again.", "4. End."
    )
    assert [passage.chapeau for passage in passages] == [None, None, "p2", "p2", "p4", None, None]
    assert [passage.kind for passage in passages] == ["paragraph", "paragraph", *["item"] * 3, "paragraph", "paragraph"]


def test_numbered_asks_hang_on_the_sentence_that_introduces_them() -> None:
    passages = read("We, the mayors, call on all States to:", "1. Listen to us.", "2. Pay their share.")
    assert [passage.chapeau for passage in passages] == [None, "p1", "p1"]


def test_headings_are_kept_above_what_they_head() -> None:
    passages = read("PLEDGE OF PORTS", "PREAMBLE", "1. We meet.", "II. Next steps", "A. At sea", "2. We sail.")
    assert passages[0].kind == "title"
    assert passages[-1].headings == ("II. Next steps", "A. At sea")


def test_the_preamble_ends_where_the_next_heading_begins() -> None:
    passages = read("PREAMBLE", "1. We rest on old law.", "OUR AIMS", "2. We act.")
    assert [passage.part for passage in passages] == ["preamble", "preamble", "operative", "operative"]


def test_participles_before_decisions_are_a_preamble() -> None:
    passages = read(
        "The Assembly,",
        "Recalling its vows,",
        "Noting with concern the tides,",
        "1. Decides to act;",
        "2. Asks for more.",
    )
    assert [passage.part for passage in passages] == ["", "preamble", "preamble", "operative", "operative"]


def test_participles_alone_are_no_preamble() -> None:
    assert {passage.part for passage in read("Recalling the tide, we left.", "Nothing was decided.")} == {""}


def tracked(*runs: Run) -> Passage:
    (passage,) = Document("d", content([Block(runs)])).passages
    return passage


def test_tracked_changes_are_never_merged_into_the_base() -> None:
    passage = tracked(
        Run("4. Towns shall "),
        Run("meet", "delete", "EU", "2026-01-02"),
        Run("assemble and vote", "insert", "EU"),
        Run(" yearly."),
    )
    assert (passage.number, passage.text) == ("4", "Towns shall meet yearly.")
    removed, added = passage.proposals
    assert (removed.author, removed.kind, removed.date, passage.text[slice(*removed.span)]) == (
        "EU",
        "delete",
        "2026-01-02",
        "meet",
    )
    assert (added.kind, added.text, added.span) == ("insert", "assemble and vote", (16, 16))
    assert Document("d", (passage,)).passages[0].printed == "Towns shall meetassemble and vote yearly."


def test_a_paragraph_that_is_only_inserted_has_no_base_text() -> None:
    passage = tracked(Run("5 bis. Towns may swim.", "insert", "Chile"))
    assert (passage.number, passage.text) == ("5 bis", "")
    assert [(one.author, one.text) for one in passage.proposals] == [("Chile", "Towns may swim.")]
    assert list(Document("d", (passage,)).words()) == ["5", "bis.", "Towns", "may", "swim."]


def test_bold_beside_struck_text_is_an_insertion_and_other_bold_is_not() -> None:
    heading = Block((Run("Final part", bold=True),))
    changed = Block((Run("Towns "), Run("may", struck=True), Run(" "), Run("will", bold=True), Run(" act.")))
    lead = Block((Run("Scope.", bold=True), Run(" All towns "), Run("shall", bold=True), Run(" act.")))
    passages = Document("d", content([heading, changed, lead])).passages
    assert [passage.text for passage in passages] == ["Final part", "Towns may act.", "Scope. All towns shall act."]
    assert [(one.kind, one.text, one.tracked) for one in passages[1].proposals] == [
        ("delete", "may", True),
        ("insert", "will", True),
    ]
    assert passages[0].proposals == passages[2].proposals == ()


def test_bold_without_struck_text_or_legend_is_emphasis() -> None:
    passage = tracked(Run("Towns "), Run("always", bold=True), Run(" act."))
    assert (passage.text, passage.proposals) == ("Towns always act.", ())


def test_where_a_legend_says_that_bold_is_new_a_wholly_bold_paragraph_is_proposed() -> None:
    legend = Block.of("Additions are in bold; deletions are struck through.")
    verb = Block((Run("1. Decides", bold=True), Run(" that towns "), Run("always", bold=True), Run(" act;")))
    new = Block((Run("2. Invites ports to close early.", bold=True),))
    gone = Block((Run("3. Invites ports to open.", struck=True),))
    heading = Block((Run("Final part", bold=True),))
    passages = Document("d", content([legend, heading, verb, new, gone])).passages[1:]
    assert [(one.number, one.text) for one in passages] == [
        ("", "Final part"),
        ("1", "Decides that towns act;"),
        ("2", ""),
        ("3", "Invites ports to open."),
    ]
    assert [(change.kind, change.text) for one in passages for change in one.proposals] == [
        ("insert", "always"),
        ("insert", "Invites ports to close early."),
        ("delete", "Invites ports to open."),
    ]


def test_a_sentence_across_two_pages_is_one_passage_with_the_footer_in_its_place() -> None:
    blocks = [
        Block.of("Ports of the northern shore shall open their", page=1),
        Block((Run("Draft of May"),), page=1, furniture="footer"),
        Block.of("gates in winter.", page=2),
    ]
    document = Document("d", content(blocks))
    assert [passage.text for passage in document.passages] == [
        "Ports of the northern shore shall open their gates in winter."
    ]
    assert list(document.words()) == " ".join(block.text for block in blocks).split()


def test_headers_and_page_numbers_are_found_by_repetition() -> None:
    blocks = [
        Block.of(text, page=page)
        for page in (1, 2, 3)
        for text in (f"Pledge of Ports, draft {page}", f"{page}. Towns act in their own way.", f"Page {page} of 3")
    ]
    document = Document("d", content(blocks))
    assert [passage.number for passage in document.passages] == ["1", "2", "3"]
    assert [one.kind for one in document.content if isinstance(one, Furniture)] == ["header", "page number"] * 3


def test_ids_are_unique_and_the_same_each_time() -> None:
    blocks = [Block.of(f"{number}. Towns act.") for number in range(1, 40)]
    first = content(blocks)
    assert first == content(blocks)
    assert len({passage.id for passage in first if isinstance(passage, Passage)}) == 39


def test_decisions_end_a_preamble_that_has_a_heading_of_its_own() -> None:
    passages = read("PREAMBLE", "Recalling its vows,", "1. Calls on states:", "(a) to act.")
    assert [passage.part for passage in passages] == ["preamble", "preamble", "operative", "operative"]


def test_a_note_mark_within_a_line_is_furniture_in_its_place() -> None:
    runs = (Run("4. Towns act"), Run("7", furniture="footnote"), Run(" at once."))
    document = Document("d", content([Block(runs)]))
    assert document.passages[0].text == "Towns act at once."
    assert list(document.words()) == ["4.", "Towns", "act", "7", "at", "once."]


def test_divisions_stand_in_their_order() -> None:
    passages = read("Chapter I", "General", "Section 1", "Article 1", "1. One.", "Article 2", "Two.")
    assert passages[-1].headings == ("Chapter I", "Section 1", "Article 2")


def test_a_paragraph_that_leads_in_closes_the_items_before_it() -> None:
    passages = read("2. Towns ask:", "(a) early;", "(b) often.", "They also want:", "i. a seat;", "ii. a vote.")
    assert [passage.number for passage in passages[4:]] == ["2(i)", "2(ii)"]
    assert {passage.chapeau for passage in passages[4:]} == {"p4"}


def test_a_sentence_without_an_end_leads_in_too() -> None:
    assert read("We, the mayors of the shore, hereby", "1. Call on states;", "2. Urge ports.")[2].chapeau == "p1"


def test_a_number_in_a_cell_of_its_own_numbers_the_next_cell() -> None:
    cells = ["Paragraph", "Text", "OP5(a)", "Towns act at once.", "7. Ports shall open their gates.", "2030"]
    passages = Document("d", content([Block((Run(text),), cell=True) for text in cells])).passages
    assert [passage.number for passage in passages] == ["", "", "", "OP5(a)", "7", ""]
    assert {passage.kind for passage in passages} == {"cell"}


def test_initials_are_no_labels() -> None:
    assert numbers("1. A storm came.", "B. Jones saw it and told the harbour master.", "2. It went.") == ["1", "", "2"]


def test_each_lead_introduces_the_numbers_after_it() -> None:
    passages = read("We commit to:", "1. Act.", "We ask states to:", "2. Pay.")
    assert [passage.chapeau for passage in passages] == [None, "p1", None, "p3"]
