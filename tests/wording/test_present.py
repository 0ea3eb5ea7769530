"""French and Spanish bind in the present and in the future tense: a lesser verb there weakens too."""
# ruff: noqa: E501

import pytest

from hanse.wording.shift import shifts

WEAKER = [
    ("fr", "Les communes garantissent le ramassage des ordures en montagne.", "Les communes favorisent le ramassage des ordures en montagne."),
    ("fr", "Les armateurs réduisent le bruit des navires dans le port.", "Les armateurs s'efforcent de réduire le bruit des navires dans le port."),
    ("fr", "La ville ramène à deux jours le délai de réponse.", "La ville s'efforce de ramener à deux jours le délai de réponse."),
    ("fr", "Les écoles assureront la restauration des élèves.", "Les écoles encourageront la restauration des élèves."),
    ("es", "Los armadores reducen el ruido de los buques en el puerto.", "Los armadores se esfuerzan por reducir el ruido de los buques en el puerto."),
    ("es", "La compañía garantiza la retirada de las redes viejas.", "La compañía promueve la retirada de las redes viejas."),
    ("es", "Los puertos garantizarán el atraque de los pesqueros.", "Los puertos fomentarán el atraque de los pesqueros."),
]  # fmt: skip
AS_STRONG = [
    ("fr", "Les écoles garantissent le repas de midi des élèves.", "Les écoles assurent le repas de midi des élèves."),
    ("fr", "Les communes favorisent le tri des ordures.", "Les communes garantissent le tri des ordures."),
    ("es", "Los puertos garantizarán el atraque de los pesqueros.", "Los puertos asegurarán el atraque de los pesqueros."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "asked", "drafted"), WEAKER)
def test_a_lesser_verb_or_an_effort_weakens_without_a_directive_word(language: str, asked: str, drafted: str) -> None:
    assert "weakened" in [each.effect for each in shifts(asked, drafted, language=language)]


@pytest.mark.parametrize(("language", "asked", "drafted"), AS_STRONG)
def test_an_equal_or_a_greater_verb_does_not(language: str, asked: str, drafted: str) -> None:
    assert "weakened" not in [each.effect for each in shifts(asked, drafted, language=language)]
