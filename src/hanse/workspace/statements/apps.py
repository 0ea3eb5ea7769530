"""The app's name for Django."""

from django.apps import AppConfig


class StatementsConfig(AppConfig):
    name = "hanse.workspace.statements"
    label = "statements"

    def ready(self) -> None:
        from hanse.workspace.registry.kinds import register
        from hanse.workspace.statements import pages  # noqa: F401
        from hanse.workspace.statements.kinds import KINDS

        register(*KINDS)
