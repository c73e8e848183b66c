"""The judgements of a site, read for each language and held against its pages."""

from __future__ import annotations

from collections.abc import Iterator

from waypost.content.judgements import check_judged_pages, load_judgements
from waypost.content.rules.site_view import index_pages
from waypost.model.finding import Finding
from waypost.pipeline.documents import Texts
from waypost.pipeline.project import Project


def check_judgements(project: Project, texts: Texts) -> Iterator[Finding]:
    """What is wrong in the judgements of all languages that the site offers."""
    known = frozenset(index_pages(texts.prose, texts.shared))
    for offered in project.settings.languages:
        read = load_judgements(project.root, offered.language.code)
        yield from read.findings
        if read.value is not None:
            yield from check_judged_pages(read.value, known)
