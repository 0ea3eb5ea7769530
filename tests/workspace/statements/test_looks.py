"""Every page of statements is accessible, light and dark, on a phone and on a desk."""

from __future__ import annotations

import pytest

from hanse.workspace.statements import drafting
from hanse.workspace.statements.closing import preview
from hanse.workspace.statements.forms import AmendmentForm
from hanse.workspace.statements.models import Comment, Signature, Statement
from tests.workspace.looks import LOOKS

from .conftest import SAYS

PORTS = [
    ("Port Vell", "ESP", 41.37, 2.18),
    ("Mombasa Harbour", "KEN", -4.06, 39.67),
    ("Quillon Bay", "CHL", -33.04, -71.6),
    ("Saint-Malon", "FRA", 48.65, -2.02),
]


@pytest.fixture
def talked_about(statement, otto, ada):
    """A draft in three languages with an amendment and a comment."""
    statement.languages = "en fr ar"
    statement.save()
    draft = statement.draft
    first = draft.paragraphs.get(number="1")
    said = {"change": "wording", "language": "en", "paragraph": first.pk, "why": "Stronger, and in line with Mechelen."}
    form = AmendmentForm({**said, "text": "Cities urge all States to fund reception in ports."}, draft=draft)
    assert form.is_valid(), form.errors
    form.keep(ada)
    Comment.objects.create(version=draft, paragraph=first, person=ada, text="Is this agreed with the inland cities?")
    drafting.write(first, "ar", "تدعو المدن الدول إلى تمويل الاستقبال في الموانئ.", otto)
    return statement


@pytest.fixture
def signed(version, city, link, visit, otto):
    """Signed by four, one of which withdrew."""
    for name, country, latitude, longitude in PORTS:
        visit().post(
            link(city(name, country, latitude=latitude, longitude=longitude)), {**SAYS, "name": f"M. of {name}"}
        )
    last = Signature.objects.get(city__name="Saint-Malon")
    visit(otto).post(f"/signatures/{last.pk}/withdraw/", {"why": "The council voted otherwise."})
    return Statement.objects.get()


@pytest.mark.browser
@pytest.mark.parametrize("look", LOOKS)
def test_the_draft_and_its_forms_look_right(see, talked_about, otto, look):
    way = f"/statements/{talked_about.pk}/draft/"
    draft = talked_about.draft
    first, amendment = draft.paragraphs.get(number="1"), draft.amendments.get()
    see(way, otto, look, "statement-draft")
    see(f"{way}?language=ar", otto, look, "statement-draft-arabic")
    see(f"{way}paragraphs/{first.pk}/?language=ar", otto, look, "statement-wording")
    see(f"{way}amendments/?paragraph={first.pk}", otto, look, "statement-amend")
    see(f"{way}amendments/{amendment.pk}/", otto, look, "statement-decide")
    see(f"{way}comments/?paragraph={first.pk}", otto, look, "statement-comment")
    see(f"{way}people/", otto, look, "statement-people")
    see(f"/statements/{talked_about.pk}/freeze/", otto, look, "statement-freeze")
    see("/statements/new/", otto, look, "statement-new")


@pytest.mark.browser
@pytest.mark.parametrize("look", LOOKS)
def test_the_public_page_and_those_of_signing_look_right(see, signed, city, link, otto, tala, look, settings, work_off):
    settings.HANSE_OPEN_TO_PUBLIC = True
    version = signed.current
    preview(version)
    work_off()
    address = link(city("Nova Vila", "PRT"))
    see(f"/statements/{signed.pk}/", None, look, "statement-public")
    see(f"/statements/{signed.pk}/?beside=fr", otto, look, "statement-office")
    see("/statements/", otto, look, "statements")
    see(address, None, look, "statement-sign")
    see("/sign/of-nobody/", None, look, "statement-no-link")
    see(f"/statements/{signed.pk}/sign/{tala.speaks_for.get().city_id}/", tala, look, "statement-sign-account")
    see(f"/statements/{signed.pk}/invitations/", otto, look, "statement-invitations")
    see(f"/statements/{signed.pk}/enter/", otto, look, "statement-enter")
    see(f"/statements/{signed.pk}/close/", otto, look, "statement-close")
    see(f"/statements/{signed.pk}/versions/1/asks/", otto, look, "statement-asks")
    for signature in (Signature.objects.get(city__name="Port Vell"), Signature.objects.get(city__name="Saint-Malon")):
        see(f"/signatures/{signature.pk}/withdraw/", otto, look, f"statement-withdraw-{signature.stands}")
