"""Every page of a survey is accessible, light and dark, on a phone and on a desk; in Arabic it runs from the right."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from hanse.workspace.surveys import running
from hanse.workspace.surveys.models import Question, Survey, Translation
from tests.workspace.looks import LOOKS

ARABIC = {
    "scale": "زادت الحوارات قدرتنا على المشاركة.",
    "single": "كم مرة التقيتم؟",
    "multiple": "أين التقيتم؟",
    "yes-no": "هل ستأتون مرة أخرى؟",
    "text": "ما الذي ينبغي أن نحسنه؟",
}
OPTIONS = {"single": "أبدا\nمرة\nكثيرا", "multiple": "هنا\nهناك\nفي مكان آخر"}


def in_arabic(survey: Survey) -> None:
    Translation.objects.create(survey=survey, language="ar", title="استبيان الشركاء")
    for each in survey.questions.all():
        each.translations = {"ar": {"text": ARABIC[each.kind], "options": OPTIONS.get(each.kind, "")}}
        each.save()


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_every_page_is_accessible_and_keeps_to_the_policy(see, otto, draft, opened, links, answered, settings):
    settings.HANSE_OPEN_TO_PUBLIC = True
    about = "We ask after each season of dialogues, so that what we report rests on what you say."
    first = answered("Partner survey, first round", agree=2, about=about)
    in_arabic(first)
    running.publish(first)
    second = answered("Partner survey, second round", agree=5, previous=first, about=about)
    for one, other in zip(first.questions.all(), second.questions.all(), strict=True):
        Question.objects.filter(pk=other.pk).update(key=one.key)
    running.publish(second)
    running_now = opened("Open survey", about=about)
    in_arabic(running_now)
    [link] = links(running_now, 1).values()
    fresh = draft("Draft survey")
    settings_page = f"{fresh.get_absolute_url()}questions/"
    pages = {
        "list": "/surveys/",
        "new": "/surveys/new/",
        "draft": fresh.get_absolute_url(),
        "questions": settings_page,
        "question": f"{settings_page}{fresh.questions.first().pk}/",
        "translation": f"{fresh.get_absolute_url()}translations/ar/",
        "preview": f"{fresh.get_absolute_url()}preview/",
        "open": running_now.get_absolute_url(),
        "invitations": f"{running_now.get_absolute_url()}invitations/",
        "results-office": second.get_absolute_url(),
    }
    for look in LOOKS:
        for name, path in pages.items():
            see(path, otto, look, f"survey-{name}")
        see(first.get_absolute_url(), None, look, "survey-results-public")
        see(f"{first.get_absolute_url()}?language=ar", None, look, "survey-results-arabic")
        see(link, None, look, "survey-answer")
        page = see(f"{link}?language=ar", None, look, "survey-answer-arabic")
        expect(page.locator(".survey")).to_have_css("direction", "rtl")
        see("/surveys/answer/nobody/", None, look, "survey-gone")


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_somebody_answers_in_a_browser_and_what_is_half_written_waits(see, opened, links):
    survey = opened()
    [link] = links(survey, 1).values()
    page = see(link)
    page.get_by_label("What should we do better?").fill("More time")
    page.get_by_text("Kept; nobody but you can read it.").wait_for()
    page = see(link, look=LOOKS[-1])
    expect(page.get_by_label("What should we do better?")).to_have_value("More time")
    page.get_by_role("button", name="Send the answer").click()
    expect(page.get_by_text("Please answer this question.")).to_be_visible()
    page.get_by_label("Strongly agree").check()
    page.get_by_role("button", name="Send the answer").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    page.goto(page.url)
    expect(page.get_by_text("one answer is taken for each")).to_be_visible()
    assert survey.invitations.get().answered
