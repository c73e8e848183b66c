"""`waypost review status`: how many words are in which state."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from waypost.model.site import SiteLanguage
from waypost.model.translation import Freshness, Origin
from waypost.pipeline.catalogs import choose_languages
from waypost.pipeline.documents import Texts, documents_of, read_texts
from waypost.pipeline.project import Project
from waypost.pipeline.workers import available_jobs, map_forked
from waypost.translation.index import index_segments
from waypost.translation.po_reader import read_targets
from waypost.translation.review import StateCount, count_states
from waypost.translation.reviewers import load_reviewers
from waypost.translation.state import resolve
from waypost.translation.store import load_data

_COLUMNS: tuple[tuple[str, tuple[tuple[Origin, Freshness], ...]], ...] = (
    ("reviewed", ((Origin.REVIEWED, Freshness.CURRENT),)),
    ("human", ((Origin.HUMAN, Freshness.CURRENT),)),
    ("draft", ((Origin.DRAFT, Freshness.CURRENT),)),
    ("machine", ((Origin.MACHINE, Freshness.CURRENT),)),
    ("stale", tuple((origin, Freshness.STALE) for origin in Origin)),
)


@dataclass(frozen=True, slots=True)
class StatusRow:
    """A document in a language: its source words by state."""

    language: str
    document: str
    counts: tuple[StateCount, ...]

    def words(self, column: str) -> int:
        """The words in one of the table's columns; "missing" for those without translation."""
        states = dict(_COLUMNS).get(column, (None,))
        return sum(count.words for count in self.counts if count.state in states)

    @property
    def total(self) -> int:
        """All source words of the document."""
        return sum(count.words for count in self.counts)


def review_status(project: Project, languages: tuple[str, ...]) -> tuple[StatusRow, ...]:
    """One row for each language and document, in the order of settings and content."""
    texts = read_texts(project)
    chosen = choose_languages(project.settings, languages)
    rows = map_forked(partial(_count, project, texts), chosen, available_jobs(None))
    return tuple(row for part in rows for row in part)


def _count(project: Project, texts: Texts, offered: SiteLanguage) -> list[StatusRow]:
    code = offered.language.code
    reviewers = load_reviewers(project.root).reviewers.handles_for(code)
    rows: list[StatusRow] = []
    for each in documents_of(texts, offered):
        data = load_data(project.root, code, each.document.name) or b""
        found = resolve(index_segments(each.document), read_targets(data), reviewers)
        rows.append(StatusRow(code, each.document.name, count_states(each.document, found)))
    return rows


def render_status(rows: Sequence[StatusRow], form: str) -> str:
    """The rows as a table, with a line of sums for each language; or as JSON."""
    names = [name for name, _ in _COLUMNS] + ["missing"]
    if form == "json":
        return (
            json.dumps(
                [
                    {
                        "language": row.language,
                        "document": row.document,
                        "words": {name: row.words(name) for name in names},
                    }
                    for row in rows
                ],
                indent=1,
            )
            + "\n"
        )
    from io import StringIO

    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, header_style="bold")
    table.add_column("language")
    table.add_column("document")
    for name in [*names, "words"]:
        table.add_column(name, justify="right")
    for language in dict.fromkeys(row.language for row in rows):
        own = [row for row in rows if row.language == language]
        for row in own:
            cells = [str(row.words(name) or "·") for name in names]
            table.add_row(language, row.document, *cells, str(row.total))
        sums = [str(sum(row.words(name) for row in own)) for name in names]
        whole = str(sum(row.total for row in own))
        table.add_row(language, "all", *sums, whole, style="bold", end_section=True)
    out = StringIO()
    Console(file=out, width=110).print(table)
    lines = [line.rstrip() for line in out.getvalue().split("\n")]
    return "\n".join(lines)
