"""A restricted paper cites, is cited and is told of without a trace for those who may not see it."""

from __future__ import annotations

import pytest
from django.core import mail

from hanse.workspace.citations import alerts
from hanse.workspace.citations.models import CitationNotice, CitationWatch, CitingPassage, Reference
from hanse.workspace.mail.sending import send_due
from tests.workspace.citations.conftest import AGAINST, FOR, HARBOURS

pytestmark = pytest.mark.django_db

SECRET = (
    AGAINST.replace("Lindqvist", "Zzyxomma")
    .replace("Do quays speak?", "Zzyxomma on quays")
    .replace("forty", "zzyxomma")
)


@pytest.fixture
def addresses(debate):
    found = ["/citations/"]
    for document in debate.values():
        at = document.get_absolute_url()
        found += [at, f"{at}cited/", f"{at}cited/badge.svg", f"{at}cited/citations.jsonld", f"{at}references/"]
        found += [f"{at}references/check/", f"{at}references/check.csv", f"{at}references/references.jsonld"]
    found += [each.get_absolute_url() for each in Reference.objects.all()]
    found += [f"/citations/passages/{pk}/" for pk in CitingPassage.objects.values_list("pk", flat=True)]
    return found


def answers(visit, user, addresses):
    client = visit(user)
    return {each: (answer.status_code, answer.content) for each in addresses for answer in [client.get(each)]}


def same_but_for_keys(one):
    import re

    return {
        address: (status, re.sub(rb'(csrfmiddlewaretoken" value=|X-CSRFToken": )"[^"]+"', b"", content))
        for address, (status, content) in one.items()
    }


def test_a_restricted_paper_leaves_no_trace(debate, addresses, paper, visit, rhea, cem, rosa, settings):
    settings.HANSE_OPEN_TO_PUBLIC = True
    before = {user: same_but_for_keys(answers(visit, user, addresses)) for user in (rhea, cem, None)}
    secret = paper("2017 Secret.md", SECRET, handling="restricted")
    for user, seen in before.items():
        assert same_but_for_keys(answers(visit, user, addresses)) == seen
    shown = visit(rosa).get(f"{debate['cited'].get_absolute_url()}cited/").content.decode()
    assert "Zzyxomma" in shown
    for passage in CitingPassage.objects.filter(document=secret):
        assert visit(rhea).get(f"/citations/passages/{passage.pk}/").status_code == 404
    assert visit(rhea).get(f"{secret.get_absolute_url()}references/").status_code == 404


def test_a_work_that_only_a_restricted_paper_names_has_no_page(paper, visit, rhea, otto):
    secret = paper("2017 Secret.md", SECRET, handling="restricted")
    for reference in secret.references.all():
        assert visit(rhea).get(reference.get_absolute_url()).status_code == 404
        assert visit(otto).get(reference.get_absolute_url()).status_code == 200


def test_a_restricted_text_that_is_cited_is_not_said_to_be_held(paper, visit, rhea, otto):
    cited = paper("2014 Harbours.md", HARBOURS, handling="restricted", title="Harbours that bargain")
    citing = paper("2018 Again.md", FOR, handling="public")
    address = f"{citing.get_absolute_url()}references/"
    assert "Held here:" in visit(otto).get(address).content.decode()
    shown = visit(rhea).get(address).content.decode()
    assert "Held here:" not in shown
    assert cited.pk not in shown
    assert visit(rhea).get(f"{cited.get_absolute_url()}cited/").status_code == 404


def test_nobody_is_told_of_what_may_not_be_seen_and_no_mail_quotes_what_is_restricted(
    debate, paper, rhea, rosa, settings, django_user_model
):
    settings.HANSE_REMINDS = True
    for person in (rhea, rosa):
        CitationWatch.objects.create(person=person, document=debate["cited"])
    paper("2017 Secret.md", SECRET, handling="restricted")
    alerts.tell()
    assert {each.person for each in CitationNotice.objects.all()} == {rosa}
    send_due()
    [letter] = mail.outbox
    assert "zzyxomma" not in (letter.subject + letter.body).casefold()
    assert "A document that is handled as restricted" in letter.body


def test_what_is_removed_counts_no_more(debate, visit, otto):
    debate["against"].remove()
    shown = visit(otto).get(f"{debate['cited'].get_absolute_url()}cited/").content.decode()
    assert "Do quays speak" not in shown
    debate["against"].restore()
    assert "Do quays speak" in visit(otto).get(f"{debate['cited'].get_absolute_url()}cited/").content.decode()
