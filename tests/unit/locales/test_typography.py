"""Every script of the registry is set as its letters need."""

from __future__ import annotations

import pytest

from waypost.locales.registry import all_languages, find_language
from waypost.locales.typography import _TYPOGRAPHY, find_style_script, typography_of
from waypost.model.language import Language


def language(code: str) -> Language:
    found = find_language(code)
    assert found is not None
    return found


def test_every_script_of_the_registry_is_in_the_table() -> None:
    assert {find_style_script(each) for each in all_languages()} <= set(_TYPOGRAPHY)


@pytest.mark.parametrize("code", ["ur", "ks", "pnb", "pa-Arab", "khw"])
def test_nastaliq_is_asked_for_where_it_is_read(code: str) -> None:
    setting = typography_of(language(code))
    assert find_style_script(language(code)) == "Aran"
    assert language(code).script == "Arab", "the tag of the text stays as CLDR has it"
    assert all("Nastaliq" in face[0] for face in setting.faces)
    assert setting.line_height >= 2.3


@pytest.mark.parametrize("code", ["ar", "fa", "prs", "ps", "sd", "ug", "ckb"])
def test_naskh_is_not_mistaken_for_it(code: str) -> None:
    assert find_style_script(language(code)) == "Arab"


# Of the Noto fonts of 2020: the highest letter to the deepest, in parts of the size (head table).
_REACH = {
    "km": 1.85,
    "my": 1.94,
    "hi": 1.74,
    "ar": 1.67,
    "th": 1.44,
    "lo": 1.54,
    "bn": 1.32,
    "ta": 1.19,
    "te": 1.34,
    "am": 1.04,
    "he": 1.06,
    "dv": 1.47,
    "ccp": 1.81,
}


@pytest.mark.parametrize(("code", "reach"), _REACH.items())
def test_marks_of_two_lines_never_meet(code: str, reach: float) -> None:
    assert typography_of(language(code)).line_height >= reach


def test_a_heading_has_less_air_than_text_and_never_less_than_latin() -> None:
    for each in all_languages():
        setting = typography_of(each)
        assert 1.25 <= setting.heading_height < setting.line_height


def test_only_scripts_with_slanted_letters_slant() -> None:
    slanted = {each.script for each in all_languages() if typography_of(each).has_italic}
    assert slanted == {"Latn", "Cyrl", "Grek"}


def test_korean_breaks_between_words() -> None:
    assert typography_of(language("ko")).breaks == "word-break:keep-all"
    assert typography_of(language("ja")).breaks == "line-break:strict"
    assert typography_of(language("zh-Hant")).breaks == ""
