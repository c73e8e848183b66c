"""Where pages stand, and the relative way from one to another, so that a site can be moved."""

from __future__ import annotations

HOME = ""
"""The id of the home page of a language."""
INDEX = "a-z"
LANGUAGES = "languages"
HOW_TRANSLATED = "how-translated"
"""The page of a language that says who has checked what."""
SHEET = "sheet"
"""The folder of a guide's sheet, within the guide's own."""
DEADLINES = "deadlines"
"""The page of a language that lists the days by which something is due."""
SEARCH = "search"
"""The page of a language that lists what a search has found."""
RESERVED = frozenset(
    {
        *(DEADLINES, INDEX, LANGUAGES, HOW_TRANSLATED, SEARCH),
        *("404", "index", "assets", "sitemap", "robots"),
    }
)


def page_path(language: str, page: str) -> str:
    """The file of a page, relative to the site's folder: `es/renew/index.html`."""
    return f"{language}/{page}/index.html" if page else f"{language}/index.html"


def neutral_path(page: str) -> str:
    """The file of a page's language-neutral address: `renew/index.html`."""
    return f"{page}/index.html" if page else "index.html"


def page_address(base: str, language: str, page: str) -> str:
    """The address of a page under `base`, which ends with a slash or is empty."""
    return f"{base}{language}/{page}/" if page else f"{base}{language}/"


def sheet_of(guide: str) -> str:
    """The id of a guide's sheet, which stands in the guide's folder."""
    return f"{guide}/{SHEET}"


def guide_of(sheet: str) -> str:
    """The id of the guide of a sheet; any other page's own id."""
    return sheet.removesuffix(f"/{SHEET}")


def up_to_language(page: str) -> str:
    """The relative way from a page to its language's folder."""
    return "../" * (page.count("/") + 1) if page else "./"


def up_to_site(page: str) -> str:
    """The relative way from a page of a language to the site's folder."""
    return "../" * (page.count("/") + 2) if page else "../"


def link_to(page: str, target: str, anchor: str = "") -> str:
    """The relative way from a page to another of the same language."""
    if page == target and anchor:
        return f"#{anchor}"
    if page != target and guide_of(page) == target:
        return f"../#{anchor}" if anchor else "../"
    way = f"{up_to_language(page)}{target}/" if target else up_to_language(page)
    return f"{way}#{anchor}" if anchor else way
