"""``hanse trend``: who speaks of cities when they speak of migration, year by year?"""

from __future__ import annotations

from pathlib import Path

import click

from hanse.cli.corpora import ID, INPUT, RESTRICTED, Corpus
from hanse.cli.output import Progress, complain, print_json


@click.command(short_help="Say who speaks of cities when they speak of migration, by year.")
@click.argument("corpora", metavar="CORPUS...", nargs=-1, required=True, type=INPUT)
@ID
@RESTRICTED
@click.option("--lexicon", "file", type=click.Path(path_type=Path), help="Your own words for who is named (TOML).")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with every text and the places of its mentions.")
def trend(corpora: tuple[Path, ...], id_fields: str, include_restricted: bool, file: Path | None, as_json: bool) -> int:
    """Say who speaks of cities when they speak of migration, by year.

    A CORPUS is a folder of files, or JSON Lines with text, actor and date; a text without these takes actor and year
    from its id, so that “--id country,year” does for lines that have those fields. Counted are mentions of local
    governments, of networks of them and of the urban in a sentence on migration, or in the one before or behind it.
    """
    from hanse.wording.named import read_lexicon
    from hanse.wording.trend import trend as counted

    lexicon = read_lexicon(file) if file else None
    with Progress() as progress:
        arriving = Corpus(corpora, id_fields, include_restricted, progress)
        found = counted(arriving, lexicon=lexicon)
    if not found.speeches:
        complain(["No document could be read, so nothing was counted."])
        return 2
    if as_json:
        print_json(found)
        return 1 if arriving.refused else 0
    click.echo("year  texts  on migration  and on cities  share  per 1,000 words  who")
    for year in found.years:
        click.echo(
            f"{year.year:>4}{year.speeches:>7}{year.of_migration:>14}{year.of_both:>15}{year.share:>7.2f}"
            f"{year.per_thousand:>17.3f}  {', '.join(year.actors)}"
        )
    if found.undated:
        click.echo(f"{found.undated:,} texts have no known year and are in no row.")
    for sentence in found.omits:
        click.echo(f"Omitted: {sentence}.")
    for name, version, hashed in found.lexicons:
        click.echo(f"Words: {name}, version {version}, SHA-256 {hashed[:12]}.")
    return 1 if arriving.refused else 0
