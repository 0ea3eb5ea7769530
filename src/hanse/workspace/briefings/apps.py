"""The app's name for Django."""

from django.apps import AppConfig


class BriefingsConfig(AppConfig):
    name = "hanse.workspace.briefings"
    label = "briefings"
