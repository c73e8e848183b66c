"""PO files read by other processes while this one finds out what stands on the pages.

Touches the disk: reads PO files. Most of a first build's work needs the languages and nothing else,
so it begins before the parts of the program that read content are even loaded.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from pathlib import Path

import msgspec

from waypost.files.digest import digest_bytes
from waypost.files.scan import Scan, mark_plain_file, scan_inputs
from waypost.model.replacing import replace
from waypost.model.site import SiteLanguage
from waypost.pipeline.languages import LanguageWork, measure_language
from waypost.pipeline.options import TRANSLATIONS
from waypost.pipeline.plan import Measured, Plan, Published, ReadFile, Written
from waypost.pipeline.project import Project
from waypost.pipeline.state import BuildState, InputFile, Seen, read_inputs
from waypost.pipeline.workers import Crew
from waypost.translation.complete import name_engines
from waypost.translation.current import open_current

_FEW = 200
"""Fewer PO files than this are read with the pages that they are for."""


class Sources(msgspec.Struct, frozen=True):
    """What a build starts from, before any content is read."""

    project: Project
    seen: int
    """When, in nanoseconds."""
    scan: Scan
    inputs: Mapping[str, InputFile]


def open_sources(
    project: Project,
    last: BuildState | None,
    changed: AbstractSet[Path] | None,
    seen: Seen | None = None,
) -> Sources:
    """The project's files as they are now; only `changed` is looked at where that is enough.

    What was `seen` a moment ago isn't looked at again.
    """
    if seen is None or seen.roots != project.input_roots:
        now = time.time_ns()
        scan = _scan_again(project.root, last, project.input_roots, changed)
        seen = Seen(project.input_roots, now, scan)
    inputs = read_inputs(project.root, seen.scan.marks, last)
    return Sources(project, seen.time, seen.scan, inputs)


def _scan_again(
    root: Path,
    last: BuildState | None,
    roots: Sequence[str],
    changed: AbstractSet[Path] | None,
) -> Scan:
    """What all inputs are; only `changed` is looked at where that is enough."""
    if changed is None or last is None or last.roots != tuple(roots):
        return scan_inputs(root, roots)
    marks = {path: (file.mtime, file.size) for path, file in last.inputs.items()}
    home = root.resolve()
    for path in changed:
        name = path.relative_to(home).as_posix() if path.is_relative_to(home) else ""
        mark = mark_plain_file(str(path)) if name in marks else None
        if mark is None:
            return scan_inputs(root, roots)
        marks[name] = mark
    return Scan(marks, (), has_links=True)


class ReadLanguage(msgspec.Struct, frozen=True):
    """A language whose PO files are read, as far as they are as usual."""

    offered: SiteLanguage
    files: Mapping[str, ReadFile]
    inputs: Mapping[str, InputFile]
    """Of the whole build: the same in every process, so that they need not be sent."""


LanguageCrew = Crew[SiteLanguage, ReadLanguage]


def start_reading(sources: Sources, jobs: int) -> LanguageCrew | None:
    """Processes that read the PO files of every language; None where it isn't worth it."""
    settings = sources.project.settings
    files: dict[str, list[str]] = {}
    for path in sources.inputs:
        if path.startswith(f"{TRANSLATIONS}/") and path.endswith(".po"):
            files.setdefault(path.split("/", 2)[1], []).append(path)
    offered = settings.identity(sources.project.day).languages
    number = sum(len(files.get(one.language.code, ())) for one in offered)
    # A link among the files may lead out of the site: each is looked at before it is opened.
    if jobs < 2 or number < _FEW or sources.scan.has_links:
        return None
    if settings.search:
        import waypost.pipeline.search  # noqa: F401 - else each process loads it by itself
    return Crew(partial(_read_language, sources, files), offered, jobs)


def _read_language(
    sources: Sources, files: Mapping[str, Sequence[str]], offered: SiteLanguage
) -> ReadLanguage:
    root, paths = sources.project.root, files.get(offered.language.code, ())
    read = {path: file for path in paths if (file := _read_file(root, path)) is not None}
    return ReadLanguage(offered, read, sources.inputs)


def _read_file(root: Path, path: str) -> ReadFile | None:
    try:
        with open(f"{root}/{path}", "rb", buffering=0) as stream:
            data = stream.read()
    except OSError:
        return None
    entries = open_current(data)
    return None if entries is None else ReadFile(digest_bytes(data), name_engines(entries), entries)


def fill_read(
    crew: LanguageCrew,
    plan: Plan,
    between: Callable[[Sequence[Measured]], Published],
    meanwhile: Callable[[Published], None],
) -> list[Written]:
    """What each language leaves behind, in the order of the settings; everything is made anew."""
    sent = replace(plan, inputs={}, changed=frozenset(), locales={})
    return crew.map_in_two_steps(
        partial(_measure_read, sent), between, LanguageWork.write, meanwhile
    )


def _measure_read(plan: Plan, read: ReadLanguage) -> tuple[LanguageWork, Measured]:
    """`measure_language` with the files that were read ahead."""
    return measure_language(replace(plan, inputs=read.inputs, ahead=read.files), read.offered)
