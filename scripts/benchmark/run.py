"""The benchmark from its options to its table."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from scripts.benchmark.aside import build_cold, remove_former, set_aside
from scripts.benchmark.guides import (
    LANGUAGES,
    SetupError,
    list_guides,
    load_note,
    make_site,
    make_source,
    save_note,
    translate_site,
    write_settings,
)
from scripts.benchmark.measure import (
    Command,
    CommandError,
    Timing,
    measure_memory,
    run_in_turn,
    run_timed,
)
from scripts.benchmark.programs import (
    Rivals,
    Sentence,
    add_mkdocs,
    count_pages,
    has_hugo,
    hugo_command,
    make_rivals,
    mkdocs_command,
    waypost_build,
)
from scripts.benchmark.searching import SearchedSite
from scripts.benchmark.serving import measure_serve
from scripts.benchmark.table import Row, render_table
from scripts.real_sites.building import PROJECT

_SAVES = 9


@dataclass(frozen=True, slots=True)
class Options:
    """What is asked for."""

    runs: int
    languages: int
    guides: int
    growth: tuple[int, ...]
    corpora: Path
    folder: Path
    skip_mkdocs: bool
    fresh: bool


def parse_options(arguments: Sequence[str] | None = None) -> Options:
    """The options of the command line."""
    parser = argparse.ArgumentParser(
        prog="bench", description="Time Waypost beside Hugo and MkDocs on the same real guides."
    )
    parser.add_argument("--runs", type=int, default=5, help="rounds; the table shows medians (5)")
    parser.add_argument("--languages", type=int, default=50, help="the source included (50)")
    parser.add_argument("--guides", type=int, default=100, help="how many guides (100)")
    parser.add_argument("--quick", action="store_true", help="20 guides, 10 languages, 2 rounds")
    parser.add_argument("--no-mkdocs", action="store_true", help="leave MkDocs out")
    parser.add_argument("--fresh", action="store_true", help="translate anew in any case")
    parser.add_argument("--corpora", type=Path, default=PROJECT.parent / "shared" / "corpora")
    parser.add_argument("--folder", type=Path, default=PROJECT / "build" / "bench")
    given = parser.parse_args(arguments)
    if given.quick:
        given.runs, given.languages, given.guides = 2, 10, 20
    if not 2 <= given.languages <= len(LANGUAGES):
        parser.error(f"--languages must be between 2 and {len(LANGUAGES)}")
    if given.runs < 1 or given.guides < 1:
        parser.error("--runs and --guides must be at least 1")
    growth = (5, 20) if given.quick else (10, 100)
    return Options(
        given.runs,
        given.languages,
        given.guides,
        growth,
        given.corpora,
        given.folder,
        given.no_mkdocs,
        given.fresh,
    )


def main() -> int:
    """0 when all was measured, 2 when something could not run; what was measured is printed."""
    options = parse_options()
    rows: list[Row] = []
    troubles: list[str] = []

    def measure(part: Callable[[], list[Row]]) -> None:
        try:
            new = part()
            for row in new:
                say(f"  {row.what}: {row.wall:.3f} s")
            rows.extend(new)
        except CommandError as error:
            troubles.append(str(error))

    try:
        full = _make_full(options)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 2
    if not has_hugo():
        say("Hugo isn't here, so there is nothing to compare with. Debian: apt-get install hugo")
    site, rivals = _make_site(full, options, options.languages)
    searched = SearchedSite(full, site.parent, LANGUAGES[: options.languages])
    measure(lambda: _measure_builds(site, rivals, options, searched))
    hugo = next((row.hugo for row in rows if row.hugo is not None), None)
    if not options.skip_mkdocs:
        measure(lambda: _measure_mkdocs(site, rivals, options, hugo))
    measure(lambda: _measure_serve(searched.site, hugo))
    for number in options.growth:
        measure(partial(_measure_growth, full, options, number))
    remove_former(options.folder)
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(f"\n{machine}; medians of {options.runs} rounds, the programs in turn\n")
    print(render_table(rows), end="")
    for trouble in troubles:
        print(f"\nNot measured: {trouble}", file=sys.stderr)
    return 2 if troubles else 0


def _make_full(options: Options) -> Path:
    """The site in the most languages that any part needs; made once, kept between runs."""
    site = options.folder / "full"
    languages = LANGUAGES[: max(options.languages, *options.growth)]
    site.mkdir(parents=True, exist_ok=True)
    wanted = [options.guides, len(languages), options.corpora.is_dir()]
    if options.fresh or load_note(site) != wanted:
        say(f"Making the guides and their translations into {len(languages) - 1} languages …")
        (site / "made-of.json").unlink(missing_ok=True)
        origin = make_source(site, options.corpora, options.guides)
        say(f"{origin.guides} {origin.words}")
        write_settings(site, languages)
        translate_site(site)
        save_note(site, wanted)
    return site


def _make_site(full: Path, options: Options, number: int) -> tuple[Path, Rivals]:
    """The measured site in `number` languages, and the same texts for the others."""
    folder = options.folder / str(number)
    site = folder / "waypost"
    make_site(full, site, LANGUAGES[:number])
    return site, make_rivals(site, folder, LANGUAGES[:number])


def _measure_builds(
    site: Path, rivals: Rivals, options: Options, searched: SearchedSite
) -> list[Row]:
    """Waypost cold, with nothing changed, with one sentence edited, and Hugo, in turn."""
    waypost, hugo = waypost_build(site), hugo_command(rivals)
    guides = list_guides(site)
    sentence = Sentence(site, guides[len(guides) // 2])

    def edited() -> Timing:
        sentence.edit()
        return run_timed(waypost)

    steps: list[tuple[str, Callable[[], Timing]]] = [
        ("cold", lambda: build_cold(waypost, options.folder, "build")),
        ("unchanged", lambda: run_timed(waypost)),
        ("edited", edited),
    ]
    sheets = SheetBuild(site, waypost, options)
    steps.append(("sheets", sheets.build))
    steps += searched.steps
    if has_hugo():
        steps.insert(1, ("hugo", lambda: build_cold(hugo, options.folder, "public", "resources")))
    say(f"Timing {len(guides)} guides in {options.languages} languages …")
    try:
        times = run_in_turn(options.runs, steps)
    finally:
        sentence.restore()
        searched.restore()
    say("Measuring memory …")
    memory = _cold_memory(waypost, options.folder, "build")
    pages = count_pages(site / "build" / "site")
    other = times.get("hugo")
    name = f"{options.languages} languages"
    rows = [
        _row(f"Waypost, cold, {name}", pages, times["cold"], other, memory),
        _row(f"Waypost, nothing changed, {name}", pages, times["unchanged"], other),
        _row(f"Waypost, one sentence edited, {name}", pages, times["edited"], other),
        _row(f"Waypost, cold, with sheets, {name}", sheets.pages, times["sheets"], other),
        *searched.list_rows(times),
    ]
    if other is not None:
        count = len(guides) * options.languages
        memory = _cold_memory(hugo, options.folder, "public")
        rows.append(_row(f"Hugo, full build, {name}", count, other, other, memory))
    return rows


class SheetBuild:
    """A cold build of the same guides with every guide's sheet in every language but the first."""

    def __init__(self, site: Path, waypost: Command, options: Options) -> None:
        self._site, self._waypost, self._options = site, waypost, options
        self.pages = 0

    def build(self) -> Timing:
        """How long it takes; the settings are as they were afterwards."""
        languages = LANGUAGES[: self._options.languages]
        write_settings(self._site, languages, sheets=True)
        try:
            timing = build_cold(self._waypost, self._options.folder, "build")
            self.pages = count_pages(self._site / "build" / "site")
        finally:
            write_settings(self._site, languages)
        return timing


