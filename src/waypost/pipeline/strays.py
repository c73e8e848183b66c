"""Links that lead out of the site's folders, and devices among its files, as findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from waypost.content.file_places import describe_stray as describe_in_content
from waypost.files.inside import Stray
from waypost.files.scan import scan_inputs
from waypost.model.finding import Finding
from waypost.pipeline.options import TRANSLATIONS
from waypost.pipeline.project import Project
from waypost.translation.file_codes import describe_stray


def check_strays(project: Project) -> tuple[Finding, ...]:
    """A finding for each thing that no command opens."""
    return tuple(describe_strays(scan_inputs(project.root, project.input_roots).strays))


def describe_strays(strays: Iterable[Stray]) -> Iterator[Finding]:
    """The findings, by the folder in which each stands."""
    for stray in strays:
        is_translation = stray.path.split("/", 1)[0] == TRANSLATIONS
        yield describe_stray(stray) if is_translation else describe_in_content(stray)
