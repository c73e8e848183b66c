"""`waypost build`: the site as files, doing only what changed."""

from __future__ import annotations

import gc
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from waypost.model.finding import Finding
from waypost.pipeline.options import CACHE, BuildOptions, resolve_day
from waypost.pipeline.state import code_signature, is_unchanged, load_state, look

if TYPE_CHECKING:
    from collections.abc import Iterable

    from waypost.pipeline.plan import Searched
    from waypost.pipeline.state import BuildState, Seen


class BuildReport(msgspec.Struct, frozen=True):
    """What a build did."""

    findings: tuple[Finding, ...]
    pages: int
    """Pages of the site."""
    filled: int
    """Pages and lists made anew."""
    seconds: float
    site: Path
    written: bool
    """False when errors stopped publication."""
    search: SearchReport | None = None
    """None where no search index was made anew."""

    @property
    def summary(self) -> str:
        """One line for a person."""
        if not self.written:
            return "Errors stop publication: the site stands as it was. --preview writes it anyway."
        what = "nothing had changed" if self.search is None else "no page had changed"
        if self.filled:
            what = f"{self.filled} files made anew"
        line = f"{self.pages} pages in {self.site}; {what}; {self.seconds:.2f} s."
        return line if self.search is None else f"{line} {self.search.summary}"


class SearchReport(msgspec.Struct, frozen=True):
    """The search indexes that were made anew."""

    languages: int
    pages: int
    """In all of them."""
    seconds: float
    """Of work, however many cores shared it."""

    @property
    def summary(self) -> str:
        """One sentence for a person."""
        languages = "1 language" if self.languages == 1 else f"{self.languages} languages"
        return f"Search: {self.pages} pages in {languages}; {self.seconds:.2f} s of work."


def report_search(searched: Iterable[Searched | None]) -> SearchReport | None:
    """What all languages tell of their indexes; None where none was made anew."""
    made = [each for each in searched if each is not None and each.pages]
    if not made:
        return None
    pages, seconds = sum(each.pages for each in made), sum(each.seconds for each in made)
    return SearchReport(len(made), pages, seconds)


def build_site(root: Path, options: BuildOptions) -> BuildReport:
    """The report of a build; the site's folder holds what the sources say.

    With errors among the findings nothing is written, unless a preview is asked for.
    """
    started = time.perf_counter()
    day = resolve_day(options.day)
    folder = cache_folder(root, options)
    state = None if options.clean else load_state(folder)
    signature = sign(day, options)
    seen = None
    if state is not None:
        seen = look(root, state.roots)
        if is_unchanged(state, signature, seen, Path(root / state.site)):
            return _report(state, root, started)
    # Loading the program makes many values, too, and a build hardly any cycle.
    was_collecting = gc.isenabled()
    gc.disable()
    try:
        return _build(root, options, day, folder, signature, state, seen, started)
    finally:
        if was_collecting:
            gc.enable()


def _build(
    root: Path,
    options: BuildOptions,
    day: date,
    folder: Path,
    signature: str,
    state: BuildState | None,
    seen: Seen | None,
    started: float,
) -> BuildReport:
    from waypost.pipeline.ahead import open_sources, start_reading
    from waypost.pipeline.project import open_project
    from waypost.pipeline.workers import available_jobs

    sources = open_sources(open_project(root, day), state, None, seen)
    is_new = state is None or state.signature != signature
    crew = start_reading(sources, available_jobs(options.jobs)) if is_new else None
    try:
        # What reads content takes as long to load as all the rest.
        from waypost.pipeline.builder import Builder
        from waypost.pipeline.cache import Cache

        builder = Builder(
            root, options, day, Cache(folder), signature, state, sources=sources, crew=crew
        )
        if options.clean:
            builder.cache.forget()
        return builder.build(started)
    finally:
        if crew is not None:
            crew.end()


def sign(day: date, options: BuildOptions) -> str:
    """What a build's result depends on besides its inputs."""
    return f"{code_signature()} {day} {options.preview} {options.host}"


def cache_folder(root: Path, options: BuildOptions) -> Path:
    """Where the cache of this site and this place of output lies."""
    if options.site_dir is None:
        return root / CACHE
    from waypost.files.digest import digest_text

    return root / CACHE / digest_text(str(options.site_dir.resolve()))[:12]


def _report(state: BuildState, root: Path, started: float) -> BuildReport:
    seconds = time.perf_counter() - started
    return BuildReport(state.findings, state.pages, 0, seconds, root / state.site, written=True)
