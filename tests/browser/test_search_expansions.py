"""Words that stand on no page find it in a browser: what editors wrote, and other spellings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver

from tests.browser.asking import ask_browser
from tests.browser.serving import serve_folder
from tests.sites.running import build, copy_sources, lay_files

_WORDS = {
    "translations/en/search.yml": """
keywords: {library-card: [zorbly]}
synonyms: [glimmer => pothole]
best_bets: {"Free  library": trash-pickup}
""",
    "translations/es/search.yml": """
keywords: {library-card: [zorbito]}
best_bets: {"¿quién vota?": vaccines}
""",
}


@pytest.fixture(scope="module")
def address(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The example site with words of this test's own."""
    root = copy_sources(project, tmp_path_factory.mktemp("words") / "site")
    lay_files(root, _WORDS)
    assert build(root, jobs=None).written
    with serve_folder(root / "build" / "site") as served:
        yield served


@pytest.mark.parametrize(
    ("language", "pages"),
    [
        (
            "en",
            {
                "zorbly": "library-card",
                "glimmer": "report-pothole",
                "restraning order": "protective-order",
                "dl44": "renew-license",
            },
        ),
        (
            "es",
            {
                "zorbito": "library-card",
                "zorbly": "library-card",
                "glimmer": "report-pothole",
                "bakunas": "vaccines",
                "food stamps": "food-help",
            },
        ),
        (
            "zh-Hans",
            {"jiazhao": "renew-license", "駕照": "renew-license", "zorbly": "library-card"},
        ),
        ("ar", {"rukhsa": "renew-license", "zorbly": "library-card"}),
    ],
)
def test_words_that_stand_on_no_page_find_it(
    language: str, pages: dict[str, str], browser: webdriver.Chrome, address: str
) -> None:
    find = ask_browser(browser, address, language, list(pages))
    found = {query: find(query)[:3] for query in pages}
    assert {query for query, page in pages.items() if page not in found[query]} == set(), found


@pytest.mark.parametrize(
    ("language", "pages"),
    [
        ("en", {"free library!": "trash-pickup", "FREE LIBRARY": "trash-pickup"}),
        ("es", {"free library": "trash-pickup", "Quien vota": "vaccines"}),
    ],
)
def test_a_best_bet_stands_first(
    language: str, pages: dict[str, str], browser: webdriver.Chrome, address: str
) -> None:
    find = ask_browser(browser, address, language, list(pages))
    assert {query: find(query)[0] for query in pages} == pages
