"""`waypost new`: a first file to change, instead of an empty one to fill."""

from __future__ import annotations

from pathlib import Path

import click

from waypost.cli.options import CONTEXT, root_option


@click.group("new", context_settings=CONTEXT)
def command() -> None:
    """Start a site, or a guide in it. Nothing that exists is overwritten."""


@command.command("site", context_settings=CONTEXT)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", default="Public services", show_default=True, help="The site's name.")
def site(folder: Path, name: str) -> None:
    """Start a site in FOLDER: settings, one agency, one guide.

    \b
    Examples:
      waypost new site our-guide --name "Town of Alder"
      cd our-guide && waypost serve
    """
    from waypost.pipeline.starter import save_starter_site

    for path in save_starter_site(folder, name):
        click.echo(f"wrote {path}")
    click.echo(f"Look at it: cd {folder} && waypost serve")


@command.command("guide", context_settings=CONTEXT)
@root_option
@click.argument("id")
@click.option("--title", default="", help="Its title; default: made from the id.")
def guide(root: Path, id: str, title: str) -> None:
    """Start the guide content/guides/ID.md, with an answer to change for each question.

    \b
    Examples:
      waypost new guide dog-license --title "Get a dog license"
    """
    from waypost.pipeline.starter import save_starter_guide

    click.echo(f"wrote {save_starter_guide(root, id, title)}")
