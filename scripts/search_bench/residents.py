"""Questions in residents' own words about real benefits, on a site without words of its own.

What a county has on its first day: no `search.yml`, only the texts and what ships with Waypost.
Touches the disk and the browser.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path

import yaml

from scripts.page_weight.server import serve
from scripts.real_sites.benefits import convert_benefits
from scripts.real_sites.building import build_site
from scripts.search_bench.asking import ask, open_driver
from scripts.search_bench.bench import Bench, say, site_folder
from scripts.search_bench.documents import MissingCorpusError, load_built_guides
from scripts.search_bench.engines import Engine, Index
from scripts.search_bench.limits import Verdict
from scripts.search_bench.queries import Query

LANGUAGES = ("en", "es")
_QUESTIONS = Path(__file__).with_name("benefit_questions")


@dataclass(frozen=True, slots=True)
class Question:
    """What is typed, and the benefits that a librarian would take for an answer (* for letters)."""

    text: str
    benefits: tuple[str, ...]

    def find_place(self, answer: Sequence[str]) -> int:
        """The first right page of an answer, counted from 1; 0 if there is none."""
        places = (
            at
            for at, page in enumerate(answer, 1)
            if any(fnmatchcase(page, each) for each in self.benefits)
        )
        return next(places, 0)


def load_questions(language: str) -> tuple[Question, ...]:
    """The questions of a language, in their order."""
    said = yaml.safe_load((_QUESTIONS / f"{language}.yml").read_text("utf-8"))
    return tuple(
        Question(text, (pages,) if isinstance(pages, str) else tuple(pages))
        for text, pages in said.items()
    )


def measure_residents(bench: Bench) -> Iterator[Verdict]:
    """Prints how often each engine has a right page first and among three; there is no limit."""
    corpus = bench.options.corpora / "benefits"
    if not corpus.is_dir():
        raise MissingCorpusError(f"The benefits are not at {corpus}: name their folder: --corpora")
    say("Building the benefits …")
    site = bench.options.folder / "benefits" / "site"
    convert_benefits(corpus, site)
    build_site(site)
    questions = {code: load_questions(code) for code in LANGUAGES}
    collection = {code: load_built_guides(site, code) for code in LANGUAGES}
    indexes = bench.make_indexes(collection, "benefits")
    print("\n## Residents' questions about benefits\n")
    print("| first / among three | questions | " + " | ".join(bench.options.engines) + " |")
    print("| --- | ---: |" + " ---: |" * len(indexes))
    places = {
        index.engine: _ask_each(bench, _take_real(index, site), questions) for index in indexes
    }
    for code, asked in questions.items():
        cells = [_render_share(each[code]) for each in places.values()]
        print(f"| {code} | {len(asked)} | {' | '.join(cells)} |", flush=True)
    yield from ()


def _take_real(index: Index, site: Path) -> Index:
    """Of Waypost the site itself, topics and agencies included, which is more to choose from."""
    if index.engine is not Engine.WAYPOST:
        return index
    pages = {code: f"{code}/search/index.html" for code in LANGUAGES}
    return replace(index, folder=site_folder(site), pages=pages)


def _ask_each(
    bench: Bench, index: Index, questions: Mapping[str, Sequence[Question]]
) -> dict[str, list[int]]:
    """Where the first right page stands, of each question of each language."""
    say(f"Asking {index.engine} …")
    found: dict[str, list[int]] = {}
    with serve(index.folder) as address:
        for code, own in questions.items():
            open_driver(bench.browser, index, address, code)
            answers = ask(bench.browser, [Query(each.text, "") for each in own])
            found[code] = [
                each.find_place(answer) for each, answer in zip(own, answers, strict=True)
            ]
            if bench.options.misses and index.engine is Engine.WAYPOST:
                for each, place in zip(own, found[code], strict=True):
                    if not 1 <= place <= 3:
                        print(f"{code}\t{each.text}\t{each.benefits[0]}\t{place or '–'}")
    return found


def _render_share(places: Sequence[int]) -> str:
    first = sum(place == 1 for place in places)
    three = sum(1 <= place <= 3 for place in places)
    return f"{100 * first / len(places):.0f} / {100 * three / len(places):.0f}"
