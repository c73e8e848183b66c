"""Interface words: whose text stands, in which state, and none that no page says."""

from __future__ import annotations

import re
from pathlib import Path

from tests.unit.site.outline import find, outline
from tests.unit.site.sample import Sample
from waypost.model.text import Risk, Syntax
from waypost.model.translation import Freshness, Origin, Translation
from waypost.site import words
from waypost.site.words import interface_document, load_drafts, load_english, words_of

PACKAGE = Path(words.__file__).parent


def test_every_word_is_said_by_some_page() -> None:
    files = [*PACKAGE.glob("*.py"), *PACKAGE.rglob("*.html")]
    said = "".join(path.read_text("utf-8") for path in files)
    stems = tuple(re.findall(r'(?:word\(|say\(|words\[)f?["\']([a-z]+_)(?:"| ?~|\{)', said))
    answers = tuple(re.findall(r'\("(asks_[a-z]+)", ', said))
    lost = [
        name
        for name in load_english()
        if not re.search(rf"[\"']{name}(?:~[a-z]+)?[\"']", said)
        and not name.startswith(stems + answers)
    ]
    assert lost == []


def test_every_word_that_a_page_says_exists() -> None:
    files = [*PACKAGE.glob("*.py"), *PACKAGE.rglob("*.html")]
    said = "".join(path.read_text("utf-8") for path in files)
    assert set(re.findall(r'\bword\("([a-z_]+)(?:~[a-z]+)?"[,)]', said)) <= set(load_english())


def test_a_sites_own_word_stands_before_the_shipped_draft() -> None:
    own = Translation("¿Quién?", Origin.HUMAN, Freshness.CURRENT)
    known = words_of("es", {"who": own, "cost": None})
    assert known["who"] == own
    assert known["cost"] == Translation(load_drafts("es")["cost"], Origin.DRAFT, Freshness.CURRENT)


def test_a_region_of_a_language_has_the_drafts_of_the_language() -> None:
    assert words_of("es-MX", {}) == words_of("es", {})


def test_a_language_without_drafts_has_no_words_of_its_own() -> None:
    assert words_of("mi", {}) == {}


def test_english_counts_as_reviewed() -> None:
    assert {each.origin for each in words_of("en", {}).values()} == {Origin.REVIEWED}


def test_the_interface_is_a_document_whose_safety_words_are_critical() -> None:
    document = interface_document()
    assert document.name == "interface"
    assert {each.syntax for each in document.segments} == {Syntax.MESSAGE}
    risks = {each.address: each.risk for each in document.segments}
    assert risks["not_translated"] is Risk.CRITICAL
    assert risks["cost"] is Risk.STANDARD


def test_a_sentence_about_safety_is_in_both_languages_until_somebody_checked_it() -> None:
    text = "لا يسألون."
    word = {"asks_status_no": Translation(text, Origin.HUMAN, Freshness.CURRENT)}
    page = outline(Sample().html(overrides=word))
    assert find(page, text).language == "ar"
    assert find(page, "They do not ask about").language == "en"
    word = {"asks_status_no": Translation(text, Origin.REVIEWED, Freshness.CURRENT)}
    assert "They do not ask about" not in Sample().html(overrides=word)


def test_a_broken_message_falls_back_to_english() -> None:
    word = {"takes": Translation("{time", Origin.REVIEWED, Freshness.CURRENT)}
    page = outline(Sample().html(overrides=word))
    assert find(page, "It takes").language == "en"


def test_a_message_that_lost_its_argument_is_shown_as_it_is() -> None:
    word = {"takes": Translation("وقت", Origin.REVIEWED, Freshness.CURRENT)}
    assert "<p>وقت</p>" in Sample().html(overrides=word)


def test_a_stale_override_gives_way_to_the_draft_or_to_english() -> None:
    stale = Translation("من", Origin.REVIEWED, Freshness.STALE)
    assert words_of("ar", {"who": stale})["who"].text == load_drafts("ar")["who"]
    page = outline(Sample(codes=("mi",)).html("mi", overrides={"who": stale}))
    assert find(page, "Who can get this").language == "en"
