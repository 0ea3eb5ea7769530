"""The app's name for Django."""

from django.apps import AppConfig


class PledgesConfig(AppConfig):
    name = "hanse.workspace.pledges"
    label = "pledges"
