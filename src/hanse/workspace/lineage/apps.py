"""The app's name for Django."""

from django.apps import AppConfig


class LineageConfig(AppConfig):
    name = "hanse.workspace.lineage"
    label = "lineage"
