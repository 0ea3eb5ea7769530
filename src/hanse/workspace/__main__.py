"""How does an administrator give orders? ``python -m hanse.workspace COMMAND``: Django's commands, and our own."""

from __future__ import annotations

import os
import sys

from django.core.management import execute_from_command_line

from hanse.workspace import configuration


def main(arguments: list[str]) -> None:
    if arguments[1:] == ["reference"]:
        print(configuration.reference(), end="")
        return
    if arguments[1:] == ["facts"]:
        print(_facts(), end="")
        return
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hanse.workspace.settings")
    configuration.home().mkdir(mode=0o700, parents=True, exist_ok=True)
    if arguments[1:2] == ["--with-parent"]:
        from hanse.workspace.serve import end_with_parent

        del arguments[1]
        end_with_parent()
    if arguments[1:2] == ["serve"]:
        _serve(*arguments[2:])
        return
    execute_from_command_line(["python -m hanse.workspace", *arguments[1:]])


def _serve(host: str = "127.0.0.1", port: str = "8000") -> None:
    """Answer requests on HOST and PORT: the server alone, without a worker."""
    from hanse.workspace.serve import serve

    serve(host, int(port))


def _facts() -> str:
    """The page docs/reference/facts.md."""
    from hanse.workspace.serve import prepare

    prepare()
    from hanse.workspace.registry.facts_page import page

    return page()


if __name__ == "__main__":
    main(sys.argv)
