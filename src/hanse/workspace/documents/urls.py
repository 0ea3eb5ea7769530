"""Where are documents found?"""

from __future__ import annotations

from django.urls import path

from hanse.workspace.documents import searching, uploading, views

urlpatterns = [
    path("", views.documents, name="documents"),
    path("search/", searching.search, name="search"),
    path("upload/", uploading.upload, name="upload"),
    path("<str:pk>/", views.document, name="document"),
    path("<str:pk>/file/", views.file, name="document-file"),
    path("<str:pk>/edit/", views.edit, name="document-edit"),
    path("<str:pk>/history/", views.history, name="document-history"),
    path("<str:pk>/remove/", views.remove, name="document-remove"),
    path("<str:pk>/restore/", views.restore, name="document-restore"),
]
