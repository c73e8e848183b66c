"""Options that several commands share, each defined once."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import click

from waypost.model.finding import BrokenSource, Finding, sort_findings
from waypost.report.formats import FORMATS, has_errors

CONTEXT = {"help_option_names": ["-h", "--help"]}


root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The folder that holds mkdocs.yml (default: this one).",
)

format_option = click.option(
    "--format",
    "report_format",
    type=click.Choice(sorted(FORMATS)),
    default="text",
    show_default=True,
    help="How findings are printed: text, json, or GitHub annotations.",
)

date_option = click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    default=None,
    callback=lambda _context, _parameter, value: _as_date(value),
    help="Build as of this day (default: SOURCE_DATE_EPOCH, else today).",
)

language_option = click.option(
    "--language",
    "-l",
    "languages",
    multiple=True,
    metavar="CODE",
    help="Only this language, e.g. -l es; may be given more than once.",
)


def _as_date(value: datetime | None) -> date | None:
    return None if value is None else value.date()


def print_findings(findings: Sequence[Finding], report_format: str) -> None:
    """The findings on standard output, sorted, in the format asked for."""
    click.echo(FORMATS[report_format](sort_findings(findings)), nl=False)


@contextmanager
def broken_source_as_findings(report_format: str) -> Iterator[None]:
    """Ends the command with the findings, in the format asked for, and 1 where it can't go on."""
    try:
        yield
    except BrokenSource as trouble:
        print_findings(trouble.findings, report_format)
        if report_format == "text":
            click.echo(trouble.mend)
        sys.exit(1)


def exit_with(findings: Sequence[Finding]) -> None:
    """Ends the command: 1 when there is an error among the findings, else 0."""
    sys.exit(1 if has_errors(findings) else 0)
