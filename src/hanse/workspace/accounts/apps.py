"""The app's name for Django; and whom the library asks for the language that it is to speak."""

from django.apps import AppConfig
from django.utils.translation import get_language

from hanse import saying


class AccountsConfig(AppConfig):
    name = "hanse.workspace.accounts"
    label = "accounts"

    def ready(self) -> None:
        saying.follow(lambda: get_language() or "en")
