"""Two readers with the rules of judgement in hand agree on these; so must the machine."""

# ruff: noqa: E501  (a pair of sentences reads best on one line)

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hanse.wording.shift import shifts

SAME = [
    ("en", "States shall ensure access to housing for all migrants.", "Member States shall guarantee that all migrants have access to housing."),
    ("en", "We call on States to include mayors in national delegations.", "States should include mayors in their national delegations."),
    ("en", "Local governments must be consulted before laws on asylum are adopted.", "Municipalities shall be consulted prior to the adoption of laws on asylum."),
    ("en", "Create a fund for cities that host refugees.", "Establish a fund for municipalities hosting refugees."),
    ("en", "Cities should participate in the follow-up and review.", "Cities should take part in the review and follow-up."),
    ("en", "No child shall be detained because of migration status.", "Children shall not be detained because of their migration status."),
    ("en", "States should not exclude local authorities from the talks.", "States should include local authorities in the talks."),
    ("en", "Provide language courses to newcomers, as needed.", "Offer language training to newcomers."),
    ("en", "Nobody shall be left without access to health care.", "Everyone shall have access to health care."),
    ("en", "Ensure the protection of migrants.", "Ensure the protection of migrants, in accordance with international human rights law."),
    ("en", "States shall, as appropriate, fund cities.", "States shall, where appropriate, fund cities."),
    ("en", "Act without delay to reunite families.", "Act immediately to reunite families."),
    ("en", "The participation of local governments shall be guaranteed by States.", "States shall ensure the participation of local governments."),
    ("en", "Mayors should be represented in the forum.", "States should ensure that mayors are represented in the forum."),
    ("en", "By 2027, States shall report on progress.", "States shall report on progress by 2027."),
    ("en", "Every two years, States shall report on progress.", "States shall report biennially on progress."),
    ("en", "States must give local authorities direct access to climate finance.", "States must provide cities with direct access to climate finance."),
    ("en", "Recognize the role of cities in integration.", "The Assembly recognizes the role of local governments in integration."),
    ("en", "Combat trafficking in persons, racism and xenophobia", "Counter human trafficking, xenophobia and racism"),
    ("en", "Ensure that migrants are informed of their rights in a language that they understand", "Make sure migrants are informed about their rights in a language they understand;"),
    ("en", "We request that the costs of remittances be reduced to less than 3 per cent by 2030.", "States should lower the cost of remittances to below 3% by 2030."),
    ("en", "States shall prohibit the detention of children.", "The detention of children shall be prohibited by States."),
    ("en", "Remove barriers to education for refugee children.", "States should eliminate barriers to schooling for refugee children."),
    ("en", "Cities need predictable and flexible funding from donors.", "Donors should provide flexible and predictable funding to cities."),
    ("en", "States should strengthen the capacity of local authorities.", "States should build the capacity of local authorities."),
    ("en", "Set up a permanent seat for local governments in the steering committee.", "Local governments shall have a permanent seat on the steering committee."),
    ("en", "States shall not return any person to a place where they face torture.", "No person shall be returned to a place where they face torture."),
    ("en", "Access to services shall be provided irrespective of migration status.", "Access to services shall be given regardless of migration status."),
    ("en", "States shall consult cities.", "States shall consult cities and civil society."),
    ("en", "Fund local reception centres.", "States commit to fund local reception centres."),
    ("en", "Collect data, disaggregated by sex and age, while protecting privacy.", "Collect data, disaggregated by age and sex, and protect privacy."),
    ("fr", "Les États doivent associer les villes aux décisions.", "Les villes doivent être associées aux décisions par les États membres."),
    ("fr", "Créer un fonds pour les villes qui accueillent des réfugiés.", "Mettre en place un fonds pour les municipalités accueillant des réfugiés."),
    ("fr", "Garantir à tous l'accès aux soins de santé.", "Veiller à ce que tous aient accès aux soins de santé."),
    ("fr", "Les enfants ne doivent pas être détenus.", "Aucun enfant ne doit être détenu."),
    ("fr", "Nous demandons aux États de financer les collectivités locales.", "Les États devraient financer les autorités locales."),
    ("es", "Los Estados deben incluir a las ciudades en las decisiones.", "Las ciudades deben ser incluidas en las decisiones por los Estados Miembros."),
    ("es", "Crear un fondo para las ciudades que acogen refugiados.", "Establecer un fondo para los municipios que acogen refugiados."),
    ("es", "Garantizar el acceso de todas las personas a la salud.", "Asegurar que todas las personas tengan acceso a la salud."),
    ("es", "Los niños no deben ser detenidos.", "Ningún niño debe ser detenido."),
    ("es", "Pedimos a los Estados que financien a los gobiernos locales.", "Los Estados deberían financiar a las autoridades locales."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "asked", "drafted"), SAME)
