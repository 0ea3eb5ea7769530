"""Asks found in statements: what is one, of which kind, in which words, and what is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from hanse.text.document import Document, Passage
from hanse.text.reading import read
from hanse.tracing.asks import commitments, find
from hanse.tracing.board import Ask
from hanse.tracing.campaign import open_campaign

ENGLISH = b"""Statement of the harbour cities

Recalling the island charter, and recognizing the role of ports,

1. We thank the co-facilitators for the first draft. Last year our city opened three shelters.

2. We call upon States to give municipalities direct access to the lighthouse fund, and urge donors to report on it \
every year. We commit to share our data.

3. We call on States to:

(a) publish ferry timetables in all languages;

(b) ensure that harbour clinics:

(i) stay open at night; and

(ii) treat every passenger.

4. We commit to:

(a) open our libraries;

(b) train our staff.

5. We propose the following new paragraph:

"Parties shall hold an annual harbour review with mayors."

6. As mayors, we ask Parties to lift the ceiling on loans; to recognise river towns as partners; and to publish budgets.
"""


def said(text: str, language: str = "en", actor: str = "") -> list[tuple[str, str]]:
    document = Document("s", (Passage.of(text),), language=language, actor=actor)
    asks = find(document)
    for ask in asks:
        assert ask.passage == "p1"
        assert ask.span is not None
    return [(ask.kind, ask.text) for ask in asks]


def test_a_statement_gives_its_asks_in_order_with_stable_ids() -> None:
    statement = read(ENGLISH, name="statement.txt", id="skagen", date="2030-01-05", actor="Skagen")
    asks = find(statement)
    assert [(ask.id, ask.text) for ask in asks] == [
        ("skagen-1", "call upon States to give municipalities direct access to the lighthouse fund"),
        ("skagen-2", "urge donors to report on it every year"),
        ("skagen-3", "call on States to publish ferry timetables in all languages"),
        ("skagen-4", "call on States to ensure that harbour clinics stay open at night"),
        ("skagen-5", "call on States to ensure that harbour clinics treat every passenger"),
        ("skagen-6", "Parties shall hold an annual harbour review with mayors"),
        ("skagen-7", "ask Parties to lift the ceiling on loans"),
        ("skagen-8", "ask Parties to recognise river towns as partners"),
        ("skagen-9", "ask Parties to publish budgets"),
    ]
    assert {(ask.actor, ask.date, ask.kind, ask.document) for ask in asks} == {
        ("Skagen", "2030-01-05", "add", "skagen")
    }
    assert find(statement) == asks


def test_every_ask_names_where_its_words_stand() -> None:
    statement = read(ENGLISH, name="statement.txt", id="skagen")
    for ask in find(statement):
        assert ask.passage is not None
        assert ask.span is not None
        quoted = statement.passage(ask.passage).text[slice(*ask.span)]
        assert " ".join(quoted.split()).casefold() in ask.text.casefold()


@pytest.mark.parametrize(
    ("sentence", "kind", "text"),
    [
        ("We urge States to fund night ferries.", "add", "urge States to fund night ferries"),
        ("Cities demand a share of the harbour dues.", "add", "demand a share of the harbour dues"),
        ("States must consult mayors before each season.", "add", "States must consult mayors before each season"),
        ("Therefore, we believe that ports should stay open.", "add", "ports should stay open"),
        ("Cities must be heard.", "add", "Cities must be heard"),
        ("Ferrymen should hold one seat on the board.", "add", "Ferrymen should hold one seat on the board"),
        ("Towns should hold two seats in the fund.", "add", "Towns should hold two seats in the fund"),
        ("Mayors should co-chair the council of ports.", "add", "Mayors should co-chair the council of ports"),
        ("Our cities must become members of the pact.", "add", "Our cities must become members of the pact"),
        ("No child shall be detained.", "add", "No child shall be detained"),
        ("The text needs to name towns as partners.", "add", "The text needs to name towns as partners"),
        ("It is essential that towns get a fixed share.", "add", "It is essential that towns get a fixed share"),
        ("We need predictable funding.", "add", "need predictable funding"),
        ("Ensure that every ferry carries a nurse.", "add", "Ensure that every ferry carries a nurse"),
        ("Let our towns vote.", "add", "Let our towns vote"),
        ("What we ask is simple: give river towns a vote.", "add", "give river towns a vote"),
        ("We thank you, and call for a harbour court.", "add", "call for a harbour court"),
        ("Delete paragraph 14.", "delete", "paragraph 14"),
        ("Please delete the words “where resources permit”.", "delete", "where resources permit"),
        ("The words “where resources permit” should be deleted.", "delete", "where resources permit"),
        ("We ask the drafters to strike the reference to quotas in OP4.", "delete", "quotas"),
        ("In OP5, insert after “ferries” the words “and their towns”.", "add", "and their towns"),
        ("Please add a reference to floating schools in paragraph 20.", "add", "floating schools"),
        ("We ask you to retain the reference to harbours in paragraph 7.", "retain", "harbours"),
        ("The reference to night ferries in OP9 must not be weakened.", "retain", "night ferries"),
        ("Bracketed text in para. 9 must go.", "delete", "Bracketed text in para. 9"),
        ("“Towns and regions” must be retained.", "retain", "Towns and regions"),
        (
            "We propose to replace “may consider” in paragraph 2 with “shall set up welcome desks”.",
            "replace",
            "shall set up welcome desks",
        ),
        (
            "Replace 'may' by 'shall' in paragraph 9.",
            "replace",
            "Replace 'may' by 'shall' in paragraph 9",
        ),
        ("Paragraph 9 should read: “Each Party shall hear its towns.”", "replace", "Each Party shall hear its towns"),
        ("We oppose any proposal to fingerprint children.", "oppose", "any proposal to fingerprint children"),
        ("We cannot accept the new caveat, because it empties the duty.", "oppose", "the new caveat"),
        ("We cannot support the deletion of paragraph 7.", "retain", "paragraph 7"),
        ("Do not delete the reference to mayors.", "retain", "mayors"),
        ("Give cities a seat at the negotiating table.", "process", "Give cities a seat at the negotiating table"),
        (
            "Mayors should be invited to the hearing in May.",
            "process",
            "Mayors should be invited to the hearing in May",
        ),
        ("We ask the co-facilitators to accredit mayors.", "process", "ask the co-facilitators to accredit mayors"),
        ("We request observer status for our league.", "process", "request observer status for our league"),
    ],
)
def test_asks_are_found_with_their_kind_and_words(sentence: str, kind: str, text: str) -> None:
    assert said(sentence) == [(kind, text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Recalling that States should protect every passenger,",
        "We commit to share our data with every port.",
        "We will open three shelters.",
        "Our city opened three shelters last year.",
        "Families must often wait for months before a ferry takes them.",
        "Our cities must pay for shelters without help.",
        "Mayors must lead by example.",
        "Mayors should hold open hours every week.",
        "Cities should take care of their own archives.",
        "People who have to leave home need boats.",
        "It should be noted that winters are long.",
        "The second draft called for more ferries.",
        "The report says that States should act.",
        "We do not ask for charity.",
        "We are asking for nothing new.",
        "Parties should have acted earlier.",
        "If nothing changes, cities will have to close shelters.",
        "Why should towns pay?",
        "Our staff have to find beds within hours.",
        "We welcome the words “States shall consult mayors”.",
        "See https://example.org/cities-want-in/ for more.",
        "",
    ],
)
def test_preambles_own_commitments_and_descriptions_are_no_asks(sentence: str) -> None:
    assert said(sentence) == []


def promised(statement: Document) -> list[str]:
    return [passage.text[slice(*span)] for passage, span in commitments(statement)]


def test_the_own_commitments_of_a_statement_are_told_apart() -> None:
    statement = read(ENGLISH, name="statement.txt", id="skagen")
    assert promised(statement) == ["We commit to share our data", "open our libraries", "train our staff"]
    letter = b"# Letter\n\n## Our demands\n\n- Recognise our cards.\n\n## Our commitments\n\n- Open our archives.\n"
    assert promised(read(letter, name="letter.md")) == ["Open our archives"]


@pytest.mark.parametrize(
    ("sentence", "language", "own"),
    [
        ("We will open three shelters.", "en", True),
        ("Mayors should hold open hours every week.", "en", True),
        ("Nous nous engageons à ouvrir nos archives.", "fr", True),
        ("Nos comprometemos a abrir nuestros archivos.", "es", True),
        ("States should open three shelters.", "en", False),
        ("Recalling that we commit to share our data,", "en", False),
        ("Our city opened three shelters last year.", "en", False),
        ("We commit to share our data, and call on States to share theirs.", "en", False),
        ("We will open three shelters.", "zh", False),
    ],
)
def test_a_promise_is_a_promise_and_no_ask(sentence: str, language: str, own: bool) -> None:
    document = Document("s", (Passage.of(sentence),), language=language)
    assert promised(document) == ([sentence.rstrip(".")] if own else [])


def test_items_under_a_heading_of_demands_are_asks_and_those_under_own_commitments_are_not() -> None:
    statement = read(
        b"# Letter of the river mayors\n\n## Our demands\n\n- Direct access for towns to the fund.\n"
        b"- Recognise municipal identity cards.\n\n## Our commitments\n\n- Open our archives.\n- Train interpreters.\n",
        name="letter.md",
    )
    assert [ask.text for ask in find(statement)] == [
        "Direct access for towns to the fund",
        "Recognise municipal identity cards",
    ]


def test_the_statements_own_actor_asks_by_its_name() -> None:
    assert said("Basel is calling for a river court.", actor="Basel") == [("add", "calling for a river court")]
    assert said("Basel is calling for a river court.", actor="Bern") == []


def test_the_same_words_twice_are_one_ask() -> None:
    assert said("States must consult mayors. In conclusion, States must consult mayors!") == [
        ("add", "States must consult mayors")
    ]


@pytest.mark.parametrize(
    ("sentence", "kind", "text"),
    [
        ("Nous appelons les États à financer les bacs.", "add", "appelons les États à financer les bacs"),
        ("Les États devraient consulter les maires.", "add", "Les États devraient consulter les maires"),
        ("Les villes doivent être entendues.", "add", "Les villes doivent être entendues"),
        ("Il faut que les enfants aient une école.", "add", "Il faut que les enfants aient une école"),
        ("Les villes doivent occuper un siège au fonds.", "add", "Les villes doivent occuper un siège au fonds"),
        ("Les maires doivent coprésider le conseil.", "add", "Les maires doivent coprésider le conseil"),
        ("Les maires doivent ouvrir leurs archives.", None, ""),
        ("Supprimer le paragraphe 14.", "delete", "le paragraphe 14"),
        ("Insérer après « bacs » les mots « et leurs villes ».", "add", "et leurs villes"),
        ("Nous demandons de maintenir la référence aux ports.", "retain", "ports"),
        (
            "Nous proposons de remplacer « peuvent envisager » par « établissent des guichets ».",
            "replace",
            "établissent des guichets",
        ),
        ("Nous nous opposons à la suppression du paragraphe 7.", "retain", "paragraphe 7"),
        ("Nous nous opposons à tout fichage des enfants.", "oppose", "tout fichage des enfants"),
        (
            "Nous demandons d'inviter les maires à l'audition de mai.",
            "process",
            "demandons d'inviter les maires à l'audition de mai",
        ),
        ("Nous nous engageons à partager nos données.", None, ""),
        ("Les familles doivent souvent attendre des mois.", None, ""),
        ("Rappelant que les États doivent agir,", None, ""),
        ("Le rapport demande que les États agissent.", None, ""),
    ],
)
def test_asks_are_found_in_french(sentence: str, kind: str | None, text: str) -> None:
    assert said(sentence, "fr") == ([(kind, text)] if kind else [])


@pytest.mark.parametrize(
    ("sentence", "kind", "text"),
    [
        ("Instamos a los Estados a financiar las barcas.", "add", "Instamos a los Estados a financiar las barcas"),
        ("Los Estados deberían consultar a los alcaldes.", "add", "Los Estados deberían consultar a los alcaldes"),
        ("Las ciudades deben ser escuchadas.", "add", "Las ciudades deben ser escuchadas"),
        ("Agradecemos el texto y pedimos una barca.", "add", "pedimos una barca"),
        ("Las ciudades deben ocupar un escaño en él.", "add", "Las ciudades deben ocupar un escaño en él"),
        ("Los alcaldes deben abrir sus archivos.", None, ""),
        ("Suprimir el párrafo 14.", "delete", "el párrafo 14"),
        ("Insertar después de «barcas» las palabras «y sus ciudades».", "add", "y sus ciudades"),
        ("Pedimos mantener la referencia a los puertos.", "retain", "puertos"),
        ("Proponemos sustituir «podrán» por «establecerán ventanillas».", "replace", "establecerán ventanillas"),
        ("Nos oponemos a todo registro de los niños.", "oppose", "todo registro de los niños"),
        (
            "Pedimos invitar a los alcaldes a la audiencia de mayo.",
            "process",
            "Pedimos invitar a los alcaldes a la audiencia de mayo",
        ),
        ("Nos comprometemos a compartir nuestros datos.", None, ""),
        ("Recordando que los Estados deben actuar,", None, ""),
        ("El informe pide que los Estados actúen.", None, ""),
    ],
)
def test_asks_are_found_in_spanish(sentence: str, kind: str | None, text: str) -> None:
    assert said(sentence, "es") == ([(kind, text)] if kind else [])


def test_other_languages_give_no_asks() -> None:
    assert said("Wir fordern die Staaten auf, Fähren zu bezahlen.", "de") == []


def test_an_ask_takes_the_handling_of_its_statement() -> None:
    document = Document("s", (Passage.of("We urge States to act."),), language="en", handling="restricted")
    assert [ask.handling for ask in find(document)] == ["restricted"]


def test_themes_come_from_keywords() -> None:
    def themes(text: str) -> list[str]:
        return [ask.theme for ask in find(Document("s", (Passage.of(text),), language="en"))]

    assert themes("We urge States to end the detention of passengers.") == ["detention"]
    assert themes("We urge States to fund municipal budgets.") == ["funding"]
    assert themes("We urge States to paint the boats blue.") == [""]


def test_asks_are_values() -> None:
    (ask,) = find(Document("s", (Passage.of("We urge States to act."),), language="en"))
    assert isinstance(ask, Ask)
    assert hash(ask) == hash(ask)


def test_wording_announced_before_a_list_is_the_ask_and_the_paragraph_after_the_list_is_none() -> None:
    statement = read(
        b"Statement of the port\n\nWe therefore ask that the Accord provide as follows:\n\n"
        b"1. The fund shall be open to towns directly.\n\n2. One seat shall be held by a mayor.\n\n"
        b"The ferry hall has been swept. It is ready again.\n",
        name="statement.txt",
    )
    assert [(ask.kind, ask.text) for ask in find(statement)] == [
        ("add", "The fund shall be open to towns directly"),
        ("add", "One seat shall be held by a mayor"),
    ]


def test_the_asks_of_the_example_are_found_in_its_statements() -> None:
    campaign = open_campaign(Path(__file__).parents[3] / "examples" / "lantern-bay")
    listed = {ask.text.rstrip(".") for ask in campaign.asks}
    assert {ask.text.rstrip(".") for statement in campaign.statements for ask in find(statement)} == listed


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("Paragraph 5 bis: delete.", "delete", "Paragraph 5 bis"),
        ("Article 14 - Add a new paragraph: “towns elect a council of mountain mayors”", "add", "towns elect"),
        ("Proposed text: “Parties shall involve towns in all decisions.”", "replace", "Parties shall involve towns"),
        ("Current text: “Parties may consider involving towns.”", None, ""),
        ("Paragraph 8 (b): replace “endeavour to consult” by “consult”.", "replace", "replace “endeavour"),
    ],
)
def test_edits_in_tabular_style_are_found(line: str, kind: str | None, text: str) -> None:
    statement = read(f"Comments of the alpine towns\n\nWe thank you.\n\n{line}\n".encode(), name="comments.txt")
    found = find(statement)
    assert [ask.kind for ask in found] == ([kind] if kind else [])
    assert all(ask.text.startswith(text) for ask in found)


def test_an_association_asks_by_its_own_acronym() -> None:
    statement = read(
        b"Position paper\n\nThe Alpine Towns Association (ATA) has 140 members.\n\n"
        b"ATA calls on the Parties to abolish permit fees. UNHCR calls on the Parties to pay.\n",
        name="paper.txt",
    )
    assert [ask.text for ask in find(statement)] == ["calls on the Parties to abolish permit fees"]


def test_an_obligation_before_a_request_in_one_sentence_is_an_ask_too() -> None:
    assert [text for _, text in said("Funds must reach the towns; we urge donors to report on it.")] == [
        "Funds must reach the towns",
        "urge donors to report on it",
    ]


def test_recommendations_under_addressees_are_asks_and_a_request_under_own_plans_is_one_too() -> None:
    statement = read(
        b"# Key messages\n\n## Recommendations\n\nTo States:\n\n- End fees for first permits.\n\n"
        b"To the co-facilitators:\n\n- Schedule a hearing with mayors.\n\n## What we will do\n\n"
        b"- Publish our own data.\n\nThe forum further calls for a window for cities in the fund.\n",
        name="messages.md",
    )
    assert [(ask.kind, ask.text) for ask in find(statement)] == [
        ("add", "End fees for first permits"),
        ("process", "Schedule a hearing with mayors"),
        ("add", "calls for a window for cities in the fund"),
    ]


def test_a_clause_list_of_a_declaration_gives_what_is_asked_and_not_what_is_promised() -> None:
    statement = read(
        b"Declaration\n\nWe, the mayors,\n\n1. Call on all States to ratify the accord;\n\n"
        b"2. Urge the Assembly to appoint an envoy for cities;\n\n3. Commit ourselves to annual reporting;\n\n"
        b"4. Express our gratitude to the people of the port;\n\n5. Decide to meet again in 2032.\n",
        name="declaration.txt",
    )
    assert [ask.text for ask in find(statement)] == [
        "Call on all States to ratify the accord",
        "Urge the Assembly to appoint an envoy for cities",
    ]
