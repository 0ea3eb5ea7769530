"""Where is what of this room?"""

from __future__ import annotations

from django.urls import path

from hanse.workspace.briefings.views import preparing, reading

urlpatterns = [
    path("", reading.briefings, name="briefings"),
    path("of/<slug:counterpart>/", preparing.prepare, name="briefing-prepare"),
    path("<str:pk>/", reading.briefing, name="briefing"),
    path("<str:pk>/briefing.pdf", reading.file, name="briefing-pdf"),
    path("<str:pk>/shared.pdf", reading.shared, name="briefing-shared"),
    path("<str:pk>/remove/", preparing.remove, name="briefing-remove"),
    path("<str:pk>/back/", preparing.bring_back, name="briefing-back"),
    path("<str:pk>/again/", preparing.again, name="briefing-again"),
]