def _measure_mkdocs(site: Path, rivals: Rivals, options: Options, hugo: Timing | None) -> list[Row]:
    """MkDocs, once: it takes half a minute."""
    say("Building with MkDocs, once …")
    add_mkdocs(rivals)
    timing = build_cold(mkdocs_command(rivals), options.folder, "site")
    what = f"MkDocs, full build (1 run), {options.languages} languages"
    count = len(list_guides(site)) * options.languages
    return [_row(what, count, timing, hugo)]


def _measure_serve(site: Path, hugo: Timing | None) -> list[Row]:
    """From save to new page, as a writer waits for it; the search index is made meanwhile."""
    say("Saving a file while waypost serve runs …")
    guides = list_guides(site)
    waits = measure_serve(site, guides[len(guides) // 2], _SAVES)
    what = f"waypost serve, from save to new page (slowest {max(waits):.3f} s)"
    return [Row(what, 1, median(waits), None, hugo)]


def _measure_growth(full: Path, options: Options, number: int) -> list[Row]:
    site, rivals = _make_site(full, options, number)
    waypost, hugo = waypost_build(site), hugo_command(rivals)
    steps: list[tuple[str, Callable[[], Timing]]] = [
        ("cold", lambda: build_cold(waypost, options.folder, "build"))
    ]
    if has_hugo():
        steps.append(("hugo", lambda: build_cold(hugo, options.folder, "public", "resources")))
    say(f"Timing the same guides in {number} languages …")
    times = run_in_turn(min(options.runs, 3), steps)
    pages = count_pages(site / "build" / "site")
    memory = _cold_memory(waypost, options.folder, "build")
    other = times.get("hugo")
    name = f"{number} languages"
    rows = [_row(f"Waypost, cold, {name}", pages, times["cold"], other, memory)]
    if other is not None:
        count = len(list_guides(site)) * number
        rows.append(_row(f"Hugo, full build, {name}", count, other, other))
    return rows


def _row(
    what: str, pages: int, timing: Timing, hugo: Timing | None, memory: int | None = None
) -> Row:
    return Row(what, pages, timing.wall, timing.cpu, hugo, memory)


def _cold_memory(command: Command, folder: Path, output: str) -> int:
    """The peak memory of a build that finds no former output."""
    set_aside(command.folder / output, folder)
    return measure_memory(command)


def say(text: str) -> None:
    """Progress goes where it doesn't stand in the table's way."""
    print(text, file=sys.stderr, flush=True)
