"""`waypost review list`: what to do next."""

from __future__ import annotations

from pathlib import Path

import click

from waypost.cli.options import CONTEXT, language_option, root_option


@click.command("list", context_settings=CONTEXT)
@root_option
@language_option
@click.option("--as", "handle", default="", help="Only the languages that this reviewer handles.")
@click.option(
    "--state",
    "states",
    multiple=True,
    type=click.Choice(["stale", "machine", "draft", "human", "missing"]),
    help="Only texts in this state; may be given more than once.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=20,
    show_default=True,
    help="Texts to show for each language; 0 shows all.",
)
@click.option(
    "--format",
    "list_format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Lines to read, or JSON for programs.",
)
def command(
    root: Path,
    languages: tuple[str, ...],
    handle: str,
    states: tuple[str, ...],
    limit: int,
    list_format: str,
) -> None:
    """Show what to do next: phrases, then what is critical, then what is read most.

    Each line begins with the PO file and the line of the entry. How often pages are read stands in
    translations/views.csv (columns page and views), if there is one; else texts stand in the order
    of the content.

    \b
    Examples:
      waypost review list -l so
      waypost review list --as maria --limit 5
      waypost review list -l es --state stale --limit 0
    """
    from waypost.pipeline.list_text import render_to_do
    from waypost.pipeline.project import open_project
    from waypost.pipeline.review_list import ToDoState, list_to_do

    project = open_project(root, None)
    wanted = frozenset(map(ToDoState, states))
    lists = list_to_do(project, languages, wanted, handle=handle, limit=limit)
    names = {one.language.code: one.language.english for one in project.settings.languages}
    click.echo(render_to_do(lists, list_format, names), nl=False)
