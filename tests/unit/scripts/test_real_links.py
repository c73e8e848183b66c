"""A link that leads nowhere is found; one that leads somewhere is not."""

from __future__ import annotations

from pathlib import Path

from scripts.real_sites.links import BrokenLink, find_broken, load_broken_links, read_links


def _broken(html: str) -> list[str]:
    pages = {
        "index.html": read_links("<h1 id=top>Home</h1>"),
        "en/a/index.html": read_links(html),
        "en/b/index.html": read_links("<h2 id='who'>Who</h2>"),
    }
    return [link.href for link in find_broken(pages, frozenset({"style.css"}))]


def test_links_that_lead_somewhere_are_fine() -> None:
    html = (
        "<link href='gone.css'><p id=x><a href='../b/'>b</a><a href='../b/#who'>b</a>"
        "<a href='../../'>home</a><a href='../../index.html#top'>home</a><a href='#x'>x</a>"
        "<a href='../../style.css'>s</a><a href='https://example.org/'>e</a><a href='tel:1'>t</a>"
    )
    assert _broken(html) == []


def test_links_that_lead_nowhere_are_found() -> None:
    hrefs = ["#gone", "../../style.css/", "../b", "../b/#gone", "../b//", "../c/"]
    html = "".join(f"<a href='{href}'>x</a>" for href in hrefs)
    assert _broken(html) == hrefs


def test_an_id_that_stands_twice_is_found() -> None:
    assert _broken("<p id=a><p id=b><p id=a>") == ["#a"]


def test_a_site_on_the_disk_is_followed(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "index.html").write_text("<a href=en/>en</a>", "utf-8")
    (tmp_path / "en" / "index.html").write_text("<a href='../'>up</a><a href=x/>x</a>", "utf-8")
    expected = [BrokenLink("en/index.html", "x/")]
    assert load_broken_links(tmp_path) == (2, expected)
