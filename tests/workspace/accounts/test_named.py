"""Does a restricted record show itself to the people it names, and to nobody else?"""

from __future__ import annotations

from hanse.workspace.accounts.models import Named, User
from hanse.workspace.registry.models import Actor, Membership


def test_a_restricted_record_is_seen_by_the_office_and_by_the_people_named(rhea, cem, otto):
    city = Actor.objects.create(name="Tunis", kind="city", handling="restricted")
    league = Actor.objects.create(name="League", kind="network", handling="public")
    tie = Membership.objects.create(actor=city, network=league, handling="public")
    assert not Membership.objects.visible_to(rhea).exists()
    Named.objects.create(person=rhea, model="registry.actor", record=city.pk)
    rhea = User.objects.get(pk=rhea.pk)
    assert list(Membership.objects.visible_to(rhea)) == [tie]
    assert Actor.objects.visible_to(rhea).filter(pk=city.pk).exists()
    assert not Actor.objects.visible_to(cem).filter(pk=city.pk).exists()
    assert not Actor.objects.visible_to(_nobody()).filter(pk=city.pk).exists()
    assert Actor.objects.visible_to(otto).filter(pk=city.pk).exists()


def test_a_document_too_may_name_people(rhea, cem, written):
    from hanse.workspace.documents.models import Document

    document = written("Note", "One.", handling="restricted")
    Named.objects.create(person=rhea, model="documents.document", record=str(document.pk))
    assert Document.objects.visible_to(rhea).filter(pk=document.pk).exists()
    assert not Document.objects.visible_to(cem).exists()


def _nobody():
    from django.contrib.auth.models import AnonymousUser

    return AnonymousUser()
