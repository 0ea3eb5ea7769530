"""What somebody may not see of a statement leaves no trace: not in a list, a count, a feed, an export, or the API."""

from __future__ import annotations

import re

import pytest

from hanse.workspace.accounts.rights import Handling
from hanse.workspace.mail.models import Letter
from hanse.workspace.registry.models import Participation
from hanse.workspace.statements.models import Signature, Statement
from hanse.workspace.statements.telling import tell

from .conftest import SAYS

PAGES = [
    "/statements/",
    "/signatures/",
    "/instruments/",
    "/participations/",
    "/registry/",
    "/api/v1/statements",
    "/api/v1/signatures",
    "/api/v1/instruments",
    "/api/v1/participations",
]


@pytest.fixture
def port(city):
    return city("Port Vell", "ESP")


def seen(browser, port):
    return {page: browser.get(page).content for page in [*PAGES, port.get_absolute_url()]}


def masked(pages):
    """Without what every request has of its own."""
    token = re.compile(rb'(csrfmiddlewaretoken" value=|X-CSRFToken": )"[^"]+"')
    return {page: token.sub(b"", content) for page, content in pages.items()}


@pytest.mark.parametrize("stage", ["draft", "restricted", "removed"])
def test_a_statement_that_is_drafted_restricted_or_removed_changes_no_byte_for_others(
    visit, port, statement, otto, rhea, milo, settings, stage, request
):
    settings.HANSE_OPEN_TO_PUBLIC = True
    users = (None, rhea, milo)
    Statement.objects.update(removed="2026-01-01T00:00Z")
    before = [masked(seen(visit(user), port)) for user in users]
    Statement.objects.update(removed=None)
    if stage != "draft":
        statement.refresh_from_db()
        statement.handling = Handling.RESTRICTED if stage == "restricted" else Handling.PUBLIC
        statement.save()
        visit().post(request.getfixturevalue("link")(port), SAYS)
        tell()
        if stage == "removed":
            Statement.objects.get().remove()
    after = [masked(seen(visit(user), port)) for user in users]
    for was, now in zip(before, after, strict=True):
        assert [page for page in was if was[page] != now[page]] == []
    for user in users:
        for tail in ("", "draft/", "freeze/", "invitations/", "versions/1/", "versions/1/text.txt", "settings/"):
            assert visit(user).get(f"/statements/{statement.pk}/{tail}").status_code in (302, 404)


def test_signatures_are_handled_as_their_statement_is(visit, port, version, link, settings):
    settings.HANSE_OPEN_TO_PUBLIC = True
    visit().post(link(port), SAYS)
    tell()
    statement = Statement.objects.get()
    for handling, count in (("internal", 0), ("public", 1)):
        statement.handling = handling
        statement.save()
        assert {Signature.objects.get().handling, Participation.objects.get().handling} == {handling}
        assert Signature.objects.visible_to(visit().get("/").wsgi_request.user).count() == count


def test_a_letter_about_a_restricted_statement_does_not_say_which(version, port, link):
    version.statement.handling = Handling.RESTRICTED
    version.statement.save()
    link(port)
    letter = Letter.objects.get()
    assert "Quiet Harbours" not in letter.subject + letter.text
