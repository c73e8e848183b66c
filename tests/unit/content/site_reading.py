"""Reads and checks a whole content folder the way a build does, and prints its findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from waypost.content.checks import check_ids, check_prose, check_shared
from waypost.content.file_places import check_files, describe_stray
from waypost.content.guide_reader import parse_guide
from waypost.content.parsed import Parsed, sort_findings
from waypost.content.prose_reader import parse_journey, parse_page
from waypost.content.rules.site_view import Limits, find_unreadable, index_pages, view_site
from waypost.content.search_checks import check_search_files
from waypost.content.search_words import load_search_file
from waypost.content.shared import list_prose, load_shared
from waypost.content.source import decode_source
from waypost.files.scan import scan_inputs
from waypost.model.content import Prose, Shared
from waypost.model.finding import Finding
from waypost.model.guide import Guide
from waypost.model.journey import Journey
from waypost.model.place import PlainPage
from waypost.model.site import PageKind
from waypost.pipeline.check_search import judge_words, list_known_pages, list_naming_texts
from waypost.pipeline.documents import read_sources
from waypost.segments.extract import extract_prose, extract_shared

DAY = date(2026, 11, 21)
_LIMITS = Limits()
_Parser = Callable[[str, bytes], Parsed[Guide] | Parsed[Journey] | Parsed[PlainPage]]
_PARSERS: dict[PageKind, _Parser] = {
    PageKind.GUIDE: parse_guide,
    PageKind.JOURNEY: parse_journey,
    PageKind.PAGE: parse_page,
}


def check_folder(root: Path, limits: Limits = _LIMITS) -> tuple[Finding, ...]:
    """All findings of the site in `root`, sorted."""
    content = root / "content"
    read = load_shared(content, root)
    shared = read.value
    assert shared is not None
    findings = list(read.findings)
    findings += [describe_stray(stray) for stray in scan_inputs(root, ["content"]).strays]
    pages: list[tuple[Prose, str]] = []
    for file in list_prose(content, root):
        data = (root / file.path).read_bytes()
        result = _PARSERS[file.kind](file.path, data)
        findings += result.findings
        if result.value is not None:
            pages.append((result.value, decode_source(file.path, data).text))
    sources = read_sources(root, "content")
    prose = [page for page, _ in pages]
    files = frozenset(path.relative_to(content).as_posix() for path in content.rglob("*.*"))
    unreadable = find_unreadable(shared, index_pages(prose, shared), sources)
    site = view_site(shared, index_pages(prose, shared), DAY, limits, unreadable, files)
    for page, text in pages:
        findings += check_prose(page, site, text)
    findings += check_shared(site, sources)
    findings += check_files("content", files)
    findings += check_ids(prose, shared, ["en", "es"])
    findings += _check_search(root, prose, shared)
    return sort_findings(findings)


def _check_search(root: Path, prose: list[Prose], shared: Shared) -> Iterator[Finding]:
    documents = [extract_prose(page).document for page in prose]
    documents += extract_shared(shared)
    named = [(text, "en") for document in documents for _, text in list_naming_texts(document)]
    translations = list(scan_inputs(root, ["translations"]).marks)
    yield from check_search_files(translations, ["en", "es"])
    pages = list_known_pages(prose, shared)
    for language in ("en", "es"):
        read = load_search_file(root, language)
        yield from read.findings
        if read.value is not None:
            yield from judge_words(read.value, pages, named)


def render_findings(findings: tuple[Finding, ...]) -> str:
    """The findings as the terminal shows them."""
    return "".join(
        f"{one.place}: {one.severity.value}: {one.message} [{one.code}]\n    {one.mend}\n"
        for one in findings
    )
