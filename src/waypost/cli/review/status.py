"""`waypost review status`: how many words are in which state."""

from __future__ import annotations

from pathlib import Path

import click

from waypost.cli.options import CONTEXT, language_option, root_option


@click.command("status", context_settings=CONTEXT)
@root_option
@language_option
@click.option(
    "--by",
    type=click.Choice(["language", "document"]),
    default="language",
    show_default=True,
    help="A line for each language, or for each document in each state.",
)
@click.option(
    "--format",
    "table_format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="A table, or JSON for programs: every document in every language.",
)
def command(root: Path, languages: tuple[str, ...], by: str, table_format: str) -> None:
    """Show how many words are reviewed, to be reviewed, stale and missing.

    \b
    Examples:
      waypost review status
      waypost review status -l so --by document
    """
    from waypost.pipeline.project import open_project
    from waypost.pipeline.review_status import review_status
    from waypost.pipeline.status_table import render_status

    project = open_project(root, None)
    rows = review_status(project, languages)
    names = {one.language.code: one.language.english for one in project.settings.languages}
    form = "json" if table_format == "json" else by
    click.echo(render_status(rows, form, names), nl=False)
