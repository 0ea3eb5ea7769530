"""The app's name for Django."""

from django.apps import AppConfig


class VisibilityConfig(AppConfig):
    name = "hanse.workspace.visibility"
    label = "visibility"

    def ready(self) -> None:
        from hanse.workspace.visibility import pages, seeding  # noqa: F401
