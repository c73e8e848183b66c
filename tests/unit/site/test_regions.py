"""What the reader sees by the state of each text: one region of source a section, and levels."""

from __future__ import annotations

import re

import pytest

from tests.unit.site.outline import find, outline
from tests.unit.site.sample import GUIDE, Sample, State, machine, reviewed, state, without
from waypost.model.site import Level
from waypost.model.text import WAYFINDING, Risk, Segment
from waypost.model.translation import Freshness, Origin, Translation
from waypost.site.words import load_drafts

NOTICE = "لم يُترجم هذا الجزء"
ARABIC = {
    "not_translated": Translation(
        "لم يُترجم هذا الجزء. اتصل {phone} وقل {language}.", Origin.DRAFT, Freshness.CURRENT
    )
}


def regions(html: str) -> list[str]:
    return re.findall(r"<div lang=en dir=ltr class=source>(.*?)</div>", html)


def test_all_reviewed_is_all_in_the_readers_language() -> None:
    html = Sample().html()
    assert regions(html) == []
    assert find(outline(html), "«Renew it before").language == "ar"


def test_one_missing_paragraph_makes_one_region_with_a_sentence_before_it() -> None:
    html = Sample().html(own=without("body/what-to-do/p-2"), overrides=ARABIC)
    assert len(regions(html)) == 1
    assert regions(html)[0].startswith("<p>Pay the fee of <bdi translate=no>$32</bdi>.")
    assert html.count(NOTICE) == 1
    before = html[: html.index("<div lang=en dir=ltr class=source>")]
    assert NOTICE in before[-700:]
    page = outline(html)
    assert find(page, "«Find the number").language == "ar"
    assert find(page, "Pay the fee of").language == "en"
    assert find(page, "Pay the fee of").direction == "ltr"


def test_the_region_reaches_from_the_first_to_the_last_missing_block() -> None:
    def how(segment: Segment) -> Translation | None:
        missing = {"body/what-to-do/p-1", "body/what-to-do/li-2"}
        return None if segment.address in missing else reviewed(segment)

    html = Sample().html(own=how)
    assert len(regions(html)) == 1
    assert "«Pay the fee" not in html
    assert "Pay the fee of" in regions(html)[0]
    assert "<li>Wait." in regions(html)[0]


def test_the_heading_stays_in_the_readers_language_and_links_to_the_source() -> None:
    html = Sample().html(own=without("who/"))
    page = outline(html)
    assert 'href="../../en/renew/#who"' in html
    headings = [text for text in page.texts if "h2" in text.path]
    assert {text.language for text in headings} == {"ar"}


@pytest.mark.parametrize("origin", [Origin.MACHINE, Origin.DRAFT, Origin.HUMAN])
def test_a_critical_text_that_nobody_reviewed_is_never_shown(origin: Origin) -> None:
    html = Sample().html(own=state(origin), rest=state(origin))
    assert "«Your license is valid.»" not in html
    assert "Your license is valid." in html


def test_a_stale_critical_text_is_never_shown() -> None:
    stale = state(Origin.REVIEWED, Freshness.STALE)
    html = Sample().html(own=stale, rest=stale)
    assert "«You are 18" not in html
    assert "«You live here.»" not in html


def test_no_source_is_lost() -> None:
    html = Sample().html(own=machine, rest=machine)
    for words in ("You live here.", "You are 18 or older.", "You take the test again."):
        assert words in html


def test_the_first_notice_of_a_page_is_in_both_languages_until_reviewed() -> None:
    def how(segment: Segment) -> Translation | None:
        return None if segment.risk == Risk.CRITICAL else reviewed(segment)

    html = Sample().html(own=how, overrides=ARABIC)
    assert len(regions(html)) > 1
    assert html.count(NOTICE) == len(regions(html))
    assert html.count("This part is not translated yet") == 1
    assert html.index(NOTICE) < html.index("This part is not translated yet")
    checked = {
        name: Translation(each.text, Origin.REVIEWED, Freshness.CURRENT)
        for name, each in ARABIC.items()
    }
    html = Sample().html(own=how, overrides=checked)
    assert "This part is not translated yet" not in html


def test_the_notice_names_the_language_in_english() -> None:
    html = Sample().html(own=without("who/"), overrides=ARABIC)
    assert "<bdi lang=en translate=no>Arabic</bdi>" in html


@pytest.mark.parametrize(
    ("own", "noted"),
    [(reviewed, False), (state(Origin.HUMAN), False), (machine, True), (state(Origin.DRAFT), True)],
)
def test_unchecked_text_is_noted_once(own: State, noted: bool) -> None:
    html = Sample().html(own=own)
    assert html.count("<p class=unchecked") == int(noted)


def test_a_noted_text_within_a_region_of_source_needs_no_note() -> None:
    def how(segment: Segment) -> Translation | None:
        if segment.address == "body/what-to-do/p-2":
            return machine(segment)
        return without("body/what-to-do/")(segment)

    html = Sample().html(own=how)
    assert "«Pay the fee" not in html
    assert "<p class=unchecked" not in html


