"""Who answers requests? ``python -m hanse.workspace serve HOST PORT``: the server alone, without a worker."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from hanse.workspace import serve


class Command(BaseCommand):
    help = "Answer requests on HOST and PORT."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("host", nargs="?", default="127.0.0.1")
        parser.add_argument("port", nargs="?", default=8000, type=int)

    def handle(self, *, host: str, port: int, **options: Any) -> None:
        serve.serve(host, port)
