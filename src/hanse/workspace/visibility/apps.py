"""The app's name for Django."""

from django.apps import AppConfig


class VisibilityConfig(AppConfig):
    name = "hanse.workspace.visibility"
    label = "visibility"
