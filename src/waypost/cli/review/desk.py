"""`waypost review desk`: a site for reviewers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from waypost.cli.options import CONTEXT, date_option, language_option, root_option


@click.command("desk", context_settings=CONTEXT)
@root_option
@date_option
@language_option
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help="The folder to write it to (default: build/desk).",
)
def command(root: Path, day: date | None, languages: tuple[str, ...], out: Path | None) -> None:
    """Write a site where reviewers read translations beside their source, and correct them.

    It opens from its folder, without server, account or network. A reviewer saves her corrections
    to a file, which `waypost review import` takes. Needs Material for MkDocs: pip install
    'waypost[docs]'.

    \b
    Examples:
      waypost review desk
      waypost review desk -l so -l ar
      waypost review desk --out public/desk
    """
    from waypost.pipeline.desk import write_desk
    from waypost.pipeline.project import open_project

    click.echo(write_desk(open_project(root, day), languages, out).summary)