def test_the_same_in_other_words_is_no_loss(language: str, asked: str, drafted: str) -> None:
    assert [each for each in shifts(asked, drafted, language=language) if each.effect != "stronger"] == []


REVERSED = [
    ("en", "States shall fund cities.", "Cities shall fund States."),
    ("en", "States shall not detain migrant children.", "States may detain migrant children as a measure of last resort."),
    ("en", "End the detention of children.", "States shall maintain the detention of children."),
    ("en", "Include local governments in national delegations.", "Local governments shall be excluded from national delegations."),
    ("en", "Mayors should be allowed to vote in the forum.", "Mayors should not be allowed to vote in the forum."),
    ("en", "Expand regular pathways for workers.", "Restrict regular pathways for workers."),
    ("en", "States should permit cities to issue identity cards.", "States should prohibit cities from issuing identity cards."),
    ("en", "Ensure that migrants have access to schools.", "Ensure that migrants have no access to schools."),
    ("en", "States shall increase funding for cities.", "States shall reduce funding for cities."),
    ("en", "Decriminalize irregular entry.", "Criminalize irregular entry."),
    ("en", "The Conference should open its sessions to mayors.", "The Conference should close its sessions to mayors."),
    ("en", "National authorities shall share data with cities.", "National authorities shall refrain from sharing data with cities."),
    ("en", "All actors, cities included, should join the forum.", "All actors except cities should join the forum."),
    ("fr", "Les États doivent mettre fin à la détention des enfants.", "Les États peuvent maintenir la détention des enfants."),
    ("fr", "Les maires doivent pouvoir voter au forum.", "Les maires ne doivent pas pouvoir voter au forum."),
    ("fr", "Augmenter le financement des villes.", "Réduire le financement des villes."),
    ("es", "Los Estados deben poner fin a la detención de niños.", "Los Estados podrán mantener la detención de niños."),
    ("es", "Ampliar las vías regulares para los trabajadores.", "Restringir las vías regulares para los trabajadores."),
    ("es", "Los alcaldes deben poder votar en el foro.", "Los alcaldes no deben poder votar en el foro."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "asked", "drafted"), REVERSED)
def test_what_is_turned_round_is_reversed(language: str, asked: str, drafted: str) -> None:
    assert "reversed" in {each.effect for each in shifts(asked, drafted, language=language)}


PARTLY = [
    ("en", "Provide housing, health care and education to refugees.", "Provide housing to refugees.", "element"),
    ("en", "States shall report every year on their pledges.", "States shall report every four years on their pledges.", "frequency"),
    ("en", "Establish the fund by 2026.", "Establish the fund by 2030.", "deadline"),
    ("en", "Transpose the directive within 12 months.", "Transpose the directive within 36 months.", "deadline"),
    ("en", "Allocate at least 30 per cent of the fund to cities.", "Allocate at least 10 per cent of the fund to cities.", "measure"),
    ("en", "Resettle 50,000 refugees a year.", "Resettle 10,000 refugees a year.", "measure"),
    ("en", "Open reception centres in all cities.", "Open pilot reception centres in selected cities.", "circle"),
    ("en", "All migrants, regardless of their status, shall have access to health care.", "Regular migrants shall have access to health care.", "circle"),
    ("en", "Children shall have access to schools.", "Accompanied children shall have access to schools.", "circle"),
    ("en", "Immediately open humanitarian corridors.", "Open humanitarian corridors in due course.", "deadline"),
    ("en", "Launch a fund for municipalities.", "Launch a pilot fund for municipalities.", "pilot"),
    ("en", "States shall fund language courses.", "Employers shall fund language courses.", "bearer"),
    ("en", "Invest ten million euros in housing.", "Invest two million euros in housing.", "measure"),
    ("en", "Give cities direct access to funding.", "Give cities access to funding.", "quality"),
    ("en", "Give three seats to mayors.", "Give one seat to mayors.", "measure"),
    ("fr", "Fournir un logement, des soins de santé et une éducation aux réfugiés.", "Fournir un logement aux réfugiés.", "element"),
    ("fr", "Les États feront rapport chaque année.", "Les États feront rapport tous les quatre ans.", "frequency"),
    ("fr", "Créer le fonds d'ici 2026.", "Créer le fonds d'ici 2030.", "deadline"),
    ("fr", "Tous les migrants doivent avoir accès aux soins.", "Les migrants en situation régulière doivent avoir accès aux soins.", "circle"),
    ("es", "Proporcionar vivienda, salud y educación a los refugiados.", "Proporcionar vivienda a los refugiados.", "element"),
    ("es", "Los Estados informarán cada año.", "Los Estados informarán cada cuatro años.", "frequency"),
    ("es", "Destinar al menos el 30 % del fondo a las ciudades.", "Destinar al menos el 10 % del fondo a las ciudades.", "measure"),
    ("es", "Todos los migrantes deben tener acceso a la salud.", "Los migrantes en situación regular deben tener acceso a la salud.", "circle"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "asked", "drafted", "kind"), PARTLY)
