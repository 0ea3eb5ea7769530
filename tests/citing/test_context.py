import pytest

from hanse.citing.context import context, language_of
from hanse.citing.stance import stance
from hanse.text.sentences import sentences

CITING = "Okafor (2014) argues that port towns speak more often than others."


@pytest.mark.parametrize(
    ("following", "judged"),
    [
        ("In our forty conferences no port town took the floor.", True),
        ("However, none of the nine that we followed spoke.", True),
        ("The forum meets every year.", False),
        ("However, Silva (2009) counted nine.", False),
        ("", False),
    ],
)
def test_the_next_sentence_is_judged_too_where_it_goes_on_and_cites_nothing(following, judged):
    passage = f"Cities speak. {CITING} {following}".rstrip()
    spans = sentences(passage, "en")
    start = passage.index(CITING)
    found = context(passage, spans, (start, start + len(CITING)))
    assert passage[slice(*found)].rstrip() == (f"{CITING} {following}" if judged else CITING)


FRENCH = "Contrairement à ce qu'affirme Lacroix et al. (2021), nos données ne montrent aucun effet."


@pytest.mark.parametrize(
    ("words", "document", "language"),
    [
        (FRENCH, "en", "fr"),
        (FRENCH, "und", "fr"),
        (CITING, "fr", "en"),
        (CITING, "en-GB", "en"),
        ("Voir Lacroix (2021).", "en", "en"),
        ("Voir Lacroix (2021).", "und", None),
        ("Anders als Lacroix (2021) es behauptet, zeigen unsere Daten gar keine Wirkung.", "en", "en"),
    ],
)
def test_a_passage_is_judged_in_its_own_language_where_that_is_plain(words, document, language):
    assert language_of(words, document) == language


def test_a_french_contradiction_in_an_english_paper_is_one():
    assert stance(FRENCH, language=language_of(FRENCH, "en")).label == "contrasts"
