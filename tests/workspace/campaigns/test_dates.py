from __future__ import annotations


def test_a_silence_procedure_is_noted_and_how_it_ended(visit, otto, cem, traced):
    campaign = traced()
    client, base = visit(otto), f"/campaigns/{campaign.pk}/dates/"
    said = {"kind": "silence", "what": "Revision 1", "when": "2031-07-01T12:00", "end": "", "by": "", "note": ""}
    client.post(f"{base}new/", said)
    held = campaign.deadlines.get()
    assert "silence procedure" in visit(cem).get(base).content.decode()
    client.post(f"{base}{held.pk}/", {**said, "end": "broken", "by": "Northern Rim Group"})
    page = visit(cem).get(base).content.decode()
    assert "silence broken" in page
    assert "Northern Rim Group" in page
    assert "changed “Revision 1”" in visit(otto).get(f"/campaigns/{campaign.pk}/history/").content.decode()


def test_whoever_may_only_read_notes_no_date(visit, cem, traced):
    campaign = traced()
    assert visit(cem).get(f"/campaigns/{campaign.pk}/dates/new/").status_code == 404


def test_the_front_page_tells_what_is_due_to_those_who_may_see_the_campaign(visit, otto, cem, traced):
    campaign = traced()
    base = f"/campaigns/{campaign.pk}/dates/new/"
    said = {"kind": "deadline", "when": "2031-07-01T12:00", "end": "", "by": "", "note": ""}
    visit(otto).post(base, {**said, "what": "Amendments to Revision 1"})
    visit(otto).post(base, {**said, "what": "Comments on the zero draft", "end": "done"})
    front = visit(cem).get("/").content.decode()
    assert "Amendments to Revision 1" in front
    assert "Comments on the zero draft" not in front
    type(campaign).objects.filter(pk=campaign.pk).update(handling="restricted")
    assert "Amendments to Revision 1" not in visit(cem).get("/").content.decode()
