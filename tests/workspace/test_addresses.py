"""Links made outside of a page lead to the address that was set, else to the one listened on, which nobody trusts."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from hanse.workspace.addresses import ours, whole
from hanse.workspace.mail.posting import address_of
from hanse.workspace.serve import address_of as listening_at

ASK = """
import django; django.setup()
from django.conf import settings
from hanse.workspace.mail.posting import address_of
print(address_of("home"), settings.ALLOWED_HOSTS, settings.CSRF_TRUSTED_ORIGINS, settings.SESSION_COOKIE_SECURE)
print(settings.HANSE_SENDS_MAIL, settings.HANSE_REMINDS)
"""


def test_the_address_that_was_set_goes_before_the_one_listened_on(settings):
    settings.HANSE_ADDRESS, settings.HANSE_LISTENS_AT = "", ""
    assert (ours(), whole("/x/")) == ("", "/x/")
    settings.HANSE_LISTENS_AT = "http://127.0.0.1:8001"
    assert whole("/x/") == "http://127.0.0.1:8001/x/"
    assert address_of("home") == "http://127.0.0.1:8001/"
    settings.HANSE_ADDRESS = "https://hanse.example.org"
    assert address_of("home") == "https://hanse.example.org/"


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000"),
        ("0.0.0.0", "http://127.0.0.1:8000"),
        ("::", "http://[::1]:8000"),
        ("10.0.0.7", "http://10.0.0.7:8000"),
    ],
)
def test_what_listens_everywhere_is_found_on_its_own_machine(host, address):
    assert listening_at(host, 8000) == address


def test_who_is_told_where_it_listens_makes_links_of_it_and_trusts_it_no_more_than_before(tmp_path):
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "hanse.workspace.settings",
        "HANSE_HOME": str(tmp_path),
        "HANSE_ADDRESS": "",
        "HANSE_EMAIL_URL": "smtp://localhost",
        "HANSE_LISTENS_AT": "http://127.0.0.1:8001",
    }
    said = subprocess.run([sys.executable, "-c", ASK], env=environment, capture_output=True, text=True, check=True)
    assert said.stdout.splitlines() == [
        "http://127.0.0.1:8001/ ['*', 'localhost', '127.0.0.1', '[::1]'] [] False",
        "False False",
    ]
