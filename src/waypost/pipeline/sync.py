"""`waypost sync`: every catalogue brought up to date with the source."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from waypost.model.finding import Finding
from waypost.model.site import SiteLanguage
from waypost.pipeline.catalogs import choose_languages, load_inheritance, open_catalog
from waypost.pipeline.documents import Texts, documents_of, read_texts, require_readable
from waypost.pipeline.project import Project
from waypost.pipeline.workers import available_jobs, map_forked
from waypost.translation.po_writer import render_catalog
from waypost.translation.store import load_data, save_catalog


@dataclass(frozen=True, slots=True)
class SyncReport:
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
    findings: list[Finding] = []
    changed = 0
    documents = documents_of(texts, offered)
    inheritance = load_inheritance(project.root, offered.language.code, texts)
    for each in documents:
        opened = open_catalog(project.root, offered.language.code, each, inheritance)
        findings += opened.findings
        if opened.catalog is not None:
            changed += save_catalog(project.root, each.document.name, opened.catalog)
    return SyncReport(tuple(findings), len(documents), changed, dry_run=False)


def _dry_sync(project: Project, texts: Texts, offered: SiteLanguage) -> SyncReport:
    findings: list[Finding] = []
    changed = 0
    documents = documents_of(texts, offered)
    inheritance = load_inheritance(project.root, offered.language.code, texts)
    for each in documents:
        code, name = offered.language.code, each.document.name
        opened = open_catalog(project.root, code, each, inheritance)
        findings += opened.findings
        if opened.catalog is not None:
            rendered = render_catalog(opened.catalog).encode("utf-8")
            changed += rendered != load_data(project.root, code, name)
    return SyncReport(tuple(findings), len(documents), changed, dry_run=True)
