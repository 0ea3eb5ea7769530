"""A fictional negotiation made by hand: every outcome and provenance, long passages, Arabic, brackets, proposals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hanse.text.document import Document, Passage, Proposal, Span
from hanse.tracing.board import Ask, Board, Cell, Source, Watch


def spans(text: str, *phrases: str) -> tuple[Span, ...]:
    """Where each phrase stands in ``text``; ValueError where it does not."""
    return tuple((text.index(phrase), text.index(phrase) + len(phrase)) for phrase in phrases)


LONG = (
    "We further commit to keep municipal reception centres open to every arriving person, regardless of status, "
    "to finance them from a common fund, to publish each quarter how many places stood ready and how many were "
    "taken, and to let the inspectorates of the signatory governments, the harbour masters and the associations "
    "of residents visit them without notice; such visits shall take place at least twice a year, their reports "
    "shall be translated into the languages most spoken in the centre concerned, and nobody who spoke with an "
    "inspector shall suffer any disadvantage for having done so, as appropriate and subject to available resources."
)
ARABIC = "يجب على الحكومات أن تضمن لكل مدينة ساحلية مقعدًا في لجنة الموانئ"

ASKS = (
    Ask(
        "A1",
        "Every city shall be heard before a harbour is closed to arriving ships.",
        "Brackwater",
        "2031-02-03",
        "add",
        "Voice",
        "st-brackwater",
        "p3",
        (0, 71),
    ),
    Ask(
        "A2",
        "Governments shall establish a common fund for municipal reception centres.",
        "Brackwater",
        "2031-02-03",
        "add",
        "Money",
        "st-brackwater",
        "p4",
        (0, 74),
    ),
    Ask(
        "A3",
        "Municipal reception centres shall be open to every arriving person, regardless of status.",
        "Saint Orla",
        "2031-02-10",
        "add",
        "Reception",
    ),
    Ask(
        "A4",
        "Delete: cities shall report undocumented residents to the harbour police",
        "Saint Orla",
        "2031-02-10",
        "delete",
        "Protection",
    ),
    Ask("A5", "safe, orderly and regular passage", "Union of Estuary Towns", "2031-01-20", "retain", "Passage"),
    Ask(
        "A6",
        "Mayors shall sit on the Harbour Board with a vote.",
        "Union of Estuary Towns",
        "2031-01-20",
        "add",
        "Voice",
    ),
    Ask(
        "A7",
        "Local governments shall issue residence cards to newcomers within thirty days.",
        "Tarn Quay",
        "2031-02-12",
        "replace",
        "Documents",
    ),
    Ask(
        "A8", "Schools shall admit every child from the day of arrival.", "Tarn Quay", "2031-02-12", "add", "Schooling"
    ),
    Ask(
        "A9",
        "The exchange of residents' data with the harbour police",
        "Tarn Quay",
        "2031-02-12",
        "oppose",
        "Protection",
    ),
    Ask("A10", ARABIC, "ميناء الرمل", "2031-02-14", "add", "Voice"),
    Ask(
        "A11",
        "A hearing of cities shall be held before each round of negotiation.",
        "Brackwater",
        None,
        "process",
        "Voice",
    ),
    Ask(
        "A12", "Governments shall recognise the qualifications of newcomers.", "Saint Orla", "2031-02-10", "add", "Work"
    ),
    Ask("A13", "Interpreters shall be present at every hearing.", "Brackwater", "2031-02-03", "add", "Protection"),
    Ask(
        "A14",
        "=SUM(A1:A9) shall not be a formula & <b>neither</b> shall this be markup",
        "+Tarn Quay",
        "2031",
        "add",
        "@Odd",
    ),
)

FUND = "Governments shall establish a common fund for municipal reception centres."
SOFT_FUND = (
    "Governments are encouraged to consider a common fund for municipal reception centres, where appropriate, "
    "and in accordance with national law."
)
BRACKETED = "[Mayors shall sit on the Harbour Board with a vote] [Mayors may observe the Harbour Board]."
REVERSED = "Schools shall not admit any child before the day of registration."
CARDS = (
    "Local governments may, as appropriate, issue residence cards to newcomers within ninety days, taking into "
    "account the means at their disposal."
)
REPORT = "To this end, cities shall report undocumented residents to the harbour police."


def draft(id: str, title: str, date: str, *passages: Passage, language: str = "en", **more: Any) -> Document:
    return Document(id=id, title=title, date=date, content=passages, language=language, kind="draft", **more)


def paragraph(id: str, number: str, text: str, **more: Any) -> Passage:
    return Passage(id=id, number=number, label=number, text=text, part="operative", **more)


ZERO = draft(
    "zero",
    "Zero draft",
    "2031-03-01",
    paragraph("p1", "PP1", "Recalling the promise of safe, orderly and regular passage across the strait,", page=1),
    paragraph("p2", "OP1", "Every city shall be heard before a harbour is closed to arriving ships.", page=1),
    paragraph("p3", "OP2", FUND, page=2),
    paragraph("p4", "OP3", REPORT, page=2),
    paragraph("p5", "OP4", "Schools should admit children as soon as possible.", page=3),
    paragraph("p6", "OP5", "Interpreters shall be present at every hearing.", page=3),
)
REV1 = draft(
    "rev1",
    "Revised draft 1",
    "2031-04-15",
    paragraph("p1", "PP1", "Recalling the promise of safe, orderly and regular passage across the strait,", page=1),
    paragraph(
        "p2", "OP1", "Cities should be consulted, as needed, before a harbour is closed to arriving ships.", page=1
    ),
    paragraph("p3", "OP2", SOFT_FUND, page=1),
    paragraph("p4", "OP3", REPORT, page=2),
    paragraph("p5", "OP4", REVERSED, page=2),
    paragraph("p6", "OP6", BRACKETED, page=2, status="bracketed"),
    paragraph("p7", "OP7", CARDS, page=2),
)
REV2 = draft(
    "rev2",
    "Revised draft 2",
    "2031-06-02",
    paragraph("p1", "PP1", "Recalling the promise of safe and orderly passage across the strait,", page=1),
    paragraph("p2", "OP1", "Every city shall be heard before a harbour is closed to arriving ships.", page=1),
    paragraph(
        "p3",
        "OP2",
        SOFT_FUND,
        page=1,
        proposals=(
            Proposal("Norvania", "in the form of voluntary contributions", "insert", (48, 48), "2031-05-20", True),
            Proposal(
                "Estuary Group", ", where appropriate", "delete", spans(SOFT_FUND, ", where appropriate")[0], None, True
            ),
        ),
    ),
    paragraph("p4", "OP3", LONG, page=2),
    paragraph("p5", "OP4", REVERSED, page=3),
    paragraph("p6", "OP6", BRACKETED, page=3, status="bracketed"),
    paragraph("p7", "OP7", CARDS, page=4),
    paragraph("p8", "OP8", ARABIC + "، حسب الاقتضاء.", page=4),
    paragraph("p9", "OP9", "Governments shall recognise the qualifications of newcomers.", page=4),
    paragraph("p10", "OP10", "The exchange of residents' data with the harbour police continues.", page=5),
)

CHARTER = Document(
    "charter",
    (paragraph("p12", "12", "Governments shall recognise the qualifications of newcomers and of their kin."),),
    "Charter of the Strait",
    "2019-11-05",
    "en",
    "Assembly of the Strait",
    "AS/RES/19/4",
    "resolution",
    True,
)
RIVAL = Document(
    "ngo",
    (paragraph("p2", "2", "A common fund for municipal reception centres should be established."),),
    "Proposals of the Lantern Relief",
    "2031-01-15",
    "en",
    "Lantern Relief",
    "",
    "proposal",
)
STATEMENT = Document(
    "st-brackwater",
    (
        paragraph("p3", "3", "Every city shall be heard before a harbour is closed to arriving ships."),
        paragraph("p4", "4", FUND),
    ),
    "Statement of Brackwater",
    "2031-02-03",
    "en",
    "Brackwater",
    "",
    "statement",
)


def source(document: Document, coverage: float) -> Source:
    return Source(
        document.id,
        document.title,
        document.date,
        document.passages[0],
        document.symbol,
        document.actor,
        document.adopted,
        coverage,
    )


def absent(ask: str, draft: str, **more: Any) -> Cell:
    settled: dict[str, Any] = {
        "outcome": "not reflected",
        "met": "no",
        "why": "No passage of this draft carries more than a tenth.",
    } | more
    return Cell(ask, draft, **settled)


def present(
    ask: Ask,
    draft: Document,
    passage: str,
    outcome: Any,
    phrases: Sequence[str] = (),
    caveats: Sequence[str] = (),
    **more: Any,
) -> Cell:
    found = draft.passage(passage)
    phrases = phrases or (ask.text,)
    settled: dict[str, Any] = {
        "met": "yes" if outcome == "reflected" else "in part",
        "provenance": "new",
        "how": "close",
        "coverage": 0.8,
        "novel": 1.0,
        "expected": 0.003,
        "ask_strength": 5,
        "draft_strength": 5,
        "why": f"It stands here as {outcome}.",
    } | more
    return Cell(
        ask.id,
        draft.id,
        outcome,
        passage=found,
        ask_spans=spans(ask.text, *phrases),
        draft_spans=spans(found.text, *phrases),
        caveats=spans(found.text, *caveats),
        **settled,
    )


def cells() -> tuple[Cell, ...]:
    a = {ask.id: ask for ask in ASKS}
    verbatim = {"how": "verbatim", "coverage": 1.0}
    fund = ("a common fund for municipal reception centres",)
    weak_fund = {
        "draft_strength": 2,
        "coverage": 0.71,
        "novel": 0.4,
        "provenance": "shared",
        "rivals": (source(RIVAL, 0.82),),
        "why": "The fund stays, but governments are now only encouraged to consider it, with two caveats.",
    }
    soft = ("where appropriate", "in accordance with national law")
    board = ("Mayors shall sit on the Harbour Board with a vote",)
    cards = ("Local governments", "issue residence cards to newcomers within")
    return (
        present(a["A1"], ZERO, "p2", "reflected", **verbatim),
        present(
            a["A1"],
            REV1,
            "p2",
            "weakened",
            ("before a harbour is closed to arriving ships",),
            ("as needed",),
            draft_strength=3,
            coverage=0.66,
        ),
        present(a["A1"], REV2, "p2", "reflected", reinstated=True, **verbatim),
        present(a["A2"], ZERO, "p3", "reflected", provenance="shared", rivals=(source(RIVAL, 0.82),), **verbatim),
        present(a["A2"], REV1, "p3", "weakened", fund, soft, **weak_fund),
        present(a["A2"], REV2, "p3", "weakened", fund, soft, **weak_fund),
        absent("A3", "zero"),
        absent("A3", "rev1"),
        present(
            a["A3"],
            REV2,
            "p4",
            "weakened",
            ("open to every arriving person, regardless of status",),
            ("as appropriate", "subject to available resources"),
            draft_strength=4,
            coverage=0.77,
        ),
        present(
            a["A4"],
            ZERO,
            "p4",
            "reflected",
            ("cities shall report undocumented residents to the harbour police",),
            met="no",
            provenance="already there",
            how="verbatim",
            why="The words to be deleted still stand.",
        ),
        present(
            a["A4"],
            REV1,
            "p4",
            "reflected",
            ("cities shall report undocumented residents to the harbour police",),
            met="no",
            provenance="already there",
            how="verbatim",
            why="The words to be deleted still stand.",
        ),
        absent("A4", "rev2", outcome="deleted", met="yes", why="The contested words are gone."),
        present(a["A5"], ZERO, "p1", "reflected", provenance="already there", **verbatim),
        present(a["A5"], REV1, "p1", "reflected", provenance="already there", **verbatim),
        present(
            a["A5"],
            REV2,
            "p1",
            "partly reflected",
            ("safe",),
            provenance="already there",
            ask_strength=None,
            draft_strength=None,
            why="Regular is gone; safe and orderly remain.",
        ),
        absent("A6", "zero"),
        present(a["A6"], REV1, "p6", "pending", board, met="open", **verbatim),
        present(a["A6"], REV2, "p6", "pending", board, met="open", **verbatim),
        absent("A7", "zero"),
        present(a["A7"], REV1, "p7", "weakened", cards, ("as appropriate",), draft_strength=1),
        present(a["A7"], REV2, "p7", "weakened", cards, ("as appropriate",), draft_strength=1),
        present(a["A8"], ZERO, "p5", "partly reflected", ("admit",), draft_strength=3, coverage=0.45),
        present(a["A8"], REV1, "p5", "reversed", ("the day of",), met="no", coverage=0.6),
        present(a["A8"], REV2, "p5", "reversed", ("the day of",), met="no", coverage=0.6),
        absent("A9", "zero", met="yes"),
        absent("A9", "rev1", met="yes"),
        present(a["A9"], REV2, "p10", "reflected", met="no", ask_strength=None, draft_strength=0, **verbatim),
        absent("A10", "zero"),
        absent("A10", "rev1"),
        present(a["A10"], REV2, "p8", "weakened", (), ("حسب الاقتضاء",), **verbatim),
        absent("A11", "zero", met="open"),
        absent("A11", "rev1", met="open"),
        absent("A11", "rev2", met="open"),
        absent("A12", "zero"),
        absent("A12", "rev1"),
        present(
            a["A12"],
            REV2,
            "p9",
            "reflected",
            provenance="agreed language",
            novel=0.0,
            origin=source(CHARTER, 1.0),
            rivals=(source(CHARTER, 1.0),),
            **verbatim,
        ),
        present(a["A13"], ZERO, "p6", "reflected", **verbatim),
        absent("A13", "rev1", outcome="deleted", why="OP5 of the zero draft had it; nothing in this draft answers it."),
        absent(
            "A13",
            "rev2",
            outcome="deleted",
            origin=source(CHARTER, 0.3),
            why="OP5 of the zero draft had it; nothing in this draft answers it.",
        ),
        absent("A14", "zero"),
        absent("A14", "rev1"),
        absent("A14", "rev2"),
    )


def watch() -> tuple[Watch, ...]:
    gone = ZERO.passage("p2")
    softened = REV1.passage("p2")
    cards = REV1.passage("p7")
    report = REV1.passage("p4")
    return (
        Watch("rev1", "gained", cards, spans(cards.text, "Local governments")),
        Watch("rev1", "lost", softened, spans(softened.text, "Cities"), gone, spans(gone.text, "city")),
        Watch("rev2", "lost", report, spans(report.text, "cities")),
    )


def negotiation() -> Board:
    return Board(
        asks=ASKS,
        drafts=(ZERO, REV1, REV2),
        cells=cells(),
        watch=watch(),
        title="Compact of the Strait",
        forum="Conference of the Strait (fictional)",
        warnings=("old-scan.pdf: pages without a text layer; name OCR.",),
        record=(CHARTER, RIVAL),
        statements=(STATEMENT,),
    )


def crowded(asks: int = 200, drafts: int = 10) -> Board:
    """A generated board of realistic lengths: every cell has a passage of its own."""
    words = [
        *[
            "cities",
            "shall",
            "be",
            "heard",
            "on",
            "every",
            "measure",
            "that",
            "concerns",
            "reception",
            "schooling",
            "shelter",
            "passage",
            "and",
            "work",
        ]
    ]
    texts = tuple(" ".join(words[(i * 7 + k * (i % 5 + 1)) % len(words)] for k in range(30)) for i in range(asks))
    wanted = tuple(
        Ask(f"A{i + 1}", text, f"City {i % 20}", "2031-02-03", "add", f"Theme {i % 8}") for i, text in enumerate(texts)
    )
    states = tuple(
        draft(
            f"d{j}",
            f"Revised draft {j}",
            f"2031-{j % 12 + 1:02d}-01",
            *(
                paragraph(f"p{i}", f"OP{i}", f"In round {j} they agree that {text}, as appropriate, and that {text}.")
                for i, text in enumerate(texts)
            ),
        )
        for j in range(drafts)
    )
    outcomes = ("reflected", "weakened", "pending", "partly reflected", "reversed")
    found = []
    for i, ask in enumerate(wanted):
        runs = tuple((at * 30, at * 30 + 20) for at in range(len(ask.text) // 30))
        for j, state in enumerate(states):
            passage = state.passages[i]
            shift = passage.text.index(ask.text)
            found.append(
                Cell(
                    ask.id,
                    state.id,
                    outcomes[(i + j) % 5],
                    "in part",
                    "Most of it stands, with a caveat.",
                    "new",
                    coverage=0.7,
                    novel=0.9,
                    expected=0.01,
                    ask_spans=runs,
                    passage=passage,
                    ask_strength=5,
                    draft_strength=3,
                    draft_spans=tuple((s + shift, e + shift) for s, e in runs),
                    caveats=spans(passage.text, "as appropriate"),
                    rivals=(source(RIVAL, 0.4),),
                )
            )
    return Board(wanted, states, tuple(found), title="A crowded board", record=(RIVAL,))


def restricted(board: Board, where: str) -> Board:
    """The same board with one restricted item in ``where``: a field of Board."""
    first, *rest = getattr(board, where)
    return replace(board, **{where: (replace(first, handling="restricted"), *rest)})
