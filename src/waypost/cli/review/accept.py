"""`waypost review accept`: a reviewer's stamp."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from waypost.cli.options import CONTEXT, date_option, print_findings, root_option


@click.command("accept", context_settings=CONTEXT)
@root_option
@date_option
@click.argument("language", required=False, default="")
@click.argument("documents", nargs=-1, metavar="[DOCUMENT]...")
@click.option("--as", "handle", required=True, help="Your handle in translations/reviewers.yml.")
@click.option(
    "--address",
    "addresses",
    multiple=True,
    help="Only this segment (its msgctxt); may be given more than once.",
)
@click.option(
    "--changed-since",
    "--base",
    default="",
    metavar="REF",
    help="All that your branch has changed in PO files since it left REF, such as origin/main.",
)
@click.option(
    "--still-right",
    is_flag=True,
    help="Texts too whose source has changed, where that didn't matter to the translation.",
)
def command(
    root: Path,
    day: date | None,
    language: str,
    documents: tuple[str, ...],
    handle: str,
    addresses: tuple[str, ...],
    changed_since: str,
    *,
    still_right: bool,
) -> None:
    """Stamp translations as reviewed: you read them beside the source and they are right.

    The stamp holds while neither text changes. It counts only for people whom
    translations/reviewers.yml names for the language. Where one of the texts has a defect that
    would keep it from readers, nothing is stamped. What a machine wrote on your branch is stamped
    only where you name the document.

    \b
    Examples:
      waypost review accept es phrases --as maria
      waypost review accept es guides/renew-license --as maria --address summary
      waypost review accept es guides/renew-license --as maria --address summary --still-right
      waypost review accept --changed-since origin/main --as maria
    """
    from waypost.pipeline.project import open_project
    from waypost.pipeline.review import Selection, accept_texts

    if not changed_since and not (language and documents):
        raise click.UsageError("Name a language and a document, or a branch: --changed-since REF.")
    selection = Selection(
        language,
        documents,
        addresses,
        changed_since,
        still_right=still_right,
        machine_too=bool(documents),
    )
    report = accept_texts(open_project(root, day), selection, handle)
    if report.findings:
        print_findings(report.findings, "text")
    click.echo(report.text)
    raise SystemExit(1 if report.findings else 0)
