"""`waypost build`: the site as files."""

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
from waypost.model.host import Host


@click.command("build", context_settings=CONTEXT)
@root_option
@format_option
@date_option
@click.option("--preview", is_flag=True, help="Write the pages in spite of errors.")
@click.option("--clean", is_flag=True, help="Forget the cache and build every page anew.")
@click.option(
    "--host",
    type=click.Choice([one.value for one in Host]),
    default=None,
    help="Prepare files for this host (default: as the settings say).",
)
@click.option(
    "--jobs", type=click.IntRange(1, 64), default=None, help="Processes (default: cores)."
)
def command(
    root: Path,
    report_format: str,
    day: date | None,
    *,
    preview: bool,
    clean: bool,
    host: str | None,
    jobs: int | None,
) -> None:
    """Build the site into build/site.

    Only what changed is built anew; build/.cache remembers. An error stops publication: nothing is
    written, unless --preview is given. No translation engine is called and no PO file is written.

    \b
    Examples:
      waypost build
      waypost build --date 2027-07-01    the site as it will be on that day
      waypost build --preview            look at it in spite of errors
      waypost build --host nginx         compressed files and headers for a server
    """
    from waypost.pipeline.build import build_site
    from waypost.pipeline.options import BuildOptions

    with broken_source_as_findings(report_format):
        options = BuildOptions(
            day=day,
            preview=preview,
            clean=clean,
            jobs=jobs,
            host=Host(host) if host else None,
            show_progress=report_format == "text",
        )
        report = build_site(root, options)
    if report.findings or report_format != "text":
        print_findings(report.findings, report_format)
    if report_format == "text":
        click.echo(report.summary)
    exit_with(report.findings)
