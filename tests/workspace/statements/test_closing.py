"""When a version closes its PDF files are made; they say what the screen says, and later ones say what came later."""

from __future__ import annotations

import io
from datetime import date

import pypdfium2
import pytest
from django.utils import timezone
from django.utils.formats import date_format

from hanse.workspace.jobs.models import Job
from hanse.workspace.registry.exchange.taking import take_in
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.statements import drafting
from hanse.workspace.statements.closing import close_due, renew_due
from hanse.workspace.statements.counting import growth, signatories
from hanse.workspace.statements.freezing import freeze
from hanse.workspace.statements.models import Edition, Signature, Statement
from hanse.workspace.statements.telling import tell

from .conftest import SAYS


def words_of(data: bytes) -> str:
    """The text of a PDF, with single spaces."""
    pages = pypdfium2.PdfDocument(io.BytesIO(data))
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


@pytest.fixture
def signed(version, city, link, visit, otto):
    """Signed by two of three cities; one withdrew."""
    for name, country in (("Port Vell", "ESP"), ("Mombasa Harbour", "KEN"), ("Saint-Malon", "FRA")):
        visit().post(link(city(name, country)), {**SAYS, "name": f"Mayor of {name}"})
    gone = Signature.objects.get(city__name="Saint-Malon")
    visit(otto).post(f"/signatures/{gone.pk}/withdraw/", {"why": "Elections."})
    return Statement.objects.get()


def test_closing_makes_a_pdf_of_each_language_that_says_what_the_page_says(visit, signed, otto, work_off):
    browser = visit(otto)
    browser.post(f"/statements/{signed.pk}/close/")
    work_off()
    version = signed.current
    page = browser.get(f"/statements/{signed.pk}/").content.decode()
    for language, paragraph in (
        ("en", "Cities will share what they learn."),
        ("fr", "Les villes appellent les États."),
    ):
        data = b"".join(browser.get(f"/statements/{signed.pk}/versions/1/closing/{language}.pdf").streaming_content)
        said = words_of(data)
        assert version.sha256 in said.replace(" ", "")
        for words in (paragraph, "Port Vell", "Mombasa Harbour", "Mayor of Port Vell"):
            assert words in said
            assert words in page or language == "fr"
        assert "Mayor of Saint-Malon" not in said
    assert Edition.objects.get(occasion="closing", language="en").signatures == 2
    assert "2 cities have signed" in page


def test_the_pdf_names_countries_and_regions_in_its_language(visit, version, city, link, otto, work_off):
    visit().post(link(city("Port Vell", "ESP")), SAYS)
    visit(otto).post(f"/statements/{version.statement_id}/close/")
    work_off()
    said = words_of(Edition.objects.get(occasion="closing", language="fr").file.read_bytes())
    assert "Espagne" in said
    assert "Spain" not in said
    page = visit(otto).get(f"/statements/{version.statement_id}/").content.decode()
    assert "Spain" in page


def test_an_arabic_version_is_printed(statement, visit, otto, work_off):
    statement.languages = "en ar"
    statement.save()
    for each in statement.draft.paragraphs.standing():
        drafting.write(each, "ar", "تدعو المدن الدول إلى تمويل الاستقبال في الموانئ.", otto)
    frozen = freeze(statement.draft, otto)
    visit(otto).post(f"/statements/{statement.pk}/close/")
    work_off()
    assert {each.language for each in frozen.editions.all()} >= {"en", "ar"}


def test_a_version_closes_by_itself_after_its_last_day(version, otto, visit):
    version.statement.closes = "2020-01-31"
    version.statement.save()
    assert close_due() is False
    version.refresh_from_db()
    assert version.closed_at
    answer = visit(otto).post(
        f"/statements/{version.statement_id}/settings/",
        {"title": "Declaration", "authentic": "en", "languages": "en", "handling": "public", "closes": "2099-01-31"},
    )
    assert "It is closed; what comes late is entered by the office." in answer.content.decode()


def test_a_version_closed_by_hand_says_that_day_and_invites_nobody(version, otto, visit):
    browser, page = visit(otto), f"/statements/{version.statement_id}/"
    version.statement.closes, version.statement.rolling = "2099-12-31", False
    version.statement.save()
    assert "open until the end of 31 December 2099" in browser.get(page).content.decode()
    browser.post(f"{page}close/")
    shown = browser.get(page).content.decode()
    assert f"closed on {date_format(timezone.localdate(), 'j F Y')}" in shown
    assert "2099" not in shown
    assert "Invite to sign" not in shown
    invitations = browser.get(f"{page}invitations/").content.decode()
    assert "takes no more signatures." in invitations
    assert "<button>Invite" not in invitations


