"""`waypost check`: all that is wrong in settings, content and translations, at once."""

from __future__ import annotations

from functools import partial

from waypost.config.named import check_named
from waypost.content.checks import check_ids, check_prose, check_shared
from waypost.content.exemptions import apply_exemptions
from waypost.content.file_places import check_files
from waypost.content.rules.site_view import find_unreadable, index_pages, view_site
from waypost.files.scan import scan_inputs
from waypost.model.crisis import is_crisis_guide, phrases_of
from waypost.model.finding import BrokenSource, Finding, sort_findings
from waypost.model.guide import Guide
from waypost.model.site import SiteLanguage
from waypost.pipeline.check_search import check_search
from waypost.pipeline.documents import Texts, documents_of, limits_of, read_texts
from waypost.pipeline.gate import CrisisGuide, Gate, check_exemptions, gated_languages
from waypost.pipeline.judgements import check_judgements
from waypost.pipeline.project import Project
from waypost.pipeline.strays import describe_strays
from waypost.pipeline.workers import available_jobs, map_forked
from waypost.translation.catalog_codes import ORPHAN, REVIEWER
from waypost.translation.check import (
    CheckedCatalog,
    Tongue,
    check_consistency,
    check_names,
    judge_catalog,
)
from waypost.translation.glossary import load_glossary, load_shared_terms, terms_of_content
from waypost.translation.reviewers import ReadReviewers, Reviewers, load_reviewers
from waypost.translation.store import catalog_path, list_catalogs, load_data
from waypost.translation.views import load_views


def check_project(project: Project) -> tuple[Finding, ...]:
    """Every finding of the site, sorted, without those that are exempt."""
    texts = read_texts(project)
    reviewers = load_reviewers(project.root)
    findings = [*project.findings, *texts.findings, *reviewers.findings]
    findings += _check_content(project, texts)
    targets = project.settings.targets
    work = partial(_check_language, project, texts, reviewers)
    for part in map_forked(work, targets, available_jobs(None)):
        findings += part
    names = {each.document.name for each in texts.documents} | texts.broken
    codes = {one.language.code for one in targets}
    findings += check_names(list_catalogs(project.root), names, codes)
    findings += load_shared_terms(project.root)[1]
    findings += load_views(project.root)[1]
    settings = project.settings
    gate = _check_gate(project, texts, reviewers.reviewers)
    findings += gate
    scan = scan_inputs(project.root, project.input_roots)
    findings += describe_strays(scan.strays)
    findings += check_search(project, texts, scan.marks)
    findings += check_judgements(project, texts, scan.marks)
    findings += check_exemptions(project, scan.marks.keys() | {one.place.path for one in gate})
    return sort_findings(apply_exemptions(findings, settings.exemptions, project.day))


def _check_gate(project: Project, texts: Texts, reviewers: Reviewers) -> list[Finding]:
    documents = {each.document.name: each.document for each in texts.documents}
    guides = tuple(
        CrisisGuide(one.title.source, documents[f"guides/{one.id}"], phrases_of(one))
        for one in texts.prose
        if isinstance(one, Guide) and is_crisis_guide(one) and f"guides/{one.id}" in documents
    )
    gate = Gate(project, guides, documents.get("phrases"), reviewers)
    languages = gated_languages(project.settings)
    return [finding for offered in languages for finding in gate.check(offered)]


def _check_content(project: Project, texts: Texts) -> list[Finding]:
    settings = project.settings
    index = index_pages(texts.prose, texts.shared)
    unreadable = find_unreadable(texts.shared, index, texts.sources)
    folder = f"{settings.content}/"
    paths = scan_inputs(project.root, (settings.content,)).marks
    files = frozenset(path.removeprefix(folder) for path in paths)
    limits = limits_of(settings)
    view = view_site(texts.shared, index, project.day, limits, unreadable, files)
    findings: list[Finding] = [*check_named(settings, view)]
    findings += check_files(settings.content, files)
    for prose in texts.prose:
        findings += check_prose(prose, view, texts.sources[prose.place.path])
    findings += check_shared(view, texts.sources)
    codes = [one.language.code for one in settings.languages]
    findings += check_ids(texts.prose, texts.shared, codes)
    return findings


def _check_language(
    project: Project, texts: Texts, read: ReadReviewers, offered: SiteLanguage
) -> list[Finding]:
    code = offered.language.code
    handles = read.reviewers.handles_for(code)
    # Where the list of reviewers can't be read nobody is known: one mistake, not thousands.
    is_lost = bool(read.findings) and read.reviewers == Reviewers()
    unknown = {REVIEWER.id} if is_lost else set[str]()
    glossary, findings_of_glossary = load_glossary(
        project.root, code, terms_of_content(texts.shared)
    )
    tongue = Tongue(code, handles, project.settings.source.code, glossary)
    findings = list(findings_of_glossary)
    checked: list[CheckedCatalog] = []
    for each in documents_of(texts, offered):
        name = each.document.name
        try:
            data = load_data(project.root, code, name)
        except BrokenSource as broken:
            findings += broken.findings
            continue
        if data is None:
            continue
        # A text that seems to be gone may stand where the source can't be read.
        left_out = unknown | {ORPHAN.id} if name in texts.broken else unknown
        catalog = judge_catalog(catalog_path(code, name), each.document, data, tongue)
        findings += [one for one in catalog.findings if one.code not in left_out]
        checked.append(catalog)
    return [*findings, *check_consistency(checked)]
