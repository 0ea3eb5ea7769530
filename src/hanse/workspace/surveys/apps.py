"""The app's name for Django."""

from django.apps import AppConfig


class SurveysConfig(AppConfig):
    name = "hanse.workspace.surveys"
    label = "surveys"

    def ready(self) -> None:
        from hanse.workspace.registry.kinds import register
        from hanse.workspace.surveys import pages  # noqa: F401
        from hanse.workspace.surveys.kinds import KINDS

        register(*KINDS)
