"""What does the reference page of the command line say? It is written from the commands themselves.

``python -m hanse.cli.reference`` writes docs/reference/cli.md.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path

import click

from hanse.cli.command import hanse

PAGE = Path("docs/reference/cli.md")
_ABOUT = """# Reference: command line

This page is written from the code (`python -m hanse.cli.reference`).

Data goes to stdout, progress and complaints go to stderr. Exit code 0: all input was read; 1: some input was refused
and the rest is printed; 2: nothing was done; 130: stopped by Ctrl-C.
"""


def page() -> str:
    """The whole page, in Markdown."""
    parts = [_ABOUT, *_section("hanse", hanse)]
    for name in sorted(hanse.commands):
        parts += _sections(f"hanse {name}", hanse.commands[name])
    return "\n".join(parts).rstrip() + "\n"


def _sections(name: str, command: click.Command) -> Iterator[str]:
    """A command's section, and those of the commands under it."""
    yield from _section(name, command)
    if isinstance(command, click.Group):
        for each in sorted(command.commands):
            yield from _sections(f"{name} {each}", command.commands[each])


def _section(name: str, command: click.Command) -> Iterator[str]:
    context = click.Context(command, info_name=name)
    usage = " ".join(command.collect_usage_pieces(context))
    yield f"## {name}\n\n```\n{name} {usage}\n```\n\n{inspect.cleandoc(command.help or '')}\n"
    rows = [row for option in options(command) if (row := option.get_help_record(context))]
    if rows:
        yield "| option | what it does |\n| --- | --- |"
        yield "\n".join(f"| `{_cell(flags)}` | {_cell(said)} |" for flags, said in rows) + "\n"


def options(command: click.Command) -> list[click.Option]:
    """A command's options, in their order."""
    return [each for each in command.params if isinstance(each, click.Option)]


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
