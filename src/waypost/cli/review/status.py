"""`waypost review status`: how many words are in which state."""

from __future__ import annotations

from pathlib import Path

import click

from waypost.cli.options import CONTEXT, language_option, root_option


@click.command("status", context_settings=CONTEXT)
@root_option
@language_option
@click.option(
    "--format",
    "table_format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="A table, or JSON for programs.",
)
def command(root: Path, languages: tuple[str, ...], table_format: str) -> None:
    """Show how many words are in which state, by language and document.

    \b
    Examples:
      waypost review status
      waypost review status -l so
    """
    from waypost.pipeline.project import open_project
    from waypost.pipeline.review_status import render_status, review_status

    rows = review_status(open_project(root, None), languages)
    click.echo(render_status(rows, table_format), nl=False)
