"""`waypost translate`: machine drafts into the PO files."""

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


@click.command("translate", context_settings=CONTEXT)
@root_option
@format_option
@language_option
@click.option(
    "--engine",
    type=click.Choice(["argos", "pseudo"]),
    default="argos",
    show_default=True,
    help="argos: Argos Translate, on this machine. pseudo: accents, to try a layout.",
)
@click.option(
    "--packs",
    type=click.Path(path_type=Path),
    default=None,
    help="The folder with Argos packs (*.argosmodel); default: packs/ beside mkdocs.yml.",
)
@click.option("--dry-run", is_flag=True, help="Say how much there is to do; write nothing.")
def command(
    root: Path,
    report_format: str,
    languages: tuple[str, ...],
    engine: str,
    packs: Path | None,
    *,
    dry_run: bool,
) -> None:
    """Draft missing translations by machine.

    Only what is missing or stale is sent. A person's current text is never touched; what the
    engine writes is marked as a machine's, and shown only where the policy allows it. Stop it at
    any time: each file is written whole, and the next run goes on where this one stopped.

    \b
    Examples:
      waypost translate -l es --packs packs/
      waypost translate --engine pseudo -l fr
      waypost translate --dry-run
    """
    from waypost.pipeline.project import open_project
    from waypost.pipeline.translate import EngineChoice, translate_project

    choice = EngineChoice(engine, packs or root / "packs")
    with broken_source_as_findings(report_format):
        report = translate_project(open_project(root, None), languages, choice, dry_run=dry_run)
    if report.findings or report_format != "text":
        print_findings(report.findings, report_format)
    if report_format == "text":
        click.echo(report.summary)
    exit_with(report.findings)
