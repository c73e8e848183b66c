"""Addresses are relative, so that a site works in any folder and from a file."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from tests.unit.site.sample import identity
from waypost.site.addresses import (
    HOME,
    link_to,
    neutral_path,
    page_address,
    page_path,
    up_to_language,
    up_to_site,
)
from waypost.site.sitemap import render_robots, render_sitemaps


def test_a_page_is_a_folder_with_an_index() -> None:
    assert page_path("es", "renew") == "es/renew/index.html"
    assert page_path("es", HOME) == "es/index.html"
    assert neutral_path("renew") == "renew/index.html"
    assert neutral_path(HOME) == "index.html"


@pytest.mark.parametrize(
    ("page", "target", "anchor", "way"),
    [
        ("renew", "id-card", "", "../id-card/"),
        ("renew", "id-card", "cost", "../id-card/#cost"),
        ("renew", "renew", "cost", "#cost"),
        ("renew", HOME, "", "../"),
        (HOME, "renew", "", "./renew/"),
        (HOME, HOME, "", "./"),
    ],
)
def test_the_way_from_a_page_to_another(page: str, target: str, anchor: str, way: str) -> None:
    assert link_to(page, target, anchor) == way


def test_the_way_up() -> None:
    assert (up_to_language("renew"), up_to_site("renew")) == ("../", "../../")
    assert (up_to_language(HOME), up_to_site(HOME)) == ("./", "../")
    assert page_address("https://a.example/x/", "es", HOME) == "https://a.example/x/es/"


def test_a_sitemap_for_each_language() -> None:
    outputs = render_sitemaps(identity("ar"), {"en": ["", "renew"], "ar": ["renew"], "so": []})
    assert [output.path for output in outputs] == [
        "sitemap.xml",
        "sitemap-en.xml",
        "sitemap-ar.xml",
    ]
    for output in outputs:
        root = ET.fromstring(output.data)
        assert root.tag.endswith(("sitemapindex", "urlset"))
    assert b"<loc>https://county.example/en/renew/</loc>" in outputs[1].data
    assert b"alternate" not in outputs[1].data


_MANY = ["ar", "es", "fr", "ht", "ko", "so", "vi", "am", "fa", "fil", "hmn", "km"]


def test_a_page_in_many_languages_names_them_in_the_sitemaps() -> None:
    published = {code: ["renew", *(["apply"] if code in {"en", "ar"} else [])] for code in _MANY}
    outputs = render_sitemaps(identity(*_MANY), {"en": ["renew", "apply"], **published})
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    link = "{http://www.w3.org/1999/xhtml}link"
    for output in outputs[1:]:
        urls = ET.fromstring(output.data).findall("s:url", space)
        named = {
            url.findtext("s:loc", "", space).split("/")[-2]: [
                (each.get("hreflang"), each.get("href")) for each in url.findall(link)
            ]
            for url in urls
        }
        assert named["renew"] == [
            (code, f"https://county.example/{code}/renew/") for code in ("en", *_MANY)
        ]
        assert named.get("apply", []) == []


def test_sitemaps_name_no_languages_where_that_would_weigh_too_much() -> None:
    pages = [f"page-{number}" for number in range(2000)]
    outputs = render_sitemaps(identity(*_MANY), dict.fromkeys(("en", *_MANY), pages))
    assert not any(b"alternate" in output.data for output in outputs)
    assert b"<loc>https://county.example/sitemap-ar.xml</loc>" in outputs[0].data


def test_robots_names_the_sitemap() -> None:
    assert b"Sitemap: https://county.example/sitemap.xml" in render_robots(identity()).data
