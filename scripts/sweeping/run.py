"""Sweeps over the pages, keeps what it saw, and prints a table. Touches the disk."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from scripts.sweeping.memory import Memory, open_memory
from scripts.sweeping.pages import NEUTRAL, Page, check_links, find_pages
from scripts.sweeping.record import record_audit
from scripts.sweeping.table import describe_defects, print_table
from scripts.sweeping.visit import Visit
from scripts.sweeping.workers import BrokenVisitError, visit_pages
from waypost.files.atomic import save_text

PROJECT = Path(__file__).resolve().parent.parent.parent
LANGUAGES = ("en", "es", "ar", "zh-Hans")
MOST_TOLD = 40


def main() -> int:
    """0 when nothing is wrong, 1 when something is, 2 when it couldn't look."""
    parser = argparse.ArgumentParser(description="Looks at every page in a real browser.")
    parser.add_argument("--languages", nargs="+", default=LANGUAGES, metavar="CODE")
    parser.add_argument("--site", type=Path, help="a built site (default: the example, built anew)")
    parser.add_argument("--only", default="", help="pages whose path holds this")
    parser.add_argument("--jobs", type=int, default=2, help="browsers (default: 2)")
    parser.add_argument("--report", type=Path, default=PROJECT / "build" / "report")
    parser.add_argument("--clean", action="store_true", help="forget what was seen before")
    parser.add_argument(
        "--record", action="store_true", help="write audit.json for the accessibility statement"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = options.site or _build_example(Path(folder))
        pages = [page for page in find_pages(site, options.languages) if options.only in page.path]
        if not pages:
            print("There is no such page.", file=sys.stderr)
            return 2
        memory = open_memory(options.report / "sweep-visits.jsonl", clean=options.clean)
        try:
            visits = _sweep(site, pages, memory, options.jobs)
        except BrokenVisitError as error:
            print(error, file=sys.stderr)
            return 2
        except KeyboardInterrupt:
            print("Stopped. The next sweep goes on from here.", file=sys.stderr)
            return 2
        visits = _add_links(visits, check_links(site, pages))
    skipped = [page.path for page in pages if page.leads_on]
    data = {
        "tools": memory.tools,
        "languages": list(options.languages),
        "pages": len(visits),
        "leading_on": len(skipped),
        "visits": [visit.as_data() for visit in visits],
    }
    save_text(options.report / "sweep.json", json.dumps(data, ensure_ascii=False, indent=1) + "\n")
    print_table(visits, (*options.languages, NEUTRAL), len(skipped))
    told = describe_defects(visits)
    print("\n".join(told[:MOST_TOLD]))
    if len(told) > MOST_TOLD:
        print(f"… and {len(told) - MOST_TOLD} more: {options.report / 'sweep.json'}")
    if options.record:
        print(record_audit(PROJECT, memory.tools, visits))
    return 0 if all(visit.is_clean for visit in visits) else 1


def _build_example(folder: Path) -> Path:
    """The folder of the example site, built of what stands in the project now."""
    from tests.sites.running import build, copy_sources

    root = copy_sources(PROJECT, folder / "site")
    build(root, jobs=None)
    return root / "build" / "site"


def _sweep(site: Path, pages: Sequence[Page], memory: Memory, jobs: int) -> list[Visit]:
    """The visit to each page that shows something: remembered, or made now."""
    from rich.console import Console
    from rich.progress import Progress

    shown = [page for page in pages if not page.leads_on]
    visits = {page.path: visit for page in shown if (visit := memory.find(page)) is not None}
    due = [page for page in shown if page.path not in visits]
    if due:
        digests = {page.path: page for page in due}
        with (
            Progress(console=Console(stderr=True)) as progress,
            closing(visit_pages(site, due, jobs)) as coming,
        ):
            task = progress.add_task(f"{len(due)} of {len(shown)} pages", total=len(due))
            for visit in coming:
                memory.keep(digests[visit.path], visit)
                visits[visit.path] = visit
                progress.advance(task)
    return [visits[page.path] for page in shown]


def _add_links(visits: Sequence[Visit], broken: dict[str, list[str]]) -> list[Visit]:
    from dataclasses import replace

    return [replace(visit, links=tuple(broken.get(visit.path, ()))) for visit in visits]
