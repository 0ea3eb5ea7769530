"""The app's name for Django; when it is ready, it says that cities decide what their focal points see."""

from django.apps import AppConfig


class FocalPointsConfig(AppConfig):
    name = "hanse.workspace.focal_points"
    label = "focal_points"

    def ready(self) -> None:
        from hanse.workspace.accounts.rights import decides_sight
        from hanse.workspace.focal_points import reminders  # noqa: F401
        from hanse.workspace.focal_points.models import cities_of

        decides_sight("cities")(lambda user: cities_of(user).order_by().values_list("pk", flat=True))
