"""A city signs a frozen version once, by a personal link or signed in, and may withdraw until it closes."""

from __future__ import annotations

from datetime import timedelta

from django.core import mail
from django.utils import timezone

from hanse.workspace.mail.models import Letter
from hanse.workspace.mail.sending import send_due
from hanse.workspace.registry.merging import merge
from hanse.workspace.registry.models import Clearance, Participation
from hanse.workspace.statements import drafting
from hanse.workspace.statements.models import Invitation, Signature
from hanse.workspace.statements.telling import tell

from .conftest import SAYS


def test_a_city_signs_by_its_link_and_stands_on_the_public_page(visit, city, link, version, settings):
    settings.HANSE_OPEN_TO_PUBLIC = True
    port = city("Port Vell", "ESP")
    address = link(port)
    shown = visit().get(address).content.decode()
    assert "Cities call upon States to fund reception in ports." in shown
    assert version.sha256 in shown
    answered = visit().post(address, SAYS).content.decode()
    assert "Port Vell has signed" in answered
    signature = Signature.objects.get()
    assert (signature.city, signature.version, signature.route, signature.timing) == (port, version, "link", "in time")
    public = visit().get(version.statement.get_absolute_url()).content.decode()
    assert "1 city has signed" in public
    assert "Ines Barr" in public
    assert "Port Vell" in public


def test_the_registry_knows_what_was_signed_and_by_whom(visit, city, link, version):
    port = city("Port Vell")
    visit().post(link(port), SAYS)
    tell()
    version.statement.refresh_from_db()
    instrument = version.statement.instrument
    assert (instrument.kind, instrument.level, instrument.handling) == ("declaration", "cities", "public")
    assert Participation.objects.get(instrument=instrument).act == "signed"


def test_the_second_click_is_told_who_signed_already_and_writes_nothing(visit, city, link):
    address = link(city("Port Vell"))
    visit().post(address, SAYS)
    again = visit().post(address, {**SAYS, "name": "Somebody Else"})
    assert again.status_code == 200
    assert "Port Vell signed already" in again.content.decode()
    assert Signature.objects.count() == 1
    tell()
    tell()
    assert Letter.objects.filter(once__startswith="signature").count() == 1


def test_looking_at_a_link_spends_nothing(visit, city, link):
    address = link(city("Port Vell"))
    for _ in range(3):
        assert visit().get(address).status_code == 200
    assert Invitation.objects.get().used is None


def test_a_link_that_has_expired_says_so_and_signs_nothing(visit, city, link):
    address = link(city("Port Vell"))
    Invitation.objects.update(expires=timezone.now() - timedelta(minutes=1))
    for answer in (visit().get(address), visit().post(address, SAYS)):
        assert answer.status_code == 410
        assert "worked until" in answer.content.decode()
    assert not Signature.objects.exists()


def test_a_newer_link_of_the_same_city_takes_the_place_of_the_older(visit, city, link):
    port = city("Port Vell")
    older, newer = link(port), link(port)
    assert visit().post(older, SAYS).status_code == 410
    assert "has signed" in visit().post(newer, SAYS).content.decode()


def test_nobodys_link_is_told_to_copy_it_whole(visit, db):
    answer = visit().get("/sign/of-nobody/")
    assert answer.status_code == 404
    assert "Copy it whole" in answer.content.decode()


def test_what_is_left_empty_is_said_and_nothing_is_lost(visit, city, link):
    answer = visit().post(link(city("Port Vell")), {**SAYS, "office": "", "name": "<script>alert(1)</script>"})
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Fill this in" in shown
    assert "&lt;script&gt;" in shown
    assert "<script>alert" not in shown


def test_letters_confirm_and_carry_the_way_to_withdraw(visit, city, link, version, settings):
    settings.HANSE_ADDRESS = "https://hanse.example.org"
    settings.HANSE_REMINDS = True
    address = link(city("Port Vell"))
    visit().post(address, SAYS)
    tell()
    send_due()
    invitation, confirmation = sorted(mail.outbox, key=lambda each: "has signed" in each.subject)
    assert "/sign/" in invitation.body
    assert version.sha256 in invitation.body
    assert "Ines Barr, Mayor" in confirmation.body
    way = next(line for line in confirmation.body.splitlines() if "/sign/withdraw/" in line)
    path = way.removeprefix("https://hanse.example.org")
    assert "Withdraw the signature" in visit().get(path).content.decode()
    assert "is withdrawn" in visit().post(path, {"why": "The council changed its mind."}).content.decode()
    assert Signature.objects.get().until
    send_due()
    assert "The council changed its mind." in mail.outbox[-1].body


