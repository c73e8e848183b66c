"""`waypost review`: the states of translations, and the stamp of a reviewer."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from waypost.cli.options import CONTEXT, date_option, language_option, root_option


@click.group("review", context_settings=CONTEXT)
def command() -> None:
    """See and accept translations."""


@command.command("status", context_settings=CONTEXT)
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
def status(root: Path, languages: tuple[str, ...], table_format: str) -> None:
    """Show how many words are in which state, by language and document.

    \b
    Examples:
      waypost review status
      waypost review status -l so
    """
    from waypost.pipeline.project import open_project
    from waypost.pipeline.review import render_status, review_status

    rows = review_status(open_project(root, None), languages)
    click.echo(render_status(rows, table_format), nl=False)


@command.command("accept", context_settings=CONTEXT)
@root_option
@date_option
@click.argument("language")
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
@click.option("--as", "handle", required=True, help="Your handle in translations/reviewers.yml.")
@click.option(
    "--address",
    "addresses",
    multiple=True,
    help="Only this segment (its msgctxt); may be given more than once.",
)
def accept(
    root: Path,
    day: date | None,
    language: str,
    documents: tuple[str, ...],
    handle: str,
    addresses: tuple[str, ...],
) -> None:
    """Stamp translations as reviewed: you read them beside the source and they are right.

    The stamp holds while neither text changes. It counts only for people whom
    translations/reviewers.yml names for the language.

    \b
    Examples:
      waypost review accept es phrases --as maria
      waypost review accept es guides/renew-license --as maria --address summary
    """
    from waypost.pipeline.project import open_project
    from waypost.pipeline.review import accept_documents

    click.echo(
        accept_documents(
            open_project(root, day), language, documents, addresses=addresses, handle=handle
        )
    )
