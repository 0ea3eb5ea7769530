"""The app's name for Django."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "hanse.workspace.evidence"
    label = "evidence"

    def ready(self) -> None:
        from hanse.workspace.evidence import outliving, pages  # noqa: F401
        from hanse.workspace.evidence.kinds import KINDS
        from hanse.workspace.evidence.views import found  # noqa: F401
        from hanse.workspace.registry.kinds import register

        register(*KINDS)
