"""How do several names stand in one sentence, in each language?"""

import pytest

from hanse.workspace.languages import speaking
from hanse.workspace.registry.together import either, together


@pytest.mark.parametrize(
    ("code", "all_of_them", "one_of_them"),
    [
        ("en", "A, B and C", "A, B or C"),
        ("fr", "A, B et C", "A, B ou C"),
        ("ru", "A, B и C", "A, B или C"),
        ("zh", "A、B和C", "A、B或C"),
    ],
)
def test_each_language_joins_names_in_its_own_way(code, all_of_them, one_of_them):
    with speaking(code):
        assert (together("ABC"), either("ABC")) == (all_of_them, one_of_them)


def test_a_single_name_stands_alone():
    assert (together(["Accra"]), either(["Accra"])) == ("Accra", "Accra")
