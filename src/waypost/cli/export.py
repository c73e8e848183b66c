"""`waypost export`: texts for vendors, clerks and other tools."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from waypost.cli.options import (
    CONTEXT,
    broken_source_as_findings,
    date_option,
    exit_with,
    language_option,
    print_findings,
    root_option,
)

_KINDS = ("xliff", "xlsx", "csv", "json", "pot")
_FILTERS = ("missing", "stale", "unreviewed", "critical")


@click.command("export", context_settings=CONTEXT)
@root_option
@date_option
@language_option
@click.argument("kind", type=click.Choice(_KINDS), metavar="FORMAT")
@click.argument("documents", nargs=-1, metavar="[DOCUMENT]...")
@click.option(
    "--only",
    multiple=True,
    type=click.Choice(_FILTERS),
    help="Only texts that are missing, stale, unreviewed or critical; several must all hold.",
)
@click.option(
    "--output",
    "-o",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help="The folder for the files (default: build/exchange; for pot: po).",
)
def command(
    root: Path,
    day: date | None,
    languages: tuple[str, ...],
    kind: str,
    documents: tuple[str, ...],
    only: tuple[str, ...],
    folder: Path | None,
) -> None:
    """Write texts into files for vendors, clerks and other tools.

    FORMAT is xliff (XLIFF 2, for tools of translators), xlsx or csv (for spreadsheets), json (as
    the review desk saves corrections) or pot (templates, for Weblate). There is a file for each
    language; `waypost review import` takes them back and loses nothing.

    \b
    Examples:
      waypost export xliff -l es --only unreviewed
      waypost export xlsx -l so guides/renew-license phrases -o to-vendor
      waypost export pot
    """
    from waypost.pipeline.exchange import ExportWish, check_kind, export_project
    from waypost.pipeline.project import open_project

    check_kind(kind, only)
    wish = ExportWish(kind, languages, documents, only, folder)
    with broken_source_as_findings("text"):
        report = export_project(open_project(root, day), wish)
    if report.findings:
        print_findings(report.findings, "text")
    click.echo(report.summary)
    exit_with(report.findings)
