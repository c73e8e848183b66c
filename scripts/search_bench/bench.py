"""The steps that every collection goes through: draw, index, ask, weigh, time.

Touches the disk, the browser and the network of this machine.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from selenium import webdriver

from scripts.page_weight.server import serve
from scripts.search_bench.asking import ask, open_driver
from scripts.search_bench.documents import Collection, Document
from scripts.search_bench.engines import (
    Engine,
    Index,
    make_minisearch,
    make_pagefind,
    make_waypost,
)
from scripts.search_bench.forms import learn_forms
from scripts.search_bench.limits import Verdict, judge_cpu, judge_pace, judge_weights
from scripts.search_bench.options import Options
from scripts.search_bench.pace import Pace, time_queries
from scripts.search_bench.packages import Packages
from scripts.search_bench.queries import Kind, Query, draw_queries, is_unique
from scripts.search_bench.scores import Score, Scores, count_hits
from scripts.search_bench.table import render_pace, render_scores, render_weights
from scripts.search_bench.weighing import Weight, group_visits, weigh_queries
from scripts.search_bench.words import Vocabulary

_FURTHER = 4
_TIMED = 40
_TYPED = 1
_TIMED_LANGUAGES = ("en", "ar", "km", "vi", "zh-Hans")
"""One of each way to write; all of those asked for, if none of these is among them."""

Questions = Mapping[tuple[str, Kind], tuple[Query, ...]]


@dataclass(frozen=True, slots=True)
class Bench:
    """What all steps need."""

    options: Options
    packages: Packages
    browser: webdriver.Chrome

    def make_indexes(self, collection: Collection, name: str) -> list[Index]:
        """The indexes of the engines that were asked for, of the same pages."""
        folder = self.options.folder
        makers: dict[Engine, Callable[[], Index]] = {
            Engine.WAYPOST: lambda: make_waypost(collection, folder / name / "waypost"),
            Engine.PAGEFIND: lambda: make_pagefind(
                collection, self.packages, folder / name / "pagefind"
            ),
            Engine.MINISEARCH: lambda: make_minisearch(
                collection, self.packages, folder / name / "minisearch"
            ),
        }
        return [makers[engine]() for engine in self.options.engines]


def say(text: str) -> None:
    """Progress, beside the tables."""
    print(text, file=sys.stderr, flush=True)


def draw_questions(
    options: Options,
    documents: Sequence[Document],
    vocabulary: Vocabulary,
    translation: Vocabulary | None,
) -> Questions:
    """The queries of each kind in one language."""
    forms = learn_forms(vocabulary, translation) if Kind.INFLECTED in options.kinds else {}
    return {
        (vocabulary.code, kind): draw_queries(
            kind, documents, vocabulary, forms, options.count, options.seed
        )
        for kind in options.kinds
    }


def ask_all(bench: Bench, indexes: Sequence[Index], questions: Questions) -> Scores:
    """How often each engine was right; prints it."""
    scores: dict[tuple[Engine, str, Kind], Score] = {}
    for index in indexes:
        say(f"Asking {index.engine} …")
        with serve(index.folder) as address:
            for code in dict.fromkeys(code for code, _ in questions):
                open_driver(bench.browser, index, address, code)
                for kind in bench.options.kinds:
                    queries = questions[code, kind]
                    if not queries:
                        continue
                    answers = list(ask(bench.browser, queries))
                    scores[index.engine, code, kind] = count_hits(queries, answers)
                    if bench.options.misses and index.engine is Engine.WAYPOST:
                        _print_misses(code, kind, queries, answers)
    counts = {key: len(queries) for key, queries in questions.items()}
    print("\n".join(render_scores(scores, counts, bench.options.engines)), flush=True)
    return scores


def print_unique(questions: Questions, vocabularies: Mapping[str, Vocabulary]) -> None:
    """How many exact queries have all their words in one document alone."""
    shares = {
        code: 100 * mean(is_unique(query, vocabularies[code]) for query in queries)
        for (code, kind), queries in questions.items()
        if kind is Kind.EXACT and queries
    }
    if shares:
        each = ", ".join(f"{code} {share:.0f}" for code, share in shares.items())
        print(
            f"\nExact queries whose words stand together in one document alone: "
            f"{mean(shares.values()):.1f} % ({each})."
        )


def _print_misses(
    code: str, kind: Kind, queries: Sequence[Query], answers: Sequence[Sequence[str]]
) -> None:
    for query, answer in zip(queries, answers, strict=True):
        if answer[:1] != [query.document]:
            place = answer.index(query.document) + 1 if query.document in answer else "–"
            print(f"{code}\t{kind}\t{query.text}\t{query.document}\t{place}\t{answer[:1]}")


def weigh_all(
    bench: Bench, where: str, indexes: Sequence[Index], questions: Questions
) -> Iterator[Verdict]:
    """Prints what the first result and each further query cost in bytes."""
    weights: dict[tuple[Engine, str], Weight] = {}
    for index in indexes:
        say(f"Weighing {index.engine} …")
        # Its index is one file: every visit weighs the same.
        visits = 1 if index.engine is Engine.MINISEARCH else bench.options.visits
        with serve(index.folder) as address:
            for code in dict.fromkeys(code for code, _ in questions):
                own = [questions[code, kind] for kind in bench.options.kinds]
                weights[index.engine, code] = weigh_queries(
                    bench.browser, index, address, code, group_visits(own, visits, _FURTHER)
                )
    print("\n".join(render_weights(where, weights, bench.options.engines)), flush=True)
    yield from judge_weights(where, weights)


def time_all(bench: Bench, index: Index, questions: Questions) -> Iterator[Verdict]:
    """Prints how long Waypost takes on a slow processor."""
    say("Timing on a slow processor …")
    paces: dict[str, Pace] = {}
    codes = dict.fromkeys(code for code, _ in questions)
    with serve(index.folder) as address:
        for code in [code for code in codes if code in _TIMED_LANGUAGES] or codes:
            own = [questions[code, kind] for kind in bench.options.kinds]
            queries = [query for visit in group_visits(own, _TIMED, 0) for query in visit]
            paces[code] = time_queries(bench.browser, index, address, code, queries, _TYPED)
    print("\n".join(render_pace(paces)), flush=True)
    yield from judge_pace(paces)


def judge_indexing(
    where: str, indexes: Sequence[Index], guides: int, languages: int
) -> Iterator[Verdict]:
    """What indexing cost in processor time."""
    seconds = {index.engine: index.cpu for index in indexes}
    each = ", ".join(f"{engine} {cpu:.2f} s" for engine, cpu in seconds.items())
    print(
        f"\nProcessor time to index {where}: {each}. All include the start of the program and "
        "writing its files; Pagefind's also includes finding the text in HTML, which Waypost's "
        "build has at hand: it reads the same paragraphs as JSON, as MiniSearch does.",
        flush=True,
    )
    if Engine.WAYPOST in seconds:
        yield from judge_cpu(
            where, seconds[Engine.WAYPOST], seconds.get(Engine.PAGEFIND), guides, languages
        )


def find_index(indexes: Sequence[Index], engine: Engine) -> Index | None:
    """The engine's index, if it was asked for."""
    return next((index for index in indexes if index.engine is engine), None)


def site_folder(folder: Path) -> Path:
    """Where `waypost build` leaves a site."""
    return folder / "build" / "site"
