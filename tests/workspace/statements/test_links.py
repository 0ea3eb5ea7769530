"""A link opens what it was made for, as long as whoever holds it may: then it opens nothing."""

from __future__ import annotations

import re

import pytest
from django.utils import timezone

from hanse.workspace.mail.models import Letter
from hanse.workspace.statements.models import Invitation, Signature
from hanse.workspace.statements.telling import tell
from tests.workspace.statements.conftest import SAYS

pytestmark = pytest.mark.django_db


def test_a_link_that_was_taken_back_shows_nothing_of_who_signed(visit, city, link):
    mombasa = city("Mombasa")
    first = link(mombasa)
    visit().post(link(mombasa), SAYS)
    assert Signature.objects.count() == 1
    assert Invitation.objects.exclude(taken_back=None).count() == 1
    answer = visit().get(first)
    assert answer.status_code == 410
    assert SAYS["name"] not in answer.content.decode()


def test_whoever_speaks_for_the_city_no_longer_withdraws_by_the_link_of_the_letter(visit, tala, version):
    held = tala.speaks_for.get()
    assert visit(tala).post(f"/statements/{version.statement_id}/sign/{held.city_id}/", SAYS).status_code == 200
    tell()
    way = re.search(r"/sign/withdraw/\S+/", Letter.objects.get(person=None, address=tala.email).text).group()
    assert visit().get(way).status_code == 200
    held.end(why="Left.")
    assert visit().post(way, {"why": "Out of spite."}).status_code == 404
    assert Signature.objects.get().stands


def test_links_of_a_statement_that_was_removed_open_nothing(visit, city, link, version):
    where = link(city("Mombasa"))
    statement = version.statement
    statement.removed = timezone.now()
    statement.save()
    assert visit().get(where).status_code == 404
    assert visit().get(f"{where}en.pdf").status_code == 404


def test_a_past_state_takes_no_freezing_back(visit, otto, statement, version):
    first = statement.history.order_by("history_id").first().history_id
    visit(otto).post(f"/statements/{statement.pk}/history/{first}/restore/")
    statement.refresh_from_db()
    assert statement.frozen
    assert statement.instrument_id


@pytest.mark.parametrize("mailed", [True, False])
def test_who_invites_and_who_signs_are_told_whether_mail_is_sent(visit, otto, city, version, settings, mailed):
    settings.HANSE_SENDS_MAIL = mailed
    said = {"city": str(city("Port Vell")), "email": "mayor@example.org", "days": 30}
    invited = visit(otto).post(f"/statements/{version.statement_id}/invitations/", said).content.decode()
    assert ("goes out with the next mail" in invited) is mailed
    assert ("No mail is sent from here: hand the link over" in invited) is not mailed
    signed = visit().post(re.search(r"/sign/[-\w]+/", invited).group(), SAYS).content.decode()
    assert ("A confirmation is on its way by mail" in signed) is mailed
    assert ("No mail is sent from here. To withdraw" in signed) is not mailed
