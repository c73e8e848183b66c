"""`waypost review import`: what vendors, clerks and the desk give back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from waypost.cli.options import (
    CONTEXT,
    broken_source_as_findings,
    date_option,
    exit_with,
    format_option,
    print_findings,
    root_option,
)


@click.command("import", context_settings=CONTEXT)
@root_option
@date_option
@format_option
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE...",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option(
    "--accept-as",
    "handle",
    default="",
    metavar="HANDLE",
    help="Stamp what an XLIFF file marks as reviewed or final: this reviewer stands by it.",
)
@click.option(
    "--replace",
    "may_replace",
    is_flag=True,
    help="Replace reviewed texts, and such as were edited after the export; they are kept as #~.",
)
@click.option("--dry-run", is_flag=True, help="Say what would change; write nothing.")
def command(
    root: Path,
    day: date | None,
    report_format: str,
    files: tuple[Path, ...],
    handle: str,
    *,
    may_replace: bool,
    dry_run: bool,
) -> None:
    """Take translations from other tools into the PO files.

    Files are XLIFF 2, XLSX, CSV, or corrections from the review desk, told by their content. A
    changed text is a person's from then on, checked by nobody; an unchanged one stays what it was.
    What can't be taken is listed with its place, and the rest is taken. Importing a file again
    changes nothing.

    \b
    Examples:
      waypost review import es.xlf --dry-run
      waypost review import es.xlf --accept-as maria
      waypost review import corrections-es.json table.xlsx
    """
    from waypost.pipeline.project import open_project
    from waypost.pipeline.receive import ImportWish, import_files

    wish = ImportWish(files, handle, may_replace, dry_run)
    with broken_source_as_findings(report_format):
        report = import_files(open_project(root, day), wish)
    if report.findings or report_format != "text":
        print_findings(report.findings, report_format)
    if report_format == "text":
        click.echo(report.summary)
    exit_with(report.findings)
