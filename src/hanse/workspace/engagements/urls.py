"""Where is what of this room? What the registry does with records of its kinds is under ``/engagements/``."""

from __future__ import annotations

from django.urls import path

from hanse.workspace.engagements.views import attended, calendars, follow_ups, money, quick, writing

urlpatterns = [
    path("engagements/new/", quick.quick, name="engagement-new"),
    path("engagements/mine.ics", calendars.own, name="engagements-own-calendar"),
    path("engagements/from-calendar/", calendars.upload, name="engagements-calendar"),
    path("engagements/from-calendar/<slug:pk>/", calendars.draft, name="engagements-calendar-draft"),
    path("engagements/from-calendar/<slug:pk>/take/", calendars.take_in, name="engagements-calendar-take"),
    path("engagements/<slug:pk>/write/", writing.write, name="engagement-write"),
    path("engagements/<slug:pk>/attended/<slug:participant>/", attended.attended, name="engagement-attended"),
    path("applications/<slug:pk>/granted/", money.granted, name="application-granted"),
    path("funding-reports/<slug:pk>/step/", money.report_step, name="funding-report-step"),
    path("follow-ups/mine/", follow_ups.mine, name="follow-ups-mine"),
    path("follow-ups/<slug:pk>/done/", follow_ups.done, name="follow-up-done"),
]
