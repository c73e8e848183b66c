"""`waypost review accept`: a reviewer's stamp."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from waypost.cli.options import CONTEXT, date_option, root_option


@click.command("accept", context_settings=CONTEXT)
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
def command(
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
