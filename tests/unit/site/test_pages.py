"""The other kinds of page: what stands on them, in which order, with which links."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

import pytest

from tests.unit.site.outline import Outline, find, outline
from tests.unit.site.sample import (
    GUIDE,
    Sample,
    State,
    machine,
    reviewed,
    state,
    translate,
)
from waypost.content.prose_reader import parse_journey, parse_page
from waypost.locales.registry import find_language
from waypost.model.journey import Journey
from waypost.model.phrase import PhraseUse
from waypost.model.place import PlainPage
from waypost.model.replacing import replace
from waypost.model.site import Level, PageKind
from waypost.model.text import Document, Role, Segment, Text
from waypost.model.translation import Origin, Translation
from waypost.segments.extract import (
    extract_agency,
    extract_journey,
    extract_office,
    extract_page,
)
from waypost.site.fill import fill_program
from waypost.site.fixed_page import render_moved, render_neutral
from waypost.site.guide_page import build_guide_program
from waypost.site.home_page import build_home_program
from waypost.site.index_page import build_index_program, listed_pages, render_index
from waypost.site.journey_page import build_journey_program
from waypost.site.languages_page import build_languages_program, render_languages
from waypost.site.listing_page import build_card_program, build_topic_program
from waypost.site.not_found_page import render_not_found
from waypost.site.office_page import build_office_program
from waypost.site.place_page import build_agency_program
from waypost.site.program import Program
from waypost.site.prose_page import build_plain_program
from waypost.site.shown_title import ShownTitle, show_title
from waypost.site.words import load_drafts

JOURNEY = """\
---
title: Moving here
summary: What to do first.
topics: [driving]
steps:
  - title: In your first week
    tasks: [{guide: renew, note: If you drive.}, {text: Meet your neighbors.}]
  - title: At the same time
    kind: choice
    join: and
    when: In two months
    tasks: [renew]
  - title: Later
    kind: optional
    tasks: [{text: Rest.}]
---

