"""`waypost review stamp`: the stamps of a pull request.

Touches the disk: reads what GitHub says, and writes the id of the commit.
"""

from __future__ import annotations

from pathlib import Path

import click

from waypost.cli.options import (
    CONTEXT,
    exit_with,
    format_option,
    print_findings,
    root_option,
)


@click.command("stamp", context_settings=CONTEXT)
@root_option
@format_option
@click.option("--base", required=True, metavar="REF", help="The branch to be merged into.")
@click.option("--head", default="HEAD", show_default=True, metavar="REF", help="The branch.")
@click.option(
    "--facts",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="What GitHub knows of the commits' authors and of the reviews: JSON, an object a line.",
)
@click.option(
    "--approved-by",
    multiple=True,
    metavar="HANDLE",
    help="Who has approved the branch as it is now; may be given more than once.",
)
@click.option("--onto", default="", metavar="REF", help="Stamp the same texts on this branch.")
@click.option(
    "--save-commit",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Make a commit of it, and write its id into this file.",
)
def command(
    root: Path,
    report_format: str,
    base: str,
    head: str,
    facts: Path | None,
    approved_by: tuple[str, ...],
    onto: str,
    save_commit: Path | None,
) -> None:
    """Stamp what reviewers changed or approved on a branch, and take away forged stamps.

    Made for an Action (.github/workflows/review-stamp.yml). It reads the branch from git and
    checks nothing out. Who may stamp is read from the base's translations/reviewers.yml. What a
    machine wrote is never stamped by approving alone. Without --save-commit it only says what it
    would do.

    \b
    Examples:
      waypost review stamp --base origin/main --approved-by maria
      waypost review stamp --base origin/main --head pr --facts facts.jsonl --save-commit id.txt
    """
    from waypost.pipeline.review_stamp import stamp_branch

    data = b"" if facts is None else facts.read_bytes()
    report = stamp_branch(
        root, (base, head), data, approved_by, onto=onto, save=save_commit is not None
    )
    if report.findings or report_format != "text":
        print_findings(report.findings, report_format)
    if report_format != "json":
        click.echo(report.summary)
    if save_commit is not None:
        save_commit.write_text(f"{report.commit}\n" if report.commit else "", "utf-8")
    exit_with(report.findings)
