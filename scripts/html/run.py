"""Runs both checkers over a folder of pages and prints what they say. Touches the disk."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from scripts.html.checkers import Complaint, Tools, find_tools, run_html_validate, run_nu

PROJECT = Path(__file__).resolve().parent.parent.parent
MOST_TOLD = 40
WRONG = """<!doctype html><html lang=en><head><meta charset=utf-8><title>Wrong</title></head>
<body><main><h1 id=a>One</h1><p id=a>Two<div></p><ul><p>Three</ul><img src=x.png></main></body>
</html>
"""
Run = Callable[[Tools, Path], list[Complaint]]
CHECKERS: Mapping[str, Run] = {"html-validate": run_html_validate, "Nu": run_nu}


def main() -> int:
    """0 when both find every page right, 1 when one doesn't, 2 when one couldn't run."""
    parser = argparse.ArgumentParser(description="Holds pages to the HTML standard.")
    parser.add_argument("--site", type=Path, help="a built site (default: the example, built anew)")
    options = parser.parse_args()
    tools = find_tools(PROJECT)
    if isinstance(tools, str):
        print(tools, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        wrong = Path(folder) / "wrong"
        wrong.mkdir()
        (wrong / "index.html").write_text(WRONG, "utf-8")
        for name, run in CHECKERS.items():
            if len(run(tools, wrong)) < 3:
                print(f"{name} doesn't see what is wrong with a wrong page.", file=sys.stderr)
                return 2
        site = options.site or _build_example(Path(folder))
        pages = sum(1 for _ in site.rglob("*.html"))
        total = 0
        for name, run in CHECKERS.items():
            complaints = run(tools, site)
            total += len(complaints)
            print(f"{name} {tools.versions[name]}: {pages} pages, {len(complaints)} errors")
            _print_complaints(complaints)
    return 1 if total else 0


def _print_complaints(complaints: list[Complaint]) -> None:
    """Each message once, with the first page that it is about and the number of the others."""
    by_message: dict[str, list[Complaint]] = {}
    for each in complaints:
        by_message.setdefault(each.message, []).append(each)
    for message, places in list(by_message.items())[:MOST_TOLD]:
        first = places[0]
        more = f" (and {len(places) - 1} more)" if len(places) > 1 else ""
        print(f"  {first.path}:{first.line}:{first.column}: {message}{more}")


def _build_example(folder: Path) -> Path:
    """The folder of the example site, built of what stands in the project now."""
    from tests.sites.running import build, copy_sources

    root = copy_sources(PROJECT, folder / "site")
    build(root, jobs=None)
    return root / "build" / "site"
