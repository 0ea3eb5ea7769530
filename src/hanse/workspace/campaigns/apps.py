"""The app's name for Django; asks follow their statements when these are corrected, drafts are versions of one text."""

from django.apps import AppConfig


class CampaignsConfig(AppConfig):
    name = "hanse.workspace.campaigns"
    label = "campaigns"

    def ready(self) -> None:
        from hanse.workspace.campaigns import following, versions  # noqa: F401
