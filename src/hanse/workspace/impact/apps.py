"""The app's name for Django."""

from django.apps import AppConfig


class ImpactConfig(AppConfig):
    name = "hanse.workspace.impact"
    label = "impact"

    def ready(self) -> None:
        from hanse.workspace.impact import kinds, pages  # noqa: F401
        from hanse.workspace.impact.ledger import pages as of_ledger  # noqa: F401
        from hanse.workspace.impact.ledger.kinds import KINDS
        from hanse.workspace.registry.kinds import register

        register(*kinds.KINDS, *KINDS)
