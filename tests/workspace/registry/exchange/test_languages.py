"""Does a file hold the same whoever takes it out, and does it come back unchanged whoever brings it in?"""

from __future__ import annotations

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation
from openpyxl import load_workbook

from hanse.workspace.languages import Language, speaking
from hanse.workspace.registry.exchange.cells import value_of
from hanse.workspace.registry.exchange.exporting import csv_of, xlsx_of
from hanse.workspace.registry.exchange.headings import proposed
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.models import Actor, Attestation, Import, Instrument, Membership, Source, Term

pytestmark = pytest.mark.django_db
FOREIGN = [each for each in Language.values if each != "en"]


@pytest.fixture
def translated(monkeypatch):
    """Whatever is said in another language than English stands in brackets, as if every word were translated."""
    translation.gettext("x")
    held = translation._trans

    def put(name):
        said = getattr(held, name)

        def foreign(*told):
            language = translation.get_language() or "en"
            return said(*told) if language == "en" else f"‹{language}: {said(*told)}›"

        monkeypatch.setattr(held, name, foreign)

    for name in ("gettext", "pgettext", "ngettext", "npgettext"):
        put(name)


@pytest.fixture
def registry():
    """Records with choices, partial dates, sums, yes and no, and names in other scripts."""
    Actor.objects.create(id="league", name="League of Ports", kind="network", nature="coalition", handling="public")
    Actor.objects.create(id="dhaka", name="ঢাকা", kind="city", tier="metropolitan", country="BGD", since="1608~")
    Actor.objects.create(id="oran", name="وهران", kind="city", tier="municipality", country="DZA", latitude=35.7)
    said = {"network_id": "league", "since": "2011-05", "until": "2019", "ended": "expelled"}
    Membership.objects.create(id="tie", actor_id="dhaka", grade="founder", **said)
    Instrument.objects.create(id="pact", title="Pact", kind="compact", force="binding", adopted="2018-12")
    said = {"what": "Money", "amount": 1234567, "currency": "EUR", "kept": "partly"}
    Term.objects.create(id="term", instrument_id="pact", giver_id="league", receiver_id="oran", gives="money", **said)
    paper = Source.objects.create(id="paper", title="Paper", date="2019-01-02")
    said = {"source": paper, "field": "since", "value": "2011-05", "confidence": "high"}
    Attestation.objects.create(id="said", record=Membership.objects.get(pk="tie"), **said)


def test_a_file_holds_the_same_in_every_language(registry, translated, ada):
    english = _files(ada)
    assert any("founder" in cell for row in english["memberships"] for cell in row)
    for language in FOREIGN:
        with speaking(language):
            assert _files(ada) == english, language


def test_what_is_exported_under_french_is_imported_under_arabic_and_nothing_changes(
    registry, translated, visit, ada, work_off
):
    before, histories = _files(ada), _histories()
    client = visit(ada)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "fr"
    data = b"".join(client.get(reverse("export-all")).streaming_content)
    sheet = client.get(reverse("records-export", args=["memberships", "xlsx"]) + "?when=always")
    assert sheet.headers["Content-Language"] == "fr"
    sheet = b"".join(sheet.streaming_content)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "ar"
    for name, brought in (("registry.zip", data), ("memberships.xlsx", sheet)):
        found = _brought(client, name, brought, work_off)
        counts = [each["counts"] for each in found["sheets"]]
        assert sum(each["unchanged"] for each in counts) == (8 if name == "registry.zip" else 1)
        assert sum(each[told] for each in counts for told in ("added", "changed", "refused")) == 0, found
    assert _files(ada) == before
    assert _histories() == histories


def test_a_dry_run_is_told_in_the_language_of_whoever_asked_and_what_is_kept_stays_english(
    registry, translated, visit, ada, work_off
):
    client = visit(ada)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "ar"
    data = "Actor;Network;Joined;Grade\nوهران;League of Ports;soon;Member\nوهران;League of Ports;2012;Founder\n"
    found = _brought(client, "members.csv", data.encode(), work_off, take=True)
    ((row, heading, why),) = found["unread"]
    assert (row, heading) == (2, "Joined")
    assert why.startswith("‹ar: ")
    assert "soon" in why
    assert "‹ar: " in client.get(reverse("import", args=[Import.objects.get().pk])).content.decode()
    tie = Membership.objects.get(actor="oran")
    assert tie.grade == "founder"
    assert tie.history.get().history_change_reason == "import of members.csv"
    assert "‹" not in Source.objects.get(id__startswith="sheet-").note


@pytest.mark.parametrize("language", Language.values)
def test_cells_and_headings_are_understood_alike_whoever_brings_them(translated, language):
    grade = Membership._meta.get_field("grade")
    english = proposed(KINDS["memberships"], ["Member city", "Réseau", "Joined", "Statut", "Country"])
    with speaking(language):
        assert value_of(grade, "Founder") == value_of(grade, "founder") == "founder"
        assert proposed(KINDS["memberships"], ["Member city", "Réseau", "Joined", "Statut", "Country"]) == english


def _files(user):
    """The cells of the sheet of every kind, as CSV and as a workbook, which must hold the same."""
    found = {}
    for plural, kind in KINDS.items():
        text = b"".join(csv_of(kind, kind.records().visible_to(user), user)).decode("utf-8-sig")
        found[plural] = list(csv.reader(io.StringIO(text)))
        book = load_workbook(xlsx_of(kind, kind.records().visible_to(user), user))
        found[f"{plural}.xlsx"] = [book.sheetnames, list(book.active.iter_rows(values_only=True))]
    return found


def _histories():
    return {kind.model: kind.model.history.count() for kind in KINDS.values()}


def _brought(client, name, data, work_off, take=False):
    """What comes of a file that is brought in with all that is proposed for it."""
    answer = client.post(reverse("imports"), {"file": SimpleUploadedFile(name, data), "kind": "memberships"})
    sheet = Import.objects.latest("made")
    if sheet.kind:
        page = client.get(answer.url)
        form = {f"column-{each['place']}": each["as"] for each in page.context["columns"]}
        answer = client.post(answer.url, {**form, "all-handling": "public", "take": "1"})
        assert answer.status_code == 302, answer.context["problem"]
    work_off()
    if take:
        client.post(reverse("import-take", args=[sheet.pk]))
        work_off()
    sheet.refresh_from_db()
    assert sheet.found, sheet.job.problem
    return sheet.found
