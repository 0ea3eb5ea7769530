"""Are the pages of instruments and episodes a pleasure, with the starting facts, on a desk and on a phone?"""

from __future__ import annotations

import pytest

from tests.workspace.looks import LOOKS

pytestmark = pytest.mark.django_db(transaction=True)

PAGES = {
    "instruments": "/instruments/",
    "compact": "/instruments/gcm/",
    "convention": "/instruments/icrmw/",
    "agreement": "/instruments/eu-turkey-2016/",
    "declaration": "/instruments/marrakech-mayors/",
    "gap": "/instruments/ratification-gap/",
    "readmission": "/instruments/readmission/",
    "episodes": "/episodes/",
    "episode": "/episodes/morocco-ceuta-2021/",
}


@pytest.mark.browser
@pytest.mark.slow
def test_every_page_can_be_read_by_all_in_every_look(facts, see, otto, rhea):
    for look in LOOKS:
        for name, path in PAGES.items():
            see(path, otto if look is LOOKS[0] else rhea, look, f"instruments-{name}")