Take one step at a time.
"""

PAGE = "---\ntitle: About\n---\n\n## Who we are\n\nWe are the **county**.\n"


def show(
    sample: Sample, program: Program, document: Document | None, code: str, how: State = reviewed
) -> str:
    own = [] if document is None or code == "en" else translate(document, how)
    return fill_program(program, sample.locale(code), own).finish().decode()


def sound(html: str) -> Outline:
    page = outline(html)
    assert page.faults == []
    headings = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert headings[0] == 1
    assert headings.count(1) == 1
    assert all(b <= a + 1 for a, b in pairwise(headings))
    ids = [given["id"] for _, given in page.tags if "id" in given]
    assert len(ids) == len(set(ids))
    return page


def journey() -> Journey:
    found = parse_journey("content/journeys/moving.md", JOURNEY).value
    assert found
    return found


def plain() -> PlainPage:
    found = parse_page("content/pages/about.md", PAGE).value
    assert found
    return found


@pytest.mark.parametrize("code", ["en", "ar"])
def test_a_guide_has_its_sections_in_order(code: str) -> None:
    page = sound(Sample().html(code))
    ids = [given["id"] for tag, given in page.tags if tag == "h2" and "id" in given]
    order = ["ways", "who", "need", "cost", "asks", "what-to-do", "deadlines", "after-you-apply"]
    assert ids == [*order, "language-help", "contact", "languages"]


@pytest.mark.parametrize("code", ["en", "ar"])
def test_a_long_guide_lists_its_sections_and_each_link_leads_to_one(code: str) -> None:
    text = GUIDE + "\n\n## If you are refused\n\n" + "Ask again at any time. " * 60
    page = sound(Sample(text).html(code))
    ids = {given["id"] for tag, given in page.tags if tag == "h2" and "id" in given}
    nav = Sample(text).html(code).partition("<nav class=toc")[2].partition("</nav>")[0]
    linked = re.findall(r'href="#([^"]+)"', nav)
    assert set(linked) == ids - {"toc", "languages"}
    assert len(linked) == len(set(linked))


def test_a_short_guide_lists_no_sections() -> None:
    assert "class=toc" not in Sample().html("en")


def test_a_section_whose_title_holds_a_link_is_not_listed() -> None:
    text = GUIDE + "\n\n## Call {phone.desk}\n\n" + "Ask again at any time. " * 60
    nav = Sample(text).html("en").partition("<nav class=toc")[2].partition("</nav>")[0]
    assert nav
    assert "tel:" not in nav


def test_offices_say_their_hours_and_on_which_day_of_this_week_they_are_closed() -> None:
    sample = Sample()
    office = sample.shared.offices["mill"]
    holiday = replace(office.holidays[0], on=dt.date(2026, 11, 23))
    shut = replace(office, holidays=(holiday,))
    around = replace(sample.around, shared=replace(sample.shared, offices={"mill": shut}))
    extracted = sample.extracted
    program = build_guide_program(sample.guide, extracted.body, extracted.document, around)
    html = show(sample, program, extracted.document, "en")
    assert "<b>Closed:</b> Monday, November 23 – Thanksgiving" in html
    assert html.count("Thanksgiving") == 1
    usual = Sample().html("en")
    assert "Monday to Tuesday <bdi>8:00" in usual
    assert "Thanksgiving" not in usual, "a Thursday, on which the office is closed every week"


def test_a_sensitive_guide_has_the_name_of_the_site_as_its_title() -> None:
    html = Sample(GUIDE.replace("summary:", "sensitive: yes\nsummary:")).html("en")
    assert "<title>Alder County</title>" in html
    assert "<meta name=waypost content=sensitive>" in html
    assert "content=sensitive" not in Sample().html("en")


def test_a_guide_says_when_it_was_reviewed_and_when_it_was_copied() -> None:
    html = Sample().html("en")
    assert "November 2, 2026" in html
    assert "License team" in html
    assert "November 21, 2026" in html


def test_a_mistake_is_reported_by_mail() -> None:
    assert 'href="mailto:desk@county.example?subject=renew"' in Sample().html("en")


@pytest.mark.parametrize("code", ["en", "ar"])
def test_a_journey_numbers_its_steps_and_joins_those_at_one_time(code: str) -> None:
    sample = Sample()
    extracted = extract_journey(journey())
    program = build_journey_program(journey(), extracted.body, extracted.document, sample.around)
    html = show(sample, program, extracted.document, code)
    sound(html)
    steps = re.findall(r"<p class=count>.*?<b>(.*?)</b>", html)
    assert [re.findall("[0-9]", words) for words in steps] == [["1", "3"], ["2", "3"], ["3", "3"]]
    assert html.count("class=count") == 3
    assert 'href="../renew/"' in html


def test_a_journey_nobody_translated_is_a_stub() -> None:
    sample = Sample()
    extracted = extract_journey(journey())
    program = build_journey_program(journey(), extracted.body, extracted.document, sample.around)
    none = [None] * len(extracted.document.segments)
    assert fill_program(program, sample.locale("ar"), none).level is Level.STUB


@pytest.mark.parametrize("code", ["en", "ar"])
def test_a_plain_page(code: str) -> None:
    sample = Sample()
    extracted = extract_page(plain())
    program = build_plain_program(plain(), extracted.body, extracted.document, sample.around)
    html = show(sample, program, extracted.document, code)
    sound(html)
    assert "<strong>county</strong>" in html


@pytest.mark.parametrize("code", ["en", "ar"])
def test_an_agency_lists_what_it_does_and_where(code: str) -> None:
    sample = Sample()
    agency = sample.shared.agencies["desk"]
    document = extract_agency(agency)
    html = show(sample, build_agency_program(agency, document, sample.around), document, code)
    sound(html)
    assert 'href="../renew/"' in html
    assert 'href="../mill/"' in html
    assert "210 Mill Street" in html


def test_what_the_guide_says_of_help_the_agency_does_not_repeat() -> None:
    sample = Sample(
        GUIDE.replace("  - lives_here\n", "").replace("time:", "language_help: [lives_here]\ntime:")
    )
    help_of_agency = (PhraseUse("lives_here", ()), Text("language_help/2/text", "Ask Ana."))
    agency = replace(sample.shared.agencies["desk"], language_help=help_of_agency)
    shared = replace(sample.shared, agencies={"desk": agency})
    sample.around = replace(sample.around, shared=shared)
    page = sample.html("en")
    block = page[page.index("id=language-help") :]
    assert block.count("You live here.") == 1
    assert block.count("Ask Ana.") == 1


def test_an_office_is_never_a_stub() -> None:
    sample = Sample()
    office = sample.shared.offices["mill"]
    document = extract_office(office)
    program = build_office_program(office, document, sample.around)
    none = [None] * len(document.segments)
    filled = fill_program(program, sample.locale("ar"), none)
    assert filled.level is Level.SOURCE
    assert b"Ring the bell." in filled.finish()


@pytest.mark.parametrize("code", ["en", "ar"])
def test_home_shows_topics_with_their_guides(code: str) -> None:
    sample = Sample()
    html = show(sample, build_home_program(sample.around), None, code)
    sound(html)
    assert '<a href="./driving/">' in html
    assert '<a href="./renew/">' in html
    assert '<a href="../ar/"' in html


def test_a_topic_lists_its_guides_and_a_title_that_lacks_says_its_language() -> None:
    sample = Sample()
    program = build_topic_program(sample.shared.topics["driving"], sample.around)
    html = show(sample, program, None, "ar")
    assert "«Renew your license»" in html
    locale = sample.locale("ar", lambda _: None)
    page = outline(fill_program(program, locale, []).finish().decode())
    assert find(page, "Renew your license").language == "en"


def test_the_index_is_in_the_order_of_the_language() -> None:
    sample = Sample(codes=("ar",))
    locale = sample.locale("en")
    refs = listed_pages(tuple(sample.around.pages.values()))
    titles = [show_title(ref, locale) for ref in refs]
    listing = render_index(titles, locale)
    html = fill_program(build_index_program(sample.around), locale, [], listing).finish().decode()
    sound(html)
    names = re.findall(r'<li><a href="\.\./[\w-]+/">([^<]+)</a>', listing.shown["listing"])
    assert names == ["Mill Street", "Motor Vehicle Office", "Renew your license"]
    assert re.findall(r'<h2 id="(\w+)">(\w+)</h2>', listing.shown["listing"]) == [
        ("M", "M"),
        ("R", "R"),
    ]
    assert "<nav" not in listing.shown["listing"], "two letters need no list of letters"


def test_the_index_marks_titles_in_the_source_language() -> None:
    sample = Sample()
    locale = sample.locale("ar", lambda _: None)
    refs = listed_pages(tuple(sample.around.pages.values()))
    titles = [show_title(ref, locale) for ref in refs]
    assert all(title.is_source for title in titles)
    listing = render_index(titles, locale)
    assert "<span lang=en dir=ltr>Mill Street</span>" in listing.shown["listing"]


@pytest.mark.parametrize("how", [machine, state(Origin.DRAFT), reviewed])
def test_a_list_of_unchecked_titles_has_the_note(how: State) -> None:
    sample = Sample()
    locale = sample.locale("ar", how)
    refs = listed_pages(tuple(sample.around.pages.values()))
    listing = render_index([show_title(ref, locale) for ref in refs], locale)
    program = build_index_program(sample.around)
    html = fill_program(program, locale, [], listing).finish().decode()
    assert "«Mill Street»" in html
    assert html.count("<p class=unchecked>") == int(how is not reviewed)


def test_a_title_in_a_list_follows_the_policy() -> None:
    sample = Sample()
    ref = sample.around.pages["renew"]
    translated = show_title(ref, sample.locale("ar", machine))
    assert (translated.words, translated.is_source) == ("«Renew your license»", False)
    source = ShownTitle("renew", ref.title.source, is_source=True)
    assert show_title(ref, sample.locale("en")) == source


def test_the_list_of_languages_says_what_each_offers() -> None:
    sample = Sample(codes=("ar", "uk"))
    locale = sample.locale("en")
    program = build_languages_program(sample.around)
    html = fill_program(program, locale, [], render_languages(locale)).finish().decode()
    page = sound(html)
    assert find(page, "Every page").path[-1] == "h2"
    assert find(page, "Українська").language == "uk"
    assert find(page, "Ukrainian").language == "en"
    assert 'data-n="uk"' in html, "what stands on the page isn't said again"
    assert html.count("Українська") == 1, "the list isn't repeated below itself"


def test_a_card_says_how_to_reach_an_interpreter_in_both_languages() -> None:
    sample = Sample(codes=("uk",))
    html = show(sample, build_card_program(sample.around), None, "uk")
    page = sound(html)
    assert 'href="tel:+15055550101"' in html
    assert find(page, "I speak").language == "en"
    assert find(page, load_drafts("uk")["card_title"]).language == "uk"
    links = [given["href"] for tag, given in page.tags if tag == "a"]
    assert "../about/" not in links


def test_a_neutral_address_offers_every_language() -> None:
    sample = Sample(codes=("ar", "uk"))
    html = render_neutral(sample.around, sample.around.pages["renew"], ("en",)).decode()
    sound(html)
    assert '<a href="../ar/renew/" lang=ar dir=rtl>' in html
    assert '<a href="../uk/" lang=uk>' in html
    assert '<link rel=canonical href="https://county.example/renew/">' in html
    root = render_neutral(sample.around, None, ("en",)).decode()
    assert '<a href="./ar/" lang=ar' in root


def test_an_old_address_leads_on() -> None:
    sample = Sample()
    html = render_moved(sample.locale("ar"), sample.around.pages["renew"]).decode()
    sound(html)
    assert '<meta http-equiv=refresh content="0; url=../renew/">' in html
    assert '<a href="../renew/">«Renew your license»</a>' in html
    assert "noindex" in html
    assert "<p class=unchecked>" not in html
    unchecked = sample.locale("ar", machine)
    html = render_moved(unchecked, sample.around.pages["renew"], alias="old/place").decode()
    sound(html)
    assert '<a href="../../how-translated/">' in html[html.index("<p class=unchecked>") :]


def test_other_addresses_of_a_sensitive_guide_give_nothing_away() -> None:
    sample = Sample(codes=("ar",))
    ref = replace(sample.around.pages["renew"], sensitive=True)
    for html in (
        render_neutral(sample.around, ref, ("en",)).decode(),
        render_moved(sample.locale("ar"), ref, alias="old").decode(),
        render_moved(sample.around.source, ref, alias="old", neutral=True).decode(),
    ):
        sound(html)
        title = html[html.index("<title>") + 7 : html.index("</title>")]
        assert title == sample.frame.identity.name
        assert "<meta name=referrer content=no-referrer>" in html
        assert 'href="https://www.wikipedia.org/" rel=noreferrer' in html
    plain = render_neutral(sample.around, sample.around.pages["renew"], ("en",)).decode()
    assert "wikipedia" not in plain
    assert "Renew your license – " in plain


def test_what_does_not_exist_helps_on_from_any_depth() -> None:
    html = render_not_found(Sample().around).decode()
    page = sound(html)
    links = [given["href"] for tag, given in page.tags if tag == "a"]
    assert all(link.startswith(("/", "tel:")) for link in links)


def test_an_alert_stands_on_its_guide_until_it_ends() -> None:
    text = "message: {text: The office is closed.}\nend: 2026-11-30\nguides: [renew]\n"
    assert "The office is closed." in Sample(GUIDE, text).html("en")
    assert "The office is closed." not in Sample(GUIDE, text.replace("11-30", "11-20")).html("en")
    html = Sample(GUIDE, text).html(rest=machine)
    assert "«The office is closed.»" not in html
    assert "<div lang=en dir=ltr class=source><div class=alert>" in html


def test_every_kind_of_page_names_its_kind() -> None:
    sample = Sample()
    assert sample.program.kind is PageKind.GUIDE
    assert build_home_program(sample.around).kind is PageKind.HOME
    assert build_card_program(sample.around).kind is PageKind.CARD
    assert find_language("uk") is not None


def test_a_reviewed_phrase_of_an_alert_stands_though_its_own_words_are_not_translated() -> None:
    text = "message: lives_here\nmore: Bring a coat.\nend: 2026-11-30\nguides: [renew]\n"

    def only_phrases(segment: Segment) -> Translation | None:
        return reviewed(segment) if segment.role is Role.PHRASE else machine(segment)

    html = Sample(GUIDE, text).html(rest=only_phrases)
    page = sound(html)
    own, _, more = html.partition("«You live here.»")[2].partition("<div>")
    assert own == ""
    assert more.startswith("<span class=beside lang=en dir=ltr><b lang=ar dir=rtl>غير مترجم</b> ")
    assert find(page, "Bring a coat.").language == "en"
    assert "class=gap" not in html, "one box and a word on it, not a second box under a notice"
    assert html.count("class=alert>") == 1
    whole = Sample(GUIDE, text).html(rest=reviewed)
    assert "<div>«Bring a coat.»</div>" in whole
