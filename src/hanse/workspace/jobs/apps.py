"""The app's name for Django; finds the kinds of work that the apps register."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JobsConfig(AppConfig):
    name = "hanse.workspace.jobs"
    label = "jobs"

    def ready(self) -> None:
        autodiscover_modules("work")
