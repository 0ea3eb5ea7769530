"""How are lists told in a language?"""

from __future__ import annotations

import pytest

from hanse.workspace.languages import listed, speaking


@pytest.mark.parametrize(("code", "told"), [("en", "Accra, Lima"), ("ar", "Accra، Lima"), ("zh", "Accra、Lima")])
def test_names_stand_with_the_comma_of_the_language(code, told):
    with speaking(code):
        assert listed(["Accra", "Lima"]) == told
