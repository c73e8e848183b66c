"""What is asked for on the command line."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from scripts.real_sites.building import PROJECT
from scripts.search_bench.engines import Engine
from scripts.search_bench.queries import REPORT_SEED, TUNING_SEED, Kind


@dataclass(frozen=True, slots=True)
class Options:
    """What to measure, and where the texts are."""

    languages: tuple[str, ...]
    """Of the news; all, if empty."""
    kinds: tuple[Kind, ...]
    engines: tuple[Engine, ...]
    parts: tuple[str, ...]
    count: int
    """Queries for each language and kind."""
    seed: int
    visits: int
    """Weighed ones, for each language and engine."""
    synthetic: tuple[str, ...]
    corpora: Path
    folder: Path
    misses: bool


def read_options(parts: tuple[str, ...]) -> Options:
    """The command line; ends the program with a message where it is wrong."""
    parser = argparse.ArgumentParser(
        prog="bench-search",
        description="What search finds, beside Pagefind and MiniSearch, and what it costs.",
    )

    def add_list(name: str, default: tuple[str, ...], meaning: str) -> None:
        parser.add_argument(
            name,
            type=lambda text: tuple(text.split(",")),
            default=default,
            metavar="A,B",
            help=meaning,
        )

    add_list("--parts", parts, f"of {', '.join(parts)} (all)")
    add_list("--languages", (), "of the news (all)")
    add_list("--kinds", tuple(Kind), f"of {', '.join(Kind)} (all)")
    add_list("--engines", tuple(Engine), f"of {', '.join(Engine)} (all)")
    add_list("--synthetic", ("en", "ar", "zh-Hans", "km"), "languages of the 5,000 pages")
    parser.add_argument("--count", type=int, default=500, help="queries a language and kind (500)")
    parser.add_argument(
        "--seed", type=int, default=REPORT_SEED, help=f"of the queries; tune with {TUNING_SEED}"
    )
    parser.add_argument("--visits", type=int, default=15, help="weighed visits a language (15)")
    parser.add_argument("--corpora", type=Path, default=PROJECT.parent / "shared" / "corpora")
    parser.add_argument("--folder", type=Path, default=PROJECT / "build" / "bench-search")
    parser.add_argument(
        "--misses", action="store_true", help="list the queries that Waypost didn't answer first"
    )
    given = parser.parse_args()
    try:
        kinds = tuple(Kind(each) for each in given.kinds)
        engines = tuple(Engine(each) for each in given.engines)
    except ValueError as error:
        parser.error(str(error))
    if min(given.count, given.visits) < 1:
        parser.error("--count and --visits begin at 1")
    unknown = sorted(set(given.parts) - set(parts))
    if unknown:
        parser.error(f"there is no part {', '.join(unknown)}; known are {', '.join(parts)}")
    return Options(
        given.languages,
        kinds,
        engines,
        given.parts,
        given.count,
        given.seed,
        given.visits,
        given.synthetic,
        given.corpora,
        given.folder,
        given.misses,
    )
