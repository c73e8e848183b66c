"""A site with every language that public services publish in: each page lists them all, rightly."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel import Locale

from tests.sites.running import build, lay_files, read_site
from tests.sites.small_site import CONTENT, SETTINGS
from waypost.locales.registry import find_language
from waypost.locales.typography import find_style_script

CODES = (
    (Path(__file__).parents[1] / "unit/locales/public_services.txt")
    .read_text(encoding="utf-8")
    .split()
)
MAIN = ("en", "es", "ar", "zh-Hans")
CORE = ("ur", "he", "km", "my", "hi", "th", "ja", "ko", "ru", "fa")
CARDS = tuple(code for code in CODES if code not in (*MAIN, *CORE))
_VOID = {"meta", "link", "input", "br", "wbr", "img", "hr"}


def _settings() -> str:
    lines = [
        f"        {code}: {{tier: {'full' if code == 'en' else 'core'}, main: yes}}"
        for code in MAIN
    ]
    lines += [f"        {code}: {{tier: core}}" for code in CORE]
    lines += [f"        {code}: {{tier: card}}" for code in CARDS]
    before, _, _ = SETTINGS.partition("        en:")
    return before + "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every page of the site, by its path."""
    root = tmp_path_factory.mktemp("many")
    lay_files(root, {**CONTENT, "mkdocs.yml": _settings()})
    build(root)
    site = read_site(root)
    return {path: data.decode() for path, data in site.items() if path.endswith(".html")}


@dataclass
class Item:
    """A link to a language as a browser reads it: marks that it lacks are those around it."""

    menu: str
    href: str
    lang: str
    dir: str
    current: bool
    translate: str
    text: str = ""


