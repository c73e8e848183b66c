"""Weighs and times pages, prints tables, and says which limits are missed. Touches the disk."""

from __future__ import annotations

import argparse
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from scripts.benchmark.guides import SetupError
from scripts.page_weight.languages import NUMBER
from scripts.page_weight.paint import Paint, SlowPhone, take_median
from scripts.page_weight.rivals import make_bare, make_material
from scripts.page_weight.server import serve
from scripts.page_weight.sites import BuiltSite, build_example, build_veterans
from scripts.page_weight.weight import (
    MEDIAN_LIMIT,
    MOST_LIMIT,
    STYLE_LIMIT,
    Page,
    sum_up,
    take_apart,
    weigh_site,
)
from scripts.real_sites.building import PROJECT
from tests.browser.chromium import NotInstalledError, start_chromium

BARE_LIMIT = 1.3
MATERIAL_LIMIT = 0.25


def main() -> int:
    """0 when every limit holds, 1 when one is missed, 2 when something could not run."""
    parser = argparse.ArgumentParser(
        prog="bench-pages", description="What pages weigh, and when they are there on 2G."
    )
    parser.add_argument("--runs", type=int, default=5, help="loads of each page; medians (5)")
    parser.add_argument("--guides", type=int, default=30, help="guides of the veterans site (30)")
    parser.add_argument("--corpora", type=Path, default=PROJECT.parent / "shared" / "corpora")
    parser.add_argument("--folder", type=Path, default=PROJECT / "build" / "bench-pages")
    parser.add_argument("--keep", action="store_true", help="take the sites that were built before")
    parser.add_argument("--no-paint", action="store_true", help="weigh only")
    options = parser.parse_args()
    missed: list[str] = []
    try:
        sites = _build_sites(options)
        pages = [page for site in sites for page in weigh_site(site)]
        _print_weights(pages, missed)
        _print_parts(sites, pages)
        if not options.no_paint:
            _time_pages(sites, pages, options, missed)
    except (SetupError, NotInstalledError) as error:
        print(error, file=sys.stderr)
        return 2
    print()
    for limit in missed:
        print(f"Missed: {limit}")
    if not missed:
        print("Every limit holds.")
    return 1 if missed else 0


def _build_sites(options: argparse.Namespace) -> list[BuiltSite]:
    _say(f"Building the example site with {NUMBER} languages …")
    sites = [build_example(options.folder / "example", keep=options.keep)]
    if (options.corpora / "veterans").is_dir():
        _say(f"Building {options.guides} real guides with {NUMBER} languages …")
        veterans = options.folder / "veterans"
        sites.append(build_veterans(veterans, options.corpora, options.guides, keep=options.keep))
    else:
        _say(f"No real guides are at {options.corpora}; the example site alone is measured.")
    return sites


def _print_weights(pages: list[Page], missed: list[str]) -> None:
    print(
        f"\nGuide pages, at least 80 % translated, {NUMBER} languages switched on; bytes by gzip\n"
    )
    print("| script | pages | median | most | heaviest |\n| --- | ---: | ---: | ---: | --- |")
    for row in sum_up(pages):
        print(f"| {row.script} | {row.pages} | {row.median:,} | {row.most:,} | {row.heaviest} |")
        if row.median > MEDIAN_LIMIT:
            missed.append(f"{row.script}: a median of {row.median:,} bytes, over {MEDIAN_LIMIT:,}")
        if row.most > MOST_LIMIT:
            missed.append(f"{row.script}: {row.most:,} bytes, over {MOST_LIMIT:,}: {row.heaviest}")
    style = max(page.style for page in pages)
    print(f"\nThe largest style sheet has {style:,} bytes by gzip.")
    if style > STYLE_LIMIT:
        missed.append(f"a style sheet of {style:,} bytes, over {STYLE_LIMIT:,}")


