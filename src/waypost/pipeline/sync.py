"""`waypost sync`: every catalogue brought up to date with the source."""

from __future__ import annotations

from functools import partial

import msgspec

from waypost.model.finding import Finding
from waypost.model.site import SiteLanguage
from waypost.model.text import Document
from waypost.pipeline.catalogs import choose_languages, load_inheritance, open_catalog
from waypost.pipeline.documents import Texts, documents_of, read_texts, require_readable
from waypost.pipeline.project import Project
from waypost.pipeline.workers import available_jobs, map_forked
from waypost.translation.catalog import Catalog
from waypost.translation.near import index_near, refresh_hints
from waypost.translation.po_writer import render_catalog
from waypost.translation.store import load_data, save_catalog


class SyncReport(msgspec.Struct, frozen=True):
    """What a sync did."""

    findings: tuple[Finding, ...]
    files: int
    changed: int
    dry_run: bool

    @property
    def summary(self) -> str:
        """One line for a person."""
        verb = "would change" if self.dry_run else "changed"
        return f"{self.files} PO files, {self.changed} {verb}."


def sync_project(project: Project, languages: tuple[str, ...], *, dry_run: bool) -> SyncReport:
    """The report of a sync of the languages named, or of all."""
    texts = read_texts(project)
    require_readable(project, texts)
    chosen = choose_languages(project.settings, languages)
    work = partial(_dry_sync if dry_run else _sync, project, texts)
    parts = map_forked(work, chosen, available_jobs(None))
    return SyncReport(
        (*project.findings, *texts.findings, *(one for part in parts for one in part.findings)),
        sum(part.files for part in parts),
        sum(part.changed for part in parts),
        dry_run,
    )


def _sync(project: Project, texts: Texts, offered: SiteLanguage) -> SyncReport:
    findings, catalogs = _bring_up_to_date(project, texts, offered)
    changed = sum(
        save_catalog(project.root, document.name, catalog) for document, catalog in catalogs
    )
    return SyncReport(findings, len(documents_of(texts, offered)), changed, dry_run=False)


def _dry_sync(project: Project, texts: Texts, offered: SiteLanguage) -> SyncReport:
    findings, catalogs = _bring_up_to_date(project, texts, offered)
    code = offered.language.code
    changed = sum(
        render_catalog(catalog).encode("utf-8") != load_data(project.root, code, document.name)
        for document, catalog in catalogs
    )
    return SyncReport(findings, len(documents_of(texts, offered)), changed, dry_run=True)


def _bring_up_to_date(
    project: Project, texts: Texts, offered: SiteLanguage
) -> tuple[tuple[Finding, ...], list[tuple[Document, Catalog]]]:
    """The language's catalogues as they should be, with hints; and why others can't be written."""
    root, code = project.root, offered.language.code
    inheritance = load_inheritance(root, code, texts)
    opened = [open_catalog(root, code, each, inheritance) for each in documents_of(texts, offered)]
    catalogs = [(one.each.document, one.catalog) for one in opened if one.catalog is not None]
    index = index_near(catalogs)
    findings = tuple(finding for one in opened for finding in one.findings)
    return findings, [
        (document, refresh_hints(document, catalog, index)) for document, catalog in catalogs
    ]
