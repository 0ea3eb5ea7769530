"""The app's name for Django."""

from django.apps import AppConfig


class PledgesConfig(AppConfig):
    name = "hanse.workspace.pledges"
    label = "pledges"

    def ready(self) -> None:
        from hanse.workspace.pledges import handing_over, pages  # noqa: F401
        from hanse.workspace.pledges.kinds import KINDS
        from hanse.workspace.registry.kinds import register

        register(*KINDS)
