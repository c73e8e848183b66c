"""A site of one page with a box, and an index of a few pages. Touches the disk."""

from __future__ import annotations

import html
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from waypost.model.search import SearchField, SearchPage, SearchText
from waypost.search.index import build_index

Page = tuple[str, str, str, str]
"""Its id, title, summary and body."""

PAGES: tuple[Page, ...] = (
    (
        "water-bill",
        "Pay your water bill",
        "By mail, by phone or at the counter.",
        "Send a check with the bill. The meter is read each month. Late payments cost more.",
    ),
    (
        "renew-license",
        "Renew your driver’s license",
        "Renew online, by mail or in person before it expires.",
        "Bring the old license and a photo. If you lost it, ask for a new one.",
    ),
    (
        "food",
        "Get help to buy food",
        "A card that pays in most shops, also called food stamps.",
        "You can get food stamps if your household earns little.",
    ),
    (
        "meals",
        "Meals at school",
        "Breakfast and lunch are free for every child.",
        "Nobody has to apply. Ask the school for food without meat.",
    ),
    (
        "sidewalk",
        "Café tables on the sidewalk",
        "What a shop needs before it puts tables outside.",
        "The county looks at the width of the sidewalk.",
    ),
    (
        "constructor",
        "Permits for a constructor",
        "Who builds a house needs a permit first.",
        "Plans are looked at within ten days.",
    ),
)
_WORDS = {
    "one": "# result",
    "other": "# results",
    "none": "Nothing found.",
    "busy": "Searching …",
    "failed": "The search cannot be loaded.",
    "in": {"en": "In English"},
}
_POLICY = "default-src 'none'; script-src 'self'; form-action 'self'; base-uri 'none'"


def save_page(project: Path, folder: Path, language: str) -> None:
    """A page with a box, under the policy that real pages have, and the script."""
    shutil.copy(project / "src/waypost/site/static/search.js", folder / "search.js")
    words = html.escape(json.dumps(_WORDS))
    page = f"""<!doctype html><html lang={language}><meta charset=utf-8>
<meta http-equiv=Content-Security-Policy content="{_POLICY}"><title>Search</title>
<form class=find role=search action="../a-z/" data-search="../" data-language={language}
 data-source=en data-locale={language} data-words="{words}"><label for=q>Search</label>
<div><input id=q type=search maxlength=200><button>Search</button></div></form>
<script src="../search.js" defer></script>"""
    (folder / language).mkdir()
    (folder / language / "index.html").write_text(page, "utf-8")


def save_index(folder: Path, language: str, pages: Sequence[Page]) -> None:
    """The index of the pages, as a build writes it."""
    known = [_as_known(page, language) for page in pages]
    for path, data in build_index(known, {}, language, "en").files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def _as_known(page: Page, language: str) -> SearchPage:
    name, title, summary, body = page
    texts = (
        SearchText(SearchField.TITLE, language, title),
        SearchText(SearchField.SUMMARY, language, summary),
        SearchText(SearchField.BODY, language, body),
    )
    return SearchPage(name, "", title, language, summary, texts)
