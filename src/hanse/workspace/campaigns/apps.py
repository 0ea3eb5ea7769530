"""The app's name for Django."""

from django.apps import AppConfig


class CampaignsConfig(AppConfig):
    name = "hanse.workspace.campaigns"
    label = "campaigns"
