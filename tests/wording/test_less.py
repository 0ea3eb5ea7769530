"""Ways of giving less than was asked, each told apart from ways of saying the same."""

# ruff: noqa: E501  (a pair of sentences reads best on one line)

import pytest

from hanse.wording.shift import shifts

LESS = [
    ("en", "Decides that the wells shall be fenced.", "Decides that the wells may be fenced.", "weakened", "modality"),
    ("en", "Reaffirms that wells shall be fenced.", "Reaffirms that wells should be fenced.", "weakened", "modality"),
    ("en", "Requests that the wells be fenced.", "Requests that the wells may be fenced.", "weakened", "modality"),
    ("en", "Calls for the demolition of the weir.", "Calls for dialogue on the demolition of the weir.", "weakened", "hedge"),
    ("en", "Calls for the abolition of the levy.", "Calls for a study on the abolition of the levy.", "weakened", "hedge"),
    ("en", "Calls for the abolition of the levy.", "The possible abolition of the levy should be explored.", "weakened", "verb"),
    ("en", "The levy shall be abolished.", "The abolition of the levy shall be discussed.", "weakened", "verb"),
    ("fr", "Demande la suppression du péage.", "Demande une étude sur la suppression du péage.", "weakened", "hedge"),
    ("es", "Pide la supresión del peaje.", "Pide un diálogo sobre la supresión del peaje.", "weakened", "hedge"),
    ("fr", "Nous garantirons un abri à chacun.", "Nous nous efforcerons de garantir un abri à chacun.", "weakened", "hedge"),
    ("en", "Fares shall be capped at 5 euros.", "Fares shall be capped at 8 euros.", "partly", "measure"),
    ("en", "Soot shall be cut to 20 tonnes.", "Soot shall be cut to 40 tonnes.", "partly", "measure"),
    ("fr", "Le bruit est limité à 40 décibels.", "Le bruit est limité à 55 décibels.", "partly", "measure"),
    ("es", "El ruido se limitará a 40 decibelios.", "El ruido se limitará a 55 decibelios.", "partly", "measure"),
    ("en", "Print the guide in all of the six tongues.", "Print the guide in two of the six tongues.", "partly", "measure"),
    ("en", "Print the guide in six tongues.", "Print a summary of the guide in six tongues.", "partly", "measure"),
    ("fr", "Les États versent les fonds.", "Les États versent la moitié des fonds.", "partly", "measure"),
    ("en", "Landlords shall notify tenants.", "Tenants shall notify landlords.", "reversed", "swapped"),
    ("en", "Airlines shall repay passengers.", "Passengers shall repay airlines.", "reversed", "swapped"),
    ("fr", "Les usines informent les voisins.", "Les voisins informent les usines.", "reversed", "swapped"),
    ("es", "Los bancos avisarán a los clientes.", "Los clientes avisarán a los bancos.", "reversed", "swapped"),
    ("fr", "Les armateurs déclarent leurs rejets.", "Toutes les parties prenantes déclarent leurs rejets.", "weakened", "bearer"),
    ("en", "Calls for the cancellation of the loan.", "Calls for the repayment of the loan.", "reversed", "opposite"),
    ("en", "Ports must be given the power to fine.", "Ports must be deprived of the power to fine.", "reversed", "opposite"),
    ("en", "States shall open their archives.", "States shall conceal their archives.", "reversed", "opposite"),
    ("en", "The yards should train welders and repair the cranes.", "The yards should train welders.", "partly", "element"),
    ("en", "The yards should train welders and repair the cranes.", "Welders should be trained by the yards, at night.", "partly", "element"),
    ("en", "Pilots shall rest at noon.", "Efforts shall be made for pilots to rest at noon.", "weakened", "hedge"),
    ("en", "Workers shall wear gloves.", "Elderly workers shall wear gloves.", "partly", "circle"),
    ("fr", "Les enfants portent un gilet.", "Les enfants timides portent un gilet.", "partly", "circle"),
    ("es", "Los niños llevarán chaleco.", "Los niños menores de diez años llevarán chaleco.", "partly", "circle"),
    ("en", "The dike shall be run by the town.", "The dike shall be run without the town.", "reversed", "opposite"),
    ("en", "The course shall be free of charge.", "The course shall be offered for a fee.", "reversed", "opposite"),
    ("en", "Decriminalize the felling of elms.", "The felling of elms shall be a criminal offence.", "reversed", "opposite"),
    ("fr", "Les quais sont ouverts aux pêcheurs.", "Les quais sont fermés aux pêcheurs.", "reversed", "opposite"),
    ("es", "Los armadores fundarán un hospicio.", "Los armadores fomentarán la fundación de un hospicio.", "weakened", "verb"),
    ("en", "Permits shall be issued in ten days.", "Permits shall be issued within a reasonable time.", "partly", "deadline"),
    ("es", "Los barcos pagarán a los puertos por la limpieza.", "Los puertos pagarán a los barcos por la limpieza.", "reversed", "swapped"),
    ("fr", "Les usines informent les voisins.", "Les usines ne sont pas tenues d'informer les voisins.", "reversed", "negation"),
]  # fmt: skip
NO_LESS = [
    ("en", "Fares shall be capped at 5 euros.", "Fares shall be limited to 4 euros."),
    ("en", "Calls for a study of the weir.", "Calls for a study on the weir."),
    ("en", "Airlines shall repay passengers.", "Passengers shall be repaid by airlines."),
    (
        "en",
        "The yards should train welders and repair the cranes.",
        "Welders should be trained and cranes mended by the yards.",
    ),
    ("en", "End the backlog of cases.", "Clear the backlog of cases."),
    ("en", "Wait forty-eight hours.", "Wait two days."),
    ("en", "Close the pit by the end of 2031.", "Close the pit before the close of 2031."),
    ("en", "Do not charge fees for the ferry.", "The ferry shall be free of charge."),
    (
        "en",
        "Moor boats regardless of whether dues are paid.",
        "Moor boats, and do not make this depend on whether dues are paid.",
    ),
    ("en", "Guilds shall admit widows.", "In no case shall guilds refuse to admit widows."),
    ("en", "Pilots must be warned.", "In the fog, when no lamp is lit, pilots must be warned."),
    ("en", "Teachers shall meet parents.", "Parents shall meet teachers."),
    ("en", "Roads, ports and bridges shall be kept safe.", "Bridges, ports and roads shall be kept safe."),
    ("en", "A standing seat for nurses is needed.", "A permanent seat for nurses is needed."),
    ("en", "Wait for at most twenty-two days.", "Wait for at most twenty two days."),
    ("fr", "Les ports et les gares informent les voisins.", "Les gares et les ports informent les voisins."),
]


