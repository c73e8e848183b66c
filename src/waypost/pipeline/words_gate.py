"""Mistakes in the words for the search, which a build tells like all others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from waypost.config.settings import SETTINGS_FILE
from waypost.content.search_checks import KnownPages
from waypost.content.search_words import load_search_file, search_file_path
from waypost.model.finding import Finding
from waypost.model.language import Tier
from waypost.pipeline.content_build import BuiltContent
from waypost.pipeline.options import TRANSLATIONS
from waypost.pipeline.project import Project
from waypost.pipeline.site_files import find_aliases
from waypost.pipeline.state import BuildState, InputFile, changed_inputs


def check_words(
    project: Project,
    content: BuiltContent,
    inputs: Mapping[str, InputFile],
    last: BuildState | None,
    signature: str,
) -> Iterator[Finding]:
    """What is wrong in any `search.yml`; while pages stay, only those that changed are opened.

    Whether pages answer a synonym is asked by `waypost check` alone, which reads every text.
    """
    if not project.settings.search:
        return
    former: tuple[Finding, ...] = ()
    changed = frozenset(inputs)
    pages: KnownPages | None = None
    entries = content.entries
    if last is not None and last.signature == signature and last.programs.keys() == entries.keys():
        former, changed = last.findings, changed_inputs(inputs, last)
    for offered in project.settings.languages:
        path = search_file_path(offered.language.code)
        if offered.tier is Tier.CARD or path not in inputs:
            continue
        # Settings hold exemptions, which took findings away.
        if changed.isdisjoint((path, SETTINGS_FILE)):
            yield from (one for one in former if one.place.path == path)
            continue
        # It loads what makes an index: only where there is something to read.
        from waypost.pipeline.check_search import judge_words

        pages = pages or _list_pages(content, inputs)
        read = load_search_file(project.root, offered.language.code)
        yield from read.findings
        if read.value is not None:
            yield from judge_words(read.value, pages, None)


def _list_pages(content: BuiltContent, inputs: Iterable[str]) -> KnownPages:
    """All pages of the site, and those that can't be read, by their files."""
    files = (PurePosixPath(path) for path in inputs)
    stems = frozenset(path.stem for path in files if path.parts[0] != TRANSLATIONS)
    former = {alias: page.id for alias, page in find_aliases(content).items()}
    return KnownPages(stems.union(content.entries), former)
