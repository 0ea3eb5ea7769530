import pytest

from hanse.citing.context import context
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
