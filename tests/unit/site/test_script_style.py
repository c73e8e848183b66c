"""A page carries what its own script needs, allowed by its own hash, and no other script's."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

import pytest

from tests.unit.site.sample import Sample
from waypost.locales.registry import all_languages, find_language
from waypost.locales.typography import typography_of
from waypost.site.script_style import script_style
from waypost.site.style_sheet import COMPONENTS, load_style

STYLES = re.compile(r"<style>(.*?)</style>")
POLICY = re.compile(r'content="(default-src[^"]*)"')


@pytest.mark.parametrize("code", ["en", "es", "ru", "el", "vi"])
def test_a_page_in_plain_letters_has_one_style(code: str) -> None:
    found = find_language(code)
    assert found is not None
    assert script_style(found).tag == script_style(found).source == ""


@pytest.mark.parametrize("code", ["ar", "km", "ur", "zh-Hans", "ko"])
def test_a_page_has_its_scripts_style_and_allows_it(code: str) -> None:
    html = Sample(codes=(code,)).html(code)
    styles = STYLES.findall(html)
    policy = POLICY.search(html)
    assert policy is not None
    assert len(styles) == 2
    assert "font-family" in styles[1]
    for style in styles:
        digest = b64encode(sha256(style.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy[1]
    assert policy[1].count("sha256-") == 2


def test_an_english_page_carries_no_other_scripts_rules() -> None:
    html = Sample(codes=("km",)).html("en")
    assert len(STYLES.findall(html)) == 1
    assert "Khmer" not in STYLES.findall(html)[0]
    assert html.count("sha256-") == 1


def test_every_languages_style_is_small_and_closes_what_it_opens() -> None:
    for language in all_languages():
        css = script_style(language).tag
        assert len(css) < (800 if "@font-face" in css else 400), language.code
        assert css.count("{") == css.count("}")
        assert '"' not in css, "it stands beside attributes that quotes would end"


def test_text_in_the_source_language_keeps_the_height_of_its_own_lines() -> None:
    khmer = find_language("km")
    assert khmer is not None
    css = script_style(khmer).tag
    assert "html{--d:1.36;line-height:1.95;" in css
    assert "body [lang]{--d:1;line-height:1.55}" in css
    assert "body [lang=km]{--d:1.36;line-height:1.95}" in css


def test_no_component_sets_lines_closer_than_a_script_bears() -> None:
    """A fixed height would press the marks of Khmer and Burmese into the line above."""
    for folder in COMPONENTS.iterdir():
        for height in re.findall(r"line-height:([^;}]+)", load_style(folder.name)):
            fine = height == "inherit" or height.endswith("*var(--d))") or folder.name == "scripts"
            assert fine, (folder.name, height)


def test_nastaliq_is_taken_for_its_letters_alone() -> None:
    urdu = find_language("ur")
    assert urdu is not None
    css = script_style(urdu).tag
    assert css.count("@font-face") == 2
    assert "url(" not in css, "fonts of the machine, never one to load"
    assert "unicode-range:U+600-6FF," in css
    assert "font-family:own,system-ui" in css


def test_no_component_spaces_letters_slants_or_capitalises_them() -> None:
    """Arabic falls apart where letters are spaced; most scripts have no capitals and no slant."""
    for folder in COMPONENTS.iterdir():
        css = load_style(folder.name)
        assert "letter-spacing" not in css, folder.name
        assert "text-transform" not in css, folder.name
        assert "font-variant" not in css, folder.name
        assert "italic" not in css, folder.name
        assert "hyphens:auto" not in css, folder.name


def test_what_all_pages_share_is_the_height_that_a_script_goes_back_to() -> None:
    assert "/1.55 " in load_style("base")


def test_a_page_of_many_languages_gives_each_tall_script_its_room() -> None:
    css = load_style("scripts")
    rules = re.findall(r"([^{}]+)\{--d:([\d.]+);line-height:([\d.]+)\}", css)
    heights = {code: each for each in rules for code in re.findall(r"\[lang=([\w-]+)\]", each[0])}
    for language in all_languages():
        setting = typography_of(language)
        if setting.line_height < 1.75:
            assert language.code not in heights
            continue
        _, dense, high = heights[language.code]
        assert float(high) == setting.line_height
        assert float(dense) == round(setting.heading_height / 1.25, 2)