class _Menus(HTMLParser):
    """The links of the two menus of a page, in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.root: dict[str, str | None] = {}
        self.items: list[Item] = []
        self._menu, self._translate, self._open = "", "yes", False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "html":
            self.root = given
        elif tag == "header":
            self._menu = "main"
        elif tag == "nav" and given.get("aria-labelledby") == "languages":
            self._menu = "all"
        elif tag == "ul" and "names" in (given.get("class") or ""):
            self._menu, self._translate = "list", given.get("translate") or "yes"
        elif tag == "ul" and self._menu:
            self._translate = given.get("translate") or "yes"
        elif tag == "a" and self._menu and given.get("lang"):
            self.items.append(
                Item(
                    self._menu,
                    given.get("href") or "",
                    given.get("lang") or "",
                    given.get("dir") or self.root.get("dir") or "ltr",
                    "aria-current" in given,
                    self._translate,
                )
            )
            self._open = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._open = False
        elif tag in {"header", "nav"} or (tag == "ul" and self._menu == "list"):
            self._menu = ""

    def handle_data(self, data: str) -> None:
        if self._open:
            self.items[-1].text += data


def _read(html: str) -> _Menus:
    menus = _Menus()
    menus.feed(html)
    return menus


def _check(items: list[Item], codes: list[str]) -> None:
    """Each code has one link, with CLDR's or the supplement's name, script and direction."""
    assert sorted(each.lang for each in items) == sorted(codes)
    for each in items:
        language = find_language(each.lang)
        assert language is not None
        assert each.text == language.autonym
        assert each.dir == language.direction.value
        assert f"/{each.lang}/" in each.href
        assert each.translate == "no"


def test_more_than_130_are_switched_on(pages: dict[str, str]) -> None:
    assert len(set(CODES)) > 200
    assert {path.split("/")[0] for path in pages if path.count("/") == 1} >= set(CODES)


@pytest.mark.parametrize("code", [*MAIN, *CORE])
@pytest.mark.parametrize("page", ["", "parking-permit/", "a-z/", "hall/", "moving-here/"])
def test_every_page_lists_them_all_by_their_names(
    pages: dict[str, str], code: str, page: str
) -> None:
    menus = _read(pages[f"{code}/{page}index.html"])
    own = find_language(code)
    assert own is not None
    assert menus.root == {"lang": code} | ({"dir": "rtl"} if own.direction == "rtl" else {})
    for name, codes in (("main", list(MAIN)), ("all", CODES)):
        items = [each for each in menus.items if each.menu == name]
        _check(items, codes)
        current = [each.lang for each in items if each.current]
        assert current == [code] * (code in codes)
        for each in items:
            way = "" if each.lang in CARDS else page
            up = "../../" if page else "../"
            assert each.href == f"{up}{each.lang}/{way}"


def test_every_card_lists_them_all_and_says_its_language(pages: dict[str, str]) -> None:
    for code in CARDS:
        menus = _read(pages[f"{code}/index.html"])
        _check([each for each in menus.items if each.menu == "all"], CODES)
        language = find_language(code)
        assert language is not None
        assert menus.root.get("lang") == code
        assert menus.root.get("dir", "ltr") == language.direction.value


@pytest.mark.parametrize("path", ["index.html", "parking-permit/index.html", "404.html"])
def test_pages_outside_the_languages_list_them_all(pages: dict[str, str], path: str) -> None:
    _check([each for each in _read(pages[path]).items if each.menu == "list"], CODES)


@pytest.mark.parametrize("code", ["en", "ar", "ru"])
def test_the_page_of_languages_has_each_once_with_the_readers_name(
    pages: dict[str, str], code: str
) -> None:
    html = pages[f"{code}/languages/index.html"]
    menus = _read(html)
    _check([each for each in menus.items if each.menu == "list"], CODES)
    assert not [each for each in menus.items if each.menu == "all"]
    khmer = Locale.parse(code).languages["km"]
    assert re.search(rf"ភាសាខ្មែរ</a> <small>{khmer}</small>|ខ្មែរ</a> <small>{khmer}</small>", html)


def test_the_list_stands_in_the_order_of_its_scripts(pages: dict[str, str]) -> None:
    items = [each.text for each in _read(pages["en/index.html"]).items if each.menu == "all"]
    place = items.index
    assert place("Deutsch") < place("Español") < place("Русский") < place("עברית")
    assert place("עברית") < place("العربية") < place("हिन्दी") < place("ไทย") < place("日本語")


def _weigh(html: str) -> int:
    return len(gzip.compress(html.encode(), 9))


@pytest.mark.parametrize("code", ["en", "ar", "ja"])
def test_130_languages_weigh_at_most_2300_bytes_of_a_page_as_it_travels(
    pages: dict[str, str], code: str
) -> None:
    html = pages[f"{code}/parking-permit/index.html"]
    before, list_of_all, after = re.split(r"(?<=id=languages>)(.*)(?=</nav><footer>)", html)
    top, *items = list_of_all.split("<li>")
    assert len(items) == len(CODES)
    assert "hreflang" not in list_of_all
    some = "".join(f"<li>{each}" for each in items[: 2 * 99 : 2] + items[1 : 2 * 31 : 2])
    assert some.count("<li>") == 130
    weight = _weigh(before + top + some + after) - _weigh(before + top + after)
    assert weight <= 2_300


class _Kept(HTMLParser):
    """What a browser's translation is asked to leave as it is: (tag, class) → the texts in it."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[tuple[str, str, str]] = []
        self.loose: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in _VOID:
            return
        within = bool(self._open) and self._open[-1][1]
        if given.get("translate") == "no":
            self.kept.append((tag, given.get("class") or "", ""))
        keeps = given.get("translate") == "no" or (within and given.get("translate") != "yes")
        self._open.append((tag, keeps))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][1]:
            tag, name, text = self.kept[-1]
            self.kept[-1] = (tag, name, text + data)
        else:
            self.loose.append(data)


def test_a_browsers_translation_leaves_facts_and_names_alone_and_nothing_else(
    pages: dict[str, str],
) -> None:
    for path, html in pages.items():
        page = _Kept()
        page.feed(html)
        for tag, name, text in page.kept:
            if tag == "ul":
                assert name in {"row", "pages names", "cards"}, path
                continue
            assert tag in {"bdi", "span"}, (path, tag, text)
            assert len(text.split()) <= 6, (path, text)
        loose = " ".join(page.loose)
        assert "505-555-" not in loose, path
        assert "@town.example" not in loose, path
        assert "1 Main Street" not in loose, path


def test_a_page_has_the_style_of_its_own_script_only(pages: dict[str, str]) -> None:
    for code in CODES:
        html = pages[f"{code}/index.html"]
        styles = re.findall(r"<style>(.*?)</style>", html)
        language = find_language(code)
        assert language is not None
        plain = find_style_script(language) in {"Latn", "Cyrl", "Grek"}
        assert len(styles) == (1 if plain else 2), code
    assert "NotoNastaliqUrdu" in pages["ur/index.html"]
    assert "Nastaliq" not in pages["fa/index.html"]
    assert "Noto Sans Khmer" not in pages["my/index.html"]
