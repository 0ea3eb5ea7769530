"""The directive word of the main clause decides, and nothing else does."""

# ruff: noqa: E501  (a pair of sentences reads best on one line)

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hanse.wording.strength import strength

LEVELS = [
    (5, "States shall protect the rights of migrants."),
    (5, "Governments must consult cities."),
    (5, "The Assembly decides to convene a review forum."),
    (5, "Parties are required to submit a report."),
    (5, "States are obliged to register births."),
    (5, "Every child has the right to go to school."),
    (5, "Asylum seekers are entitled to legal aid."),
    (5, "No one may be expelled collectively."),
    (5, "States may not withhold identity papers."),
    (5, "Collective expulsion is prohibited."),
    (5, "Hoarding grain in wartime is prohibited."),
    (5, "Minors cannot be held in the lock-up."),
    (1, "Harbour towns cannot cope alone."),
    (4, "The Council demands that the blockade be lifted."),
    (4, "The Parties agree to lift the blockade."),
    (2, "Pilots stand ready to assist."),
    (2, "The yards would do well to recruit."),
    (1, "Les chantiers ne sont nullement tenus de recruter."),
    (2, "Les pilotes se tiennent prêts à aider."),
    (2, "Los astilleros tal vez deseen contratar."),
    (4, "We will open our delegations to mayors."),
    (4, "Member States commit to fund reception."),
    (4, "We undertake to share data."),
    (4, "The Parties agree to meet again."),
    (4, "We pledge to resettle ten thousand refugees."),
    (4, "We are committed to leaving nobody behind."),
    (3, "Cities should be heard."),
    (3, "The Council requests the Secretary-General to report."),
    (3, "The Assembly urges Member States to ratify the Convention."),
    (3, "We call upon all governments to end child detention."),
    (3, "Mayors call on States to act."),
    (3, "States are called upon to cooperate."),
    (3, "We ask that local governments be invited."),
    (3, "We call for a seat for cities."),
    (2, "The Assembly encourages States to share good practice."),
    (2, "Invites the Secretariat to prepare a study."),
    (2, "We recommend the creation of a fund."),
    (2, "States are invited to make pledges."),
    (2, "Cities are encouraged to join."),
    (1, "Observers may take the floor."),
    (1, "Takes note of the report of the Secretary-General."),
    (1, "Local authorities can issue cards."),
    (1, "Parties are free to choose the form."),
    (1, "The Assembly acknowledges the work of cities."),
    (1, "Notes with appreciation the efforts of host communities."),
    (0, "Recalling that States shall protect all persons,"),
    (0, "Recognizing that cities should be heard,"),
    (0, "Bearing in mind that governments must act,"),
    (0, "Deeply concerned that children may be at risk,"),
    (0, "Cities host most of the world's refugees."),
    (0, "The political will of mayors is well known."),
    (0, "The forum took place in May 2022."),
    (0, 'A speaker said that "States must act".'),
    (0, "The measures that States shall adopt are listed in the annex."),
    (3, "States which must report should do so early."),
    (3, "If a city must close a shelter, the State should open another."),
    (5, "Recalling its earlier resolution, the Assembly decides to open a fund."),
    (3, "States that host refugees should receive help."),
    (5, "Les États doivent protéger les migrants."),
    (5, "Nul ne peut être expulsé collectivement."),
    (5, "L'Assemblée décide de créer un fonds."),
    (5, "Tout enfant a le droit d'aller à l'école."),
    (4, "Nous nous engageons à financer l'accueil."),
    (4, "Les États s'engagent à coopérer."),
    (3, "Les villes devraient être entendues."),
    (3, "L'Assemblée prie le Secrétaire général de faire rapport."),
    (3, "Nous demandons aux États d'agir."),
    (3, "Exhorte les États à ratifier la Convention."),
    (2, "Encourage les États à partager leurs pratiques."),
    (2, "Nous recommandons la création d'un fonds."),
    (1, "Les observateurs peuvent prendre la parole."),
    (1, "Prend note du rapport."),
    (0, "Rappelant que les États doivent protéger les enfants,"),
    (0, "Considérant que les villes devraient être entendues,"),
    (5, "Los Estados deben proteger a los migrantes."),
    (5, "Nadie podrá ser expulsado colectivamente."),
    (5, "La Asamblea decide crear un fondo."),
    (5, "Todo niño tiene derecho a ir a la escuela."),
    (4, "Nos comprometemos a financiar la acogida."),
    (4, "Los Estados se comprometen a cooperar."),
    (3, "Las ciudades deberían ser escuchadas."),
    (3, "Insta a los Estados a que ratifiquen la Convención."),
    (3, "Pedimos a los Estados que actúen."),
    (2, "Alienta a los Estados a que compartan sus prácticas."),
    (2, "Recomendamos la creación de un fondo."),
    (1, "Los observadores podrán hacer uso de la palabra."),
    (1, "Toma nota del informe."),
    (0, "Recordando que los Estados deben proteger a los niños,"),
    (0, "Reconociendo que las ciudades deberían ser escuchadas,"),
]


