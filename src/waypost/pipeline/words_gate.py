"""Mistakes in the words for the search, which a build tells like all others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from waypost.config.settings import SETTINGS_FILE
from waypost.content.search_words import load_search_file, search_file_path
from waypost.model.finding import Finding
from waypost.model.language import Tier
from waypost.pipeline.project import Project
from waypost.pipeline.state import BuildState, InputFile, changed_inputs


def check_words(
    project: Project, inputs: Mapping[str, InputFile], last: BuildState | None, signature: str
) -> Iterator[Finding]:
    """What can't be read in any `search.yml`; only those that changed since `last` are opened.

    Whether pages answer the words is asked by `waypost check` alone, which reads every text.
    """
    if not project.settings.search:
        return
    former: tuple[Finding, ...] = ()
    changed = frozenset(inputs)
    if last is not None and last.signature == signature:
        former, changed = last.findings, changed_inputs(inputs, last)
    for offered in project.settings.languages:
        path = search_file_path(offered.language.code)
        if offered.tier is Tier.CARD or path not in inputs:
            continue
        # Settings hold exemptions, which took findings away.
        if changed.isdisjoint((path, SETTINGS_FILE)):
            yield from (one for one in former if one.place.path == path)
        else:
            yield from load_search_file(project.root, offered.language.code).findings
