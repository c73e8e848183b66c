"""Measures search on the news, real guides and 5,000 synthetic pages; prints tables.

Touches the disk and the browser.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from scripts.benchmark.guides import SetupError
from scripts.real_sites.building import PROJECT, BuildError, build_site
from scripts.real_sites.veterans import convert_veterans
from scripts.search_bench.bench import (
    Bench,
    ask_all,
    draw_questions,
    find_index,
    judge_indexing,
    print_unique,
    say,
    site_folder,
    time_all,
    weigh_all,
)
from scripts.search_bench.documents import MissingCorpusError, load_built_guides, load_news
from scripts.search_bench.engines import Engine, Index, time_edits, time_site_edits
from scripts.search_bench.limits import Verdict, judge_edit, judge_means, judge_rivals
from scripts.search_bench.options import read_options
from scripts.search_bench.packages import install_packages
from scripts.search_bench.queries import Kind, Query
from scripts.search_bench.residents import measure_residents
from scripts.search_bench.synthetic import make_documents
from scripts.search_bench.table import render_verdicts
from scripts.search_bench.words import read_vocabulary
from tests.browser.chromium import NotInstalledError, start_chromium

_PIVOT = "en"
_SECOND_PIVOT = "es"
_SYNTHETIC = 5_000
_ASKED_OF_SYNTHETIC = (Kind.EXACT, Kind.PREFIX, Kind.TYPO)


def main() -> int:
    """0 when every limit holds, 1 when one is missed, 2 when something could not run."""
    options = read_options(tuple(_PARTS))
    verdicts: list[Verdict] = []
    try:
        load_news(options.corpora, options.languages)  # says at once what isn't there
        packages = install_packages(PROJECT)
        with tempfile.TemporaryDirectory() as profile:
            browser = start_chromium(Path(profile))
            try:
                bench = Bench(options, packages, browser)
                for part in options.parts:
                    verdicts += _PARTS[part](bench)
            finally:
                browser.quit()
    except (MissingCorpusError, SetupError, BuildError, NotInstalledError) as error:
        print(error, file=sys.stderr)
        return 2
    print("\n".join(render_verdicts(verdicts)))
    return 0 if all(each.holds for each in verdicts) else 1


def _measure_news(bench: Bench) -> Iterator[Verdict]:
    options = bench.options
    # All of it is read: English and Spanish tell which words of a language belong together.
    news = load_news(options.corpora, ())
    codes = options.languages or tuple(news)
    say(f"Drawing queries in {len(codes)} languages …")
    vocabularies = {
        code: read_vocabulary(code, news[code]) for code in {*codes, _PIVOT, _SECOND_PIVOT}
    }
    questions: dict[tuple[str, Kind], tuple[Query, ...]] = {}
    for code in codes:
        pivot = vocabularies[_SECOND_PIVOT if code == _PIVOT else _PIVOT]
        questions.update(draw_questions(options, news[code], vocabularies[code], pivot))
    collection = {code: news[code] for code in codes}
    indexes = bench.make_indexes(collection, "news")
    scores = ask_all(bench, indexes, questions)
    yield from judge_means(scores)
    yield from judge_rivals(scores)
    print_unique(questions, vocabularies)
    yield from weigh_all(bench, "62 news pages", indexes, questions)
    yield from judge_indexing("62 news pages", indexes, len(news[codes[0]]), len(codes))
    own = find_index(indexes, Engine.WAYPOST)
    if own is not None:
        yield from time_all(bench, own, questions)
        yield _judge_edit(own, "62 news pages")


def _measure_veterans(bench: Bench) -> Iterator[Verdict]:
    options = bench.options
    site = options.folder / "veterans" / "site"
    corpus = options.corpora / "veterans"
    if not corpus.is_dir():
        raise MissingCorpusError(f"The guides are not at {corpus}: name their folder by --corpora.")
    say("Building the veterans' guides …")
    convert_veterans(corpus, site)
    build_site(site)
    documents = load_built_guides(site, "en")
    questions = draw_questions(options, documents, read_vocabulary("en", documents), None)
    made = bench.make_indexes({"en": documents}, "veterans")
    # Asked and weighed is what the real site has; timed is the index alone, as the others'.
    real = site_folder(site)
    asked = [
        replace(index, folder=real, pages={"en": "en/search/index.html"})
        if index.engine is Engine.WAYPOST
        else index
        for index in made
    ]
    where = f"{len(documents)} veterans' guides"
    print(f"\n## {where}")
    # No means: guides of one office that say nearly the same are many, for every engine.
    for verdict in judge_rivals(ask_all(bench, asked, questions)):
        yield replace(verdict, limit=f"{where}: {verdict.limit}")
    yield from weigh_all(bench, where, asked, questions)
    yield from judge_indexing(where, made, len(documents), 1)
    own = find_index(asked, Engine.WAYPOST)
    if own is not None:
        for verdict in time_all(bench, own, questions):
            yield replace(verdict, limit=f"{where}: {verdict.limit}")
        yield from _judge_site_edit(site, where)


def _measure_synthetic(bench: Bench) -> Iterator[Verdict]:
    options = replace(bench.options, kinds=_ASKED_OF_SYNTHETIC, count=_SYNTHETIC)
    bench = replace(bench, options=options)
    news = load_news(options.corpora, options.synthetic)
    print("\n## Synthetic pages")
    for code, documents in news.items():
        say(f"Writing {_SYNTHETIC} pages in {code} …")
        texts = [sentence for each in documents for sentence in each.sentences]
        site = options.folder / "veterans" / "site"
        if code == "en" and site_folder(site).is_dir():
            guides = load_built_guides(site, code)
            texts += [sentence for each in guides for sentence in each.sentences]
        made = make_documents(code, texts, _SYNTHETIC, options.seed)
        questions = draw_questions(options, made, read_vocabulary(code, made), None)
        indexes = bench.make_indexes({code: made}, f"synthetic-{code}")
        where = f"{_SYNTHETIC:,} synthetic pages, {code}"
        yield from weigh_all(bench, where, indexes, questions)
        yield from judge_indexing(where, indexes, len(made), 1)


def _judge_edit(index: Index, where: str) -> Verdict:
    times: Mapping[str, float] = json.loads(time_edits(index))
    shown = ", ".join(f"{code} {time:.0f}" for code, time in times.items())
    print(f"\nMilliseconds after one edited sentence: {shown}.", flush=True)
    verdict = judge_edit(times)
    return replace(verdict, limit=f"{where}: {verdict.limit}")


def _judge_site_edit(site: Path, where: str) -> Iterator[Verdict]:
    edits: Mapping[str, Mapping[str, float]] = json.loads(time_site_edits(site))
    print("\nProcessor time after an edit of a guide, as the preview indexes it, at most:")
    for kind, times in edits.items():
        print(
            f"- {kind}: {times['language']:.0f} ms; its process in all {times['process']:.0f} ms, "
            f"the preview {times['preview']:.0f} ms; the index stood after {times['wait']:.0f} ms.",
            flush=True,
        )
        verdict = judge_edit({"en": times["process"]})
        yield replace(verdict, limit=f"{where}, by the preview, {kind}: {verdict.limit}")


_PARTS: dict[str, Callable[[Bench], Iterator[Verdict]]] = {
    "news": _measure_news,
    "residents": measure_residents,
    "veterans": _measure_veterans,
    "synthetic": _measure_synthetic,
}