def test_less_than_was_asked_is_partly(language: str, asked: str, drafted: str, kind: str) -> None:
    found = shifts(asked, drafted, language=language)
    assert ("partly", kind) in {(each.effect, each.kind) for each in found}
    assert "reversed" not in {each.effect for each in found}


WEAKENED = [
    ("en", "States shall fund cities.", "States should fund cities.", "modality"),
    ("en", "Cities should be members of the board.", "Cities may be members of the board.", "modality"),
    ("en", "We urge States to fund cities.", "States are encouraged to fund cities.", "modality"),
    ("en", "Establish a fund for cities.", "The Assembly invites States to establish a fund for cities.", "modality"),
    ("en", "States shall fund cities.", "States shall endeavour to fund cities.", "hedge"),
    ("en", "States shall establish a forum of mayors.", "States shall consider establishing a forum of mayors.", "hedge"),
    ("en", "States shall guarantee access to housing.", "States shall facilitate access to housing.", "verb"),
    ("en", "Ensure the participation of cities.", "Promote the participation of cities.", "verb"),
    ("en", "Cities take joint decisions with States on reception.", "Cities are consulted by States on reception.", "say"),
    ("en", "Mayors should participate in the sessions.", "Mayors should be observers in the sessions.", "say"),
    ("en", "Migrants shall have the right to work.", "Migrants shall have the opportunity to work.", "entitlement"),
    ("en", "Ensure the full and equal participation of mayors.", "Ensure the participation of mayors.", "quality"),
    ("en", "States shall fund cities.", "States shall, within available resources, fund cities.", "caveat"),
    ("en", "Cities should issue permits.", "Cities should issue permits, in accordance with national legislation.", "caveat"),
    ("en", "Cities should join the talks.", "Cities should join the talks, in consultation with national authorities.", "caveat"),
    ("en", "States shall fund cities.", "All relevant stakeholders shall fund cities.", "bearer"),
    ("en", "States shall fund cities.", "Cities shall be funded.", "bearer"),
    ("en", "States shall fund cities.", "Recalling that States shall fund cities,", "preamble"),
    ("en", "States shall fund cities.", "Recognizing the need for States to fund cities,", "preamble"),
    ("fr", "Les États doivent financer les villes.", "Les États devraient financer les villes.", "modality"),
    ("fr", "Les États doivent financer les villes.", "Les États doivent s'efforcer de financer les villes.", "hedge"),
    ("fr", "Garantir l'accès au logement.", "Faciliter l'accès au logement.", "verb"),
    ("fr", "Les États doivent financer les villes.", "Les États doivent financer les villes, dans la mesure du possible.", "caveat"),
    ("fr", "Les États doivent financer les villes.", "Rappelant que les États doivent financer les villes,", "preamble"),
    ("es", "Los Estados deben financiar a las ciudades.", "Los Estados podrán financiar a las ciudades.", "modality"),
    ("es", "Los Estados deben financiar a las ciudades.", "Los Estados deben procurar financiar a las ciudades.", "hedge"),
    ("es", "Garantizar el acceso a la vivienda.", "Facilitar el acceso a la vivienda.", "verb"),
    ("es", "Los Estados deben financiar a las ciudades.", "Los Estados deben financiar a las ciudades, según proceda.", "caveat"),
    ("es", "Los Estados deben financiar a las ciudades.", "Todas las partes interesadas deben financiar a las ciudades.", "bearer"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "asked", "drafted", "kind"), WEAKENED)
def test_what_binds_less_is_weakened(language: str, asked: str, drafted: str, kind: str) -> None:
    found = shifts(asked, drafted, language=language)
    assert ("weakened", kind) in {(each.effect, each.kind) for each in found}
    assert {each.effect for each in found} <= {"weakened", "stronger"}


def test_a_chapeau_lends_its_modal_and_its_caveat_to_the_item() -> None:
    found = shifts("States shall fund cities.", "Fund cities;", drafted_chapeau="States may, as appropriate:")
    assert {(each.effect, each.kind) for each in found} == {("weakened", "modality"), ("weakened", "caveat")}
    assert all(each.drafted is None for each in found)


