"""The app's name for Django."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "hanse.workspace.documents"
    label = "documents"
