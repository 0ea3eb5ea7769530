"""Where are jobs found?"""

from __future__ import annotations

from django.urls import path

from hanse.workspace.jobs import views

urlpatterns = [
    path("", views.jobs, name="jobs"),
    path("<str:pk>/", views.job, name="job"),
    path("<str:pk>/state/", views.state, name="job-state"),
    path("<str:pk>/cancel/", views.cancel, name="job-cancel"),
    path("<str:pk>/again/", views.repeat, name="job-again"),
]
