"""The app's name for Django."""

from django.apps import AppConfig


class CitationsConfig(AppConfig):
    name = "hanse.workspace.citations"
    label = "citations"
