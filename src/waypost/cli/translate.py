"""`waypost translate`: machine drafts into the PO files."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypedDict, Unpack

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
from waypost.translation.engines.choice import ENGINE_NAMES, ENGINES

if TYPE_CHECKING:
    from waypost.pipeline.translate import EngineChoice

_LIMIT = re.compile(r"(\d+)\s*(m|min|minutes?)?")


def _read_limit(
    _context: click.Context, _parameter: click.Parameter, value: str | None
) -> tuple[int | None, float | None]:
    """Segments and minutes; None is without limit."""
    if value is None:
        return None, None
    match = _LIMIT.fullmatch(value.strip())
    if match is None or int(match[1]) == 0:
        raise click.BadParameter("write segments, such as 500, or minutes, such as 20m")
    return (None, float(match[1])) if match[2] else (int(match[1]), None)


def _read_paths(
    _context: click.Context, _parameter: click.Parameter, value: TextIO | None
) -> frozenset[str]:
    if value is None:
        return frozenset()
    try:
        lines = value.read().removeprefix("\ufeff").splitlines()
    except UnicodeDecodeError:
        raise click.BadParameter("the list of paths isn't UTF-8") from None
    return frozenset(line.strip().strip('"') for line in lines if line.strip())


class _Chosen(TypedDict):
    """The options that say how to translate, and what."""

    engine: str | None
    packs: Path | None
    index: str | None
    guides: tuple[str, ...]
    limit: tuple[int | None, float | None]
    left: frozenset[str]


@click.command("translate", context_settings=CONTEXT)
@root_option
@format_option
@language_option
@click.option(
    "--engine",
    type=click.Choice(ENGINE_NAMES),
    default=None,
    help="; ".join(f"{each.name}: {each.summary}" for each in ENGINES)
    + ". Default: as the settings say, else argos.",
)
@click.option(
    "--packs",
    type=click.Path(path_type=Path),
    default=None,
    help="The folder with the engine's packs or models; default: packs/ beside mkdocs.yml.",
)
@click.option(
    "--packs-index",
    "index",
    metavar="FILE|URL",
    default=None,
    help="Download missing Argos packs that this index lists into the folder of packs. "
    "Without it nothing is ever downloaded.",
)
@click.option(
    "--guide",
    "guides",
    multiple=True,
    metavar="ID",
    help="Only this guide or document, e.g. renew-license or phrases; may be given more than once.",
)
@click.option(
    "--limit",
    callback=_read_limit,
    metavar="N|Nm",
    default=None,
    help="Stop after N segments, or after N minutes (20m); the next run goes on.",
)
@click.option(
    "--leave",
    "left",
    type=click.File(encoding="utf-8"),
    callback=_read_paths,
    default=None,
    help="A file that lists paths, one on a line (- for standard input): these PO files are left "
    "alone. For those that an open pull request touches.",
)
@click.option("--dry-run", is_flag=True, help="Say what it will cost; write nothing.")
@click.option(
    "--survey",
    is_flag=True,
    help="Translate nothing: measure which marks for facts and links come back best from the "
    "engine, and write the choice to translations/engines.yml.",
)
def command(
    root: Path,
    report_format: str,
    languages: tuple[str, ...],
    *,
    dry_run: bool,
    survey: bool,
    **chosen: Unpack[_Chosen],
) -> None:
    """Draft missing translations by machine.

    Only what is missing or stale is sent, each text once. Critical texts come first, and among
    them those whose source has waited longest: since the last commit that changed its file, else
    since its guide was reviewed. What the run will cost is said before it starts.

    A person's current text is never touched; what the engine writes is marked as a machine's, and
    shown only where the policy allows it. Stop it at any time: what was translated is saved, and
    the next run goes on where this one stopped.

    \b
    Examples:
      waypost translate -l es --packs packs/
      waypost translate --dry-run
      waypost translate --survey -l es
      waypost translate -l pt-BR --engine firefox --limit 20m
      gh pr diff 12 --name-only | waypost translate --leave -
    """
    from waypost.pipeline.project import open_project
    from waypost.pipeline.translate import EngineChoice, RunOptions, translate_project

    engine = EngineChoice(chosen["engine"] or "", chosen["packs"] or root / "packs")
    if survey:
        _survey(root, report_format, languages, engine)
        return
    options = RunOptions(chosen["guides"], chosen["left"], *chosen["limit"], chosen["index"])
    with broken_source_as_findings(report_format):
        report = translate_project(
            open_project(root, None),
            languages,
            engine,
            dry_run=dry_run,
            options=options,
            announce=lambda line: click.echo(line, err=True),
        )
    if report.findings or report_format != "text":
        print_findings(report.findings, report_format)
    if report_format == "text":
        click.echo(report.summary)
    exit_with(report.findings)


def _survey(
    root: Path, report_format: str, languages: tuple[str, ...], engine: EngineChoice
) -> None:
    from waypost.pipeline.project import open_project
    from waypost.pipeline.survey import survey_project

    with broken_source_as_findings(report_format):
        report = survey_project(open_project(root, None), languages, engine)
    if report.findings or report_format != "text":
        print_findings(report.findings, report_format)
    if report_format == "text":
        click.echo(report.summary)
    exit_with(report.findings)
