"""``python -m hanse.workspace api_reference``: the page docs/reference/api.md, made from the code."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from hanse.workspace.api.reference import page


class Command(BaseCommand):
    help = "Print the reference of the API."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(page(), ending="")
