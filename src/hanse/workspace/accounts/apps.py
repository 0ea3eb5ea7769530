"""The app's name for Django; whom the library asks for its language; and how forms refuse, before any is made."""

from typing import Any

from django.apps import AppConfig
from django.utils.translation import get_language

from hanse import saying


class AccountsConfig(AppConfig):
    name = "hanse.workspace.accounts"
    label = "accounts"

    def __init__(self, *args: Any) -> None:
        from hanse.workspace.accounts import refusals

        super().__init__(*args)
        refusals.say()

    def ready(self) -> None:
        saying.follow(lambda: get_language() or "en")
