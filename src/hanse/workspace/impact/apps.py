"""The app's name for Django."""

from django.apps import AppConfig


class ImpactConfig(AppConfig):
    name = "hanse.workspace.impact"
    label = "impact"
