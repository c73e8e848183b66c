"""`waypost review`: how much is in which state, and a reviewer's stamps."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from waypost.model.finding import Failure
from waypost.model.site import SiteLanguage
from waypost.model.translation import Freshness, Origin
from waypost.pipeline.catalogs import choose_languages, open_catalog
from waypost.pipeline.documents import Texts, documents_of, read_texts, require_readable
from waypost.pipeline.project import Project
from waypost.pipeline.workers import available_jobs, map_forked
from waypost.translation.index import index_segments
from waypost.translation.po_reader import read_targets
from waypost.translation.review import StateCount, accept, count_states
from waypost.translation.reviewers import PATH, load_reviewers
from waypost.translation.state import resolve
from waypost.translation.store import load_data, save_catalog

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


def accept_documents(
    project: Project,
    language: str,
    documents: Sequence[str],
    *,
    addresses: Sequence[str],
    handle: str,
) -> str:
    """A line that says how many texts have got the reviewer's stamp.

    A Failure when the handle may not stamp in the language, or a document or address isn't there;
    then nothing is written.
    """
    (offered,) = choose_languages(project.settings, (language,))
    reviewers = load_reviewers(project.root).reviewers.handles_for(language)
    if handle not in reviewers:
        known = ", ".join(sorted(reviewers)) or "nobody yet"
        raise Failure(
            f"“{handle}” may not stamp in {language}.",
            f"May stamp: {known}. Add the handle with its languages to {PATH}.",
        )
    texts = read_texts(project)
    require_readable(project, texts)
    translatable = {one.document.name: one for one in documents_of(texts, offered)}
    unknown = [name for name in documents if name not in translatable]
    if unknown:
        raise Failure(
            f"There is no document {', '.join(unknown)} in {language}.",
            f"`waypost review status -l {language}` lists them all.",
        )
    accepted = []
    for name in documents:
        opened = open_catalog(project.root, language, translatable[name])
        if opened.catalog is None:
            raise Failure(
                f"The PO file of {name} can't be read whole.", "Run `waypost check` and mend it."
            )
        accepted.append((name, accept(opened.catalog, frozenset(addresses), handle, project.day)))
    present = {address for _, one in accepted for address in one.addresses}
    missing = [address for address in addresses if address not in present]
    if missing:
        raise Failure(
            f"Nothing to stamp at {', '.join(missing)}.",
            "The address (msgctxt) must have a translation that you haven't stamped yet.",
        )
    for name, one in accepted:
        save_catalog(project.root, name, replace(one.catalog, language=language))
    count = len([address for _, one in accepted for address in one.addresses])
    return f"{count} text{'' if count == 1 else 's'} stamped by {handle}."
