"""The interface words that Waypost ships are whole, well formed, and in the right language."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from datetime import date, time
from pathlib import Path

import pytest

from waypost.locales.formats import formats_for
from waypost.locales.message import (
    format_message,
    missing_categories,
    parse_message,
)
from waypost.locales.registry import find_language
from waypost.model.fact import Unit
from waypost.model.glossary import Glossary
from waypost.model.text import Role, Syntax
from waypost.site import words
from waypost.translation.quality.judge import find_blocking
from waypost.translation.quality.pair import Pair

FOLDER = Path(words.__file__).with_name("interface")
SHIPPED = sorted(path.stem for path in FOLDER.glob("*.json") if path.stem != "en")
SETTINGS = Path(__file__).parents[3] / "docs" / "web-teams" / "settings.md"
MAIN = ("ar", "es", "ht", "so", "vi", "zh-Hans")
CARD = ("am", "fa", "fil", "fr", "hmn", "km", "ko", "ne", "pt-BR", "ru", "sw", "uk")

CARD_PAGE = [
    "skip",
    "main_languages",
    "all_languages",
    "languages",
    "a_to_z",
    "questions",
    "copy_date",
    "call",
    "read_in",
    "offices",
    "choose_language",
    "home",
]
"""What stands around the sentences about interpreters: header, footer, buttons."""

OPPOSITES = [
    ("asks_ssn_yes", "asks_ssn_no"),
    ("asks_status_yes", "asks_status_no"),
    ("account_yes", "account_no"),
    ("on_behalf_yes", "on_behalf_no"),
    ("appointment_required", "appointment_none"),
    ("online_whole", "online_part"),
    ("way_whole", "way_part"),
    ("audit_clean", "audit_found"),
    ("open_until", "opens_at"),
    ("calendar_intro", "calendar_none"),
]

LENGTHS = ("takes", "grace")
"""Words whose {time} is how long something takes; elsewhere it is a time of the day."""

SCRIPT_NAMES: dict[str, tuple[str, ...]] = {
    "Arab": ("ARABIC",),
    "Armn": ("ARMENIAN",),
    "Beng": ("BENGALI",),
    "Cyrl": ("CYRILLIC",),
    "Deva": ("DEVANAGARI",),
    "Ethi": ("ETHIOPIC",),
    "Gujr": ("GUJARATI",),
    "Guru": ("GURMUKHI",),
    "Hans": ("CJK",),
    "Hant": ("CJK",),
    "Hebr": ("HEBREW",),
    "Jpan": ("CJK", "HIRAGANA", "KATAKANA"),
    "Khmr": ("KHMER",),
    "Kore": ("HANGUL",),
    "Laoo": ("LAO",),
    "Latn": ("LATIN",),
    "Mymr": ("MYANMAR",),
    "Taml": ("TAMIL",),
    "Telu": ("TELUGU",),
    "Thai": ("THAI",),
}
"""A script's code, and how Unicode's names of its letters begin."""

PLACE = re.compile(r"\{[^{}]*\}")
ENGLISH = words.load_english()
SAFETY = tuple(name for name, word in ENGLISH.items() if word.safety)

drafts = pytest.mark.parametrize("code", SHIPPED)


def _letters(text: str, code: str) -> str:
    """The letters that a reader sees of a message, those of every branch of a plural."""
    runs = (text[start:end] for start, end in parse_message(text, code).literals)
    return "".join(letter for run in runs for letter in run if letter.isalpha())


def _is_in(script: str, letter: str) -> bool:
    return unicodedata.name(letter, "").startswith(SCRIPT_NAMES[script])


def test_every_language_of_the_promise_has_a_file() -> None:
    assert set(SHIPPED) >= {*MAIN, *CARD}


def test_the_handbook_says_which_languages_have_drafts() -> None:
    said = re.search(r"as drafts in (\d+) languages[^(]*\(([^)]*)\)", SETTINGS.read_text("utf-8"))
    assert said is not None
    assert re.findall("`([^`]+)`", said[2]) == SHIPPED
    assert int(said[1]) == len(SHIPPED) >= 40


@drafts
def test_a_file_holds_texts_by_id_each_once(code: str) -> None:
    pairs = json.loads((FOLDER / f"{code}.json").read_text("utf-8"), object_pairs_hook=list)
    repeated = [name for name, count in Counter(name for name, _ in pairs).items() if count > 1]
    assert repeated == []
    assert all(isinstance(text, str) for _, text in pairs)


@drafts
def test_a_file_has_only_words_that_pages_use_in_the_order_of_english(code: str) -> None:
    names = list(words.load_drafts(code))
    assert names == [name for name in ENGLISH if name in set(names)]


@drafts
def test_no_text_is_blank_or_padded_or_decomposed(code: str) -> None:
    wrong = {
        name: text
        for name, text in words.load_drafts(code).items()
        if not _letters(text, code)
        or text != text.strip()
        or not unicodedata.is_normalized("NFC", text)
    }
    assert wrong == {}


@drafts
def test_no_text_has_a_straight_apostrophe(code: str) -> None:
    """In ICU it quotes what follows, so that an argument could show as it is written."""
    assert [name for name, text in words.load_drafts(code).items() if "'" in text] == []


@drafts
def test_a_text_has_the_arguments_of_the_english(code: str) -> None:
    wrong = {}
    for name, text in words.load_drafts(code).items():
        own, english = parse_message(text, code), parse_message(ENGLISH[name].text, "en")
        if set(own.arguments) != set(english.arguments) or set(own.counts) != set(english.counts):
            wrong[name] = (own.arguments, english.arguments)
    assert wrong == {}


@drafts
def test_an_argument_outside_a_plural_stands_as_often_as_in_english(code: str) -> None:
    wrong = {
        name: text
        for name, text in words.load_drafts(code).items()
        if parse_message(text, code).is_simple
        and Counter(PLACE.findall(text)) != Counter(PLACE.findall(ENGLISH[name].text))
    }
    assert wrong == {}


@drafts
def test_no_plural_lacks_a_category_of_the_language(code: str) -> None:
    lacking = {
        name: missing
        for name, text in words.load_drafts(code).items()
        if (missing := missing_categories(text, code))
    }
    assert lacking == {}


@drafts
def test_a_plural_says_how_many(code: str) -> None:
    """From three on by its number; one and two may be words, as the Arabic dual is."""
    for name, text in words.load_drafts(code).items():
        message = parse_message(text, code)
        if message.is_simple or len(message.arguments) > 1:
            continue
        for count in (3, 5, 11, 21, 100):
            shown = format_message(text, code, "US", {message.arguments[0]: count})
            assert str(count) in shown, (name, shown)


@drafts
def test_every_text_can_be_filled_in_and_shows_what_it_was_given(code: str) -> None:
    for name, text in words.load_drafts(code).items():
        message = parse_message(text, code)
        values: dict[str, str | int] = {
            each: 7 if each in message.counts else f"<{each}>" for each in message.arguments
        }
        shown = format_message(text, code, "US", values)
        assert not set("{}#") & set(shown), (name, shown)
        assert all(str(value) in shown for value in values.values()), (name, shown)


@drafts
def test_no_point_stands_after_that_of_a_date_or_a_time(code: str) -> None:
    """“9:00 a.m.” and “22 ноября 2026 г.” bring one, so a sentence may not end behind them."""
    formats, day = formats_for(code, "US"), date(2026, 11, 22)
    lengths = [formats.duration(2, None, unit) for unit in Unit]
    dates = dict.fromkeys(("date", "first", "last"), formats.date(day))
    doubled = {}
    for name, text in words.load_drafts(code).items():
        message = parse_message(text, code)
        for shown_time in lengths if name in LENGTHS else [formats.time(time(9))]:
            known: dict[str, str | int] = {**dates, "day": formats.day(day), "time": shown_time}
            for each in message.arguments:
                known.setdefault(each, 7 if each in message.counts else each)
            values = {each: known[each] for each in message.arguments}
            if ".." in (shown := format_message(text, code, "US", values)):
                doubled[name] = shown
    assert doubled == {}


@drafts
def test_a_text_is_in_the_script_of_its_language(code: str) -> None:
    """A line that slipped in from another language is found; "TTY" may stay in Latin."""
    language = find_language(code)
    assert language is not None
    wrong = {}
    for name, text in words.load_drafts(code).items():
        own = [_is_in(language.script, letter) for letter in _letters(text, code)]
        latin = [_is_in("Latn", letter) for letter in _letters(text, code)]
        if not any(own) or not all(a or b for a, b in zip(own, latin, strict=True)):
            wrong[name] = text
    assert wrong == {}


@drafts
def test_no_text_has_a_defect_for_which_a_translation_is_refused(code: str) -> None:
    refused = {}
    for name, text in words.load_drafts(code).items():
        glossary, source = Glossary(code), ENGLISH[name].text
        pair = Pair(source, text, Syntax.MESSAGE, Role.INTERFACE, "en", code, glossary)
        if (defect := find_blocking(pair)) is not None:
            refused[name] = defect.message
    assert refused == {}


@drafts
def test_sentences_about_safety_differ_from_each_other_and_from_english(code: str) -> None:
    texts = words.load_drafts(code)
    safety = [texts[name] for name in SAFETY if name in texts]
    assert [text for text, count in Counter(safety).items() if count > 1] == []
    assert [name for name in SAFETY if texts.get(name) == ENGLISH[name].text] == []


@drafts
def test_a_word_and_its_opposite_differ(code: str) -> None:
    texts = words.load_drafts(code)
    assert [pair for pair in OPPOSITES if texts.get(pair[0]) == texts.get(pair[1])] == []


@pytest.mark.parametrize("code", MAIN)
def test_the_main_languages_lack_no_word(code: str) -> None:
    assert [name for name in ENGLISH if name not in words.load_drafts(code)] == []


@drafts
def test_no_language_lacks_a_word_about_safety_or_of_its_card(code: str) -> None:
    texts = words.load_drafts(code)
    assert [name for name in (*SAFETY, *CARD_PAGE) if name not in texts] == []


def test_english_itself_is_well_formed() -> None:
    for name, word in ENGLISH.items():
        assert word.text.strip() == word.text != "", name
        assert "'" not in word.text, name
        assert missing_categories(word.text, "en") == (), name
