"""Where are calendar, feeds and reminders? Processes and sessions themselves are records of the registry."""

from __future__ import annotations

from django.urls import path, re_path

from hanse.workspace.processes import views

urlpatterns = [
    path("calendar/", views.calendar, name="calendar"),
    path("calendar/address/", views.address, name="feed-address"),
    path("calendar.ics", views.feed, name="calendar-feed"),
    path("processes/<slug:pk>/calendar.ics", views.process_feed, name="process-feed"),
    path("cities/<slug:pk>/calendar.ics", views.city_feed, name="city-feed"),
    path("feeds/<slug:token>/calendar.ics", views.own_feed, name="own-feed"),
    path("feeds/<slug:token>/<slug:of>/<slug:pk>/calendar.ics", views.own_feed, name="own-feed-of"),
    re_path(
        r"^(?P<plural>processes|sessions)/(?P<pk>[-\w]+)/figures/(?P<name>[a-z]+)/(?P<which>counted|others)/$",
        views.figure,
        name="figure",
    ),
    path("sessions/<slug:pk>/access/", views.session_access, name="session-access"),
    path("reminders/", views.reminders, name="reminders"),
    path("reminders/add/", views.watch, name="watch"),
    path("reminders/<int:pk>/remove/", views.unwatch, name="unwatch"),
    path("reminders/stop/<str:token>/", views.stop, name="reminders-stop"),
]
