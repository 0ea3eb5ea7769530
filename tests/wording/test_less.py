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
    ("fr", "Les usines informent les voisins.", "Les usines ne sont pas tenues d'informer les voisins.", "reversed", "negation"),
]  # fmt: skip
NO_LESS = [
    ("en", "Fares shall be capped at 5 euros.", "Fares shall be limited to 4 euros."),
    ("en", "Calls for a study of the weir.", "Calls for a study on the weir."),
    ("en", "Airlines shall repay passengers.", "Passengers shall be repaid by airlines."),
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
