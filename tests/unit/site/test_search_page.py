"""The page of results and the box: sound without script, and with all that the script must know."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest

from tests.unit.site.outline import find, outline
from tests.unit.site.sample import Sample
from waypost.locales.message import format_message, sample_counts
from waypost.model.replacing import replace
from waypost.site import words
from waypost.site.assets import NO_ASSETS
from waypost.site.fill import fill_program
from waypost.site.home_page import build_home_program
from waypost.site.listing_page import build_card_program
from waypost.site.locale import PageLocale
from waypost.site.not_found_page import render_not_found
from waypost.site.program import Program
from waypost.site.search_page import build_search_program, has_search
from waypost.site.search_words import count_forms
from waypost.site.words import load_drafts

FOLDER = Path(words.__file__).with_name("interface")
CODES = sorted(path.stem for path in FOLDER.glob("*.json"))


def write(program: Program, locale: PageLocale) -> str:
    return fill_program(program, locale, []).finish().decode("utf-8")


def show(code: str = "en") -> str:
    site = Sample(codes=() if code == "en" else (code,))
    return write(build_search_program(site.around), site.locale(code))


def attribute(html: str, name: str) -> str:
    found = re.search(rf' {name}=(?:"([^"]*)"|([^ >]*))', html)
    assert found is not None, name
    return unescape(found[1] if found[1] is not None else found[2])


def said(html: str) -> dict[str, object]:
    known = json.loads(attribute(html, "data-words"))
    assert isinstance(known, dict)
    return known


def test_it_is_sound_and_leads_on_without_script() -> None:
    html = show()
    page = outline(html)
    assert page.faults == []
    assert "<div id=found hidden>" in html
    assert '<form class="find quiet" role=search action="../a-z/"' in html
    visible = html[html.index("</div></div>") if "</div></div>" in html else html.index("</div>") :]
    for link in ('<a href="../driving/">', '<a href="../a-z/">', 'href="tel:'):
        assert link in visible
    assert "<noscript" not in html


def test_it_is_kept_from_search_engines_and_tells_nobody_what_was_asked() -> None:
    html = show()
    head = html[: html.index("<body")]
    assert '<meta name=robots content="noindex">' in head
    assert "<meta name=referrer content=no-referrer>" in head
    assert "rel=canonical" not in head
    assert "rel=alternate" not in head
    assert "name=waypost" not in head, (
        "it isn't one of the pages that are dangerous to be seen with"
    )


def test_the_script_finds_its_index_and_its_words() -> None:
    html = show("ar")
    assert attribute(html, "data-search") == "../../"
    assert attribute(html, "data-language") == "ar"
    assert attribute(html, "data-source") == "en"
    assert attribute(html, "data-locale") == "ar-u-nu-latn"
    known = said(html)
    drafts = load_drafts("ar")
    assert known["none"] == drafts["search_none"]
    assert known["busy"] == drafts["search_busy"]
    assert known["failed"] == drafts["search_failed"]
    assert known["in"] == {"en": "باللغة: الإنجليزية"}
    assert known["title"] == f"{drafts['search']} – Alder County"
    assert (known["two"], known["few"]) == ("نتيجتان", "# نتائج")


@pytest.mark.parametrize("code", CODES)
def test_a_count_reads_as_the_message_does(code: str) -> None:
    site = Sample(codes=() if code == "en" else (code,))
    forms = count_forms(site.locale(code))
    text = (
        words.load_english()["search_count"].text
        if code == "en"
        else load_drafts(code)["search_count"]
    )
    assert set(forms) == {*sample_counts(code), "other"}
    for category, count in sample_counts(code).items():
        shown = format_message(text, code, "US", {"n": count})
        assert forms[category].replace("#", str(count)) == shown
        assert "#" in forms[category] or count < 3


def test_russian_counts_twenty_one_as_one() -> None:
    forms = count_forms(Sample(codes=("ru",)).locale("ru"))
    assert forms["one"] == "# результат"
    assert forms["many"] == "# результатов"


def test_a_language_without_words_counts_as_the_words_do() -> None:
    site = Sample(codes=("mi",))
    html = write(build_search_program(site.around), site.locale("mi"))
    assert attribute(html, "data-language") == "mi"
    assert attribute(html, "data-locale") == "en-u-nu-latn"
    assert (said(html)["one"], said(html)["other"]) == ("# result", "# results")
    assert outline(html).faults == []


def test_what_the_source_has_is_offered_on_other_pages_alone() -> None:
    assert "<div id=found-also hidden><ol " in show()
    assert said(show())["in"] == {}
    html = show("es")
    assert "<section id=found-also hidden><h2>En inglés</h2>" in html
    assert said(html)["in"] == {"en": "En inglés"}


def test_a_name_of_a_site_is_text() -> None:
    site = Sample()
    name = 'A "B" <c> & d'
    frame = replace(site.frame, identity=replace(site.frame.identity, name=name))
    locale = PageLocale(site.source.language, frame, words.words_of("en", {}), {}, {})
    html = write(build_search_program(replace(site.around, frame=frame)), locale)
    assert said(html)["title"] == f"Search – {name}"
    assert "<c>" not in html


def test_only_pages_that_list_others_have_a_box_and_all_but_cards_lead_to_it() -> None:
    site = Sample(codes=("uk",))
    guide = site.html("en")
    assert "<form" not in guide
    assert "search.js" not in guide
    assert '<a class=all href="../search/">Search</a>' in guide
    assert "<a class=all href" not in show().replace('<a class=all href="#languages">', "")
    home = write(build_home_program(site.around), site.locale("en"))
    assert home.count("<form class=find ") == home.count("<script defer ") == 1
    assert said(home).get("title") is None
    card = write(build_card_program(site.around), site.locale("uk"))
    assert "search" not in card[card.index("<body") :]
    assert find(outline(show()), "Search").language == "en"


def test_a_site_without_search_leads_to_the_list_of_all_guides() -> None:
    site = Sample()
    around = replace(site.around, assets=NO_ASSETS)
    assert has_search(site.around.assets)
    assert not has_search(around.assets)
    home = write(build_home_program(around), site.locale("en"))
    assert "<form" not in home
    assert "search/" not in home
    assert '<p><a href="./a-z/">All guides, A–Z</a></p>' in home
    lost = render_not_found(around).decode("utf-8")
    assert "<form" not in lost
    assert "search/" not in lost
