"""Breaks translations, judges them and the correct ones, and prints tables. Touches the disk."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from scripts.checks.broken import Case, break_pages, break_texts
from scripts.checks.pairs import (
    Page,
    list_news_languages,
    load_benefits,
    load_news,
    load_sentences,
)
from scripts.checks.pofilter import filter_texts, find_program
from waypost.translation.quality.check_list import CHECKS, PAGE_CHECKS
from waypost.translation.quality.judge import judge, judge_page

PROJECT = Path(__file__).resolve().parent.parent.parent
SENTENCES = PROJECT / "tests" / "cases" / "translations" / "sentences.json"
_GARBLED = {"my"}
"""The Burmese of the news is in Zawgyi, an older encoding: a true hit in every text."""


def main() -> int:
    """0 when the checks catch what they promise, 1 when they don't."""
    parser = argparse.ArgumentParser(description="What the checks of translations catch.")
    parser.add_argument("--seed", type=int, default=20261121)
    parser.add_argument("--per-kind", type=int, default=4, help="cases a kind and language")
    parser.add_argument(
        "--corpora",
        type=Path,
        default=PROJECT.parent / "shared" / "corpora",
        help="the folder with the collections (default: ../shared/corpora)",
    )
    parser.add_argument("--without-pofilter", action="store_true")
    options = parser.parse_args()
    news, benefits = options.corpora / "news", options.corpora / "benefits"
    own = load_sentences(SENTENCES)
    if not news.is_dir():
        print(f"The collections are not at {options.corpora}; the tests' sentences are taken.")
        pages = own
    else:
        codes = [code for code in list_news_languages(news) if code not in _GARBLED]
        pages = tuple(page for code in codes for page in load_news(news, code))
    cases = [
        *break_texts(pages, options.seed, per_kind=options.per_kind),
        *break_pages(pages, options.seed, per_kind=2),
        *break_texts(own, options.seed, per_kind=1),
    ]
    _print_cases(cases)
    if not options.without_pofilter:
        _print_pofilter(cases)
    if benefits.is_dir():
        _print_false_alarms([*load_benefits(benefits)], "benefits es")
    for code in sorted({page.language for page in pages}):
        _print_false_alarms([page for page in pages if page.language == code], code)
    held_out = [case for case in cases if case.is_held_out]
    return 0 if _share(held_out, blocking=True) >= 0.98 else 1


def _share(cases: Sequence[Case], *, blocking: bool) -> float:
    chosen = [case.is_seen for case in cases if case.is_blocking is blocking]
    return sum(chosen) / len(chosen) if chosen else 1.0


def _print_cases(cases: Sequence[Case]) -> None:
    languages = {case.language for case in cases}
    print(f"{len(cases)} broken translations in {len(languages)} languages\n")
    print("| mistake | | tuned on: caught | held out: caught | by its own check |")
    print("| --- | --- | ---: | ---: | ---: |")
    for is_blocking in (True, False):
        for kind in dict.fromkeys(case.kind for case in cases if case.is_blocking is is_blocking):
            rows = [case for case in cases if case.kind == kind]
            _print_row(kind, "blocks" if is_blocking else "warns", rows)
    for is_blocking in (True, False):
        rows = [case for case in cases if case.is_blocking is is_blocking]
        _print_row("**all**", "blocks" if is_blocking else "warns", rows)


def _print_row(kind: str, word: str, rows: Sequence[Case]) -> None:
    parts = [[case for case in rows if case.is_held_out is held] for held in (False, True)]
    cells = [f"{sum(case.is_seen for case in part)}/{len(part)}" for part in parts]
    cells = [
        f"{cell} {_percent([case.is_seen for case in part])}"
        for cell, part in zip(cells, parts, strict=True)
    ]
    named = _percent([case.is_named for case in rows])
    print(f"| {kind} | {word} | {cells[0]} | {cells[1]} | {named} |")


def _percent(found: Sequence[bool]) -> str:
    return f"{100 * sum(found) / len(found):.0f} %" if found else "–"


def _print_pofilter(cases: Sequence[Case]) -> None:
    program = find_program()
    if program is None:
        print("\npofilter isn't installed (translate-toolkit): no comparison", file=sys.stderr)
        return
    alone = [case for case in cases if len(case.right) == 1]
    caught: dict[str, list[bool]] = defaultdict(list)
    alarms: list[bool] = []
    for code in sorted({case.language for case in alone}):
        here = [case for case in alone if case.language == code]
        right = [(f"right {n}", case.right[0]) for n, case in enumerate(here)]
        wrong = [(f"wrong {n}", case.wrong[0]) for n, case in enumerate(here)]
        failed = filter_texts(program, [*right, *wrong], code)
        for number, case in enumerate(here):
            before = failed.get(f"right {number}", frozenset())
            caught[case.kind].append(bool(failed.get(f"wrong {number}", frozenset()) - before))
            alarms.append(bool(before))
    print("\n| mistake | Waypost | pofilter |\n| --- | ---: | ---: |")
    for kind, found in caught.items():
        seen = [case.is_seen for case in alone if case.kind == kind]
        print(f"| {kind} | {_percent(seen)} | {_percent(found)} |")
    every = [case.is_seen for case in alone]
    print(
        f"| **all** | {_percent(every)} | {_percent([x for xs in caught.values() for x in xs])} |"
    )
    ours = [bool(case.judge(case.right)) for case in alone]
    print(f"| correct texts with an alarm | {_percent(ours)} | {_percent(alarms)} |")


def _print_false_alarms(pages: Sequence[Page], name: str) -> None:
    """How many of the texts that people translated have a defect, by check."""
    if name == "benefits es":
        codes = [check.code.id for check in CHECKS]
        print("\nFindings on correct texts, in per cent of the texts (a part of them is true)\n")
        print(f"| texts | number | blocked | {' | '.join(codes)} | pages | µs a text |")
        print("| --- |" + " ---: |" * (len(codes) + 4))
    started = time.process_time()
    pairs = [pair for page in pages for pair in page.pairs]
    counts: Counter[str] = Counter()
    blocked = 0
    for pair in pairs:
        defects = judge(pair)
        counts.update({one.code.id for one in defects})
        blocked += any(one.is_blocking for one in defects)
    spent = time.process_time() - started
    wrong = sum(
        any(one.code is PAGE_CHECKS[0].code for _, one in judge_page(page.pairs)) for page in pages
    )
    cells = [f"{100 * counts[check.code.id] / len(pairs):.1f}" for check in CHECKS]
    rate = f"{100 * blocked / len(pairs):.2f}"
    micro = f"{1e6 * spent / len(pairs):.0f}"
    print(f"| {name} | {len(pairs)} | {rate} | {' | '.join(cells)} | {wrong} | {micro} |")
