"""`waypost review reject`: a machine's text that is wrong."""

from __future__ import annotations

from pathlib import Path

import click

from waypost.cli.options import CONTEXT, root_option


@click.command("reject", context_settings=CONTEXT)
@root_option
@click.argument("language")
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
@click.option(
    "--address",
    "addresses",
    multiple=True,
    help="Only this segment (its msgctxt); may be given more than once.",
)
@click.option("--reason", default="", help="Why, for whoever translates it next.")
@click.option("--person", is_flag=True, help="A person's text too, which then waits as obsolete.")
def command(
    root: Path,
    language: str,
    documents: tuple[str, ...],
    addresses: tuple[str, ...],
    reason: str,
    *,
    person: bool,
) -> None:
    """Take away translations that are wrong; readers see the source until somebody mends it.

    Without --address it is all that a machine wrote in the document, and every draft. With it, the
    same words for the same source go at other addresses of the document too, and other documents
    that say them are named. A line above the entry keeps the same engine from writing the same text
    for the same source again. What a person wrote goes only by its address and with --person, and
    is never lost.

    \b
    Examples:
      waypost review reject es guides/renew-license --address summary --reason "says the opposite"
      waypost review reject so topics
    """
    from waypost.pipeline.project import open_project
    from waypost.pipeline.review_reject import reject_documents

    click.echo(
        reject_documents(
            open_project(root, None),
            language,
            documents,
            addresses=addresses,
            reason=reason,
            persons=person,
        )
    )