@pytest.mark.parametrize(("language", "asked", "drafted", "effect", "kind"), LESS)
def test_less_is_told_with_its_kind(language: str, asked: str, drafted: str, effect: str, kind: str) -> None:
    found = [(each.effect, each.kind) for each in shifts(asked, drafted, language=language)]
    assert (effect, kind) in found
    assert found[0][0] == effect


@pytest.mark.parametrize(("language", "asked", "drafted"), NO_LESS)
def test_the_same_or_more_is_no_less(language: str, asked: str, drafted: str) -> None:
    assert [each for each in shifts(asked, drafted, language=language) if each.effect != "stronger"] == []


@pytest.mark.parametrize("asked", ["mayors", "access to water", "housing for nurses"])
@pytest.mark.parametrize("drafted", ["Recognizing the role of mayors, access to water and housing for nurses,"])
def test_a_noun_is_no_verb_that_became_another(asked: str, drafted: str) -> None:
    assert [each for each in shifts(asked, drafted) if each.kind in ("verb", "say", "hedge")] == []


FEWER = [
    ("en", "The port shall hire three hundred pilots.", "The port shall hire ninety pilots.", "partly"),
    ("en", "The port shall hire fifty pilots.", "The port shall hire two hundred and ten pilots.", "stronger"),
    ("en", "The port shall hire 120 pilots.", "The port shall hire one hundred and twenty pilots.", ""),
    ("fr", "Le quai est à réparer dans les vingt jours.", "Le quai est à réparer dans les quatre-vingt-dix jours.", "partly"),
    ("fr", "Le port doit loger quatre-vingts pilotes.", "Le port doit loger soixante-dix pilotes.", "partly"),
    ("es", "El puerto contratará doscientos prácticos.", "El puerto contratará ochenta prácticos.", "partly"),
    ("es", "El puerto contratará 35 prácticos.", "El puerto contratará treinta y cinco prácticos.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("language", "asked", "drafted", "effect"), FEWER)
def test_numbers_of_several_words_are_counted(language: str, asked: str, drafted: str, effect: str) -> None:
    found = [e.effect for e in shifts(asked, drafted, language=language) if e.kind in ("measure", "deadline")]
    assert found == ([effect] if effect else [])


READY = [
    ("en", "We resolve to open the lock gates to all barges.", "We are ready to open the lock gates to all barges."),
    ("en", "We commit to open the locks to all barges.", "We stand ready to consider opening the locks to all barges."),
    (
        "en",
        "The Parties shall open the locks to all barges.",
        "The Parties are willing to open the locks to all barges.",
    ),
    ("fr", "Nous nous engageons à ouvrir les écluses.", "Nous sommes prêts à ouvrir les écluses."),
    ("es", "Nos comprometemos a abrir las esclusas.", "Estamos dispuestos a abrir las esclusas."),
]


@pytest.mark.parametrize(("language", "asked", "drafted"), READY)
def test_readiness_is_less_than_a_commitment(language: str, asked: str, drafted: str) -> None:
    assert {each.effect for each in shifts(asked, drafted, language=language)} == {"weakened"}


RESUMED = [
    ("en", "Fishing vessels shall be exempt from harbour dues.", "Fishing vessels shall be liable to harbour dues."),
    ("en", "Trawlers shall be exempt from prosecution.", "Trawlers shall be liable to prosecution."),
    ("es", "Las obras en el muelle deben suspenderse.", "Las obras en el muelle deben reanudarse."),
    ("es", "Se suspenderán los vertidos de lodo.", "Se reanudarán los vertidos de lodo."),
    ("fr", "Les travaux du quai doivent être suspendus.", "Les travaux du quai doivent reprendre."),
]


@pytest.mark.parametrize(("language", "asked", "drafted"), RESUMED)
def test_what_was_to_stop_and_starts_again_is_turned_round(language: str, asked: str, drafted: str) -> None:
    assert shifts(asked, drafted, language=language)[0].effect == "reversed"


def test_the_end_of_a_year_ends_nothing() -> None:
    asked = "The establishment of a pilot station in each port shall be completed by December 2031."
    drafted = "By the end of 2031 each port shall have a pilot station."
    assert "reversed" not in [each.effect for each in shifts(asked, drafted)]
