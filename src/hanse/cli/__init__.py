"""The same verbs on files, without a server.

Data goes to stdout, everything else to stderr. Exit 0: all was read; 1: some input was refused, the rest is printed; 2:
nothing was done. Commands import the library when they run, so that ``hanse --help`` stays quick.
"""

from __future__ import annotations

from hanse.cli.command import Hanse, hanse

__all__ = ["Hanse", "hanse", "main"]


def main() -> None:
    """The ``hanse`` command."""
    hanse()
