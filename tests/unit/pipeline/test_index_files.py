"""Files of a search index told from others, and what a build says of its indexes."""

from __future__ import annotations

import pytest

from waypost.pipeline.build import SearchReport, report_search
from waypost.pipeline.index_files import manifest_path, name_language
from waypost.pipeline.plan import Searched


@pytest.mark.parametrize(
    ("path", "code"),
    [
        (manifest_path("zh-Hans"), "zh-Hans"),
        ("assets/search/pt-BR/abcdefg.js", "pt-BR"),
        ("assets/search.1a2b3c4d.js", ""),
        ("search/index.html", ""),
        ("es/search/index.html", ""),
        ("assets/map.1a2b3c4d.png", ""),
    ],
)
def test_a_file_of_an_index_names_its_language(path: str, code: str) -> None:
    assert name_language(path) == code


def test_what_was_made_anew_is_summed_up() -> None:
    searched = [Searched("en", {}, 60, 0.5), None, Searched("es", {}, 58, 0.25)]
    stood = Searched("ar", {}, 0, 0.01)
    report = report_search([*searched, stood])
    assert report == SearchReport(2, 118, 0.75)
    assert report.summary == "Search: 118 pages in 2 languages; 0.75 s of work."
    assert report_search([stood, None]) is None


def test_one_language_is_said_as_one() -> None:
    assert SearchReport(1, 52, 0.1).summary == "Search: 52 pages in 1 language; 0.10 s of work."
