"""How does ``hanse`` start and end? The group of verbs, and one sentence instead of a traceback for whatever fails."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import traceback
from collections.abc import Sequence
from typing import Any

import click

from hanse import __version__
from hanse.cli.asserted import asserted
from hanse.cli.audit import audit
from hanse.cli.cite import cite
from hanse.cli.claims import claims
from hanse.cli.library import library
from hanse.cli.lineage import lineage
from hanse.cli.mentions import mentions
from hanse.cli.reading import read
from hanse.cli.resolve import resolve
from hanse.cli.reuse import reuse
from hanse.cli.seed import seed
from hanse.cli.tracing import trace, uptake
from hanse.cli.trend import trend
from hanse.cli.up import up
from hanse.cli.wording import direction, strength, visibility
from hanse.errors import HanseError

SOME_REFUSED, NOTHING_DONE, INTERRUPTED = 1, 2, 130


class Hanse(click.Group):
    """A group that ends with an exit code and a sentence, never with a traceback."""

    def main(self, args: Sequence[str] | None = None, *rest: Any, **options: Any) -> Any:
        words = list(sys.argv[1:] if args is None else args)
        options["standalone_mode"] = False
        _speak_utf8()
        try:
            code = super().main(words, *rest, **options)
            sys.stdout.flush()
        except click.exceptions.Exit as end:
            code = end.exit_code
        except click.ClickException as error:
            error.show(file=sys.stderr)
            code = NOTHING_DONE
        except (click.Abort, KeyboardInterrupt):
            click.echo("Stopped.", err=True)
            code = INTERRUPTED
        except HanseError as error:
            click.echo(error.sentence, err=True)
            code = NOTHING_DONE
        except BrokenPipeError:
            _forget_stdout()
            code = 0
        except Exception as error:
            code = _unexpected(error, debug="--debug" in words)
        sys.exit(code if isinstance(code, int) else 0)


def _unexpected(error: Exception, *, debug: bool) -> int:
    if debug:
        traceback.print_exception(error)
    else:
        reason = " ".join(str(error).split())[:300]
        name = type(error).__name__
        click.echo(
            f"Something went wrong that Hanse did not foresee ({name}{': ' + reason if reason else ''}); "
            "run it again with --debug before the verb and report what it prints.",
            err=True,
        )
    return NOTHING_DONE


def _speak_utf8() -> None:
    """Whatever the locale: documents hold every script."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _forget_stdout() -> None:
    """Keep Python from complaining again, on its way out, about a reader that has gone."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(cls=Hanse, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "--version", prog_name="hanse", help="Show the version and exit.")
@click.option("--debug", is_flag=True, help="Show a traceback when something unforeseen goes wrong.")
def hanse(debug: bool) -> None:
    """What cities asked of a negotiated text, what each draft took up, and the passages that prove it.

    Data goes to stdout, progress and complaints to stderr. Exit code 0: all input was read; 1: some of it was refused
    and the rest is printed; 2: nothing was done.
    """


for _verb in (
    read,
    trace,
    uptake,
    reuse,
    library,
    lineage,
    strength,
    direction,
    visibility,
    claims,
    asserted,
    trend,
    mentions,
    cite,
    seed,
    resolve,
    audit,
    up,
):
    hanse.add_command(_verb)
