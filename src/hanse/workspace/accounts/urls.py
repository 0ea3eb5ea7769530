"""Where do people come in, and where are they named for a record?"""

from __future__ import annotations

from django.urls import path

from hanse.workspace.accounts import naming, views

urlpatterns = [
    path("named/<int:pk>/end/", naming.unname, name="unname"),
    path("named/<str:model>/<slug:pk>/", naming.name, name="name-person"),
    path("welcome/<slug:token>/", views.welcome, name="welcome"),
]
