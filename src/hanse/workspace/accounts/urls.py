"""Where are people found?"""

from __future__ import annotations

from django.urls import path

from hanse.workspace.accounts import views

urlpatterns = [
    path("", views.people, name="people"),
    path("<int:pk>/", views.standing, name="standing"),
    path("<int:pk>/link/", views.link, name="link"),
    path("welcome/<slug:token>/", views.welcome, name="welcome"),
]
