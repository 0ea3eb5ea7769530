"""People come in by invitation and one-time links, and an administrator sets their roles."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from hanse.workspace.accounts.models import Link, User, first_administrator
from hanse.workspace.accounts.rights import RIGHTS, Handling, Right, Role, may, sees

PASSWORD = {"password1": "a long and quiet word", "password2": "a long and quiet word"}


def test_the_first_run_makes_an_administrator_and_a_link_to_come_in_by(visit, db):
    user, token = first_administrator()
    assert user.role == Role.ADMINISTRATOR
    browser = visit(None)
    assert browser.get(f"/people/welcome/{token}/").status_code == 200
    answer = browser.post(f"/people/welcome/{token}/", {"email": "me@example.org", "name": "Me", **PASSWORD})
    assert answer.status_code == 302
    assert browser.get("/people/").status_code == 200
    assert User.objects.get(pk=user.pk).email == "me@example.org"
    assert first_administrator() == (user, None)


def test_a_link_lets_in_once(visit, otto):
    token = Link.make(otto)
    form = {"email": otto.email, "name": "Otto", **PASSWORD}
    assert visit(None).post(f"/people/welcome/{token}/", form).status_code == 302
    assert visit(None).get(f"/people/welcome/{token}/").status_code == 404
    assert visit(None).post(f"/people/welcome/{token}/", form).status_code == 404


def test_looking_at_a_link_does_not_use_it_up(visit, otto):
    token = Link.make(otto)
    for _ in range(3):
        assert visit(None).get(f"/people/welcome/{token}/").status_code == 200


def test_an_old_link_does_not_let_in(visit, otto):
    token = Link.make(otto)
    Link.objects.update(expires=timezone.now() - timedelta(seconds=1))
    assert visit(None).get(f"/people/welcome/{token}/").status_code == 404


def test_a_newer_link_takes_the_older_ones_place(visit, otto):
    older, newer = Link.make(otto), Link.make(otto)
    assert visit(None).get(f"/people/welcome/{older}/").status_code == 404
    assert visit(None).get(f"/people/welcome/{newer}/").status_code == 200


def test_a_link_is_not_kept_in_the_open(otto):
    token = Link.make(otto)
    assert token not in Link.objects.get().digest


def test_whoever_is_invited_comes_in_with_the_role_given(visit, ada):
    page = visit(ada).post("/people/", {"email": "new@example.org", "name": "New", "role": "reviewer"}).content.decode()
    path = re.search(r"http://testserver(/people/welcome/[^\"]+)", page).group(1)
    browser = visit(None)
    browser.post(path, {"email": "new@example.org", "name": "New", **PASSWORD})
    assert User.objects.get(email="new@example.org").role == Role.REVIEWER
    assert browser.get("/documents/").status_code == 200


def test_nobody_can_sign_up_alone(visit, db):
    answer = visit(None).post("/account/signup/", {"email": "x@example.org", **PASSWORD})
    assert "by invitation" in answer.content.decode().lower()
    assert not User.objects.exists()


def test_people_sign_in_by_e_mail_and_password(visit, otto):
    browser = visit(None)
    answer = browser.post("/account/login/", {"login": "OTTO@example.org", "password": "correct horse battery"})
    assert answer.status_code == 302
    assert browser.get("/").status_code == 200


def test_only_an_administrator_sees_the_people(visit, ada, otto, rosa, cem, rhea):
    assert visit(ada).get("/people/").status_code == 200
    for user in (otto, rosa, cem, rhea):
        assert visit(user).get("/people/").status_code == 404


def test_an_administrator_sets_a_role_and_it_is_in_the_history(visit, ada, cem):
    visit(ada).post(f"/people/{cem.pk}/", {f"{cem.pk}-role": "officer", f"{cem.pk}-is_active": "on"})
    cem.refresh_from_db()
    assert cem.role == Role.OFFICER
    assert cem.history.first().history_user == ada


def test_the_last_administrator_stays(visit, ada):
    visit(ada).post(f"/people/{ada.pk}/", {f"{ada.pk}-role": "officer", f"{ada.pk}-is_active": "on"})
    visit(ada).post(f"/people/{ada.pk}/", {f"{ada.pk}-role": "administrator"})
    ada.refresh_from_db()
    assert ada.role == Role.ADMINISTRATOR
    assert ada.is_active


def test_who_may_no_longer_sign_in_is_out_at_once(visit, otto):
    browser = visit(otto)
    assert browser.get("/").status_code == 200
    otto.is_active = False
    otto.save()
    assert browser.get("/").status_code == 302


@pytest.mark.parametrize("role", list(Role))
def test_what_a_role_may_do_is_written_down(role):
    assert Right.READ in RIGHTS[role]
    assert (Right.INVITE in RIGHTS[role]) == (role is Role.ADMINISTRATOR)


def test_only_the_office_sees_what_is_restricted(otto, rosa, cem, rhea):
    assert Handling.RESTRICTED in sees(otto)
    assert Handling.RESTRICTED in sees(rosa)
    assert Handling.RESTRICTED not in sees(cem) | sees(rhea)


def test_the_public_sees_nothing_until_the_workspace_is_opened(settings):
    from django.contrib.auth.models import AnonymousUser

    assert not may(AnonymousUser(), "read")
    assert sees(AnonymousUser()) == frozenset()
    settings.HANSE_OPEN_TO_PUBLIC = True
    assert sees(AnonymousUser()) == {Handling.PUBLIC}
    assert not may(AnonymousUser(), "upload")


def test_a_password_is_changed_in_plain_words(visit, cem):
    page = visit(cem).get("/account/password/change/").content.decode()
    assert "Present password" in page
    assert "placeholder" not in page