def _print_parts(sites: list[BuiltSite], pages: list[Page]) -> None:
    print("\nWhat the parts of a page in English add, in bytes by gzip\n")
    for site in sites:
        page = _pick(site, pages)
        parts = take_apart(site.folder / page.path)
        said = ", ".join(f"{name} {size:,}" for name, size in parts)
        print(f"- {site.name}, {page.path}: {said}")


def _pick(site: BuiltSite, pages: list[Page]) -> Page:
    """The English guide of middle weight."""
    own = [page for page in pages if page.site == site.name and page.path.startswith("en/")]
    return sorted(own, key=lambda page: page.weight)[len(own) // 2]


def _time_pages(
    sites: list[BuiltSite], pages: list[Page], options: argparse.Namespace, missed: list[str]
) -> None:
    folder = options.folder / "served"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    picked = {site.name: (site, _pick(site, pages)) for site in sites}
    texts = {
        name: (site.folder / page.path).read_text("utf-8") for name, (site, page) in picked.items()
    }
    _say("Building the same texts with Material …")
    shutil.copytree(make_material(texts, options.folder / "material"), folder / "material")
    for name, (site, page) in picked.items():
        make_bare(texts[name], folder / "bare" / name)
        target = folder / "waypost" / name
        (target / page.path).parent.mkdir(parents=True)
        shutil.copyfile(site.folder / page.path, target / page.path)
        if (site.folder / "assets").is_dir():
            shutil.copytree(site.folder / "assets", target / "assets")
    print("\n50 kbit/s, 800 ms, processor 6 × slower; medians of loads from nothing")
    with tempfile.TemporaryDirectory() as profile, serve(folder) as address:
        browser = start_chromium(Path(profile))
        try:
            phone = SlowPhone(browser)
            print(f"{browser.capabilities['browserVersion']}, {platform.machine()}\n")
            for name, (_, page) in picked.items():
                ways = {
                    "bare": f"{address}/bare/{name}/",
                    "Waypost": f"{address}/waypost/{name}/{page.path.removesuffix('index.html')}",
                    "Material": f"{address}/material/{name}/",
                }
                paints = _show_in_turn(phone.show, ways, options.runs)
                _print_paints(name, paints)
                missed += _judge(name, paints)
        finally:
            browser.quit()


def _show_in_turn(
    show: Callable[[str], Paint], ways: Mapping[str, str], runs: int
) -> dict[str, Paint]:
    seen: dict[str, list[Paint]] = {what: [] for what in ways}
    for number in range(runs):
        for what, way in ways.items():
            seen[what].append(show(way))
            _say(f"  {number + 1}/{runs} {what}: {seen[what][-1].largest:.2f} s")
    return {what: take_median(paints) for what, paints in seen.items()}


def _print_paints(name: str, paints: Mapping[str, Paint]) -> None:
    print(f"| {name} | first paint s | largest s | loaded s | shift | requests to first paint |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for what, paint in paints.items():
        print(
            f"| {what} | {paint.first:.2f} | {paint.largest:.2f} | {paint.loaded:.2f} "
            f"| {paint.shift:.3f} | {paint.requests} |"
        )
    print(flush=True)


def _judge(name: str, paints: Mapping[str, Paint]) -> list[str]:
    own, bare, material = paints["Waypost"], paints["bare"], paints["Material"]
    missed: list[str] = []
    for what, mine, least, other in (
        ("first paint", own.first, bare.first, material.first),
        ("largest paint", own.largest, bare.largest, material.largest),
    ):
        if mine > BARE_LIMIT * least:
            missed.append(f"{name}: {what} {mine / least:.2f} × that of a bare page")
        if mine > MATERIAL_LIMIT * other:
            missed.append(f"{name}: {what} {mine / other:.2f} of Material's")
    if own.shift > 0:
        missed.append(f"{name}: things jump by {own.shift:.3f}")
    if own.requests > 1:
        missed.append(f"{name}: {own.requests} requests before the first paint")
    return missed


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
