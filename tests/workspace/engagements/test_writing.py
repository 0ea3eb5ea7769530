"""An engagement is written out and corrected by the office, and by the cities that take part in it."""

from __future__ import annotations

import pytest

from hanse.workspace.engagements.models import Engagement, FollowUp
from tests.workspace.engagements.conftest import text

pytestmark = pytest.mark.django_db


def whole(made: Engagement, people: list[dict] = (), todo: list[dict] = (), **said: str) -> dict[str, str]:
    """The whole form as a browser sends it."""
    data = {"kind": made.kind, "title": made.title, "since": made.since, "handling": made.handling, **said}
    for prefix, rows in (("people", people), ("todo", todo)):
        held = sum("id" in each for each in rows)
        data |= {f"{prefix}-TOTAL_FORMS": str(len(rows)), f"{prefix}-INITIAL_FORMS": str(held)}
        for number, row in enumerate(rows):
            data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


def city_of(person):
    return person.speaks_for.get().city


def test_people_and_follow_ups_are_added_in_one_form(visit, otto, actors, engaged):
    made = engaged("Talks")
    people = [{"actor": "Ecuador [ecuador]", "person": "", "function": "Ministry", "side": "host"}]
    todo = [{"what": "Send the notes", "due": "2026-06-01", "owner": str(otto.pk)}]
    sent = visit(otto).post(
        f"/engagements/{made.pk}/write/", whole(made, people, todo, agreed="One\nTwo", languages="en,fr")
    )
    assert sent.status_code == 302, text(sent)
    made.refresh_from_db()
    assert (made.agreed.splitlines(), made.languages) == (["One", "Two"], "en, fr")
    assert [(str(each), each.side) for each in made.participants.all()] == [("Ecuador (Ministry)", "host")]
    assert [(each.what, each.due, each.owner) for each in made.follow_ups.all()] == [
        ("Send the notes", "2026-06-01", otto)
    ]


def test_who_is_taken_out_can_be_brought_back(visit, otto, actors, engaged):
    made = engaged("Talks", actors["ecuador"])
    there = made.participants.get()
    rows = [{"id": there.pk, "actor": "Ecuador [ecuador]", "side": "", "DELETE": "on"}]
    visit(otto).post(f"/engagements/{made.pk}/write/", whole(made, rows))
    there.refresh_from_db()
    assert there.removed is not None
    visit(otto).post(f"/engagement-participants/{there.pk}/bring-back/")
    there.refresh_from_db()
    assert there.removed is None


def test_a_focal_point_writes_what_its_city_takes_part_in_and_nothing_else(visit, tala, milo, engaged):
    made = engaged("Talks", city_of(tala))
    assert visit(tala).get(f"/engagements/{made.pk}/write/").status_code == 200
    assert visit(milo).get(f"/engagements/{made.pk}/").status_code == 200
    assert visit(milo).get(f"/engagements/{made.pk}/write/").status_code == 404
    assert visit(milo).post(f"/engagements/{made.pk}/write/", whole(made, title="Taken")).status_code == 404
    assert Engagement.objects.get().title == "Talks"


def test_a_focal_point_does_not_decide_who_sees_what_the_office_entered(visit, tala, engaged):
    made = engaged("Talks", city_of(tala))
    there = made.participants.get()
    rows = [{"id": there.pk, "actor": f"Tunis [{there.actor_id}]", "side": ""}]
    visit(tala).post(f"/engagements/{made.pk}/write/", whole(made, rows, handling="public", title="Longer talks"))
    made.refresh_from_db()
    assert (made.title, made.handling) == ("Longer talks", "internal")


def test_a_city_stays_among_those_who_took_part_in_what_it_writes(visit, tala, engaged):
    made = engaged("Talks", city_of(tala))
    there = made.participants.get()
    rows = [{"id": there.pk, "actor": f"Tunis [{there.actor_id}]", "side": "", "DELETE": "on"}]
    answer = visit(tala).post(f"/engagements/{made.pk}/write/", whole(made, rows))
    assert "Your city has to be among those who took part." in text(answer)
    there.refresh_from_db()
    assert there.removed is None


def test_what_a_city_enters_as_restricted_is_seen_by_its_author_and_the_office_alone(
    visit, tala, milo, rhea, otto, typed
):
    visit(tala).post("/engagements/new/", {**typed, "who-0": "Ecuador", "handling": "restricted"})
    made = Engagement.objects.get()
    seen = [Engagement.objects.visible_to(each).exists() for each in (tala, otto, milo, rhea)]
    assert seen == [True, True, False, False]
    assert made.participants.first().handling == made.follow_ups.get().handling == "restricted"


def test_nobody_overwrites_unknowingly(visit, otto, olga, engaged):
    made = engaged("Talks")
    page = visit(otto).get(f"/engagements/{made.pk}/write/")
    seen = page.context["form"].initial["seen"]
    visit(olga).post(f"/engagements/{made.pk}/write/", whole(made, title="By Olga", seen=seen))
    answer = visit(otto).post(f"/engagements/{made.pk}/write/", whole(made, title="By Otto", seen=seen))
    assert "Somebody changed it since you opened the form." in text(answer)
    assert Engagement.objects.get().title == "By Olga"


def test_those_who_took_part_are_handled_as_the_engagement_is(visit, otto, actors, engaged):
    made = engaged("Talks", actors["ecuador"])
    there = made.participants.get()
    visit(otto).post(
        f"/engagements/{made.pk}/write/",
        whole(made, [{"id": there.pk, "actor": "Ecuador [ecuador]", "side": ""}], handling="public"),
    )
    there.refresh_from_db()
    assert there.handling == "public"


def test_a_partial_day_of_a_follow_up_stays_where_the_form_cannot_show_it(visit, otto, engaged):
    made = engaged("Talks")
    todo = FollowUp.objects.create(engagement=made, what="Call", due="2026-12")
    rows = [{"id": todo.pk, "what": "Call them", "due": "", "owner": ""}]
    visit(otto).post(f"/engagements/{made.pk}/write/", whole(made, (), rows))
    todo.refresh_from_db()
    assert (todo.what, todo.due) == ("Call them", "2026-12")


def test_a_follow_up_is_done_with_a_note_and_opened_again(visit, otto, engaged):
    todo = FollowUp.objects.create(engagement=engaged(), what="Call", owner=otto)
    client = visit(otto)
    client.post(f"/follow-ups/{todo.pk}/done/", {"outcome": "They agreed", "next": "/follow-ups/mine/"})
    todo.refresh_from_db()
    assert (bool(todo.done), todo.outcome) == (True, "They agreed")
    client.post(f"/follow-ups/{todo.pk}/done/", {"again": "1"})
    todo.refresh_from_db()
    assert todo.done == ""


def test_only_its_owner_the_office_and_the_city_mark_a_follow_up(visit, tala, milo, rhea, otto, engaged):
    todo = FollowUp.objects.create(engagement=engaged("Talks", city_of(tala)), what="Call", owner=otto)
    for person, code in ((milo, 404), (rhea, 404), (tala, 302), (otto, 302)):
        assert visit(person).post(f"/follow-ups/{todo.pk}/done/").status_code == code


def test_follow_ups_of_a_public_engagement_are_not_public(settings, visit, engaged):
    settings.HANSE_OPEN_TO_PUBLIC = True
    made = engaged("Open talks", handling="public")
    FollowUp.objects.create(engagement=made, what="Zzyxomma")
    for path in (f"/engagements/{made.pk}/", "/engagements/", "/api/v1/follow-ups", "/follow-ups/"):
        assert "Zzyxomma" not in text(visit(None).get(path))
