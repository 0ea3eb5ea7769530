"""No command and no option goes undocumented."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from hanse.cli import hanse
from hanse.cli.reference import PAGE, options, page

COMMANDS: dict[str, click.Command] = {"hanse": hanse, **hanse.commands}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_says_what_it_does(name: str) -> None:
    command = COMMANDS[name]
    assert (command.help or "").strip()
    for option in options(command):
        assert (option.help or "").strip(), f"{name} {option.opts[0]} has no help"


def test_the_reference_page_is_the_one_that_the_code_writes() -> None:
    written = (Path(__file__).parents[1] / PAGE).read_text(encoding="utf-8")
    assert written == page(), "run python -m hanse.cli.reference"
