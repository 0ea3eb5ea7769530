"""Where are documents found?"""

from __future__ import annotations

from django.urls import path

from hanse.workspace.documents import views

urlpatterns = [
    path("", views.documents, name="documents"),
    path("search/", views.search, name="search"),
    path("<str:pk>/", views.document, name="document"),
]
