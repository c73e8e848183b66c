"""`waypost search`: what residents will find, and why."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from waypost.cli.options import CONTEXT, language_option, print_findings, root_option

if TYPE_CHECKING:
    from waypost.pipeline.project import Project
    from waypost.pipeline.search_sources import SearchSource


@click.command("search", context_settings=CONTEXT)
@click.argument("words", metavar="[QUERY]", nargs=-1)
@root_option
@language_option
@click.option("--similar", metavar="GUIDE", help="Pages that say nearly the same as this one.")
@click.option("--judge", is_flag=True, help="Ask everything in judgements.yml; 1 below its floor.")
@click.option("--audit", is_flag=True, help="Titles, names and keywords that lead elsewhere.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=5,
    show_default=True,
    help="Pages to show for a query.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Lines to read, or JSON for programs.",
)
def command(
    words: tuple[str, ...],
    root: Path,
    languages: tuple[str, ...],
    similar: str | None,
    limit: int,
    form: str,
    *,
    judge: bool,
    audit: bool,
) -> None:
    """Ask the site what a resident would ask, and see why each page is found.

    A query is asked in the source language, or in those given by -l; --judge and --audit go
    through every language. Answers are made from the files as they are now, without a build.

    \b
    Examples:
      waypost search "food stamps"
      waypost search "estampillas de comida" -l es
      waypost search --similar food-help
      waypost search --judge
      waypost search --audit -l es -l ar --format json
    """
    from waypost.pipeline.project import open_project

    query = " ".join(words).strip()
    if sum([bool(query), similar is not None, judge, audit]) != 1:
        raise click.UsageError("Give one of these: a query, --similar, --judge or --audit.")
    project = open_project(root, None)
    if judge:
        _judge(project, languages, form)
    elif audit:
        _audit(project, languages, form)
    elif similar is not None:
        _compare(project, languages, similar, form)
    else:
        _ask(project, languages, query, limit, form)


def _ask(project: Project, languages: tuple[str, ...], query: str, limit: int, form: str) -> None:
    from waypost.pipeline.editors_search import open_searches
    from waypost.pipeline.search_text import render_answer, value_of_answer

    answers = [
        (search, search.ask(query))
        for search in open_searches(project, languages or (project.settings.source.code,))
    ]
    _tell_left_out(search.source for search, _ in answers)
    if form == "json":
        _print_json([value_of_answer(*each, limit) for each in answers])
    else:
        _print_lines([render_answer(*each, limit) for each in answers])


def _compare(project: Project, languages: tuple[str, ...], page: str, form: str) -> None:
    from waypost.pipeline.editors_search import compare_pages, open_searches
    from waypost.pipeline.search_text import render_similar, value_of_similar

    searches = [*open_searches(project, languages or (project.settings.source.code,))]
    _tell_left_out(search.source for search in searches)
    found = [compare_pages(search, page) for search in searches]
    if form == "json":
        _print_json([value_of_similar(*each) for each in found])
    else:
        _print_lines([render_similar(*each) for each in found])


def _judge(project: Project, languages: tuple[str, ...], form: str) -> None:
    from waypost.pipeline.editors_search import judge_languages
    from waypost.pipeline.search_text import render_score, value_of_score

    asked: list[SearchSource] = []
    scores, findings = judge_languages(project, languages, asked.append)
    _tell_left_out(asked)
    if findings:
        print_findings(findings, form)
        sys.exit(1)
    if form == "json":
        _print_json([value_of_score(each) for each in scores])
    else:
        _print_lines([render_score(each) for each in scores])
    sys.exit(1 if any(each.is_below_floor for each in scores) else 0)


def _audit(project: Project, languages: tuple[str, ...], form: str) -> None:
    from waypost.pipeline.editors_search import audit_search, open_searches
    from waypost.pipeline.search_text import render_audit, value_of_audit

    searches = [*open_searches(project, languages)]
    _tell_left_out(search.source for search in searches)
    audited = [audit_search(project, search) for search in searches]
    if form == "json":
        _print_json([value_of_audit(each) for each in audited])
    else:
        _print_lines([render_audit(each) for each in audited])
    sys.exit(1 if any(each.lost for each in audited) else 0)


def _tell_left_out(sources: Iterable[SearchSource]) -> None:
    """Whoever misses a page learns that it can't be read."""
    paths = sorted({path for source in sources for path in source.left_out.values()})
    if paths:
        message = f"waypost: can't be read, and is left out: {', '.join(paths)}"
        click.echo(f"{message}\n    `waypost check` says what is wrong.", err=True)


def _print_json(values: Sequence[object]) -> None:
    click.echo(json.dumps(values, indent=1, ensure_ascii=False))


def _print_lines(parts: Sequence[Iterator[str]]) -> None:
    """The parts with an empty line between them; what stands first in each is bold."""
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, markup=False, soft_wrap=True)
    for number, part in enumerate(parts):
        if number:
            console.print()
        for line in part:
            is_head = line[:1].strip() != "" or line[:2].strip().isdecimal()
            console.print(Text(line, style="bold" if is_head else ""))
