"""The app's name for Django."""

from django.apps import AppConfig


class EngagementsConfig(AppConfig):
    name = "hanse.workspace.engagements"
    label = "engagements"

    def ready(self) -> None:
        from hanse.workspace.engagements import handed_in, handing, money, pages  # noqa: F401
        from hanse.workspace.engagements.kinds import KINDS
        from hanse.workspace.registry.kinds import register

        register(*KINDS)
