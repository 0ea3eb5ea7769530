"""A prohibition is one, whatever words it is made with."""

import pytest

from hanse.wording.shift import shifts

ALIKE = [
    ("en", "The sale of lead paint should be forbidden.", "The sale of lead paint should be prohibited."),
    ("en", "The sale of lead paint should be forbidden.", "Lead paint shall not be sold."),
    ("en", "The sale of lead paint should be forbidden.", "Under no circumstances may lead paint be sold."),
    ("en", "The sale of lead paint should be forbidden.", "The sale of lead paint is not permitted."),
    ("en", "States shall ban the sale of lead paint.", "States shall not allow the sale of lead paint."),
    ("en", "No tenant may be locked out.", "It shall be prohibited to lock out a tenant."),
    ("en", "Mines shall close the shaft.", "Mines shall not fail to close the shaft."),
    ("en", "Mines shall close the shaft.", "Mines must never neglect to close the shaft."),
    ("en", "Banks must be allowed to lend.", "Banks may lend."),
    ("fr", "La chasse de nuit est interdite.", "Nul ne peut chasser de nuit."),
    ("fr", "La chasse de nuit est interdite.", "La chasse de nuit n'est pas autorisée."),
    ("es", "La caza nocturna queda prohibida.", "No se permitirá la caza nocturna."),
    ("es", "La caza nocturna queda prohibida.", "Prohíbese la caza nocturna."),
    ("en", "Nurses shall not be excluded from the panel.", "Nurses shall be included in the panel."),
    ("en", "Urges Parties not to weaken the seed bank.", "Urges Parties to maintain the seed bank."),
    ("en", "Ports must never close their gates to ferries.", "Ports must keep their gates open to ferries."),
    ("en", "Nothing in this deed shall prevent towns from adopting rules.", "Towns may adopt rules."),
    ("en", "Towns shall have the right to tax yachts.", "Towns shall not be prevented from taxing yachts."),
    ("fr", "Tout locataire doit avoir accès au puits.", "Aucun locataire ne peut se voir refuser l'accès au puits."),
    ("es", "Toda persona debe tener acceso al pozo.", "A nadie se le negará el acceso al pozo."),
    ("es", "Toda persona debe tener acceso al pozo.", "No se podrá negar a ninguna persona el acceso al pozo."),
    ("en", "Every tenant must have access to the well.", "No tenant may be refused access to the well."),
    ("en", "The port shall abolish the toll for lifeboats.", "Lifeboats shall no longer be charged a toll."),
    ("fr", "La ville supprime le péage du pont.", "La ville ne percevra plus le péage du pont."),
    ("fr", "Les pêcheurs doivent pouvoir vendre au port.", "Les pêcheurs sont autorisés à vendre au port."),
    ("fr", "Les fermes ne doivent pas être privées de leurs puits.", "Les fermes conservent leurs puits."),
]
TURNED = [
    ("en", "The sale of lead paint should be forbidden.", "The sale of lead paint should be allowed."),
    ("en", "The sale of lead paint should be forbidden.", "Lead paint may be sold."),
    ("en", "States shall ban the sale of lead paint.", "States shall not ban the sale of lead paint."),
    ("en", "Banks must be allowed to lend without a pledge.", "Banks must not be allowed to lend without a pledge."),
    ("en", "No barge shall sail without a pilot.", "A barge may sail without a pilot."),
    ("en", "Shops shall give food away and may not burn it.", "Shops may burn food and need not give it away."),
    ("fr", "La chasse de nuit est interdite.", "La chasse de nuit est permise."),
    ("es", "La caza nocturna queda prohibida.", "La caza nocturna podrá autorizarse."),
    ("en", "Towns shall have the right to tax yachts.", "Towns shall be prohibited from taxing yachts."),
    (
        "en",
        "Nothing in this deed shall limit fishing.",
        "This deed shall prevail over fishing.",
    ),
    ("es", "A nadie se le negará el acceso al pozo.", "Se negará a todos el acceso al pozo."),
    ("fr", "Aucun locataire ne se verra refuser l'eau.", "Les locataires se verront refuser l'eau."),
    ("es", "Los pescadores deben poder vender en la lonja.", "Se prohíbe a los pescadores vender en la lonja."),
    ("fr", "Les pêcheurs doivent pouvoir vendre.", "Il est interdit aux pêcheurs de vendre."),
    ("en", "Fishers shall be able to sell crab.", "Fishers are prohibited from selling crab before May."),
    ("es", "Se prohíbe la venta de plomo.", "Queda permitida la venta de plomo."),
]
LESSENED = [
    ("en", "States shall ban the sale of lead paint.", "States shall discourage the sale of lead paint.", "weakened"),
    ("en", "The Parties shall end kerosene subsidies.", "The Parties shall halve kerosene subsidies.", "partly"),
    ("fr", "La chasse de nuit doit être interdite.", "La chasse de nuit doit être découragée.", "weakened"),
    ("es", "La caza nocturna deberá prohibirse.", "La caza nocturna deberá desalentarse.", "weakened"),
]


def effects(language: str, asked: str, drafted: str) -> list[str]:
    return [each.effect for each in shifts(asked, drafted, language=language) if each.effect != "stronger"]


@pytest.mark.parametrize(("language", "asked", "drafted"), ALIKE)
def test_what_forbids_in_other_words_turns_nothing_round(language: str, asked: str, drafted: str) -> None:
    assert "reversed" not in effects(language, asked, drafted)


@pytest.mark.parametrize(("language", "asked", "drafted"), TURNED)
def test_what_allows_the_forbidden_turns_it_round(language: str, asked: str, drafted: str) -> None:
    assert effects(language, asked, drafted)[0] == "reversed"


@pytest.mark.parametrize(("language", "asked", "drafted", "effect"), LESSENED)
def test_a_prohibition_that_became_milder_is_not_turned_round(
    language: str, asked: str, drafted: str, effect: str
) -> None:
    assert effects(language, asked, drafted)[0] == effect
