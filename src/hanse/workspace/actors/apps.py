"""The app's name for Django."""

from django.apps import AppConfig


class ActorsConfig(AppConfig):
    name = "hanse.workspace.actors"
    label = "actors"

    def ready(self) -> None:
        from hanse.workspace.actors import lists, pages, states  # noqa: F401