def test_what_comes_on_paper_after_closing_is_marked_late_or_as_an_endorsement(visit, version, otto, city):
    port, other = city("Port Vell"), city("Port Nou")
    statement = version.statement
    statement.closes, statement.adopted, statement.rolling = "2020-01-31", "2019-12-01", False
    statement.save()
    fields = {**SAYS, "city": port.pk, "since": "2020-02-03"}
    visit(otto).post(f"/statements/{statement.pk}/enter/", fields)
    statement.rolling = True
    statement.save()
    visit(otto).post(f"/statements/{statement.pk}/enter/", {**fields, "city": other.pk, "since": "2020-02-04"})
    assert [each.timing for each in Signature.objects.order_by("since")] == ["late", "rolling"]
    page = visit(otto).get(f"/statements/{statement.pk}/").content.decode()
    assert "Late" in page
    assert "Endorsed after closing" in page
    again = visit(otto).post(f"/statements/{statement.pk}/enter/", fields).content.decode()
    assert "Port Vell signed this version already, on 3 February 2020." in again


def test_what_is_endorsed_after_closing_is_printed_by_itself_and_earlier_files_stay(
    visit, version, otto, city, link, work_off
):
    statement, browser = version.statement, visit(otto)
    statement.rolling = True
    statement.save()
    page = f"/statements/{statement.pk}/"
    visit().post(link(city("Port Vell")), SAYS)
    browser.post(f"{page}close/")
    assert renew_due() is False
    work_off()
    renew_due()
    assert not Job.objects.open().exists(), "nothing came since"
    for name in ("Port Nou", "Port Gros"):
        port = city(name)
        browser.post(f"{page}enter/", {**SAYS, "city": port.pk, "since": timezone.localdate().isoformat()})
        renew_due()
        renew_due()
        assert Job.objects.open().count() == 1
        work_off()
    renew_due()
    assert not Job.objects.open().exists()
    held = Edition.objects.filter(language="en").order_by("made")
    final = [(each.occasion, each.signatures) for each in held if each.occasion != "preview"]
    assert final == [("closing", 1), ("later", 2), ("later", 3)]
    first, last = held.filter(occasion="later")
    address = f"{page}versions/1/later/en.pdf"
    for where, named in (("", True), (f"?edition={last.pk}", True), (f"?edition={first.pk}", False)):
        said = words_of(b"".join(browser.get(address + where).streaming_content))
        assert "Port Nou" in said
        assert ("Port Gros" in said) is named
    for where in ("?edition=0", "?edition=x", f"?edition={10**30}"):
        assert browser.get(address + where).status_code == 404
    shown = browser.get(page).content.decode()
    assert shown.index(f"?edition={last.pk}") < shown.index("Earlier ones") < shown.index(f"?edition={first.pk}")


def test_a_printing_that_failed_is_not_tried_again_until_something_changes(visit, version, otto, city, work_off):
    browser, page = visit(otto), f"/statements/{version.statement_id}/"
    browser.post(f"{page}close/")
    work_off()
    browser.post(f"{page}enter/", {**SAYS, "city": city("Port Nou").pk, "since": timezone.localdate().isoformat()})
    renew_due()
    Job.objects.open().update(state="failed")
    renew_due()
    assert not Job.objects.open().exists()


def test_a_sheet_of_past_signatories_counts_as_of_each_year(version, otto, city):
    statement = version.statement
    statement.adopted, statement.closes = "2018-12-08", "2018-12-31"
    statement.save()
    rows = []
    for place, since in enumerate(["2018-12-08"] * 64 + ["2019-05-01"] * 12 + ["2020-10-05"] * 28):
        port = city(f"Port {place}")
        said = {"name": "A. Mayor", "office": "Mayor", "mandate": "other", "reference": "list of signatories"}
        rows.append({"city": port.pk, "statement": statement.pk, "since": since, **said})
    taken = take_in(KINDS["signatures"], [*rows, {**rows[0], "number": "1"}], user=otto)
    assert len(taken.added) == 104
    assert [each.sentence for each in taken.refused] == ["Port 0 is in this sheet twice."]
    years = (date(2018, 12, 31), date(2019, 12, 31), date(2021, 1, 1), date(2018, 12, 7))
    assert [signatories(version, otto, day).count for day in years] == [64, 76, 104, 0]
    assert growth(version, otto) == [(date(2018, 12, 8), 64), (date(2019, 5, 1), 76), (date(2020, 10, 5), 104)]
    assert {each.timing for each in Signature.objects.filter(since__gt="2019")} == {"rolling"}
    while tell():
        pass
    assert statement.instrument is None or not Signature.objects.filter(participation=None).exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"since": "1999-01-01"}, "Nobody can have signed it before"),
        ({"since": "2999-01-01"}, "This day has not come yet."),
        ({"until": "2020-01-01"}, "is before the beginning"),
        ({"number": "7"}, "There is no frozen version of that number"),
    ],
)
def test_a_sheet_cannot_say_what_could_not_have_been(version, otto, city, wrong, said):
    row = {"city": city("Port").pk, "statement": version.statement_id, "since": "", "name": "A", "office": "Mayor"}
    taken = take_in(KINDS["signatures"], [{**row, "mandate": "letter", **wrong}], user=otto)
    if "until" in wrong:
        taken = take_in(KINDS["signatures"], [{**row, "mandate": "letter", "since": "2026", **wrong}], user=otto)
    assert said in taken.refused[0].sentence
    assert not Signature.objects.exists()
