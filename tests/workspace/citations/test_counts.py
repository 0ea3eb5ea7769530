"""Every count of citing passages opens onto exactly what it counts, as its reader may see it, a page at a time."""

from __future__ import annotations

import html
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hanse.workspace.citations.disagreeing import Pairs
from hanse.workspace.citations.judging import judge
from hanse.workspace.citations.models import CitingPassage, Reference
from tests.workspace.citations.conftest import AGAINST, FOR

pytestmark = pytest.mark.django_db


def page(visit, address, user):
    answer = visit(user).get(address)
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def listed(visit, address, user):
    """How many passages the address lists, over all its pages."""
    found = page(visit, address.split("#")[0], user)
    assert 'id="passages"' in found
    told = re.search(r'<p class="count">(\d+) passages?</p>', found)
    assert told, address
    return int(told[1])


def counts(text):
    """Number and address of every count that is a link."""
    links = re.findall(r'<a [^>]*href="([^"]*(?:stance|own|judged)=[^"]*)"[^>]*>(.*?)</a>', text)
    told = [(re.search(r"\d+", re.sub(r"<[^>]+>", "", words)), address) for address, words in links]
    return [(int(number[0]), address) for number, address in told if number]


def contrasting(debate):
    return CitingPassage.objects.get(document=debate["against"], text__startswith="In contrast", settled="contrasts")


@pytest.fixture
def many(debate, paper, rosa):
    """With a judgement, a self-citation and a paper that is restricted."""
    judge(contrasting(debate), rosa, "contrasts")
    secret = AGAINST.replace("Lindqvist", "Moss").replace("forty", "fifty")
    paper("2017 Secret.md", secret, handling="restricted", title="Kept back")
    paper("2019 Own.md", FOR.replace("Ruth Ferreira", "Ines Okafor"), handling="public", title="My own count")
    return debate


@pytest.mark.parametrize("who", ["rosa", "rhea", "public"])
def test_every_count_lists_exactly_what_it_counts(many, visit, request, settings, who):
    settings.HANSE_OPEN_TO_PUBLIC = True
    user = None if who == "public" else request.getfixturevalue(who)
    for address in ("/citations/", f"{many['cited'].get_absolute_url()}cited/"):
        found = counts(page(visit, address, user))
        assert len(found) >= 6
        for number, opens in found:
            assert listed(visit, opens, user) == number, opens


def test_the_tally_of_the_badge_line_opens_too(many, visit, rhea):
    found = counts(page(visit, many["cited"].get_absolute_url(), rhea))
    assert found
    for number, opens in found:
        assert listed(visit, opens, rhea) == number


def test_what_is_nought_leads_nowhere(debate, visit, otto):
    shown = page(visit, "/citations/", otto)
    assert "?stance=contrasts&judged=machine" in shown
    assert "?stance=contrasts&judged=people" not in shown


def test_who_cites_with_which_stance_opens_onto_these_passages_of_that_document(many, visit, rhea):
    address = f"{many['cited'].get_absolute_url()}cited/?stance=contrasts&document={many['against'].pk}"
    shown = page(visit, address, rhea)
    assert shown.count('class="citing s-') == shown.count('class="citing s-contrasts') >= 1
    assert "we find no speech of a port town" in re.sub(r"<[^>]+>", "", shown)
    nothing = page(visit, address.replace(many["against"].pk, many["for"].pk), rhea)
    assert "we find no speech of a port town" not in re.sub(r"<[^>]+>", "", nothing)


def test_a_wrong_filter_filters_nothing_and_breaks_nothing(debate, visit, otto):
    for asked in ("stance=nonsense", "document=../x", "work=%00", "section=Results", "judged=maybe&page=99"):
        page(visit, f"/citations/?{asked}", otto)


def several(debate, amount):
    """So many papers more that contrast a work each in two passages."""
    model = contrasting(debate)
    references = [
        Reference(id=f"r{n}", document=debate["against"], order=100 + n, text=f"Work {n}", work=f"w{n}")
        for n in range(amount)
    ]
    Reference.objects.bulk_create(references)
    held = []
    for n, reference in enumerate(references):
        for part in (1, 2):
            said = {name: getattr(model, name) for name in ("pid", "start", "end", "stance", "settled", "document")}
            text = f"In contrast to work {n}, part {part}."
            held.append(
                CitingPassage(id=f"c{n}-{part}", reference=reference, order=500 + 2 * n + part, text=text, **said)
            )
    CitingPassage.objects.bulk_create(held)


def test_pairs_are_paged_in_the_database(debate, visit, otto, rosa):
    before = len(Pairs(otto))
    several(debate, 60)
    judge(CitingPassage.objects.get(pk="c41-2"), rosa, "contrasts")
    with CaptureQueriesContext(connection) as asked:
        shown = page(visit, "/citations/", otto)
    assert len(asked) < 30
    assert shown.count('<td data-label="with these words">') == 25
    assert shown.index("In contrast to work 41, part 1.") < shown.index("In contrast to work 1, part 1.")
    assert "Page 1 of 3" in shown
    pairs = Pairs(otto)
    with CaptureQueriesContext(connection) as asked:
        held = pairs[0:25]
    assert len(asked) == 3
    assert "LIMIT 25" in asked[0]["sql"]
    assert len(pairs) == before + 60
    assert (
        len({(each.document.pk, each.reference.work) for each in (*held, *pairs[25:50], *pairs[50:75])}) == before + 60
    )


def test_a_pair_of_several_passages_opens_onto_all_of_them(debate, visit, otto):
    several(debate, 1)
    (pair,) = [each for each in Pairs(otto)[0:10] if each.count == 2]
    assert html.escape(pair.counted) in visit(otto).get("/citations/").content.decode()
    assert listed(visit, pair.counted, otto) == 2
