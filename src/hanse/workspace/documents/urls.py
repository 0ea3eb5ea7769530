"""Where are documents found?"""

from __future__ import annotations

from django.urls import path

from hanse.workspace.documents import elsewhere, searching, uploading, views

urlpatterns = [
    path("", views.documents, name="documents"),
    path("search/", searching.search, name="search"),
    path("upload/", uploading.upload, name="upload"),
    path("<slug:pk>/", views.document, name="document"),
    path("<slug:pk>/file/", views.file, name="document-file"),
    path("<slug:pk>/elsewhere/", elsewhere.elsewhere, name="document-elsewhere"),
    path("<slug:pk>/edit/", views.edit, name="document-edit"),
    path("<slug:pk>/correct/", uploading.correct, name="document-correct"),
    path("<slug:pk>/history/", views.history, name="document-history"),
    path("<slug:pk>/remove/", views.remove, name="document-remove"),
    path("<slug:pk>/restore/", views.restore, name="document-restore"),
]
