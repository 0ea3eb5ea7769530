"""``hanse up``: start the workspace."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(short_help="Start the workspace in the browser.")
@click.option("--example", is_flag=True, help="Load the fictional example negotiation first.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="The port to listen on.")
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the workspace keeps its records; else HANSE_HOME, else ./var.",
)
def up(example: bool, host: str, port: int, data: Path | None) -> int:
    """Start the workspace: server and worker, in the browser, until Ctrl-C."""
    from hanse.workspace.serve import up as start

    return int(start(host=host, port=port, data=data, example=example))
