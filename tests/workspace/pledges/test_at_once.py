"""Two do something to a pledge at the same moment: one comes first, and nobody's work is written over."""

from __future__ import annotations

import pytest
from django.utils import timezone

from hanse.errors import RefusedChange
from hanse.workspace.focal_points.handing_over import hand_over
from hanse.workspace.pledges import drafting, publishing
from hanse.workspace.pledges.models import Call, Pledge, Report, State
from tests.workspace.pledges.conftest import text
from tests.workspace.test_concurrency import together

at_once = pytest.mark.django_db(transaction=True)


@at_once
def test_a_pledge_that_is_filed_while_its_city_is_handed_over_stays_filed(pledge_of, tala, milo, ada):
    pledge = pledge_of(tala, State.DRAFT, published=None)
    held = list(tala.speaks_for.all())
    done = []

    def hand():
        hand_over(held, milo, by=ada, why="Left.", leaves=True)

    assert together(hand, lambda: done.append(drafting.file(Pledge.objects.get(pk=pledge.pk), tala))) == []
    pledge.refresh_from_db()
    assert (done, pledge.state, pledge.author) == ([True], State.FILED, milo)
    assert pledge.filed


@at_once
def test_two_who_publish_at_once_publish_once_and_one_letter_goes_out(pledge_of, tala, otto, olga):
    from hanse.workspace.mail.models import Letter

    pledge = pledge_of(tala, State.ACCEPTED, published=None)
    done = []
    tasks = [lambda by=by: done.append(publishing.publish(Pledge.objects.get(pk=pledge.pk), by)) for by in (otto, olga)]
    assert together(*tasks) == []
    assert sorted(done) == [False, True]
    assert Letter.objects.filter(person=tala).count() == 1


@at_once
def test_two_clicks_on_filing_file_once(pledge_of, tala):
    pledge = pledge_of(tala, State.DRAFT, published=None)
    done = []
    tasks = [lambda: done.append(drafting.file(Pledge.objects.get(pk=pledge.pk), tala))] * 4
    assert together(*tasks) == []
    assert sum(done) == 1
    assert pledge.history.filter(state=State.FILED).count() == 1


@pytest.mark.django_db
def test_what_is_filed_is_what_was_looked_at(pledge_of, tala):
    pledge = pledge_of(tala, State.DRAFT, published=None)
    Pledge.objects.filter(pk=pledge.pk).update(revision=pledge.revision + 1, title="")
    with pytest.raises(RefusedChange, match="somebody wrote on while it was filed"):
        drafting.file(pledge, tala)
    assert Pledge.objects.get(pk=pledge.pk).state == State.DRAFT


@pytest.mark.django_db
def test_a_call_that_closed_since_the_form_was_read_takes_nothing(pledge_of, tala, call):
    pledge = pledge_of(tala, State.DRAFT, published=None)
    assert pledge.call.open
    Call.objects.filter(pk=call.pk).update(closed=timezone.now())
    with pytest.raises(RefusedChange, match="closed on"):
        drafting.file(pledge, tala)


@at_once
def test_a_call_that_is_closing_is_waited_for(pledge_of, tala, call, desk, otto):
    pledge = pledge_of(tala, State.DRAFT, published=None, filed=None)
    told = []

    def file():
        try:
            told.append(drafting.file(Pledge.objects.get(pk=pledge.pk), tala))
        except RefusedChange:
            told.append(False)

    browser = desk(otto)
    assert together(lambda: browser.post(f"/calls/{call.pk}/close/"), file) == []
    call.refresh_from_db()
    pledge.refresh_from_db()
    assert told == [pledge.filed is not None]
    assert pledge.filed is None or pledge.filed < call.closed


@at_once
def test_a_report_shown_while_its_pledge_is_taken_off_does_not_make_it_public_again(pledge_of, tala, otto, desk):
    pledge = pledge_of(tala)
    made = Report.objects.create(
        pledge=pledge, status="in progress", narrative="Beds for 3.", on=timezone.localdate(), by=tala, once="r"
    )
    browser = desk(otto)
    show = lambda: browser.post(f"/pledges/{pledge.pk}/reports/{made.pk}/show/")  # noqa: E731
    assert together(show, lambda: publishing.unpublish(Pledge.objects.get(pk=pledge.pk), "Wrong city.")) == []
    pledge.refresh_from_db()
    assert pledge.state == State.ACCEPTED


@pytest.mark.django_db
def test_restoring_a_text_takes_no_step_back(pledge_of, tala, otto, desk):
    pledge = pledge_of(tala, State.ACCEPTED, published=None)
    first = pledge.history.first().history_id
    publishing.publish(pledge, otto)
    pledge.refresh_from_db()
    pledge.title = "Keys for everybody"
    pledge.answers = {"q-indicators": "200 families"}
    pledge.save()
    desk(otto).post(f"/pledges/{pledge.pk}/history/{first}/restore/")
    pledge.refresh_from_db()
    assert (pledge.title, pledge.answers) == ("Keys for newcomers", {})
    assert pledge.state == State.PUBLISHED
    assert pledge.revision > 0


@pytest.mark.django_db
def test_a_practice_taken_off_the_public_pages_has_it_in_its_history(pledge_of, tala, otto, desk, city_of):
    from hanse.workspace.pledges.models import Practice

    made = Practice.objects.create(title="Keys", city=city_of(tala), what="Flats.", handling="public")
    for do in ("publish", "unpublish"):
        desk(otto).post(f"/practices/{made.pk}/publish/", {"do": do, "why": "Asked for by the city."})
    made.refresh_from_db()
    assert made.published is None
    assert made.history.count() == 3
    assert made.history.first().history_change_reason == "Asked for by the city."


@pytest.mark.django_db
def test_cities_whom_a_reader_does_not_see_are_neither_named_nor_found(settings, pledge_of, tala, desk, call):
    from hanse.workspace.pledges.models import Partnership, Question
    from hanse.workspace.registry.models import Actor

    settings.HANSE_OPEN_TO_PUBLIC = True
    hidden = Actor.objects.create(name="Hiddenham", kind="city", country="GBR", handling="internal")
    Question.objects.create(call=call, place=9, key="with", type="cities", label="Sister cities")
    pledge = pledge_of(tala, answers={"q-with": "Tunis\nHiddenham"})
    other = pledge_of(
        tala, title="Another", city=Actor.objects.create(name="Leeds", kind="city", country="GBR", handling="public")
    )
    Partnership.objects.create(pledge=pledge, city=hidden, agreed=timezone.now())
    assert "Hiddenham" in text(desk(tala).get(f"/pledges/{pledge.pk}/"))
    page = text(desk().get(f"/pledges/{pledge.pk}/"))
    assert "Sister cities" in page
    assert "Hiddenham" not in page
    found = text(desk().get("/pledges/?country=GBR"))
    assert str(other) in found
    assert str(pledge) not in found
