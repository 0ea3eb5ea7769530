"""The app's name for Django."""

from django.apps import AppConfig


class RegistryConfig(AppConfig):
    name = "hanse.workspace.registry"
    label = "registry"

    def ready(self) -> None:
        from hanse.workspace.registry.instruments import pages as _instruments  # noqa: F401
