"""Nothing that an author or translator writes becomes a tag, a script or another's mark."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

import pytest

from tests.unit.site.outline import outline
from tests.unit.site.sample import GUIDE, Sample
from waypost.model.text import Segment
from waypost.model.translation import Freshness, Origin, Translation

EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><b style=color:red>"
KNOWN = frozenset(
    {"html", "head", "meta", "title", "link", "style", "body", "header", "main", "footer", "nav"}
    | {"a", "p", "h1", "h2", "h3", "div", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "th"}
    | {"td", "span", "bdi", "strong", "em", "small", "b", "br", "wbr"}
)


def evil(segment: Segment) -> Translation:
    text = EVIL
    if "{fee}" in segment.source:
        text = "{fee} [*x*]{1} " + EVIL
    return Translation(text, Origin.REVIEWED, Freshness.CURRENT)


def tags_of(html: str) -> set[str]:
    return {tag for tag, _ in outline(html).tags}


def test_a_translation_is_never_markup() -> None:
    html = Sample().html(own=evil, rest=evil)
    page = outline(html)
    assert tags_of(html) <= KNOWN
    assert page.faults == []
    assert "<script" not in html
    for _, attributes in page.tags:
        assert not [name for name in attributes if name.startswith("on") or name == "style"]


def test_an_override_of_an_interface_word_is_never_markup() -> None:
    words = {
        name: Translation(EVIL, Origin.REVIEWED, Freshness.CURRENT) for name in ("who", "cost")
    }
    html = Sample().html(overrides=words)
    assert tags_of(html) <= KNOWN
    assert outline(html).faults == []


def test_a_source_is_never_markup() -> None:
    text = GUIDE.replace("title: Renew", f"title: {EVIL.replace(chr(34), '')} Renew")
    html = Sample(text).html("en")
    assert tags_of(html) <= KNOWN
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JaVaScript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "vbscript:x",
        "file:///etc/passwd",
        "https:evil",
    ],
)
def test_other_targets_are_dropped_to_text(href: str) -> None:
    html = Sample(GUIDE.replace("({url.desk})", f"(<{href}>)")).html("en")
    assert "Ask here" in html
    assert f">{'Ask here'}</a>" not in html


@pytest.mark.parametrize(
    ("href", "shown"),
    [
        ("https://a.example/?b=1&c", 'href="https://a.example/?b=1&amp;c"'),
        ("http://old.example/", 'href="http://old.example/"'),
        ("mailto:a@b.example", 'href="mailto:a@b.example"'),
        ("tel:+15055550100", 'href="tel:+15055550100"'),
        ("id-card", 'href="../id-card/"'),
        ("id-card#cost", 'href="../id-card/#cost"'),
        ("guides/id-card.md", 'href="../id-card/"'),
        ("#cost", 'href="#cost"'),
        ("{url.desk}", 'href="https://desk.county.example/"'),
        ("files/form.pdf", 'href="../../files/form.pdf"'),
    ],
)
def test_these_targets_are_links(href: str, shown: str) -> None:
    html = Sample(GUIDE.replace("({url.desk})", f"({href})")).html("en")
    assert f"<a {shown}>Ask here</a>" in html


@pytest.mark.parametrize("code", ["en", "ar"])
def test_the_policy_allows_exactly_the_style_of_the_page(code: str) -> None:
    html = Sample().html(code)
    styles = re.findall(r"<style>(.*?)</style>", html)
    assert len(styles) == (1 if code == "en" else 2)
    digests = [b64encode(sha256(style.encode()).digest()).decode() for style in styles]
    sources = " ".join(f"'sha256-{digest}'" for digest in digests)
    assert f'style-src {sources}">' in html
    assert "default-src 'none'" in html
    assert html.index("Content-Security-Policy") < html.index("<style>")


def test_nothing_is_loaded_from_elsewhere_and_nothing_runs() -> None:
    html = Sample().html()
    page = outline(html)
    assert not [tag for tag, _ in page.tags if tag in {"script", "iframe", "object", "form"}]
    assert "@import" not in html
    assert "url(" not in html
    links = [given for tag, given in page.tags if tag == "link"]
    assert {given["rel"] for given in links} <= {"canonical", "alternate"}


def test_a_sensitive_page_leaves_no_trace_at_others() -> None:
    html = Sample(GUIDE.replace("summary:", "sensitive: yes\nsummary:")).html("en")
    assert "<meta name=referrer content=no-referrer>" in html
    page = outline(html)
    outside = [
        given for tag, given in page.tags if tag == "a" and given["href"].startswith("https://")
    ]
    assert len(outside) > 2
    for given in outside:
        if "county.example/r" in given["href"] or "wikipedia" in given["href"]:
            assert given["rel"] == "noreferrer"


def test_control_characters_of_content_are_no_marks() -> None:
    text = GUIDE.replace("title: Renew your license", 'title: "Renew\\x05 your\\x06 license"')
    html = Sample(text).html("en")
    assert not re.search(r"[\x00-\x08\x0b-\x1f]", html)


@pytest.mark.parametrize("name", ["audio", "sign_language"])
def test_a_recording_is_linked_only_where_that_is_harmless(name: str) -> None:
    evil = Sample(GUIDE.replace("summary:", f"{name}: 'javascript:alert(1)'\nsummary:"))
    assert "javascript" not in evil.html("en")