def test_the_asker_s_own_caveat_does_not_count() -> None:
    asked = "Cities should, where possible, shelter newcomers."
    assert shifts(asked, "Cities should shelter newcomers as far as possible.") == ()


def test_only_the_clause_that_answers_counts() -> None:
    drafted = "Where possible, States may train border guards. States shall fund cities that host refugees."
    assert shifts("States shall fund cities that host refugees.", drafted) == ()


def test_more_than_was_asked_is_stronger() -> None:
    found = shifts("States should report by 2030.", "States shall report by 2028.")
    assert {(each.effect, each.kind) for each in found} == {("stronger", "modality"), ("stronger", "deadline")}


def test_spans_quote_the_words_that_why_names() -> None:
    asked, drafted = "States shall ensure access to housing.", "States shall promote access to housing."
    (found,) = shifts(asked, drafted)
    assert found.why == "the verb “ensure” became “promote”"
    assert asked[slice(*found.asked)] == "ensure"
    assert drafted[slice(*found.drafted)] == "promote"


def test_a_language_without_lexicon_reports_nothing() -> None:
    assert shifts("国家应资助城市。", "国家可资助城市。", language="zh") == ()


WORDS = [
    "States",
    "cities",
    "shall",
    "not",
    "ensure",
    "may",
    "where",
    "possible",
    "30",
    "per",
    "cent",
    "by",
    "2030",
    ",",
    ";",
    ".",
    "(",
    '"',
    "'",
    "and",
    "to",
    "except",
    "pilot",
    "no",
]


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)), st.text(max_size=60)
)
def test_no_string_makes_it_fail_and_spans_stay_inside(asked: str, drafted: str) -> None:
    for language in ("en", "fr", "es"):
        for a, d in ((asked, drafted), (drafted, asked), (asked, asked)):
            for each in shifts(a, d, language=language):
                assert each.asked is None or 0 <= each.asked[0] < each.asked[1] <= len(a)
                assert each.drafted is None or 0 <= each.drafted[0] < each.drafted[1] <= len(d)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_a_text_against_itself_has_no_shift(text: str) -> None:
    assert shifts(text, text) == ()


MORE = [
    (
        "en",
        "reversed",
        "swapped",
        "Urges States to brief cities on arrivals.",
        "Urges cities to brief States on arrivals.",
    ),
    (
        "en",
        "reversed",
        "swapped",
        "Cities shall be consulted on the plan.",
        "Cities shall consult the ministry on the plan.",
    ),
    ("en", "reversed", "swapped", "Move resources from States to cities.", "Move resources from cities to States."),
    (
        "en",
        "reversed",
        "opposite",
        "Interpreters shall be available to refugees.",
        "Interpreters shall be unavailable to refugees.",
    ),
    ("en", "partly", "bearer", "States shall train the police.", "Volunteers shall train the police."),
    ("en", "partly", "circle", "Offer training to workers.", "Offer training to workers with a permanent contract."),
    ("en", "partly", "circle", "Give legal aid to migrants.", "Give legal aid to migrant children."),
    ("en", "partly", "deadline", "Reunite families without delay.", "Reunite families within two years."),
    (
        "en",
        "weakened",
        "caveat",
        "Cities shall run clinics.",
        "Cities shall run clinics, provided that funds are found.",
    ),
    (
        "en",
        "weakened",
        "caveat",
        "Cities shall run clinics.",
        "Cities shall run clinics, where domestic law so permits.",
    ),
    (
        "es",
        "weakened",
        "modality",
        "Los consulados entregarán pasaportes.",
        "Los consulados deberían entregar pasaportes.",
    ),
    (
        "es",
        "weakened",
        "bearer",
        "Nos comprometemos a abrir refugios.",
        "Todas las partes interesadas se comprometen a abrir refugios.",
    ),
    (
        "fr",
        "weakened",
        "caveat",
        "Les villes doivent ouvrir des abris.",
        "Les villes doivent ouvrir des abris, sauf circonstances exceptionnelles.",
    ),
    (
        "fr",
        "weakened",
        "hedge",
        "Nous nous engageons à ouvrir des abris.",
        "Nous nous engageons à nous efforcer d'ouvrir des abris.",
    ),
]


@pytest.mark.parametrize(("language", "effect", "kind", "asked", "drafted"), MORE)
def test_each_kind_is_told_by_its_name(language: str, effect: str, kind: str, asked: str, drafted: str) -> None:
    assert (effect, kind) in {(each.effect, each.kind) for each in shifts(asked, drafted, language=language)}


def test_words_that_are_only_quoted_bind_nobody() -> None:
    drafted = 'The letter of the mayors, which reads "States shall fund clinics", was circulated.'
    assert "weakened" in {each.effect for each in shifts("States shall fund clinics.", drafted)}