def test_the_note_stands_below_title_answer_and_call_button() -> None:
    html = Sample().html(own=machine)
    marks = ("<h1", "<p class=lead", "class=call", "<dl", "<p class=unchecked", "<h2 id=ways")
    places = [html.index(mark) for mark in marks]
    assert places == sorted(places)


def only(*addresses: str) -> State:
    return lambda segment: (
        reviewed(segment)
        if segment.role in WAYFINDING or segment.address.startswith(addresses)
        else None
    )


def test_levels() -> None:
    sample = Sample()
    assert sample.fill().level is Level.WHOLE
    nothing = sample.fill(own=only(), rest=lambda _: None)
    assert nothing.level is Level.STUB
    assert nothing.shown_words == 0
    some = sample.fill(own=only("who"), rest=only("lives"))
    assert some.level is Level.SOURCE
    assert 0 < some.shown_words < some.total_words / 2


def test_the_notice_of_a_mostly_source_page_keeps_each_language_in_one_piece() -> None:
    html = Sample().html(own=only("who", "need"), rest=reviewed, overrides=ARABIC)
    notice = html.partition("<p class=notice")[2].partition("<div")[0]
    assert notice.count("<span class=beside") == 1
    own, _, beside = notice.partition("<span class=beside")
    said = (load_drafts("ar")[name] for name in ("mostly_source", "interpreter_line"))
    assert all(each.partition("{")[0].strip() in own for each in said)
    for english in ("Most of this page is not translated yet.", "For a free interpreter, call"):
        assert english in beside
        assert english not in own


def test_sentences_of_the_notice_stand_as_the_script_sets_them() -> None:
    html = Sample(codes=("zh-Hans",)).html("zh-Hans", own=only("who", "need"), rest=reviewed)
    notice = html.partition("<p class=notice")[2].partition("<span class=beside")[0]
    assert notice.count("。") == 3
    assert "。 " not in notice.removesuffix(" ")


def test_a_mostly_source_page_is_source_with_the_translated_parts_marked() -> None:
    html = Sample().html(own=only("who", "need"), rest=reviewed)
    assert "<main id=main lang=en dir=ltr>" in html
    page = outline(html)
    assert page.faults == []
    assert find(page, "Find the number").language == "en"
    assert find(page, "«Your old license»").language == "ar"
    assert find(page, "«Renew your license»").language == "ar"
    assert {text.language for text in page.texts if "h2" in text.path} == {"ar"}
    notice = next(given for tag, given in page.tags if given.get("class") == "notice")
    assert notice.get("lang", "ar") == "ar"
    order = ("<h1", "<p class=notice", "<p class=lead")
    assert [html.index(each) for each in order] == sorted(map(html.index, order))


@pytest.mark.parametrize("own", [only("who", "need"), only(), reviewed])
def test_the_way_out_of_a_sensitive_page_comes_first(own: State) -> None:
    guide = GUIDE.replace("agency: desk\n", "agency: desk\nsensitive: yes\n", 1)
    html = Sample(guide).html(own=own, rest=reviewed)
    main = html.partition("<main")[2].partition(">")[2]
    assert main.startswith("<p class=exit")
    assert html.count("<p class=exit") == 1


def test_a_stub_says_what_it_is_and_how_to_reach_a_person() -> None:
    html = Sample().html(own=only(), rest=lambda _: None)
    assert '<meta name=robots content="noindex">' in html
    assert "«Renew your license»" in html
    assert 'href="tel:+15055550101"' in html
    assert 'href="../../en/renew/"' in html
    assert "What to do" not in html


def test_a_stub_notes_the_unchecked_texts_that_stand_on_it_and_no_others() -> None:
    def how(segment: Segment) -> Translation | None:
        return machine(segment) if segment.address == noted else only()(segment)

    noted = "title"
    html = Sample().html(own=how, rest=lambda _: None)
    assert "noindex" in html
    assert html.count("<p class=unchecked") == 1
    noted = ""
    html = Sample().html(own=how, rest=without("", machine))
    assert "noindex" in html
    assert "<p class=unchecked" not in html


def test_a_noted_text_that_stands_twice_is_noted_though_one_place_is_source() -> None:
    guide = GUIDE.replace("amount: fee}", "amount: {text: Some dollars}}")
    sample = Sample(guide)

    def how(segment: Segment) -> Translation | None:
        if segment.source == "Some dollars":
            return machine(segment)
        return None if segment.source == "Late renewal" else reviewed(segment)

    html = sample.html(own=how)
    assert html.count("«Some dollars»") == 1
    assert html.count("<p class=unchecked") == 1


def test_the_source_language_has_neither_notes_nor_links_to_itself() -> None:
    html = Sample().html("en")
    assert "<p class=notice" not in html
    assert "<p class=unchecked" not in html
    assert "class=orig " not in html
