"""The app's name for Django."""

from django.apps import AppConfig


class ProcessesConfig(AppConfig):
    name = "hanse.workspace.processes"
    label = "processes"

    def ready(self) -> None:
        from hanse.workspace.processes import pages  # noqa: F401
        from hanse.workspace.processes.kinds import KINDS
        from hanse.workspace.registry.kinds import register

        register(*KINDS)
