"""Who sees what: drafts and what is restricted leave no trace, whichever door somebody tries."""

from __future__ import annotations

import re

import pytest

from hanse.workspace.pledges.models import Call, Partnership, Pledge, Practice, Recognition, State
from tests.workspace.pledges.conftest import PUBLIC, text

pytestmark = pytest.mark.django_db

WORD = "Zzyxomma"
_MASKED = re.compile(r'X-CSRFToken": "\w+"|csrfmiddlewaretoken" value="\w+"')
DOORS = (
    "/pledges/",
    "/pledges/?q=Zzyxomma",
    "/pledges/embed/",
    "/pledges/layouts/gcm.csv",
    "/registry/",
    "/practices/",
    "/recognitions/",
    "/calls/",
    "/registry/suggest/pledges/?q=Zzyx",
    "/api/v1/pledges",
    "/api/v1/pledges?q=Zzyxomma",
    "/pledges/export.csv",
)


@pytest.mark.parametrize("state", [State.DRAFT, State.FILED, State.RETURNED, State.ACCEPTED, State.WITHDRAWN])
def test_before_it_is_published_a_pledge_leaves_no_trace(settings, state, visit, pledge_of, milo, tala, rhea):
    settings.HANSE_OPEN_TO_PUBLIC = True
    pledge_of(milo)
    people = {name: visit(person) for name, person in {"public": None, "researcher": rhea, "other": milo}.items()}
    before = {(name, path): text_of(client, path) for name, client in people.items() for path in DOORS}
    hidden = pledge_of(tala, state, title=f"{WORD} shelter", published=None, cycle=WORD)
    Recognition.objects.create(pledge=hidden, by=WORD, where=WORD, **PUBLIC)
    Practice.objects.create(pledge=hidden, city=hidden.city, title=WORD, what=WORD, published=hidden.made, **PUBLIC)
    after = {(name, path): text_of(client, path) for name, client in people.items() for path in DOORS}
    assert after == before
    for client in people.values():
        assert client.get(f"/pledges/{hidden.pk}/").status_code == 404
        assert client.get(f"/api/v1/pledges/{hidden.pk}").status_code == 404


def text_of(client: object, path: str) -> tuple[int, str]:
    response = client.get(path)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return response.status_code, _MASKED.sub("", body.decode(errors="replace"))


def test_a_draft_is_seen_by_its_city_and_the_office_alone(pledge_of, tala, milo, otto, ada, rosa, rhea):
    draft = pledge_of(tala, State.DRAFT)
    seen = {
        each.name: Pledge.objects.visible_to(each).filter(pk=draft.pk).exists()
        for each in (tala, milo, otto, ada, rosa, rhea)
    }
    assert seen == {"Tala": True, "Milo": False, "Otto": True, "Ada": True, "Rosa": False, "Rhea": False}


def test_reviewers_see_what_is_filed(pledge_of, tala, rosa):
    filed, returned = pledge_of(tala, State.FILED), pledge_of(tala, State.RETURNED)
    assert list(Pledge.objects.visible_to(rosa)) == [filed]
    assert returned not in Pledge.objects.visible_to(rosa)


def test_a_joint_city_sees_the_draft_and_does_not_write_it(visit, pledge_of, tala, milo, city_of):
    draft = pledge_of(tala, State.DRAFT)
    assert visit(milo).get(f"/pledges/{draft.pk}/").status_code == 404
    Partnership.objects.create(pledge=draft, city=city_of(milo))
    assert visit(milo).get(f"/pledges/{draft.pk}/").status_code == 200
    assert visit(milo).get(f"/pledges/{draft.pk}/draft/").status_code == 404


def test_a_former_focal_point_sees_nothing_of_it_any_more(pledge_of, tala):
    draft = pledge_of(tala, State.DRAFT)
    tala.speaks_for.get().end(why="left")
    tala.refresh_from_db()
    assert draft not in Pledge.objects.visible_to(tala)


def test_a_published_pledge_goes_by_its_handling(visit, settings, pledge_of, tala, milo, rhea):
    settings.HANSE_OPEN_TO_PUBLIC = True
    members = pledge_of(tala, handling="internal")
    secret = pledge_of(tala, handling="restricted")
    assert visit(None).get(f"/pledges/{members.pk}/").status_code == 404
    assert visit(rhea).get(f"/pledges/{members.pk}/").status_code == 200
    assert visit(rhea).get(f"/pledges/{secret.pk}/").status_code == 404
    assert visit(milo).get(f"/pledges/{secret.pk}/").status_code == 404
    assert visit(tala).get(f"/pledges/{secret.pk}/").status_code == 200


def test_comments_are_never_public(visit, settings, desk, pledge_of, tala, otto):
    settings.HANSE_OPEN_TO_PUBLIC = True
    pledge = pledge_of(tala, State.FILED)
    desk(otto).post(f"/pledges/{pledge.pk}/comment/", {"field": "", "text": WORD, "once": "x"})
    Pledge.objects.filter(pk=pledge.pk).update(state=State.PUBLISHED, published=pledge.made)
    assert WORD not in text(visit(None).get(f"/pledges/{pledge.pk}/"))
    assert WORD not in text(visit(tala).get(f"/pledges/{pledge.pk}/"))


def test_a_call_that_was_not_opened_is_the_offices(visit, call, tala, otto):
    Call.objects.update(opened=None)
    assert visit(tala).get(f"/calls/{call.pk}/").status_code == 404
    assert visit(otto).get(f"/calls/{call.pk}/").status_code == 200


def test_the_generic_form_of_the_registry_does_not_write_the_steps(visit, pledge_of, otto, tala):
    pledge = pledge_of(tala, State.FILED)
    page = visit(otto).get(f"/pledges/{pledge.pk}/edit/")
    assert page.status_code == 200
    assert not {"state", "published", "filed", "answers", "revision"} & set(page.context["form"].fields)


def test_a_published_pledge_cannot_be_edited_into_showing_an_address(visit, pledge_of, otto, tala):
    pledge = pledge_of(tala)
    form = visit(otto).get(f"/pledges/{pledge.pk}/edit/").context["form"]
    said = {name: form[name].value() or "" for name in form.fields}
    answer = visit(otto).post(f"/pledges/{pledge.pk}/edit/", {**said, "title": "Beds at 12 King Street"})
    assert "12 King Street" in text(answer)
    pledge.refresh_from_db()
    assert pledge.title == "Keys for newcomers"
