"""The judgements of a site, read for each language and held against its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from waypost.content.judgements import (
    check_judged_pages,
    check_judgement_files,
    load_judgements,
)
from waypost.content.rules.site_view import find_unreadable, index_pages
from waypost.model.finding import Finding
from waypost.model.language import Tier
from waypost.pipeline.documents import Texts
from waypost.pipeline.project import Project


def check_judgements(project: Project, texts: Texts, paths: Iterable[str]) -> Iterator[Finding]:
    """What is wrong in the judgements of all languages; `paths` are the site's files."""
    languages = [one for one in project.settings.languages if one.tier is not Tier.CARD]
    yield from check_judgement_files(paths, [one.language.code for one in languages])
    index = index_pages(texts.prose, texts.shared)
    known = frozenset(index) | find_unreadable(texts.shared, index, texts.sources)
    for offered in languages:
        read = load_judgements(project.root, offered.language.code)
        yield from read.findings
        if read.value is not None:
            yield from check_judged_pages(read.value, known)
