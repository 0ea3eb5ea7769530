"""The app's name for Django."""

from django.apps import AppConfig


class StatementsConfig(AppConfig):
    name = "hanse.workspace.statements"
    label = "statements"
