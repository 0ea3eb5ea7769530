"""Every view denies by default."""

from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from hanse.workspace.accounts.middleware import NoNought
from hanse.workspace.api.face import api
from hanse.workspace.api.urls import PATTERNS

OPEN_TO_ALL = {
    "account_login",
    "account_signup",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_confirm_email",
    "account_email_verification_sent",
    "account_inactive",
    "account_logout",
    "language",  # of the page; nothing else is told or changed
    "account_confirm_login_code",
    "mfa_authenticate",  # the password was right; the code is asked for
    "welcome",
    "own-feed",  # the secret or the signature in the address is the right to it
    "own-feed-of",
    "reminders-stop",
    "sign-link",
    "sign-link-pdf",
    "withdraw-link",
    "survey-answer",
    "survey-keep",
    "pledge-draft",  # what is sent after the session ended is kept, and sign-in asked for
    "pledge-report",
    "statement-paragraph-add",
    "statement-paragraph",
    "statement-comment",
    "statement-amend",
    "engagement-new",
    "engagement-write",
}


def patterns(resolver: URLResolver) -> list[URLPattern]:
    found = []
    for each in resolver.url_patterns:
        found += patterns(each) if isinstance(each, URLResolver) else [each]
    return found


ALL = patterns(get_resolver())
API = [each for each in ALL if each.callback in {every.callback for every in PATTERNS}]


@pytest.mark.parametrize("pattern", ALL, ids=[str(each.name) for each in ALL])
def test_nothing_is_open_that_was_not_meant_to_be(pattern):
    required = getattr(pattern.callback, "login_required", True)
    assert required or pattern.name in OPEN_TO_ALL or pattern in API


@pytest.mark.django_db
def test_the_api_asks_for_a_key_itself_and_tells_strangers_no_more_than_what_it_is(visit):
    described = api.get_openapi_schema()["paths"]
    assert {visit(None).get(address.replace("{", "").replace("}", "")).status_code for address in described} == {401}


def test_who_is_not_signed_in_is_asked_to_sign_in(visit, db):
    for address in ["/", "/documents/", "/documents/anything/", "/jobs/", "/people/", "/campaigns/"]:
        answer = visit(None).get(address)
        assert answer.status_code == 302, address
        assert answer.url.startswith("/account/login/")


def test_before_sign_in_nobody_sends_more_than_a_form(visit, otto):
    much = {"login": "x" * 1_200_000}
    refused = visit(None).post("/account/login/", much)
    assert refused.status_code == 413
    assert "Sign in before" in refused.content.decode()
    assert visit(otto).post("/documents/upload/", much).status_code != 413


@pytest.mark.django_db
def test_a_nought_in_an_address_is_a_broken_request_and_no_fault_of_ours(visit, ada, rf):
    assert visit(ada).get("/campaigns/a%00b/").status_code in (400, 404), "PostgreSQL refuses it, SQLite finds nothing"
    request = rf.get("/")
    request.user = ada
    said = "PostgreSQL text fields cannot contain NUL (0x00) bytes"
    answer = NoNought(lambda request: HttpResponse()).process_exception(request, ValueError(said))
    assert answer.status_code == 400
    assert NoNought(lambda request: HttpResponse()).process_exception(request, ValueError("another")) is None


@pytest.mark.django_db
def test_a_form_without_its_key_is_not_taken_and_what_was_typed_in_it_is_shown_again():
    browser = Client(enforce_csrf_checks=True, headers={"Origin": "http://testserver"})
    said = {"text": "A long <b>comment</b> of mine", "password": "correct horse battery"}
    answer = browser.post("/account/login/", said)
    assert answer.status_code == 403
    page = answer.content.decode()
    assert "A long &lt;b&gt;comment&lt;/b&gt; of mine" in page
    assert "correct horse" not in page
    foreign = Client(enforce_csrf_checks=True, headers={"Origin": "https://elsewhere.example"})
    assert "of mine" not in foreign.post("/account/login/", said).content.decode()
