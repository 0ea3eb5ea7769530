"""The app's name for Django; when it is ready, it begins to listen."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "hanse.workspace.audit"
    label = "audit"

    def ready(self) -> None:
        from hanse.workspace.audit import sign_ins
        from hanse.workspace.audit.watching import watch

        sign_ins.listen()
        watch()
