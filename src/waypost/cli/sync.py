"""`waypost sync`: PO files follow the source."""

from __future__ import annotations

from pathlib import Path

import click

from waypost.cli.options import (
    CONTEXT,
    broken_source_as_findings,
    exit_with,
    format_option,
    language_option,
    print_findings,
    root_option,
)


@click.command("sync", context_settings=CONTEXT)
@root_option
@format_option
@language_option
@click.option("--dry-run", is_flag=True, help="Say what would change; write nothing.")
def command(root: Path, report_format: str, languages: tuple[str, ...], *, dry_run: bool) -> None:
    """Bring the PO files up to date with the source texts.

    New texts get an empty entry, moved ones keep their translation, changed ones become stale, and
    removed ones are kept as obsolete entries when a person wrote them. Calls no engine.

    \b
    Examples:
      waypost sync
      waypost sync -l es --dry-run
    """
    from waypost.pipeline.project import open_project
    from waypost.pipeline.sync import sync_project

    with broken_source_as_findings(report_format):
        report = sync_project(open_project(root, None), languages, dry_run=dry_run)
    if report.findings or report_format != "text":
        print_findings(report.findings, report_format)
    if report_format == "text":
        click.echo(report.summary)
    exit_with(report.findings)
