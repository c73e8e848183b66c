"""Digits are compared by what they mean, and a changed one never passes."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.translation.quality.test_check_list import make_pair
from waypost.model.glossary import Term, TermRule
from waypost.translation.quality.numbers import find_numbers


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("Pay $1,250.50.", "Pague $1.250,50.", "es"),
        ("Open from 9 a.m. to 5 p.m.", "Abierto de 9:00 a 17:00.", "es"),
        ("Open from 9:00 to 17:00.", "Abierto de 9.00 a 17.00.", "es"),
        ("From 9:30 a.m. to 5:30 p.m.", "De 9 h 30 à 17 h 30.", "fr"),
        ("By noon", "Antes de las 12:00", "es"),
        ("three days", "3 días", "es"),
        ("3 days", "tres días", "es"),
        ("the third visit", "la 3.ª visita", "es"),
        ("3 children", "трое детей", "ru"),
        ("5 days", "panj roj 5", "ku"),
        ("3 days", "saddex maalmood", "so"),
        ("3 days", "twa jou", "ht"),
        ("3 days", "三天", "zh-Hans"),
        ("3 days", "ثلاثة أيام", "ar"),
        ("10,000 people", "10 000 personnes", "fr"),
        ("10,000 people", "10\u202f000 personnes", "fr"),
        ("50,000 people", "5万人", "zh-Hans"),
        ("1.5 million people", "150 万人", "zh-Hans"),
        ("four million people", "400만 명", "ko"),
        ("Call 800-772-1213.", "Llame al (800) 772-1213.", "es"),
        ("Call 1-800-772-1213.", "Appelez le 1 800 772 1213.", "fr"),
        ("You are 18 or older.", "عمرك ١٨ عامًا أو أكثر.", "ar"),
        ("You are 18 or older.", "तपाईं १८ वर्ष वा माथि हुनुहुन्छ।", "ne"),
        ("On 4/15/2026", "Am 15.04.2026", "de"),
        ("On April 15, 2026", "2026年4月15日", "zh-Hans"),
        ("By mid-October", "Trước giữa tháng 10", "vi"),
        ("in the 1930s", "20世纪30年代", "zh-Hans"),
        ("in 2018", "ในปี 2561", "th"),
        ("at 9:00 a.m.", "saa 3:00 asubuhi", "sw"),
        ("the 20th century", "el siglo XX", "es"),
        ("two decades", "20 años", "es"),
        ("$35.00", "35 $", "fr"),
        ("Pay {fee} in 2 days", "Pague {fee} en 2 días", "es"),
        ("Number 10000000", "Número 10000000", "es"),
        ("Text", "Texto", "es"),
    ],
)
def test_the_same_number_in_another_dress_is_fine(source: str, target: str, language: str) -> None:
    assert list(find_numbers(make_pair(source, target, language))) == []


@pytest.mark.parametrize(
    ("source", "target", "language", "message"),
    [
        ("You are 62.", "Tiene 65.", "es", "“65” stands where the source has “62”"),
        ("You are 18.", "Tiene 81.", "es", "“81” stands where the source has “18”"),
        ("Pay $1,250.50.", "Pague $1.520,50.", "es", "“1.520,50” stands where"),
        ("until 5 p.m.", "hasta las 5:00 a. m. del día 6", "es", "“6” isn't in the source"),
        ("until 5 p.m.", "hasta las 18:00", "es", "“18:00” stands where the source has “5”"),
        ("until 5 a.m.", "hasta las 17:00", "es", "“17:00” stands where the source has “5”"),
        ("5 years", "17 años", "es", "“17” stands where the source has “5”"),
        ("Call 555-0134.", "Llame al 555-0143.", "es", "“0143” stands where"),
        ("Call 800-772-1213.", "Llame al 800-727-1213.", "es", "“727” stands where"),
        ("Within 30 days.", "Dans les jours.", "fr", "“30” of the source is missing"),
        ("In time.", "In 7 Tagen.", "de", "“7” isn't in the source"),
        ("50,000 people", "50万人", "zh-Hans", "“50” stands where the source has “50,000”"),
        ("4 days", "tres días", "es", "“4” of the source is missing"),
        ("You may pay 9 dollars.", "Puede pagar 5 dólares.", "es", "“5” stands where"),
        ("You are 18.", "عمرك ٨١ عامًا.", "ar", "“81” stands where the source has “18”"),
    ],
)
def test_another_number_is_found(source: str, target: str, language: str, message: str) -> None:
    (said,) = find_numbers(make_pair(source, target, language))
    assert said.startswith(message)


def test_the_glossarys_way_to_say_a_number_is_fine() -> None:
    term = Term("24/7", TermRule.REQUIRED, ("a toda hora",))
    pair = make_pair("Call 24/7.", "Llame a toda hora.", terms=(term,))
    assert list(find_numbers(pair)) == []
    assert list(find_numbers(make_pair("Call 24/7.", "Llame a toda hora."))) != []


def test_burmese_wa_written_as_nought_is_a_letter() -> None:
    assert list(find_numbers(make_pair("Pay the fee.", "၀န်ဆောင်ခ ပေးပါ။", "my"))) == []
    assert list(find_numbers(make_pair("In 10 days.", "၁၀ ရက်အတွင်း။", "my"))) == []


@given(st.integers(10, 99_999), st.integers(10, 99_999))
def test_a_number_is_itself_and_no_other(one: int, other: int) -> None:
    same = make_pair(f"Form {one} here", f"Formulario {one} aquí")
    assert list(find_numbers(same)) == []
    pair = make_pair(f"Form {one} here", f"Formulario {other} aquí")
    assert bool(list(find_numbers(pair))) is (one != other)


@given(st.integers(0, 999_999_999))
def test_signs_for_thousands_are_the_languages_own(number: int) -> None:
    english = f"{number:,}"
    for sign in (".", "\u00a0", "\u202f", " ", "’"):
        pair = make_pair(f"Sum {english} due", f"Suma {english.replace(',', sign)} debida")
        assert list(find_numbers(pair)) == []


@given(st.text("0123456789.,: -/h", max_size=60), st.text("0123456789.,: -/h", max_size=60))
def test_any_signs_are_read_without_an_error(source: str, target: str) -> None:
    for language in ("es", "th", "am", "zh-Hans"):
        list(find_numbers(make_pair(f"a {source}", f"a {target}", language)))


def test_many_numbers_are_compared_in_time() -> None:
    text = " ".join(str(number) for number in range(3_000))
    begun = process_time()
    list(find_numbers(make_pair(text, text + " 5000", "es")))
    assert process_time() - begun < 4
