"""Where are people found?"""

from __future__ import annotations

from django.urls import path

from hanse.workspace.accounts import naming, views

urlpatterns = [
    path("", views.people, name="people"),
    path("<int:pk>/", views.standing, name="standing"),
    path("<int:pk>/link/", views.link, name="link"),
    path("named/<int:pk>/end/", naming.unname, name="unname"),
    path("named/<str:model>/<slug:pk>/", naming.name, name="name-person"),
    path("welcome/<slug:token>/", views.welcome, name="welcome"),
]
