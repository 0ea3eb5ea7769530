"""``hanse seed``: fill the registry with starting facts."""

from __future__ import annotations

from pathlib import Path

import click

from hanse.errors import HanseError


@click.command(short_help="Load the registry's starting facts.")
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder where the workspace keeps its records, which is there; else HANSE_HOME, else ./var.",
)
def seed(data: Path | None) -> int:
    """Load the starting facts into the workspace's registry: states, networks, cities, instruments, processes.

    Run again, it brings in what is new in them. What people edited or removed since is left as it is, and named. A
    broken sheet of facts is refused with its row and column, and then nothing is loaded.
    """
    if data is not None and not data.expanduser().is_dir():
        raise HanseError(
            "there is no such folder", where=str(data), do="give the one that hanse up keeps the workspace in"
        )
    from hanse.workspace.serve import seed as load

    seeded = load(data)
    click.echo(f"{seeded.sentence}.")
    for each in seeded.kept:
        click.echo(f"Left as people made it: {each}.", err=True)
    return 0
