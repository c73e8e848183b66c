"""Each name of the supplement stands in the source that it gives, and each script is CLDR's."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
import yaml
from babel.core import get_global

from waypost.locales.registry import all_languages
from waypost.model.language import Direction, Language

ROOT = Path(__file__).resolve().parents[3]
SUPPLEMENT = yaml.safe_load((ROOT / "src/waypost/locales/supplement.yml").read_text("utf-8"))
ENTRIES = {entry["code"]: entry for entry in SUPPLEMENT["languages"]}
LISTED = Path(__file__).with_name("autonym_sources.tsv").read_text("utf-8").splitlines()
ROWS = [line.split("\t") for line in LISTED if not line.startswith("#")]

# The sources that are articles, not data: read by people, on 26 June 2026.
ARTICLES = {"iso", *(name for name in SUPPLEMENT["sources"] if name.startswith("wikipedia-"))}

# One name in two scripts: agencies print the first.
FIRST_OF_TWO = {"nan", "cdo", "hak"}
# The source has the script of its encyclopaedia, or none in particular; the name is in this one.
OWN_SCRIPT = {"nan": "Hant", "cdo": "Hant", "wuu": "Hans"}
# The source says it twice, for the language and its people.
SAID_TWICE = {"ksw", "kar"}


def _names(code: str, source: str) -> set[str]:
    names = {name for row, from_where, _, name in ROWS if (row, from_where) == (code, source)}
    if code in FIRST_OF_TWO:
        names = {name.partition(" / ")[0] for name in names}
    if code in SAID_TWICE:
        names = {name.partition(" ")[0] for name in names}
    return {name.strip("\N{LEFT-TO-RIGHT MARK}").casefold() for name in names}


@pytest.mark.parametrize("code", ENTRIES)
def test_the_name_stands_in_its_source(code: str) -> None:
    entry = ENTRIES[code]
    if entry["source"] in ARTICLES:
        assert entry["code"] in {"hmn", "mww", "rhg-Latn", "mh", "om", "kg"}
        return
    assert entry["autonym"].casefold() in _names(code, entry["source"])


@pytest.mark.parametrize("code", [row[0] for row in ROWS if row[2]])
def test_the_script_is_the_sources(code: str) -> None:
    (script,) = {row[2] for row in ROWS if row[0] == code}
    assert ENTRIES[code]["script"] == OWN_SCRIPT.get(code, script)


# The first word of a letter's name in Unicode, by ISO 15924.
_WORDS = {
    "Adlm": "ADLAM",
    "Arab": "ARABIC",
    "Armn": "ARMENIAN",
    "Beng": "BENGALI",
    "Cakm": "CHAKMA",
    "Cans": "CANADIAN",
    "Cher": "CHEROKEE",
    "Cyrl": "CYRILLIC",
    "Deva": "DEVANAGARI",
    "Ethi": "ETHIOPIC",
    "Geor": "GEORGIAN",
    "Grek": "GREEK",
    "Gujr": "GUJARATI",
    "Guru": "GURMUKHI",
    "Hans": "CJK",
    "Hant": "CJK",
    "Hebr": "HEBREW",
    "Hmnp": "NYIAKENG",
    "Jpan": "CJK",
    "Khmr": "KHMER",
    "Knda": "KANNADA",
    "Kore": "HANGUL",
    "Laoo": "LAO",
    "Latn": "LATIN",
    "Mlym": "MALAYALAM",
    "Mymr": "MYANMAR",
    "Nkoo": "NKO",
    "Olck": "OL",
    "Orya": "ORIYA",
    "Osge": "OSAGE",
    "Rohg": "HANIFI",
    "Sinh": "SINHALA",
    "Syrc": "SYRIAC",
    "Taml": "TAMIL",
    "Tavt": "TAI",
    "Telu": "TELUGU",
    "Tfng": "TIFINAGH",
    "Thaa": "THAANA",
    "Thai": "THAI",
    "Tibt": "TIBETAN",
    "Vaii": "VAI",
    "Yiii": "YI",
}


def _letters(language: Language) -> list[str]:
    """The letters of the name, without apostrophes, which every script may write."""
    letters = [each for each in language.autonym if each.isalpha()]
    return [each for each in letters if not unicodedata.name(each).startswith("MODIFIER")]


def test_the_letters_of_a_name_are_of_its_script() -> None:
    faults = []
    for language in all_languages():
        letters = _letters(language)
        words = {unicodedata.name(each).replace("-", " ").split()[0] for each in letters}
        if not letters or words != {_WORDS[language.script]}:
            faults.append((language.code, language.autonym, language.script, words))
    assert not faults


def test_the_direction_is_that_of_its_letters() -> None:
    faults = []
    for language in all_languages():
        sides = {unicodedata.bidirectional(each) for each in _letters(language)}
        expected = {"R", "AL"} if language.direction is Direction.RTL else {"L"}
        if not sides <= expected:
            faults.append((language.code, sides))
    assert not faults


def test_cldr_agrees_on_the_script_where_it_knows_the_language() -> None:
    """Or the supplement has a line, which says why, or whose source says so."""
    likely, faults = get_global("likely_subtags"), []
    for language in all_languages():
        code = language.code.replace("-", "_")
        if "_" in code and len(code.split("_")[1]) == 4:
            script = code.split("_")[1]
        else:
            known = likely.get(code) or likely.get(code.split("_")[0])
            script = known.split("_")[1] if known else ""
        entry = ENTRIES.get(language.code)
        if script and script != language.script and entry is None:
            faults.append((language.code, script, language.script))
    assert not faults


def test_a_name_is_written_in_letters_alone() -> None:
    """No control characters, no doubled spaces: names are put into pages as they are."""
    for language in all_languages():
        assert language.autonym == " ".join(language.autonym.split())
        assert all(each.isprintable() for each in language.autonym), language.code


# Codes between which a site chooses, for one language; or two peoples with one word for theirs.
_ALIKE = {
    ("cja", "cjm"),
    ("aii", "cld"),
    ("kar", "ksw"),
    ("kmr", "ku"),
    ("lu", "lua"),
    ("nd", "nr"),
}


def test_names_that_look_alike_are_known() -> None:
    """A reader who knows only the own name must find one: nobody may switch on twins unawares."""
    twins: dict[str, list[str]] = {}
    for language in all_languages():
        twins.setdefault(language.autonym.casefold(), []).append(language.code)
    alike = {tuple(codes) for codes in twins.values() if len(codes) > 1}
    assert alike == _ALIKE
