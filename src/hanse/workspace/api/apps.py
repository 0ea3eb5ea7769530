"""The app's name for Django."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "hanse.workspace.api"
    label = "api"