@pytest.mark.parametrize(("level", "text"), LEVELS)
def test_the_main_clause_s_directive_word_gives_the_level(level: int, text: str) -> None:
    assert strength(text).level == level


def test_the_contract_s_example() -> None:
    text = "Parties should, as appropriate, consider opening their meetings."
    found = strength(text)
    assert (found.level, found.modal, found.bearer, found.negated) == (3, "should", "Parties", False)
    assert [text[slice(*span)] for span in found.caveats] == ["as appropriate"]
    assert [text[slice(*span)] for span in found.hedges] == ["consider"]


CAVEATS = [
    ("States shall, where possible, house refugees.", ["where possible"]),
    ("States shall house refugees, in accordance with national legislation.", ["in accordance with national legislation"]),
    ("States shall house refugees, subject to the availability of resources.", ["subject to the availability of resources"]),
    ("States shall house refugees, within their capacities.", ["within their capacities"]),
    ("States shall house refugees, taking into account different national realities.", ["taking into account different national realities"]),
    ("States shall house refugees in line with national circumstances.", ["in line with national circumstances"]),
    ("States shall join on a voluntary basis.", ["on a voluntary basis"]),
    ("States shall house refugees in accordance with international law.", []),
    ("States shall house refugees in line with their obligations under human rights law.", []),
    ("States shall house refugees, as needed, without discrimination.", []),
    ("States shall house refugees as soon as possible.", []),
    ("States shall, in consultation with cities, house refugees.", []),
    ("Les États doivent, selon qu'il convient, loger les réfugiés.", ["selon qu'il convient"]),
    ("Les États doivent loger les réfugiés, conformément au droit international.", []),
    ("Los Estados deben, en la medida de lo posible, alojar a los refugiados.", ["en la medida de lo posible"]),
    ("Los Estados deben alojar a los refugiados, de conformidad con el derecho internacional.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "caveats"), CAVEATS)
def test_a_caveat_lets_the_bearer_do_less_and_nothing_else_is_one(text: str, caveats: list[str]) -> None:
    assert [text[slice(*span)] for span in strength(text).caveats] == caveats


BEARERS = [
    ("Member States shall report.", "Member States"),
    ("In this regard, national governments, in consultation with cities, shall report.", "national governments"),
    ("The Assembly urges Member States to report.", "Member States"),
    ("Cities shall be consulted by the government.", "the government"),
    ("Cities shall be consulted.", ""),
    ("Establish a fund.", ""),
    ("L'Assemblée invite les États membres à faire rapport.", "États membres"),
    ("La Asamblea insta a los Estados Miembros a informar.", "Estados Miembros"),
]


@pytest.mark.parametrize(("text", "bearer"), BEARERS)
def test_the_bearer_is_who_has_to_act(text: str, bearer: str) -> None:
    assert strength(text).bearer == bearer


def test_a_prohibition_binds_as_much_as_a_duty() -> None:
    found = strength("States shall not detain children.")
    assert (found.level, found.negated) == (5, True)


def test_not_only_denies_nothing() -> None:
    assert not strength("States should not only consult cities but also fund them.").negated


class TestChapeau:
    def test_a_bare_action_without_one_is_a_request(self) -> None:
        assert strength("Open a fund for cities;").level == 3

    @pytest.mark.parametrize(
        ("chapeau", "level"),
        [
            ("States shall:", 5),
            ("We commit to:", 4),
            ("The Assembly urges States to:", 3),
            ("The Assembly invites Member States, as appropriate, to:", 2),
            ("States may:", 1),
            ("Recalling the need to:", 0),
        ],
    )
    def test_a_bare_action_takes_its_force_and_never_more(self, chapeau: str, level: int) -> None:
        assert strength("Open a fund for cities;", chapeau=chapeau).level == level
        assert strength("to open a fund for cities", chapeau=chapeau).level == level

    def test_an_item_with_its_own_directive_word_keeps_it(self) -> None:
        assert strength("Each city shall have one vote.", chapeau="The rules of the forum are these:").level == 5

    def test_what_is_only_recommended_binds_as_a_recommendation(self) -> None:
        assert strength("States shall open a fund.", chapeau="The Forum recommends that:").level == 2

    def test_it_lends_bearer_and_negation(self) -> None:
        found = strength("detain children;", chapeau="States shall not:")
        assert (found.bearer, found.negated, found.level) == ("States", True, 5)

    def test_French_and_Spanish(self) -> None:
        assert strength("Créer un fonds ;", chapeau="Les États sont invités à :").level == 2
        assert strength("Crear un fondo;", chapeau="Los Estados deben:").level == 5


def test_an_agent_s_duties_are_told_from_another_s() -> None:
    text = "The tenant shall pay the rent. The owner may enter the flat."
    assert strength(text, "tenant").level == 5
    assert strength(text, "owner").level == 1
    assert strength(text, "neighbour").level == 0


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=120), st.one_of(st.none(), st.text(max_size=60)))
def test_no_string_makes_it_fail_and_spans_stay_inside(text: str, chapeau: str | None) -> None:
    found = strength(text, chapeau=chapeau)
    assert 0 <= found.level <= 5
    for start, end in (*found.caveats, *found.hedges, *filter(None, (found.modal_span, found.bearer_span))):
        assert 0 <= start < end <= len(text)


