"""`waypost check`: every mistake at once."""

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


@click.command("check", context_settings=CONTEXT)
@root_option
@format_option
@date_option
@click.option(
    "--base",
    default="",
    metavar="REF",
    help="Check too which stamps this branch adds to REF (origin/main) and which texts it lost.",
)
def command(root: Path, report_format: str, day: date | None, base: str) -> None:
    """Check everything that editors and translators wrote.

    Reads the settings, the content and the PO files; prints every finding with its file, line and
    column, what is wrong, and how to mend it. Writes nothing.

    \b
    Examples:
      waypost check
      waypost check --format github      annotations on a pull request
      waypost check --base origin/main   forged stamps and lost reviews, too
    """
    from waypost.pipeline.check import check_project
    from waypost.pipeline.project import open_project

    with broken_source_as_findings(report_format):
        project = open_project(root, day)
        findings = check_project(project)
    if base:
        from waypost.pipeline.check_branch import check_branch

        findings = (*findings, *check_branch(project, base))
    print_findings(findings, report_format)
    exit_with(findings)
