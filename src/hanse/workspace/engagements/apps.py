"""The app's name for Django."""

from django.apps import AppConfig


class EngagementsConfig(AppConfig):
    name = "hanse.workspace.engagements"
    label = "engagements"