BEHIND_A_RELATIVE_CLAUSE = [
    ("Skills that newcomers bring from home shall be tested within a month.", "shall"),
    ("The wells from which the villages draw their water must be fenced.", "must"),
    ("Quarters where flood victims settle should get street lights.", "should"),
    ("Bread that bakeries cannot sell shall go to shelters.", "shall"),
    ("Persons who should have been heard must be called.", "must"),
    ("Ports are the first to see the people whom the storm drives out, and they shall be heard.", "shall"),
    ("Les semences que les paysans gardent chez eux doivent être protégées.", "doivent"),
    ("Las semillas que los campesinos guardan en casa deberán protegerse.", "deberán"),
]


@pytest.mark.parametrize(("text", "modal"), BEHIND_A_RELATIVE_CLAUSE)
def test_a_relative_clause_in_the_subject_does_not_hide_the_directive_word(text: str, modal: str) -> None:
    assert strength(text).modal == modal


def test_a_relative_clause_alone_directs_nothing() -> None:
    assert strength("It is a list of the wells that the villages shall fence.").level == 0


@pytest.mark.parametrize(
    ("text", "denying"),
    [
        ("States shall not detain children.", "not"),
        ("No State may expel refugees.", "No"),
        ("Los Estados no deben expulsar.", "no"),
        ("Please do not separate families.", "not"),
        ("States shall consult cities.", None),
        ("Nadie podrá ser expulsado.", "Nadie"),
    ],
)
def test_a_denial_has_its_span(text: str, denying: str | None) -> None:
    found = strength(text)
    assert found.negated == (denying is not None)
    assert (text[slice(*found.negation_span)] if found.negation_span else None) == denying


@pytest.mark.parametrize(
    ("text", "bearer"),
    [
        (
            "Cities are the first to receive people whom the sea displaces, and they shall be funded by States.",
            "States",
        ),
        ("Cities are the first to receive people whom the sea displaces, and they should act early.", "they"),
        ("The parties concerned have met and should act early.", ""),
        ("States and cities, which have ratified it, shall act early.", "States and cities"),
    ],
)
def test_a_clause_with_a_verb_of_its_own_is_no_party(text, bearer):
    assert (strength(text).bearer or "") == bearer
