"""The pages of a built site that search: where they stand, and that a site may do without them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.sites.running import build, read_site

_LANGUAGES = ("en", "es", "ar", "pl")
_SCRIPT = re.compile(r"assets/search\.[0-9a-f]{8}\.js")


def _add(root: Path, path: str, text: str) -> None:
    file = root / path
    before = file.read_text("utf-8") if file.is_file() else ""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(before + text, "utf-8")


@pytest.fixture
def town(site: Path) -> Path:
    """The small site with a page on privacy."""
    _add(
        site, "content/pages/privacy.md", "---\ntitle: Your privacy\nsummary: We ask little.\n---\n"
    )
    return site


def test_each_language_but_a_card_has_a_page_that_no_search_engine_lists(town: Path) -> None:
    build(town)
    files = read_site(town)
    pages = {path for path in files if path.endswith("/search/index.html")}
    assert pages == {f"{code}/search/index.html" for code in _LANGUAGES}
    for path in pages:
        assert b'<meta name=robots content="noindex">' in files[path], path
        assert b"<meta name=referrer content=no-referrer>" in files[path], path
    listed = [path for path in files if path.startswith("sitemap") and b"search/" in files[path]]
    assert listed == []


def test_a_script_and_an_index_stand_where_a_box_says(town: Path) -> None:
    build(town)
    files = read_site(town)
    boxes = [path for path, data in files.items() if b" data-search=" in data]
    kinds = ("", "a-z/", "search/", "streets/", "family/")
    assert set(boxes) == {
        "404.html",
        *(f"{code}/{kind}index.html" for code in _LANGUAGES for kind in kinds),
    }
    for path in boxes:
        page = files[path].decode("utf-8")
        (script,) = set(_SCRIPT.findall(page))
        assert script in files
        (language,) = re.findall(r"data-language=([^ >]+)", page)
        assert f"search/{language}.js" in files


def test_readers_are_told_what_a_search_gives_away(town: Path) -> None:
    build(town)
    assert b"roughly what you search for" in read_site(town)["en/privacy/index.html"]


def test_a_site_that_is_not_searched_says_nothing_of_it(town: Path) -> None:
    _add(town, "mkdocs.yml", "      search: no\n")
    build(town)
    files = read_site(town)
    assert [path for path in files if "search" in path] == []
    for path, data in files.items():
        assert b"search/" not in data, path
        assert b"<form" not in data, path
    assert b"what you search for" not in files["en/privacy/index.html"]
    assert b'<p><a href="./a-z/">' in files["en/index.html"]
