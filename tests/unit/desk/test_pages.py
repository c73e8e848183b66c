"""The pages as HTML: whole, in the right languages, and harmless whatever the texts say."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import msgspec
import pytest

from tests.unit.desk.made import make_document, make_language, make_site, make_text
from waypost.desk.pages import make_language_pages, make_top_pages, name_document, summarise
from waypost.desk.values import DeskLanguage
from waypost.model.review_unit import Doubt, TermHit
from waypost.model.text import Risk
from waypost.model.translation import Freshness, Origin

ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    "[x](javascript:alert(1))",
    "</textarea></template></script><script>alert(1)</script>",
    "{{ 7 * 7 }}{% include '/etc/passwd' %}",
    "@@desk-body@@ @@desk-title@@",
    "--><b>x</b><!--",
    "&lt;script&gt; &#x3c;b&#x3e;",
)
_TAGS = {
    *("article", "bdi", "button", "code", "dd", "del", "details", "div", "dl", "dt", "form", "h1"),
    *(
        "h2",
        "h3",
        "header",
        "input",
        "ins",
        "kbd",
        "label",
        "li",
        "nav",
        "noscript",
        "ol",
        "option",
    ),
    *("p", "rect", "section", "select", "span", "strong", "sub", "summary", "svg", "ul", "a", "br"),
    *("em",),
}


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def _read(html: str) -> _Seen:
    seen = _Seen()
    seen.feed(html)
    return seen


def _pages(language: DeskLanguage, editor: str = "") -> dict[str, str]:
    pages = make_language_pages(make_site(editor), language)
    return {page.path: page.body for page in pages}


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_text_does_anything(attack: str) -> None:
    text = make_text(
        f"Say {attack}",
        f"Diga {attack}",
        address=attack,
        heading=attack,
        stamp=f"mt: {attack}",
        former_source=f"Tell {attack}",
        former_target=attack,
        doubts=(Doubt("T1", attack, is_blocking=True),),
        terms=(TermHit(attack, (attack,), attack, "required"),),
        hint=(attack, attack),
        facts=(("x", attack),),
        path=f"translations/es/{attack}.po",
    )
    name = "guides/renew"
    language = make_language(make_document(name, text))
    msgspec.structs.force_setattr(language.documents[0], "title", attack)
    pages = [*_pages(language).values(), *_pages(language, "https://host.example/edit/").values()]
    pages += [page.body for page in make_top_pages(make_site(), [summarise(language)])]
    for html in pages:
        for tag, attributes in _read(html).tags:
            assert tag in _TAGS
            assert not [name for name in attributes if name.startswith("on") or name == "style"]
            assert not attributes.get("href", "").strip().lower().startswith(("javascript", "data"))
    shown = "".join(_read(pages[1]).text)
    assert attack in shown


def test_source_and_translation_stand_in_their_languages() -> None:
    text = make_text(target="ادفع الآن.", language="ar")
    pages = _pages(make_language(make_document("guides/renew", text), code="ar"))
    html = pages["ar/guides.renew.html"]
    assert '<div class="side-text" lang="en" dir="ltr">Pay the fee now.</div>' in html
    assert '<div class="side-text" lang="ar" dir="rtl" data-shown>ادفع الآن.</div>' in html


def test_what_is_critical_stands_first_and_keeps_its_place_on_the_page() -> None:
    texts = [
        make_text("First.", address="a"),
        make_text("Second.", address="b", risk=Risk.CRITICAL),
        make_text("Third.", address="c"),
    ]
    html = _pages(make_language(make_document("guides/renew", *texts)))["es/guides.renew.html"]
    assert re.findall(r'data-order="(\d)"', html) == ["2", "1", "3"]
    assert html.index('id="critical"') < html.index('data-order="2"') < html.index('id="others"')


def test_a_change_is_marked_by_more_than_colour() -> None:
    text = make_text(
        "Pay at the office.", freshness=Freshness.STALE, former_source="Pay at the desk."
    )
    html = _pages(make_language(make_document("guides/renew", text)))["es/guides.renew.html"]
    assert '<del><span class="vh">removed: </span>desk</del>' in html
    assert '<ins><span class="vh">added: </span>office</ins>' in html
    assert "source has changed" in html


def test_states_are_words() -> None:
    texts = [
        make_text(origin=None, address="1"),
        make_text(origin=None, unusable="[x", address="2"),
        *[make_text(origin=origin, address=origin.value) for origin in Origin],
    ]
    html = _pages(make_language(make_document("guides/renew", *texts)))["es/guides.renew.html"]
    for words in (
        "not translated",
        "can’t be shown",
        "machine, unchecked",
        "draft, unchecked",
        "by a person, not reviewed",
        "reviewed",
    ):
        assert f">{words}</span>" in html


def test_one_language_links_its_documents_and_they_each_other() -> None:
    pages = _pages(
        make_language(
            make_document("phrases", make_text(document="phrases")),
            make_document("guides/renew", make_text()),
            make_document("guides/empty"),
        )
    )
    assert set(pages) == {"es/index.html", "es/phrases.html", "es/guides.renew.html"}
    assert 'href="phrases.html?show=open"' in pages["es/index.html"]
    assert 'href="guides.renew.html"' in pages["es/phrases.html"]
    assert "waypost review accept es guides/renew --as your-handle" in pages["es/guides.renew.html"]


def test_words_left_stand_on_the_pages_about_all_languages() -> None:
    text = make_text("word " * 1640, origin=None, document="interface")
    language = make_language(make_document("interface", text), code="so")
    start, coverage = make_top_pages(make_site(), [summarise(language)])
    assert "<strong>1,640 words left</strong>" in start.body
    assert "Somali core: 1,640 words left" in coverage.body
    assert 'href="so/index.html"' in start.body


def test_a_document_without_a_title_has_a_name() -> None:
    document = make_document("alerts/winter-closing", make_text())
    msgspec.structs.force_setattr(document, "title", "")
    assert name_document(document) == "Winter closing"