def test_a_withdrawn_signature_counts_no_more_and_stays_on_record(visit, city, link, version, otto):
    for name in ("Port Vell", "Port Nou"):
        visit().post(link(city(name)), SAYS)
    tell()
    signature = Signature.objects.get(city__name="Port Nou")
    visit(otto).post(f"/signatures/{signature.pk}/withdraw/", {"why": "Elections."})
    page = visit(otto).get(version.get_absolute_url()).content.decode()
    assert "1 city has signed" in page
    assert "Elections." in page
    assert set(Participation.objects.values_list("actor__name", "act")) == {
        ("Port Vell", "signed"),
        ("Port Nou", "signed"),
        ("Port Nou", "withdrew"),
    }
    assert "has signed" in visit().post(link(signature.city), SAYS).content.decode()
    assert Signature.objects.filter(city=signature.city).count() == 2


def test_a_focal_point_signs_for_the_own_city_and_for_no_other(visit, tala, milo, version):
    tunis, other = tala.speaks_for.get().city, milo.speaks_for.get().city
    where = f"/statements/{version.statement_id}/sign/"
    assert visit(tala).get(f"{where}{other.pk}/").status_code == 404
    assert visit(tala).post(f"{where}{other.pk}/", SAYS).status_code == 404
    assert "has signed" in visit(tala).post(f"{where}{tunis.pk}/", SAYS).content.decode()
    signature = Signature.objects.get()
    assert (signature.city, signature.by, signature.route) == (tunis, tala, "account")
    assert visit(milo).post(f"/signatures/{signature.pk}/withdraw/", {"why": "Not mine."}).status_code == 404


def test_a_permission_that_is_not_granted_gates_the_signature_and_is_named(visit, city, link, version):
    port = city("Port Vell")
    address = link(port)
    version.statement.refresh_from_db()
    needed = Clearance.objects.create(
        city=port, authority="City council", what="council decision", instrument=version.statement.instrument
    )
    answer = visit().post(address, SAYS).content.decode()
    assert "Port Vell cannot sign yet. It needs: council decision, City council (required)." in answer
    assert not Signature.objects.exists()
    needed.status = "granted"
    needed.save()
    assert "has signed" in visit().post(address, SAYS).content.decode()


def test_a_permission_that_is_restricted_gates_without_being_named(visit, city, link):
    port = city("Port Vell")
    address = link(port)
    Clearance.objects.create(city=port, authority="Ministry of Silence", what="consent", handling="restricted")
    answer = visit().post(address, SAYS).content.decode()
    assert "a permission that it needs is not granted" in answer
    assert "Silence" not in answer


def test_after_closing_nobody_signs_unless_it_may_be_endorsed_later(visit, city, link, version):
    address = link(city("Port Vell"))
    statement = version.statement
    statement.closes, statement.rolling = "2020-01-31", False
    statement.save()
    answer = visit().post(address, SAYS).content.decode()
    assert "It closed for signature on 31 January 2020 and takes no more signatures." in answer
    assert not Signature.objects.exists()
    statement.rolling = True
    statement.save()
    assert "Endorsed after closing" in visit().post(address, SAYS).content.decode()


def test_after_closing_nobody_withdraws(visit, city, link, version, otto):
    visit().post(link(city("Port Vell")), SAYS)
    version.statement.closes = "2020-01-31"
    version.statement.save()
    signature = Signature.objects.get()
    answer = visit(otto).post(f"/signatures/{signature.pk}/withdraw/", {"why": "Too late."}).content.decode()
    assert "could be withdrawn until it closed" in answer
    signature.refresh_from_db()
    assert signature.stands


def test_when_two_records_of_one_city_are_merged_it_counts_once_and_the_other_signature_is_told(
    visit, city, link, version, otto
):
    kept, gone = city("Port Vell"), city("Port-Vell")
    for each in (kept, gone):
        visit().post(link(each), SAYS)
    merge(gone, kept, user=otto, why="One city, two spellings.")
    page = visit(otto).get(version.statement.get_absolute_url()).content.decode()
    assert "1 city has signed" in page
    assert "1 further signature is of a city that is counted already." in page


def test_ten_megabytes_in_a_comment_get_a_sentence_and_are_shown_again(visit, version, otto):
    draft = drafting.begin(version.statement, otto)
    answer = visit(otto).post(f"/statements/{version.statement_id}/draft/comments/", {"text": "x" * 10_000_000})
    assert answer.status_code == 422
    assert "It has 10,000,000 characters; at most 5,000 are taken." in answer.content.decode()
    assert b"x" * 10_000_000 in answer.content
    assert not draft.comments.exists()


def test_the_page_tells_machines_what_it_is(visit, version, settings):
    settings.HANSE_OPEN_TO_PUBLIC = True
    page = visit().get(version.statement.get_absolute_url()).content.decode()
    assert '"@type": "CreativeWork"' in page or '"@type":"CreativeWork"' in page
