"""What did people say of the stance of passages? ``python -m hanse.workspace citations_corrections > file.tsv``."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from hanse.workspace.citations.training import as_tsv


class Command(BaseCommand):
    help = "Print what people said of the stance of citing passages, for the next training (scripts/make-stance-model)."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--restricted", action="store_true", help="with passages of restricted documents")

    def handle(self, *_: Any, restricted: bool, **_options: Any) -> None:
        self.stdout.write(as_tsv(restricted=restricted), ending="")
