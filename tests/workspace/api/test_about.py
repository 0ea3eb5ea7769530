"""Is the API described, for people and in the docs, and can they make tokens for their programs?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from hanse.workspace.api.models import Token
from hanse.workspace.api.reference import endpoints, page
from tests.workspace.looks import LOOKS

REFERENCE = Path(__file__).parents[3] / "docs" / "reference" / "api.md"


def test_the_reference_says_what_the_code_does():
    written = REFERENCE.read_text(encoding="utf-8")
    assert written == page(), "python -m hanse.workspace api_reference > docs/reference/api.md"


def test_every_endpoint_says_what_it_gives():
    for found in endpoints().values():
        for each in found:
            assert each.what
            assert each.fields or each.address.endswith("{name}"), each.address


@pytest.mark.django_db
def test_a_token_is_shown_once_reads_and_can_be_ended(visit, table, rhea):
    client = visit(rhea)
    client.post("/api/tokens/", {"name": "our dashboard"})
    shown = client.get("/api/").content.decode()
    key = re.search(r"<code>([\w-]{43})</code>", shown)[1]
    assert key not in client.get("/api/").content.decode()
    headers = {"Authorization": f"Bearer {key}"}
    assert visit(None).get("/api/v1/networks", headers=headers).status_code == 200
    client.post(f"/api/tokens/{Token.objects.get().pk}/end/")
    assert visit(None).get("/api/v1/networks", headers=headers).status_code == 401


@pytest.mark.django_db
def test_nobody_ends_the_token_of_another(visit, rhea, otto):
    Token.make(otto, "his")
    assert visit(rhea).post(f"/api/tokens/{Token.objects.get().pk}/end/").status_code == 404


@pytest.mark.django_db
def test_a_token_without_a_name_is_not_made(visit, rhea):
    client = visit(rhea)
    client.post("/api/tokens/", {"name": "  "})
    assert not Token.objects.exists()
    assert "Say what the token is for" in client.get("/api/").content.decode()


@pytest.mark.django_db
def test_the_page_speaks_the_readers_language_and_the_api_english(visit, rhea):
    client = visit(rhea)
    asked = {"accept-language": "fr"}
    assert client.get("/api/", headers=asked).headers["Content-Language"] == "fr"
    assert client.get("/api/v1/openapi.json", headers=asked).headers["Content-Language"] == "en"


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("look", LOOKS)
def test_the_page_looks_right(see, rhea, look):
    Token.make(rhea, "our dashboard")
    opened = see("/api/", rhea, look, "api")
    opened.locator("details.endpoint").first.locator("summary").click()
    expect(opened.get_by_role("region", name="Parameters of /api/v1/cities", exact=True)).to_be_visible()
