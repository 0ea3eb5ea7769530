"""Where are jobs found?"""

from __future__ import annotations

from django.urls import path

from hanse.workspace.jobs import views

urlpatterns = [
    path("", views.jobs, name="jobs"),
    path("<slug:pk>/", views.job, name="job"),
    path("<slug:pk>/state/", views.state, name="job-state"),
    path("<slug:pk>/cancel/", views.cancel, name="job-cancel"),
    path("<slug:pk>/again/", views.repeat, name="job-again"),
]
