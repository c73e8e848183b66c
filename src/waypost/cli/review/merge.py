"""`waypost review merge`: PO files of two branches as one. Touches the disk."""

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
from waypost.report.formats import FORMATS

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command("merge", context_settings=CONTEXT)
@root_option
@format_option
@click.argument("files", nargs=-1, metavar="[BASE OURS THEIRS]", type=_FILE)
@click.option("--output", "-o", type=_FILE, help="Where the merged file goes (default: printed).")
@click.option("--path", default="", help="The file's path in the repository (git's %P).")
@click.option("--branch", default="", metavar="REF", help="Merge this branch, all files of it.")
@click.option(
    "--head", default="HEAD", show_default=True, metavar="REF", help="Merge it into this one."
)
@click.option(
    "--save-commit",
    type=_FILE,
    help="Move no branch; write the id of the merge's commit into this file.",
)
def command(
    root: Path,
    report_format: str,
    files: tuple[Path, ...],
    output: Path | None,
    path: str,
    branch: str,
    head: str,
    save_commit: Path | None,
) -> None:
    """Merge PO files entry by entry, so that two people can work on one guide.

    With --branch, the whole branch is merged into the one that is checked out: PO files entry by
    entry, everything else as git does it. With three files it is a merge driver for git.

    What two people changed in different entries never conflicts. In one entry a person's words
    outweigh a machine's. Where two people wrote different words, one text stands, the other is
    kept as an obsolete entry, and the command ends with 1 and the address; so it does where one
    person rejected a text that another accepted.

    \b
    Examples:
      waypost review merge --branch origin/main
      waypost review merge %O %A %B -o %A --path %P     as git calls it
    """
    from waypost.pipeline.review_merge import follow, merge_branch

    if not branch:
        _merge_three(root, report_format, files, output, path)
        return
    merged = merge_branch(root, branch, head)
    if merged.commit and save_commit is None and head == "HEAD":
        follow(root, merged.commit)
    if save_commit is not None:
        save_commit.write_text(f"{merged.commit}\n" if merged.commit else "", "utf-8")
    if merged.findings or report_format != "text":
        print_findings(merged.findings, report_format)
    if report_format != "json":
        click.echo(merged.summary)
    if merged.others:
        raise SystemExit(1)
    exit_with(merged.findings)


def _merge_three(
    root: Path, report_format: str, files: tuple[Path, ...], output: Path | None, path: str
) -> None:
    from waypost.pipeline.git import merge_lines
    from waypost.pipeline.review_merge import find_handles, merge_files, require_files
    from waypost.translation.po_catalog import parse_catalog
    from waypost.translation.reviewers import load_reviewers

    require_files(len(files))
    base, ours, theirs = files
    our_data = ours.read_bytes()
    reviewers = load_reviewers(root).reviewers
    handles = find_handles(reviewers, path, parse_catalog(our_data).catalog)
    versions = (base.read_bytes(), our_data, theirs.read_bytes())
    merged = merge_files(path or str(ours), versions, handles)
    data = merged.data
    if data is None:
        # Somebody must look at it anyway: git's marks show where.
        data = merge_lines(base, ours, theirs)
    if output is None:
        click.echo(data, nl=False)
        if merged.findings:
            click.echo(FORMATS[report_format](merged.findings), nl=False, err=True)
    else:
        output.write_bytes(data)
        if merged.findings:
            print_findings(merged.findings, report_format)
    exit_with(merged.findings)
